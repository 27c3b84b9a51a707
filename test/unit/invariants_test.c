/* The invariants hold after every entry of the examples and books, and are seen where they do not.
 */
#include "unit.h"

#include "engine.h"
#include "invariants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 1 << 20 };

/* Reads a file behind a text. What it includes is there already: the line becomes a comment. */
static size_t read_behind(char *text, size_t len, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) fail_msg("run me in the folder of the project: no %s", path);
    size_t end = len + fread(text + len, 1, TEXT_BYTES - 1 - len, f);
    (void)fclose(f);
    char *include = strstr(text + len, "\ninclude ");
    if (include) memset(include + 1, '#', 1);
    return end;
}

/* Settles a text of up to two files; every entry is looked at on the way. */
static void check_text(const char *first, const char *second)
{
    char *text = calloc(1, TEXT_BYTES);
    assert_non_null(text);
    size_t len = read_behind(text, 0, first);
    if (second) (void)read_behind(text, len, second);
    struct engine e;
    engine_settle(&e, text, (struct engine_options){.until = NULL});
    assert_true(e.settled);
    engine_release(&e);
    free(text);
}

static void they_hold_in_examples_and_books(void **state)
{
    (void)state;
    check_text("examples/coating.heqi", NULL);
    check_text("examples/coating.heqi", "examples/coating-life.heqi");
    check_text("examples/council.heqi", NULL);
    check_text("test/books/postings.heqi", NULL);
    check_text("test/books/registers.heqi", NULL);
    check_text("test/texts/all_reversed.heqi", NULL);
    check_text("test/texts/arrears.heqi", NULL);
    check_text("test/texts/dissolved.heqi", NULL);
    check_text("test/texts/dues.heqi", NULL);
    check_text("test/texts/late.heqi", NULL);
    check_text("test/texts/set_off_undone.heqi", NULL);
    check_text("test/texts/stakes.heqi", NULL);
    check_text("test/texts/waterfall.heqi", NULL);
}

/* One number of a state that is sound, made wrong: what is found. */
static void check_found(int64_t *number, int64_t by, struct fold *f, const char *begin)
{
    assert_int_equal(invariants_broken(f).len, 0);
    *number += by;
    struct str broken = invariants_broken(f);
    if (broken.len < strlen(begin) || memcmp(broken.ptr, begin, strlen(begin)) != 0)
        fail_msg("\"%.*s\" instead of \"%s\"", STR_ARG(broken), begin);
    *number -= by;
}

static void what_does_not_hold_is_found(void **state)
{
    (void)state;
    struct engine e;
    engine_settle(&e,
                  THREE "article 2 \"Money\"\n  fund f \"F\"\n  project p \"P\"\n"
                        "  share sale\n    50% to fund f\n    rest to a\n"
                        "2012-02-01 income 100 from x class sale\n"
                        "2012-02-01 a pays 5 capital\n2012-02-02 call 10 by capital\n",
                  (struct engine_options){.balance = true});
    struct fold *f = &e.settlement.fold;
    struct state *s = f->state;
    check_found(&s->accounts[ACCOUNT_CASH].minor[0], 1, f, "the accounts do not sum to zero");
    check_found(&s->funds[0].balance_minor, -5001, f, "held by fund 0: -1");
    check_found(&s->funds[0].balance_minor, 1, f, "held by fund, and not in its account, 0");
    check_found(&s->parties[0].figures.received, 1, f, "due, not payable, of 0: 5001");
    check_found(&s->parties[0].figures.paid_in, 1001, f, "owed by 0: -1");
    check_found(&s->parties[0].figures.called, 1, f, "not in the debts of 0: 1");
    check_found(&s->parties[0].debts[NATURE_CALL].list[0].paid_minor, -1, f, "paid on a debt of 0");
    check_found(&s->projects[0].unspent.grants_minor, -1, f, "left of grants for project 0: -1");
    check_found(&s->unspent.calls_minor, -1001, f, "left of calls for project");
    engine_release(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_hold_in_examples_and_books),
        cmocka_unit_test(what_does_not_hold_is_found),
    };
    return cmocka_run_group_tests_name("invariants", tests, NULL, NULL);
}
