/* Clauses about the same receipts or losses: two of one day may not be equally narrow, and one that
 * is amended goes on where it is left as it was. */
#include "pact/build.h"

/* The same for clauses that are equally narrow for the same receipts or losses. */
static uint64_t ground_of(const struct clause *c, bool shares)
{
    uint64_t ground = 0;
    switch (c->width) {
    case WIDTH_KIND: ground = (uint64_t)c->kind; break;
    case WIDTH_PROJECT: ground = c->project; break;
    case WIDTH_RESULT: ground = c->result; break;
    case WIDTH_ALL:
    case WIDTH_EACH_RESULT: break;
    }
    uint64_t class = shares ? (uint64_t)c->class : (uint64_t)c->loss;
    return (uint64_t)c->width << 40 | class << 32 | ground;
}

/* What a clause is narrowed to: "waterborne", "generic"; empty where it is not. */
static struct str narrowed_to(struct pact *p, const struct clause *c)
{
    switch (c->width) {
    case WIDTH_KIND:
        return choice_text(p->arena, p->doc->g, SET_PROJECT_KIND, (uint32_t)c->kind,
                           p->diags->lang);
    case WIDTH_PROJECT:
        return c->project == INDEX_NONE ? STR("") : word_text(p, p->projects[c->project].word);
    case WIDTH_RESULT:
        return c->result == INDEX_NONE ? STR("") : word_text(p, p->results[c->result].word);
    case WIDTH_ALL:
    case WIDTH_EACH_RESULT: break;
    }
    return STR("");
}

/* A receipt or loss to which a clause applies: "licence (waterborne)". */
static struct str case_of(struct pact *p, const struct clause *c, bool shares)
{
    struct str what =
        shares ? choice_text(p->arena, p->doc->g, SET_CLASS, (uint32_t)c->class, p->diags->lang)
               : choice_text(p->arena, p->doc->g, SET_LOSS_KIND, (uint32_t)c->loss, p->diags->lang);
    struct str of = narrowed_to(p, c);
    if (!of.len) return what;
    return str_format(p->arena, p->diags->lang == LANG_ZH ? "%.*s（%.*s）" : "%.*s (%.*s)",
                      STR_ARG(what), STR_ARG(of));
}

/* Each text that begins on a day, with those that hold beside it, has no two equals. */
static void check_equals(struct pact *p, const struct clause *list, size_t count, bool shares,
                         date_t day)
{
    uint32_t *held = ARENA_ARRAY(p->arena, uint32_t, count), held_count = 0;
    uint64_t *grounds = ARENA_ARRAY(p->arena, uint64_t, count);
    for (uint32_t i = 0; i < count; i++) {
        if (!text_holds(list[i].text, day)) continue;
        grounds[held_count] = ground_of(&list[i], shares);
        held[held_count++] = i;
    }
    const uint32_t *earlier = find_equals(p->arena, grounds, held_count);
    for (uint32_t i = 0; i < held_count; i++) {
        if (earlier[i] == INDEX_NONE) continue;
        const struct clause *c = &list[held[i]], *other = &list[held[earlier[i]]];
        if (c->text->from == day || other->text->from == day)
            DIAG_REPORT(p->diags, E217, c->term->span, pact_clause(p->arena, other->term),
                        case_of(p, c, shares));
    }
}

static void check_equals_at(struct pact *p, date_t day)
{
    check_equals(p, p->shares, p->share_count, true, day);
    check_equals(p, p->bears, p->bear_count, false, day);
}

/* ---- amended clauses ---- */

static void go_on(struct tier *tier, const struct tier *before)
{
    tier->id = before->id;
    tier->sums = before->sums;
    for (uint32_t i = 0; i < tier->part_count; i++) go_on(&tier->parts[i], &before->parts[i]);
}

static void go_on_lines(const struct pact *p, struct tier *lines, uint32_t count,
                        const struct tier *before, uint32_t before_count, bool same)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t k = next;
        while (k < before_count && !same_words(p, lines[i].term, before[k].term)) k++;
        if (k == before_count) continue;
        next = k + 1;
        if (same)
            go_on(&lines[i], &before[k]);
        else
            lines[i].sums = before[k].sums;
    }
}

/* A clause that an amendment leaves word for word as it was goes on. Of one that it changes the
 * streams begin anew, but tiers that are left as they were go on to count what they have had. */
static void go_on_from(const struct pact *p, struct clause *c, const struct clause *before)
{
    bool same = same_words(p, c->term, before->term);
    c->id = before->id;
    go_on_lines(p, c->tiers, c->tier_count, before->tiers, before->tier_count, same);
    go_on_lines(p, c->returns, c->return_count, before->returns, before->return_count, same);
}

/* The clause for the same receipts or losses in the text before; NULL: none. */
static struct clause *clause_before(struct clause *list, size_t i, bool shares)
{
    const struct article_text *before = list[i].text->before;
    for (size_t k = 0; before && k < i; k++)
        if (list[k].text == before && ground_of(&list[k], shares) == ground_of(&list[i], shares))
            return &list[k];
    return NULL;
}

/* What a later text looks at is counted under the earlier ones. */
static void link_texts(const struct pact *p, struct clause *list, size_t count, bool shares)
{
    for (size_t i = 0; i < count; i++) {
        const struct clause *before = clause_before(list, i, shares);
        if (before) go_on_from(p, &list[i], before);
    }
    for (size_t i = count; i-- > 0;) {
        struct clause *before = clause_before(list, i, shares);
        if (!before) continue;
        before->counts_income = before->counts_income || list[i].counts_income;
        before->counts_profit = before->counts_profit || list[i].counts_profit;
    }
}

void compare_clauses(struct pact *p)
{
    link_texts(p, p->shares, p->share_count, true);
    link_texts(p, p->bears, p->bear_count, false);
    check_equals_at(p, DATE_NONE);
    for (date_t day = DATE_NONE; (day = pact_next_text(p, day, DATE_OPEN)) != DATE_OPEN;)
        check_equals_at(p, day);
}
