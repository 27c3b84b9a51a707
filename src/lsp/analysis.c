/* An analysis: reading by way of the open documents, then what `heqi check` does. */
#include "lsp/analysis.h"

#include "lsp/uri.h"
#include "review/check.h"
#include "review/pack.h"

#include <string.h>

void language_tables_init(struct language_tables *t)
{
    arena_init(&t->arena);
    words_init(&t->words, &t->arena);
    t->grammar = grammar_new(&t->arena, &t->words);
}

void language_tables_release(struct language_tables *t)
{
    arena_release(&t->arena);
}

/* ---- reading ---- */

struct reading {
    struct analysis *a;
    const struct analysis_input *input;
    struct parser parser;
};

/* The text of a file as it stands: in the editor, else on the disk. It is copied, since the editor
 * goes on writing. */
static enum status read_text(const struct reading *r, struct str path, struct str *out)
{
    const struct analysis_input *in = r->input;
    const struct open_document *open = documents_at_path(in->documents, path);
    for (size_t i = 0; i < in->replaced_count; i++) {
        if (!str_eq(in->replaced[i].path, path)) continue;
        *out = str_copy(&r->a->arena, in->replaced[i].text);
        return OK;
    }
    if (open)
        *out = str_copy(&r->a->arena, document_text(open));
    else
        return in->host->load(in->host->context, &r->a->arena, path, out);
    return OK;
}

/* The tokens of the statement are still those of the include: its word and the quoted name. */
static void note_include(struct reading *r, struct str path)
{
    struct mentions *m = &r->a->mentions;
    const struct token *name = &r->parser.lexer.tokens[1];
    *ARENA_PUSH(m->arena, m->includes, m->include_count, m->include_capacity) =
        (struct include_place){.span = span_make(name->at, name->len), .path = path};
}

static enum status load_include(void *context, struct str from, struct str path,
                                struct str *path_out, struct str *text_out)
{
    struct reading *r = context;
    *path_out = path_beside(&r->a->arena, from, path);
    enum status status = read_text(r, *path_out, text_out);
    struct analysis *a = r->a;
    if (status != OK)
        *ARENA_PUSH(&a->arena, a->missed, a->missed_count, a->missed_capacity) = *path_out;
    else
        note_include(r, *path_out);
    return status;
}

static void keep_statement(void *context, const struct statement *s)
{
    struct reading *r = context;
    struct parse_sink sink = document_sink(&r->a->document);
    sink.statement(sink.context, s);
    mentions_add(&r->a->mentions, s, &r->a->document);
}

static void read_all(struct reading *r, struct str text)
{
    struct analysis *a = r->a;
    struct parse_loader loader = {.context = r, .load = load_include};
    parser_init(&r->parser, &a->arena, &a->sources, &a->diags, &a->words, &a->grammar);
    r->parser.sink = (struct parse_sink){.context = r, .statement = keep_statement};
    r->parser.loader = &loader;
    parser_read(&r->parser, a->path, text);
    mentions_finish(&a->mentions);
}

/* ---- files ---- */

static void add_file(struct analysis *a, const struct documents *documents, size_t index)
{
    const struct source *source = a->sources.list[index];
    const struct open_document *open = documents_at_path(documents, source->path);
    struct analysed *file = ARENA_PUSH(&a->arena, a->files, a->file_count, a->file_capacity);
    *file = (struct analysed){.source = source, .path = source->path};
    file->uri = str_copy(&a->arena, open ? open->uri : uri_from_path(&a->arena, source->path));
    file->skipped = open && str_starts_with(document_text(open), STR("\xef\xbb\xbf")) ? 3 : 0;
    struct str text = {source->text.ptr - file->skipped, source->text.len + file->skipped};
    lines_init(&file->lines, &a->arena, text);
}

const struct analysed *analysis_file(const struct analysis *a, struct str path)
{
    for (size_t i = 0; i < a->file_count; i++)
        if (str_eq(a->files[i].path, path)) return &a->files[i];
    return NULL;
}

const struct analysed *analysis_file_at(const struct analysis *a, uint32_t at)
{
    const struct source *source = sources_find(&a->sources, at);
    for (size_t i = 0; i < a->file_count; i++)
        if (a->files[i].source == source) return &a->files[i];
    return &a->files[0];
}

