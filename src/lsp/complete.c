/* Completion: what the grammar says may follow, words spelled out and names by what they are for.
 */
#include "lsp/begun.h"
#include "lsp/cursor.h"
#include "lsp/describe.h"
#include "lsp/methods.h"
#include "lsp/patterns.h"
#include "lsp/values.h"
#include "lsp/wanted.h"

/* Kinds of items of the protocol. */
enum item_kind { ITEM_NAME = 6, ITEM_VALUE = 12, ITEM_KEYWORD = 14, ITEM_CHOICE = 20 };

struct completion {
    struct session *s;
    struct arena *arena;
    const struct analysis *a;
    const struct analysed *file;
    enum language lang; /* of the text */
    size_t from, to;    /* what an item takes the place of */
    struct json_out *out;
    uint8_t *listed;   /* by word of the analysis: it is an item */
    struct str *words; /* keywords that are items */
    size_t word_count, word_capacity;
};

static void write_item(struct completion *k, struct str label, enum item_kind kind,
                       struct str detail)
{
    struct json_out *out = k->out;
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_member(out, "label", label);
    json_out_member_int(out, "kind", kind);
    if (detail.len) json_out_member(out, "detail", detail);
    json_out_key(out, "textEdit");
    json_out_open(out, JSON_OUT_OBJECT);
    json_out_key(out, "range");
    write_range(out, k->s, k->file, k->from, k->to);
    json_out_member(out, "newText", label);
    json_out_close(out);
    json_out_close(out);
}

/* ---- words ---- */

/* A keyword with those that always follow it: "more than", "in kind counts". */
static struct str keywords_from(struct completion *k, uint32_t op)
{
    const struct grammar *g = &k->a->grammar;
    struct str text = keyword_text(g, g->ops[op].arg, k->lang);
    for (op++;; op++) {
        if (g->ops[op].kind == OP_GLUE) continue;
        if (g->ops[op].kind != OP_KEYWORD) return text;
        struct str next = keyword_text(g, g->ops[op].arg, k->lang);
        text = str_format(k->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(next));
    }
}

/* Several forms may go on with the same words. */
static void write_word(struct completion *k, struct str label, enum item_kind kind,
                       struct str detail)
{
    for (size_t i = 0; i < k->word_count; i++)
        if (str_eq(k->words[i], label)) return;
    *ARENA_PUSH(k->arena, k->words, k->word_count, k->word_capacity) = label;
    write_item(k, label, kind, detail);
}

static void write_choices(struct completion *k, uint32_t set)
{
    const struct grammar *g = &k->a->grammar;
    for (uint32_t rank = 0; rank < g->sets[set].count; rank++)
        write_word(k, choice_text(k->arena, g, set, rank, k->lang), ITEM_CHOICE, STR(""));
}

/* ---- names ---- */

static bool fits(const struct completion *k, const struct mention *x, struct wanted wanted)
{
    if (x->realm != REALM_COMMON) return wanted.realms >> x->realm & 1;
    if (!(wanted.realms >> REALM_COMMON & 1)) return false;
    return wanted.things >> name_thing(k->a, x) & 1;
}

static void write_names(struct completion *k, struct wanted wanted)
{
    const struct mentions *m = &k->a->mentions;
    if (!wanted.realms) return;
    for (size_t i = 0; i < m->count; i++) {
        const struct mention *x = &m->list[i];
        bool known = x->declares || x->realm == REALM_SCORE || x->realm == REALM_CATEGORY ||
                     x->realm == REALM_OUTSIDE || x->realm == REALM_OFFICE;
        if (!known || k->listed[x->word] || !fits(k, x, wanted)) continue;
        k->listed[x->word] = 1;
        write_item(k, words_text(&k->a->words, x->word), ITEM_NAME, name_kind(k->a, x, k->s->lang));
    }
}

