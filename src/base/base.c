/* The one place where a broken CHECK ends the process. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

void check_failed(const char *file, int line, const char *condition)
{
    (void)fprintf(stderr, "heqi: %s:%d: this must hold and does not: %s\n", file, line, condition);
    abort();
}
