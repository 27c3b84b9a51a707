/* One entry against the pact: its names and its order. */
#include "pact/build.h"

/* What the fields of an entry's record name, by form; what a form does not have is THING_NONE. */
struct entry_names {
    uint8_t subject; /* enum thing of `subject`, or a set below */
    uint8_t other;
};

enum { SUBJECT_FREE = 0, SUBJECT_STAKES = 100, SUBJECT_FUND, SUBJECT_GOAL };

static const struct entry_names entry_names[FORM_COUNT] = {
    [F_APPOINT] = {SUBJECT_FREE, THING_BODY},
    [F_GOAL_STATE] = {SUBJECT_GOAL, 0},
    [F_SPEND] = {SUBJECT_FREE, SUBJECT_FUND},
    [F_CALL] = {SUBJECT_STAKES, 0},
    [F_FILE] = {THING_RESULT, 0},
    [F_DELIVER] = {THING_RESULT, 0},
    [F_DELIVERED] = {THING_RESULT, 0},
    [F_DIFFUSION] = {THING_RESULT, 0},
    [F_VOTE] = {THING_MOTION, THING_PARTY},
    [F_DECIDE_MOTION] = {THING_MOTION, 0},
    [F_VETO] = {THING_MOTION, 0},
    [F_MEETING] = {SUBJECT_FREE, THING_BODY},
    [F_STAFF] = {SUBJECT_FREE, THING_BODY},
    [F_APPRAISE] = {SUBJECT_FREE, THING_BODY},
    [F_MOTION] = {SUBJECT_FREE, THING_BODY},
    [F_STAKE_OFFER] = {SUBJECT_STAKES, 0},
    [F_REDETERMINE] = {SUBJECT_STAKES, 0},
    [F_TRANSFER] = {SUBJECT_FREE, THING_PARTY},
    [F_ANNOUNCE] = {THING_RESULT, 0},
    [F_OBJECT] = {THING_RESULT, 0},
    [F_OFFER] = {THING_RESULT, 0},
    [F_WAIVE] = {THING_RESULT, 0},
};

static struct span entry_span(const struct entry *e)
{
    return (struct span){e->at, e->len};
}

/* It names nothing of the kind, or nothing yet. */
static bool refuse_name(const struct pact *p, uint32_t index, enum thing thing, uint32_t word)
{
    struct span span = entry_span(document_entry(p->doc, index));
    if (require(p, thing, word, span) != INDEX_NONE)
        DIAG_REPORT(p->diags, E303, span, word_text(p, word));
    return false;
}

/* The entry that begins a thing; INDEX_NONE: the terms do, or it has no time. */
static uint32_t begins(const struct pact *p, struct named n)
{
    if (n.thing == THING_PARTY) return p->parties[n.index].entry;
    if (n.thing == THING_RESULT) return p->results[n.index].entry;
    return n.thing == THING_LICENCE ? p->licences[n.index].entry : INDEX_NONE;
}

/* Nothing takes effect on what was not there on that day; written in its order, nothing can. */
static bool check_there(const struct pact *p, uint32_t index, struct named n, uint32_t word)
{
    const struct entry *e = document_entry(p->doc, index);
    uint32_t by = e->effective < e->date ? begins(p, n) : INDEX_NONE;
    date_t from = by == INDEX_NONE ? p->founded : document_entry(p->doc, by)->effective;
    char since[DATE_TEXT_BYTES], day[DATE_TEXT_BYTES];
    if (from <= e->effective) return true;
    date_format(since, from);
    date_format(day, e->effective);
    DIAG_REPORT(p->diags, E442, entry_span(e), word_text(p, word), str_from(since), str_from(day));
    return false;
}

static bool check_name(const struct pact *p, uint32_t index, enum thing thing, uint32_t word)
{
    if (word == WORD_NONE) return true;
    struct named n = pact_named(p, NAMES_COMMON, word);
    if (n.thing != thing || n.from > index) return refuse_name(p, index, thing, word);
    const struct entry *e = document_entry(p->doc, index);
    bool early = e->effective < e->date || e->effective < p->founded;
    if (early && !check_there(p, index, n, word)) return false;
    p->used[NAMES_COMMON][word] = 1;
    return true;
}

