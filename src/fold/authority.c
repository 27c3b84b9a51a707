/* Motions from the entry that puts them to the entry that rests on them. The rules are in
 * fold/authority.h. */
#include "fold/authority.h"

#include "fold/handlers.h"

/* ---- words for complaints ---- */

static struct str word_of(const struct fold *f, uint32_t word)
{
    return pact_word(f->pact, word);
}

static struct str party_name(const struct fold *f, uint32_t party)
{
    return word_of(f, f->pact->parties[party].word);
}

static struct str body_name(const struct fold *f, uint32_t body)
{
    return word_of(f, f->pact->bodies[body].word);
}

static struct str date_name(const struct fold *f, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    return str_copy(f->arena, str_from(text));
}

static struct str clause_of(const struct fold *f, const struct term *t)
{
    return pact_clause(f->arena, t);
}

static struct str matter_name(const struct fold *f, uint32_t matter, uint32_t name)
{
    return pact_matter_text(f->pact, matter, name, f->diags->lang);
}

static struct str result_name(const struct fold *f, enum motion_result result)
{
    return motion_result_text(result, f->diags->lang);
}

/* ---- the motion of an entry ---- */

static const struct motion *motion_of(const struct fold *f, uint32_t word)
{
    return &f->pact->motions[pact_find(f->pact, THING_MOTION, word)];
}

static struct motion_state *state_of(const struct fold *f, const struct motion *m)
{
    return &f->state->motions->list[m - f->pact->motions];
}

static struct motions *register_of(struct fold *f)
{
    if (!f->state->motions) {
        f->state->motions = ARENA_NEW(f->state->stands, struct motions);
        state_fit(f->state, f->pact);
    }
    return f->state->motions;
}

/* A motion that may still be voted on and decided; said where it may not. */
static bool still_open(struct fold *f, const struct motion *m, struct span span)
{
    const struct motion_state *s = state_of(f, m);
    if (s->result == MOTION_OPEN) return true;
    DIAG_REPORT(f->diags, E332, span, word_of(f, m->word), date_name(f, s->decided));
    return false;
}

/* Whether members that the motion concerns stand in this party's place: itself, or its group. */
static bool is_recused(const struct fold *f, const struct motion *m, uint32_t party)
{
    if (m->party == INDEX_NONE) return false;
    const uint32_t *bloc_of = pact_when(f->pact, m->entry)->bloc_of;
    uint32_t bloc = bloc_of[party];
    return party == m->party || (bloc != INDEX_NONE && bloc == bloc_of[m->party]);
}

static bool check_seat(struct fold *f, const struct body *body, uint32_t party, struct span span)
{
    if (f->state->parties[party].member && pact_has_seat(f->pact, body, party)) return true;
    DIAG_REPORT(f->diags, E330, span, party_name(f, party), word_of(f, body->word),
                clause_of(f, body->term));
    return false;
}

/* A body that an amendment left out is no more. */
static bool body_is_there(struct fold *f, const struct body *body, struct span span)
{
    if (body->term) return true;
    DIAG_REPORT(f->diags, E434, span, word_of(f, body->word),
                date_name(f, pact_when(f->pact, f->index)->from));
    return false;
}

/* ---- putting, voting, meeting ---- */

/* A body that cannot decide cannot be asked. */
static bool check_body(struct fold *f, const struct motion *m, struct span span)
{
    const struct body *body = pact_body_of(f->pact, m);
    const struct decide_rule *rule = pact_rule_of(f->pact, m);
    bool own = rule && rule->body == m->body;
    if (!body_is_there(f, body, span)) return false;
    if (body->seats != SEATS_NONE && (body->has_pass || (own && rule->has_majority))) return true;
    struct str line = body->seats == SEATS_NONE ? diags_word(f->diags, "seats", "席位")
                                                : diags_word(f->diags, "pass", "通过");
    DIAG_REPORT(f->diags, E240, span, body_name(f, m->body), line);
    return false;
}

