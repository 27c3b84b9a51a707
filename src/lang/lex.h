/* Lexer: the tokens of one line at a time, appended to those of the statement.
 *
 * The text must be UTF-8 and end in a line break, unless it is empty (the parser sees to both). A
 * run of Chinese letters that is no declared name is cut into keywords where that succeeds in
 * exactly one way; it then stands as several tokens, the first with `cut` set. Reading rules:
 * docs/language.md. */
#ifndef HEQI_LANG_LEX_H
#define HEQI_LANG_LEX_H

#include "base/date.h"
#include "base/diag.h"
#include "base/source.h"
#include "lang/token.h"
#include "lang/words.h"

struct lexer {
    struct arena *arena;
    struct words *words;
    struct diags *diags;
    const struct source *source;
    const char *text; /* of the source; ends in a line break */
    uint32_t text_len;
    uint32_t base;        /* position of its first byte */
    uint32_t begin, end;  /* of the line being read, its line break left out */
    struct token *tokens; /* of the statement; the one behind the last is a TOKEN_END */
    uint32_t count, capacity;
    struct span comment; /* of the line just read; len 0: none */
    /* The date read last: journals repeat it in line after line. */
    char date_text[10];
    date_t date;
};

/* Lexes from byte `at` of the source to the end of its line; returns the offset behind the line
 * break. Problems are reported and *ok_out set to false; the line is read to its end all the same.
 */
uint32_t lex_line(struct lexer *lx, uint32_t at, bool *ok_out);

/* An entry without its date, 2012-08-29 or 2012年8月29日, and the space behind that. */
struct str lex_behind_date(struct str entry);

/* The offset of the line break that ends the line of `at`, or the end of the text. */
uint32_t lex_line_break(const struct lexer *lx, uint32_t at);

#endif
