/* The loop over the journal, the calendar between its days, and the table of handlers. */
#include "fold/fold.h"

#include "fold/budgets.h"
#include "fold/grants.h"
#include "fold/handlers.h"
#include "fold/hold.h"
#include "fold/losses.h"
#include "num/money.h"
#include "share/explain.h"

enum support { UNLISTED, RECORDED, EXECUTED };

struct entry_row {
    enum support support;
    handler *handle;
};

/* What every kind of entry does. Every dated form is listed. */
static const struct entry_row rows[FORM_COUNT] = {
    [F_SIGN] = {RECORDED, NULL},
    [F_APPOINT] = {RECORDED, NULL},
    [F_BACKGROUND] = {EXECUTED, fold_result},
    [F_PAYS] = {EXECUTED, fold_pays},
    [F_GIVES] = {EXECUTED, fold_gives},
    [F_GIVES_NOTICE] = {EXECUTED, fold_gives_notice},
    [F_GRANT] = {EXECUTED, fold_grant},
    [F_CALL] = {EXECUTED, fold_call},
    [F_BUDGET] = {EXECUTED, fold_budget},
    [F_START] = {EXECUTED, fold_start},
    [F_SPEND] = {EXECUTED, fold_spend},
    [F_SPENDS] = {EXECUTED, fold_spends},
    [F_WORK] = {EXECUTED, fold_work},
    [F_MILESTONE] = {EXECUTED, fold_milestone},
    [F_RESULT] = {EXECUTED, fold_result},
    [F_FILE] = {EXECUTED, fold_file},
    [F_LICENSE] = {EXECUTED, fold_license},
    [F_INCOME] = {EXECUTED, fold_income},
    [F_DELIVER] = {RECORDED, NULL},
    [F_DELIVERED] = {RECORDED, NULL},
    [F_RETURN_GRANT] = {EXECUTED, fold_return_grant},
    [F_REFUND] = {EXECUTED, fold_refund},
    [F_REPAY] = {EXECUTED, fold_repay},
    [F_DIFFUSION] = {EXECUTED, fold_diffusion},
    [F_ANNOUNCE] = {EXECUTED, fold_announce},
    [F_OBJECT] = {EXECUTED, fold_object},
    [F_OFFER] = {EXECUTED, fold_offer},
    [F_WAIVE] = {EXECUTED, fold_waive},
    [F_MOTION] = {EXECUTED, fold_motion},
    [F_VOTE] = {EXECUTED, fold_vote},
    [F_MEETING] = {EXECUTED, fold_meeting},
    [F_DECIDE_MOTION] = {EXECUTED, fold_decide},
    [F_VETO] = {EXECUTED, fold_veto},
    [F_JOIN] = {EXECUTED, fold_join},
    [F_AMEND] = {EXECUTED, fold_amend},  /* in the pact, by date */
    [F_STAKES_ENTRY] = {RECORDED, NULL}, /* in the pact, by date */
    [F_LOSS] = {EXECUTED, fold_loss},
    [F_LIABILITY] = {EXECUTED, fold_liability},
    [F_WRITE_OFF] = {EXECUTED, fold_write_off},
    [F_OVERRUN] = {EXECUTED, fold_overrun},
    [F_CAUSED] = {EXECUTED, fold_caused},
    [F_WARNS] = {EXECUTED, fold_warns},
    [F_STOP] = {EXECUTED, fold_stop},
    [F_REVERSE] = {EXECUTED, fold_reverse},
    [F_SETTLE] = {EXECUTED, fold_settle},
    [F_AGREE] = {EXECUTED, fold_answer},
    [F_DISPUTES] = {EXECUTED, fold_answer},
    [F_PAY] = {EXECUTED, fold_pay},
    [F_LEAVES] = {EXECUTED, fold_leaves},
    [F_EXPEL] = {EXECUTED, fold_expel},
    [F_APPRAISE] = {EXECUTED, fold_appraise},
    [F_STAFF] = {EXECUTED, fold_staff},
    [F_GOAL_STATE] = {RECORDED, NULL},
    [F_REPORTS] = {EXECUTED, fold_reports},
    [F_RENEW] = {EXECUTED, fold_renew},
    [F_REDETERMINE] = {EXECUTED, NULL}, /* in the pact; all is folded anew */
    [F_TRANSFER] = {EXECUTED, fold_transfer},
    [F_STAKE_OFFER] = {EXECUTED, fold_stake_offer},
    [F_OFFER_ANSWER] = {EXECUTED, fold_offer_answer},
    [F_SUPPLEMENT] = {EXECUTED, fold_supplement},
    [F_DECLINES] = {EXECUTED, fold_declines},
    [F_JOINS] = {EXECUTED, fold_joins},
    [F_DISSOLVE_ENTRY] = {EXECUTED, fold_dissolve},
};

