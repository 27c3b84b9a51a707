/* Indicators of health from the folded book and its duties. */
#include "fair/health.h"

#include "fair/standing.h"
#include "fold/handlers.h"
#include "fold/posts.h"
#include "settle/due.h"
#include "state/motions.h"
#include "state/register.h"

const struct indicator_row indicator_rows[INDICATOR_ID_COUNT] = {
#define INDICATOR(id, key, group, weight, unit, sense, num, den, en, zh, remedy, remedy_zh)        \
    [INDICATOR_##id] = {key, GROUP_##group, weight,   UNIT_##unit,        SENSE_##sense,           \
                        num, den,           {en, zh}, {remedy, remedy_zh}},
#include "fair/health_table.h"
#undef INDICATOR
};

#define DAYS_UNEXECUTED 90

/* One look at the book, on one day. */
struct look {
    struct arena *arena;
    const struct pact *pact;
    struct fold fold;
    struct duties duties;
    date_t at;
    bool *dead; /* by entry */
    struct indicator *list;
    bool first; /* the look of today: evidence is kept */
};

static const struct entry *entry_of(const struct look *l, uint32_t index)
{
    return document_entry(l->pact->doc, index);
}

static bool stands(const struct look *l, uint32_t index)
{
    return !l->dead[index] && entry_of(l, index)->date <= l->at;
}

static void tell(struct look *l, enum indicator_id id, i128 num, i128 den)
{
    struct health_figure *out = l->first ? &l->list[id].now : &l->list[id].before;
    *out = (struct health_figure){den > 0, num, den > 0 ? den : 1};
}

static void show_entry(struct look *l, enum indicator_id id, uint32_t entry)
{
    struct evidence *e = &l->list[id].evidence;
    if (l->first && entry != INDEX_NONE)
        *ARENA_PUSH(l->arena, e->entries, e->entry_count, e->entry_capacity) = entry;
}

static void show_party(struct look *l, enum indicator_id id, uint32_t party)
{
    struct evidence *e = &l->list[id].evidence;
    if (l->first) *ARENA_PUSH(l->arena, e->parties, e->party_count, e->party_capacity) = party;
}

static date_t year_before(date_t day)
{
    date_t out = day;
    return date_add(&out, day, (struct duration){-1, UNIT_YEARS}) == OK ? out : day;
}

/* ---- activity ---- */

/* Days on which a body that decides met or decided, the latest year; each once. */
struct sessions {
    date_t *days;
    size_t count, capacity;
    date_t since;
};

static void add_session(struct look *l, struct sessions *s, date_t day, uint32_t entry)
{
    if (day <= s->since || day > l->at) return;
    for (size_t i = 0; i < s->count; i++)
        if (s->days[i] == day) return;
    *ARENA_PUSH(l->arena, s->days, s->count, s->capacity) = day;
    show_entry(l, INDICATOR_MEETINGS, entry);
}

static void look_at_meetings(struct look *l)
{
    const struct motions *m = l->fold.state->motions;
    struct sessions s = {.since = year_before(l->at)};
    for (uint32_t i = 0; i < l->pact->doc->entry_count; i++)
        if (entry_of(l, i)->form == F_MEETING && stands(l, i))
            add_session(l, &s, entry_of(l, i)->date, i);
    for (size_t i = 0; m && i < l->pact->motion_count; i++)
        if (m->list[i].tally) add_session(l, &s, m->list[i].decided, l->pact->motions[i].decided);
    tell(l, INDICATOR_MEETINGS, (int64_t)s.count, 1);
}

