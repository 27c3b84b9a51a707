/* Tables of shares over time: what the terms set, what entries set anew, transfer, redetermine, and
 * what joining a project does to who funds it.
 *
 * Every change is worked out from the shares before it. A change that is written late, a
 * redetermination and a reversal of one change what was worked out before: the new versions of
 * those sets stand beside the old ones, and are known from the entry on that brings them. */
#include "pact/build.h"

#include <stdlib.h>
#include <string.h>

enum change_kind {
    CHANGE_SET,
    CHANGE_END,           /* `stakes NAME none` */
    CHANGE_MOVE,          /* a transfer, or one that is taken back */
    CHANGE_JOIN,          /* a part of what the others fund goes to one more */
    CHANGE_LEAVE_AGAIN,   /* that taken back */
    CHANGE_REDETERMINE,   /* the shares of everything before it */
    CHANGE_NO_REDETERMINE /* that taken back */
};

struct change {
    enum change_kind kind;
    uint32_t table;  /* index of stakes; behind them, of the funding of projects */
    date_t from, to; /* to: when the text changes the table next, for messages */
    uint32_t entry;  /* INDEX_NONE: the terms */
    uint32_t order;  /* as they are written */
    const struct term *term;
    struct span span;
    uint32_t giver, taker;
    struct ratio share;
    struct ratio before;   /* CHANGE_JOIN: what the one that joins had */
    struct change *undone; /* of what takes back: the change it takes back */
    bool gone;             /* a redetermination that was taken back */
    struct share_set set;  /* as it is written: of CHANGE_SET and CHANGE_REDETERMINE */
    struct share_set now;  /* what holds from its day on */
};

/* The changes of one table that are in force, ascending by day, and its redeterminations. */
struct timeline {
    struct change **list, **again;
    size_t count, capacity, again_count, again_capacity;
};

struct builder {
    struct pact *p;
    struct change **list; /* as they are written */
    size_t count, capacity;
    struct timeline *timelines; /* by table */
};

static struct stakes *table_of(struct pact *p, uint32_t table)
{
    if (table < p->stakes_count) return &p->stakes[table];
    return &p->projects[table - p->stakes_count].funding;
}

static bool is_funding(const struct pact *p, uint32_t table)
{
    return table >= p->stakes_count;
}

/* ---- shares as they are written ---- */

/* The lines under a statement; those of a grant only where who funds a project is listed. */
static struct share_line *read_lines(struct pact *p, const struct term *t, bool grants,
                                     size_t *count_out)
{
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, t->child_count);
    size_t count = 0;
    for (const struct term *c = t->first; c; c = c->next) {
        struct share_line line = {.span = c->span};
        line.grant = term_bind(c, ROLE_grant) != NULL;
        if (line.grant && !grants) {
            DIAG_REPORT(p->diags, E202, c->span, diags_word(p->diags, "grant", "财政资助"),
                        diags_word(p->diags, "member", "成员"));
            continue;
        }
        if (!line.grant)
            line.party =
                require(p, THING_PARTY, term_word(c, ROLE_name), term_name_span(c, ROLE_name));
        if (line.party == INDEX_NONE) continue;
        line.share = bind_ratio(p, term_bind(c, ROLE_share));
        lines[count++] = line;
    }
    *count_out = count;
    return lines;
}

static enum share_mode mode_of(const struct term *t, bool funding)
{
    if (funding) return SHARES_WITH_GRANT;
    if (term_bind(t, ROLE_parts)) return SHARES_PARTS;
    if (term_bind(t, ROLE_normalised)) return SHARES_NORMALISED;
    return SHARES_EXACT;
}

/* A number where a percentage is meant, or the other way round. */
static bool check_units(struct pact *p, const struct term *t, enum share_mode mode)
{
    for (const struct term *c = t->first; c; c = c->next) {
        const struct bind *b = term_bind(c, ROLE_share);
        if (mode != SHARES_PARTS && b->type == VALUE_NUMBER) {
            DIAG_REPORT(p->diags, E210, bind_span(b), sources_text(p->doc->sources, bind_span(b)));
            return false;
        }
    }
    return true;
}

/* "stakes statfjord, 1999-01-01 to 2001-01-01,": names the period in messages. The end is the next
 * change of the same stakes, where the journal has one. */
