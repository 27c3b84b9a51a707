/* Mentions: which binds are names, and of what. */
#include "lsp/mentions.h"

#include <stdlib.h>
#include <string.h>

#define NO_EXAMPLE UINT32_MAX

void mentions_init(struct mentions *m, struct arena *a, const struct sources *sources)
{
    *m = (struct mentions){.arena = a, .sources = sources, .example_ends = NO_EXAMPLE};
}

/* ---- what a bind names ---- */

/* What the name in the role `name` of a form is. */
static enum realm realm_of_name(enum form form)
{
    switch ((int)form) {
    case F_ALLIANCE: return REALM_ALLIANCE;
    case F_A_GOAL:
    case F_GOAL_STATE: return REALM_GOAL;
    case F_FUND: return REALM_FUND;
    case F_STAKES:
    case F_STAKES_ENTRY: return REALM_STAKES;
    case F_GAME: return REALM_GAME;
    case F_COVENANT: return REALM_COVENANT;
    case F_RULE:
    case F_RULE_TOP: return REALM_RULE;
    case F_J_MILESTONE: return REALM_MILESTONE;
    default: return REALM_COMMON;
    }
}

static enum realm realm_of(const struct statement *s, const struct bind *b)
{
    switch ((int)b->role) {
    case ROLE_name:
        return s->form == F_DECIDE && b == s->binds ? REALM_MATTER : realm_of_name(s->form);
    case ROLE_fund: return REALM_FUND;
    case ROLE_stakes: return REALM_STAKES;
    case ROLE_game: return REALM_GAME;
    case ROLE_score: return REALM_SCORE;
    case ROLE_covenant: return REALM_COVENANT;
    case ROLE_subject: return REALM_MATTER;
    case ROLE_category: return REALM_CATEGORY;
    case ROLE_role: return REALM_OFFICE;
    case ROLE_payer:
    case ROLE_licensee:
    case ROLE_buyer:
    case ROLE_by: return REALM_OUTSIDE;
    case ROLE_what: return REALM_NONE;
    default: return REALM_COMMON;
    }
}

static bool is_name(const struct bind *b)
{
    return b->type <= VALUE_WORD;
}

static bool declares(const struct statement *s, const struct bind *b)
{
    return b->type == VALUE_NEW || b->type == VALUE_PNEW ||
           (s->form == F_DECIDE && b->role == ROLE_name && b == s->binds);
}

static struct mention *add(struct mentions *m, const struct statement *s, const struct bind *b)
{
    struct mention *x = ARENA_PUSH(m->arena, m->list, m->count, m->capacity);
    *x = (struct mention){.at = b->at,
                          .len = b->len,
                          .word = (uint32_t)b->a,
                          .statement = (uint32_t)m->statement_count - 1,
                          .form = (uint8_t)s->form,
                          .role = b->role,
                          .realm = (uint8_t)realm_of(s, b),
                          .declares = declares(s, b)};
    if (m->example_ends != NO_EXAMPLE) x->scope = m->example;
    if (x->realm == REALM_MILESTONE) x->scope = m->project;
    return x;
}

/* project.milestone: two names with a dot between. */
static void add_path(struct mentions *m, const struct statement *s, const struct bind *b)
{
    struct str text = sources_text(m->sources, bind_span(b));
    const char *dot = memchr(text.ptr, '.', text.len);
    CHECK(dot);
    uint32_t len = (uint32_t)(dot - text.ptr);
    struct mention *project = add(m, s, b);
    project->realm = REALM_COMMON;
    project->role = ROLE_project;
    project->len = len;
    struct mention *milestone = add(m, s, b);
    milestone->realm = REALM_MILESTONE;
    milestone->word = (uint32_t)b->b;
    milestone->scope = (uint32_t)b->a;
    milestone->at += len + 1;
    milestone->len -= len + 1;
}

/* ---- statements ---- */

/* Where the lines of a project or of an example begin and end. */
static void follow_blocks(struct mentions *m, const struct statement *s)
{
    if (m->example_ends != NO_EXAMPLE && s->depth <= m->example_ends) m->example_ends = NO_EXAMPLE;
    if (s->form == F_EXAMPLE) {
        m->example++;
        m->example_ends = s->depth;
    }
    if (s->form == F_PROJECT) m->project = (uint32_t)s->binds[0].a;
}

