/* Graphviz. Nodes are numbered as they are met; a table by address finds those met before. */
#include "report/graph.h"

#include "report/names.h"
#include "report/writer.h"

struct met {
    const struct why *why; /* NULL: free */
    uint32_t number;
};

struct graph {
    struct arena *arena;
    const struct pact *pact;
    enum language lang;
    bool one_line;
    struct writer out;
    struct met *slots;
    size_t count, size; /* size a power of two */
};

#define SLOTS_FIRST 64u

/* ---- nodes met ---- */

static struct met *find_slot(struct met *slots, size_t size, const struct why *why)
{
    size_t at = ((uintptr_t)why >> 4) * (size_t)0x9E3779B97F4A7C15u;
    for (at &= size - 1; slots[at].why && slots[at].why != why;) at = (at + 1) & (size - 1);
    return &slots[at];
}

static void grow(struct graph *g)
{
    size_t size = g->size ? g->size * 2 : SLOTS_FIRST;
    struct met *slots = ARENA_ARRAY(g->arena, struct met, size);
    for (size_t i = 0; i < g->size; i++)
        if (g->slots[i].why) *find_slot(slots, size, g->slots[i].why) = g->slots[i];
    g->slots = slots;
    g->size = size;
}

/* Its number; *new_out tells whether it is met for the first time. */
static uint32_t number_of(struct graph *g, const struct why *why, bool *new_out)
{
    if (2 * g->count >= g->size) grow(g);
    struct met *slot = find_slot(g->slots, g->size, why);
    *new_out = !slot->why;
    if (*new_out) *slot = (struct met){why, (uint32_t)++g->count};
    return slot->number;
}

/* ---- labels ---- */

/* A quoted string of the language: quotes and backslashes are kept from meaning something. */
static void put_quoted(struct writer *w, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\') writer_put(w, STR("\\"));
        writer_put(w, str_slice(text, i, i + 1));
    }
}

static void put_line(struct graph *g, struct str text)
{
    if (!text.len) return;
    writer_put(&g->out, STR("\\n"));
    put_quoted(&g->out, text);
}

static struct str clause_text(const struct graph *g, const struct why *why)
{
    struct str clause = clause_name(g->arena, why->term);
    if (!clause.len || !why->tier) return clause;
    return str_format(g->arena, g->lang == LANG_ZH ? "%.*s 第 %.*s 档" : "%.*s tier %.*s",
                      STR_ARG(clause), STR_ARG(why->tier->path));
}

static struct str operation(const struct graph *g, const struct why *why)
{
    switch (why->op) {
    case WHY_LEAF: return STR("");
    case WHY_SUM: return text_in("sum", "合计", g->lang);
    case WHY_ROUND: return text_in("rounded", "舍入", g->lang);
    case WHY_SHARE: return str_format(g->arena, "× %.*s", STR_ARG(why->fraction));
    }
    UNREACHABLE("an operation");
}

static void put_node(struct graph *g, const struct why *why, uint32_t number)
{
    struct writer *w = &g->out;
    struct str id = str_format(g->arena, "  n%u [label=\"", number);
    writer_put(w, id);
    put_quoted(w, amount_of_exact(g->arena, why->amount, g->pact->digits));
    put_line(g, operation(g, why));
    put_line(g, clause_text(g, why));
    if (why->entry != INDEX_NONE) put_line(g, entry_words(g->arena, g->pact->doc, why->entry));
    put_line(g, why->note);
    writer_put(w, why->child_count == 0 ? STR("\", shape=box];\n") : STR("\"];\n"));
}

/* ---- the graph ---- */

static uint32_t put_tree(struct graph *g, const struct why *why);

static void put_edges(struct graph *g, uint32_t from, const struct why *const *list, uint32_t count,
                      const char *style)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t to = put_tree(g, list[i]);
        writer_put(&g->out, str_format(g->arena, "  n%u -> n%u%s;\n", from, to, style));
    }
}

static uint32_t put_tree(struct graph *g, const struct why *why)
{
    bool is_new;
    uint32_t number = number_of(g, why, &is_new);
    if (!is_new) return number;
    put_node(g, why, number);
    put_edges(g, number, why->children, why->child_count, "");
    if (explanation_shows_basis(why, g->one_line))
        put_edges(g, number, why->basis, why->basis_count, " [style=dashed]");
    return number;
}

struct str report_graph(struct arena *a, const struct pact *p, const struct why *why,
                        struct explanation_view view)
{
    struct graph g = {
        .arena = a, .pact = p, .lang = view.lang, .one_line = view.one_line, .out = {.arena = a}};
    writer_put(&g.out, STR("digraph explanation {\n  rankdir=LR;\n"));
    (void)put_tree(&g, why);
    writer_put(&g.out, STR("}\n"));
    return writer_text(&g.out);
}
