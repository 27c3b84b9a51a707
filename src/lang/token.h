/* Tokens of one statement. */
#ifndef HEQI_LANG_TOKEN_H
#define HEQI_LANG_TOKEN_H

#include "base/base.h"

enum token_kind {
    TOKEN_END,      /* behind the last token of the statement */
    TOKEN_WORD,     /* word; a = the word of the whole run where cut is set */
    TOKEN_PATH,     /* word.other: word, a = the second word */
    TOKEN_NUMBER,   /* a = mantissa, b = decimal places */
    TOKEN_PERCENT,  /* a / b, not reduced */
    TOKEN_FRACTION, /* a / b */
    TOKEN_DATE,     /* a = date */
    TOKEN_ORDINAL,  /* a = n of "#n" behind a date */
    TOKEN_TEXT,     /* a = position behind the opening quote, b = bytes up to the closing one */
    TOKEN_COMMA,
    TOKEN_MONTH_DAY, /* 1月31日: a = month, b = day */
    TOKEN_ARTICLE,   /* 第六条: a = 6 */
    TOKEN_DIGEST,    /* sha256:…: the whole of it */
};

struct token {
    uint32_t at; /* position of the first byte */
    uint32_t len;
    uint32_t word; /* of TOKEN_WORD and TOKEN_PATH */
    uint16_t cut;  /* on the first of several words cut from one run: how many; else 0 */
    uint8_t kind;
    int64_t a, b;
};

_Static_assert(sizeof(struct token) == 32, "two tokens a cache line");

#endif
