/* An analysis: one text read, resolved and folded, as an editor asks about it.
 *
 * It begins at one document and holds what that includes. Open documents are taken as they stand in
 * the editor, others from the disk. What is told of it is what `heqi check` says.
 *
 * A statement that is refused is reported and left out, and everything else is asked of what is
 * left: where that holds together it is resolved and folded in silence, so that figures stay while
 * a line is being typed. */
#ifndef HEQI_LSP_ANALYSIS_H
#define HEQI_LSP_ANALYSIS_H

#include "fold/fold.h"
#include "lsp/documents.h"
#include "lsp/host.h"
#include "lsp/mentions.h"

/* A file of the text. */
struct analysed {
    const struct source *source;
    struct str path, uri;
    struct lines lines;
    size_t skipped; /* bytes of the file before those of the source: a mark of byte order */
};

/* The tables of the language, compiled once. */
struct language_tables {
    struct arena arena;
    struct words words;
    const struct grammar *grammar;
};

struct analysis {
    struct arena arena; /* everything of it */
    struct str path;    /* of the document that it begins at */
    enum language lang; /* of what is said */
    struct words words;
    struct grammar grammar;
    struct sources sources;
    struct diags diags;
    struct document document;
    struct mentions mentions;
    struct analysed *files; /* by source */
    size_t file_count, file_capacity;
    struct str *missed; /* paths that an include names and nobody can read */
    size_t missed_count, missed_capacity;
    const struct pact *pact; /* of what was read; NULL where that does not hold together */
    struct fold *fold;       /* of the whole book; NULL where there is no pact, or no figure */
};

void language_tables_init(struct language_tables *t);
void language_tables_release(struct language_tables *t);

/* A file that is read as if it held this. */
struct replaced_file {
    struct str path, text;
};

/* Where texts come from, and in which language is told what is wrong with them. */
struct analysis_input {
    const struct language_tables *tables;
    const struct documents *documents;
    const struct lsp_host *host;
    enum language lang;
    bool reading_only; /* mentions and syntax are all that is asked */
    struct replaced_file *replaced;
    size_t replaced_count;
};

/* ERR_IO or ERR_RANGE where the document cannot be read; nothing is then held. It must not move. */
NODISCARD enum status analysis_init(struct analysis *a, const struct analysis_input *input,
                                    struct str path);
void analysis_release(struct analysis *a);

/* Whether a file is part of the text; NULL: it is not. */
const struct analysed *analysis_file(const struct analysis *a, struct str path);
const struct analysed *analysis_file_at(const struct analysis *a, uint32_t at);

/* The language that a file is written in: that of its first keyword. English where it has none. */
enum language analysis_language(const struct analysis *a, const struct analysed *file);

/* A place in a file as a position of the text, and back. */
uint32_t analysis_at(const struct analysed *file, size_t offset);
size_t analysis_offset(const struct analysed *file, uint32_t at);

#endif
