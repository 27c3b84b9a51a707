/* Inside fold: the handlers of entries and what they share. */
#ifndef HEQI_FOLD_HANDLERS_H
#define HEQI_FOLD_HANDLERS_H

#include "fold/fold.h"

/* What a settlement booked: it stands, whatever becomes known later. */
struct booked {
    uint32_t entry;
    int64_t surplus_minor;
    int64_t *set_off_minor, *shortfall_minor; /* by party */
    const struct why *surplus_why;            /* where figures are explained, like the causes it */
    struct causes surplus_causes;             /* rests on */
};

typedef bool handler(struct fold *f, const struct entry *e);

handler fold_pays, fold_gives, fold_grant, fold_call, fold_pay, fold_repay; /* money.c */
handler fold_return_grant;                                                  /* grants.c */
handler fold_appraise;                                                      /* appraise.c */
handler fold_budget;                                                        /* budgets.c */
handler fold_staff;                                                         /* posts.c */
handler fold_amend;                                                         /* amend.c */
handler fold_start, fold_stop;                                              /* start_stop.c */
handler fold_spend, fold_spends, fold_work, fold_milestone, fold_join,
    fold_supplement; /* projects.c */
handler fold_result, fold_file, fold_diffusion, fold_announce, fold_object, fold_offer,
    fold_waive;                                     /* results.c */
handler fold_license, fold_reports;                 /* licences.c */
handler fold_income;                                /* benefit.c */
handler fold_loss, fold_liability, fold_warns;      /* losses.c */
handler fold_write_off;                             /* write_off.c */
handler fold_overrun;                               /* overrun.c */
handler fold_caused;                                /* blame.c */
handler fold_declines, fold_joins;                  /* participation.c */
handler fold_reverse;                               /* reverse.c */
handler fold_refund;                                /* refunds.c */
handler fold_stake_offer, fold_offer_answer;        /* offers.c */
handler fold_transfer;                              /* transfers.c */
handler fold_settle, fold_answer;                   /* close.c */
handler fold_gives_notice, fold_leaves, fold_expel; /* leaving.c */
handler fold_dissolve;                              /* dissolve.c */
handler fold_renew;                                 /* renew.c */

/* authority.c; the last tells whether an entry may be: its matter needs no decision, or the motion
 * that it cites was carried. */
handler fold_motion, fold_vote, fold_meeting, fold_decide, fold_veto, fold_authority;

/* Whether every standing invariant that ever held still does, after an entry; said where not. */
bool fold_keeps_always(struct fold *f, const struct entry *e);

/* Who gave a grant or paid, or is given it back. */
struct str fold_payer_name(const struct fold *f, const struct entry *e);

struct span entry_span(const struct entry *e);

/* Indexes of an entry's names; INDEX_NONE where the entry has none. */
uint32_t entry_party(const struct fold *f, const struct entry *e);
uint32_t entry_project(const struct fold *f, const struct entry *e);
uint32_t entry_result(const struct fold *f, const struct entry *e);

/* "1,234.50", in the arena. */
struct str fold_amount(struct fold *f, int64_t amount_minor);

/* " (clause 3.2)", behind what a complaint says; empty where no clause of the terms is meant. */
struct str fold_in_clause(struct fold *f, const struct term *t);

/* An entry as it is cited, "2013-02-01 #2". */
struct str fold_cited(struct fold *f, uint32_t entry);

/* Reports what a share could not do; t: the clause that it follows, NULL: the entry itself says how
 * to share. Returns false. */
bool fold_share_failed(struct fold *f, enum share_outcome outcome, uint32_t stakes,
                       const struct term *t, struct span span);

/* Tells a line of the entry being folded. */
void fold_line(struct fold *f, struct line l);

/* A leaf for the amount of the entry being folded; NULL where nothing is explained. */
const struct why *fold_leaf(struct fold *f, int64_t amount_minor);

/* part of whole, in words of a why: the leaf, or its part. */
const struct why *fold_part(struct fold *f, uint32_t entry, int64_t part, int64_t whole);

/* Shares what a clause applies to, piece by piece where guards cut it. Reports what fails. */
bool fold_share(struct fold *f, const struct clause *c, struct occasion m, const struct why *why,
                struct span span);

/* part of what `why` explains, which is whole; NULL where nothing is explained. */
const struct why *fold_piece(struct fold *f, const struct why *why, int64_t part, int64_t whole);

void portion_booked(void *context, const struct portion *p);

/* ---- leaving ---- */

/* Who leaves on the day is no member from its start, also before the entry that says so. */
void fold_dismiss(struct fold *f);

/* Ends a membership by arrears, from the start of the day, at the price that the terms name. */
bool fold_put_out(struct fold *f, uint32_t party, bool expelled);

