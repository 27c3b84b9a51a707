/* Covenants and divisions that may be void. */
#include "review/void.h"

#include "review/gaps_inside.h"

static const struct {
    const char *names, *what[2], *law[2];
} forbidden[] = {
#define VOID(names, en, zh, law, zh_law) {names, {en, zh}, {law, zh_law}},
#include "review/void_table.h"
#undef VOID
};

static void check_covenants(const struct silent_on *s, struct diags *diags)
{
    for (size_t i = 0; i < s->now->text_count; i++)
        for (const struct term *t = s->now->texts[i]->term->first; t; t = t->next) {
            if (t->form != F_COVENANT) continue;
            struct str name = pact_word(s->p, term_word(t, ROLE_name));
            for (size_t k = 0; k < ARRAY_LEN(forbidden); k++)
                if (str_is_among(name, forbidden[k].names))
                    DIAG_REPORT(diags, N130, t->span, name,
                                diags_word(diags, forbidden[k].what[0], forbidden[k].what[1]),
                                diags_word(diags, forbidden[k].law[0], forbidden[k].law[1]));
        }
}

/* ---- all profit, or all loss, to some ---- */

/* Whether a party may get or bear something by a tier. Makers, funders and the like may be any. */
static bool may_reach(const struct pact *p, const struct tier *tier, uint32_t party)
{
    for (uint32_t i = 0; i < tier->part_count; i++)
        if (may_reach(p, &tier->parts[i], party)) return true;
    for (uint32_t i = 0; i < tier->to_count; i++) {
        const struct recipient *to = &tier->to[i];
        if (to->kind == TO_KIND_OF_PARTIES && to->who > TO_INSTITUTES) return true;
        if (pact_is_among(p, to, party)) return true;
    }
    return false;
}

static bool clauses_reach(const struct silent_on *s, const struct clause *list, size_t count,
                          uint32_t party)
{
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = 0; text_holds(list[i].text, s->at) && k < list[i].tier_count; k++)
            if (may_reach(s->p, &list[i].tiers[k], party)) return true;
    return false;
}

static void check_partners(const struct silent_on *s, struct diags *diags,
                           const struct clause *list, size_t count, struct str of)
{
    struct names left_out = {.arena = s->p->arena, .diags = diags, .list = STR("")};
    for (uint32_t i = 0; i < s->p->party_count; i++)
        if (s->p->parties[i].entry == INDEX_NONE && !clauses_reach(s, list, count, i))
            names_add(&left_out, pact_word(s->p, s->p->parties[i].word));
    if (count && left_out.count)
        DIAG_REPORT(diags, W105, list[0].term->span, of, names_text(&left_out));
}

void review_check_void(const struct pact *p, struct diags *diags)
{
    struct silent_on s = {.p = p, .at = PACT_LATEST, .now = pact_at(p, PACT_LATEST)};
    if (p->currency && !str_eq(pact_word(p, p->currency), STR("CNY"))) return;
    check_covenants(&s, diags);
    if (!p->has_form || p->form != LEGAL_PARTNERSHIP) return;
    check_partners(&s, diags, p->shares, p->share_count, diags_word(diags, "profit", "利润"));
    check_partners(&s, diags, p->bears, p->bear_count, diags_word(diags, "loss", "亏损"));
}
