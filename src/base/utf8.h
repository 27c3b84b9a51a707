/* UTF-8: checked at the border, walked by code point, measured in terminal columns.
 * The adapter of utf8proc: no other file includes it. */
#ifndef HEQI_BASE_UTF8_H
#define HEQI_BASE_UTF8_H

#include "base/str.h"

/* Offset of the first byte that is not part of well-formed UTF-8, or s.len. Surrogates, overlong
 * forms and code points over U+10FFFF are malformed. Fast on ASCII (word at a time). */
size_t utf8_first_bad(struct str s);

/* Decodes one code point of checked text at s.ptr[at]; sets *size to its bytes (1–4). */
int32_t utf8_decode(struct str s, size_t at, size_t *size);

size_t utf8_count(struct str s); /* code points */

/* Terminal columns: wide East Asian characters 2, combining marks 0, control characters 0. */
size_t utf8_width(struct str s);

bool utf8_is_letter(int32_t code_point);        /* categories L*, and Nl such as 〇 */
bool utf8_is_letter_number(int32_t code_point); /* category Nl alone: 〇, Ⅷ */
bool utf8_is_han(int32_t code_point);           /* Han letters: the CJK ideograph blocks and 〇 */

/* Text in Unicode form NFC, in the arena. ERR_SYNTAX where s is not UTF-8. */
NODISCARD enum status utf8_to_nfc(struct arena *a, struct str s, struct str *out);

#endif