static bool check_fund(const struct pact *p, uint32_t index, uint32_t word)
{
    struct span span = entry_span(document_entry(p->doc, index));
    if (require_in(p, NAMES_FUND, word, span) == INDEX_NONE) return false;
    if (pact_named(p, NAMES_FUND, word).from <= index) return true;
    DIAG_REPORT(p->diags, E303, span, word_text(p, word));
    return false;
}

static bool check_field(const struct pact *p, uint32_t index, uint8_t what, uint32_t word)
{
    if (what == SUBJECT_FREE || word == WORD_NONE) return true;
    struct span span = entry_span(document_entry(p->doc, index));
    if (what == SUBJECT_STAKES) return require_in(p, NAMES_STAKES, word, span) != INDEX_NONE;
    if (what == SUBJECT_GOAL) return require_in(p, NAMES_GOAL, word, span) != INDEX_NONE;
    if (what == SUBJECT_FUND) return check_fund(p, index, word);
    return check_name(p, index, (enum thing)what, word);
}

/* `of X` may be a project or a result; `for X` a project (of a cost: or a result). */
static bool check_project(const struct pact *p, uint32_t index, const struct entry *e)
{
    uint32_t word = e->project;
    if (word == WORD_NONE) return true;
    bool result_too = e->form == F_INCOME || e->form == F_LOSS || e->form == F_SPEND ||
                      e->form == F_SPENDS || e->form == F_LIABILITY;
    bool result = result_too && pact_named(p, NAMES_COMMON, word).thing == THING_RESULT;
    return check_name(p, index, result ? THING_RESULT : THING_PROJECT, word);
}

/* Who is present at a meeting. */
static bool check_present(const struct pact *p, uint32_t index, const struct entry *e)
{
    const struct term *t = document_extra(p->doc, e);
    const struct bind *list = term_bind(t, ROLE_members);
    bool ok = true;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b))
        ok = check_name(p, index, THING_PARTY, (uint32_t)b->a) && ok;
    return ok;
}

/* The party that an entry starts with or is about. A motion may be about one that joins later; one
 * on an admission also about a candidate that never does. */
static bool check_party(const struct pact *p, uint32_t index, const struct entry *e)
{
    if (e->form == F_REPORTS && pact_find(p, THING_PARTY, e->party) == INDEX_NONE)
        return check_name(p, index, THING_LICENCE, e->party);
    if (e->form == F_MOTION && e->party && e->choice == MATTER_ADMISSION &&
        (e->flags & ENTRY_HAS_CHOICE))
        return true;
    if (e->form == F_MOTION && e->party)
        return require(p, THING_PARTY, e->party, entry_span(e)) != INDEX_NONE;
    return check_name(p, index, THING_PARTY, e->party);
}

/* What is transferred: stakes, a result, or capital, which has no name. */
static bool check_transferred(const struct pact *p, uint32_t index, const struct entry *e)
{
    const struct term *t = e->extra ? document_extra(p->doc, e) : NULL;
    bool result = e->subject && !(t && term_bind(t, ROLE_stakes));
    return check_field(p, index, result ? THING_RESULT : SUBJECT_STAKES, e->subject);
}

/* The line of who works on a project, redetermined: its names. */
static bool check_redetermined(const struct pact *p, uint32_t index, const struct entry *e)
{
    const struct term *t = document_extra(p->doc, e);
    const struct bind *project = term_bind(t, ROLE_project2);
    return !project || check_name(p, index, THING_PROJECT, (uint32_t)project->a);
}

/* Who was silent, in a loss that grew by it. */
static bool check_silent(const struct pact *p, uint32_t index, const struct entry *e)
{
    const struct term *extra = e->extra ? document_extra(p->doc, e) : NULL;
    return !extra || check_name(p, index, THING_PARTY, term_word(extra, ROLE_silent));
}

