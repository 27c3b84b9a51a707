/* Parser: files to statements, each handed to a sink as it is read.
 *
 * There is one parser for everything; what differs is the sink: the tree (lang/tree.h) keeps the
 * terms and entries, the formatter (lang/format.h) prints them. A statement that does not fit is
 * reported and what is indented under it skipped; reading goes on behind it, so that one run
 * reports many errors. Statements that were refused never reach the sink. */
#ifndef HEQI_LANG_PARSE_H
#define HEQI_LANG_PARSE_H

#include "base/date.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/source.h"
#include "lang/grammar.h"
#include "lang/lex.h"
#include "lang/match.h"

struct statement {
    enum form form;
    uint32_t depth; /* 0: not indented */
    bool dated;
    date_t date, effective; /* effective == date unless "effective" says otherwise */
    uint32_t body;          /* index of the first token behind the dates */
    struct span span;       /* from the first token to the last */
    const struct token *tokens;
    uint32_t token_count;
    const struct bind *binds;
    uint32_t bind_count;
    /* Comments on its lines, in order; the last may stand behind the statement. */
    const struct span *comments;
    uint32_t comment_count;
    bool comment_behind; /* the last comment is on the last line */
};

/* Out-of-line comments and blank lines are told only where the callbacks are set. */
struct parse_sink {
    void *context;
    void (*statement)(void *context, const struct statement *s);
    void (*comment)(void *context, struct span text, uint32_t indent);
    void (*blank)(void *context);
};

/* Gives the text of an included file; path is relative to the including file and `from` its path.
 * Sets *path_out to the name under which it is known, the same for every way to the same file.
 * ERR_IO where it cannot be read, ERR_RANGE where it is too large. */
struct parse_loader {
    void *context;
    enum status (*load)(void *context, struct str from, struct str path, struct str *path_out,
                        struct str *text_out);
};

struct parser;

/* Reads the rest of a long text in a faster way than line by line (lang/ahead.h). */
struct parse_ahead {
    void *context;
    uint32_t text_bytes_min; /* shorter texts are read line by line */
    /* Called once a text with the offset of its first entry; returns the offset behind the lines
     * that were read. */
    uint32_t (*read)(void *context, struct parser *p, uint32_t from);
};

struct parser {
    struct arena *arena;
    struct sources *sources;
    struct diags *diags;
    struct words *words;
    const struct grammar *g;
    struct parse_sink sink;
    const struct parse_loader *loader; /* NULL: include is kept, not followed (formatter) */
    const struct parse_ahead *ahead;   /* NULL: all is read line by line */
    struct lexer lexer;
    struct matcher matcher;
    enum block blocks[LIMIT_NESTING_MAX + 1]; /* by depth: where a statement there stands */
    enum form parents[LIMIT_NESTING_MAX + 1]; /* by depth: the form the block belongs to */
    uint32_t depth_max;                       /* deepest depth that the last statement allows */
    uint32_t skip_depth;  /* statements deeper than this are skipped; UINT32_MAX: none */
    struct diags unheard; /* what is wrong with those */
    struct span *comments;
    size_t comment_count, comment_capacity;
    struct str include_chain[LIMIT_INCLUDE_DEPTH_MAX];
    uint32_t include_depth;
    bool any_statement, money_read;
    bool input_full; /* a file was refused for its size or number: said once, no more is read */
};

void parser_init(struct parser *p, struct arena *arena, struct sources *sources,
                 struct diags *diags, struct words *words, const struct grammar *g);

/* Reads one file; call it for each in order. Problems go to the diags. */
void parser_read(struct parser *p, struct str path, struct str text);

/* ---- for who reads parts of a text ---- */

/* The first line from the offset `at` of a line on that begins with a digit, or the end of the
 * text. Such a line is no part of what stands before it, and what it means does not depend on where
 * that was indented, refused or skipped: it is an entry or an error. */
uint32_t parser_find_entry(const struct lexer *lx, uint32_t at);

/* Reads the line at an offset and those that go on with its statement; returns the offset behind
 * them. The lexer must be at a text. */
uint32_t parser_read_line(struct parser *p, uint32_t at);

#endif