static void find_part_units(struct fold *f)
{
    size_t parts = 0;
    for (size_t i = 0; i < f->pact->licence_count; i++)
        if (f->pact->licences[i].part_count > parts) parts = f->pact->licences[i].part_count;
    f->part_units = ARENA_ARRAY(f->arena, int64_t, parts);
}

void fold_begin(struct fold *f)
{
    struct arena *a = hold_state(f);
    f->state = state_new(a, hold_stands(f), f->pact);
    f->state->keep_causes = f->options.explain;
    f->state->keep_postings = f->options.postings.posted != NULL;
    f->advances = ARENA_ARRAY(a, struct advances, (size_t)f->state->party_count * NATURE_COUNT);
    f->day = f->pact->founded;
    f->next_tranche = 0;
    f->dues_next = pact_dues_day(f->pact, f->pact->founded);
    f->arrears_next = DATE_OPEN;
    f->told = 0;
    f->grants = (struct grants_held){0};
    f->refunds = (struct refunds){0};
    f->posts = (struct posts){0};
    f->recoveries = NULL;
    f->written_off = (struct written_offs){0};
    f->undo_count = 0;
    fold_find_reversed(f);
    fold_open_budgets(f);
    fold_admit(f);
    hold_want(f);
}

void fold_init(struct fold *f, struct arena *arena, const struct pact *pact, struct diags *diags,
               struct fold_options options)
{
    *f = (struct fold){.arena = arena,
                       .pact = pact,
                       .doc = pact->doc,
                       .diags = diags,
                       .options = options,
                       .index = INDEX_NONE};
    hold_init(f);
    find_part_units(f);
    struct sharer_options sharer = {.exact = options.lines, .explain = options.explain};
    fold_find_blame(f);
    fold_begin(f);
    sharer_init(&f->sharer, arena, f->state, sharer, f, portion_booked);
    f->solved = weigher_solve_games(&f->sharer.weigher, diags);
    if (f->options.until == DATE_NONE) {
        uint32_t count = f->doc->entry_count;
        f->options.until = count ? document_entry(f->doc, count - 1)->date : pact->founded;
    }
}

/* ---- a journal that grows ---- */

/* Whether a new pact says of the past what the old one says. */
static bool is_grown(const struct pact *old, const struct pact *now)
{
    return old->party_count == now->party_count && old->project_count == now->project_count &&
           old->fund_count == now->fund_count && old->stakes_count == now->stakes_count &&
           old->provisions_count == now->provisions_count && old->tier_count == now->tier_count &&
           old->tranche_count == now->tranche_count;
}

/* Whether an entry holds from the start of its day, also for what stands before it on that day. */
static bool holds_all_day(const struct fold *f, uint32_t index)
{
    const struct entry *e = document_entry(f->doc, index);
    uint32_t cited = e->form == F_REVERSE ? fold_reversed(f, index) : index;
    if (cited == INDEX_NONE) return false;
    switch ((int)document_entry(f->doc, cited)->form) {
    case F_STAKES_ENTRY:
    case F_TRANSFER:
    case F_REDETERMINE:
    case F_LEAVES:
    case F_EXPEL:
    case F_DISSOLVE_ENTRY:
    case F_RENEW: return true;
    default: return false;
    }
}