/* ---- the end ---- */

/* Whether an entry may still be: refuses what is no part of the liquidation. */
bool fold_check_dissolved(struct fold *f, const struct entry *e);

/* Divides what is left after creditors, or puts on the members what is missing; at every closing of
 * a day after the dissolution. */
bool fold_liquidate(struct fold *f, struct span span, struct booked *booked);

/* What is agreed on the day on which the alliance was dissolved. */
const struct provisions *fold_end(const struct fold *f);

/* What is shared or borne now, for a project or, INDEX_NONE, for the alliance: of no period, result
 * or licence. */
struct occasion fold_occasion(const struct fold *f, uint32_t project, int64_t amount_minor);

/* Shares what the calendar brings the alliance, dues or late interest, or keeps it as common money.
 * The posting of the income is the caller's. */
bool fold_share_charged(struct fold *f, enum income_class class, int64_t amount_minor,
                        const struct why *why, struct span span);

/* ---- turns ---- */

/* From here on all that happens is of an entry, or, INDEX_NONE, of the calendar. */
void fold_turn_to(struct fold *f, uint32_t index);

/* Ends what posts: reports where a figure left its range, tells the postings. term: of what the
 * calendar brought; NULL: the entry itself. */
bool fold_finish(struct fold *f, struct span span, const struct term *term);

/* ---- late entries ---- */

/* Folds anew, in order of effect, what is known with the entry at `index` and took effect after a
 * day, and tells what that changed as adjustments (late.c). */
bool fold_late(struct fold *f, uint32_t index, date_t day);

/* Fits the state to the pact, which knows more than when it was kept. */
void fold_fit(struct fold *f);

/* The first entry that is to be taken back, and of which nothing was kept when it was folded;
 * INDEX_NONE: none. */
uint32_t fold_first_unkept(struct fold *f);

/* Folds anew what took effect on the day of an entry and later, so that what it was shared by is
 * kept; nothing else changes. */
bool fold_anew_from(struct fold *f, uint32_t entry);

/* The state of the founding, in the arena of the state, which is empty. */
void fold_begin(struct fold *f);

/* Whether the entry being folded is a new one: what was accepted before and is folded anew for a
 * late entry has happened, and is not refused again. */
bool fold_may_refuse(const struct fold *f);

/* Who is refused where an entry cannot stand beside another of its kind: the entry being folded;
 * where it was accepted and is folded anew, a late one of its kind that names the same; else NULL.
 */
const struct entry *fold_second(const struct fold *f, const struct entry *e);

/* Who is refused where a fund or a loan lacks money for an entry: the entry itself; where it was
 * accepted and is folded anew, a late one that takes from the same; else NULL. And how much that
 * one may take. */
const struct entry *fold_who_lacks(const struct fold *f, const struct entry *e);
struct str fold_room(struct fold *f, const struct entry *e, int64_t missing_minor);

/* Says which funds and loans an entry left below nothing, or further below than was said before:
 * what was taken from them stands (shortage.c). */
void fold_tell_shortages(struct fold *f, const struct entry *e);

/* The same of funds that an amendment left out, when they were empty, and that are not any more. */
void fold_tell_lost_funds(struct fold *f, const struct entry *e); /* amend.c */

/* Before what is dated `next`: books late interest where that leaves options.booked_day. */
bool fold_leave_booked_day(struct fold *f, date_t next);

/* Executes an entry on its effective day, without asking whether it may be. */
bool fold_execute(struct fold *f, uint32_t index, date_t day);

/* Who joins on the day is a member from its start, also before the entry that says so. */
void fold_admit(struct fold *f);

/* What the calendar brings up to and with a day: tranches, steps of arrears, dues. */
bool fold_calendar(struct fold *f, date_t day);

/* Tells the postings of the entry, and forgets them. */
void fold_tell_postings(struct fold *f, const struct term *term);

/* Whether an entry that is known takes this one back, if only later. */
bool fold_is_taken_back(const struct fold *f, uint32_t entry);

/* Whether an entry of a form that is taken back is as if it had never been: all is folded anew
 * without it. */
bool fold_is_as_if_never(enum form form);

/* ---- taking part in projects (participation.c) ---- */

/* Before a receipt is shared: what those who declined its project get of it is noted. Behind it:
 * goes to others in their place. whole_minor: the amount of the entry. */
void fold_withhold(struct fold *f, const struct occasion *m);
bool fold_pass_on(struct fold *f, const struct occasion *m, int64_t whole_minor);

/* ---- results and licences ---- */

/* An owner passes its part of a result on; an entry that did is taken back. */
bool fold_transfer_result(struct fold *f, const struct entry *e);
void fold_return_result(struct fold *f, uint32_t result, uint32_t entry);

