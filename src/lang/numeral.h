/* Numbers of articles as a Chinese contract writes them: 第六条, 第一百零五条, 第6条. */
#ifndef HEQI_LANG_NUMERAL_H
#define HEQI_LANG_NUMERAL_H

#include "base/str.h"

/* The number of an article, or 0 where the word is none. Digits and the one right Chinese spelling
 * are read; up to LIMIT_INTEGER_MAX. */
int64_t numeral_read_article(struct str word);

/* A number in Chinese letters up to 999, 一百零五, 零; in digits from there and below 0. */
struct str numeral_write(struct arena *a, int64_t number);

/* The same of an article: 第一百零五条. */
struct str numeral_write_article(struct arena *a, int64_t number);

#endif
