/* A statement of account, taken from the lines of a settlement as they are made. */
#include "report/statement.h"

#include "num/rat.h"

/* ---- figures ---- */

static int64_t *figure_of(struct figures *x, enum figure figure)
{
    switch (figure) {
    case FIGURE_CALLED: return &x->called;
    case FIGURE_RECEIVED: return &x->received;
    case FIGURE_BORNE: return &x->borne;
    case FIGURE_CHARGES: return &x->charges;
    case FIGURE_PAID_IN: return &x->paid_in;
    case FIGURE_PAID_OUT: return &x->paid_out;
    case FIGURE_SET_OFF: return &x->set_off;
    case FIGURE_UNSHARED:
    case FIGURE_UNCOVERED: break;
    }
    return NULL;
}

static int64_t figure_in(const struct figures *x, enum figure figure)
{
    struct figures copy = *x;
    return *figure_of(&copy, figure);
}

int64_t statement_to_member(const struct statement_line *l)
{
    if (l->figure == FIGURE_RECEIVED) return l->amount_minor;
    bool less = l->figure == FIGURE_PAID_OUT || l->figure == FIGURE_SET_OFF;
    return less ? -l->amount_minor : 0;
}

int64_t statement_from_member(const struct statement_line *l)
{
    switch (l->figure) {
    case FIGURE_CALLED:
    case FIGURE_BORNE:
    case FIGURE_CHARGES: return l->amount_minor;
    case FIGURE_PAID_IN:
    case FIGURE_SET_OFF: return -l->amount_minor;
    case FIGURE_RECEIVED:
    case FIGURE_PAID_OUT:
    case FIGURE_UNSHARED:
    case FIGURE_UNCOVERED: break;
    }
    return 0;
}

struct statement_balance statement_balance(const struct figures *x)
{
    return (struct statement_balance){
        .due = x->received - x->paid_out - x->set_off,
        .owes = x->called + x->borne + x->charges - x->paid_in - x->set_off,
    };
}

/* ---- lines ---- */

static void keep_line(struct member_statement *s, struct arena *a, const struct line *l)
{
    struct statement_line *kept = ARENA_PUSH(a, s->lines, s->line_count, s->line_capacity);
    *kept = (struct statement_line){.number = l->number,
                                    .entry = l->entry,
                                    .date = l->date,
                                    .term = l->term,
                                    .kind = l->kind,
                                    .figure = l->figure,
                                    .amount_minor = l->amount_minor};
    if (!l->exact) return;
    struct rat given, difference;
    rat_init(&given);
    rat_init(&difference);
    rat_set_i64(&given, l->amount_minor);
    rat_sub(&difference, &given, l->exact);
    rat_add(s->rounded, s->rounded, &difference);
    kept->exact = rat_text(a, l->exact);
    rat_clear(&given);
    rat_clear(&difference);
}

static void hear_line(void *context, struct fold *f, const struct line *l)
{
    struct member_statement *s = context;
    if (l->to != LINE_TO_PARTY || l->index != s->request.party) return;
    int64_t *closing = figure_of(&s->closing, l->figure);
    int64_t *opening = figure_of(&s->opening, l->figure);
    CHECK(closing && opening);
    *closing += l->amount_minor;
    if (l->date < s->request.from)
        *opening += l->amount_minor;
    else
        keep_line(s, f->arena, l);
}

/* ---- what is open ---- */

static void keep_debts(struct member_statement *s, struct arena *a)
{
    const struct party_state *party = &s->settlement.fold.state->parties[s->request.party];
    for (int n = 0; n < NATURE_COUNT; n++) {
        const struct debts *d = &party->debts[n];
        for (size_t i = d->first; i < d->count; i++) {
            int64_t open = d->list[i].amount_minor - d->list[i].paid_minor;
            if (open == 0) continue;
            *ARENA_PUSH(a, s->debts, s->debt_count, s->debt_capacity) =
                (struct statement_debt){d->list[i].due, (enum nature)n, open};
        }
    }
}

static bool is_answer(const struct member_statement *s, const struct entry *e)
{
    return (e->form == F_DISPUTES || e->form == F_AGREE) &&
           e->party == s->pact->parties[s->request.party].word;
}

/* Whether the member has agreed to the same settlement behind its dispute. */
static bool is_taken_back(const struct member_statement *s, uint32_t index)
{
    const struct document *d = s->pact->doc;
    const struct entry *dispute = document_entry(d, index);
    for (uint32_t i = index + 1; i < d->entry_count; i++) {
        const struct entry *e = document_entry(d, i);
        if (e->date > s->request.until) break;
        if (is_answer(s, e) && e->form == F_AGREE && e->due == dispute->due) return true;
    }
    return false;
}

static void keep_disputes(struct member_statement *s, struct arena *a)
{
    const struct document *d = s->pact->doc;
    for (uint32_t i = 0; i < d->entry_count; i++) {
        const struct entry *e = document_entry(d, i);
        if (e->date > s->request.until) break;
        if (e->form != F_DISPUTES || !is_answer(s, e) || is_taken_back(s, i)) continue;
        *ARENA_PUSH(a, s->disputes, s->dispute_count, s->dispute_capacity) = i;
    }
}

/* ---- the whole ---- */

bool statement_make(struct member_statement *s, struct arena *arena, const struct pact *pact,
                    struct diags *diags, struct statement_request request)
{
    *s = (struct member_statement){.pact = pact, .request = request};
    s->rounded = rat_array_of_arena(arena, 1);
    struct fold_options options = {
        .until = request.until, .lines = true, .sink = {.context = s, .line = hear_line}};
    if (!settle_run(&s->settlement, arena, pact, diags, options)) return false;
    s->request.until = s->settlement.until;
    const struct figures *settled = &s->settlement.fold.state->parties[request.party].figures;
    for (enum figure i = FIGURE_CALLED; i <= FIGURE_SET_OFF; i++)
        CHECK(*figure_of(&s->closing, i) == figure_in(settled, i));
    keep_debts(s, arena);
    keep_disputes(s, arena);
    return true;
}
