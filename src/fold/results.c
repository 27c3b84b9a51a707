/* Results: who owns them from the day they are registered, filings, industrial use, and what must
 * be announced before a result is published or passed on. */
#include "fold/handlers.h"
#include "state/register.h"

static struct result_state *state_of(struct fold *f, uint32_t result)
{
    return &f->state->registers->results[result];
}

static uint32_t result_named(const struct fold *f, const struct entry *e)
{
    return pact_find(f->pact, THING_RESULT, e->subject);
}

static struct str date_text(struct fold *f, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    return str_copy(f->arena, str_from(text));
}

static struct str clause_text(struct fold *f, const struct term *t)
{
    return pact_clause(f->arena, t);
}

/* A refusal that is not repeated when the journal is folded anew: it has happened. */
static bool refuses(const struct fold *f, bool condition)
{
    return condition && fold_may_refuse(f);
}

/* ---- owners ---- */

static bool owners_of_makers(struct fold *f, const struct result *r, struct share_set *out)
{
    struct share_line *lines = ARENA_ARRAY(f->arena, struct share_line, r->maker_count);
    for (uint32_t i = 0; i < r->maker_count; i++)
        lines[i] = (struct share_line){.party = r->makers[i].party, .share = r->makers[i].share};
    return pact_make_set(f->arena, lines, r->maker_count, out);
}

/* What owners have are whole weights: exact where that fits, else in parts of 10^-12, of which
 * those that are missing go to the first. */
static void whole_weights(struct weights *out)
{
    uint64_t missing = STREAM_PARTS;
    if (rat_weights(out->weights, &out->sum, out->parts, out->count)) return;
    for (uint32_t i = 0; i < out->count; i++) {
        struct rat part;
        int64_t units = 0;
        rat_init(&part);
        rat_set_i64(&part, STREAM_PARTS);
        rat_mul(&part, &part, &out->parts[i]);
        enum status status = rat_floor_i64(&units, &part);
        CHECK(status == OK);
        rat_clear(&part);
        out->weights[i] = (uint64_t)units;
        missing -= out->weights[i];
    }
    for (uint32_t i = 0; missing > 0; i++, missing--) out->weights[i]++;
}

/* The recipients of the day by the weights of the basis, as a set of owners. */
static bool owners_by(struct fold *f, uint32_t result, const struct recipient *to, uint32_t count,
                      struct basis basis, const struct term *clause, struct share_set *out)
{
    struct weigher *w = &f->sharer.weigher;
    uint32_t project = f->pact->results[result].project;
    struct occasion m = fold_occasion(f, project, 0);
    m.result = result;
    if (f->pact->uses_risk) weigher_note_risk(w, m.scope);
    if (weigher_fill(w, to, count, basis, &m) != WEIGHTS_FINE)
        return fold_share_failed(f, SHARE_NO_STAKES, basis.stakes, clause,
                                 entry_span(document_entry(f->doc, f->index)));
    *out = (struct share_set){0};
    if (w->out.sum == 0) return true;
    if (w->out.parts) whole_weights(&w->out);
    out->parties = ARENA_ARRAY(f->arena, uint32_t, w->out.count);
    out->weights = ARENA_ARRAY(f->arena, uint64_t, w->out.count);
    for (uint32_t i = 0; i < w->out.count; i++) {
        if (!w->out.weights[i]) continue;
        out->parties[out->count] = w->out.ids[i];
        out->weights[out->count++] = w->out.weights[i];
        out->sum += w->out.weights[i];
    }
    return true;
}

static bool find_owners(struct fold *f, uint32_t result, struct share_set *out)
{
    const struct result *r = &f->pact->results[result];
    const struct ownership_rule *rule = state_of(f, result)->rule;
    if (!rule) return owners_of_makers(f, r, out);
    *out = rule->owners;
    if (rule->kind != OWNED_BY_RECIPIENTS) return true;
    return owners_by(f, result, rule->to, rule->to_count, rule->basis, rule->term, out);
}

