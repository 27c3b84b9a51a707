/* See apportion.h. */
#include "num/apportion.h"

int64_t apportion_part(int64_t amount_minor, int64_t part, int64_t whole)
{
    return whole ? (int64_t)((i128)amount_minor * part / whole) : 0;
}

/* One more unit to the largest remainder. */
static void one_more(const int64_t *of, int64_t *out, size_t count, int64_t amount, int64_t whole)
{
    size_t best = count;
    i128 most = 0;
    for (size_t i = 0; i < count; i++) {
        i128 behind = (i128)of[i] * amount - (i128)out[i] * whole;
        if (behind <= most) continue;
        most = behind;
        best = i;
    }
    CHECK(best < count);
    out[best]++;
}

void apportion(const int64_t *of, int64_t *out, size_t count, int64_t amount_minor, int64_t whole)
{
    CHECK(amount_minor >= 0);
    int64_t left = amount_minor;
    for (size_t i = 0; i < count; i++) {
        out[i] = apportion_part(of[i], amount_minor, whole);
        left -= out[i];
    }
    for (; left > 0; left--) one_more(of, out, count, amount_minor, whole);
}
