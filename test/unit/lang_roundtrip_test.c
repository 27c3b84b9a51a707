/* Every statement of the language, there and back.
 *
 * Texts are made by chance from the grammar itself (lang_generate.h), in English and in Chinese,
 * until every piece of every pattern was used. Each must be read as it was meant; printed in either
 * language it must say the same; printing what was printed changes nothing; and whatever way it
 * goes through the languages, the bytes are the same in the end. */
#include "unit.h"

#include "lang_generate.h"

#include <stdlib.h>
#include <string.h>

static void fail_sample(struct reader *r, const char *what, struct str text, struct str a,
                        struct str b)
{
    struct str problems = reader_problems(r);
    print_error("---- text\n%.*s\n---- is\n%.*s\n", STR_ARG(text), STR_ARG(a));
    print_error("---- should be\n%.*s\n", STR_ARG(b));
    print_error("---- problems\n%.*s\n", STR_ARG(problems));
    fail_msg("%s", what);
}

static void check_sample(struct reader *r, struct str text, struct str expected)
{
    if (getenv("HEQI_TRACE")) print_message("%.*s\n", STR_ARG(text));
    reader_read(r, text);
    struct str said = reader_canonical(r);
    if (r->diags.count || !str_eq(said, expected))
        fail_sample(r, "not read as it was meant", text, said, expected);
    struct str fault;
    const char *problem = reader_judge(r, text, &fault);
    if (problem) fail_sample(r, problem, text, fault, expected);
}

static struct reader *new_reader(struct arena *a)
{
    arena_init(a);
    struct reader *r = ARENA_NEW(a, struct reader);
    reader_init(r, a);
    return r;
}

#define SAMPLES_A_ROUND 3
#define ROUNDS_MIN 4
#define ROUNDS_MAX 40

/* All variants of all forms; in Chinese also the English order with Chinese words. */
static void make_round(struct generator *g)
{
    for (int form = 1; form < FORM_COUNT; form++) {
        uint32_t variants = g->r->g->forms[form].rule.variant_count;
        for (uint32_t sample = 0; sample < (variants + 1) * SAMPLES_A_ROUND; sample++) {
            uint32_t variant = sample % (variants + 1);
            bool english = variant == variants;
            generate(g, (enum form)form, english ? 0 : variant, english ? LANG_EN : LANG_ZH);
            check_sample(g->r, g->text, g->expected);
        }
    }
}

/* Ends are passed by: those of branches are never stood on. */
static size_t count_unseen(const struct generator *g)
{
    size_t unseen = 0;
    for (size_t pc = 0; pc < g->r->g->op_count; pc++)
        unseen += g->r->g->ops[pc].kind != OP_END && !g->seen[pc];
    return unseen;
}

static void every_form_goes_there_and_back(void **state)
{
    (void)state;
    struct arena a;
    struct reader *r = new_reader(&a);
    struct generator g;
    const char *seed = getenv("HEQI_SEED");
    generator_init(&g, r, seed ? strtoull(seed, NULL, 10) : 20120829);
    for (int round = 0; round < ROUNDS_MIN || (count_unseen(&g) && round < ROUNDS_MAX); round++)
        make_round(&g);
    assert_int_equal(count_unseen(&g), 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_goes_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
