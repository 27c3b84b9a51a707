/* Leaving: notice, who leaves, who is expelled, and what that pays and takes.
 *
 * Membership ends with the start of the day. What the party owes stays owed, what is due to it
 * stays due; tranches that fall due later are not called. Its stakes are nobody's: shares go to
 * recipients by their weights among themselves, so that its part falls to those who stay. */
#include "fold/handlers.h"
#include "fold/recovery.h"

#include "num/apportion.h"
#include "share/explain.h"

static struct party_state *party_of(struct fold *f, uint32_t party)
{
    return &f->state->parties[party];
}

static struct str clause_of(const struct fold *f, const struct term *t)
{
    return pact_clause(f->arena, t);
}

static struct str date_name(const struct fold *f, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    return str_copy(f->arena, str_from(text));
}

/* ---- membership ---- */

static void dismiss(struct fold *f, const struct departure *d)
{
    struct party_state *state = party_of(f, d->party);
    if (!state->member) return;
    state->member = false;
    state->gone = true;
    state->left = d->on;
    state->expelled = d->expelled;
    f->state->expelled_count += d->expelled;
}

void fold_dismiss(struct fold *f)
{
    for (size_t i = 0; i < f->pact->departure_count; i++) {
        const struct departure *d = &f->pact->departures[i];
        bool known = !d->late || d->entry <= f->state->known;
        if (known && d->on == f->day && d->party != INDEX_NONE) dismiss(f, d);
    }
}

static const struct departure *departure_of(const struct fold *f)
{
    for (size_t i = 0; i < f->pact->departure_count; i++)
        if (f->pact->departures[i].entry == f->index) return &f->pact->departures[i];
    UNREACHABLE("an entry that was declared");
}

/* Whether a party is a member, or was until this day's start. */
static bool check_member(struct fold *f, const struct entry *e)
{
    const struct party_state *state = party_of(f, entry_party(f, e));
    e = e->form == F_GIVES_NOTICE && !fold_may_refuse(f) ? NULL : fold_second(f, e);
    if (!e) return true;
    bool until_today = state->gone && state->left == f->day && !state->departed;
    if (state->member || until_today) return true;
    DIAG_REPORT(f->diags, E410, entry_span(e), pact_word(f->pact, e->party), date_name(f, f->day));
    return false;
}

/* ---- notice ---- */

bool fold_gives_notice(struct fold *f, const struct entry *e)
{
    struct party_state *state = party_of(f, entry_party(f, e));
    if (!check_member(f, e)) return false;
    if (state->noticed && fold_may_refuse(f)) {
        DIAG_REPORT(f->diags, E311, entry_span(e), pact_word(f->pact, e->party),
                    diags_word(f->diags, "leaving: it has given notice", "通知退出"));
        return false;
    }
    if (!state->noticed) state->noticed_on = f->day;
    state->noticed = true;
    return true;
}

/* Who gave notice leaves by what was agreed on that day. */
static const struct leaving *notice_terms(const struct fold *f, uint32_t party)
{
    const struct party_state *state = &f->state->parties[party];
    return &pact_at(f->pact, state->noticed ? state->noticed_on : f->day)->leaving;
}

date_t fold_may_leave_from(const struct fold *f, uint32_t party)
{
    const struct party_state *state = &f->state->parties[party];
    const struct leaving *terms = notice_terms(f, party);
    date_t from = DATE_OPEN;
    if (!state->noticed) return terms->leave && terms->notice.count == 0 ? f->day : DATE_NONE;
    if (!terms->leave) return state->noticed_on;
    if (date_add(&from, state->noticed_on, terms->notice) != OK) from = DATE_OPEN;
    return from;
}

static struct str notice_text(const struct fold *f, const struct term *leave)
{
    return sources_text(f->doc->sources, bind_span(term_bind(leave, ROLE_duration)));
}

