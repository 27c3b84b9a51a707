/* What a code means: the page of the catalogue, shown. */
#include "cli/help_code.h"

#include "base/utf8.h"
#include "lang/format.h"
#include "lsp/line_diff.h"
#include "report/catalogue.h"

/* A text in Chinese spelling; as it is where it cannot be read. */
static struct str in_chinese(struct arena *a, struct str text)
{
    struct words words;
    struct sources sources;
    struct diags diags;
    struct parser parser;
    struct formatter formatter;
    words_init(&words, a);
    sources_init(&sources, a);
    diags_init(&diags, a);
    const struct grammar *grammar = grammar_new(a, &words);
    parser_init(&parser, a, &sources, &diags, &words, grammar);
    formatter_init(&formatter, a, grammar, &words, &sources, LANG_ZH);
    parser.sink = formatter_sink(&formatter);
    parser_read(&parser, STR("example.heqi"), text);
    return diags_has_errors(&diags) ? text : formatter_finish(&formatter);
}

/* Bytes that are no UTF-8 as U+FFFD: they are not for a terminal. */
static struct str in_utf8(struct arena *a, struct str text)
{
    struct str done = STR("");
    size_t bad;
    while ((bad = utf8_first_bad(text)) < text.len) {
        done = str_format(a, "%.*s%.*s\xEF\xBF\xBD", STR_ARG(done), (int)bad, text.ptr);
        text = str_slice(text, bad + 1, text.len);
    }
    return str_format(a, "%.*s%.*s", STR_ARG(done), STR_ARG(text));
}

static void put_in_chinese(struct arena *a, struct catalogue_text *t)
{
    t->text = in_chinese(a, t->text);
    t->corrected = in_chinese(a, t->corrected);
}

struct telling {
    const struct run *run;
    const struct diag_row *row;
    struct str message, hint;
    struct catalogue_page page;
    struct str command; /* "heqi settle E265.heqi" */
};

/* The sentence and hint of a code without a case: their places are left open. */
static void gather(struct telling *t, const struct run *run, enum diag_code code)
{
    const struct str open = STR("…");
    const struct diag any = {.code = code, .args = {open, open, open, open, open}};
    struct arena *a = run->arena;
    *t = (struct telling){.run = run, .row = diag_row(code)};
    t->message = diag_message(a, &any, run->lang);
    t->hint = diag_hint(a, &any, run->lang);
    catalogue_page(&t->page, a, code, run->lang);
    t->command =
        str_format(a, "heqi %.*s %.*s", STR_ARG(t->page.run), STR_ARG(t->page.example.name));
    t->page.example.text = in_utf8(a, t->page.example.text);
    if (t->page.is_translated) return;
    put_in_chinese(a, &t->page.example);
    for (size_t i = 0; i < t->page.beside_count; i++) put_in_chinese(a, &t->page.beside[i]);
}

/* The longer remedy where there is one, else the hint. */
static struct str remedy_of(const struct telling *t)
{
    struct str own = t->page.remedy[t->run->lang];
    return own.len ? own : t->hint;
}

/* ---- for people ---- */

static void print_labelled(const struct run *run, enum text label, struct str text)
{
    if (!text.len) return;
    print(str_format(run->arena, "%s%s%.*s\n", text_get(label, run->lang),
                     text_get(TEXT_COLON, run->lang), STR_ARG(text)));
}

static void print_lines(struct arena *a, const char *mark, const struct lines *l, size_t from,
                        size_t to)
{
    for (size_t i = from; i < to; i++) {
        struct str line = lines_text(l, (uint32_t)i);
        if (line.len) print(str_format(a, "%s %.*s\n", mark, STR_ARG(line)));
    }
}

