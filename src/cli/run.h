/* A run: one command at work on the texts it was given, from opening them to its last word.
 *
 * A handler reads with run_read() or run_read_document(), lets the layers work, and ends with
 * run_refuse() where there are errors, else with run_show() and its own output:
 *
 *     if (run_read_document(run, (struct beside){0}) != OK) return EXIT_CANNOT_RUN;
 *     const struct pact *pact = run_resolve(run);
 *     if (pact) … the layers work, and report to run->diags …
 *     if (diags_has_errors(&run->diags)) return run_refuse(run);
 *     run_show(run, SEVERITY_WARNING);
 *     print(…);
 *     return EXIT_CLEAN;
 */
#ifndef HEQI_CLI_RUN_H
#define HEQI_CLI_RUN_H

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/loader.h"
#include "cli/output.h"
#include "cli/text.h"
#include "lang/ahead.h"
#include "pact/pact.h"

struct run {
    const struct request *request;
    struct arena *arena;
    enum language lang; /* of everything that is said */
    bool json;
    struct words words;
    const struct grammar *grammar;
    struct sources sources;
    struct diags diags;
    struct loader loader;
    struct parse_loader includes;
    struct parser parser;
    struct document document;
    struct ahead ahead;
};

/* The request and the arena must outlive the run. */
void run_open(struct run *run, const struct request *request, struct arena *arena);
void run_release(struct run *run);

struct run_files {
    const char *const *paths;
    uint32_t count;
    bool include_is_kept; /* not followed: the statement itself goes to the sink */
};

/* Reads files in order as one text. Problems of the texts go to run->diags; ERR_IO where a file
 * cannot be read, which is said on standard error. */
NODISCARD enum status run_read(struct run *run, struct parse_sink sink, struct run_files files);

/* Reads a text that is in memory, under a name. */
void run_read_text(struct run *run, struct parse_sink sink, struct str name, struct str text);

/* One file as it is, for what is no text of the language. ERR_IO, said, where it cannot be read. */
NODISCARD enum status run_load(struct run *run, const char *path, struct str *text_out);

/* How many operands in front of and behind the files are no files. */
struct beside {
    uint32_t before, behind;
};

/* The files of the request, into run->document. */
NODISCARD enum status run_read_document(struct run *run, struct beside beside);

/* The agreement in run->document, resolved; NULL where errors were reported, in it or before. */
const struct pact *run_resolve(struct run *run);

/* Reads a rule pack into a document of its own: one that is shipped, by name, or a file. What it
 * names stands in run->words. Problems of the text go to run->diags; EXIT_CLEAN, or how to end. */
enum exit_code run_read_pack(struct run *run, const char *pack, struct document *out);

/* Shows what was reported, from a severity upwards, on standard error. */
void run_show(const struct run *run, enum severity least);

/* Shows it as the answer of the command: with --json on standard output. The exit code of `check`.
 */
enum exit_code run_tell(const struct run *run, enum severity least);

/* The members of it in an open object of JSON, for an answer that has more to say. */
void run_write_findings(const struct run *run, struct json_out *json, enum severity least);

/* Writes a text of the language as the answer; with --json as {"text"}. */
void run_write_text(const struct run *run, struct str text);

/* The end of a command that found errors: what it found is its answer. */
enum exit_code run_refuse(const struct run *run);

/* "2 errors, 1 note" of what was reported; empty where nothing was. */
struct str run_counts(const struct run *run);

#endif