static void look_at_motions(struct look *l)
{
    const struct motions *m = l->fold.state->motions;
    int64_t decided = 0, quorate = 0, carried = 0, idle = 0;
    for (size_t i = 0; m && i < l->pact->motion_count; i++) {
        const struct motion_state *s = &m->list[i];
        if (s->tally && s->decided <= l->at && s->result != MOTION_UNKNOWN) {
            bool reached = !s->tally->quorum.whole || s->tally->quorum.reached;
            decided++;
            quorate += reached;
            if (!reached) show_entry(l, INDICATOR_QUORUM, l->pact->motions[i].decided);
        }
        if (s->result != MOTION_CARRIED || s->decided > l->at - DAYS_UNEXECUTED) continue;
        carried++;
        if (s->used_by != INDEX_NONE) continue;
        idle++;
        show_entry(l, INDICATOR_UNEXECUTED, l->pact->motions[i].decided);
    }
    tell(l, INDICATOR_QUORUM, quorate, decided);
    tell(l, INDICATOR_UNEXECUTED, idle, carried);
}

/* What of a project stands in the journal. */
struct course {
    date_t last_grant, last_work;
    uint32_t grant_entry;
    int64_t spent_minor;
};

static bool is_work(enum form form)
{
    return form == F_SPEND || form == F_SPENDS || form == F_INCOME || form == F_RESULT ||
           form == F_WORK || form == F_MILESTONE || form == F_DIFFUSION;
}

static uint32_t project_of(const struct look *l, const struct entry *e)
{
    uint32_t project = entry_project(&l->fold, e), result = entry_result(&l->fold, e);
    if (project != INDEX_NONE || result == INDEX_NONE) return project;
    return l->pact->results[result].project;
}

static struct course *find_courses(struct look *l)
{
    struct course *list = ARENA_ARRAY(l->arena, struct course, l->pact->project_count);
    for (size_t i = 0; i < l->pact->project_count; i++)
        list[i] = (struct course){DATE_NONE, DATE_NONE, INDEX_NONE, 0};
    for (uint32_t i = 0; i < l->pact->doc->entry_count; i++) {
        const struct entry *e = entry_of(l, i);
        if (!stands(l, i)) continue;
        uint32_t project = project_of(l, e);
        if (project == INDEX_NONE) continue;
        struct course *c = &list[project];
        if (e->form == F_GRANT && e->date >= c->last_grant) {
            c->last_grant = e->date;
            c->grant_entry = i;
        }
        if (is_work((enum form)e->form) && e->date > c->last_work) c->last_work = e->date;
        if (e->form != F_SPEND && e->form != F_SPENDS) continue;
        if (__builtin_add_overflow(c->spent_minor, e->amount, &c->spent_minor))
            c->spent_minor = INT64_MAX;
    }
    return list;
}

static void look_at_projects(struct look *l)
{
    const struct course *courses = find_courses(l);
    int64_t started = 0, own = 0, old = 0, outlives = 0;
    i128 spent = 0, generic = 0;
    for (uint32_t i = 0; i < l->pact->project_count; i++) {
        const struct project_terms *p = pact_project(l->pact, i, l->at);
        const struct course *c = &courses[i];
        spent += c->spent_minor;
        if (p->has_kind && p->kind == PROJECT_GENERIC) generic += c->spent_minor;
        bool began = l->fold.state->projects[i].started || c->last_work != DATE_NONE;
        started += began;
        if (began && c->last_grant == DATE_NONE)
            own++;
        else
            show_entry(l, INDICATOR_OWN_PROJECTS, c->grant_entry);
        if (c->last_grant == DATE_NONE || c->last_grant > year_before(l->at)) continue;
        date_t year_on = c->last_grant;
        if (date_add(&year_on, c->last_grant, (struct duration){1, UNIT_YEARS}) != OK) continue;
        old++;
        outlives += c->last_work > year_on;
        if (c->last_work <= year_on) show_entry(l, INDICATOR_OUTLIVES, c->grant_entry);
    }
    tell(l, INDICATOR_OWN_PROJECTS, own, started);
    tell(l, INDICATOR_OUTLIVES, outlives, old);
    tell(l, INDICATOR_GENERIC, generic, spent);
}

/* ---- duties: milestones, goals, diffusion, arrears ---- */

