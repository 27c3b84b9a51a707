/* Projects: what must be agreed before they start. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_project_starts_when_all_three_are_agreed),
        cmocka_unit_test(what_is_missing_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
