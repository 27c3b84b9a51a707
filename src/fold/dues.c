/* Membership dues: charged once a year to who is a member on the day they fall due.
 *
 * Dues by sales rest on what the member reported for the calendar year before. What it reports, or
 * takes back, behind the due day makes them more or less on the day it does: the difference is
 * owed from then on; what falls is taken back from those that the dues were shared among. */
#include "fold/handlers.h"
#include "share/explain.h"
#include "share/tape.h"

/* The dues that follow from what was reported so far. */
struct assessed {
    int64_t sales_minor, minor;
    const struct why *why; /* where figures are explained and it is not 0 */
};

/* The bound that sales come out beyond, or NULL. A flat amount always is one. */
static const int64_t *bound_of(const struct dues_rule *rule, int64_t sales_minor)
{
    if (!rule->of_sales) return &rule->least_minor;
    i128 part = (i128)sales_minor * rule->share.num, den = rule->share.den;
    if (part < (i128)rule->least_minor * den) return &rule->least_minor;
    if (part > (i128)rule->most_minor * den) return &rule->most_minor;
    return NULL;
}

static int64_t sales_of(struct fold *f, uint32_t party, int32_t year)
{
    const struct party_state *p = &f->state->parties[party];
    int64_t sum = 0;
    for (size_t i = 0; i < p->sales_count; i++)
        if (p->sales[i].year == year) state_add(f->state, &sum, p->sales[i].minor);
    return sum;
}

/* The part of each report, rounded down to a unit. */
static const struct why *explain_part(struct fold *f, uint32_t party, const struct year_dues *dues,
                                      int64_t minor)
{
    const struct party_state *p = &f->state->parties[party];
    const struct dues_rule *rule = dues->rule;
    const struct term *term = dues->term;
    int32_t year = dues->year - 1;
    struct why_parts none = {.arena = f->arena}, sales = none;
    for (size_t i = 0; i < p->sales_count; i++)
        if (p->sales[i].year == year)
            why_add(&sales, why_leaf(f->arena, p->sales[i].entry, NULL, p->sales[i].minor));
    const struct why *why = why_sum(f->arena, sales, NULL, STR("sales"));
    why = why_share(f->arena, why, explain_ratio(&f->sharer, rule->share.num, rule->share.den),
                    none, term, NULL);
    return why_round(f->arena, why, minor, INDEX_NONE, term, NULL);
}

/* By the sales of the year before that in which they fall due. */
static struct assessed assess(struct fold *f, uint32_t party, const struct year_dues *dues)
{
    const struct dues_rule *rule = dues->rule;
    struct assessed a = {.sales_minor = rule->of_sales ? sales_of(f, party, dues->year - 1) : 0};
    const int64_t *bound = bound_of(rule, a.sales_minor);
    int64_t rest;
    if (bound)
        a.minor = *bound;
    else if (ratio_of(&a.minor, &rest, a.sales_minor, rule->share) != OK)
        f->state->overflow = true;
    if (!f->sharer.explain || a.minor == 0) return a;
    a.why = bound ? why_leaf(f->arena, INDEX_NONE, dues->term, a.minor)
                  : explain_part(f, party, dues, a.minor);
    return a;
}

static void exact_dues(struct rat *out, const struct dues_rule *rule, int64_t sales_minor)
{
    const int64_t *bound = bound_of(rule, sales_minor);
    if (bound)
        rat_set_i64(out, *bound);
    else
        rat_set_fraction(out, (i128)sales_minor * rule->share.num, (u128)rule->share.den);
}

/* a less b; one of them may be NULL. */
static const struct why *less(struct fold *f, const struct term *term, const struct why *a,
                              const struct why *b)
{
    struct why_parts parts = {.arena = f->arena};
    if (!f->sharer.explain) return NULL;
    if (a) why_add(&parts, a);
    if (b) why_add(&parts, why_minus(f->arena, b));
    return why_sum(f->arena, parts, term, STR("dues"));
}

/* ---- what is owed ---- */

typedef bool charger(struct fold *f, uint32_t party, struct charge c);