/* The agreement names how long; where it is silent, some notice is due (Civil Code 976). */
static bool check_notice(struct fold *f, const struct entry *e)
{
    uint32_t party = entry_party(f, e);
    date_t from = fold_may_leave_from(f, party);
    const struct term *leave = notice_terms(f, party)->leave;
    struct str name = pact_word(f->pact, e->party);
    if (!fold_may_refuse(f) || (from != DATE_NONE && from <= f->day)) return true;
    if (from != DATE_NONE)
        DIAG_REPORT(f->diags, E412, entry_span(e), name,
                    date_name(f, party_of(f, party)->noticed_on), clause_of(f, leave),
                    date_name(f, from));
    else if (leave)
        DIAG_REPORT(f->diags, E411, entry_span(e), name, clause_of(f, leave),
                    notice_text(f, leave));
    else
        DIAG_REPORT(f->diags, E413, entry_span(e), name);
    return false;
}

/* ---- what it pays ---- */

static const struct why *price_why(struct fold *f, uint32_t party, const struct price *p)
{
    if (!f->sharer.explain || !p->amount_minor) return NULL;
    struct why_parts none = {.arena = f->arena};
    const struct why *why = explain_measure(&f->sharer, p->measure, SCOPE_ALLIANCE, party);
    why = why_share(f->arena, why, explain_ratio(&f->sharer, p->part.num, p->part.den), none,
                    p->term, NULL);
    return why_round(f->arena, why, p->amount_minor, f->index, p->term, NULL);
}

static struct price price_of(const struct fold *f, uint32_t party, bool expelled)
{
    const struct leaving *terms = &pact_at(f->pact, f->day)->leaving;
    struct price p = {.term = expelled ? terms->expelled : terms->leave,
                      .measure = expelled ? terms->kept_of : terms->measure,
                      .part = expelled ? terms->kept : terms->bought};
    int64_t rest = 0;
    bool said = expelled ? terms->keeps : ratio_sign(terms->bought) > 0;
    if (!p.term || !said) return (struct price){.term = NULL, .part = RATIO_ZERO};
    p.whole_minor = measure_value(f->state, p.measure, SCOPE_ALLIANCE, party);
    p.capital_minor = f->state->parties[party].capital_minor;
    p.overflow = ratio_of(&p.amount_minor, &rest, p.whole_minor, p.part) != OK;
    bool of_capital = p.measure == M_CAPITAL || p.measure == M_PLEDGE;
    int64_t ends = expelled && p.measure == M_CAPITAL ? p.capital_minor : p.amount_minor;
    if (of_capital) p.ends_minor = ends < p.capital_minor ? ends : p.capital_minor;
    if (p.measure == M_COST) p.cost_ends_minor = expelled ? p.whole_minor : p.amount_minor;
    return p;
}

/* Where cost stands: results, then projects without theirs, then what is of no project. */
static uint32_t cost_places(const struct fold *f, uint32_t party, int64_t *own)
{
    const struct state *s = f->state;
    const struct pact *p = f->pact;
    uint32_t none = (uint32_t)(p->result_count + p->project_count);
    own[none] = state_cost(s, SCOPE_ALLIANCE, party);
    for (uint32_t i = 0; i < p->project_count; i++) {
        own[p->result_count + i] = state_cost(s, scope_of_project(i), party);
        own[none] -= own[p->result_count + i];
    }
    for (uint32_t i = 0; i < p->result_count; i++) {
        uint32_t project = p->results[i].project;
        own[i] = state_cost(s, scope_of_result(s, i), party);
        own[project == INDEX_NONE ? none : p->result_count + project] -= own[i];
    }
    return none + 1;
}

/* Cost that was bought is repaid: everywhere the same part. */
static void end_cost(struct fold *f, uint32_t party, const struct price *p)
{
    const struct pact *pact = f->pact;
    size_t most = pact->result_count + pact->project_count + 1;
    int64_t *own = ARENA_ARRAY(f->arena, int64_t, most);
    int64_t *ends = ARENA_ARRAY(f->arena, int64_t, most);
    uint32_t count = cost_places(f, party, own), results = (uint32_t)pact->result_count;
    apportion(own, ends, count, p->cost_ends_minor, p->whole_minor);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t result = i < results ? i : INDEX_NONE;
        uint32_t project = i < results ? pact->results[i].project : i - results;
        if (i == count - 1) project = INDEX_NONE;
        if (ends[i]) state_add_cost(f->state, party, project, result, -ends[i], f->index);
    }
}