/* Whether a new entry changes the day up to which all is folded. */
static bool changes_this_day(const struct fold *f)
{
    const struct document *d = f->doc;
    for (size_t k = d->ahead_count; k-- > 0 && d->ahead[k] >= f->next;)
        if (document_entry(d, d->ahead[k])->date <= f->day && holds_all_day(f, d->ahead[k]))
            return true;
    return false;
}

void fold_fit(struct fold *f)
{
    size_t scopes = f->state->scope_count;
    state_fit(f->state, f->pact);
    if (f->state->scope_count != scopes) f->sharer.measured = NULL;
    fold_find_reversed(f);
}

bool fold_grow(struct fold *f, const struct pact *pact)
{
    if (!is_grown(f->pact, pact) || (!f->budgets && fold_needs_budgets(f))) return false;
    f->pact = pact;
    if (changes_this_day(f)) return false;
    find_part_units(f);
    f->blames = (struct blames){0};
    fold_find_blame(f);
    uint32_t first = fold_first_unkept(f);
    fold_fit(f);
    return first >= f->next || fold_anew_from(f, first);
}

/* ---- helpers of the handlers ---- */

struct span entry_span(const struct entry *e)
{
    return (struct span){e->at, e->len};
}

uint32_t entry_party(const struct fold *f, const struct entry *e)
{
    return e->party ? pact_find(f->pact, THING_PARTY, e->party) : INDEX_NONE;
}

uint32_t entry_result(const struct fold *f, const struct entry *e)
{
    return e->project ? pact_find(f->pact, THING_RESULT, e->project) : INDEX_NONE;
}

/* The project named, or the one of the result named. */
uint32_t entry_project(const struct fold *f, const struct entry *e)
{
    uint32_t result = entry_result(f, e);
    if (result != INDEX_NONE) return f->pact->results[result].project;
    return e->project ? pact_find(f->pact, THING_PROJECT, e->project) : INDEX_NONE;
}

struct str fold_amount(struct fold *f, int64_t amount_minor)
{
    char text[MONEY_TEXT_BYTES];
    struct money_format_options options = {.group_thousands = true};
    size_t len = money_format(text, amount_minor, f->pact->digits, options);
    return str_copy(f->arena, (struct str){text, len});
}

struct str fold_in_clause(struct fold *f, const struct term *t)
{
    if (!t || !t->article) return (struct str){NULL, 0};
    struct str clause = pact_clause(f->arena, t);
    return f->diags->lang == LANG_ZH ? str_format(f->arena, "（第 %.*s 款）", STR_ARG(clause))
                                     : str_format(f->arena, " (clause %.*s)", STR_ARG(clause));
}

struct str fold_cited(struct fold *f, uint32_t entry)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, document_entry(f->doc, entry)->date);
    return str_format(f->arena, "%s #%u", date, document_ordinal(f->doc, entry));
}

bool fold_share_failed(struct fold *f, enum share_outcome outcome, uint32_t stakes,
                       const struct term *t, struct span span)
{
    char date[DATE_TEXT_BYTES];
    switch (outcome) {
    case SHARE_NO_STAKES:
        date_format(date, f->sharer.weigher.problem_day);
        DIAG_REPORT(f->diags, E308, span, pact_word(f->pact, f->pact->stakes[stakes].word),
                    str_from(date), fold_in_clause(f, t));
        break;
    case SHARE_NOBODY:
        DIAG_REPORT(
            f->diags, E312, span,
            diags_word(f->diags, "nobody has a share by this basis", "按此依据各方份额均为零"));
        break;
    case SHARE_TOO_MANY:
        DIAG_REPORT(f->diags, E453, span, str_format(f->arena, "%u", LIMIT_CLAIMANTS_ARRIVAL_MAX),
                    fold_in_clause(f, t));
        break;
    case SHARE_OVERFLOW:
    case SHARE_DONE: DIAG_PLAIN(f->diags, E401, span); break;
    }
    return false;
}