static const char *set_name(struct pact *p, const struct change *c)
{
    char a[DATE_TEXT_BYTES], b[DATE_TEXT_BYTES];
    date_format(a, c->from);
    if (c->to != DATE_OPEN) date_format(b, c->to);
    struct str name = word_text(p, table_of(p, c->table)->word);
    if (p->diags->lang == LANG_ZH)
        return str_format(p->arena, "份额表“%.*s”（%s 至 %s）", STR_ARG(name), a,
                          c->to == DATE_OPEN ? "另行变更" : b)
            .ptr;
    return str_format(p->arena, "%.*s, %s to %s,", STR_ARG(name), a,
                      c->to == DATE_OPEN ? "further notice" : b)
        .ptr;
}

/* Reads the shares of a change; false where there are none, or they do not hold together. */
static bool read_set(struct pact *p, struct change *c)
{
    bool funding = is_funding(p, c->table);
    enum share_mode mode = mode_of(c->term, funding);
    size_t count;
    struct share_line *lines = read_lines(p, c->term, funding, &count);
    if (count < c->term->child_count || !check_units(p, c->term, mode)) return false;
    if (count == 0) {
        if (c->entry != INDEX_NONE) /* the terms may leave the shares to the journal */
            DIAG_REPORT(p->diags, E223, c->span, word_text(p, table_of(p, c->table)->word));
        return false;
    }
    return build_share_set(p, lines, count, mode, c->span, set_name(p, c), &c->set);
}

/* ---- shares worked out from those before ---- */

/* A share set as lines, with room for one more. */
static struct share_line *lines_of(struct pact *p, const struct share_set *set)
{
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, set->count + 1);
    for (uint32_t i = 0; i < set->count; i++) {
        lines[i] = (struct share_line){.party = set->parties[i], .share = RATIO_ZERO};
        if (ratio_make(&lines[i].share, (int64_t)set->weights[i], (int64_t)set->sum) != OK)
            UNREACHABLE("weights of a set are below its sum");
    }
    return lines;
}

/* The line of a party, made in its place where it has none. */
static struct share_line *line_for(struct share_line *lines, size_t *count, uint32_t party)
{
    size_t at = 0;
    while (at < *count && lines[at].party < party) at++;
    if (at < *count && lines[at].party == party) return &lines[at];
    memmove(&lines[at + 1], &lines[at], (*count - at) * sizeof *lines);
    ++*count;
    lines[at] = (struct share_line){.party = party, .share = RATIO_ZERO};
    return &lines[at];
}

static bool make_set(struct pact *p, const struct change *c, struct share_line *lines, size_t count,
                     struct share_set *out)
{
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (ratio_sign(lines[i].share) > 0) lines[left++] = lines[i];
    if (pact_make_set(p->arena, lines, left, out)) return true;
    DIAG_REPORT(p->diags, E209, c->span, str_from(set_name(p, c)));
    return false;
}

static bool too_fine(struct pact *p, const struct change *c)
{
    DIAG_REPORT(p->diags, E209, c->span, str_from(set_name(p, c)));
    return false;
}

static bool moves_stakes(const struct term *arrears)
{
    for (const struct term *t = arrears->first; t; t = t->next)
        if (t->form == F_R_DILUTE || t->form == F_R_FORFEIT || t->form == F_R_FORCED_SALE)
            return true;
    return false;
}

/* Whether arrears may have moved stakes by a day: what a party holds then only the state knows. */
static bool arrears_move(const struct pact *p, date_t day)
{
    for (size_t i = 0; i < p->text_count && p->texts[i].from <= day; i++)
        for (const struct term *t = p->texts[i].term->first; t; t = t->next)
            if (t->form == F_ARREARS && moves_stakes(t)) return true;
    return false;
}

/* What the fold must know to tell whether a transfer may be. */
static void note_transfer(struct pact *p, const struct change *c, const struct share_set *before)
{
    if (document_entry(p->doc, c->entry)->form != F_TRANSFER) return;
    *ARENA_PUSH(p->arena, p->transfers, p->transfer_count, p->transfer_capacity) =
        (struct transfer){.entry = c->entry,
                          .stakes = c->table,
                          .giver = c->giver,
                          .taker = c->taker,
                          .share = c->share,
                          .beyond = ratio_compare(pact_share_of(before, c->giver), c->share) < 0,
                          .outsider = ratio_sign(pact_share_of(before, c->taker)) == 0};
}

