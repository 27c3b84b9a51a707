/* Pledges and their tranches, over time.
 *
 * A line of a member is one pledge. In an amended text it goes on where it says the same word for
 * word; the other lines of the member are those before it, in their order. Of a pledge that is
 * changed what fell due before stays, and what is still to come calls what the new text makes of it
 * so far, less what was called: so it sums to the new pledge, unless more than that was due. */
#include "num/money.h"
#include "pact/build.h"

#include <stdlib.h>

struct pledge {
    uint32_t party;
    const struct term *term; /* as it reads in the last text that has it */
    bool matched, ended;
};

struct plan {
    struct pact *p;
    struct pledge *list;
    size_t count, capacity;
    date_t from; /* of the text that is read */
    bool amended;
};

/* ---- tranches ---- */

static int64_t called_of(const struct plan *plan, size_t pledge)
{
    int64_t sum = 0;
    for (size_t i = 0; i < plan->p->tranche_count; i++)
        if (plan->p->tranches[i].pledge == pledge && tranche_is_called(&plan->p->tranches[i]))
            sum += plan->p->tranches[i].amount_minor;
    return sum;
}

/* What is not due yet when a text begins is called no more. */
static void cut(struct plan *plan, size_t pledge)
{
    struct pact *p = plan->p;
    for (size_t i = 0; i < p->tranche_count; i++) {
        struct tranche *t = &p->tranches[i];
        if (t->pledge == pledge && tranche_is_called(t) && t->due >= plan->from)
            t->cut = plan->from;
    }
}

/* What the shares so far make of a pledge, less what was called of it. Nothing falls due before the
 * text that says so. */
static void add_tranche(struct plan *plan, size_t pledge, struct tranche t, int64_t so_far,
                        int64_t *called)
{
    struct pact *p = plan->p;
    t.pledge = pledge;
    t.planned = plan->from;
    t.cut = DATE_OPEN;
    t.party = plan->list[pledge].party;
    t.amount_minor = so_far - *called;
    if (plan->amended) {
        t.before_minor = *called;
        if (t.due < plan->from) t.due = plan->from;
        if (t.amount_minor <= 0) return;
    }
    *called = so_far;
    *ARENA_PUSH(p->arena, p->tranches, p->tranche_count, p->tranche_capacity) = t;
}

/* In the order written; each is rounded down with those before it, so that they sum to the pledge.
 */
static void read_tranches(struct plan *plan, size_t pledge, int64_t pledge_minor, int64_t called)
{
    struct pact *p = plan->p;
    const struct term *t = plan->list[pledge].term;
    struct str name = word_text(p, p->parties[plan->list[pledge].party].word);
    struct ratio sum = RATIO_ZERO;
    for (const struct term *c = t->first; c; c = c->next) {
        struct ratio share = bind_ratio(p, term_bind(c, ROLE_share));
        int64_t so_far = 0, rest = 0;
        if (ratio_add(&sum, sum, share) != OK ||
            ratio_of(&so_far, &rest, pledge_minor, sum) != OK) {
            DIAG_REPORT(p->diags, E209, c->span, name);
            return;
        }
        add_tranche(plan, pledge,
                    (struct tranche){.pledge_minor = pledge_minor,
                                     .share = plan->amended ? sum : share,
                                     .due = (date_t)term_bind(c, ROLE_date)->a,
                                     .term = c},
                    so_far, &called);
    }
    if (!ratio_equal(sum, RATIO_ONE))
        DIAG_REPORT(p->diags, E211, t->span, name, percent_text(p, sum));
}

