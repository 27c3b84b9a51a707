/* The contract, the arithmetic of its majorities: 2/3 of 22 seats are 15.
 *
 * Seats are those of the members of the day, a group that counts as one having one. Votes are told
 * where every seat has one; of votes by capital or stakes the contract cannot say how many there
 * are. */
#include "fold/authority.h"
#include "report/contract_inside.h"

/* Seats of a body among those who are parties on the day. */
static uint32_t seats_of(const struct contract *c, const struct body *body)
{
    const struct provisions *now = pact_at(c->pact, c->at);
    bool *counted = ARENA_ARRAY(c->arena, bool, c->pact->group_count);
    uint32_t seats = 0;
    for (uint32_t i = 0; i < c->pact->party_count; i++) {
        if (!c->parties[i] || !pact_has_seat(c->pact, body, i)) continue;
        uint32_t bloc = now->bloc_of[i];
        if (bloc != INDEX_NONE && counted[bloc]) continue;
        if (bloc != INDEX_NONE) counted[bloc] = true;
        seats++;
    }
    return seats;
}

static struct str counted_text(const struct contract *c, struct str sentence,
                               const struct body *body, const struct majority *m, bool of_seats)
{
    uint32_t seats = seats_of(c, body);
    if (!seats) return sentence;
    unsigned needed = (unsigned)votes_needed(seats, m->share, m->strict);
    if (c->lang == LANG_EN)
        return str_format(c->arena, "%.*s (today %u of %u %s)", STR_ARG(sentence), needed, seats,
                          of_seats ? "seats" : "votes");
    return str_format(c->arena, "%.*s（现为%u%s中的%u%s）", STR_ARG(sentence), seats,
                      of_seats ? "席" : "票", needed, of_seats ? "席" : "票");
}

static bool is_counted(const struct majority *m, const struct body *body)
{
    return m->base == BASE_ALL && body->votes == VOTES_ONE_EACH;
}

struct str contract_counted(const struct contract *c, const struct term *t, struct str sentence)
{
    const struct provisions *now = pact_at(c->pact, c->at);
    for (size_t i = 0; i < c->pact->body_count; i++) {
        const struct body *body = &now->bodies[i];
        if (!body->term || body->term != t->parent) continue;
        if (t->form == F_B_QUORUM) return counted_text(c, sentence, body, &body->quorum, true);
        if (t->form == F_B_PASS && is_counted(&body->pass, body))
            return counted_text(c, sentence, body, &body->pass, false);
    }
    for (size_t i = 0; i < now->rule_count; i++) {
        const struct decide_rule *rule = &now->rules[i];
        if (rule->term != t || !rule->has_majority) continue;
        const struct body *body = &now->bodies[rule->body];
        if (!rule->class_count && is_counted(&rule->majority, body))
            return counted_text(c, sentence, body, &rule->majority, false);
    }
    return sentence;
}
