/* Whom a line concerns, and whether it gives more or less to them than another. */
#include "review/revisions.h"

/* What a line gives to whom: a right, more of which is a gain, or a duty. */
enum sense { SENSE_NONE, SENSE_RIGHT, SENSE_DUTY };

static const struct {
    enum form form;
    enum sense sense;
    enum role who; /* a party, body or fund, recipients, or a list of names with their shares */
} concerns[] = {
    {F_A_LIABLE, SENSE_DUTY, ROLE_party},
    {F_PARTY, SENSE_RIGHT, ROLE_name},
    {F_SHARE_LINE, SENSE_RIGHT, ROLE_name},
    {F_B_SEATS, SENSE_RIGHT, ROLE_members},
    {F_B_HOSTED, SENSE_RIGHT, ROLE_party},
    {F_DECIDE, SENSE_RIGHT, ROLE_body},
    {F_VETO_RIGHT, SENSE_RIGHT, ROLE_to},
    {F_PLEDGES, SENSE_DUTY, ROLE_party},
    {F_DUES, SENSE_DUTY, ROLE_items},
    {F_J_LEAD, SENSE_RIGHT, ROLE_party},
    {F_J_FUNDED, SENSE_DUTY, ROLE_shares},
    {F_J_WORK, SENSE_RIGHT, ROLE_shares},
    {F_RESULTS_OWNED, SENSE_RIGHT, ROLE_to},
    {F_RESULTS_OWNED, SENSE_RIGHT, ROLE_owners},
    {F_RESULTS_OWNED, SENSE_RIGHT, ROLE_alliance},
    {F_USE_RIGHT, SENSE_RIGHT, ROLE_to},
    {F_UNUSED_RETURNS, SENSE_RIGHT, ROLE_to},
    {F_TIER, SENSE_RIGHT, ROLE_to},
    {F_W_TIER, SENSE_RIGHT, ROLE_to},
    {F_CLAWBACK, SENSE_DUTY, ROLE_party},
    {F_BEARER, SENSE_DUTY, ROLE_to},
    {F_BEARER, SENSE_DUTY, ROLE_fund},
};

/* Somebody and how much of it: num/den of what the line speaks of. */
struct stake_in {
    struct interest who;
    bool measured;
    int64_t num, den;
};

struct stakes_in {
    struct stake_in *list;
    size_t count, capacity;
    enum sense sense;
};

static void add_stake(struct arena *a, struct stakes_in *out, struct interest who,
                      const struct bind *value)
{
    struct stake_in s = {.who = who, .measured = value != NULL, .den = 1};
    if (value) {
        bool whole = value->type == VALUE_MONEY;
        s.num = value->a;
        s.den = whole || value->b <= 0 ? 1 : value->b;
    }
    *ARENA_PUSH(a, out->list, out->count, out->capacity) = s;
}

/* The first figure among binds: a share, an amount, a number. */
static const struct bind *first_figure(const struct term *t, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        int type = t->binds[i].type;
        if (type == VALUE_SHARE || type == VALUE_PART || type == VALUE_MONEY ||
            type == VALUE_NUMBER)
            return &t->binds[i];
    }
    return NULL;
}

/* The share of a decision is its majority, not what the body has of it. */
static const struct bind *figure_of_line(const struct term *t)
{
    return t->form == F_DECIDE ? NULL : first_figure(t, 0, t->bind_count);
}

static bool who_of_bind(const struct bind *b, struct interest *out)
{
    switch (b->role) {
    case ROLE_grant: *out = (struct interest){INTEREST_GRANT, 0}; return true;
    case ROLE_alliance: *out = (struct interest){INTEREST_ALLIANCE, 0}; return true;
    case ROLE_fund: *out = (struct interest){INTEREST_FUND, (uint32_t)b->a}; return true;
    case ROLE_who2: *out = (struct interest){INTEREST_OTHERS, 0}; return true;
    case ROLE_who:
        *out =
            (struct interest){b->what == SET_MEMBER_KIND ? INTEREST_KIND : INTEREST_WHO, b->rank};
        return true;
    default: break;
    }
    if (b->type != VALUE_NAME && b->type != VALUE_PNAME && b->type != VALUE_NEW &&
        b->type != VALUE_PNEW)
        return false;
    *out = (struct interest){INTEREST_NAME, (uint32_t)b->a};
    return true;
}

