/* Bases that are adjusted by factors: `adjusted by MEASURE 40%, MEASURE 60%`. Inside share only.
 *
 * r_ik is the part that recipient i has of factor k, 1/n each where nobody has any; its weight w_k.
 * λ_i, which sum to 1, are
 *
 *     Σ_k w_k r_ik                                       added up (no word for it),
 *     Σ_k y_ik y*_k, divided by their sum               `projection of`,
 *     d⁻_i / (d⁺_i + d⁻_i), divided by their sum        `topsis of`,
 *
 * y_ik = w_k r_ik, y*_k the largest and y°_k the least of them, d⁺_i = √Σ_k (y_ik − y*_k)² and d⁻_i
 * the same from y°. (The length of y*, by which a projection divides, falls out.) Roots are taken
 * down to whole 10^-18, λ by TOPSIS to 10^-12 by largest remainders, ties in the order of members;
 * where all are alike, λ are equal. A share is base_i + λ_i − 1/n; who comes out below zero has
 * nothing, and the others share by what they come out with.
 *
 * Sources: C. L. Hwang and K. Yoon 1981 (TOPSIS); the modified Shapley value of the field, whose
 * base is a value of a game, for the rest. */
#ifndef HEQI_SHARE_ADJUSTED_H
#define HEQI_SHARE_ADJUSTED_H

#include "share/weights.h"

/* Adjusts the weights of the base, which are in the weigher. False where stakes are missing. */
bool weigh_adjusted(struct weigher *w, struct basis basis, const struct occasion *m);

#endif