/* Charges what is more than before, and shares it. */
static bool raise_dues(struct fold *f, uint32_t party, struct year_dues *dues,
                       const struct assessed *before, const struct assessed *now, charger *charge)
{
    const struct dues_rule *rule = dues->rule;
    struct tape *tape = f->sharer.tape;
    struct rat exact, old;
    rat_init(&exact);
    rat_init(&old);
    exact_dues(&exact, rule, now->sales_minor);
    if (before->minor) exact_dues(&old, rule, before->sales_minor);
    rat_sub(&exact, &exact, &old);
    f->sharer.tape = dues->tape;
    dues->minor = now->minor;
    bool ok = charge(f, party,
                     (struct charge){.nature = NATURE_DUES,
                                     .class = CLASS_DUES,
                                     .debt = {.due = f->day,
                                              .project = INDEX_NONE,
                                              .amount_minor = now->minor - before->minor},
                                     .term = dues->term,
                                     .exact = &exact,
                                     .why = less(f, dues->term, now->why, before->why)});
    f->sharer.tape = tape;
    rat_clear(&old);
    rat_clear(&exact);
    return ok;
}

static void tell_lowered(struct fold *f, uint32_t party, const struct term *term, int64_t minor,
                         const struct why *why)
{
    state_add(f->state, &f->state->parties[party].figures.charges, -minor);
    state_post(f->state, ACCOUNT_RECEIVABLE, party, -minor);
    state_post(f->state, ACCOUNT_INCOME, CLASS_DUES, minor);
    fold_line(f, (struct line){.term = term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_REVERSAL,
                               .figure = FIGURE_CHARGES,
                               .amount_minor = -minor,
                               .why = why ? why_minus(f->arena, why) : NULL});
}

/* What they were shared by is taken back, and what is left shared anew. */
static bool lower_dues(struct fold *f, uint32_t party, struct year_dues *dues,
                       const struct assessed *before, const struct assessed *now)
{
    int64_t minor = before->minor - now->minor;
    const struct why *why = less(f, dues->term, before->why, now->why);
    struct tape *tape = f->sharer.tape;
    tell_lowered(f, party, dues->term, minor, why);
    f->reversed_minor = minor;
    f->reversed_why = why;
    fold_unowe(f, party, NATURE_DUES, INDEX_NONE, minor);
    f->reversed_why = NULL;
    if (!fold_take_charge_back(f, dues->tape, before->minor, before->why)) return false;
    dues->minor = now->minor;
    f->reversing = false;
    f->sharer.tape = dues->tape;
    bool ok = now->minor == 0 ||
              fold_share_charged(f, CLASS_DUES, now->minor, now->why, dues->term->span);
    f->sharer.tape = tape;
    f->reversing = true;
    return ok;
}

/* ---- the day dues fall due ---- */

static struct year_dues *begin_year(struct fold *f, uint32_t party, int32_t year,
                                    const struct dues_rule *rule)
{
    struct party_state *p = &f->state->parties[party];
    struct year_dues *dues = ARENA_PUSH(f->state->arena, p->dues, p->dues_count, p->dues_capacity);
    *dues = (struct year_dues){
        .year = year, .on = f->day, .rule = rule, .term = pact_at(f->pact, f->day)->dues.term};
    if (!f->undo_count) return dues;
    dues->tape = ARENA_NEW(f->state->arena, struct tape);
    dues->tape->arena = f->state->arena;
    return dues;
}

/* Once a year, also where an amendment moved the day. */
static bool charge_member(struct fold *f, uint32_t party, int32_t year)
{
    const struct party_state *p = &f->state->parties[party];
    const struct dues_rule *rule = dues_of(f->pact, pact_at(f->pact, f->day), party);
    bool charged = p->dues_count && p->dues[p->dues_count - 1].year == year;
    if (!rule || charged) return true;
    struct year_dues *dues = begin_year(f, party, year, rule);
    struct assessed before = {0}, now = assess(f, party, dues);
    return now.minor == 0 || raise_dues(f, party, dues, &before, &now, fold_charge);
}

bool fold_next_dues(struct fold *f, uint32_t party, struct next_dues *out)
{
    date_t due = f->dues_next;
    if (due == DATE_OPEN || f->state->dissolved || !f->state->parties[party].member) return false;
    const struct provisions *then = pact_at(f->pact, due);
    const struct dues_rule *rule = dues_of(f->pact, then, party);
    if (!rule) return false;
    struct year_dues dues = {.year = date_to_civil(due).year, .on = due, .rule = rule};
    *out = (struct next_dues){.due = due,
                              .minor = assess(f, party, &dues).minor,
                              .of_sales = rule->of_sales,
                              .term = then->dues.term};
    return true;
}