static void note_statement(struct mentions *m, const struct statement *s, const struct document *d)
{
    bool entry = s->dated && s->depth == 0;
    const struct term *t = entry ? NULL : d->open[s->depth];
    *ARENA_PUSH(m->arena, m->statements, m->statement_count, m->statement_capacity) =
        (struct statement_place){.span = s->span,
                                 .entry = entry ? d->entry_count - 1 : UINT32_MAX,
                                 .article = t ? t->article : 0,
                                 .clause = t ? t->clause : 0,
                                 .form = (uint8_t)s->form,
                                 .depth = (uint8_t)s->depth};
}

void mentions_add(struct mentions *m, const struct statement *s, const struct document *d)
{
    note_statement(m, s, d);
    follow_blocks(m, s);
    for (uint32_t i = 0; i < s->bind_count; i++) {
        const struct bind *b = &s->binds[i];
        if (b->type == VALUE_PATH)
            add_path(m, s, b);
        else if (is_name(b) && realm_of(s, b) != REALM_NONE)
            (void)add(m, s, b);
    }
}

/* ---- all of them ---- */

static int compare_places(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

static int compare_keys(const struct mention *x, const struct mention *y)
{
    if (x->realm != y->realm) return x->realm < y->realm ? -1 : 1;
    if (x->word != y->word) return x->word < y->word ? -1 : 1;
    return (x->scope > y->scope) - (x->scope < y->scope);
}

static int compare_declared(const void *a, const void *b)
{
    return compare_keys(a, b);
}

/* Names that are declared, sorted. */
struct declared {
    struct mention *list;
    size_t count;
};

static bool is_declared(const struct declared *d, enum realm realm, uint32_t word, uint32_t scope)
{
    struct mention key = {.realm = (uint8_t)realm, .word = word, .scope = scope};
    return d->count && bsearch(&key, d->list, d->count, sizeof key, compare_declared);
}

/* What an example declares is its own; all else that it names is the agreement's. Who is paid by a
 * name that nothing declares stands outside. */
static void settle_mention(struct mention *x, const struct declared *d)
{
    bool outside = x->realm == REALM_OUTSIDE;
    enum realm realm = outside ? REALM_COMMON : (enum realm)x->realm;
    if (realm != REALM_MILESTONE && x->scope && !is_declared(d, realm, x->word, x->scope))
        x->scope = 0;
    if (outside && is_declared(d, REALM_COMMON, x->word, x->scope)) x->realm = REALM_COMMON;
}

void mentions_finish(struct mentions *m)
{
    struct declared d = {.list = ARENA_ARRAY(m->arena, struct mention, m->count)};
    for (size_t i = 0; i < m->count; i++)
        if (m->list[i].declares) d.list[d.count++] = m->list[i];
    if (d.count) qsort(d.list, d.count, sizeof *d.list, compare_declared);
    for (size_t i = 0; i < m->count; i++) settle_mention(&m->list[i], &d);
    if (m->count) qsort(m->list, m->count, sizeof *m->list, compare_places);
}

const struct mention *mentions_at(const struct mentions *m, uint32_t at)
{
    size_t first = 0, past = m->count;
    while (first < past) {
        size_t middle = first + (past - first) / 2;
        if (m->list[middle].at <= at)
            first = middle + 1;
        else
            past = middle;
    }
    if (first == 0) return NULL;
    const struct mention *x = &m->list[first - 1];
    return at <= x->at + x->len ? x : NULL;
}

const struct mention *mentions_declaration(const struct mentions *m, const struct mention *of)
{
    const struct mention *any = of;
    for (size_t i = m->count; i-- > 0;) {
        if (!mentions_same(&m->list[i], of)) continue;
        if (m->list[i].declares || !any->declares) any = &m->list[i];
    }
    return any;
}

bool mentions_has(const struct mentions *m, enum realm realm, uint32_t word, uint32_t scope)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct mention *x = &m->list[i];
        if (x->realm == (uint8_t)realm && x->word == word && x->scope == scope) return true;
    }
    return false;
}

const struct statement_place *mentions_statement(const struct mentions *m, uint32_t at)
{
    for (size_t i = 0; i < m->statement_count; i++) {
        const struct statement_place *s = &m->statements[i];
        if (at >= s->span.at && at <= s->span.at + s->span.len) return s;
    }
    return NULL;
}
