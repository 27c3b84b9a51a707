/* Settlements: the two whole texts of the design, set-off, and what must hold of every settlement,
 * held against histories made by chance.
 *
 * Oracles. The figures of the two texts are those of design/language.md (a joint venture, called
 * 67,587,216.53 and so on) and of its exact fractions. For the rest each test says what must be
 * equal: both identities of the figures, lines against figures and entries, accounts against
 * figures, trees against their leaves, a settlement up to a day against that of the text cut there.
 * Seeds are fixed; HEQI_TRACE=1 prints each history before it is judged, the last one is at fault.
 */
#include "unit.h"

#include "engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the two whole texts ---- */

static const char venture[] = "alliance unit \"A joint venture\"\n"
                              "  founded 1974-05-01\n  term 90 years\n  currency NOK\n"
                              "  form contract\n"
                              "article 1 \"Partners\"\n"
                              "  party a enterprise \"A\" lead\n  party b enterprise \"B\"\n"
                              "  stakes field\n    a 66.66667%\n    b 33.33333%\n"
                              "  share sale\n    rest to members by stake of field\n"
                              "1975-07-01 stakes field\n  a 50%\n  b 50%\n"
                              "1975-12-31 call 116000000 by stake of field "
                              "over 1975-01-01 to 1976-01-01\n"
                              "1976-12-31 income 90000000 from field class sale "
                              "over 1976-01-01 to 1977-01-01\n"
                              "1976-12-31 settle\n";

static void the_joint_venture_settles(void **state)
{
    (void)state;
    expect_figures(venture,
                   "a.called 67587216.53, a.received 45000000.00, a.set_off 45000000.00, "
                   "a.due 0.00, a.owes 22587216.53, b.called 48412783.47, b.received 45000000.00, "
                   "b.set_off 45000000.00, b.due 0.00, b.owes 3412783.47");
    expect_figures_until(venture, "1975-12-31", "a.owes 67587216.53, a.set_off 0.00");
}

static void the_grant_is_shared_by_contributions(void **state)
{
    (void)state;
    expect_figures("alliance p \"P\"\n"
                   "  founded  2019-05-01\n  term     20 years\n  currency EUR\n"
                   "  form     contract\n  liable   m984516342\n"
                   "article 1 \"Members\"\n"
                   "  party m984516342 enterprise \"1\" lead\n"
                   "  party m998616262 enterprise \"2\"\n"
                   "  party m998802502 institute  \"3\"\n"
                   "  stakes contributions in parts\n"
                   "    m984516342 376750.00\n    m998616262 317625.00\n    m998802502 225625.00\n"
                   "article 2 \"Grant\"\n"
                   "  project work \"Project\" key\n    lead m984516342\n"
                   "  share grant of project work\n"
                   "    rest to members by stake of contributions\n"
                   "2020-12-30 grant 368000.00 from \"European Commission\" for work\n"
                   "2021-12-30 grant 368000.00 from \"European Commission\" for work\n"
                   "2022-12-30 grant 184000.00 from \"European Commission\" for work\n"
                   "2023-12-31 settle\n",
                   "m984516342.received 376750.00, m998616262.received 317625.00, "
                   "m998802502.received 225625.00, unshared 0.00");
}

/* ---- set-off ---- */

#define BOTH                                                                                       \
    THREE "article 2 \"Money\"\n  stakes s in parts\n    a 1\n"                                    \
          "  share sale\n    rest to a\n"                                                          \
          "  bear project loss\n    rest from a\n"                                                 \
          "  project p \"P\"\n"

static void only_what_is_overdue_is_set_off(void **state)
{
    (void)state;
    const char *text = BOTH "2012-02-01 call 70 by stake of s due 2012-03-01\n"
                            "2012-02-01 call 20 by stake of s due 2012-04-01\n"
                            "2012-02-01 income 100 from x class sale\n"
                            "2012-04-30 settle\n";
    expect_figures_until(text, "2012-02-29", "a.set_off 0.00, a.due 100.00, a.owes 90.00");
    expect_figures_until(text, "2012-03-01", "a.set_off 70.00, a.due 30.00, a.owes 20.00");
    expect_figures(text, "a.set_off 90.00, a.due 10.00, a.owes 0.00");
}

