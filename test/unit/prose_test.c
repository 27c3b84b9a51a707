/* Prose: every form that the grammar can write is said in both languages, and no piece of it gets
 * lost on the way.
 *
 * Texts are made by chance from the grammar itself (lang_generate.h). Each statement must have a
 * sentence, and each name, text, amount, date and number of it must stand in that sentence, as it
 * is worked out here, apart from prose_value.c. A form without a row ends the program. */
#include "unit.h"

#include "lang_generate.h"
#include "num/money.h"
#include "report/prose_inside.h"

#include <stdlib.h>
#include <string.h>

#define ANNEX "Annex 77"
#define SAMPLES 24

struct heard {
    struct arena *arena;
    struct term *open[LIMIT_NESTING_MAX + 1]; /* by depth */
    struct term **terms;
    size_t count, capacity;
};

/* Keeps every statement as a term, entries too. */
static void hear(void *context, const struct statement *s)
{
    struct heard *h = context;
    struct bind *binds = ARENA_ARRAY(h->arena, struct bind, s->bind_count);
    if (s->bind_count) memcpy(binds, s->binds, s->bind_count * sizeof *binds);
    struct term *t = ARENA_NEW(h->arena, struct term);
    *t = (struct term){.form = s->form,
                       .binds = binds,
                       .bind_count = s->bind_count,
                       .dated = s->dated,
                       .date = s->date,
                       .effective = s->effective,
                       .parent = s->depth ? h->open[s->depth - 1] : NULL};
    if (t->parent) {
        if (t->parent->last)
            t->parent->last->next = t;
        else
            t->parent->first = t;
        t->parent->last = t;
    }
    h->open[s->depth] = t;
    *ARENA_PUSH(h->arena, h->terms, h->count, h->capacity) = t;
}

static bool contains(struct str s, struct str part)
{
    for (size_t i = 0; i + part.len <= s.len; i++)
        if (memcmp(s.ptr + i, part.ptr, part.len) == 0) return true;
    return false;
}

static struct str date_of(const struct prose *p, date_t date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    struct civil c = date_to_civil(date);
    return p->lang == LANG_ZH
               ? str_format(p->arena, "%d年%d月%d日", c.year, c.month, c.day)
               : str_format(p->arena, "%d %s %d", c.day, months[c.month - 1], c.year);
}

static struct str amount_of(const struct prose *p, int64_t minor)
{
    char text[MONEY_TEXT_BYTES];
    money_format(text, minor, p->doc->minor_digits, (struct money_format_options){true});
    return str_copy(p->arena, str_from(text));
}

/* What of a value must stand in the sentence; empty: nothing that can be told here. */
static struct str piece_of(const struct prose *p, const struct bind *b)
{
    struct str written = sources_text(p->doc->sources, bind_span(b));
    if (b->role == ROLE_what) return STR(""); /* a fact has words of its own, in either language */
    switch ((enum value_type)b->type) {
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD: return words_text(p->doc->words, (uint32_t)b->a);
    case VALUE_PATH: return words_text(p->doc->words, (uint32_t)b->b);
    case VALUE_TEXT: return bind_text(p->arena, p->doc->sources, b);
    case VALUE_MONEY: return amount_of(p, b->a);
    case VALUE_NUMBER:
    case VALUE_DIGEST: return written;
    case VALUE_SHARE:
    case VALUE_PART:
        return p->lang == LANG_EN && str_ends_with(written, STR("%")) ? written : STR("");
    case VALUE_DATE: return date_of(p, (date_t)b->a);
    case VALUE_REF: return date_of(p, (date_t)b->a);
    case VALUE_DURATION: return str_format(p->arena, "%lld", (long long)b->a);
    case VALUE_MONTHDAY: return str_format(p->arena, "%lld", (long long)b->b);
    case VALUE_INTEGER:
    case VALUE_ARTICLE:
    case VALUE_CURRENCY: /* 第六条, 人民币 */
    case VALUE_NAMES:
    case VALUE_CHOICE:
    case VALUE_PHRASE:
    case VALUE_LIST:
    case VALUE_TYPE_COUNT: break;
    }
    return STR("");
}

/* A fact that rules ask for is said in the language of the page. */
static struct str fact_of(const struct prose *p, struct str word)
{
    static const char *const facts[][2] = {
#define FACT(of, en, zh, form, seek, clause_en, clause_zh) {en, zh},
#include "review/fact_table.h"
#undef FACT
    };
    for (size_t i = 0; i < ARRAY_LEN(facts); i++)
        if (str_eq(word, str_from(facts[i][LANG_ZH])) || str_eq(word, str_from(facts[i][LANG_EN])))
            return str_from(facts[i][p->lang]);
    return word;
}

/* The text that the other language has in its place. */
static bool is_elsewhere(const struct prose *p, const struct term *t, const struct bind *b)
{
    bool chinese = prose_other_text(p, t).len > 0;
    return (b->role == ROLE_zh && p->lang == LANG_EN) ||
           (b->role == ROLE_text && p->lang == LANG_ZH && chinese);
}

