/* A run: reading texts, showing what was reported about them. */
#include "cli/run.h"

#include "base/limits.h"
#include "cli/json.h"
#include "review/pack.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

void run_open(struct run *run, const struct request *request, struct arena *arena)
{
    *run = (struct run){.request = request,
                        .arena = arena,
                        .lang = request->lang,
                        .json = request_has(request, OPTION_JSON)};
    words_init(&run->words, arena);
    run->grammar = grammar_new(arena, &run->words);
    sources_init(&run->sources, arena);
    diags_init(&run->diags, arena);
    run->diags.lang = request->lang;
    loader_init(&run->loader, arena);
    run->includes = loader_for_includes(&run->loader);
    parser_init(&run->parser, arena, &run->sources, &run->diags, &run->words, run->grammar);
    document_init(&run->document, arena, &run->words, run->grammar, &run->sources);
}

void run_release(struct run *run)
{
    loader_release(&run->loader);
}

static void complain_about_file(const struct run *run, const char *path, int problem)
{
    enum text text = problem == ENOENT   ? TEXT_NO_FILE
                     : problem == EISDIR ? TEXT_IS_FOLDER
                     : problem == EACCES ? TEXT_NOT_ALLOWED
                                         : TEXT_CANNOT_READ;
    complain(run->arena, text, run->lang, str_from(path), str_from(strerror(problem)));
}

enum status run_load(struct run *run, const char *path, struct str *text_out)
{
    int problem = loader_read(&run->loader, path, text_out);
    if (problem == ENOMEM) out_of_memory();
    if (problem) complain_about_file(run, path, problem);
    return problem ? ERR_IO : OK;
}

/* A text that is too large is a fault of the text, as one that is too deep. */
static void refuse_size(struct run *run, struct str path)
{
    struct source *source;
    uint32_t at = 0;
    if (sources_add(&run->sources, path, STR(""), &source) == OK) at = source->base;
    DIAG_REPORT(&run->diags, E121, span_make(at, 0), path);
}

enum status run_read(struct run *run, struct parse_sink sink, struct run_files files)
{
    run->parser.sink = sink;
    run->parser.loader = files.include_is_kept ? NULL : &run->includes;
    for (uint32_t i = 0; i < files.count; i++) {
        struct str text;
        int problem = loader_read(&run->loader, files.paths[i], &text);
        if (problem == ENOMEM) out_of_memory();
        if (problem == EFBIG) {
            refuse_size(run, str_from(files.paths[i]));
        } else if (problem) {
            complain_about_file(run, files.paths[i], problem);
            return ERR_IO;
        } else {
            parser_read(&run->parser, str_from(files.paths[i]), text);
        }
    }
    return OK;
}

void run_read_text(struct run *run, struct parse_sink sink, struct str name, struct str text)
{
    struct parser parser;
    parser_init(&parser, run->arena, &run->sources, &run->diags, &run->words, run->grammar);
    parser.sink = sink;
    parser.loader = &run->includes;
    parser_read(&parser, name, text);
}

/* A thread a processor that works. */
static uint32_t reader_count(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (processors < 1) return 1;
    return processors < (long)LIMIT_READERS_MAX ? (uint32_t)processors : LIMIT_READERS_MAX;
}

enum status run_read_document(struct run *run, struct beside beside)
{
    struct ahead_options options = {.readers = reader_count(),
                                    .piece_bytes = AHEAD_PIECE_BYTES,
                                    .text_bytes_min = LIMIT_AHEAD_BYTES_MIN};
    ahead_init(&run->ahead, &run->document, options);
    if (options.readers > 1) run->parser.ahead = &run->ahead.hook;
    const struct request *r = run->request;
    struct run_files files = {r->operands + beside.before,
                              r->operand_count - beside.before - beside.behind, false};
    return run_read(run, document_sink(&run->document), files);
}

/* A name of letters, digits and - is that of a pack that is shipped; else it is a path. */
static bool is_pack_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '/' || name.ptr[i] == '.') return false;
    return true;
}

enum exit_code run_read_pack(struct run *run, const char *pack, struct document *out)
{
    struct str path = str_from(pack), text;
    const struct shipped *shipped = shipped_find(pack_texts, pack_text_count, path);
    if (shipped) {
        path = str_from(shipped->path);
        text = (struct str){shipped->text, shipped->len};
    } else if (is_pack_name(path)) {
        complain(run->arena, TEXT_NO_PACK, run->lang, path,
                 shipped_names(run->arena, pack_texts, pack_text_count));
        return EXIT_USAGE;
    } else if (run_load(run, pack, &text) != OK) {
        return EXIT_CANNOT_RUN;
    }
    document_init(out, run->arena, &run->words, run->grammar, &run->sources);
    uint32_t start = run->sources.next_base;
    run_read_text(run, document_sink(out), path, text);
    review_check_pack(&run->diags, out, span_make(start, 0));
    return EXIT_CLEAN;
}