static void set_off_is_paid_from_its_day_on(void **state)
{
    (void)state;
    /* The call counts as cost, the tranche as capital, once they are set off by an entry. */
    const char *text = BOTH "  a pledges 30 due 2012-02-01\n"
                            "2012-02-02 income 100 from x class sale\n"
                            "2012-02-02 call 50 by stake of s for p\n"
                            "2012-02-03 settle\n";
    struct engine e;
    expect_figures(text, "a.set_off 80.00, a.due 20.00, a.owes 0.00, a.capital 30.00, "
                         "assets:receivable:a 0.00, liabilities:payable:a -20.00");
    expect_balance(BOTH "  a pledges 30 due 2012-02-01\n"
                        "2012-02-02 income 100 from x class sale\n",
                   "a.set_off 0.00, a.capital 0.00, assets:receivable:a 30.00");
    engine_settle(&e, text, (struct engine_options){.until = NULL});
    assert_int_equal(state_cost(e.settlement.fold.state, scope_of_project(0), 0), 5000);
    engine_release(&e);
}

static void paying_out_leaves_less_to_set_off(void **state)
{
    (void)state;
    expect_figures(BOTH "2012-02-01 income 100 from x class sale\n"
                        "2012-02-02 pay a 60\n"
                        "2012-02-03 loss 50\n"
                        "2012-02-03 settle\n"
                        "2012-02-04 a pays 4 loss\n",
                   "a.received 100.00, a.paid_out 60.00, a.set_off 40.00, a.due 0.00, "
                   "a.borne 50.00, a.paid_in 4.00, a.owes 6.00");
}

static void settling_again_changes_nothing(void **state)
{
    (void)state;
    const char *figures = "a.set_off 40.00, a.due 0.00, a.owes 10.00, fund.f 7.00";
#define AGAIN                                                                                      \
    BOTH "  fund f \"F\"\n  share surplus\n    rest to fund f\n"                                   \
         "2012-02-01 income 40 from x class sale\n"                                                \
         "2012-02-01 income 7 from x class interest\n"                                             \
         "2012-02-03 loss 50\n"
    expect_figures(AGAIN, figures);
    expect_figures(AGAIN "2012-02-03 settle\n", figures);
    expect_figures(AGAIN "2012-02-03 settle\n2012-02-03 settle\n2012-12-31 settle\n", figures);
}

/* ---- explanations ---- */

/* The amount of a tree from its leaves alone. */
static void evaluate(struct rat *out, const struct engine *e, const struct why *why)
{
    struct rat child;
    rat_init(&child);
    switch (why->op) {
    case WHY_LEAF:
    case WHY_ROUND: assert_int_equal(rat_set_text(out, why->amount), OK); break;
    case WHY_SHARE:
        assert_int_equal(why->child_count, 1);
        evaluate(out, e, why->children[0]);
        assert_int_equal(rat_set_text(&child, why->fraction), OK);
        rat_mul(out, out, &child);
        break;
    case WHY_SUM:
        rat_set_i64(out, 0);
        for (uint32_t i = 0; i < why->child_count; i++) {
            evaluate(&child, e, why->children[i]);
            rat_add(out, out, &child);
        }
        break;
    }
    if (why->op == WHY_LEAF && why->entry != INDEX_NONE) {
        int64_t minor = document_entry(&e->document, why->entry)->amount;
        rat_set_i64(&child, minor);
        if (minor) assert_true(rat_equal(out, &child)); /* its entry's whole amount */
    }
    rat_clear(&child);
}

/* What a node says is what its leaves make of it; rounding moves by less than three units here, by
 * the theorem of the streams plus what a capped tier or a last unit passes on. */
static void check_tree(const struct engine *e, const struct why *why)
{
    struct rat amount, said, three;
    rat_init(&amount);
    rat_init(&said);
    rat_init(&three);
    rat_set_i64(&three, 3);
    evaluate(&amount, e, why);
    assert_int_equal(rat_set_text(&said, why->amount), OK);
    assert_true(rat_equal(&amount, &said));
    if (why->op == WHY_ROUND) {
        evaluate(&amount, e, why->children[0]);
        rat_sub(&amount, &amount, &said);
        if (rat_sign(&amount) < 0) rat_neg(&amount, &amount);
        assert_true(rat_compare(&amount, &three) < 0);
    }
    rat_clear(&three);
    rat_clear(&said);
    rat_clear(&amount);
    for (uint32_t i = 0; i < why->child_count; i++) check_tree(e, why->children[i]);
    for (uint32_t i = 0; i < why->basis_count; i++)
        if (why->basis[i]->amount.len) check_tree(e, why->basis[i]);
}