/* cause: the change that is being put in its place, whom a message concerns. */
static bool move_share(struct pact *p, const struct change *c, const struct change *cause,
                       const struct share_set *before, struct share_set *out)
{
    char date[DATE_TEXT_BYTES];
    struct str name = word_text(p, table_of(p, c->table)->word);
    date_format(date, c->from);
    if (!before || before->count == 0) {
        DIAG_REPORT(p->diags, E308, cause->span, name, str_from(date));
        return false;
    }
    size_t count = before->count;
    struct share_line *lines = lines_of(p, before);
    struct ratio held = pact_share_of(before, c->giver), moved = c->share;
    bool beyond = ratio_compare(held, c->share) < 0;
    if (beyond) moved = held; /* of the text; the state moves all of it, or refuses */
    if (beyond && !arrears_move(p, c->from)) {
        DIAG_REPORT(p->diags, E370, cause->span, word_text(p, p->parties[c->giver].word),
                    percent_text(p, held), name, str_from(date), percent_text(p, c->share));
        return false;
    }
    if (c == cause) note_transfer(p, c, before);
    struct share_line *from = line_for(lines, &count, c->giver);
    bool fits = ratio_sub(&from->share, from->share, moved) == OK;
    struct share_line *to = line_for(lines, &count, c->taker);
    fits = fits && ratio_add(&to->share, to->share, moved) == OK;
    return fits ? make_set(p, c, lines, count, out) : too_fine(p, c);
}

/* Everyone but one is brought to fill `rest` together, as they were to each other; that one has
 * what is left. */
static bool set_one_share(struct pact *p, const struct change *c, const struct share_set *before,
                          struct ratio share, struct share_set *out)
{
    size_t count = before->count;
    struct share_line *lines = lines_of(p, before);
    struct ratio others, rest, scale = RATIO_ZERO;
    (void)line_for(lines, &count, c->taker);
    bool fits = ratio_sub(&others, RATIO_ONE, pact_share_of(before, c->taker)) == OK &&
                ratio_sub(&rest, RATIO_ONE, share) == OK;
    if (fits && ratio_sign(others) > 0) fits = ratio_div(&scale, rest, others) == OK;
    for (size_t i = 0; fits && i < count; i++)
        fits = ratio_mul(&lines[i].share, lines[i].share, scale) == OK;
    line_for(lines, &count, c->taker)->share = share;
    return fits ? make_set(p, c, lines, count, out) : too_fine(p, c);
}

static bool join(struct pact *p, struct change *c, const struct share_set *before,
                 struct share_set *out)
{
    if (!before || before->count == 0) return true; /* nobody is named as funding it */
    c->before = pact_share_of(before, c->taker);
    return set_one_share(p, c, before, c->share, out);
}

static bool leave_again(struct pact *p, const struct change *c, const struct share_set *before,
                        struct share_set *out)
{
    if (!before || before->count == 0) return true;
    return set_one_share(p, c, before, c->undone->before, out);
}

/* The redetermination that holds for a change: the last one written behind it. */
static const struct change *redetermined(const struct timeline *t, const struct change *c)
{
    for (size_t i = t->again_count; i-- > 0;)
        if (!t->again[i]->gone) return t->again[i]->order > c->order ? t->again[i] : NULL;
    return NULL;
}

/* What holds from the day of a change on. */
static bool work_out(struct pact *p, const struct timeline *t, struct change *c,
                     const struct change *cause, const struct share_set *before,
                     struct share_set *out)
{
    const struct change *again = redetermined(t, c);
    *out = (struct share_set){.entry = c->entry};
    if (c->kind == CHANGE_END) return true;
    if (again) { /* what was moved since then is moved all the same */
        bool holds = before && before->count;
        *out = holds ? *before : again->set;
        out->entry = holds ? before->entry : again->entry;
        return true;
    }
    switch (c->kind) {
    case CHANGE_SET: *out = c->set; break;
    case CHANGE_MOVE:
        if (!move_share(p, c, cause, before, out)) return false;
        break;
    case CHANGE_JOIN:
        if (!join(p, c, before, out)) return false;
        break;
    case CHANGE_LEAVE_AGAIN:
        if (!leave_again(p, c, before, out)) return false;
        break;
    case CHANGE_END:
    case CHANGE_REDETERMINE:
    case CHANGE_NO_REDETERMINE: UNREACHABLE("a change of its own day");
    }
    out->entry = c->entry;
    return true;
}

static bool same_shares(const struct share_set *a, const struct share_set *b)
{
    size_t parties = a->count * sizeof *a->parties, weights = a->count * sizeof *a->weights;
    if (a->count != b->count || a->entry != b->entry || a->sum != b->sum) return false;
    return a->count == 0 || (memcmp(a->parties, b->parties, parties) == 0 &&
                             memcmp(a->weights, b->weights, weights) == 0);
}