const struct pact *run_resolve(struct run *run)
{
    if (diags_has_errors(&run->diags)) return NULL;
    const struct pact *pact = pact_resolve(run->arena, &run->document, &run->diags);
    return diags_has_errors(&run->diags) ? NULL : pact;
}

/* ---- what was reported ---- */

/* How many were counted but not kept. */
static size_t count_hidden(const struct diags *d, enum severity least)
{
    size_t hidden = 0;
    for (enum severity s = least; s <= SEVERITY_ERROR; s++)
        if (d->counts[s] > LIMIT_DIAGNOSTICS_MAX) hidden += d->counts[s] - LIMIT_DIAGNOSTICS_MAX;
    return hidden;
}

struct str run_counts(const struct run *run)
{
    const struct str comma = str_from(text_get(TEXT_COUNT_AND, run->lang));
    struct str counts = STR("");
    for (enum severity s = SEVERITY_ERROR + 1; s-- > SEVERITY_NOTE;) {
        size_t count = run->diags.counts[s];
        if (count == 0) continue;
        struct str part =
            text_fill(run->arena, count == 1 ? TEXT_COUNT_ONE : TEXT_COUNT_MANY, run->lang,
                      str_format(run->arena, "%zu", count), str_from(severity_name(s, run->lang)));
        counts = str_format(run->arena, "%.*s%.*s%.*s", STR_ARG(counts),
                            counts.len ? (int)comma.len : 0, comma.ptr, STR_ARG(part));
    }
    return counts;
}

void run_show(const struct run *run, enum severity least)
{
    const struct diags *d = &run->diags;
    struct span before = span_make(0, 0);
    for (size_t i = 0; i < d->count; i++) {
        const struct diag *one = &d->list[i];
        if (diag_row(one->code)->severity < least) continue;
        bool again = before.len && one->span.at == before.at && one->span.len == before.len;
        print_error(again ? diag_render_again(run->arena, &run->sources, one, run->lang)
                          : diag_render(run->arena, &run->sources, one, run->lang));
        before = one->span;
    }
    size_t hidden = count_hidden(d, least);
    if (hidden == 0) return;
    struct str number = str_format(run->arena, "%zu", hidden);
    print_error(text_fill(run->arena, TEXT_MORE, run->lang, number, (struct str){0}));
    print_error(STR("\n"));
}

static void write_finding(const struct run *run, struct json_out *json, const struct diag *d)
{
    const struct diag_row *row = diag_row(d->code);
    struct place place = sources_place(&run->sources, d->span.at);
    json_out_open(json, JSON_OUT_OBJECT);
    json_out_member(json, "code", str_from(row->code));
    json_out_member(json, "severity", str_from(severity_name(row->severity, LANG_EN)));
    json_out_member(json, "file", diag_shown(run->arena, place.source->path));
    json_out_member_int(json, "line", place.line);
    json_out_member_int(json, "col", place.column);
    json_out_member(json, "message", diag_message(run->arena, d, run->lang));
    json_out_member(json, "hint", diag_hint(run->arena, d, run->lang));
    json_out_close(json);
}

void run_write_findings(const struct run *run, struct json_out *json, enum severity least)
{
    const struct diags *d = &run->diags;
    json_out_key(json, "findings");
    json_out_open(json, JSON_OUT_ARRAY);
    for (size_t i = 0; i < d->count; i++)
        if (diag_row(d->list[i].code)->severity >= least) write_finding(run, json, &d->list[i]);
    json_out_close(json);
    size_t hidden = count_hidden(d, least);
    if (hidden) json_out_member_int(json, "more", (int64_t)hidden);
}

static void write_findings(const struct run *run, enum severity least)
{
    struct json_out json;
    json_out_init(&json);
    json_out_open(&json, JSON_OUT_OBJECT);
    run_write_findings(run, &json, least);
    json_out_close(&json);
    json_out_end(&json);
}

enum exit_code run_tell(const struct run *run, enum severity least)
{
    if (run->json)
        write_findings(run, least);
    else
        run_show(run, least);
    bool found = diags_has_errors(&run->diags) || run->diags.counts[SEVERITY_FINDING];
    return found ? EXIT_FOUND : EXIT_CLEAN;
}

enum exit_code run_refuse(const struct run *run)
{
    CHECK(diags_has_errors(&run->diags));
    return run_tell(run, SEVERITY_WARNING);
}

void run_write_text(const struct run *run, struct str text)
{
    struct json_out json;
    if (!run->json) {
        print(text);
        return;
    }
    json_out_init(&json);
    json_out_open(&json, JSON_OUT_OBJECT);
    json_out_member(&json, "text", text);
    json_out_close(&json);
    json_out_end(&json);
}
