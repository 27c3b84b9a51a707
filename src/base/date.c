/* Dates as a count of days: the calendar is computed, no table and no clock. */
#include "base/date.h"

#include <stdio.h>

#define YEAR_MIN 1
#define YEAR_MAX 9999
#define DAYS_PER_ERA 146097 /* 400 years */
#define DAYS_TO_EPOCH 719468

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    CHECK(month >= 1 && month <= 12);
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool date_is_valid(struct civil c)
{
    return c.year >= YEAR_MIN && c.year <= YEAR_MAX && c.month >= 1 && c.month <= 12 &&
           c.day >= 1 && c.day <= date_days_in_month(c.year, c.month);
}

date_t date_from_civil(struct civil c)
{
    CHECK(date_is_valid(c));
    int year = c.month <= 2 ? c.year - 1 : c.year; /* a year that begins in March */
    int era = year / 400;
    int year_of_era = year - era * 400;
    int month_from_march = c.month > 2 ? c.month - 3 : c.month + 9;
    int day_of_year = (153 * month_from_march + 2) / 5 + c.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

struct civil date_to_civil(date_t d)
{
    int days = d + DAYS_TO_EPOCH;
    CHECK(days >= 0);
    int era = days / DAYS_PER_ERA;
    int day_of_era = days - era * DAYS_PER_ERA;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (struct civil){
        .year = year_of_era + era * 400 + (month <= 2),
        .month = month,
        .day = day_of_year - (153 * month_from_march + 2) / 5 + 1,
    };
}

static bool read_digits(int *out, const char *p, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        unsigned digit = (unsigned)(unsigned char)p[i] - '0';
        if (digit > 9) return false;
        value = value * 10 + (int)digit;
    }
    *out = value;
    return true;
}

enum status date_parse(date_t *out, const char *ten_bytes)
{
    struct civil c;
    if (!read_digits(&c.year, ten_bytes, 4) || ten_bytes[4] != '-' ||
        !read_digits(&c.month, ten_bytes + 5, 2) || ten_bytes[7] != '-' ||
        !read_digits(&c.day, ten_bytes + 8, 2))
        return ERR_SYNTAX;
    if (!date_is_valid(c)) return ERR_RANGE;
    *out = date_from_civil(c);
    return OK;
}

void date_format(char out[DATE_TEXT_BYTES], date_t d)
{
    struct civil c = date_to_civil(d);
    char wide[40]; /* wider than a valid date needs, so that the compiler can see the bound */
    (void)snprintf(wide, sizeof wide, "%04d-%02d-%02d", c.year, c.month, c.day);
    for (int i = 0; i < DATE_TEXT_BYTES; i++) out[i] = wide[i];
    out[DATE_TEXT_BYTES - 1] = '\0';
}

static enum status add_months(date_t *out, date_t d, int64_t months)
{
    struct civil c = date_to_civil(d);
    int64_t total = (int64_t)c.year * 12 + (c.month - 1) + months;
    if (total < (int64_t)YEAR_MIN * 12 || total >= (int64_t)(YEAR_MAX + 1) * 12) return ERR_RANGE;
    c.year = (int)(total / 12);
    c.month = (int)(total % 12) + 1;
    int last = date_days_in_month(c.year, c.month);
    if (c.day > last) c.day = last;
    *out = date_from_civil(c);
    return OK;
}

enum status date_add(date_t *out, date_t d, struct duration by)
{
    switch (by.unit) {
    case UNIT_MONTHS: return add_months(out, d, by.count);
    case UNIT_YEARS: return add_months(out, d, (int64_t)by.count * 12);
    case UNIT_DAYS: break;
    }
    int64_t day = (int64_t)d + by.count;
    if (day < date_from_civil((struct civil){YEAR_MIN, 1, 1}) ||
        day > date_from_civil((struct civil){YEAR_MAX, 12, 31}))
        return ERR_RANGE;
    *out = (date_t)day;
    return OK;
}