/* Works the changes from `at` on out again, and keeps what is new. */
static void go_on(struct builder *b, struct timeline *t, size_t at, const struct change *cause,
                  uint32_t known_from)
{
    struct pact *p = b->p;
    struct stakes *s = table_of(p, cause->table);
    for (size_t i = at; i < t->count; i++) {
        struct change *c = t->list[i];
        struct share_set set;
        if (!work_out(p, t, c, cause, i ? &t->list[i - 1]->now : NULL, &set)) return;
        if (c != cause && same_shares(&set, &c->now)) continue;
        set.from = c->from;
        set.known_from = c == cause ? known_from : cause->entry;
        set.span = c->span;
        c->now = set;
        *ARENA_PUSH(p->arena, s->sets, s->set_count, s->set_capacity) = set;
    }
}

/* ---- putting changes in their place ---- */

static bool sets_shares(const struct change *c)
{
    return c->kind == CHANGE_SET || c->kind == CHANGE_END;
}

/* Shares cannot be set on a day on which they changed already, unless that is known late. */
static bool set_twice(struct builder *b, const struct timeline *t, const struct change *c,
                      bool late)
{
    char date[DATE_TEXT_BYTES];
    size_t last = t->count;
    if (late || !sets_shares(c) || !last || t->list[last - 1]->from != c->from) return false;
    date_format(date, c->from);
    DIAG_REPORT(b->p->diags, E222, c->span, word_text(b->p, table_of(b->p, c->table)->word),
                str_from(date));
    return true;
}

static void put(struct builder *b, struct change *c)
{
    struct timeline *t = &b->timelines[c->table];
    bool late = c->entry != INDEX_NONE && document_entry(b->p->doc, c->entry)->date > c->from;
    if (set_twice(b, t, c, late)) return;
    size_t at = t->count;
    while (at > 0 && t->list[at - 1]->from > c->from) at--;
    (void)ARENA_PUSH(b->p->arena, t->list, t->count, t->capacity);
    memmove(&t->list[at + 1], &t->list[at], (t->count - 1 - at) * sizeof *t->list);
    t->list[at] = c;
    go_on(b, t, at, c, late ? c->entry : 0);
}

static void redetermine(struct builder *b, struct change *c)
{
    struct timeline *t = &b->timelines[c->table];
    char date[DATE_TEXT_BYTES];
    if (t->count == 0) {
        date_format(date, c->from);
        DIAG_REPORT(b->p->diags, E308, c->span, word_text(b->p, table_of(b->p, c->table)->word),
                    str_from(date));
        return;
    }
    if (c->kind == CHANGE_REDETERMINE)
        *ARENA_PUSH(b->p->arena, t->again, t->again_count, t->again_capacity) = c;
    else
        c->undone->gone = true;
    go_on(b, t, 0, c, 0);
}

/* ---- collecting ---- */

static struct change *add(struct builder *b, struct change c)
{
    struct change *kept = ARENA_NEW(b->p->arena, struct change);
    c.order = (uint32_t)b->count;
    c.to = DATE_OPEN;
    *kept = c;
    *ARENA_PUSH(b->p->arena, b->list, b->count, b->capacity) = kept;
    return kept;
}

static void collect_terms(struct builder *b)
{
    struct pact *p = b->p;
    for (const struct term *top = p->doc->first; top; top = top->next)
        for (const struct term *t = top->first; top->form == F_ARTICLE && t; t = t->next) {
            if (t->form != F_STAKES) continue;
            uint32_t table = pact_find_in(p, NAMES_STAKES, term_word(t, ROLE_name));
            if (table == INDEX_NONE) continue;
            add(b, (struct change){.kind = CHANGE_SET,
                                   .table = table,
                                   .from = p->founded,
                                   .entry = INDEX_NONE,
                                   .term = t,
                                   .span = t->span});
        }
    for (size_t i = 0; i < p->project_count; i++) {
        const struct share_set *funded = &p->provisions->projects[i].funded;
        if (funded->count)
            add(b, (struct change){.kind = CHANGE_SET,
                                   .table = (uint32_t)(p->stakes_count + i),
                                   .from = p->founded,
                                   .entry = INDEX_NONE,
                                   .span = funded->span,
                                   .set = *funded});
    }
}