static const struct why *explain(struct engine *e, const char *text, struct explain_request request)
{
    const struct why *why = NULL;
    engine_resolve(e, text);
    assert_true(settle_explain(&e->arena, e->pact, &e->diags, DATE_NONE, request, &why));
    return why;
}

static void a_party_is_explained_by_its_figures(void **state)
{
    (void)state;
    struct engine e;
    const struct why *why = explain(&e, venture, (struct explain_request){.figure = ASKED_ALL});
    static const char *const names[] = {"received", "called",  "borne",
                                        "charges",  "paid_in", "paid_out"};
    static const char *const amounts[] = {"4500000000", "-6758721653", "0", "0", "0", "0"};
    assert_int_equal(why->child_count, ARRAY_LEN(names));
    ASSERT_TEXT(why->amount, "-2258721653"); /* due - owes */
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        ASSERT_TEXT(why->children[i]->note, names[i]);
        ASSERT_TEXT(why->children[i]->amount, amounts[i]);
    }
    check_tree(&e, why);
    engine_release(&e);
}

static void a_line_is_explained_by_its_fraction(void **state)
{
    (void)state;
    struct engine e;
    const struct why *why = explain(&e, venture, (struct explain_request){.line = 1});
    /* 181 days by 66.66667% and 184 by 50%, of 365. */
    assert_int_equal(why->op, WHY_ROUND);
    ASSERT_TEXT(why->amount, "6758721653");
    ASSERT_TEXT(why->children[0]->fraction, "2126666727/3650000000");
    ASSERT_TEXT(why->children[0]->children[0]->amount, "11600000000");
    engine_release(&e);
    assert_null(explain(&e, venture, (struct explain_request){.index = 1, .line = 1}));
    engine_release(&e);
}

/* ---- histories made by chance ---- */

#define TERMS                                                                                      \
    THREE "  party d enterprise \"D\"\n  party e university \"E\"\n"                               \
          "article 2 \"Money\"\n"                                                                  \
          "  a pledges 300,000\n    60% due 2012-06-01\n    40% due 2013-06-01\n"                  \
          "  d pledges 100,000 due 2012-09-01\n"                                                   \
          "  in kind counts 80%, at most 50% of a pledge\n"                                        \
          "  stakes s\n    a 1/3\n    b 1/3\n    c 1/6\n    d 1/6\n"                               \
          "  fund f \"F\"\n  fund r \"R\"\n    target 50,000\n"                                    \
          "  project p \"P\" generic\n    funded a 40%, d 30%, grant 30%\n"                        \
          "  project q \"Q\" key\n"                                                                \
          "article 3 \"Benefit\"\n"                                                                \
          "  share any\n    7% to fund r\n    12.5% to makers by invention\n"                      \
          "    3,000 yearly to e\n    until cost times 1.1 repaid to funders by cost\n"            \
          "    40% of rest\n      1/3 to makers equally\n      1/3 to fund r\n      rest to c\n"   \
          "    rest\n      60% to members by capital\n      30% to workers by work\n"              \
          "      10% to members equally\n"                                                         \
          "  share service of project q\n    until capital times 0.3 repaid to members equally\n"  \
          "    rest to members by stake of s\n"                                                    \
          "  share grant of project q\n    30% to fund f\n    rest to b, c equally\n"              \
          "  share surplus\n    20% to fund f\n    rest to members by capital\n"                   \
          "  bear project loss\n    from fund r\n"                                                 \
          "    20% by capital from members, at most 30% of pledge each\n"                          \
          "    by stake of s from members, at most 15,000 each\n"                                  \
          "    up to 5,000 in all from e\n    rest by cost from funders, at most 100% of cost "    \
          "each\n"

struct history {
    uint64_t seed;
    char *text;
    size_t len, capacity;
    date_t day;
    int results;
};

static uint32_t chance(struct history *h, uint32_t below)
{
    h->seed = h->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((h->seed >> 33) % below);
}

PRINTF_LIKE(2, 3) static void add(struct history *h, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(h->text + h->len, h->capacity - h->len, format, args);
    va_end(args);
    assert_true(n >= 0 && (size_t)n < h->capacity - h->len);
    h->len += (size_t)n;
}

static const char *amount(struct history *h)
{
    static char text[32];
    uint32_t size = chance(h, 4);
    uint32_t minor = chance(h, size == 0 ? 10 : size == 1 ? 10000 : 9000000);
    (void)snprintf(text, sizeof text, "%u.%02u", minor / 100, minor % 100);
    return text;
}