static void tell(struct fold *f, struct line l)
{
    if (l.amount_minor == 0 && (!l.exact || rat_sign(l.exact) == 0)) return;
    l.number = f->replaying ? 0 : ++f->line_count;
    l.entry = f->index;
    l.date = f->day;
    f->told++;
    f->options.sink.line(f->options.sink.context, f, &l);
}

void fold_line(struct fold *f, struct line l)
{
    l.replayed = f->replaying;
    if (!f->options.lines || (f->replaying && !f->options.sink.goes_back)) return;
    if (!l.portion || l.exact) {
        tell(f, l);
        return;
    }
    struct rat exact;
    rat_init(&exact);
    portion_exact(&exact, l.portion, l.index);
    if (l.out) rat_neg(&exact, &exact);
    l.exact = &exact;
    tell(f, l);
    rat_clear(&exact);
}

const struct why *fold_leaf(struct fold *f, int64_t amount_minor)
{
    return f->sharer.explain ? why_leaf(f->arena, f->index, NULL, amount_minor) : NULL;
}

const struct why *fold_piece(struct fold *f, const struct why *why, int64_t part, int64_t whole)
{
    if (!why || part == whole) return why;
    return why_share(f->arena, why, explain_ratio(&f->sharer, part, whole),
                     (struct why_parts){.arena = f->arena}, NULL, NULL);
}

const struct why *fold_part(struct fold *f, uint32_t entry, int64_t part, int64_t whole)
{
    if (!f->sharer.explain) return NULL;
    return fold_piece(f, why_leaf(f->arena, entry, NULL, whole), part, whole);
}

const struct why *fold_why(struct fold *f, const struct line *l)
{
    if (!l->portion) return l->why;
    uint32_t id = l->to == LINE_TO_PARTY ? l->index : 0;
    const struct why *why = portion_why(&f->sharer, l->portion, id, l->amount_minor);
    return l->out && why ? why_minus(f->arena, why) : why;
}

/* ---- the calendar ---- */

/* Of an amended pledge: what was called of it before is taken off. */
static const struct why *less_called(struct fold *f, const struct why *why, const struct tranche *t)
{
    struct why_parts parts = {.arena = f->arena};
    why_add(&parts, why);
    why_add(&parts, why_minus(f->arena, why_leaf(f->arena, INDEX_NONE, t->term, t->before_minor)));
    return why_sum(f->arena, parts, t->term, STR(""));
}

static void tranche_due(struct fold *f, const struct tranche *t)
{
    struct why_parts none = {.arena = f->arena};
    const struct why *why = NULL;
    f->day = f->state->day = t->due;
    if (f->sharer.explain) {
        why = why_leaf(f->arena, INDEX_NONE, t->term, t->pledge_minor);
        why = why_share(f->arena, why, explain_ratio(&f->sharer, t->share.num, t->share.den), none,
                        t->term, NULL);
        why =
            why_round(f->arena, why, t->before_minor + t->amount_minor, INDEX_NONE, t->term, NULL);
        if (t->before_minor) why = less_called(f, why, t);
    }
    state_add(f->state, &f->state->parties[t->party].figures.called, t->amount_minor);
    struct rat exact;
    rat_init(&exact);
    rat_set_fraction(&exact,
                     (i128)t->pledge_minor * t->share.num - (i128)t->before_minor * t->share.den,
                     (u128)t->share.den);
    fold_line(f, (struct line){.term = t->term,
                               .scope = INDEX_NONE,
                               .to = LINE_TO_PARTY,
                               .index = t->party,
                               .kind = LINE_CALL,
                               .figure = FIGURE_CALLED,
                               .amount_minor = t->amount_minor,
                               .exact = &exact,
                               .why = why});
    rat_clear(&exact);
    f->term = t->term;
    fold_owe(f, t->party, NATURE_CAPITAL, t->due, INDEX_NONE, t->amount_minor);
    f->term = NULL;
}

