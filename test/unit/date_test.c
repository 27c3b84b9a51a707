/* Dates: every day of the years 1 to 9999 there and back, days that do not exist, durations. */
#include "unit.h"

#include "base/date.h"

static date_t day(const char *text)
{
    date_t d = DATE_NONE;
    assert_int_equal(date_parse(&d, text), OK);
    return d;
}

/* Walks the calendar by its plain definition beside the arithmetic under test. */
static void every_day_goes_there_and_back(void **state)
{
    (void)state;
    date_t expected = date_from_civil((struct civil){1, 1, 1});
    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            int days = date_days_in_month(year, month);
            for (int d = 1; d <= days; d++, expected++) {
                struct civil c = {year, month, d};
                if (date_from_civil(c) != expected) fail_msg("%d-%d-%d", year, month, d);
                struct civil back = date_to_civil(expected);
                if (back.year != year || back.month != month || back.day != d)
                    fail_msg("back to %d-%d-%d", back.year, back.month, back.day);
            }
        }
    }
    assert_int_equal(expected - 1, day("9999-12-31"));
}

static void known_days(void **state)
{
    (void)state;
    assert_int_equal(day("1970-01-01"), 0);
    assert_int_equal(day("1969-12-31"), -1);
    assert_int_equal(day("2000-03-01"), 11017);
    assert_int_equal(day("2024-12-31"), 20088);
    assert_int_equal(day("0001-01-01"), -719162);
    assert_true(DATE_NONE < day("0001-01-01") && DATE_OPEN > day("9999-12-31"));
}

static void leap_years(void **state)
{
    (void)state;
    assert_int_equal(date_days_in_month(2023, 2), 28);
    assert_int_equal(date_days_in_month(2024, 2), 29);
    assert_int_equal(date_days_in_month(1900, 2), 28);
    assert_int_equal(date_days_in_month(2000, 2), 29);
}

static void what_is_not_a_date_is_refused(void **state)
{
    (void)state;
    const char *const not_of_the_form[] = {"2024-1-001", "2024/01/01", "24-01-0001", "2024-01-0x",
                                           "+024-01-01", "2024-01- 1", "2024-01:01", "          "};
    const char *const no_such_day[] = {"2023-02-29", "2024-02-30", "1900-02-29",
                                       "2024-04-31", "2024-13-01", "2024-00-10",
                                       "2024-01-00", "2024-01-32", "0000-01-01"};
    date_t d = 7;
    for (size_t i = 0; i < ARRAY_LEN(not_of_the_form); i++)
        assert_int_equal(date_parse(&d, not_of_the_form[i]), ERR_SYNTAX);
    for (size_t i = 0; i < ARRAY_LEN(no_such_day); i++)
        assert_int_equal(date_parse(&d, no_such_day[i]), ERR_RANGE);
    assert_int_equal(d, 7); /* untouched on error */
    assert_false(date_is_valid((struct civil){10000, 1, 1}));
    assert_false(date_is_valid((struct civil){-4, 1, 1}));
}

static void formats_with_all_digits(void **state)
{
    (void)state;
    char text[DATE_TEXT_BYTES];
    date_format(text, day("0001-02-03"));
    assert_string_equal(text, "0001-02-03");
    date_format(text, day("9999-12-31"));
    assert_string_equal(text, "9999-12-31");
}

static void durations_land_where_they_should(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        struct duration by;
        const char *to;
    } cases[] = {
        {"2024-01-31", {1, UNIT_MONTHS}, "2024-02-29"}, /* the last day of a shorter month */
        {"2023-01-31", {1, UNIT_MONTHS}, "2023-02-28"},
        {"2023-01-30", {1, UNIT_MONTHS}, "2023-02-28"},
        {"2023-01-28", {1, UNIT_MONTHS}, "2023-02-28"},
        {"2023-02-28", {1, UNIT_MONTHS}, "2023-03-28"}, /* not the last day of a longer one */
        {"2023-08-31", {6, UNIT_MONTHS}, "2024-02-29"},
        {"2023-11-30", {3, UNIT_MONTHS}, "2024-02-29"},
        {"2023-12-15", {1, UNIT_MONTHS}, "2024-01-15"},
        {"2024-03-31", {-1, UNIT_MONTHS}, "2024-02-29"},
        {"2024-01-15", {-1, UNIT_MONTHS}, "2023-12-15"},
        {"2024-02-29", {1, UNIT_YEARS}, "2025-02-28"},
        {"2024-02-29", {4, UNIT_YEARS}, "2028-02-29"},
        {"2024-02-29", {-1, UNIT_YEARS}, "2023-02-28"},
        {"2023-12-31", {1, UNIT_DAYS}, "2024-01-01"},
        {"2024-02-28", {2, UNIT_DAYS}, "2024-03-01"},
        {"2024-03-01", {-1, UNIT_DAYS}, "2024-02-29"},
        {"2024-05-05", {0, UNIT_MONTHS}, "2024-05-05"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        date_t d = DATE_NONE;
        char text[DATE_TEXT_BYTES];
        assert_int_equal(date_add(&d, day(cases[i].from), cases[i].by), OK);
        date_format(text, d);
        assert_string_equal(text, cases[i].to);
    }
}

static void durations_stay_in_the_known_years(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        struct duration by;
    } cases[] = {
        {"9999-12-31", {1, UNIT_DAYS}},          {"9999-12-01", {1, UNIT_MONTHS}},
        {"9999-01-01", {1, UNIT_YEARS}},         {"0001-01-01", {-1, UNIT_DAYS}},
        {"0001-01-31", {-1, UNIT_MONTHS}},       {"0001-12-31", {-1, UNIT_YEARS}},
        {"2024-01-01", {INT32_MAX, UNIT_DAYS}},  {"2024-01-01", {INT32_MIN, UNIT_DAYS}},
        {"2024-01-01", {INT32_MAX, UNIT_YEARS}}, {"2024-01-01", {INT32_MIN, UNIT_MONTHS}},
    };
    date_t d = 7;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(date_add(&d, day(cases[i].from), cases[i].by), ERR_RANGE);
    assert_int_equal(d, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_goes_there_and_back),
        cmocka_unit_test(known_days),
        cmocka_unit_test(leap_years),
        cmocka_unit_test(what_is_not_a_date_is_refused),
        cmocka_unit_test(formats_with_all_digits),
        cmocka_unit_test(durations_land_where_they_should),
        cmocka_unit_test(durations_stay_in_the_known_years),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