static void read_pledge(struct plan *plan, size_t pledge)
{
    struct pact *p = plan->p;
    const struct term *t = plan->list[pledge].term;
    const struct bind *due = term_bind(t, ROLE_date);
    int64_t amount = term_bind(t, ROLE_amount)->a, called = called_of(plan, pledge);
    if (t->first) {
        if (due)
            DIAG_REPORT(p->diags, E276, t->span,
                        word_text(p, p->parties[plan->list[pledge].party].word));
        read_tranches(plan, pledge, amount, called);
    } else if (due) {
        add_tranche(
            plan, pledge,
            (struct tranche){
                .pledge_minor = amount, .share = RATIO_ONE, .due = (date_t)due->a, .term = t},
            amount, &called);
    }
}

/* ---- lines of one text and those before ---- */

static uint32_t party_of(struct plan *plan, const struct term *t)
{
    return require(plan->p, THING_PARTY, term_word(t, ROLE_party), term_name_span(t, ROLE_party));
}

/* A pledge of the member that no line was found for yet; of a term: that says the same. */
static size_t find_pledge(const struct plan *plan, uint32_t party, const struct term *same_as)
{
    size_t i = 0;
    for (; i < plan->count; i++) {
        const struct pledge *pledge = &plan->list[i];
        if (pledge->party != party || pledge->matched || pledge->ended) continue;
        if (!same_as || same_words(plan->p, pledge->term, same_as)) break;
    }
    return i;
}

static void go_on_with(struct plan *plan, const struct term *t)
{
    uint32_t party = t->form == F_PLEDGES ? party_of(plan, t) : INDEX_NONE;
    int64_t *sum = plan->p->building->pledges_minor;
    if (party == INDEX_NONE) return;
    if (money_add(&sum[party], sum[party], term_bind(t, ROLE_amount)->a) != OK)
        DIAG_PLAIN(plan->p->diags, E401, t->span);
    size_t at = find_pledge(plan, party, t);
    if (at == plan->count) return;
    plan->list[at].matched = true;
    plan->list[at].term = t;
}

static bool goes_on(const struct plan *plan, const struct term *t)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->list[i].matched && plan->list[i].term == t) return true;
    return false;
}

static void change(struct plan *plan, const struct term *t)
{
    uint32_t party = t->form == F_PLEDGES
                         ? pact_find(plan->p, THING_PARTY, term_word(t, ROLE_party))
                         : INDEX_NONE;
    if (party == INDEX_NONE || goes_on(plan, t)) return;
    size_t at = find_pledge(plan, party, NULL);
    if (at == plan->count)
        *ARENA_PUSH(plan->p->arena, plan->list, plan->count, plan->capacity) =
            (struct pledge){.party = party};
    else
        cut(plan, at);
    plan->list[at].matched = true;
    plan->list[at].term = t;
    read_pledge(plan, at);
}

static void end_others(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        struct pledge *pledge = &plan->list[i];
        if (!pledge->matched && !pledge->ended) {
            cut(plan, i);
            pledge->ended = true;
        }
        pledge->matched = false;
    }
}

static void each_statement(struct plan *plan, void (*visit)(struct plan *, const struct term *))
{
    const struct provisions *now = plan->p->building;
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next) visit(plan, t);
}

static int compare_tranches(const void *a, const void *b)
{
    const struct tranche *x = a, *y = b;
    if (x->due != y->due) return x->due < y->due ? -1 : 1;
    if (x->party != y->party) return x->party < y->party ? -1 : 1;
    return (x->term > y->term) - (x->term < y->term);
}

void build_capital(struct pact *p)
{
    struct plan plan = {.p = p};
    for (size_t k = 0; k < p->provisions_count; k++) {
        struct provisions *now = p->building = &p->provisions[k];
        size_t told = p->diags->count;
        now->pledges_minor = ARENA_ARRAY(p->arena, int64_t, p->party_count);
        plan.from = now->from;
        plan.amended = k > 0;
        each_statement(&plan, go_on_with);
        each_statement(&plan, change);
        end_others(&plan);
        if (plan.amended) diags_drop_repeated(p->diags, told);
    }
    p->building = p->provisions;
    if (p->tranche_count)
        qsort(p->tranches, p->tranche_count, sizeof *p->tranches, compare_tranches);
}
