/* What leaving would come to, for people. */
#ifndef HEQI_REPORT_EXIT_H
#define HEQI_REPORT_EXIT_H

#include "report/names.h"
#include "settle/exit.h"

/* A figure of a member that stays, and that leaves. */
struct exit_row {
    const char *key; /* in JSON */
    const char *name[2];
    int64_t stays_minor, leaves_minor;
};

#define EXIT_ROWS 10

/* All of them, in the order of the table. */
void exit_rows(struct exit_row out[EXIT_ROWS], const struct exit_view *v);

/* What goes on after leaving: "leads", "waterborne". */
enum goes_on { GOES_LIABLE, GOES_LEADS, GOES_HOSTS, GOES_COVENANT, GOES_MAKER, GOES_LICENCE };

struct exit_duty {
    enum goes_on what;
    struct str name;
    const struct term *term; /* of a covenant; NULL: another kind */
};

struct exit_duties {
    struct arena *arena;
    struct exit_duty *list;
    size_t count, capacity;
};

void exit_find_duties(struct exit_duties *out, struct arena *a, const struct exit_view *v);

/* "leads", "covenant". */
const char *goes_on_name(enum goes_on what);

struct str report_exit(struct arena *a, const struct exit_view *v, enum language lang);

#endif
