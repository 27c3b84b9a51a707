/* A tree of whys in words, a line a node. */
#include "report/settlement.h"

#include <string.h>

struct why_writer {
    struct arena *arena;
    const struct pact *pact;
    enum language lang;
    char *text;
    size_t len, capacity;
};

static void put(struct why_writer *w, struct str s)
{
    while (w->len + s.len > w->capacity)
        w->text = arena_grow_array(w->arena, w->text, 1, w->len, &w->capacity);
    if (s.len) memcpy(w->text + w->len, s.ptr, s.len);
    w->len += s.len;
}

/* "= 600,000.00 × 3/10" behind the amount, by the operation. */
static struct str formula(struct why_writer *w, const struct why *why)
{
    unsigned digits = w->pact->digits;
    const struct why *child = why->child_count ? why->children[0] : NULL;
    bool zh = w->lang == LANG_ZH;
    struct str of;
    switch (why->op) {
    case WHY_LEAF: return STR("");
    case WHY_SHARE:
        of = amount_of_exact(w->arena, child->amount, digits);
        return str_format(w->arena, " = %.*s × %.*s", STR_ARG(of), STR_ARG(why->fraction));
    case WHY_ROUND:
        return str_format(w->arena,
                          zh ? "（由 %.*s 最小单位舍入）" : "  rounded from %.*s minor units",
                          STR_ARG(child->amount));
    case WHY_SUM: return str_from(zh ? " = 合计" : " = sum of");
    }
    return STR("");
}

/* Where it stands: clause and tier, entry. */
static struct str origin(struct why_writer *w, const struct why *why)
{
    struct str clause = clause_name(w->arena, why->term);
    struct str text = STR("");
    if (clause.len && why->tier)
        text = str_format(w->arena, "  %.*s tier %.*s", STR_ARG(clause), STR_ARG(why->tier->path));
    else if (clause.len)
        text = str_format(w->arena, "  %.*s", STR_ARG(clause));
    if (why->op != WHY_LEAF || why->entry == INDEX_NONE) return text;
    const struct entry *e = document_entry(w->pact->doc, why->entry);
    struct str name = entry_name(w->arena, w->pact->doc, why->entry);
    struct str words = sources_text(w->pact->doc->sources, (struct span){e->at, e->len});
    const char *end = memchr(words.ptr, '\n', words.len);
    if (end) words.len = (size_t)(end - words.ptr);
    struct str body = str_slice(words, 11, words.len);
    return str_format(w->arena, "%.*s  %.*s: %.*s", STR_ARG(text), STR_ARG(name), STR_ARG(body));
}

static void put_node(struct why_writer *w, const struct why *why, uint32_t depth, bool basis)
{
    struct str amount =
        why->amount.len ? amount_of_exact(w->arena, why->amount, w->pact->digits) : STR("");
    struct str line = formula(w, why), from = origin(w, why);
    for (uint32_t i = 0; i < depth; i++) put(w, STR("  "));
    if (basis) put(w, w->lang == LANG_ZH ? STR("依据 ") : STR("basis "));
    if (why->note.len) put(w, str_format(w->arena, "%.*s ", STR_ARG(why->note)));
    put(w, amount);
    put(w, line);
    put(w, from);
    put(w, STR("\n"));
    for (uint32_t i = 0; i < why->basis_count; i++) put_node(w, why->basis[i], depth + 2, true);
    for (uint32_t i = 0; i < why->child_count; i++) put_node(w, why->children[i], depth + 1, false);
}

struct str report_why(struct arena *a, const struct pact *p, const struct why *why,
                      enum language lang)
{
    struct why_writer w = {.arena = a, .pact = p, .lang = lang};
    put_node(&w, why, 0, false);
    return (struct str){w.text, w.len};
}
