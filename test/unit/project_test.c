/* Projects: what must be agreed before they start, and what their milestones release. */
#include "unit.h"

#include "engine.h"

#include <string.h>

#define PROJECT THREE "article 2 \"Projects\"\n  project p \"P\" key\n  project q \"Q\" generic\n"
#define OWNED "  results of projects owned by makers by invention\n"
#define USED "  members use free for research\n"
#define SHARED "  share licence\n    rest to a\n"
#define START "2012-02-01 start p\n"

static void a_project_starts_when_all_three_are_agreed(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {PROJECT OWNED USED SHARED START, ""},
        {PROJECT USED SHARED START, "E380"},
        {PROJECT OWNED SHARED START, "E380"},
        {PROJECT OWNED USED START, "E380"},
        {PROJECT START, "E380"},
        /* What is agreed for another project, or of what is brought in, does not count. */
        {PROJECT "  results of project q owned by makers by invention\n" USED SHARED START, "E380"},
        {PROJECT "  results of project p owned by a 100%\n" USED SHARED START, ""},
        {PROJECT OWNED "  background use free for work\n" SHARED START, "E380"},
        {PROJECT OWNED USED "  share any of project q\n    rest to a\n" START, "E380"},
        {PROJECT OWNED USED "  share any of project p\n    rest to a\n" START, ""},
        {PROJECT OWNED USED "  share sale of generic projects\n    rest to a\n" START, "E380"},
        {PROJECT OWNED USED "  share sale of key projects\n    rest to a\n" START, ""},
        {PROJECT OWNED USED "  share service of each result\n    rest to a\n" START, ""},
        /* A late start is refused alike; one that was accepted stands when a late entry comes. */
        {PROJECT OWNED USED "2012-03-01 effective 2012-02-01 start p\n", "E380"},
        {PROJECT OWNED USED SHARED START "2012-03-01 effective 2012-01-15 a spends 1 rent for p\n",
         ""},
        {PROJECT OWNED USED "  share interest\n    rest to a\n" START, "E380"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

static void what_is_missing_is_named(void **state)
{
    (void)state;
    struct engine e;
    engine_settle(&e, PROJECT OWNED START, (struct engine_options){0});
    struct str said = engine_problems(&e);
    const char *text = str_format(&e.arena, "%.*s", STR_ARG(said)).ptr;
    assert_non_null(strstr(text, "says who may use them, how their income is shared"));
    engine_release(&e);
}

#define BUDGET                                                                                     \
    THREE "article 2 \"Projects\"\n  project p \"P\"\n    budget 100, 20% at start\n"              \
          "    milestone m by 2013-01-01 releases 30%\n"
#define MET "2012-02-01 milestone p.m met \"trial 7\" file \"t7.pdf\" sha256:9f86d081884c7d65\n"

static void a_milestone_taken_back_releases_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {BUDGET MET "2012-03-01 spend 50 t for p\n", ""},
        {BUDGET MET "2012-02-02 reverse 2012-02-01\n2012-03-01 spend 20 t for p\n", ""},
        {BUDGET MET "2012-02-02 reverse 2012-02-01\n2012-03-01 spend 21 t for p\n", "F101"},
        {BUDGET MET "2012-03-01 spend 21 t for p\n2012-03-02 reverse 2012-02-01\n", "F101"},
        /* Then it may be met anew; of what was missed nothing is left to take back. */
        {BUDGET MET "2012-02-02 reverse 2012-02-01\n2012-02-03 milestone p.m met\n"
                    "2012-03-01 spend 50 t for p\n",
         ""},
        {BUDGET "2012-02-01 milestone p.m missed\n2012-02-02 reverse 2012-02-01\n"
                "2012-03-01 spend 20 t for p\n",
         ""},
        /* Met late, it released in time; so is late spending measured on its day. */
        {BUDGET "2012-05-01 effective 2012-02-01 milestone p.m met\n2012-05-02 spend 50 t for p\n",
         ""},
        {BUDGET "2012-05-01 effective 2012-02-01 spend 21 t for p\n", "F101"},
        {BUDGET "2012-02-01 stop p\n2012-02-02 reverse 2012-02-01\n2012-02-03 stop p\n", ""},
        {PROJECT OWNED USED SHARED START "2012-02-02 reverse 2012-02-01\n2012-02-03 start p\n", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

/* Budget 100, 20% at the start; with 50 more it is 150, of which the same part is released. */
static void a_supplement_adds_to_the_budget(void **state)
{
    (void)state;
#define LEFT                                                                                       \
    THREE "article 2 \"Projects\"\n  project p \"P\"\n    budget 100, 20% at start\n"              \
          "    milestone m by 2012-06-01 releases 80%\n  project q \"Q\"\n"
#define MORE "2012-02-01 supplement 50 for p\n"
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {LEFT "2012-02-02 spend 20.01 t for p\n", "F101"},
        {LEFT MORE "2012-02-02 spend 30 t for p\n", ""},
        {LEFT MORE "2012-02-02 spend 30.01 t for p\n", "F101"},
        {LEFT MORE "2012-02-02 milestone p.m met\n2012-02-02 spend 150 t for p\n", ""},
        {LEFT MORE "2012-02-02 spend 30 t for p\n2012-02-03 reverse 2012-02-01\n", "F101"},
        {LEFT "2012-02-02 spend 10 t for p\n2012-02-03 effective 2012-02-01 supplement 50 for p\n"
              "2012-02-04 spend 20 t for p\n",
         ""},
        {LEFT "2012-02-01 supplement 50 for q\n", "E275"},
        {LEFT "  body k decision\n    seats one each member\n    votes one each\n"
              "    pass 1/2 of all\n  decide budget by k\n" MORE,
         "E307"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) expect_codes(cases[i].text, cases[i].codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_project_starts_when_all_three_are_agreed),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(a_milestone_taken_back_releases_nothing),
        cmocka_unit_test(a_supplement_adds_to_the_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