/* To whom an unused result goes back: to makers by their shares, to others equally. */
static bool find_returned(struct fold *f, uint32_t result, struct share_set *out)
{
    const struct rights *rights = state_of(f, result)->rights;
    bool makers = rights->returns_to_count == 1 &&
                  rights->returns_to[0].kind == TO_KIND_OF_PARTIES &&
                  rights->returns_to[0].who == TO_MAKERS;
    if (makers) return owners_of_makers(f, &f->pact->results[result], out);
    struct basis equally = {.kind = BY_EQUALLY};
    return owners_by(f, result, rights->returns_to, rights->returns_to_count, equally,
                     rights->unused.term, out);
}

bool fold_result(struct fold *f, const struct entry *e)
{
    uint32_t result = result_named(f, e);
    const struct result *r = &f->pact->results[result];
    struct result_state *state = state_of(f, result);
    if (!r->background) state_add_result(f->state, result);
    state->registered = true;
    state->since = f->day;
    state->rights = pact_at(f->pact, f->day)->rights;
    if (!r->background) state->rule = rights_owned(state->rights, r->project);
    if (!find_owners(f, result, &state->owners)) return false;
    return !state->rights->unused.term || r->background ||
           find_returned(f, result, &state->returned);
}

/* ---- filings ---- */

static bool filing_refused(struct fold *f, const struct entry *e, const char *en, const char *zh)
{
    DIAG_REPORT(f->diags, E311, entry_span(e), pact_word(f->pact, e->subject),
                diags_word(f->diags, en, zh));
    return false;
}

static bool note_once(struct fold *f, const struct entry *e, date_t *day, const char *en,
                      const char *zh)
{
    const struct entry *second = fold_second(f, e);
    if (*day != DATE_NONE && second) return filing_refused(f, second, en, zh);
    if (*day == DATE_NONE) *day = f->day;
    return true;
}

/* What is granted or lapses was filed before; of background that may be older than the alliance. */
bool fold_file(struct fold *f, const struct entry *e)
{
    uint32_t result = result_named(f, e);
    struct result_state *state = state_of(f, result);
    const struct term *t = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *number = t ? term_bind(t, ROLE_text) : NULL;
    enum filing event = (enum filing)e->choice;
    bool older = f->pact->results[result].background;
    if (refuses(f, event != FILING_FILED && state->filed == DATE_NONE && !older)) {
        DIAG_REPORT(f->diags, E350, entry_span(e), pact_word(f->pact, e->subject));
        return false;
    }
    if (number && event == FILING_FILED)
        state->number = bind_text(f->arena, f->doc->sources, number);
    switch (event) {
    case FILING_FILED: return note_once(f, e, &state->filed, "filed", "申请");
    case FILING_GRANTED: return note_once(f, e, &state->granted, "granted", "获授权");
    case FILING_LAPSED:
        state->lapsed_entry = f->index;
        return note_once(f, e, &state->lapsed, "lapsed", "失效");
    case FILING_OPPOSED: state->opposed = f->day; return true;
    }
    UNREACHABLE("an event of a filing");
}

/* ---- industrial use, diffusion ---- */

void fold_note_use(struct fold *f, uint32_t result)
{
    struct result_state *state = state_of(f, result);
    if (f->day < state->first_use) state->first_use = f->day;
}