/* A phrase of a list: who, and the share or amount that stands with it. */
static void add_phrase(struct arena *a, struct stakes_in *out, const struct term *t,
                       const struct bind *phrase)
{
    struct interest who = {0};
    uint32_t at = (uint32_t)(phrase - t->binds), end = phrase->end;
    const struct bind *figure = first_figure(t, at + 1, end);
    if (phrase->type != VALUE_PHRASE) {
        if (who_of_bind(phrase, &who)) add_stake(a, out, who, figure_of_line(t));
        return;
    }
    for (uint32_t i = at + 1; i < end; i++)
        if (who_of_bind(&t->binds[i], &who)) {
            if (t->binds[i].role == ROLE_who2 && phrase->rank == DUES_ITEM_LEAD)
                who.kind = INTEREST_LEAD;
            add_stake(a, out, who, figure ? figure : figure_of_line(t));
            return;
        }
}

static void collect(struct arena *a, struct stakes_in *out, const struct term *t)
{
    for (size_t i = 0; t && i < ARRAY_LEN(concerns); i++) {
        if (concerns[i].form != t->form) continue;
        const struct bind *b = term_bind(t, concerns[i].who);
        if (!b) continue;
        out->sense = concerns[i].sense;
        if (b->type != VALUE_LIST) {
            add_phrase(a, out, t, b);
            continue;
        }
        for (const struct bind *item = list_first(b); item; item = list_next(t, b, item))
            add_phrase(a, out, t, item);
    }
}

/* ---- gains and losses ---- */

static bool same_interest(struct interest x, struct interest y)
{
    return x.kind == y.kind && x.id == y.id;
}

static void note(struct arena *a, struct interests *out, struct interest who)
{
    for (size_t i = 0; i < out->count; i++)
        if (same_interest(out->list[i], who)) return;
    *ARENA_PUSH(a, out->list, out->count, out->capacity) = who;
}

static const struct stake_in *find_stake(const struct stakes_in *s, struct interest who)
{
    for (size_t i = 0; i < s->count; i++)
        if (same_interest(s->list[i].who, who)) return &s->list[i];
    return NULL;
}

/* 1: more, -1: less, 0: as much, or nobody can say. */
static int compare_figures(const struct stake_in *before, const struct stake_in *after)
{
    if (!before->measured || !after->measured) return 0;
    i128 x = (i128)before->num * after->den, y = (i128)after->num * before->den;
    return y > x ? 1 : y < x ? -1 : 0;
}

/* Free is more than fairly. */
static int use_change(const struct term *before, const struct term *after)
{
    if (!before || !after || after->form != F_USE_RIGHT) return 0;
    const struct bind *x = term_bind(before, ROLE_terms), *y = term_bind(after, ROLE_terms);
    return x && y ? (int)x->rank - (int)y->rank : 0;
}

void interests_compare(struct arena *a, struct interests *gains, struct interests *loses,
                       const struct term *before, const struct term *after)
{
    struct stakes_in old = {0}, new = {0};
    collect(a, &old, before);
    collect(a, &new, after);
    for (size_t i = 0; i < old.count; i++) {
        if (find_stake(&new, old.list[i].who)) continue;
        note(a, old.sense == SENSE_RIGHT ? loses : gains, old.list[i].who);
    }
    for (size_t i = 0; i < new.count; i++) {
        const struct stake_in *was = find_stake(&old, new.list[i].who);
        int more = was ? compare_figures(was, &new.list[i]) + use_change(before, after) : 1;
        if (new.sense == SENSE_DUTY) more = -more;
        if (more) note(a, more > 0 ? gains : loses, new.list[i].who);
    }
}
