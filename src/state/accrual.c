/* Returns by the day. */
#include "state/accrual.h"

#include "num/rat.h"

/* ---- how much is open ---- */

static int64_t measure_of(const struct state *s, const struct accrual *a, uint32_t party)
{
    return a->promise->measure == M_COST ? state_cost(s, a->scope, party)
                                         : s->parties[party].capital_minor;
}

static i128 base_e12(struct state *s, const struct accrual *a, uint32_t party, int64_t minor)
{
    const struct entitled *repaid =
        state_entitled(s, KEY_REPAID, (uint32_t)a->promise->measure, a->scope);
    i128 open = (i128)minor * STREAM_PARTS - entitled_down_e12(repaid, party);
    return (open > 0 ? open : 0) + (i128)a->added_minor[party] * STREAM_PARTS;
}

/* floor(what was earned), in 10^-12 of a unit. */
static i128 earned(const struct accrual *a, uint32_t party)
{
    struct rat earned, rate;
    i128 out = 0;
    rat_init(&earned);
    rat_init(&rate);
    rat_set_i128(&earned, a->earned_days_e12[party]);
    rat_set_ratio(&rate, a->promise->rate);
    rat_mul(&earned, &earned, &rate);
    rat_set_i64(&rate, DAYS_OF_A_YEAR);
    rat_div(&earned, &earned, &rate);
    if (rat_floor_i128(&out, &earned) != OK) out = 0;
    rat_clear(&rate);
    rat_clear(&earned);
    return out;
}

/* ---- up to a day ---- */

static void run_to(struct state *s, struct accrual *a, uint32_t party, date_t day, int64_t minor)
{
    i128 base = base_e12(s, a, party, minor);
    if (base && s->keep_causes)
        *ARENA_PUSH(s->arena, a->stretches, a->stretch_count, a->stretch_capacity) =
            (struct stretch){party, a->since[party], day, base};
    a->earned_days_e12[party] += base * (day - a->since[party]);
    a->since[party] = day;
}

/* What is added to the base follows what is unpaid: all of it on an anniversary, never more than it
 * between them. */
static void add_unpaid(struct state *s, struct accrual *a, uint32_t party, bool anniversary)
{
    i128 unpaid = earned(a, party) - entitled_down_e12(a->paid, party);
    i128 units = (unpaid + STREAM_PARTS / 2) / STREAM_PARTS;
    if (unpaid < 0) units = 0;
    if (units > INT64_MAX) {
        s->overflow = true;
        return;
    }
    if (anniversary || units < a->added_minor[party]) a->added_minor[party] = (int64_t)units;
}

static bool next_anniversary(const struct accrual *a, uint32_t party, date_t *out)
{
    struct duration years = {.count = a->years[party] + 1, .unit = UNIT_YEARS};
    return date_add(out, a->began[party], years) == OK;
}

static void reckon_to(struct state *s, struct accrual *a, uint32_t party, date_t day, int64_t minor)
{
    date_t anniversary;
    if (a->since[party] == DATE_NONE) a->since[party] = a->began[party] = day;
    if (a->promise->compound) {
        add_unpaid(s, a, party, false);
        if (base_e12(s, a, party, minor) == 0) {
            a->began[party] = day;
            a->years[party] = 0;
        }
        while (next_anniversary(a, party, &anniversary) && anniversary <= day && !s->overflow) {
            run_to(s, a, party, anniversary, minor);
            add_unpaid(s, a, party, true);
            a->years[party]++;
        }
    }
    run_to(s, a, party, day, minor);
}

void accrual_reckon(struct state *s, struct accrual *a, uint32_t party)
{
    reckon_to(s, a, party, s->day, measure_of(s, a, party));
}

i128 accrual_earned_e12(struct state *s, struct accrual *a, uint32_t party)
{
    accrual_reckon(s, a, party);
    return earned(a, party);
}

/* ---- which ---- */

/* Capital that was paid before the scope looked at it. */
static void catch_up(struct state *s, struct accrual *a)
{
    int64_t *minor = ARENA_ARRAY(s->arena, int64_t, s->party_count);
    for (size_t i = 0; i < s->capital_count; i++) {
        const struct dated *d = &s->capital[i];
        reckon_to(s, a, d->party, d->day, minor[d->party]);
        minor[d->party] += d->minor;
    }
}

struct accrual *state_accrual(struct state *s, uint32_t promise, uint32_t scope)
{
    struct accrual **at = state_accrual_at(s, promise, scope);
    if (*at) return *at;
    struct accrual *a = *at = ARENA_NEW(s->arena, struct accrual);
    a->promise = &s->pact->promises[promise];
    a->scope = scope;
    a->paid = state_entitled(s, KEY_RETURN, promise, scope);
    a->since = ARENA_ARRAY(s->arena, date_t, s->party_count);
    a->began = ARENA_ARRAY(s->arena, date_t, s->party_count);
    a->years = ARENA_ARRAY(s->arena, int32_t, s->party_count);
    a->added_minor = ARENA_ARRAY(s->arena, int64_t, s->party_count);
    a->earned_days_e12 = ARENA_ARRAY(s->arena, i128, s->party_count);
    for (uint32_t i = 0; i < s->party_count; i++) a->since[i] = DATE_NONE;
    *ARENA_PUSH(s->arena, s->accruals, s->accrual_count, s->accrual_capacity) = a;
    if (a->promise->measure == M_CAPITAL) catch_up(s, a);
    return a;
}

void state_reckon(struct state *s, enum measure_name measure, uint32_t scope, uint32_t party)
{
    for (uint32_t i = 0; i < s->pact->promise_count; i++)
        if (s->pact->promises[i].measure == measure)
            accrual_reckon(s, state_accrual(s, i, scope), party);
}

static bool is_promised_on(const struct pact *p, enum measure_name measure)
{
    for (size_t i = 0; i < p->promise_count; i++)
        if (p->promises[i].measure == measure) return true;
    return false;
}

void state_reckon_everywhere(struct state *s, enum measure_name measure, uint32_t party)
{
    for (size_t i = 0; i < s->accrual_count; i++)
        if (s->accruals[i]->promise->measure == measure) accrual_reckon(s, s->accruals[i], party);
}

void state_reckon_capital(struct state *s, uint32_t party, int64_t amount_minor)
{
    if (!is_promised_on(s->pact, M_CAPITAL)) return;
    state_reckon_everywhere(s, M_CAPITAL, party);
    *ARENA_PUSH(s->arena, s->capital, s->capital_count, s->capital_capacity) =
        (struct dated){party, s->day, amount_minor};
}
