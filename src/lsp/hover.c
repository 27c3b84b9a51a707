/* Hovering: what a name stands for, or what a word means and how its statement is written. */
#include "lsp/cursor.h"
#include "lsp/describe.h"
#include "lsp/hints.h"
#include "lsp/methods.h"
#include "lsp/patterns.h"
#include "report/names.h"

#define PARTS_MAX 64u

/* ---- words of the language ---- */

/* The keyword at the cursor: the run itself, or the part of a run of Chinese ones that holds it. */
static uint32_t keyword_word(const struct words *w, struct cursor *c)
{
    struct str run = str_slice(c->line, c->from, c->to);
    uint32_t parts[PARTS_MAX], word = run.len ? words_find(w, run) : WORD_NONE;
    if (word != WORD_NONE && word < w->keyword_count) return word;
    uint32_t count = run.len ? words_cut_run(w, run, parts, PARTS_MAX) : 0;
    size_t from = c->from;
    for (uint32_t i = 0; i < count; i++) {
        size_t to = from + words_text(w, parts[i]).len;
        if (c->at <= to) {
            c->from = from;
            c->to = to;
            return parts[i];
        }
        from = to;
    }
    return WORD_NONE;
}

/* In the language of the session; empty where the word says all itself. */
static struct str meaning_of(const struct session *s, const struct grammar *g, uint32_t keyword)
{
    static const struct {
        const char *english, *tag, *chinese;
    } meanings[] = {
#define MEANING(english, tag, chinese) {english, tag, chinese},
#include "lsp/meaning_table.h"
#undef MEANING
    };
    const struct keyword *k = &g->keywords[keyword];
    if (s->lang == LANG_EN) return k->meaning ? str_from(k->meaning) : STR("");
    struct str english = keyword_text(g, keyword, LANG_EN);
    for (size_t i = 0; i < ARRAY_LEN(meanings); i++)
        if (str_eq(english, str_from(meanings[i].english)) && k->tag &&
            str_eq(str_from(k->tag), str_from(meanings[i].tag)))
            return str_from(meanings[i].chinese);
    return STR("");
}

/* A spelling may be that of several keywords; those of the statement are meant, if it has any. */
static bool is_meant(const struct grammar *g, uint32_t keyword, uint32_t word,
                     const struct statement_place *in)
{
    return keyword_is(g, keyword, word) && (!in || form_uses(g, (enum form)in->form, keyword));
}

static void put_keyword(struct writer *w, const struct session *s, const struct grammar *g,
                        uint32_t keyword)
{
    struct str meaning = meaning_of(s, g, keyword);
    struct str en = keyword_text(g, keyword, LANG_EN), zh = keyword_text(g, keyword, LANG_ZH);
    bool same = str_eq(en, zh);
    bool chinese = s->lang == LANG_ZH;
    struct str first = chinese ? zh : en, second = chinese ? en : zh;
    writer_put(w, str_format(w->arena, "**%.*s**", STR_ARG(first)));
    if (!same) writer_put(w, str_format(w->arena, " · %.*s", STR_ARG(second)));
    if (meaning.len) writer_put(w, str_format(w->arena, " — %.*s", STR_ARG(meaning)));
    writer_put(w, STR("\n"));
}

static bool put_keywords(struct writer *w, const struct session *s, const struct analysis *a,
                         uint32_t word, const struct statement_place *in)
{
    const struct grammar *g = &a->grammar;
    bool any = false;
    for (uint32_t k = 1; k < g->keyword_count; k++) {
        if (!is_meant(g, k, word, in)) continue;
        if (any) writer_put(w, STR("\n"));
        put_keyword(w, s, g, k);
        any = true;
    }
    /* A unit of time, a month: no pattern has it. */
    return any || (in && put_keywords(w, s, a, word, NULL));
}

/* ---- statements ---- */