static void check_term(const struct prose *p, const struct term *t)
{
    if (t->form == F_INCLUDE || prose_is_name(t->form)) return;
    if (getenv("HEQI_TRACE")) print_message("%s\n", p->doc->g->forms[t->form].name);
    struct str said = prose_sentence(p, t);
    if (getenv("HEQI_TRACE")) print_message("    %.*s\n", STR_ARG(said));
    for (uint32_t i = 0; i < t->bind_count; i++) {
        struct str piece = piece_of(p, &t->binds[i]);
        if (!contains(said, piece) && !contains(said, prose_matter(p, piece)) &&
            !contains(said, fact_of(p, piece)) && !is_elsewhere(p, t, &t->binds[i]))
            fail_msg("%s: \"%.*s\" does not stand in: %.*s", p->doc->g->forms[t->form].name,
                     STR_ARG(piece), STR_ARG(said));
    }
}

static void check_text(struct reader *r, struct arena *a, struct str text, bool *seen)
{
    struct heard h = {.arena = a};
    struct diags diags;
    struct sources sources;
    struct document d;
    struct parser parser;
    sources_init(&sources, a);
    diags_init(&diags, a);
    document_init(&d, a, &r->words, r->g, &sources);
    parser_init(&parser, a, &sources, &diags, &r->words, r->g);
    parser.sink = (struct parse_sink){.context = &h, .statement = hear};
    parser_read(&parser, STR("text"), text);
    d.minor_digits = parser.matcher.minor_digits;
    for (size_t i = 0; i < h.count; i++) {
        seen[h.terms[i]->form] = true;
        for (int lang = LANG_EN; lang <= LANG_ZH; lang++) {
            struct prose p;
            prose_init(&p, a, &d, (enum language)lang);
            p.annex = STR(ANNEX);
            check_term(&p, h.terms[i]);
        }
    }
}

static void every_form_is_said_whole(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    bool seen[FORM_COUNT] = {false};
    struct reader *r = ARENA_NEW(&a, struct reader);
    reader_init(r, &a);
    struct generator g;
    const char *seed = getenv("HEQI_SEED");
    generator_init(&g, r, seed ? strtoull(seed, NULL, 10) : 20120829);
    for (int form = 1; form < FORM_COUNT; form++)
        for (uint32_t sample = 0; sample < SAMPLES; sample++) {
            uint32_t variants = r->g->forms[form].rule.variant_count;
            generate(&g, (enum form)form, sample % variants, sample % 2 ? LANG_ZH : LANG_EN);
            check_text(r, &a, str_copy(&a, g.text), seen);
        }
    for (int form = 1; form < FORM_COUNT; form++) assert_true(seen[form]);
    arena_release(&a);
}

/* ---- places ---- */

static bool has_place(enum form form)
{
    static const uint8_t placed[] = {
#define PART(id, en, zh)
#define PLACE(form, part, layout) F_##form,
#define SILENT(subject, part)
#include "report/part_table.h"
#undef PART
#undef PLACE
#undef SILENT
    };
    for (size_t i = 0; i < ARRAY_LEN(placed); i++)
        if (placed[i] == form) return true;
    return form == F_COVENANT || form == F_ARTICLE || form == F_INCLUDE || prose_is_name(form);
}

/* Of the head, of articles and beside them. */
static void every_clause_has_its_part(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct reader *r = ARENA_NEW(&a, struct reader);
    reader_init(r, &a);
    for (int form = 1; form < FORM_COUNT; form++) {
        enum block block = r->g->forms[form].block;
        if (block != BLOCK_TOP && block != BLOCK_ALLIANCE && block != BLOCK_ARTICLE) continue;
        if (!has_place((enum form)form))
            fail_msg("%s has no row PLACE in part_table.h", r->g->forms[form].name);
    }
    arena_release(&a);
}

/* ---- amounts in letters ---- */

static void assert_capitals(struct arena *a, int64_t fen, const char *expected)
{
    struct str said = prose_capitals(a, fen);
    if (!str_eq(said, str_from(expected)))
        fail_msg("%lld is %.*s, not %s", (long long)fen, STR_ARG(said), expected);
}

/* The first ones are the examples of the rules of the central bank. */
static void amounts_are_written_in_letters(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    assert_capitals(&a, 140950, "壹仟肆佰零玖元伍角整");
    assert_capitals(&a, 600714, "陆仟零柒元壹角肆分");
    assert_capitals(&a, 1640902, "壹万陆仟肆佰零玖元零贰分");
    assert_capitals(&a, 32504, "叁佰贰拾伍元零肆分");
    assert_capitals(&a, 0, "零元整");
    assert_capitals(&a, 5, "伍分");
    assert_capitals(&a, 50, "伍角整");
    assert_capitals(&a, 1000000, "壹万元整");
    assert_capitals(&a, 1000700, "壹万零柒元整");
    assert_capitals(&a, 300000000, "叁佰万元整");
    assert_capitals(&a, 10000000500, "壹亿零伍元整");
    assert_capitals(&a, 1200000000000000, "壹拾贰万亿元整");
    assert_capitals(&a, 123456789012345678,
                    "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌亿玖仟零壹拾贰万叁仟肆佰伍拾"
                    "陆元柒角捌分");
    assert_int_equal(prose_capitals(&a, 1000000000000000000).len, 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_said_whole),
        cmocka_unit_test(every_clause_has_its_part),
        cmocka_unit_test(amounts_are_written_in_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