static char party(struct history *h)
{
    return (char)('a' + chance(h, 5));
}

static const char *where(struct history *h)
{
    static const char *const all[] = {"", " of p", " of q"};
    return all[chance(h, 3)];
}

static const char *for_project(struct history *h)
{
    static const char *const all[] = {"", " for p", " for q"};
    return all[chance(h, 3)];
}

/* Pays somebody a part of what is due, if anything is. */
static void add_pay(struct history *h)
{
    struct engine e;
    engine_settle(&e, h->text, (struct engine_options){.balance = true});
    assert_true(e.settled);
    const struct figures *x = &e.settlement.fold.state->parties[chance(h, 5)].figures;
    uint32_t index =
        (uint32_t)((const struct party_state *)(const void *)x - e.settlement.fold.state->parties);
    int64_t due = figures_due(x);
    int64_t minor = due ? 1 + (int64_t)(chance(h, 1000) * (uint64_t)(due - 1) / 1000) : 0;
    char date[DATE_TEXT_BYTES];
    date_format(date, h->day);
    if (minor)
        add(h, "%s pay %c %lld.%02d\n", date, (char)('a' + index), (long long)(minor / 100),
            (int)(minor % 100));
    engine_release(&e);
}

static void add_entry(struct history *h)
{
    char date[DATE_TEXT_BYTES];
    h->day += (date_t)chance(h, 20);
    date_format(date, h->day);
    static const char *const natures[] = {"capital", "capital", "call", "loss", "loan"};
    static const char *const classes[] = {"sale", "service", "product", "interest"};
    switch (chance(h, 14)) {
    case 0:
    case 1: add(h, "%s %c pays %s %s\n", date, party(h), amount(h), natures[chance(h, 5)]); break;
    case 2: add(h, "%s %c pays %s call%s\n", date, party(h), amount(h), for_project(h)); break;
    case 3: add(h, "%s %c gives %s staff\n", date, party(h), amount(h)); break;
    case 4: add(h, "%s grant %s from MOST%s\n", date, amount(h), for_project(h)); break;
    case 5: add(h, "%s call %s by stake of s%s\n", date, amount(h), for_project(h)); break;
    case 6: add(h, "%s call %s for p due %s\n", date, amount(h), date); break;
    case 7: add(h, "%s spend %s rent%s\n", date, amount(h), for_project(h)); break;
    case 8: add(h, "%s %c spends %s rent%s\n", date, party(h), amount(h), for_project(h)); break;
    case 9: add(h, "%s loss %s%s\n", date, amount(h), where(h)); break;
    case 10:
        add(h, "%s work %c %u months on %c\n", date, party(h), 1 + chance(h, 9),
            (char)('p' + chance(h, 2)));
        if (h->results < 6 && chance(h, 2))
            add(h, "%s result R%d patent \"R\" from %c by %c 60%%, e 40%%\n", date, h->results++,
                (char)('p' + chance(h, 2)), (char)('a' + chance(h, 4)));
        break;
    case 11: add(h, "%s settle\n", date); break;
    case 12: add_pay(h); break;
    default:
        add(h, "%s income %s from x class %s%s\n", date, amount(h), classes[chance(h, 4)],
            where(h));
        break;
    }
}

/* ---- what must hold ---- */

static void sum_lines(const struct engine *e, int64_t *figures, size_t figure_count)
{
    for (size_t i = 0; i < e->line_count; i++) {
        const struct line *l = &e->lines[i].line;
        assert_int_equal(l->number, i + 1);
        if (l->to != LINE_TO_PARTY) continue;
        figures[l->index * figure_count + (size_t)l->figure] += l->amount_minor;
    }
}