static void look_at_duties_of(struct look *l, enum duty_kind kind, enum indicator_id id)
{
    int64_t due = 0, met = 0;
    for (size_t i = 0; i < l->duties.count; i++) {
        const struct duty *d = &l->duties.list[i];
        if (d->kind != kind) continue;
        bool done = d->state == DUTY_MET || d->state == DUTY_CURED;
        if (!done && (d->due == DATE_NONE || d->due > l->at)) continue;
        due++;
        met += done;
        if (!done) show_entry(l, id, d->entry);
    }
    tell(l, id, met, due);
}

static bool is_members_debt(const struct duty *d)
{
    return d->money && d->who.kind == WHO_PARTY &&
           (d->kind == DUTY_TRANCHE || d->kind == DUTY_CALL || d->kind == DUTY_DUES ||
            d->kind == DUTY_LOSS || d->kind == DUTY_CHARGE);
}

static void look_at_arrears(struct look *l)
{
    i128 due = 0, open = 0;
    bool *named = ARENA_ARRAY(l->arena, bool, l->pact->party_count);
    for (size_t i = 0; i < l->duties.count; i++) {
        const struct duty *d = &l->duties.list[i];
        if (!is_members_debt(d) || d->due == DATE_NONE || d->due >= l->at) continue;
        due += d->amount_minor;
        open += d->open_minor;
        if (d->open_minor <= 0 || named[d->who.index]) continue;
        named[d->who.index] = true;
        show_party(l, INDICATOR_ARREARS, d->who.index);
        show_entry(l, INDICATOR_ARREARS, d->entry);
    }
    tell(l, INDICATOR_ARREARS, open, due);
}

/* ---- results ---- */

static bool is_licensed(const struct look *l, uint32_t result)
{
    for (size_t i = 0; i < l->pact->licence_count; i++)
        for (uint32_t k = 0; k < l->pact->licences[i].part_count; k++)
            if (l->pact->licences[i].parts[k].result == result &&
                l->fold.state->registers->licences[i].granted)
                return true;
    return false;
}

static void look_at_results(struct look *l)
{
    const struct registers *g = l->fold.state->registers;
    int64_t all = 0, used = 0, uses = 0, outside = 0, published = 0;
    for (uint32_t i = 0; i < l->pact->result_count; i++) {
        const struct result_state *r = &g->results[i];
        if (!r->registered || l->pact->results[i].background) continue;
        bool in_use = r->adoption_count || is_licensed(l, i);
        all++;
        used += in_use;
        if (!in_use) show_entry(l, INDICATOR_USED, l->pact->results[i].entry);
        for (size_t k = 0; k < r->adoption_count; k++) {
            uses++;
            if (r->adoptions[k].party != INDEX_NONE) continue;
            outside++;
            show_entry(l, INDICATOR_OUTSIDE, r->adoptions[k].entry);
        }
    }
    for (uint32_t i = 0; i < l->pact->licence_count; i++) {
        if (!g->licences[i].granted) continue;
        uses++;
        if (l->pact->licences[i].terms->licensee != INDEX_NONE) continue;
        outside++;
        show_entry(l, INDICATOR_OUTSIDE, l->pact->licences[i].entry);
    }
    for (uint32_t i = 0; i < l->pact->doc->entry_count; i++) {
        const struct entry *e = entry_of(l, i);
        if (e->form != F_DIFFUSION || e->choice != DIFFUSION_PUBLISH || !stands(l, i)) continue;
        published++;
        show_entry(l, INDICATOR_PUBLICATIONS, i);
    }
    tell(l, INDICATOR_USED, used, all);
    tell(l, INDICATOR_OUTSIDE, outside, all > 0);
    /* Without any use no number of publications is good: they count as beyond the limit. */
    int64_t limit = indicator_rows[INDICATOR_PUBLICATIONS].num;
    if (uses)
        tell(l, INDICATOR_PUBLICATIONS, published, uses);
    else
        tell(l, INDICATOR_PUBLICATIONS, (limit + 1) * published, published > 0);
}

