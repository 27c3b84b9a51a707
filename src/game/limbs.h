/* Counts of many words and the weights of orders, for those who count coalitions. Inside game only.
 */
#ifndef HEQI_GAME_LIMBS_H
#define HEQI_GAME_LIMBS_H

#include "num/rat.h"

/* Numbers of `limbs` words, the lowest first, modulo 2^(64 limbs). */
static inline void limbs_add(uint64_t *to, const uint64_t *from, uint32_t limbs)
{
    unsigned carry = 0;
    for (uint32_t i = 0; i < limbs; i++) {
        uint64_t sum;
        carry = __builtin_add_overflow(to[i], (uint64_t)carry, &sum);
        carry |= __builtin_add_overflow(sum, from[i], &to[i]);
    }
}

static inline void limbs_subtract(uint64_t *to, const uint64_t *from, uint32_t limbs)
{
    uint64_t borrow = 0;
    for (uint32_t i = 0; i < limbs; i++) {
        uint64_t first = to[i] - borrow;
        borrow = first > to[i];
        to[i] = first - from[i];
        borrow += to[i] > first;
    }
}

/* 1 / (n C(n−1, s)) for each s below n: the part of the orders of n in which just these s stand
 * before one. out: n rats, each rat_init. */
void order_weights(struct rat *out, uint32_t n);

#endif