static void collect_setting(struct builder *b, const struct entry *e, struct change c)
{
    c.table = require_in(b->p, NAMES_STAKES, e->subject, c.span);
    c.kind = !c.term || term_bind(c.term, ROLE_none) ? CHANGE_END : CHANGE_SET;
    if (c.table != INDEX_NONE) add(b, c);
}

/* A transfer of stakes; names that are not there are reported with the entry. */
static void collect_transfer(struct builder *b, const struct entry *e, struct change c)
{
    const struct bind *share = c.term ? term_bind(c.term, ROLE_share) : NULL;
    if (!share) return;
    c.kind = CHANGE_MOVE;
    c.table = pact_find_in(b->p, NAMES_STAKES, e->subject);
    c.giver = pact_find(b->p, THING_PARTY, e->party);
    c.taker = pact_find(b->p, THING_PARTY, e->other);
    c.share = bind_ratio(b->p, share);
    if (c.table == INDEX_NONE || c.giver == INDEX_NONE || c.taker == INDEX_NONE) return;
    if (c.giver != c.taker)
        add(b, c);
    else
        DIAG_REPORT(b->p->diags, E371, c.span, word_text(b->p, e->party));
}

static void collect_joining(struct builder *b, const struct entry *e, struct change c)
{
    const struct bind *share = c.term ? term_bind(c.term, ROLE_share) : NULL;
    uint32_t project = pact_find(b->p, THING_PROJECT, e->project);
    c.kind = CHANGE_JOIN;
    c.taker = pact_find(b->p, THING_PARTY, e->party);
    if (!share || project == INDEX_NONE || c.taker == INDEX_NONE) return;
    c.table = (uint32_t)(b->p->stakes_count + project);
    c.share = bind_ratio(b->p, share);
    add(b, c);
}

/* Who works on a project, redetermined: only checked, since that line changes no figure. */
static void check_work_line(struct builder *b, const struct change *c)
{
    struct share_set only_checked;
    size_t count;
    struct share_line *lines = read_lines(b->p, c->term, false, &count);
    if (count == c->term->child_count && check_units(b->p, c->term, SHARES_EXACT))
        (void)build_share_set(b->p, lines, count, SHARES_EXACT, c->span,
                              b->p->diags->lang == LANG_ZH ? "研发" : "work", &only_checked);
}

/* Of stakes, or of who funds or works on a project. */
static void collect_redetermination(struct builder *b, const struct entry *e, struct change c)
{
    uint32_t project = e->project ? pact_find(b->p, THING_PROJECT, e->project) : INDEX_NONE;
    uint32_t stakes = e->subject ? pact_find_in(b->p, NAMES_STAKES, e->subject) : INDEX_NONE;
    c.kind = CHANGE_REDETERMINE;
    if (stakes != INDEX_NONE)
        c.table = stakes;
    else if (project != INDEX_NONE)
        c.table = (uint32_t)(b->p->stakes_count + project);
    else if (term_bind(c.term, ROLE_project2))
        check_work_line(b, &c);
    if (stakes != INDEX_NONE || project != INDEX_NONE) add(b, c);
}

static void collect_reversal(struct builder *b, uint32_t index, struct change c)
{
    uint32_t cited = pact_cited(b->p, index);
    if (cited == INDEX_NONE) return;
    for (size_t i = b->count; i-- > 0;) {
        struct change *target = b->list[i];
        if (target->entry != cited) continue;
        if (target->gone) return; /* the fold says so */
        c.table = target->table;
        c.undone = target;
        c.giver = target->taker;
        c.taker = target->kind == CHANGE_JOIN ? target->taker : target->giver;
        c.share = target->share;
        if (target->kind == CHANGE_MOVE) c.kind = CHANGE_MOVE;
        if (target->kind == CHANGE_JOIN) c.kind = CHANGE_LEAVE_AGAIN;
        if (target->kind == CHANGE_REDETERMINE) c.kind = CHANGE_NO_REDETERMINE;
        target->gone = true;
        if (!sets_shares(target)) add(b, c);
        return;
    }
}

/* A table that the new text says otherwise is set anew, one that it leaves out ends. One that it
 * only repeats goes on as entries have changed it. */
