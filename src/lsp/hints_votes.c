/* Hints of votes: the arithmetic of the thresholds in force at the end of the book, with who sits
 * in the bodies then.
 *
 * Whom a motion is about has no vote in it, so a count may come to less; `heqi tally` tells that of
 * a motion. */
#include "fold/authority.h"
#include "lsp/hints.h"

static void add_quorum(struct hints *h, const struct body *body, const struct tally *t)
{
    const struct majority *m = &body->quorum;
    struct str needed = votes_text(h->arena, &(struct tally){.weight_den = 1},
                                   votes_needed(t->seats, m->share, m->strict));
    uint32_t at = m->span.at + m->span.len;
    if (h->lang == LANG_ZH)
        hints_add(h, at, "%u 席中 %.*s 席", t->seats, STR_ARG(needed));
    else
        hints_add(h, at, "%.*s of %u seats", STR_ARG(needed), t->seats);
}

/* Of those present and of votes cast there are at most as many as all. */
static void add_majority(struct hints *h, const struct majority *m, const struct tally *t)
{
    bool zh = h->lang == LANG_ZH;
    struct str needed = votes_text(h->arena, t, votes_needed(t->all, m->share, m->strict));
    struct str all = votes_text(h->arena, t, t->all);
    const char *when = "";
    if (m->base == BASE_PRESENT) when = zh ? "（全体出席时）" : " if all are present";
    if (m->base == BASE_CAST) when = zh ? "（全体投票时）" : " if all vote";
    uint32_t at = m->span.at + m->span.len;
    if (zh)
        hints_add(h, at, "%.*s 票中 %.*s 票%s", STR_ARG(all), STR_ARG(needed), when);
    else
        hints_add(h, at, "%.*s of %.*s votes%s", STR_ARG(needed), STR_ARG(all), when);
}

static bool counts(const struct tally *t)
{
    return t && t->all >> 100 == 0 && t->all > 0;
}

void hints_add_votes(struct hints *h)
{
    const struct pact *p = h->analysis->pact;
    struct fold *f = h->analysis->fold;
    if (!f) return;
    const struct provisions *now = pact_at(p, f->options.until);
    struct tally **tallies = ARENA_ARRAY(h->arena, struct tally *, p->body_count);
    for (size_t i = 0; i < p->body_count; i++) {
        const struct body *body = &now->bodies[i];
        if (body->term) tallies[i] = count_seats(f, body, f->options.until);
        if (!counts(tallies[i])) continue;
        if (body->has_quorum) add_quorum(h, body, tallies[i]);
        if (body->has_pass) add_majority(h, &body->pass, tallies[i]);
    }
    for (size_t i = 0; i < now->rule_count; i++) {
        const struct decide_rule *rule = &now->rules[i];
        if (rule->has_majority && rule->body < p->body_count && counts(tallies[rule->body]))
            add_majority(h, &rule->majority, tallies[rule->body]);
    }
}