static void adopt(struct fold *f, const struct entry *e, uint32_t result)
{
    struct result_state *state = state_of(f, result);
    const struct term *t = e->extra ? document_extra(f->doc, e) : NULL;
    const struct bind *by = t ? term_bind(t, ROLE_by) : NULL;
    const struct bind *by_text = t ? term_bind(t, ROLE_by_text) : NULL;
    const struct bind *line = t ? term_bind(t, ROLE_text) : NULL;
    struct adoption a = {.party = INDEX_NONE, .day = f->day, .entry = f->index};
    if (by) a.party = pact_find(f->pact, THING_PARTY, (uint32_t)by->a);
    if (by) a.by = pact_word(f->pact, (uint32_t)by->a);
    if (by_text) a.by = bind_text(f->arena, f->doc->sources, by_text);
    if (line) a.line = bind_text(f->arena, f->doc->sources, line);
    *ARENA_PUSH(f->state->arena, state->adoptions, state->adoption_count,
                state->adoption_capacity) = a;
    fold_note_use(f, result);
    if (a.party == INDEX_NONE && a.by.len && f->day < state->diffused) state->diffused = f->day;
}

/* ---- publication ---- */

/* The rule that was agreed when a publication was announced, else that of today. */
static const struct publication_rule *rule_of(const struct fold *f, const struct announcement *a,
                                              const struct publication_rule *today)
{
    const struct publication_rule *then = &pact_at(f->pact, a->day)->rights->publication;
    return then->term ? then : today;
}

/* Before it is published a result was announced, the notice is over, and so is the delay after an
 * objection: of several announcements one is enough. */
static bool may_publish(struct fold *f, const struct entry *e, uint32_t result)
{
    const struct publication_rule *today = &pact_at(f->pact, f->day)->rights->publication;
    const struct publication_rule *rule = today;
    const struct result_state *state = state_of(f, result);
    struct str name = pact_word(f->pact, e->subject);
    const struct announcement *last = NULL;
    if (!rule->term || !fold_may_refuse(f)) return true;
    for (size_t i = 0; i < state->announced_count; i++) {
        last = &state->announced[i];
        rule = rule_of(f, last, today);
        date_t from = days_after(last->day, rule->notice);
        if (last->objected != DATE_NONE)
            from = rule->has_delay ? days_after(last->objected, rule->delay) : DATE_OPEN;
        if (f->day >= from) return true;
    }
    struct str clause = clause_text(f, rule->term);
    if (!last) {
        DIAG_REPORT(f->diags, E351, entry_span(e), name, clause);
    } else if (last->objected == DATE_NONE) {
        DIAG_REPORT(f->diags, E352, entry_span(e), name,
                    date_text(f, days_after(last->day, rule->notice)), clause);
    } else if (rule->has_delay) {
        DIAG_REPORT(f->diags, E353, entry_span(e), name, date_text(f, last->objected),
                    date_text(f, days_after(last->objected, rule->delay)), clause);
    } else {
        DIAG_REPORT(f->diags, E354, entry_span(e), name, date_text(f, last->objected), clause);
    }
    return false;
}

bool fold_diffusion(struct fold *f, const struct entry *e)
{
    uint32_t result = result_named(f, e);
    struct result_state *state = state_of(f, result);
    enum diffusion event = (enum diffusion)e->choice;
    if (event == DIFFUSION_ADOPT) {
        adopt(f, e, result);
        return true;
    }
    if (event == DIFFUSION_PUBLISH && !may_publish(f, e, result)) return false;
    if (f->day < state->diffused) state->diffused = f->day;
    return true;
}

bool fold_announce(struct fold *f, const struct entry *e)
{
    struct result_state *state = state_of(f, result_named(f, e));
    *ARENA_PUSH(f->state->arena, state->announced, state->announced_count,
                state->announced_capacity) = (struct announcement){
        .party = entry_party(f, e), .day = f->day, .entry = f->index, .objected = DATE_NONE};
    return true;
}

/* An objection is to what was announced last; the time for it is that of the clause, else the
 * notice itself. */
