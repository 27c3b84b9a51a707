/* What every file of heqi builds on: fixed-width integers, the status of a call, checks.
 *
 * A function that can fail for a reason of the outside world (input, size, arithmetic that leaves
 * int64) returns an enum status and writes its results through out-parameters; on anything but OK
 * the out-parameters are untouched. A mistake of the programmer is a CHECK: it aborts, in release
 * builds too, because a wrong figure is worse than none. */
#ifndef HEQI_BASE_BASE_H
#define HEQI_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

__extension__ typedef __int128 i128;
__extension__ typedef unsigned __int128 u128;

enum status {
    OK = 0,
    ERR_OVERFLOW, /* a figure left the range of int64 or of a named limit */
    ERR_SYNTAX,   /* text is not of the expected form */
    ERR_RANGE,    /* a value is well formed but outside what is allowed */
    ERR_TEXT,     /* diagnostics with errors were reported to the sink */
    ERR_IO,       /* the outside world refused: a file, a pipe */
};

#define NODISCARD __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first)))
#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

/* Aborts with file, line and the broken condition. */
#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (__builtin_expect(!(condition), 0)) check_failed(__FILE__, __LINE__, #condition);       \
    } while (0)

/* Marks a place that is never reached, and says what was taken for granted there. */
#define UNREACHABLE(granted) check_failed(__FILE__, __LINE__, (granted))

_Noreturn void check_failed(const char *file, int line, const char *condition);

#endif
