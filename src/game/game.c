/* Tables of worths: scaling, reading, turning round. */
#include "game/game.h"

#include <string.h>

uint32_t game_players(size_t count)
{
    for (uint32_t n = 1; n <= LIMIT_PLAYERS_MAX; n++)
        if (count == (size_t)1 << n) return n;
    return 0;
}

static void note_largest(int64_t *largest, int64_t units)
{
    int64_t size = units < 0 ? -units : units;
    if (size > *largest) *largest = size;
}

static bool fits(i128 units)
{
    return units <= GAME_WORTH_MAX && units >= -GAME_WORTH_MAX;
}

/* ---- scaling ---- */

/* The least common denominator of all worths. */
static enum status common_denominator(uint64_t *out, const struct rat *worths, size_t count)
{
    uint64_t den = 1;
    for (size_t i = 0; i < count; i++) {
        uint64_t own;
        enum status s = rat_denominator_u64(&own, &worths[i]);
        if (s == OK) s = lcm_u64(&den, den, own);
        if (s != OK) return ERR_OVERFLOW;
    }
    *out = den;
    return OK;
}

enum status game_make(struct game *out, struct arena *a, const struct rat *worths, size_t count)
{
    uint64_t den;
    uint32_t n = game_players(count);
    CHECK(n > 0);
    if (rat_sign(&worths[0]) != 0) return ERR_RANGE;
    enum status s = common_denominator(&den, worths, count);
    if (s != OK) return s;
    int64_t *v = ARENA_ARRAY(a, int64_t, count), largest = 0;
    struct rat *scaled = rat_array_of_arena(a, 2);
    rat_set_fraction(&scaled[0], (i128)den, 1);
    for (size_t i = 0; i < count; i++) {
        i128 units;
        rat_mul(&scaled[1], &worths[i], &scaled[0]);
        if (rat_floor_i128(&units, &scaled[1]) != OK || !fits(units)) return ERR_OVERFLOW;
        v[i] = (int64_t)units;
        note_largest(&largest, v[i]);
    }
    *out = (struct game){n, v, den, largest};
    return OK;
}

enum status game_use(struct game *out, const int64_t *worths, size_t count)
{
    uint32_t n = game_players(count);
    CHECK(n > 0);
    if (worths[0] != 0) return ERR_RANGE;
    int64_t least = 0, most = 0;
    for (size_t i = 0; i < count; i++) {
        if (worths[i] < least) least = worths[i];
        if (worths[i] > most) most = worths[i];
    }
    if (!fits(least) || !fits(most)) return ERR_OVERFLOW;
    *out = (struct game){n, worths, 1, most > -least ? most : -least};
    return OK;
}

struct game game_negated(struct arena *a, const struct game *g)
{
    size_t count = (size_t)1 << g->n;
    int64_t *v = ARENA_ARRAY(a, int64_t, count);
    for (size_t i = 0; i < count; i++) v[i] = -g->v[i];
    return (struct game){g->n, v, g->den, g->largest};
}

void game_value(struct rat *out, const struct game *g, i128 units, u128 divisor)
{
    struct rat den;
    rat_init(&den);
    rat_set_fraction(&den, (i128)g->den, 1);
    rat_set_fraction(out, units, divisor);
    rat_div(out, out, &den);
    rat_clear(&den);
}

/* ---- numbers as text ---- */

#define NUMBER_DIGITS_MAX 1000u

/* A decimal as a fraction: its digits over the power of ten of its places. */
static enum status read_decimal(struct rat *out, struct str text, size_t point)
{
    char fraction[2 * NUMBER_DIGITS_MAX + 4];
    size_t places = text.len - point - 1, len = point;
    if (places == 0 || text.len > NUMBER_DIGITS_MAX) return ERR_SYNTAX;
    memcpy(fraction, text.ptr, point);
    memcpy(fraction + len, text.ptr + point + 1, places);
    len += places;
    fraction[len++] = '/';
    fraction[len++] = '1';
    memset(fraction + len, '0', places);
    return rat_set_text(out, (struct str){fraction, len + places});
}

enum status game_read_number(struct rat *out, struct str text)
{
    const char *point = memchr(text.ptr, '.', text.len);
    if (!point) return rat_set_text(out, text);
    return read_decimal(out, text, (size_t)(point - text.ptr));
}

/* ---- superadditivity ---- */

#define SUPERADDITIVE_PLAYERS_MAX 16u

bool game_is_superadditive(const struct game *g, uint32_t *s, uint32_t *t)
{
    if (g->n > SUPERADDITIVE_PLAYERS_MAX) return true;
    for (uint32_t all = 1; all <= game_all(g); all++) {
        /* Each way to cut a coalition in two, once: the part without its last player. */
        for (uint32_t part = (all - 1) & all; part; part = (part - 1) & all) {
            if (part < (all ^ part)) break;
            if (g->v[part] + g->v[all ^ part] <= g->v[all]) continue;
            *s = all ^ part;
            *t = part;
            return false;
        }
    }
    return true;
}