/* The budget of a project with what supplements added to it; 0 where it has none. */
int64_t fold_project_budget(const struct fold *f, uint32_t project);

/* Money of a grant for a project; below zero where it is taken back. INDEX_NONE: for none. */
void fold_note_grant(struct fold *f, uint32_t project, int64_t amount_minor);

/* Income from a licence, or taken back: it pays what the licensee owes. False, reported, where the
 * licence is over and nothing of that size is open. */
bool fold_note_licensed(struct fold *f, uint32_t licence, int64_t amount_minor);

/* Money that went back to a licensee: what it paid ahead first; what is more it owes no more.
 * Returns how much that is. The other undoes it. */
int64_t fold_note_refund(struct fold *f, uint32_t licence, int64_t amount_minor);
void fold_undo_licence_refund(struct fold *f, uint32_t licence, int64_t amount_minor,
                              int64_t waived_minor);

/* Takes a report of sales back; what is owed is reckoned anew. */
bool fold_unreport(struct fold *f, uint32_t licence, uint32_t entry);

/* A result is used industrially from this day on. */
void fold_note_use(struct fold *f, uint32_t result);

/* Says which results made with government money were to be available outside by a day. */
void fold_check_diffusion(struct fold *f, date_t day);

/* ---- first refusal (offers.c) ---- */

/* What is transferred to an outsider: where the agreement gives the others the first refusal, it
 * must have been offered to them on no better terms, and nobody have taken it up. Reports what
 * forbids it, and notes what passed under the offer. stakes INDEX_NONE: capital. */
struct passing {
    uint32_t giver, stakes;
    struct str taker;
    struct ratio share;
    int64_t capital_minor, price_minor;
};

bool fold_pass_to_outsider(struct fold *f, const struct entry *e, const struct passing *p);

/* ---- reversals ---- */

struct passed;
struct tape;
struct undo;

/* Finds the entries that others reverse; what those did is kept while they are folded, and what is
 * kept of them already, too. */
void fold_find_reversed(struct fold *f);

/* The tape of an entry that is reversed later, or is income of a payer to whom money goes back;
 * else NULL. */
struct tape *fold_tape(struct fold *f, uint32_t index);

/* Where the entry being folded is reversed later: a run it is shared by, what counted of it in
 * kind, what it drew from the grants and calls of its project. */
void fold_keep_run(struct fold *f, const struct clause *c, const struct occasion *o);
void fold_keep_counted(struct fold *f, int64_t counted_minor);
void fold_keep_drawn(struct fold *f, int64_t from_grant, int64_t from_calls);

/* Gives a fund back what an entry spent from it. */
void fold_refill_fund(struct fold *f, const struct entry *target, uint32_t entry);

/* Counts the months of a work entry; sign -1 takes them back. False, reported, where they are too
 * fine. */
bool fold_count_work(struct fold *f, const struct entry *e, int sign);

/* Take back what was passed on of a receipt, why explaining it; a party that joined, and one that
 * declined. False where a sum leaves the range of amounts. */
bool fold_pass_back(struct fold *f, const struct passed *p, uint32_t project,
                    const struct why *why);
bool fold_unjoin(struct fold *f, const struct entry *target, const struct passed *p);
void fold_undecline(struct fold *f, const struct entry *target);

/* Takes back that a milestone was met: what it released is not released any more; that a project
 * was started or stopped. */
void fold_undo_overrun(struct fold *f, const struct entry *target);
bool fold_undo_write_off(struct fold *f, const struct entry *target, uint32_t entry,
                         const struct tape *tape);

/* Says where more was put on anybody as the overrun of a project than it is past its budget. */
void fold_look_at_overrun(struct fold *f, uint32_t project);

void fold_cut_supplement(struct fold *f, const struct entry *target);
void fold_unmeet(struct fold *f, const struct entry *target);
void fold_unstart(struct fold *f, const struct entry *target);

void fold_withdraw_offer(struct fold *f, uint32_t entry);
void fold_unanswer(struct fold *f, uint32_t entry, const struct entry *target);

/* Takes a transfer of capital back; one of stakes is taken back in the pact. */
void fold_transfer_back(struct fold *f, const struct entry *target);

/* Takes back what a tape says, amount_minor below zero in all; a part that went back, above zero,
 * is given again. why explains the amount of `entry`, of which it is. False where that failed. */
bool fold_take_back(struct fold *f, uint32_t entry, const struct tape *tape, int64_t amount_minor,
                    const struct why *why);

/* ---- refunds (refunds.c) ---- */

/* Tells every income entry of a payer to whom money goes back, so that its tape is kept. */
void fold_each_refundable(struct fold *f, void *context,
                          void (*keep)(void *context, uint32_t index));