bool fold_object(struct fold *f, const struct entry *e)
{
    const struct publication_rule *rule = &pact_at(f->pact, f->day)->rights->publication;
    struct result_state *state = state_of(f, result_named(f, e));
    struct announcement *last = NULL;
    if (state->announced_count) {
        last = &state->announced[state->announced_count - 1];
        rule = rule_of(f, last, rule);
    }
    if (!last || !rule->term) {
        if (!fold_may_refuse(f)) return true;
        DIAG_REPORT(f->diags, E355, entry_span(e), pact_word(f->pact, e->subject));
        return false;
    }
    date_t until = days_after(last->day, rule->has_objection ? rule->objection : rule->notice);
    if (refuses(f, f->day > until)) {
        DIAG_REPORT(f->diags, E356, entry_span(e), pact_word(f->pact, e->subject),
                    date_text(f, until), clause_text(f, rule->term));
        return false;
    }
    if (last->objected != DATE_NONE) return true; /* the first objection counts */
    last->objected = f->day;
    last->objection = f->index;
    return true;
}

/* ---- offers ---- */

static bool owns(struct fold *f, uint32_t result, uint32_t party)
{
    const struct share_set *owners = result_owners(f->pact, f->state->registers, result, f->day);
    for (uint32_t i = 0; i < owners->count; i++)
        if (owners->parties[i] == party) return true;
    return false;
}

static bool not_an_owner(struct fold *f, const struct entry *e)
{
    DIAG_REPORT(f->diags, E357, entry_span(e), pact_word(f->pact, e->party),
                pact_word(f->pact, e->subject));
    return false;
}

bool fold_offer(struct fold *f, const struct entry *e)
{
    uint32_t result = result_named(f, e), from = entry_party(f, e);
    struct result_state *state = state_of(f, result);
    const struct term *t = document_extra(f->doc, e);
    const struct bind *to = term_bind(t, ROLE_buyer), *text = term_bind(t, ROLE_buyer_text);
    if (refuses(f, !owns(f, result, from))) return not_an_owner(f, e);
    *ARENA_PUSH(f->state->arena, state->offers, state->offer_count, state->offer_capacity) =
        (struct offer){.from = from,
                       .to = to ? pact_find(f->pact, THING_PARTY, (uint32_t)to->a) : INDEX_NONE,
                       .to_text = to ? pact_word(f->pact, (uint32_t)to->a)
                                     : bind_text(f->arena, f->doc->sources, text),
                       .day = f->day,
                       .entry = f->index,
                       .waived = ARENA_ARRAY(f->state->arena, bool, f->state->party_count)};
    return true;
}

/* Whether all other owners had their time to buy first, or gave it up; to an owner anything may
 * pass. */
static bool was_offered(struct fold *f, const struct entry *e, uint32_t result, uint32_t to)
{
    const struct timed_term *rule = &pact_at(f->pact, f->day)->rights->first_refusal;
    const struct result_state *state = state_of(f, result);
    const struct share_set *owners = result_owners(f->pact, f->state->registers, result, f->day);
    uint32_t from = entry_party(f, e);
    if (!rule->term || owners->count < 2 || owns(f, result, to)) return true;
    for (size_t i = 0; i < state->offer_count; i++) {
        const struct offer *o = &state->offers[i];
        bool waived = true;
        if (o->from != from || !str_eq(o->to_text, pact_word(f->pact, e->other))) continue;
        for (uint32_t k = 0; k < owners->count; k++)
            waived = waived && (owners->parties[k] == from || o->waived[owners->parties[k]]);
        const struct timed_term *then = &pact_at(f->pact, o->day)->rights->first_refusal;
        struct duration time = then->term ? then->duration : rule->duration;
        if (waived || f->day > days_after(o->day, time)) return true;
    }
    DIAG_REPORT(f->diags, E359, entry_span(e), pact_word(f->pact, e->subject),
                clause_text(f, rule->term));
    return false;
}

/* Moves weight among the owners, in arrays of the result's own; 0, or more than `from` has: all
 * of it. Returns what was moved. */