/* Lines add up to the figures, and the figures to both identities. */
static void check_figures(struct engine *e)
{
    const size_t count = FIGURE_UNCOVERED + 1;
    const struct state *s = e->settlement.fold.state;
    int64_t *sums = ARENA_ARRAY(&e->arena, int64_t, s->party_count * count);
    sum_lines(e, sums, count);
    for (uint32_t i = 0; i < s->party_count; i++) {
        const struct figures *x = &s->parties[i].figures;
        const int64_t *sum = sums + i * count;
        assert_int_equal(sum[FIGURE_CALLED], x->called);
        assert_int_equal(sum[FIGURE_RECEIVED], x->received);
        assert_int_equal(sum[FIGURE_BORNE], x->borne);
        assert_int_equal(sum[FIGURE_PAID_IN], x->paid_in);
        assert_int_equal(sum[FIGURE_PAID_OUT], x->paid_out);
        assert_int_equal(sum[FIGURE_SET_OFF], x->set_off);
        assert_true(figures_due(x) >= 0 && figures_owes(x) >= 0);
        assert_int_equal(s->accounts[ACCOUNT_PAYABLE].minor[i], -figures_due(x));
        assert_true(s->accounts[ACCOUNT_RECEIVABLE].minor[i] <= figures_owes(x));
        assert_int_equal(state_overdue(s, i, DATE_OPEN), figures_owes(x));
        /* Nothing due stays both ways. */
        assert_true(figures_due(x) == 0 || state_overdue(s, i, e->settlement.until) == 0);
    }
}

static bool is_shared(const struct entry *x)
{
    bool income = x->form == F_INCOME && x->choice <= CLASS_PRODUCT;
    return income || x->form == F_LOSS || x->form == F_CALL;
}

static bool is_portion(const struct line *l)
{
    return l->kind == LINE_SHARE || l->kind == LINE_LOSS || l->kind == LINE_CALL ||
           l->kind == LINE_DRAW;
}

/* The lines of one tier from `at` on: several share its units exactly; who has a tier alone is
 * within two units of what the tier is entitled to. Adds the units; returns the line behind. */
static size_t check_tier(struct engine *e, size_t at, int64_t *minor_out)
{
    const struct line *first = &e->lines[at].line;
    struct rat exact, sum, off;
    int64_t minor = 0;
    size_t end = at, count = 0;
    rat_init(&exact);
    rat_init(&sum);
    rat_init(&off);
    for (; end < e->line_count; end++) {
        const struct line *l = &e->lines[end].line;
        if (l->entry != first->entry || (is_portion(l) && l->tier != first->tier)) break;
        if (!is_portion(l)) continue; /* what was paid ahead pays a call at once */
        count++;
        minor += l->amount_minor;
        assert_int_equal(rat_set_text(&exact, e->lines[end].exact), OK);
        rat_add(&sum, &sum, &exact);
    }
    rat_set_i64(&off, minor);
    rat_sub(&off, &off, &sum);
    if (rat_sign(&off) < 0) rat_neg(&off, &off);
    rat_set_i64(&exact, count > 1 ? 0 : 2);
    assert_true(rat_compare(&off, &exact) <= 0);
    rat_clear(&off);
    rat_clear(&sum);
    rat_clear(&exact);
    *minor_out += first->kind == LINE_DRAW ? -minor : minor;
    return end;
}

/* What an entry shares, bears or calls is its whole amount. */
static void check_entries(struct engine *e)
{
    size_t at = 0;
    for (uint32_t i = 0; i < e->document.entry_count; i++) {
        const struct entry *x = document_entry(&e->document, i);
        int64_t minor = 0;
        while (at < e->line_count && e->lines[at].line.entry == INDEX_NONE) at++; /* a tranche */
        while (at < e->line_count && e->lines[at].line.entry == i)
            at = is_portion(&e->lines[at].line) ? check_tier(e, at, &minor) : at + 1;
        if (is_shared(x)) assert_int_equal(minor, x->amount);
    }
}

static void check_accounts(const struct engine *e)
{
    const struct state *s = e->settlement.fold.state;
    i128 sum = 0;
    for (int account = 0; account < ACCOUNT_COUNT; account++)
        for (size_t i = 0; i < s->accounts[account].count; i++)
            sum += s->accounts[account].minor[i];
    assert_true(sum == 0);
    for (size_t i = 0; i < e->pact->fund_count; i++) {
        assert_int_equal(s->accounts[ACCOUNT_FUND].minor[i], -s->funds[i].balance_minor);
        assert_true(s->funds[i].balance_minor >= 0);
        assert_true(s->funds[i].balance_minor <=
                    pact_at(e->pact, DATE_NONE)->funds[i].target_minor);
    }
}

static void check_trees(const struct engine *e)
{
    for (size_t i = 0; i < e->line_count; i++) {
        assert_non_null(e->lines[i].why);
        ASSERT_TEXT(e->lines[i].why->amount, e->lines[i].amount.ptr);
        check_tree(e, e->lines[i].why);
    }
}

