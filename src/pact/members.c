/* Members in amended articles: they come and go by entries, which say when and by what decision. A
 * new text may only repeat who they are. */
#include "pact/build.h"

static struct str date_of(const struct pact *p, const struct provisions *now)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, now->from);
    return str_copy(p->arena, str_from(date));
}

static bool same_kind(const struct pact *p, uint32_t party, const struct term *t)
{
    return (enum member_kind)term_bind(t, ROLE_kind)->rank == p->parties[party].kind;
}

/* One that the new text has and the one before has not: it joined in the meantime, or did not. */
static void check_party(const struct pact *p, const struct provisions *now, const struct term *t)
{
    uint32_t word = term_word(t, ROLE_name), party = pact_find(p, THING_PARTY, word);
    struct span span = term_name_span(t, ROLE_name);
    if (p->names[NAMES_COMMON][word].thing && party == INDEX_NONE) {
        report_taken(p, NAMES_COMMON, (enum thing)p->names[NAMES_COMMON][word].thing, word, span);
        return;
    }
    bool joined = party != INDEX_NONE && p->parties[party].entry != INDEX_NONE &&
                  p->parties[party].entry < now->entry;
    bool founder = party != INDEX_NONE && p->parties[party].entry == INDEX_NONE;
    if (!joined && !founder)
        DIAG_REPORT(p->diags, E264, span, word_text(p, word), date_of(p, now));
    else if (!same_kind(p, party, t))
        DIAG_REPORT(p->diags, E266, span, word_text(p, word));
}

static void check_parties(const struct pact *p, const struct provisions *now)
{
    size_t told = p->diags->count;
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next)
            if (t->form == F_PARTY) check_party(p, now, t);
    diags_drop_repeated(p->diags, told);
}

void check_members(const struct pact *p)
{
    for (size_t k = 1; k < p->provisions_count; k++) check_parties(p, &p->provisions[k]);
}

static void read_lead(struct pact *p, const struct term *t)
{
    uint32_t party =
        t->form == F_PARTY ? pact_find(p, THING_PARTY, term_word(t, ROLE_name)) : INDEX_NONE;
    if (party != INDEX_NONE) p->building->leads[party] = term_bind(t, ROLE_lead) != NULL;
}

void build_leads(struct pact *p)
{
    p->building->leads = ARENA_ARRAY(p->arena, bool, p->party_count);
    for (size_t i = 0; i < p->party_count; i++)
        p->building->leads[i] = p->parties[i].entry != INDEX_NONE && p->parties[i].lead;
    for_articles(p, read_lead);
}

const struct term *pact_left_out(const struct pact *p, uint32_t entry, uint32_t party)
{
    const struct provisions *now = provisions_of(p, entry);
    uint32_t word = p->parties[party].word;
    if (now == p->provisions || find_declared(now, F_PARTY, word)) return NULL;
    return find_declared(now - 1, F_PARTY, word);
}
