/* Health: whether an alliance is one in more than name. Indicators, each an exact figure with the
 * threshold that parts good from bad, what it was a year before, and the entries behind it; scored
 * in the five groups of the national evaluation (国科办政〔2012〕47号).
 *
 * The indicators and what is good are of heqi's choosing, from ../docs/health.md; the groups weigh
 * alike. An indicator of which there is nothing to tell, no milestone due, no grant, does not
 * count. Who leads is judged by what it brings in, not by what it is. */
#ifndef HEQI_FAIR_HEALTH_H
#define HEQI_FAIR_HEALTH_H

#include "fair/fair.h"

enum health_group {
    GROUP_ACTIVITY,
    GROUP_PERFORMANCE,
    GROUP_SERVICE,
    GROUP_MANAGEMENT,
    GROUP_PROTECTION,
    GROUP_COUNT
};

enum health_unit { UNIT_COUNT, UNIT_PART, UNIT_RATIO, UNIT_MONEY };
enum health_sense { SENSE_AT_LEAST, SENSE_AT_MOST };

enum indicator_id {
#define INDICATOR(id, key, group, weight, unit, sense, num, den, en, zh, remedy, remedy_zh)        \
    INDICATOR_##id,
#include "fair/health_table.h"
#undef INDICATOR
    INDICATOR_ID_COUNT
};

struct indicator_row {
    const char *key;
    enum health_group group;
    uint32_t weight;
    enum health_unit unit;
    enum health_sense sense;
    int64_t num, den; /* the threshold */
    const char *name[2], *remedy[2];
};

extern const struct indicator_row indicator_rows[INDICATOR_ID_COUNT];

struct health_figure {
    bool known;
    i128 num, den; /* den > 0; of money in minor units over 1. Both below 2^124 */
};

/* What an indicator rests on where it is bad, or where there is something to show. */
struct evidence {
    uint32_t *entries;
    size_t entry_count, entry_capacity;
    uint32_t *parties; /* members it names */
    size_t party_count, party_capacity;
};

struct indicator {
    struct health_figure now, before; /* before: a year earlier */
    bool good;                        /* where now is known */
    struct evidence evidence;
};

struct health {
    const struct pact *pact;
    date_t at;
    struct indicator list[INDICATOR_ID_COUNT];
    uint32_t reached[GROUP_COUNT], of[GROUP_COUNT]; /* weights of the good, and of the known */
};

/* False where an error was reported. at: DATE_NONE, the day of the last entry. */
NODISCARD bool health_find(struct health *out, struct arena *arena, const struct pact *pact,
                           struct diags *diags, date_t at);

/* 0 to 100 of a group, rounded down; -1 where nothing of it is known. And of all: the groups that
 * are known weigh alike. */
int health_group_score(const struct health *h, enum health_group group);
int health_score(const struct health *h);

#endif