/* An income entry was folded, after which it may be refunded, the youngest first. */
void fold_note_income(struct fold *f);

/* The income entry of which a part went back, which is said to the entry that reverses it. */
bool fold_is_refunded(struct fold *f, const struct entry *e, uint32_t income);

bool fold_undo_refund(struct fold *f, uint32_t entry);

/* Takes what was charged back from those it was shared among, all of it: the tape is empty then.
 * why explains the charge. */
bool fold_take_charge_back(struct fold *f, struct tape *tape, int64_t amount_minor,
                           const struct why *why);

/* Takes a payment back: what is still ahead of debts first, then from the youngest debts paid.
 * entry: the payment; whole_minor: its amount in the text. */
void fold_unpay(struct fold *f, uint32_t party, enum nature nature, uint32_t entry,
                int64_t amount_minor, int64_t whole_minor);

/* Lowers debts of a nature and project, the youngest first; what was paid on them is then ahead. */
void fold_unowe(struct fold *f, uint32_t party, enum nature nature, uint32_t project,
                int64_t amount_minor);

/* ---- debts ---- */

/* A new debt, paid at once from what was paid ahead. */
void fold_owe(struct fold *f, uint32_t party, enum nature nature, date_t due, uint32_t project,
              int64_t amount_minor);

/* The same with all it is; `late` NULL: late from its due date on. */
void fold_owe_debt(struct fold *f, uint32_t party, enum nature nature, struct debt debt);

/* A call on who takes over cost of a project, which paying does not make its cost once more. */
void fold_owe_for_cost(struct fold *f, uint32_t party, date_t due, uint32_t project,
                       int64_t amount_minor);

/* Pays debts of one nature, oldest due first; project INDEX_NONE: of any. Returns what was used;
 * the rest is the caller's. Sets the figures and the measures that follow from paying. */
int64_t fold_pay_debts(struct fold *f, uint32_t party, enum nature nature, uint32_t project,
                       int64_t amount_minor);

/* What a party paid ahead of debts that will never come is due to it again; capital stays capital.
 */
void fold_give_back_advances(struct fold *f, uint32_t party);

/* Sets off up to a total against what is due on or before a day, oldest first. whole_minor: what
 * the settlement booked. */
void fold_set_off(struct fold *f, uint32_t party, date_t day, int64_t amount_minor,
                  int64_t whole_minor);

/* ---- charges (charge.c) ---- */

struct charge {
    enum nature nature;
    enum income_class class;
    struct debt debt;
    const struct term *term;    /* that it rests on */
    const struct rat *exact;    /* what is charged before rounding; NULL: the debt */
    const struct debt *covered; /* late interest of a debt that others cover: … */
    int64_t covered_minor;      /* … their part of it */
    const struct why *why;      /* where figures are explained */
};

/* Charges a party on this day, between entries; or by the entry that is being folded. */
bool fold_charge(struct fold *f, uint32_t party, struct charge c);
bool fold_charge_in_entry(struct fold *f, uint32_t party, struct charge c);

/* ---- dues (dues.c) ---- */

/* Charges the dues of the day dues_next to who is a member then, and finds the next such day. */
bool fold_dues_reached(struct fold *f);

/* A member reports sales of its own, or takes that back: dues by them that fell due already are
 * reckoned anew. */
bool fold_member_reports(struct fold *f, const struct entry *e, uint32_t party);
bool fold_member_unreports(struct fold *f, uint32_t party, uint32_t entry);

/* ---- arrears (arrears.c) ---- */

/* How late a debt that arises now is; NULL where the agreement has no arrears. */
struct lateness *fold_lateness(struct fold *f, date_t due);

/* Lets the calendar come to the steps that a new debt may reach. */
void fold_watch_debt(struct fold *f, const struct debt *d);

/* Before what is paid on a debt changes by an amount: interest is counted on what was unpaid. */
void fold_paid_changes(struct fold *f, struct debt *d, int64_t minor);

/* Makes late interest up to and with this day a debt, of one party or of all, as the calendar does:
 * before anything is paid, and where figures are looked at. Only between postings. */
bool fold_book_interest(struct fold *f, uint32_t party);
bool fold_book_all_interest(struct fold *f);

/* Takes the steps of the day arrears_next, and finds the next such day. */
bool fold_arrears_reached(struct fold *f);

/* Whether a body counts votes by shares, of stakes or in results; these on a day. NULL: the stakes
 * do not cover it, or the shares are too fine. */
bool fold_votes_by_shares(const struct body *body);
const struct share_set *fold_vote_shares(const struct fold *f, const struct body *body, date_t day);

#endif