/* Who left, or dissolved the alliance, is called no more, nor is what a later text leaves out. */
static bool is_over(const struct fold *f, const struct tranche *t)
{
    const struct state *s = f->state;
    const struct party_state *party = &s->parties[t->party];
    return (party->gone && t->due >= party->left) || s->dissolved || !tranche_is_called(t);
}

/* term: of a tranche; NULL: the entry itself. */
void fold_tell_postings(struct fold *f, const struct term *term)
{
    struct postings *kept = &f->state->postings;
    const struct posting_sink *sink = &f->options.postings;
    if (kept->count == 0) return;
    const struct posted posted = {f->index, f->day, term, kept->list, kept->count};
    sink->posted(sink->context, f, &posted);
    kept->count = 0;
}

bool fold_finish(struct fold *f, struct span span, const struct term *term)
{
    if (f->state->overflow) {
        DIAG_PLAIN(f->diags, E401, span);
        return false;
    }
    CHECK(f->state->posted == 0);
    fold_tell_postings(f, term);
    return true;
}

/* From here on all that happens is of an entry; whys are built where they are wanted. */
void fold_turn_to(struct fold *f, uint32_t index)
{
    const struct fold_options *o = &f->options;
    f->index = index;
    f->sharer.explain = o->explain && (!o->explain_one || o->explain_entry == index);
}

/* The tranche that falls due next; NULL: no more. */
static const struct tranche *next_tranche(const struct fold *f)
{
    bool more = f->next_tranche < f->pact->tranche_count;
    return more ? &f->pact->tranches[f->next_tranche] : NULL;
}

/* What the calendar brings next up to and with a day: steps of arrears before tranches, dues last.
 * False where an error was reported; *more_out tells whether there was anything. */
static bool next_of_calendar(struct fold *f, date_t day, bool *more_out)
{
    const struct tranche *t = next_tranche(f);
    date_t due = t ? t->due : DATE_OPEN;
    *more_out = f->arrears_next <= day || due <= day || f->dues_next <= day;
    if (!*more_out) return true;
    if (f->arrears_next <= due && f->arrears_next <= f->dues_next) return fold_arrears_reached(f);
    if (f->dues_next < due) return fold_dues_reached(f);
    f->next_tranche++;
    if (is_over(f, t)) return true;
    tranche_due(f, t);
    return fold_finish(f, t->term->span, t->term);
}

/* What the calendar brings up to and with a day, before what is dated on it. */
bool fold_calendar(struct fold *f, date_t day)
{
    uint32_t index = f->index;
    fold_turn_to(f, INDEX_NONE);
    for (bool more = true; more;)
        if (!next_of_calendar(f, day, &more)) return false;
    fold_turn_to(f, index);
    f->day = f->state->day = day;
    fold_admit(f);
    fold_dismiss(f);
    return true;
}

/* ---- the loop ---- */

/* What was written off is not taken back a second time with the entry by which it was owed. */
static bool all_was_owed(struct fold *f, const struct entry *e)
{
    const struct entry *known = document_entry(f->doc, f->state->known);
    const struct not_owed *n = &f->not_owed;
    if (n->minor == 0) return true;
    DIAG_REPORT(f->diags, E395, entry_span(fold_may_refuse(f) ? e : known),
                pact_word(f->pact, f->pact->parties[n->party].word), fold_amount(f, n->minor));
    return false;
}