bool fold_motion(struct fold *f, const struct entry *e)
{
    (void)register_of(f);
    const struct motion *m = motion_of(f, e->subject);
    struct motion_state *s = state_of(f, m);
    if (!check_body(f, m, entry_span(e))) return false;
    if (m->deadline != DATE_NONE && m->deadline < e->date) {
        DIAG_REPORT(f->diags, E347, entry_span(e), word_of(f, m->word), date_name(f, m->deadline));
        return false;
    }
    s->result = MOTION_OPEN;
    s->opened = e->date;
    return true;
}

bool fold_vote(struct fold *f, const struct entry *e)
{
    const struct motion *m = motion_of(f, e->subject);
    struct motion_state *s = state_of(f, m);
    uint32_t by = entry_party(f, e);
    uint32_t party = e->other ? pact_find(f->pact, THING_PARTY, e->other) : by;
    struct span span = entry_span(e);
    if (!still_open(f, m, span)) return false;
    if (m->deadline != DATE_NONE && e->date > m->deadline) {
        DIAG_REPORT(f->diags, E333, span, word_of(f, m->word), date_name(f, m->deadline));
        return false;
    }
    if (is_recused(f, m, by) || is_recused(f, m, party)) {
        DIAG_REPORT(f->diags, E331, span, party_name(f, is_recused(f, m, by) ? by : party));
        return false;
    }
    const struct body *body = pact_body_of(f->pact, m);
    if (!check_seat(f, body, party, span)) return false;
    if (by != party && !check_seat(f, body, by, span)) return false;
    if (!s->ballots)
        s->ballots = ARENA_ARRAY(f->state->stands, struct cast_ballot, f->pact->party_count);
    static const enum voice voices[] = {
        [BALLOT_YES] = VOICE_YES, [BALLOT_NO] = VOICE_NO, [BALLOT_ABSTAIN] = VOICE_ABSTAIN};
    s->ballots[party] = (struct cast_ballot){voices[e->choice], by};
    return true;
}

bool fold_meeting(struct fold *f, const struct entry *e)
{
    uint32_t index = pact_find(f->pact, THING_BODY, e->other);
    const struct body *body = &pact_when(f->pact, f->index)->bodies[index];
    const struct term *t = document_extra(f->doc, e);
    const struct bind *list = term_bind(t, ROLE_members);
    if (!body_is_there(f, body, entry_span(e))) return false;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        uint32_t party = pact_find(f->pact, THING_PARTY, (uint32_t)b->a);
        if (!check_seat(f, body, party, bind_span(b))) return false;
    }
    struct motions *r = register_of(f);
    *ARENA_PUSH(f->state->stands, r->meetings, r->meeting_count, r->meeting_capacity) =
        (struct meeting){.body = index, .date = e->date, .term = t};
    return true;
}

/* ---- deciding ---- */

static uint32_t count_spoken(const struct tally *t)
{
    uint32_t spoken = 0;
    for (uint32_t i = 0; i < t->list_count; i++)
        spoken += !t->list[i].recused && t->list[i].voice != VOICE_NONE;
    return spoken;
}

/* A written vote ends with its last day, or with its last ballot. */
static bool check_deadline(struct fold *f, const struct tally *t, const struct entry *e)
{
    const struct motion *m = t->motion;
    uint32_t spoken = count_spoken(t);
    if (m->deadline == DATE_NONE || e->date >= m->deadline || spoken == t->seats) return true;
    DIAG_REPORT(f->diags, E334, entry_span(e), word_of(f, m->word), date_name(f, m->deadline),
                str_format(f->arena, "%u", spoken), str_format(f->arena, "%u", t->seats));
    return false;
}

/* What says how many votes carry a motion: the `decide` line, or the body. */
static const struct term *majority_term(const struct tally *t)
{
    bool own = t->rule && (t->rule->has_majority || t->rule->class_count);
    return own ? t->rule->term : t->body->term;
}

