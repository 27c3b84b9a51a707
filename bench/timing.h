/* Processor time, and the median of several turns. */
#ifndef HEQI_BENCH_TIMING_H
#define HEQI_BENCH_TIMING_H

#include <stdlib.h>
#include <time.h>

/* Seconds of the processor that this process has used. */
static inline double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static inline int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts the times. */
static inline double median(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, compare_times);
    return times[count / 2];
}

#endif
