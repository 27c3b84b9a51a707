/* See duties.h. */
#include "unit.h"

#include "duties.h"

#include <stdio.h>

static struct str day_text(struct arena *a, date_t day)
{
    char text[DATE_TEXT_BYTES];
    if (day == DATE_NONE) return STR("-");
    date_format(text, day);
    return str_copy(a, str_from(text));
}

static struct str duty_text(const struct duties *d, const struct duty *x)
{
    struct arena *a = d->arena;
    struct str who = duty_who_name(d, &x->who, LANG_EN), to = duty_who_name(d, &x->to, LANG_EN);
    struct str due = day_text(a, x->due), met = day_text(a, x->done);
    struct str subject = x->subject.len ? x->subject : STR("-"), amounts = STR("-");
    if (x->money)
        amounts = str_format(a, "%lld/%lld", (long long)x->amount_minor, (long long)x->open_minor);
    return str_format(a, "%.*s>%.*s %.*s %.*s %s %.*s %.*s", STR_ARG(who), STR_ARG(to),
                      STR_ARG(subject), STR_ARG(amounts), duty_state_key(x->state), STR_ARG(due),
                      STR_ARG(met));
}

void expect_duties(const char *text, const char *at, enum duty_kind kind, const char *expected)
{
    static char message[8192];
    struct engine e;
    struct duties d;
    struct str list = STR("");
    engine_settle(&e, text, (struct engine_options){.until = at, .balance = true});
    if (e.settled) {
        duties_find(&d, &e.settlement.fold);
        for (size_t i = 0; i < d.count; i++) {
            if (d.list[i].kind != kind) continue;
            struct str one = duty_text(&d, &d.list[i]);
            list = str_format(&e.arena, "%.*s%s%.*s", STR_ARG(list), list.len ? "; " : "",
                              STR_ARG(one));
        }
    } else {
        list = engine_problems(&e);
    }
    (void)snprintf(message, sizeof message, "on %s:\n%.*s", at, STR_ARG(list));
    bool same = str_eq(list, str_from(expected));
    engine_release(&e);
    if (!same) fail_msg("%s\nexpected\n%s", message, expected);
}