/* ---- management ---- */

static void look_at_staff(struct look *l)
{
    int64_t fulltime = 0;
    const struct posts *all = &l->fold.posts;
    for (size_t i = 0; i < all->count; i++) {
        const struct post *p = &all->list[i];
        if (p->share.num < p->share.den || !post_is_filled(all, p, l->at)) continue;
        fulltime++;
        show_entry(l, INDICATOR_STAFF, p->entry);
    }
    tell(l, INDICATOR_STAFF, fulltime, 1);
}

static void look_at_terms(struct look *l)
{
    const uint8_t *lacks = pact_starts_lack(l->arena, l->pact, l->at);
    int64_t lacking = 0;
    for (size_t i = 0; i < l->pact->project_count; i++) lacking += lacks[i] != 0;
    tell(l, INDICATOR_UNTERMED, lacking, (int64_t)l->pact->project_count);
}

static void look_at_money(struct look *l)
{
    const struct grants_held *g = &l->fold.grants;
    tell(l, INDICATOR_GOVERNMENT, g->in_minor, g->money_in_minor);
    for (size_t i = 0; i < g->count; i++) show_entry(l, INDICATOR_GOVERNMENT, g->list[i].entry);
}

/* ---- members ---- */

static int64_t contribution(const struct look *l, uint32_t party)
{
    const struct state *s = l->fold.state;
    return s->parties[party].capital_minor + state_cost(s, SCOPE_ALLIANCE, party);
}

static void look_at_members(struct look *l)
{
    const struct state *s = l->fold.state;
    int64_t unsigned_count = 0, ever = 0, gone = 0, members = 0, largest = 0, leads = 0;
    i128 all = 0;
    uint32_t most = INDEX_NONE, leader = INDEX_NONE;
    for (uint32_t i = 0; i < l->pact->party_count; i++) {
        const struct party *p = &l->pact->parties[i];
        bool member = s->parties[i].member;
        ever += member || s->parties[i].gone;
        gone += s->parties[i].gone;
        if (s->parties[i].gone) show_party(l, INDICATOR_EXITS, i);
        if (!member) continue;
        members++;
        unsigned_count += !p->signed_;
        if (!p->signed_) show_party(l, INDICATOR_UNSIGNED, i);
        int64_t put_in = contribution(l, i);
        all += put_in;
        if (put_in > largest) {
            largest = put_in;
            most = i;
        }
        if (!p->lead) continue;
        leads = put_in;
        leader = i;
    }
    if (most != INDEX_NONE) show_party(l, INDICATOR_CONCENTRATION, most);
    if (leader != INDEX_NONE) show_party(l, INDICATOR_LEADERSHIP, leader);
    tell(l, INDICATOR_UNSIGNED, unsigned_count, 1);
    tell(l, INDICATOR_EXITS, gone, ever);
    tell(l, INDICATOR_CONCENTRATION, largest, all);
    tell(l, INDICATOR_LEADERSHIP, (i128)leads * members, leader == INDEX_NONE ? 0 : all);
}

/* Sums of money beyond this, thousands of millions of millions, are left untold. */
#define SUM_BITS 60

/* Received over put in, of one member, to that of all. */
static void look_at_benefit(struct look *l)
{
    const struct state *s = l->fold.state;
    i128 received = 0, put_in = 0;
    uint32_t least = INDEX_NONE;
    for (uint32_t i = 0; i < l->pact->party_count; i++) {
        received += s->parties[i].figures.received;
        put_in += contribution(l, i);
    }
    if (received <= 0 || received >> SUM_BITS || put_in >> SUM_BITS) return;
    for (uint32_t i = 0; i < l->pact->party_count; i++) {
        if (!s->parties[i].member || contribution(l, i) <= 0) continue;
        bool less = least == INDEX_NONE ||
                    (i128)s->parties[i].figures.received * contribution(l, least) <
                        (i128)s->parties[least].figures.received * contribution(l, i);
        if (less) least = i;
    }
    if (least == INDEX_NONE) return;
    show_party(l, INDICATOR_BENEFIT, least);
    tell(l, INDICATOR_BENEFIT, s->parties[least].figures.received * put_in,
         received * contribution(l, least));
}