/* Settled up to a day in its midst, it is the text cut behind that day. */
static void check_cut(struct history *h)
{
    struct engine whole, cut;
    engine_resolve(&whole, h->text);
    uint32_t middle = whole.document.entry_count / 2;
    char date[DATE_TEXT_BYTES];
    date_format(date, document_entry(&whole.document, middle)->date);
    uint32_t end = middle;
    while (end < whole.document.entry_count && document_entry(&whole.document, end)->date ==
                                                   document_entry(&whole.document, middle)->date)
        end++;
    struct str text = STR("");
    if (end < whole.document.entry_count)
        text = str_format(&whole.arena, "%.*s", (int)(document_entry(&whole.document, end)->at),
                          h->text);
    if (text.len) {
        struct engine until;
        engine_settle(&until, h->text, (struct engine_options){.until = date});
        engine_settle(&cut, text.ptr, (struct engine_options){.until = NULL});
        assert_true(until.settled && cut.settled);
        for (uint32_t i = 0; i < 5; i++)
            assert_memory_equal(&until.settlement.fold.state->parties[i].figures,
                                &cut.settlement.fold.state->parties[i].figures,
                                sizeof(struct figures));
        engine_release(&cut);
        engine_release(&until);
    }
    engine_release(&whole);
}

/* Which kinds of lines and which tiers the histories came to: one that none of them reached would
 * be held by nothing. */
struct reached {
    bool kinds[LINE_DRAW + 1];
    bool tiers[64];
};

static void note_reached(const struct engine *e, struct reached *r)
{
    for (size_t i = 0; i < e->line_count; i++) {
        const struct line *l = &e->lines[i].line;
        r->kinds[l->kind] = true;
        if (l->tier) r->tiers[l->tier->id] = true;
    }
}

static void check_reached(const struct reached *r)
{
    struct engine e;
    engine_resolve(&e, TERMS);
    for (size_t i = 0; i < ARRAY_LEN(r->kinds); i++) assert_true(r->kinds[i]);
    for (uint32_t i = 0; i < e.pact->tier_count; i++) {
        bool not_told = false; /* divided, or the number of a clause */
        for (size_t k = 0; k < e.pact->share_count; k++)
            for (uint32_t n = 0; n < e.pact->shares[k].tier_count; n++) {
                const struct tier *t = &e.pact->shares[k].tiers[n];
                not_told = not_told || (t->id == i && t->part_count);
            }
        for (size_t k = 0; k < e.pact->share_count; k++)
            not_told = not_told || e.pact->shares[k].id == i;
        for (size_t k = 0; k < e.pact->bear_count; k++)
            not_told = not_told || e.pact->bears[k].id == i;
        if (!not_told && !r->tiers[i]) fail_msg("tier %u was never reached", (unsigned)i);
    }
    engine_release(&e);
}

#define HISTORIES 40
#define ENTRIES 60

static void what_must_hold_of_every_history(void **state)
{
    (void)state;
    static char text[65536];
    struct reached reached = {{false}, {false}};
    for (uint64_t seed = 1; seed <= HISTORIES; seed++) {
        struct history h = {.seed = seed, .text = text, .capacity = sizeof text};
        assert_int_equal(date_parse(&h.day, "2012-01-02"), OK);
        add(&h, "%s", TERMS);
        for (int i = 0; i < ENTRIES; i++) add_entry(&h);
        struct engine e;
        engine_settle(&e, h.text, (struct engine_options){.lines = true, .explain = true});
        if (getenv("HEQI_TRACE")) (void)fputs(h.text, stderr);
        if (!e.settled) print_error("%.*s", STR_ARG(engine_problems(&e)));
        assert_true(e.settled);
        check_figures(&e);
        check_entries(&e);
        check_accounts(&e);
        check_trees(&e);
        note_reached(&e, &reached);
        engine_release(&e);
        check_cut(&h);
    }
    check_reached(&reached);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_joint_venture_settles),
        cmocka_unit_test(the_grant_is_shared_by_contributions),
        cmocka_unit_test(only_what_is_overdue_is_set_off),
        cmocka_unit_test(set_off_is_paid_from_its_day_on),
        cmocka_unit_test(paying_out_leaves_less_to_set_off),
        cmocka_unit_test(settling_again_changes_nothing),
        cmocka_unit_test(a_party_is_explained_by_its_figures),
        cmocka_unit_test(a_line_is_explained_by_its_fraction),
        cmocka_unit_test(what_must_hold_of_every_history),
    };
    return cmocka_run_group_tests_name("settle", tests, NULL, NULL);
}