/* The first word of a statement, behind its dates. */
static struct str first_word(struct str text)
{
    size_t from = 0, to;
    while (from < text.len && strchr("0123456789- ", text.ptr[from])) from++;
    for (to = from; to < text.len && text.ptr[to] != ' '; to++) continue;
    return str_slice(text, from, to);
}

enum language analysis_language(const struct analysis *a, const struct analysed *file)
{
    for (size_t i = 0; i < a->mentions.statement_count; i++) {
        struct span span = a->mentions.statements[i].span;
        if (analysis_file_at(a, span.at) != file) continue;
        struct str word = first_word(sources_text(&a->sources, span));
        if (!word.len) continue;
        uint32_t parts[LIMIT_NAME_BYTES_MAX], known = words_find(&a->words, word);
        bool chinese = (unsigned char)word.ptr[0] >= 0x80;
        bool keyword = known != WORD_NONE && words_is_keyword(&a->words, known);
        if (chinese && (keyword || words_cut_run(&a->words, word, parts, ARRAY_LEN(parts))))
            return LANG_ZH;
        if (keyword) return LANG_EN;
    }
    return LANG_EN;
}

uint32_t analysis_at(const struct analysed *file, size_t offset)
{
    size_t within = offset > file->skipped ? offset - file->skipped : 0;
    if (within > file->source->text.len) within = file->source->text.len;
    return file->source->base + (uint32_t)within;
}

size_t analysis_offset(const struct analysed *file, uint32_t at)
{
    return at - file->source->base + file->skipped;
}

/* ---- what it means ---- */

static void review(struct analysis *a, struct diags *diags)
{
    struct review review;
    a->fold = ARENA_NEW(&a->arena, struct fold);
    (void)review_check(a->fold, &a->arena, a->pact, diags);
    if (diags_has_errors(diags)) {
        a->fold = NULL;
        return;
    }
    review_init(&review, a->fold, diags);
    review_rules(&review, &a->document);
}

/* Of a text with refused statements nothing is told but those. */
static void resolve(struct analysis *a)
{
    struct diags unheard, *diags = &a->diags;
    diags_init(&unheard, &a->arena);
    unheard.lang = a->lang;
    if (diags_has_errors(&a->diags)) diags = &unheard;
    const struct pact *pact = pact_resolve(&a->arena, &a->document, diags);
    if (diags_has_errors(diags)) return;
    a->pact = pact;
    review(a, diags);
}

/* Rules and nothing else: a pack, which is judged by being one. */
static bool is_pack(const struct document *d)
{
    bool any = false;
    for (const struct term *t = d->first; t; t = t->next) {
        if (t->form != F_RULE_TOP && t->form != F_LANGUAGE) return false;
        any = any || t->form == F_RULE_TOP;
    }
    return any && d->entry_count == 0;
}

static void start(struct analysis *a, const struct analysis_input *input, struct str path)
{
    *a = (struct analysis){.lang = input->lang};
    arena_init(&a->arena);
    a->path = str_copy(&a->arena, path);
    words_copy(&a->words, &input->tables->words, &a->arena);
    a->grammar = *input->tables->grammar;
    a->grammar.words = &a->words;
    sources_init(&a->sources, &a->arena);
    diags_init(&a->diags, &a->arena);
    a->diags.lang = input->lang;
    document_init(&a->document, &a->arena, &a->words, &a->grammar, &a->sources);
    mentions_init(&a->mentions, &a->arena, &a->sources);
}

enum status analysis_init(struct analysis *a, const struct analysis_input *input, struct str path)
{
    struct reading reading = {.a = a, .input = input};
    struct str text;
    start(a, input, path);
    enum status status = read_text(&reading, path, &text);
    if (status != OK) {
        analysis_release(a);
        return status;
    }
    read_all(&reading, text);
    for (size_t i = 0; i < a->sources.count; i++) add_file(a, input->documents, i);
    if (input->reading_only) return OK;
    if (is_pack(&a->document))
        review_check_pack(&a->diags, &a->document, span_make(a->sources.list[0]->base, 0));
    else
        resolve(a);
    return OK;
}

void analysis_release(struct analysis *a)
{
    arena_release(&a->arena);
}