bool fold_execute(struct fold *f, uint32_t index, date_t day)
{
    const struct entry *e = document_entry(f->doc, index);
    const struct entry_row *row = &rows[e->form];
    fold_turn_to(f, index);
    if (day > f->day && !fold_calendar(f, day)) return false;
    f->sharer.tape = fold_tape(f, index);
    int64_t cash = fold_cash(f);
    bool ok = !row->handle || row->handle(f, e);
    if (ok && !f->state->overflow) fold_count_money_in(f, e, fold_cash(f) - cash);
    f->sharer.tape = NULL;
    return ok && all_was_owed(f, e) && fold_finish(f, entry_span(e), NULL);
}

/* The last day whose end an entry leaves as it was; DATE_OPEN: all of the past. It changes it where
 * it is written late, redetermines shares from the start or says who caused a loss before, or takes
 * such an entry back, or one that is then as if it had never been. */
static date_t leaves_past_of(const struct fold *f, uint32_t index)
{
    const struct entry *e = document_entry(f->doc, index);
    date_t late = e->effective < e->date ? e->effective - 1 : DATE_OPEN;
    uint32_t cited = e->form == F_REVERSE ? fold_reversed(f, index) : index;
    if (cited == INDEX_NONE) return late;
    enum form form = (enum form)document_entry(f->doc, cited)->form;
    if (form == F_REDETERMINE || form == F_CAUSED) return f->pact->founded - 1;
    if (cited == index || !fold_is_as_if_never(form)) return late;
    date_t never = document_entry(f->doc, cited)->effective - 1;
    return never < late ? never : late;
}

static bool fold_entry(struct fold *f, uint32_t index)
{
    const struct entry *e = document_entry(f->doc, index);
    f->index = f->state->known = index;
    if (!pact_check_entry(f->pact, index)) return false;
    CHECK(rows[e->form].support != UNLISTED);
    if (!fold_check_dissolved(f, e) || !fold_authority(f, e)) return false;
    date_t day = leaves_past_of(f, index);
    bool past = day != DATE_OPEN;
    bool ok = past ? fold_late(f, index, day) : fold_execute(f, index, e->date);
    bool takes_back = past || e->form == F_REVERSE || e->form == F_REFUND;
    if (ok && takes_back) fold_tell_shortages(f, e);
    if (ok && takes_back) fold_tell_lost_funds(f, e);
    return ok && fold_keeps_always(f, e);
}

/* Entries that are not folded, behind the day asked or one that cannot be, are still checked for
 * their names and order: an error anywhere stops every figure. */
static bool check_rest(struct fold *f, uint32_t from)
{
    bool ok = true;
    for (uint32_t i = from; i < f->doc->entry_count; i++) ok = pact_check_entry(f->pact, i) && ok;
    return ok;
}

bool fold_leave_booked_day(struct fold *f, date_t next)
{
    date_t day = f->options.booked_day;
    if (!day || next <= day || day < f->day) return true;
    fold_turn_to(f, INDEX_NONE);
    return fold_calendar(f, day) && fold_book_all_interest(f);
}

bool fold_go_on(struct fold *f)
{
    bool ok = f->solved;
    for (; ok && f->next < f->doc->entry_count; f->next++) {
        uint32_t index = f->next;
        date_t date = document_entry(f->doc, index)->date;
        if (date > f->options.until) break;
        hold_pass(f, date, index);
        ok = fold_leave_booked_day(f, date) && fold_entry(f, index);
    }
    fold_turn_to(f, INDEX_NONE);
    return ok;
}

bool fold_reach(struct fold *f)
{
    fold_turn_to(f, INDEX_NONE);
    if (!fold_calendar(f, f->options.until)) return false;
    fold_check_diffusion(f, f->options.until);
    return fold_book_all_interest(f);
}

bool fold_run(struct fold *f)
{
    bool ok = fold_go_on(f);
    if (ok) ok = fold_leave_booked_day(f, f->options.until);
    if (ok || f->options.checking) ok = check_rest(f, f->next) && ok;
    return ok && fold_reach(f);
}
