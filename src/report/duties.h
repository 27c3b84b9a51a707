/* Duties in words: as a table, and as a calendar that other programs read. */
#ifndef HEQI_REPORT_DUTIES_H
#define HEQI_REPORT_DUTIES_H

#include "settle/due.h"

/* Which duties are wanted. */
struct duty_filter {
    bool by_who; /* those of this one, and those to it where it is a member */
    struct duty_who who;
    bool by_state;
    enum duty_state state;
};

/* Leaves only what the filter wants. */
void duties_filter(struct duties *d, const struct duty_filter *filter);

/* "tranche", "call": as in JSON; "in_default" likewise, which --state takes too. */
const char *duty_kind_key(enum duty_kind kind);
const char *duty_state_key(enum duty_state state);

/* "in default", "违约" */
struct str duty_state_words(enum duty_state state, enum language lang);

/* "lighthouse"; "alliance" for it itself. */
struct str duty_who_name(const struct duties *d, const struct duty_who *who, enum language lang);

/* "pay call waterborne": what is to be done. */
struct str duty_words(struct arena *a, const struct duty *duty, enum language lang);

/* "3.1", and "head" where the clause stands before all articles; empty: no clause. */
struct str duty_clause(struct arena *a, const struct duty *duty, enum language lang);

/* The table, with the title and how many are in which state. */
struct str duties_text(const struct duties *d, enum language lang);

/* The duties as an iCalendar file (report/ical.h), a whole-day event each: on its last day, or,
 * where none is set, on the day it arose. The identifier of a duty stays the same whenever it is
 * written, so that a calendar that reads the file again changes its events and doubles none. Their
 * time stamp is the day asked, not the clock. */
struct str duties_calendar(const struct duties *d, enum language lang);

#endif