/* How it is written, in both languages; where it is cited; what it comes to. */
static void put_statement(struct writer *w, const struct session *s, const struct analysis *a,
                          const struct statement_place *in)
{
    struct hints hints;
    enum form form = (enum form)in->form;
    for (int i = 0; i < 2; i++) {
        enum language lang = i == 0 ? s->lang : !s->lang;
        struct str pattern = form_pattern(w->arena, &a->grammar, form, lang);
        writer_put(w, str_format(w->arena, "%s%.*s%s", i ? "" : "\n```heqi\n", STR_ARG(pattern),
                                 i ? "\n```\n" : "\n"));
    }
    if (in->clause)
        writer_put(w,
                   str_format(w->arena, s->lang == LANG_ZH ? "\n第 %u.%u 款\n" : "\nclause %u.%u\n",
                              in->article, in->clause));
    if (in->entry != UINT32_MAX) {
        struct str name = entry_name(w->arena, &a->document, in->entry);
        writer_put(w, str_format(w->arena, s->lang == LANG_ZH ? "\n记录 %.*s\n" : "\nentry %.*s\n",
                                 STR_ARG(name)));
    }
    hints_collect(&hints, w->arena, a, s->lang);
    for (size_t i = 0; i < hints.count; i++) {
        const struct hint *hint = &hints.list[i];
        if (hint->at < in->span.at || hint->at > in->span.at + in->span.len) continue;
        writer_put(w, str_format(w->arena, "\n%.*s\n", STR_ARG(hint->text)));
    }
}

/* ---- the answer ---- */

/* Markdown without its marks. */
static struct str plain(struct arena *a, struct str text)
{
    const struct str marks[] = {STR("```heqi\n"), STR("```\n"), STR("**")};
    struct writer w = {.arena = a};
    for (size_t at = 0; at < text.len;) {
        struct str rest = str_slice(text, at, text.len);
        size_t skipped = 0;
        for (size_t i = 0; i < ARRAY_LEN(marks) && !skipped; i++)
            if (str_starts_with(rest, marks[i])) skipped = marks[i].len;
        if (!skipped) writer_put(&w, str_slice(rest, 0, 1));
        at += skipped ? skipped : 1;
    }
    return writer_text(&w);
}

static void write_hover(struct json_out *out, const struct session *s, const struct writer *text,
                        const struct spot *spot, size_t from, size_t to)
{
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_key(out, "contents");
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_member(out, "kind", s->plain_hover ? STR("plaintext") : STR("markdown"));
    struct str value = writer_text(text);
    json_out_member(out, "value", s->plain_hover ? plain(text->arena, value) : value);
    json_out_close(out);
    json_out_key(out, "range");
    write_range(out, s, spot->file, from, to);
    json_out_close(out);
}

static void answer_keyword(struct session *s, struct call *c, struct json_out *out,
                           const struct spot *spot)
{
    struct writer w = {.arena = c->arena};
    const struct analysis *a = spot->analysis;
    struct cursor cursor = cursor_at(&spot->file->lines, spot->offset);
    if (cursor.in_text || cursor.in_comment) return;
    size_t line = spot->offset - cursor.at;
    uint32_t word = keyword_word(&a->words, &cursor);
    const struct statement_place *in = mentions_statement(&a->mentions, spot->at);
    if (word == WORD_NONE) return;
    if (!put_keywords(&w, s, a, word, in)) return;
    if (in) put_statement(&w, s, a, in);
    write_hover(out, s, &w, spot, line + cursor.from, line + cursor.to);
}

void answer_hover(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    if (!session_spot(s, c, &spot)) return;
    const struct mention *x = mentions_at(&spot.analysis->mentions, spot.at);
    if (!x) {
        answer_keyword(s, c, out, &spot);
        return;
    }
    struct writer text = {.arena = c->arena};
    writer_put(&text, describe_name(c->arena, s, spot.analysis, x));
    size_t from = analysis_offset(spot.file, x->at);
    write_hover(out, s, &text, &spot, from, from + x->len);
}