static void write_milestones(struct completion *k)
{
    const struct mentions *m = &k->a->mentions;
    for (size_t i = 0; i < m->count; i++) {
        const struct mention *x = &m->list[i];
        if (x->realm != REALM_MILESTONE || !x->declares) continue;
        struct str project = words_text(&k->a->words, x->scope);
        struct str name = words_text(&k->a->words, x->word);
        write_item(k, str_format(k->arena, "%.*s.%.*s", STR_ARG(project), STR_ARG(name)), ITEM_NAME,
                   name_kind(k->a, x, k->s->lang));
    }
}

static void write_expected(struct completion *k, const struct expected *e)
{
    const struct grammar *g = &k->a->grammar;
    const struct op *op = &g->ops[e->op];
    switch ((int)op->kind) {
    case OP_KEYWORD:
        write_word(k, keywords_from(k, e->op), ITEM_KEYWORD,
                   form_pattern(k->arena, g, e->form, k->lang));
        break;
    case OP_CHOICE: write_choices(k, op->arg); break;
    case OP_VALUE:
        if (op->arg == VALUE_PATH)
            write_milestones(k);
        else if (op->arg == VALUE_NAME || op->arg == VALUE_PNAME || op->arg == VALUE_WORD ||
                 op->arg == VALUE_NAMES)
            write_names(k, names_wanted(e->form, (enum role)op->role));
        break;
    default: break;
    }
}

/* ---- values ---- */

static void write_values(struct completion *k, const struct labels *labels)
{
    for (size_t i = 0; i < labels->count; i++) write_word(k, labels->list[i], ITEM_VALUE, STR(""));
}

/* Behind a number that the grammar takes for whole: what could still belong to it. */
static void write_behind_number(struct completion *k, const struct begun *begun,
                                const struct grammar *g)
{
    struct begun before;
    struct labels labels = {.arena = k->arena};
    struct expectations e = {.arena = k->arena, .g = g};
    if (!values_before_number(&before, begun)) return;
    expect_next(&e, &before, k->lang);
    for (size_t i = 0; i < e.count; i++)
        values_behind_number(&labels, k->a, &e.list[i], k->lang, k->from < k->to);
    write_values(k, &labels);
}

/* ---- the answer ---- */

static void write_all(struct completion *k, const struct begun *begun)
{
    struct words words;
    struct grammar grammar = k->a->grammar;
    struct expectations e = {.arena = k->arena, .g = &grammar};
    words_copy(&words, &k->a->words, k->arena); /* what is being written leaves no trace */
    grammar.words = &words;
    expect_next(&e, begun, k->lang);
    struct labels labels = {.arena = k->arena};
    for (size_t i = 0; i < e.count; i++) {
        write_expected(k, &e.list[i]);
        values_for(&labels, k->a, &e.list[i], begun->text, k->lang);
    }
    write_values(k, &labels);
    write_behind_number(k, begun, &grammar);
}

/* In Chinese a unit stands close behind its number, which is no beginning of a word then. */
static void pass_number(struct completion *k, const struct lines *lines)
{
    if (k->lang != LANG_ZH) return;
    for (size_t i = k->from; i < k->to; i++)
        if (lines->text.ptr[i] < '0' || lines->text.ptr[i] > '9') return;
    k->from = k->to;
}

void answer_completion(struct session *s, struct call *c, struct json_out *out)
{
    struct spot spot;
    if (!session_spot(s, c, &spot)) return;
    const struct lines *lines = &spot.file->lines;
    struct cursor cursor = cursor_at(lines, spot.offset);
    if (cursor.in_text || cursor.in_comment) return;
    struct completion k = {.s = s,
                           .arena = c->arena,
                           .a = spot.analysis,
                           .file = spot.file,
                           .lang = analysis_language(spot.analysis, spot.file),
                           .from = begun_word(&spot.analysis->words, lines, spot.offset),
                           .to = spot.offset,
                           .out = out,
                           .listed = ARENA_ARRAY(c->arena, uint8_t, spot.analysis->words.count)};
    pass_number(&k, lines);
    struct begun begun = begun_at(c->arena, lines, k.from);
    json_out_open(out, JSON_OUT_ARRAY);
    write_all(&k, &begun);
    json_out_close(out);
}
