/* Civil dates of the proleptic Gregorian calendar as a count of days, and durations.
 *
 * A struct-free int32 so that dates compare, subtract and sort as integers. Day 0 is 1970-01-01.
 * The language knows the years 1 to 9999. Algorithms: the usual shift of the year to March. */
#ifndef HEQI_BASE_DATE_H
#define HEQI_BASE_DATE_H

#include "base/base.h"

typedef int32_t date_t;

#define DATE_NONE INT32_MIN /* "no date here" */
#define DATE_OPEN INT32_MAX /* the end of a period that has none; later than every date */

struct civil {
    int year;
    int month; /* 1–12 */
    int day;   /* 1–31 */
};

enum duration_unit { UNIT_DAYS, UNIT_MONTHS, UNIT_YEARS };

struct duration {
    int32_t count;
    enum duration_unit unit;
};

bool date_is_valid(struct civil c);
date_t date_from_civil(struct civil c); /* CHECKs that c is valid */
struct civil date_to_civil(date_t d);
int date_days_in_month(int year, int month);

/* Reads YYYY-MM-DD, exactly ten bytes. ERR_SYNTAX, or ERR_RANGE for a day that does not exist. */
NODISCARD enum status date_parse(date_t *out, const char *ten_bytes);

/* Writes YYYY-MM-DD and a NUL. */
#define DATE_TEXT_BYTES 11
void date_format(char out[DATE_TEXT_BYTES], date_t d);

/* Adding months or years lands on the last day of a shorter month; adding days counts from the
 * next day. Negative counts go back. ERR_RANGE where the year would leave 1–9999. */
NODISCARD enum status date_add(date_t *out, date_t d, struct duration by);

#endif
