/* What is there in the text of a day: an amendment brings things and leaves things out, and no
 * clause may speak of one that is not there. */
#include "pact/build.h"

struct presence {
    uint32_t *seen[NAME_SET_COUNT]; /* by word: the last provisions that have it, counted from 1 */
    bool *ever[NAME_SET_COUNT];     /* by word: the articles have it at some time */
    uint32_t now;
};

/* The set and kind of what a statement declares; false: nothing that may come and go. */
static bool declares(const struct term *t, enum name_set *set_out, enum thing *thing_out)
{
    *set_out = NAMES_COMMON;
    *thing_out = THING_NONE;
    switch ((int)t->form) {
    case F_GROUP: *thing_out = THING_GROUP; return true;
    case F_BODY: *thing_out = THING_BODY; return true;
    case F_PROJECT: *thing_out = THING_PROJECT; return true;
    case F_PARTY: *thing_out = THING_PARTY; return true;
    case F_STAKES: *set_out = NAMES_STAKES; return true;
    case F_FUND: *set_out = NAMES_FUND; return true;
    case F_GAME: *set_out = NAMES_GAME; return true;
    default: return false;
    }
}

static void note_ever(const struct pact *p, struct presence *x)
{
    enum name_set set;
    enum thing thing;
    for (size_t i = 0; i < p->text_count; i++)
        for (const struct term *t = p->texts[i].term->first; t; t = t->next)
            if (declares(t, &set, &thing)) x->ever[set][term_word(t, ROLE_name)] = true;
}

/* Twice in one text: of the terms that was reported where it was declared. */
static void note_present(const struct pact *p, struct presence *x, const struct term *t)
{
    enum name_set set;
    enum thing thing;
    if (!declares(t, &set, &thing)) return;
    uint32_t word = term_word(t, ROLE_name);
    if (x->seen[set][word] == x->now && x->now > 1)
        report_taken(p, set, thing, word, term_name_span(t, ROLE_name));
    x->seen[set][word] = x->now;
}

static bool refers(const struct pact *p, const struct bind *b, enum name_set *set_out)
{
    enum thing thing = (enum thing)p->names[NAMES_COMMON][b->a].thing;
    *set_out = NAMES_COMMON;
    switch ((int)b->role) {
    case ROLE_party:
    case ROLE_members:
    case ROLE_name: return thing == THING_GROUP;
    case ROLE_body: return thing == THING_BODY;
    case ROLE_project: return thing == THING_PROJECT;
    case ROLE_fund: *set_out = NAMES_FUND; return true;
    case ROLE_game: *set_out = NAMES_GAME; return true;
    default: return false;
    }
}

static struct str text_name(const struct pact *p, const struct provisions *now)
{
    char date[DATE_TEXT_BYTES];
    if (now->entry == INDEX_NONE) return diags_word(p->diags, "the terms", "原条款");
    date_format(date, now->from);
    return str_copy(p->arena, str_from(date));
}

static void check_binds(const struct pact *p, const struct presence *x, const struct term *t)
{
    enum name_set set;
    for (uint32_t i = 0; i < t->bind_count; i++) {
        const struct bind *b = &t->binds[i];
        bool own_matter = t->form == F_DECIDE && b->role == ROLE_name && i == 0;
        if ((b->type != VALUE_NAME && b->type != VALUE_PNAME) || own_matter) continue;
        if (!refers(p, b, &set) || !x->ever[set][b->a] || x->seen[set][b->a] == x->now) continue;
        DIAG_REPORT(p->diags, E263, bind_span(b), word_text(p, (uint32_t)b->a),
                    text_name(p, &p->provisions[x->now - 1]));
    }
    if (t->form == F_EXAMPLE || t->form == F_RULE) return;
    for (const struct term *c = t->first; c; c = c->next) check_binds(p, x, c);
}

static void check_provisions(const struct pact *p, struct presence *x, size_t k)
{
    const struct provisions *now = &p->provisions[k];
    size_t told = p->diags->count;
    x->now = (uint32_t)k + 1;
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next)
            note_present(p, x, t);
    for (size_t i = 0; i < now->text_count; i++)
        for (const struct term *t = now->texts[i]->term->first; t; t = t->next)
            check_binds(p, x, t);
    diags_drop_repeated(p->diags, told);
}

void check_presence(const struct pact *p)
{
    struct presence x = {.now = 0};
    if (p->provisions_count == 1) return;
    for (int set = 0; set < NAME_SET_COUNT; set++) {
        x.seen[set] = ARENA_ARRAY(p->arena, uint32_t, p->doc->words->count);
        x.ever[set] = ARENA_ARRAY(p->arena, bool, p->doc->words->count);
    }
    note_ever(p, &x);
    for (size_t k = 0; k < p->provisions_count; k++) check_provisions(p, &x, k);
}
