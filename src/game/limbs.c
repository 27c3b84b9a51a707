/* The weights of orders. */
#include "game/limbs.h"

void order_weights(struct rat *out, uint32_t n)
{
    struct rat factor;
    rat_init(&factor);
    rat_set_fraction(&out[0], 1, n);
    for (uint32_t s = 1; s < n; s++) {
        rat_set_fraction(&factor, s, n - s);
        rat_mul(&out[s], &out[s - 1], &factor);
    }
    rat_clear(&factor);
}
