/* Numbers as a Chinese contract writes them: 第六条, 第一百零五条, 第6条; 三分之二, 百分之六十. */
#ifndef HEQI_LANG_NUMERAL_H
#define HEQI_LANG_NUMERAL_H

#include "base/str.h"

/* The number of an article, or 0 where the word is none. Digits and the one right Chinese spelling
 * are read; up to LIMIT_INTEGER_MAX. */
int64_t numeral_read_article(struct str word);

/* 三分之二, 百分之六十, 万分之五: the fraction in letters, not reduced; false where the word is
 * none. Each part is one of the right spellings up to 999; below the line 百, 千 and 万 stand too.
 */
bool numeral_read_fraction(int64_t *top_out, int64_t *bottom_out, struct str word);

/* A number, percentage or fraction as digits alone say it, whatever the lexer read it from: 1,200万
 * is 12000000, 60％ is 60%, 三分之二 is 2/3, 万分之五 is 0.05%. What has no Chinese letter stays as
 * it is. */
struct str numeral_in_digits(struct arena *a, struct str written);

/* A number in Chinese letters up to 999, 一百零五, 零; in digits from there and below 0. */
struct str numeral_write(struct arena *a, int64_t number);

/* The same of an article: 第一百零五条. */
struct str numeral_write_article(struct arena *a, int64_t number);

#endif
