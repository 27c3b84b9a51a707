/* Owners as recipients, and the measures ownership and patents: shares of owners on the day, summed
 * over results, every result alike. */
#include "share/owners.h"

bool patent_in_force(const struct state *s, uint32_t result, date_t day)
{
    const struct entry *e = document_entry(s->pact->doc, s->pact->results[result].entry);
    const struct result_state *state = &s->registers->results[result];
    return e->choice == RESULT_PATENT && state->granted != DATE_NONE &&
           !result_is_free(state, RESULT_PATENT, day);
}

/* Calls visit for each registered result that a receipt belongs to: its result, else those of its
 * project; of the alliance, everything that is registered where `all` says so. */
static void for_results(struct weigher *w, const struct occasion *m, bool all,
                        void (*visit)(struct weigher *w, const struct share_set *owners))
{
    const struct state *s = w->state;
    for (uint32_t i = 0; i < s->pact->result_count; i++) {
        const struct result *r = &s->pact->results[i];
        bool of_project = m->project != INDEX_NONE && r->project == m->project;
        bool meant = m->result != INDEX_NONE    ? i == m->result
                     : m->project != INDEX_NONE ? of_project && !r->background
                                                : all;
        if (!meant || !s->registers->results[i].registered) continue;
        if (all && !patent_in_force(s, i, m->day)) continue;
        visit(w, result_owners(s->pact, s->registers, i, m->day));
    }
}

static void mark_set(struct weigher *w, const struct share_set *owners)
{
    for (uint32_t i = 0; i < owners->count; i++) weigher_mark(w, owners->parties[i], MARK_OWNER);
}

void mark_owners(struct weigher *w, const struct occasion *m)
{
    for_results(w, m, false, mark_set);
}

static void add_set(struct weigher *w, const struct share_set *owners)
{
    struct weights *out = &w->out;
    struct rat share;
    rat_init(&share);
    for (uint32_t i = 0, k = 0; i < owners->count; i++) {
        while (k < out->count && out->ids[k] < owners->parties[i]) k++;
        if (k == out->count || out->ids[k] != owners->parties[i]) continue;
        rat_set_fraction(&share, (i128)owners->weights[i], owners->sum);
        rat_add(&out->parts[k], &out->parts[k], &share);
    }
    rat_clear(&share);
}

void weigh_ownership(struct weigher *w, const struct occasion *m, bool patents)
{
    weights_start_parts(w);
    for_results(w, m, patents, add_set);
    weights_divide_parts(w);
}