bool fold_dues_reached(struct fold *f)
{
    struct state *s = f->state;
    f->day = s->day = f->dues_next;
    f->dues_next = pact_dues_day(f->pact, f->day + 1);
    fold_admit(f);
    fold_dismiss(f);
    for (uint32_t i = 0; !s->dissolved && i < s->party_count; i++)
        if (s->parties[i].member && !charge_member(f, i, date_to_civil(f->day).year)) return false;
    return true;
}

/* ---- reports ---- */

/* Those that rest on the sales of a year; NULL: they did not fall due. */
static struct year_dues *dues_by(struct fold *f, uint32_t party, int32_t year)
{
    struct party_state *p = &f->state->parties[party];
    for (size_t i = 0; i < p->dues_count; i++)
        if (p->dues[i].year == year + 1 && p->dues[i].rule->of_sales) return &p->dues[i];
    return NULL;
}

static struct str date_text(const struct fold *f, date_t day)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, day);
    return str_copy(f->arena, str_from(text));
}

/* A time is reported once; where dues go by the sales of a calendar year, years apart. */
static bool may_report(struct fold *f, const struct entry *e, uint32_t party)
{
    const struct party_state *p = &f->state->parties[party];
    const struct provisions *now = pact_at(f->pact, f->day);
    const struct dues_rule *rule = dues_of(f->pact, now, party);
    struct str name = pact_word(f->pact, f->pact->parties[party].word);
    const struct entry *second = fold_second(f, e);
    for (size_t i = 0; second && i < p->sales_count; i++)
        if (e->from < p->sales[i].to && p->sales[i].from < e->to &&
            !fold_is_taken_back(f, p->sales[i].entry) && !fold_is_taken_back(f, f->index)) {
            DIAG_REPORT(f->diags, E365, entry_span(second), name, date_text(f, p->sales[i].from),
                        date_text(f, p->sales[i].to), fold_cited(f, p->sales[i].entry));
            return false;
        }
    bool one_year = date_to_civil(e->from).year == date_to_civil(e->to - 1).year;
    if (!one_year && f->pact->uses_sales && fold_may_refuse(f)) {
        DIAG_REPORT(f->diags, E450, entry_span(e), pact_clause(f->arena, f->pact->uses_sales),
                    name);
        return false;
    }
    if (one_year || !rule || !rule->of_sales || !fold_may_refuse(f)) return true;
    DIAG_REPORT(f->diags, E368, entry_span(e), name, pact_clause(f->arena, now->dues.term));
    return false;
}

bool fold_member_reports(struct fold *f, const struct entry *e, uint32_t party)
{
    struct party_state *p = &f->state->parties[party];
    int32_t year = date_to_civil(e->to - 1).year;
    if (!may_report(f, e, party)) return false;
    struct year_dues *dues = dues_by(f, party, year);
    struct assessed before = dues ? assess(f, party, dues) : (struct assessed){0};
    *ARENA_PUSH(f->state->arena, p->sales, p->sales_count, p->sales_capacity) =
        (struct own_sales){f->index, e->from, e->to, year, e->amount};
    if (!dues) return true;
    struct assessed now = assess(f, party, dues);
    return now.minor == before.minor ||
           raise_dues(f, party, dues, &before, &now, fold_charge_in_entry);
}

static void drop_sales(struct party_state *p, size_t at)
{
    p->sales_count--;
    for (size_t i = at; i < p->sales_count; i++) p->sales[i] = p->sales[i + 1];
}

bool fold_member_unreports(struct fold *f, uint32_t party, uint32_t entry)
{
    struct party_state *p = &f->state->parties[party];
    size_t at = 0;
    while (at < p->sales_count && p->sales[at].entry != entry) at++;
    if (at == p->sales_count) return true;
    int32_t year = p->sales[at].year;
    struct year_dues *dues = dues_by(f, party, year);
    struct assessed before = dues ? assess(f, party, dues) : (struct assessed){0};
    drop_sales(p, at);
    if (!dues) return true;
    struct assessed now = assess(f, party, dues);
    return now.minor == before.minor || lower_dues(f, party, dues, &before, &now);
}
