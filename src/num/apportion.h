/* Amounts parted in proportion, once and exactly: largest remainders, ties in order. For what is
 * taken from or given to several who have so much of a whole each, and shall end with nothing below
 * zero; who shares again and again has a stream (num/stream.h). */
#ifndef HEQI_NUM_APPORTION_H
#define HEQI_NUM_APPORTION_H

#include "base/base.h"

/* part / whole of an amount, rounded down; 0 of a whole of 0. 0 <= part <= whole. */
int64_t apportion_part(int64_t amount_minor, int64_t part, int64_t whole);

/* Parts an amount of 0 and more by what each has, 0 and more, of the whole, which they make
 * together, above 0 where the amount is. The parts sum to the amount; where that is at most the
 * whole, nobody gets more than it has. */
void apportion(const int64_t *of, int64_t *out, size_t count, int64_t amount_minor, int64_t whole);

#endif