static uint64_t move_weight(struct fold *f, struct share_set *o, uint32_t from, uint32_t to,
                            uint64_t weight)
{
    uint64_t *by_party = ARENA_ARRAY(f->arena, uint64_t, f->state->party_count);
    for (uint32_t i = 0; i < o->count; i++) by_party[o->parties[i]] = o->weights[i];
    if (weight == 0 || weight > by_party[from]) weight = by_party[from];
    by_party[from] -= weight;
    by_party[to] += weight;
    o->parties = ARENA_ARRAY(f->arena, uint32_t, o->count + 1);
    o->weights = ARENA_ARRAY(f->arena, uint64_t, o->count + 1);
    o->count = 0;
    for (uint32_t i = 0; i < f->state->party_count; i++) {
        if (!by_party[i]) continue;
        o->parties[o->count] = i;
        o->weights[o->count++] = by_party[i];
    }
    return weight;
}

static struct share_set *owners_in_force(struct fold *f, uint32_t result)
{
    struct result_state *state = state_of(f, result);
    bool back = result_went_back(f->pact, f->state->registers, result, f->day);
    return back ? &state->returned : &state->owners;
}

/* An owner passes all that it has on. */
bool fold_transfer_result(struct fold *f, const struct entry *e)
{
    uint32_t result = result_named(f, e), from = entry_party(f, e);
    uint32_t to = pact_find(f->pact, THING_PARTY, e->other);
    struct result_state *state = state_of(f, result);
    if (from == to) {
        DIAG_REPORT(f->diags, E371, entry_span(e), pact_word(f->pact, e->party));
        return false;
    }
    if (!owns(f, result, from)) return !fold_may_refuse(f) || not_an_owner(f, e);
    if (fold_may_refuse(f) && !was_offered(f, e, result, to)) return false;
    uint64_t weight = move_weight(f, owners_in_force(f, result), from, to, 0);
    *ARENA_PUSH(f->state->arena, state->passages, state->passage_count, state->passage_capacity) =
        (struct passage){f->index, from, to, weight};
    state->moved = f->index;
    return true;
}

/* What was passed on goes back, as far as it is still there. */
void fold_return_result(struct fold *f, uint32_t result, uint32_t entry)
{
    struct result_state *state = state_of(f, result);
    for (size_t i = 0; i < state->passage_count; i++) {
        const struct passage *p = &state->passages[i];
        if (p->entry != entry || !owns(f, result, p->to)) continue;
        (void)move_weight(f, owners_in_force(f, result), p->to, p->from, p->weight);
        state->moved = f->index;
    }
}

/* Gives up the first refusal on what was offered last. */
bool fold_waive(struct fold *f, const struct entry *e)
{
    uint32_t result = result_named(f, e), party = entry_party(f, e);
    struct result_state *state = state_of(f, result);
    if (refuses(f, !owns(f, result, party))) return not_an_owner(f, e);
    if (!state->offer_count) {
        if (!fold_may_refuse(f)) return true;
        DIAG_REPORT(f->diags, E358, entry_span(e), pact_word(f->pact, e->subject));
        return false;
    }
    state->offers[state->offer_count - 1].waived[party] = true;
    return true;
}

/* ---- government money ---- */

void fold_note_grant(struct fold *f, uint32_t project, int64_t amount_minor)
{
    if (project != INDEX_NONE)
        state_add(f->state, &f->state->registers->grants_minor[project], amount_minor);
}

void fold_check_diffusion(struct fold *f, date_t day)
{
    const struct pact *p = f->pact;
    for (uint32_t i = 0; i < p->result_count; i++) {
        date_t until = result_diffuse_by(p, f->state->registers, i);
        if (until >= day) continue;
        const struct entry *e = document_entry(f->doc, p->results[i].entry);
        const struct term *term = f->state->registers->results[i].rights->diffuse.term;
        DIAG_REPORT(f->diags, F102, entry_span(e), pact_word(p, p->results[i].word),
                    date_text(f, until), clause_text(f, term));
    }
}
