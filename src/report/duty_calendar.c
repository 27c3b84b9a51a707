/* Duties as events of a calendar. */
#include "report/duties.h"
#include "report/ical.h"
#include "report/names.h"

static struct str source_name(const struct duties *d, const struct duty *duty)
{
    if (duty->term) return duty_clause(d->arena, duty, LANG_EN);
    return duty->entry == INDEX_NONE ? STR("") : entry_name(d->arena, d->fold->doc, duty->entry);
}

/* Made of what does not change as the journal goes on, in no language. */
static struct str identifier(const struct duties *d, const struct duty *duty)
{
    char since[DATE_TEXT_BYTES];
    struct str who = duty_who_name(d, &duty->who, LANG_EN),
               to = duty_who_name(d, &duty->to, LANG_EN);
    struct str source = source_name(d, duty), name = pact_word(d->fold->pact, d->fold->pact->name);
    date_format(since, duty->since);
    return str_format(d->arena, "%s/%.*s/%.*s/%.*s/%.*s/%s/%u@%.*s.heqi", duty_kind_key(duty->kind),
                      STR_ARG(who), STR_ARG(to), STR_ARG(duty->subject), STR_ARG(source), since,
                      duty->number, STR_ARG(name));
}

/* " 1,500,000.00 CNY" */
static struct str amount_words(const struct duties *d, const struct duty *duty)
{
    const struct pact *p = d->fold->pact;
    if (!duty->money) return STR("");
    struct str amount = amount_grouped(d->arena, duty->amount_minor, p->digits);
    struct str currency = currency_name(p);
    return str_format(d->arena, " %.*s %.*s", STR_ARG(amount), STR_ARG(currency));
}

/* "lighthouse: pay capital 1,500,000.00 CNY (late)" */
static struct str summary(const struct duties *d, const struct duty *duty, enum language lang)
{
    struct str who = duty_who_name(d, &duty->who, lang), what = duty_words(d->arena, duty, lang);
    struct str amount = amount_words(d, duty), state = duty_state_words(duty->state, lang);
    if (lang == LANG_ZH)
        return str_format(d->arena, "%.*s：%.*s%.*s（%.*s）", STR_ARG(who), STR_ARG(what),
                          STR_ARG(amount), STR_ARG(state));
    return str_format(d->arena, "%.*s: %.*s%.*s (%.*s)", STR_ARG(who), STR_ARG(what),
                      STR_ARG(amount), STR_ARG(state));
}

/* The words of the clause and of the entry that it rests on. */
static struct str description(const struct duties *d, const struct duty *duty, enum language lang)
{
    const struct document *doc = d->fold->doc;
    struct str text = STR("");
    if (duty->term) {
        struct str clause = duty_clause(d->arena, duty, lang);
        struct str words = span_words(d->arena, doc, duty->term->span);
        text = str_format(d->arena, "%.*s %.*s", STR_ARG(clause), STR_ARG(words));
    }
    if (duty->entry == INDEX_NONE) return text;
    struct str entry = entry_words(d->arena, doc, duty->entry);
    return str_format(d->arena, "%.*s%s%.*s", STR_ARG(text), text.len ? "\n" : "", STR_ARG(entry));
}

static void put_event(struct writer *w, const struct duties *d, const struct duty *duty,
                      enum language lang)
{
    ical_begin_event(w);
    ical_text(w, "UID", identifier(d, duty));
    ical_stamp(w, "DTSTAMP", d->at);
    ical_date(w, "DTSTART", duty->due == DATE_NONE ? duty->since : duty->due);
    ical_text(w, "SUMMARY", summary(d, duty, lang));
    ical_text(w, "DESCRIPTION", description(d, duty, lang));
    ical_text(w, "TRANSP", STR("TRANSPARENT")); /* nobody is busy all day */
    ical_text(w, "X-HEQI-KIND", str_from(duty_kind_key(duty->kind)));
    ical_text(w, "X-HEQI-STATE", str_from(duty_state_key(duty->state)));
    ical_text(w, "X-HEQI-WHO", duty_who_name(d, &duty->who, LANG_EN));
    ical_text(w, "X-HEQI-TO", duty_who_name(d, &duty->to, LANG_EN));
    ical_end_event(w);
}

struct str duties_calendar(const struct duties *d, enum language lang)
{
    struct writer w = {.arena = d->arena};
    ical_begin(&w, alliance_title(d->arena, d->fold->pact, lang));
    for (size_t i = 0; i < d->count; i++) put_event(&w, d, &d->list[i], lang);
    ical_end(&w);
    return writer_text(&w);
}
