/* Projects: what must be agreed before they start. */
#include "unit.h"

#include "engine.h"

#include <string.h>

#define PROJECT THREE "article 2 \"Projects\"\n  project p \"P\" key\n  project q \"Q\" generic\n"
#define OWNED "  results of projects owned by makers by invention\n"
#define USED "  members use free for research\n"
#define SHARED "  share licence\n    rest to a\n"
#define START "2012-02-01 start p\n"

static void a_start_before_all_three_are_agreed_is_a_finding(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
    } cases[] = {
        {PROJECT OWNED USED SHARED START, ""},
        {PROJECT USED SHARED START, "F120"},
        {PROJECT OWNED SHARED START, "F120"},
        {PROJECT OWNED USED START, "F120"},
        {PROJECT START, "F120"},
        /* What is agreed for another project, or of what is brought in, does not count. */
        {PROJECT "  results of project q owned by makers by invention\n" USED SHARED START, "F120"},
        {PROJECT "  results of project p owned by a 100%\n" USED SHARED START, ""},
        {PROJECT OWNED "  background use free for work\n" SHARED START, "F120"},
        {PROJECT OWNED USED "  share any of project q\n    rest to a\n" START, "F120"},
        {PROJECT OWNED USED "  share any of project p\n    rest to a\n" START, ""},
        {PROJECT OWNED USED "  share sale of generic projects\n    rest to a\n" START, "F120"},
        {PROJECT OWNED USED "  share sale of key projects\n    rest to a\n" START, ""},
        {PROJECT OWNED USED "  share service of each result\n    rest to a\n" START, ""},
        {PROJECT OWNED USED "  share interest\n    rest to a\n" START, "F120"},
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
        cmocka_unit_test(a_start_before_all_three_are_agreed_is_a_finding),
        cmocka_unit_test(what_is_missing_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
