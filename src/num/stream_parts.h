/* What the files of a stream share among themselves; nothing here is for anybody else.
 *
 * stream.c runs the rule over integers, stream_place.c knows who is in the stream and where,
 * stream_allot.c hands units out with stream_select.c, stream_e12.c, stream_fine.c and
 * stream_big.c take exact entitlements, the latter with runs of rational weights.
 *
 * A split is: stream_admit, stream_begin, then by the kind of weights stream_split_weights or its
 * counterpart, which opens or continues a run, lets every d grow and hands out. */
#ifndef HEQI_NUM_STREAM_PARTS_H
#define HEQI_NUM_STREAM_PARTS_H

#include "num/stream.h"
#include "num/stream_select.h"

static inline uint64_t size_of(int64_t amount)
{
    return amount < 0 ? -(uint64_t)amount : (uint64_t)amount;
}

static inline u128 size_of_e12(i128 amount_e12)
{
    return amount_e12 < 0 ? -(u128)amount_e12 : (u128)amount_e12;
}

/* What the keys of a run count up to: a whole unit. Below 2^103. */
static inline u128 unit_key(const struct stream *s)
{
    return (u128)STREAM_PARTS * s->scale.one;
}

/* part/10^12 in 2^-64, less than 2 too low: with part below 2^40, part * 2^24 times 2^104/10^12, a
 * number of 65 bits whose highest is left out of the product and added. */
static inline uint64_t rough_part(uint64_t part)
{
    const uint64_t reciprocal = (uint64_t)(((u128)1 << 104) / (uint64_t)STREAM_PARTS);
    uint64_t scaled = part << 24;
    return scaled + (uint64_t)((u128)scaled * reciprocal >> 64);
}

/* Whether an amount may be split at all. Notes it in the volume; an amount of 0 clears units. */
NODISCARD enum status stream_admit(struct stream *s, int64_t amount);

/* Finds the places of ids, lets new ones join, and under `per split` forgets all remainders. */
void stream_begin(struct stream *s, const uint32_t *ids, uint32_t count);

/* The part of stream_begin about places: afterwards map_places[k] is the place of ids[k]. Costs one
 * comparison of ids where they are those of the last split. */
void stream_place(struct stream *s, const uint32_t *ids, uint32_t count);

/* Values in the order of the map as an array over the whole stream, 0 elsewhere: values itself
 * where it is that already, else next_weights. values may be next_weights. */
const uint64_t *stream_spread(struct stream *s, const uint64_t *values);

/* One split by weights over the whole stream. */
void stream_split_weights(struct stream *s, int64_t amount, const uint64_t *weights, uint64_t sum);

/* One more split by the open run's weights. */
void stream_turn(struct stream *s, int64_t amount);

/* Rounds every d down to 10^-12, the missing parts by largest remainder, and closes the run: no
 * rests are left. */
void stream_close_run(struct stream *s);

/* Adds one part to the places whose marks are set, and makes up rough_parts and rests of 0. */
void stream_set_parts(struct stream *s);

/* ---- handing out (stream_allot.c) ---- */

/* Hands out amount units, the sum of all d: sets units and adds them to held and total_minor; what
 * they take off d is for the caller. floors and keys are d, or in a reversal, where units are taken
 * back from held, -d. */
void stream_hand_out(struct stream *s, uint64_t amount, bool reversal);

/* The same for integers, from wholes, parts and rests, and with the units taken off wholes. */
void stream_hand_out_rests(struct stream *s, uint64_t amount, bool reversal);

/* Makes floors and keys of wholes, parts and rests; with negative, of -d. */
void stream_make_keys(struct stream *s, bool negative);

/* The key of a place: its fraction of d in parts of unit_key, or that and one whole unit. */
u128 stream_key(const struct stream *s, uint32_t place);

/* ---- runs of one split with rests (stream_fine.c) ---- */

bool stream_fine_is_open(const struct stream *s);

/* Ends the run, if one is open, without carrying anything over. */
void stream_fine_forget(struct stream *s);

/* While it is open, the fraction of d in parts of unit_key. */
u128 stream_fine_key(const struct stream *s, uint32_t place);

/* Before the places of a split by entitlements are made: which of its recipients has to be compared
 * with the open run, or -1; and what comes of it, part being its share of the whole. */
int64_t stream_fine_witness(const struct stream *s, const uint32_t *ids, uint32_t count);
void stream_fine_meet(struct stream *s, const struct rat *part);

/* ---- runs of rational weights (stream_big.c) ---- */

bool stream_big_is_open(const struct stream *s);

/* Opens a run of the weights entitlement/amount; the places are those of e. */
void stream_big_open(struct stream *s, int64_t amount, const struct entitlements *e);

/* Ends the run, if one is open: wholes and parts become every d rounded as by stream_close_run. */
void stream_big_close(struct stream *s);

/* Ends it, if one is open, without carrying anything over. */
void stream_big_forget(struct stream *s);

/* Whether a run is open and entitlements, of which all were split, are, as fractions, the weights
 * of the open run. */
bool stream_big_continues_e12(const struct stream *s, u128 all, const struct entitlements_e12 *e);

/* One more split by the open run's weights. */
void stream_big_turn(struct stream *s, int64_t amount);

/* Adds units to the remainder of a place: it gives them away, or with a minus takes them. */
void stream_big_pass_on(struct stream *s, uint32_t place, int64_t units_minor);

/* Keeps the run in step with stream_place: a place shifts to a higher one, the old becoming free; a
 * place starts with weight and remainder 0; room is made for capacity places. */
void stream_big_reserve(struct stream *s, uint32_t capacity);
void stream_big_shift(struct stream *s, uint32_t to, uint32_t from);
void stream_big_join(struct stream *s, uint32_t place);

/* The remainder of a place, where the run is open. */
const struct rat *stream_big_remainder(const struct stream *s, uint32_t place);

#endif
