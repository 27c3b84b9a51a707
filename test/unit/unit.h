/* What every unit test includes: cmocka with the headers it needs before it, and a comparison of
 * slices that prints both when they differ. */
#ifndef HEQI_TEST_UNIT_UNIT_H
#define HEQI_TEST_UNIT_UNIT_H

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The slice equals the NUL-terminated text. */
#define ASSERT_TEXT(slice, expected)                                                               \
    do {                                                                                           \
        struct str actual_ = (slice);                                                              \
        struct arena arena_;                                                                       \
        arena_init(&arena_);                                                                       \
        assert_string_equal(str_copy(&arena_, actual_).ptr, (expected));                           \
        assert_int_equal(actual_.len, str_from(expected).len);                                     \
        arena_release(&arena_);                                                                    \
    } while (0)

#endif
