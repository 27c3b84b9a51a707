/* An explanation as a graph in the language of Graphviz: `heqi explain … --dot | dot -Tsvg`.
 *
 * A node an amount, drawn once however many others rest on it; an edge from an amount to what it is
 * made of, dashed to what its fraction rests on. Entries and terms are the leaves. */
#ifndef HEQI_REPORT_GRAPH_H
#define HEQI_REPORT_GRAPH_H

#include "report/explanation.h"

struct str report_graph(struct arena *a, const struct pact *p, const struct why *why,
                        struct explanation_view view);

#endif
