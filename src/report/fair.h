/* Whether what an agreement gives is fair and stable, for people: on one screen, or all of it. */
#ifndef HEQI_REPORT_FAIR_H
#define HEQI_REPORT_FAIR_H

#include "fair/fair.h"
#include "report/names.h"

/* "lighthouse"; the name of a group; "coating-13 and 2 others" of parties joined to a block. */
struct str fair_player_name(struct arena *a, const struct fair *f, uint32_t player,
                            enum language lang);

/* The project or the result. */
struct str fair_venture_name(const struct fair *f, size_t venture);

/* "by_capital", as in JSON. */
const char *fair_method_name(enum fair_method method);

struct fair_report_options {
    enum language lang;
    bool all; /* every player and method; else what fits a screen of 40 lines */
};

struct str report_fair(struct arena *a, const struct fair *f, struct fair_report_options options);

/* The games that the agreement states: a line each, with --all a table each. */
struct str report_stated(struct arena *a, const struct fair *f, struct fair_report_options options);

/* A figure of such a game, as it is meant: of costs positive again. */
struct str stated_value(struct arena *a, const struct stated_game *g, const struct rat *value);

/* Who decides, by body and matter: the end of report_fair. */
struct str report_powers(struct arena *a, const struct fair *f, struct fair_report_options options);

/* "council"; the matter of a rule of its own, empty where it is what no such rule names. */
struct str power_body_name(const struct fair *f, const struct body_power *b);
struct str power_matter_name(const struct fair *f, const struct body_power *b, enum language lang);

#endif
