/* Resolving: the head, then the passes in order. */
#include "pact/build.h"
#include "pact/licences.h"

#include "num/money.h"

#include <string.h>

static void read_head(struct pact *p, const struct term *t)
{
    const struct bind *b;
    for (const struct term *c = t->first; c; c = c->next) {
        switch ((int)c->form) {
        case F_A_FOUNDED: p->founded = (date_t)term_bind(c, ROLE_date)->a; break;
        case F_A_CURRENCY:
            p->currency = term_word(c, ROLE_currency);
            p->digits = (unsigned)currency_digits(word_text(p, p->currency));
            break;
        case F_A_FORM:
            p->has_form = true;
            p->form = (enum legal_form)term_bind(c, ROLE_form)->rank;
            break;
        case F_A_ROUNDING:
            b = term_bind(c, ROLE_number);
            if (b && b->a != 1) DIAG_PLAIN(p->diags, E232, c->span);
            p->rounding = b ? ROUNDING_CUMULATIVE_1 : ROUNDING_PER_SPLIT;
            break;
        default: break;
        }
    }
    p->name = term_word(t, ROLE_name);
    p->title = bind_text(p->arena, p->doc->sources, term_bind(t, ROLE_text));
}

/* The term runs from the founding; the day behind it is the first one outside. */
static void read_end(struct pact *p, const struct term *t)
{
    for (const struct term *c = t->first; c; c = c->next) {
        if (c->form != F_A_TERM) continue;
        const struct bind *b = term_bind(c, ROLE_duration);
        struct duration d = {(int32_t)b->a, (enum duration_unit)b->b};
        if (date_add(&p->ends, p->founded, d) != OK) p->ends = DATE_OPEN;
    }
}

date_t pact_renewed(date_t ends, const struct term *renewal)
{
    const struct bind *b = term_bind(renewal, ROLE_duration);
    struct duration d = {(int32_t)b->a, (enum duration_unit)b->b};
    return date_add(&ends, ends, d) == OK ? ends : DATE_OPEN;
}

date_t pact_last_end(const struct pact *p)
{
    date_t ends = p->ends;
    for (size_t k = 0; k < p->doc->ahead_count && ends != DATE_OPEN; k++) {
        const struct entry *e = document_entry(p->doc, p->doc->ahead[k]);
        if (e->form == F_RENEW) ends = pact_renewed(ends, document_extra(p->doc, e));
    }
    return ends;
}

static void find_head(struct pact *p)
{
    p->founded = DATE_NONE;
    p->ends = DATE_OPEN;
    p->digits = p->doc->minor_digits;
    for (const struct term *t = p->doc->first; t; t = t->next) {
        if (t->form != F_ALLIANCE) continue;
        if (p->head) {
            DIAG_PLAIN(p->diags, E220, t->span);
            continue;
        }
        p->head = t;
        read_head(p, t);
    }
    if (!p->head) {
        struct span start = {p->doc->sources->list[0]->base, 0};
        DIAG_PLAIN(p->diags, E205, start);
    } else if (p->founded == DATE_NONE) {
        DIAG_PLAIN(p->diags, E219, p->head->span);
    } else {
        read_end(p, p->head);
    }
    if (p->founded == DATE_NONE) p->founded = date_from_civil((struct civil){1, 1, 1});
}

static void check_liable(struct pact *p)
{
    for (const struct term *c = p->head ? p->head->first : NULL; c; c = c->next)
        if (c->form == F_A_LIABLE)
            (void)require(p, THING_PARTY, term_word(c, ROLE_party), term_name_span(c, ROLE_party));
}

/* Who has signed; an unsigned agreement is settled all the same, but it is said. */
static void note_signatures(struct pact *p)
{
    for (size_t i = 0; i < p->doc->ahead_count; i++) {
        const struct entry *e = document_entry(p->doc, p->doc->ahead[i]);
        uint32_t party = e->form == F_SIGN ? pact_find(p, THING_PARTY, e->party) : INDEX_NONE;
        if (party != INDEX_NONE) p->parties[party].signed_ = true;
    }
    size_t missing = 0;
    for (size_t i = 0; i < p->party_count; i++) missing += !p->parties[i].signed_;
    if (!missing || !p->head) return;
    DIAG_REPORT(p->diags, N101, p->head->span, str_format(p->arena, "%zu", missing),
                str_format(p->arena, "%zu", p->party_count));
}

void pact_fit_words(struct pact *p)
{
    if (p->doc->words->count <= p->word_count) return;
    size_t count = p->doc->words->count + p->word_count;
    for (size_t i = 0; i < NAME_SET_COUNT; i++) {
        struct named *names = ARENA_ARRAY(p->arena, struct named, count);
        uint8_t *used = ARENA_ARRAY(p->arena, uint8_t, count);
        if (p->word_count) {
            memcpy(names, p->names[i], p->word_count * sizeof *names);
            memcpy(used, p->used[i], p->word_count * sizeof *used);
        }
        p->names[i] = names;
        p->used[i] = used;
    }
    p->word_count = count;
}

struct pact *pact_resolve(struct arena *arena, const struct document *doc, struct diags *diags)
{
    struct pact *p = ARENA_NEW(arena, struct pact);
    p->arena = arena;
    p->doc = doc;
    p->diags = diags;
    pact_fit_words(p);
    find_head(p);
    build_texts(p);
    declare_terms(p);
    declare_entries(p);
    build_groups(p);
    check_liable(p);
    build_projects(p);
    build_stakes(p);
    build_games(p);
    build_capital(p);
    build_clauses(p);
    read_licences(p);
    build_provisions(p);
    find_subjects(p);
    check_references(p);
    check_presence(p);
    check_members(p);
    note_signatures(p);
    return p;
}