/* The lines that are taken out of a text and put in, behind the one that stands before them. */
static void print_changes(const struct run *run, const struct catalogue_text *t)
{
    struct arena *a = run->arena;
    struct lines before, after;
    struct line_changes changes = {0};
    lines_init(&before, a, t->text);
    lines_init(&after, a, t->corrected);
    line_diff(&changes, a, &before, &after);
    if (changes.count) print(STR("\n"));
    for (size_t i = 0; i < changes.count; i++) {
        const struct line_change *c = &changes.list[i];
        if (c->from > (i ? changes.list[i - 1].to : 0))
            print_lines(a, " ", &before, c->from - 1, c->from);
        print_lines(a, "-", &before, c->from, c->to);
        print_lines(a, "+", &after, c->new_from, c->new_to);
    }
}

static void print_name(const struct run *run, struct str name)
{
    print(
        str_format(run->arena, "\n%.*s%s\n", STR_ARG(name), text_get(TEXT_LIST_COLON, run->lang)));
}

/* Whether {{129 a}} or the like stands in a text. */
static bool has_repeats(struct str s)
{
    for (size_t i = 0; i + 1 < s.len; i++)
        if (s.ptr[i] == '{' && s.ptr[i + 1] == '{') return true;
    return false;
}

static void print_example(const struct telling *t)
{
    const struct run *run = t->run;
    const struct catalogue_page *p = &t->page;
    struct str title =
        text_fill(run->arena, TEXT_EXAMPLE_OF_CODE, run->lang, t->command, str_from(t->row->code));
    print(str_format(run->arena, "\n%.*s\n\n", STR_ARG(title)));
    print(p->example.text);
    for (size_t i = 0; i < p->beside_count; i++) {
        print_name(run, p->beside[i].name);
        print(str_format(run->arena, "\n%.*s", STR_ARG(p->beside[i].text)));
    }
    if (has_repeats(p->example.text))
        print(str_format(run->arena, "\n%s\n", text_get(TEXT_REPEATS, run->lang)));
}

static void print_correction(const struct telling *t)
{
    const struct catalogue_page *p = &t->page;
    print(str_format(t->run->arena, "\n%s\n", text_get(TEXT_CORRECTED, t->run->lang)));
    print_changes(t->run, &p->example);
    for (size_t i = 0; i < p->beside_count; i++) {
        if (str_eq(p->beside[i].text, p->beside[i].corrected)) continue;
        print_name(t->run, p->beside[i].name);
        print_changes(t->run, &p->beside[i]);
    }
}

/* ---- for machines ---- */

/* {"name", "text", "corrected"} of every text. */
static void write_text(struct json_out *json, const struct catalogue_text *t)
{
    json_out_open(json, JSON_OUT_OBJECT);
    json_out_member(json, "name", t->name);
    json_out_member(json, "text", t->text);
    json_out_member(json, "corrected", t->corrected);
    json_out_close(json);
}

static void write_code(const struct telling *t)
{
    struct json_out json;
    json_out_init(&json);
    json_out_open(&json, JSON_OUT_OBJECT);
    json_out_member(&json, "code", str_from(t->row->code));
    json_out_member(&json, "severity", str_from(severity_name(t->row->severity, LANG_EN)));
    json_out_member(&json, "message", t->message);
    json_out_member(&json, "hint", t->hint);
    json_out_member(&json, "cause", t->page.cause[t->run->lang]);
    json_out_member(&json, "remedy", remedy_of(t));
    json_out_member(&json, "command", t->command);
    json_out_key(&json, "example");
    json_out_open(&json, JSON_OUT_ARRAY);
    write_text(&json, &t->page.example);
    for (size_t i = 0; i < t->page.beside_count; i++) write_text(&json, &t->page.beside[i]);
    json_out_close(&json);
    json_out_close(&json);
    json_out_end(&json);
}

void help_code(const struct run *run, enum diag_code code)
{
    struct telling t;
    gather(&t, run, code);
    if (run->json) {
        write_code(&t);
        return;
    }
    print(str_format(run->arena, "%s %s%s%.*s\n", severity_name(t.row->severity, run->lang),
                     t.row->code, text_get(TEXT_COLON, run->lang), STR_ARG(t.message)));
    print_labelled(run, TEXT_CAUSE, t.page.cause[run->lang]);
    print_labelled(run, TEXT_REMEDY, remedy_of(&t));
    print_example(&t);
    print_correction(&t);
}
