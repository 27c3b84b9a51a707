/* The spellings of accounts for other programs, and cells of CSV. */
#include "unit.h"

#include "report/csv.h"
#include "report/export.h"

struct spelling {
    const char *name, *hledger, *beancount;
};

/* Worked out by hand from the rules in report/export.h. */
static const struct spelling spellings[] = {
    {"assets:cash", "assets:cash", "Assets:Cash"},
    {"equity:fund:reserve", "equity:fund:reserve", "Equity:Fund:Reserve"},
    {"equity:fund:Reserve", "equity:fund:Reserve", "Equity:Fund:0Reserve"},
    {"equity:fund:a_b", "equity:fund:a_b", "Equity:Fund:A-x5f-b"},
    {"equity:fund:a-x5f-b", "equity:fund:a-x5f-b", "Equity:Fund:A-x2d-x5f-b"},
    {"equity:fund:a-b", "equity:fund:a-b", "Equity:Fund:A-b"},
    {"equity:fund:灯塔", "equity:fund:灯塔", "Equity:Fund:0灯塔"},
    {"equity:fund:〇号", "equity:fund:〇号", "Equity:Fund:0-x3007-号"},
    {"liabilities:grant:a:b", "liabilities:grant:a%3Ab", "Liabilities:Grant:A-x3a-b"},
    {"liabilities:grant:", "liabilities:grant:%", "Liabilities:Grant:0"},
    {"liabilities:grant:0", "liabilities:grant:0", "Liabilities:Grant:00"},
    {"liabilities:grant:%", "liabilities:grant:%25", "Liabilities:Grant:0-x25-"},
    {"liabilities:grant:a b", "liabilities:grant:a b", "Liabilities:Grant:A-x20-b"},
    {"liabilities:grant:a  b ", "liabilities:grant:a %20b%20",
     "Liabilities:Grant:A-x20--x20-b-x20-"},
    {"liabilities:grant:　", "liabilities:grant:%E3%80%80", "Liabilities:Grant:0-x3000-"},
};

static void accounts_are_spelled_by_the_rules(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    for (size_t i = 0; i < ARRAY_LEN(spellings); i++) {
        ASSERT_TEXT(account_for_hledger(&a, str_from(spellings[i].name)), spellings[i].hledger);
        ASSERT_TEXT(account_for_beancount(&a, str_from(spellings[i].name)), spellings[i].beancount);
    }
    arena_release(&a);
}

static void put(struct arena *a, const char *cell, const char *expected)
{
    struct writer w = {.arena = a};
    csv_put(&w, str_from(cell));
    ASSERT_TEXT(writer_text(&w), expected);
}

static void cells_are_quoted_and_guarded(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    put(&a, "plain", "plain");
    put(&a, "", "");
    put(&a, "a,b", "\"a,b\"");
    put(&a, "say \"x\"", "\"say \"\"x\"\"\"");
    put(&a, "two\r\nlines", "\"two\r\nlines\"");
    put(&a, "=1+1", "'=1+1");
    put(&a, "+1", "'+1");
    put(&a, "-1", "'-1");
    put(&a, "@sum", "'@sum");
    put(&a, "\t=1", "'\t=1");
    put(&a, "＝1", "'＝1");
    put(&a, "=a,b", "\"'=a,b\"");
    put(&a, "灯=塔", "灯=塔");
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accounts_are_spelled_by_the_rules),
        cmocka_unit_test(cells_are_quoted_and_guarded),
    };
    return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