bool fold_decide(struct fold *f, const struct entry *e)
{
    const struct motion *m = motion_of(f, e->subject);
    struct motion_state *s = state_of(f, m);
    if (!still_open(f, m, entry_span(e))) return false;
    struct tally *t = count_motion(f, m, e->date, entry_span(e));
    if (!t || !check_deadline(f, t, e)) return false;
    enum motion_result result = t->carried ? MOTION_CARRIED : MOTION_LOST;
    bool claimed = e->flags & ENTRY_HAS_CHOICE;
    if (claimed && (e->choice == CLAIM_CARRIED) != t->carried) {
        enum motion_result claim = t->carried ? MOTION_LOST : MOTION_CARRIED;
        DIAG_REPORT(f->diags, E335, entry_span(e), word_of(f, m->word), result_name(f, result),
                    result_name(f, claim), tally_sentence(f->arena, f->pact, t, f->diags->lang),
                    clause_of(f, majority_term(t)));
        return false;
    }
    s->result = result;
    s->decided = e->date;
    s->tally = t;
    return true;
}

/* ---- vetoes ---- */

/* Whether a right of veto is this party's: whoever says that it is affected, by its reason. */
static bool may_veto(const struct fold *f, const struct veto_right *right, uint32_t party)
{
    for (uint32_t i = 0; i < right->to_count; i++) {
        const struct recipient *who = &right->to[i];
        if (who->kind == TO_KIND_OF_PARTIES && who->who == TO_AFFECTED) return true;
        if (pact_is_among(f->pact, who, party)) return true;
    }
    return false;
}

/* The last day on which a party may veto; DATE_NONE where it has no right. Nobody vetoes its own
 * expulsion. The clause that gives it. */
static date_t veto_ends(const struct fold *f, const struct motion *m, uint32_t party,
                        const struct term **clause_out)
{
    const struct body *body = pact_body_of(f->pact, m);
    date_t last = DATE_NONE, end;
    if (!f->state->parties[party].member) return DATE_NONE;
    if (m->matter == MATTER_EXPULSION && is_recused(f, m, party)) return DATE_NONE;
    for (size_t i = 0; i < body->veto_count; i++) {
        if (!may_veto(f, &body->vetoes[i], party)) continue;
        if (date_add(&end, state_of(f, m)->decided, body->vetoes[i].within) != OK) end = DATE_OPEN;
        if (end <= last) continue;
        last = end;
        *clause_out = body->vetoes[i].term;
    }
    return last;
}

static struct str veto_reason(const struct fold *f, const struct entry *e)
{
    const struct bind *text = e->extra ? term_bind(document_extra(f->doc, e), ROLE_text) : NULL;
    return text ? bind_text(f->arena, f->doc->sources, text) : STR("");
}

static void tell_used(struct fold *f, const struct motion *m, const struct entry *e)
{
    uint32_t used = state_of(f, m)->used_by;
    if (used == INDEX_NONE) return;
    DIAG_REPORT(f->diags, F110, entry_span(e), word_of(f, m->word), fold_cited(f, used));
}

bool fold_veto(struct fold *f, const struct entry *e)
{
    const struct motion *m = motion_of(f, e->subject);
    struct motion_state *s = state_of(f, m);
    uint32_t party = entry_party(f, e);
    struct str reason = veto_reason(f, e);
    struct span span = entry_span(e);
    if (s->result == MOTION_OPEN || s->result == MOTION_LOST) {
        DIAG_REPORT(f->diags, E339, span, word_of(f, m->word), result_name(f, s->result));
        return false;
    }
    const struct term *clause = NULL;
    date_t end = veto_ends(f, m, party, &clause);
    if (end == DATE_NONE) {
        DIAG_REPORT(f->diags, E336, span, party_name(f, party), body_name(f, m->body));
        return false;
    }
    if (e->date > end) {
        DIAG_REPORT(f->diags, E338, span, word_of(f, m->word), date_name(f, end),
                    clause_of(f, clause));
        return false;
    }
    if (!reason.len) {
        DIAG_REPORT(f->diags, E337, span, clause_of(f, clause));
        return false;
    }
    *ARENA_PUSH(f->state->stands, s->vetoes, s->veto_count, s->veto_capacity) =
        (struct veto){.party = party, .date = e->date, .reason = reason};
    s->result = MOTION_VETOED;
    tell_used(f, m, e);
    return true;
}

/* ---- resting on a decision ---- */