/* ---- coalitions ---- */

static void look_at_coalitions(struct look *l, struct diags *diags)
{
    struct fair f;
    struct fair_options options = {.at = l->at};
    if (fair_find(&f, l->arena, l->pact, diags, options) != FAIR_TOLD) return;
    const struct division *agreed = &f.divisions[FAIR_AGREEMENT];
    int64_t excess = 0;
    bool gains = agreed->worst && rat_sign(agreed->excess) > 0;
    if (gains && rat_floor_i64(&excess, agreed->excess) != OK) return; /* in minor units */
    tell(l, INDICATOR_EXCESS, excess, 1);
    for (uint32_t left = gains ? agreed->worst : 0; left; left &= left - 1) {
        const struct fair_block *b = &f.blocks.list[__builtin_ctz(left)];
        for (uint32_t i = 0; i < b->count; i++) show_party(l, INDICATOR_EXCESS, b->parties[i]);
    }
}

/* ---- all ---- */

static bool look_at_all(struct look *l, struct diags *diags)
{
    fold_init(&l->fold, l->arena, l->pact, diags, (struct fold_options){.until = l->at});
    if (!fold_run(&l->fold)) return false;
    if (l->at == DATE_NONE) l->at = l->fold.options.until;
    l->dead = entries_dead(&l->fold);
    duties_find(&l->duties, &l->fold);
    look_at_meetings(l);
    look_at_motions(l);
    look_at_projects(l);
    look_at_duties_of(l, DUTY_MILESTONE, INDICATOR_MILESTONES);
    look_at_duties_of(l, DUTY_GOAL, INDICATOR_GOALS);
    look_at_duties_of(l, DUTY_DIFFUSION, INDICATOR_DIFFUSED);
    look_at_arrears(l);
    look_at_results(l);
    look_at_staff(l);
    look_at_terms(l);
    look_at_money(l);
    look_at_members(l);
    look_at_benefit(l);
    look_at_coalitions(l, diags);
    return true;
}

static bool is_good(const struct indicator_row *row, const struct health_figure *x)
{
    i128 figure = x->num * row->den, limit = row->num * x->den;
    return row->sense == SENSE_AT_LEAST ? figure >= limit : figure <= limit;
}

bool health_find(struct health *out, struct arena *arena, const struct pact *pact,
                 struct diags *diags, date_t at)
{
    *out = (struct health){.pact = pact};
    struct look now = {.arena = arena, .pact = pact, .at = at, .list = out->list, .first = true};
    if (!look_at_all(&now, diags)) return false;
    out->at = now.at;
    struct look before = {
        .arena = arena, .pact = pact, .at = year_before(now.at), .list = out->list};
    if (before.at >= pact->founded && !look_at_all(&before, diags)) return false;
    for (int i = 0; i < INDICATOR_ID_COUNT; i++) {
        struct indicator *x = &out->list[i];
        if (!x->now.known) continue;
        x->good = is_good(&indicator_rows[i], &x->now);
        out->of[indicator_rows[i].group] += indicator_rows[i].weight;
        if (x->good) out->reached[indicator_rows[i].group] += indicator_rows[i].weight;
    }
    return true;
}

int health_group_score(const struct health *h, enum health_group group)
{
    return h->of[group] ? (int)(100 * h->reached[group] / h->of[group]) : -1;
}

int health_score(const struct health *h)
{
    int sum = 0, known = 0;
    for (int g = 0; g < GROUP_COUNT; g++) {
        int score = health_group_score(h, (enum health_group)g);
        if (score < 0) continue;
        sum += score;
        known++;
    }
    return known ? sum / known : -1;
}