/* The price is due to the party like a share, and is set off against what it owes; its capital is
 * less by that. Who is expelled has none any more, and what it does not keep is the others'. */
static void book_price(struct fold *f, uint32_t party, const struct price *p)
{
    struct state *s = f->state;
    const struct why *why = price_why(f, party, p);
    state_add(s, &s->parties[party].figures.received, p->amount_minor);
    state_post(s, ACCOUNT_PAYABLE, party, -p->amount_minor);
    state_post(s, ACCOUNT_CAPITAL, party, p->ends_minor);
    state_post(s, ACCOUNT_LEAVING, party, p->amount_minor - p->ends_minor);
    if (p->ends_minor) state_add_capital(s, party, -p->ends_minor, f->index);
    if (p->cost_ends_minor) end_cost(f, party, p);
    struct rat exact;
    rat_init(&exact);
    rat_set_fraction(&exact, (i128)p->whole_minor * p->part.num, (u128)p->part.den);
    fold_line(f, (struct line){.term = p->term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = party,
                               .kind = LINE_SHARE,
                               .figure = FIGURE_RECEIVED,
                               .amount_minor = p->amount_minor,
                               .exact = &exact,
                               .why = why});
    rat_clear(&exact);
}

static bool depart(struct fold *f, const struct departure *d, struct price *price_out)
{
    uint32_t party = d->party;
    bool expelled = d->expelled;
    dismiss(f, d);
    struct price p = price_of(f, party, expelled);
    if (p.overflow) f->state->overflow = true;
    if (p.term) book_price(f, party, &p);
    *price_out = p;
    party_of(f, party)->departed = true;
    fold_recover_grants(f, party);
    return true;
}

bool fold_put_out(struct fold *f, uint32_t party, bool expelled)
{
    struct departure d = {.party = party, .entry = INDEX_NONE, .on = f->day, .expelled = expelled};
    struct price price;
    return !party_of(f, party)->member || depart(f, &d, &price);
}

/* ---- what it leaves behind ---- */

void fold_each_office(const struct fold *f, uint32_t party, void *context,
                      void (*tell)(void *context, enum office office, struct str name))
{
    const struct pact *p = f->pact;
    uint32_t word = p->parties[party].word;
    for (const struct term *t = p->head ? p->head->first : NULL; t; t = t->next)
        if (t->form == F_A_LIABLE && term_word(t, ROLE_party) == word)
            tell(context, OFFICE_LIABLE, pact_word(p, p->name));
    for (size_t i = 0; i < p->project_count; i++)
        if (pact_at(p, f->day)->projects[i].lead == party && !f->state->projects[i].stopped)
            tell(context, OFFICE_LEADS, pact_word(p, p->projects[i].word));
    for (size_t i = 0; i < p->body_count; i++)
        if (pact_at(p, f->day)->bodies[i].host == party)
            tell(context, OFFICE_HOSTS, pact_word(p, p->bodies[i].word));
}

static void tell_office(void *context, enum office office, struct str name)
{
    static const char *const words[][2] = {
        [OFFICE_LIABLE] = {"answers to third parties for", "对外承担责任："},
        [OFFICE_LEADS] = {"leads", "牵头项目"},
        [OFFICE_HOSTS] = {"hosts", "依托机构"},
    };
    struct fold *f = context;
    const struct entry *e = document_entry(f->doc, f->index);
    DIAG_REPORT(f->diags, F125, entry_span(e), pact_word(f->pact, e->party),
                diags_word(f->diags, words[office][0], words[office][1]), name);
}

static bool leave(struct fold *f, const struct entry *e)
{
    struct price price;
    if (!depart(f, departure_of(f), &price)) return false;
    if (fold_may_refuse(f)) fold_each_office(f, entry_party(f, e), f, tell_office);
    return true;
}

bool fold_leaves(struct fold *f, const struct entry *e)
{
    return check_member(f, e) && check_notice(f, e) && leave(f, e);
}

bool fold_expel(struct fold *f, const struct entry *e)
{
    return check_member(f, e) && leave(f, e);
}

bool fold_try_leaving(struct fold *f, uint32_t party, struct price *price_out)
{
    const struct departure d = {.party = party, .entry = INDEX_NONE, .on = f->day};
    return depart(f, &d, price_out);
}