/* rule: the `decide` line that asks for the motion, or NULL. */
static bool check_result(struct fold *f, const struct motion *m, const struct decide_rule *rule,
                         struct span span)
{
    const struct motion_state *s = state_of(f, m);
    struct str name = word_of(f, m->word);
    struct str clause = fold_in_clause(f, rule ? rule->term : NULL);
    switch (s->result) {
    case MOTION_CARRIED: return true;
    case MOTION_LOST:
        DIAG_REPORT(f->diags, E342, span, name, date_name(f, s->decided),
                    tally_sentence(f->arena, f->pact, s->tally, f->diags->lang), clause);
        return false;
    case MOTION_VETOED:
        DIAG_REPORT(f->diags, E343, span, name, date_name(f, s->vetoes[0].date),
                    party_name(f, s->vetoes[0].party), clause);
        return false;
    case MOTION_UNKNOWN:
    case MOTION_OPEN: break;
    }
    if (m->decided == INDEX_NONE)
        DIAG_REPORT(f->diags, E340, span, name, clause);
    else
        DIAG_REPORT(f->diags, E341, span, name,
                    date_name(f, document_entry(f->doc, m->decided)->date), clause);
    return false;
}

/* What is asked for today is decided by whom the text named when the motion was put. */
static bool check_matter(struct fold *f, const struct motion *m, const struct decide_rule *rule,
                         struct span span)
{
    if (m->matter != rule->matter) {
        DIAG_REPORT(f->diags, E344, span, word_of(f, m->word),
                    matter_name(f, m->matter, m->subject), matter_name(f, rule->matter, rule->name),
                    clause_of(f, rule->term));
        return false;
    }
    const struct decide_rule *put = pact_rule_of(f->pact, m);
    if (put) rule = put;
    if (m->body != rule->body) {
        DIAG_REPORT(f->diags, E345, span, word_of(f, m->word), body_name(f, m->body),
                    clause_of(f, rule->term), body_name(f, rule->body));
        return false;
    }
    return true;
}

/* A motion that says of nobody that it is about him had nobody recused. */
static bool check_own_vote(struct fold *f, const struct motion *m, const struct entry *e)
{
    const struct cast_ballot *ballots = state_of(f, m)->ballots;
    uint32_t party = entry_party(f, e);
    bool voted = ballots && ballots[party].voice != VOICE_NONE;
    for (uint32_t i = 0; ballots && i < f->pact->party_count; i++)
        voted = voted || (ballots[i].voice != VOICE_NONE && ballots[i].by == party);
    if (!voted) return true;
    DIAG_REPORT(f->diags, E414, entry_span(e), word_of(f, e->party), word_of(f, m->word));
    return false;
}

/* A motion about somebody admits or expels nobody else. */
static bool check_about(struct fold *f, const struct motion *m, const struct entry *e)
{
    if (e->form == F_EXPEL && !m->about) return check_own_vote(f, m, e);
    if (!m->about || (e->form != F_JOIN && e->form != F_EXPEL)) return true;
    uint32_t word = e->form == F_JOIN ? e->subject : e->party;
    if (word == m->about) return true;
    DIAG_REPORT(f->diags, E346, entry_span(e), word_of(f, m->word), word_of(f, m->about),
                word_of(f, word));
    return false;
}

static bool refuse_undecided(struct fold *f, const struct decide_rule *rule, struct span span)
{
    DIAG_REPORT(f->diags, E307, span, clause_of(f, rule->term), body_name(f, rule->body),
                matter_name(f, rule->matter, rule->name));
    return false;
}

bool fold_authority(struct fold *f, const struct entry *e)
{
    const struct decide_rule *rule = pact_decider(f->pact, e);
    if (!e->motion) return !rule || refuse_undecided(f, rule, entry_span(e));
    (void)register_of(f);
    const struct motion *m = motion_of(f, e->motion);
    if (!check_result(f, m, rule, entry_span(e))) return false;
    if (rule && !check_matter(f, m, rule, entry_span(e))) return false;
    if (!check_about(f, m, e)) return false;
    struct motion_state *s = state_of(f, m);
    if (s->used_by == INDEX_NONE) s->used_by = f->index;
    return true;
}