static void collect_amendment(struct builder *b, uint32_t index, struct change c)
{
    struct pact *p = b->p;
    const struct provisions *now = provisions_of(p, index);
    if (now == p->provisions) return;
    for (uint32_t table = 0; table < p->stakes_count; table++) {
        const struct term *before = find_before(p, now, F_STAKES, p->stakes[table].word);
        const struct term *t = find_declared(now, F_STAKES, p->stakes[table].word);
        if (!t && !before) continue;
        if (t && before && same_words(p, t, before)) continue;
        c.kind = t ? CHANGE_SET : CHANGE_END;
        c.table = table;
        c.term = t;
        if (t) c.span = t->span;
        add(b, c);
    }
}

/* The same of who funds a project. */
static void collect_amended_funding(struct builder *b, uint32_t index, struct change c)
{
    struct pact *p = b->p;
    const struct provisions *now = provisions_of(p, index);
    for (size_t i = 0; now != p->provisions && i < p->project_count; i++) {
        const struct project_terms *project = &now->projects[i];
        const struct term *t = project->funded_line, *before = now[-1].projects[i].funded_line;
        if ((!t && !before) || (t && before && same_words(p, t, before))) continue;
        if (t && !project->funded.count) continue; /* reported, or the grant funds all */
        c.kind = t ? CHANGE_SET : CHANGE_END;
        c.table = (uint32_t)(p->stakes_count + i);
        c.term = NULL;
        c.set = project->funded;
        if (t) c.span = t->span;
        add(b, c);
    }
}

static void collect_entries(struct builder *b)
{
    for (size_t k = 0; k < b->p->doc->ahead_count; k++) {
        uint32_t i = b->p->doc->ahead[k];
        const struct entry *e = document_entry(b->p->doc, i);
        struct change c = {.from = e->effective,
                           .entry = i,
                           .term = e->extra ? document_extra(b->p->doc, e) : NULL,
                           .span = span_make(e->at, e->len)};
        switch ((int)e->form) {
        case F_STAKES_ENTRY: collect_setting(b, e, c); break;
        case F_TRANSFER: collect_transfer(b, e, c); break;
        case F_JOINS: collect_joining(b, e, c); break;
        case F_AMEND:
            collect_amendment(b, i, c);
            collect_amended_funding(b, i, c);
            break;
        case F_REDETERMINE: collect_redetermination(b, e, c); break;
        case F_REVERSE: collect_reversal(b, i, c); break;
        default: break;
        }
    }
}

/* ---- when the text changes a table next ---- */

static int compare_in_time(const void *a, const void *b)
{
    const struct change *x = *(struct change *const *)a, *y = *(struct change *const *)b;
    if (x->table != y->table) return x->table < y->table ? -1 : 1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

static void find_ends(struct builder *b)
{
    struct change **sorted = ARENA_ARRAY(b->p->arena, struct change *, b->count);
    if (!b->count) return;
    memcpy(sorted, b->list, b->count * sizeof *sorted);
    qsort(sorted, b->count, sizeof *sorted, compare_in_time);
    for (size_t i = 0; i + 1 < b->count; i++)
        if (sorted[i]->table == sorted[i + 1]->table) sorted[i]->to = sorted[i + 1]->from;
}

/* ---- the sets ---- */

/* By day; of one day those that are known later stand behind. */
static int compare_sets(const void *a, const void *b)
{
    const struct share_set *x = a, *y = b;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void sort_sets(struct stakes *s)
{
    bool sorted = true;
    for (size_t i = 0; i < s->set_count; i++) {
        s->sets[i].order = (uint32_t)i;
        sorted = sorted && (i == 0 || s->sets[i - 1].from <= s->sets[i].from);
    }
    if (!sorted) qsort(s->sets, s->set_count, sizeof *s->sets, compare_sets);
}

void build_stakes(struct pact *p)
{
    size_t tables = p->stakes_count + p->project_count;
    struct builder b = {.p = p, .timelines = ARENA_ARRAY(p->arena, struct timeline, tables)};
    for (size_t i = 0; i < p->project_count; i++) p->projects[i].funding.word = p->projects[i].word;
    collect_terms(&b);
    collect_entries(&b);
    find_ends(&b);
    for (size_t i = 0; i < b.count; i++) {
        struct change *c = b.list[i];
        bool written = c->kind == CHANGE_SET || c->kind == CHANGE_REDETERMINE;
        if (written && c->term && !read_set(p, c)) continue;
        c->gone = false;
        if (c->kind == CHANGE_REDETERMINE || c->kind == CHANGE_NO_REDETERMINE)
            redetermine(&b, c);
        else
            put(&b, c);
    }
    for (uint32_t i = 0; i < tables; i++) sort_sets(table_of(p, i));
}
