/* Cells of CSV by RFC 4180, safe to open in a spreadsheet. */
#ifndef HEQI_REPORT_CSV_H
#define HEQI_REPORT_CSV_H

#include "report/writer.h"

/* A cell of text: in quotes where it holds a comma, a quote or a line break. What a spreadsheet
 * would take for a formula, by one of = + - @, their wide forms or a control character in front,
 * gets a leading '. Amounts do not go through here: they are figures and stay as they are. */
void csv_put(struct writer *w, struct str cell);

#endif
