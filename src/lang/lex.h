/* Lexer: the tokens of one line at a time, appended to those of the statement.
 *
 * The text must be UTF-8 (the parser checks it once). Reading rules: docs/language.md. */
#ifndef HEQI_LANG_LEX_H
#define HEQI_LANG_LEX_H

#include "base/diag.h"
#include "base/source.h"
#include "lang/token.h"
#include "lang/words.h"

struct lexer {
    struct arena *arena;
    struct words *words;
    struct diags *diags;
    const struct source *source;
    const char *text; /* of the source */
    uint32_t text_len;
    struct token *tokens; /* of the statement; the one behind the last is a TOKEN_END */
    uint32_t count, capacity;
    struct span comment; /* of the line just read; len 0: none */
};

/* Lexes from byte `at` of the source to the end of its line; returns the offset behind the line
 * break. Problems are reported and *ok_out set to false; the line is read to its end all the same.
 */
uint32_t lex_line(struct lexer *lx, uint32_t at, bool *ok_out);

/* A run of Chinese letters at tokens[index] that is no declared name is cut into keywords, where
 * that succeeds in exactly one way; it then stands as several tokens, the first with `cut` set. */
void lex_cut(struct lexer *lx, uint32_t index);

/* Whether a run of Chinese letters can be cut into keywords in exactly one way; fills up to max
 * words. 0: no or not in one way only. */
uint32_t lex_cut_words(const struct words *words, struct str run, uint32_t *out, uint32_t max);

/* The number a Chinese numeral up to 999 spells (六, 十二, 一百零五); 0 where it is none. */
int64_t lex_chinese_number(struct str digits);

#endif