/* Income names its class, or comes from a licence, result or project that tells it. */
static bool check_income(const struct pact *p, uint32_t index, const struct entry *e)
{
    const struct term *extra = e->extra ? document_extra(p->doc, e) : NULL;
    if (extra && term_bind(extra, ROLE_of) && term_bind(extra, ROLE_project)) {
        DIAG_PLAIN(p->diags, E315, entry_span(e));
        return false;
    }
    struct named n = e->subject ? pact_named(p, NAMES_COMMON, e->subject) : (struct named){0};
    if (n.thing == THING_LICENCE || n.thing == THING_RESULT)
        if (!check_name(p, index, (enum thing)n.thing, e->subject)) return false;
    if (n.thing == THING_LICENCE) return true;
    if (e->flags & ENTRY_HAS_CHOICE) return true;
    struct str name =
        e->subject ? word_text(p, e->subject) : diags_word(p->diags, "the payer", "付款方");
    struct diag *d = DIAG_REPORT(p->diags, E304, entry_span(e), name);
    if (d && e->subject) {
        struct str list[256];
        size_t count = 0;
        for (size_t i = 0; i < p->licence_count && count < 256; i++)
            list[count++] = word_text(p, p->licences[i].word);
        d->suggestion = diag_nearest(name, list, count);
    }
    return false;
}

static bool out_of_order(const struct pact *p, enum diag_code code, const struct entry *e,
                         date_t date, date_t other)
{
    char a[DATE_TEXT_BYTES], b[DATE_TEXT_BYTES];
    date_format(a, date);
    date_format(b, other);
    diags_report(p->diags, code, entry_span(e),
                 (struct str[DIAG_ARGS_MAX]){str_from(a), str_from(b)});
    return false;
}

static bool check_order(const struct pact *p, uint32_t index, const struct entry *e)
{
    date_t before = index > 0 ? document_entry(p->doc, index - 1)->date : e->date;
    if (e->date < before) return out_of_order(p, DIAG_E301, e, e->date, before);
    if (e->effective < p->founded) return out_of_order(p, DIAG_E302, e, e->effective, p->founded);
    if (e->effective > e->date) {
        DIAG_PLAIN(p->diags, E305, entry_span(e));
        return false;
    }
    if (e->from != DATE_NONE && e->from >= e->to) {
        DIAG_PLAIN(p->diags, E306, entry_span(e));
        return false;
    }
    return true;
}

bool pact_check_entry(const struct pact *p, uint32_t index)
{
    const struct entry *e = document_entry(p->doc, index);
    if (!check_order(p, index, e)) return false;
    bool ok = check_party(p, index, e);
    ok = check_field(p, index, entry_names[e->form].subject, e->subject) && ok;
    ok = check_field(p, index, entry_names[e->form].other, e->other) && ok;
    ok = check_project(p, index, e) && ok;
    ok = check_name(p, index, THING_MOTION, e->motion) && ok;
    if (e->form == F_MEETING) ok = check_present(p, index, e) && ok;
    if (e->form == F_INCOME) ok = check_income(p, index, e) && ok;
    if (e->form == F_LOSS) ok = check_silent(p, index, e) && ok;
    if (e->form == F_TRANSFER) ok = check_transferred(p, index, e) && ok;
    if (e->form == F_REDETERMINE) ok = check_redetermined(p, index, e) && ok;
    return ok;
}

/* It names the n-th of a date. */
uint32_t pact_cited(const struct pact *p, uint32_t index)
{
    const struct term *t = document_extra(p->doc, document_entry(p->doc, index));
    const struct bind *ref = term_bind(t, ROLE_ref);
    uint32_t low = 0, high = index;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document_entry(p->doc, middle)->date < ref->a)
            low = middle + 1;
        else
            high = middle;
    }
    int64_t target = (int64_t)low + ref->b - 1;
    if (ref->b < 1 || target >= index) return INDEX_NONE;
    return document_entry(p->doc, (uint32_t)target)->date == ref->a ? (uint32_t)target : INDEX_NONE;
}
