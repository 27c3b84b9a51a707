/* Texts of an agreement that stand in one language only, where others stand in both. */
#include "base/utf8.h"
#include "review/gaps_inside.h"

struct languages {
    const struct silent_on *s;
    bool any;             /* some text has its Chinese */
    struct names without; /* English ones that have none */
    const struct term *first;
};

static bool is_chinese(struct str text)
{
    size_t size;
    for (size_t at = 0; at < text.len; at += size)
        if (utf8_is_han(utf8_decode(text, at, &size))) return true;
    return false;
}

/* What is printed of a statement in words of its own. */
static bool has_words(enum form form)
{
    static const enum form forms[] = {F_ALLIANCE, F_A_GOAL,   F_PARTY,   F_P_SIGNS,
                                      F_BODY,     F_FUND,     F_STAKES,  F_J_MILESTONE,
                                      F_PROJECT,  F_COVENANT, F_DISPUTE, F_EXAMPLE};
    for (size_t i = 0; i < ARRAY_LEN(forms); i++)
        if (form == forms[i]) return true;
    return false;
}

static const struct term *chinese_line(const struct term *t)
{
    static const enum form forms[] = {F_A_ZH, F_P_ZH, F_B_ZH, F_F_ZH, F_J_ZH, F_X_ZH, F_WORDS_ZH};
    for (size_t i = 0; i < ARRAY_LEN(forms); i++)
        if (find_line(t, forms[i])) return find_line(t, forms[i]);
    return NULL;
}

/* "1.1 (lighthouse)", "G1", "8.4", "article 3". */
static struct str place_of(const struct languages *l, const struct term *t)
{
    struct arena *a = l->s->p->arena;
    const struct bind *name = term_bind(t, ROLE_name);
    struct str text = name ? pact_word(l->s->p, (uint32_t)name->a) : STR("");
    if (t->form == F_P_SIGNS) return place_of(l, t->parent);
    if (t->form == F_ARTICLE || t->form == F_AMEND_ARTICLE)
        return str_format(a, l->s->p->diags->lang == LANG_ZH ? "第 %u 条" : "article %u",
                          t->article);
    if (!t->clause) return text;
    struct str clause = pact_clause(a, t);
    return text.len ? str_format(a, "%.*s (%.*s)", STR_ARG(clause), STR_ARG(text)) : clause;
}

/* What is printed of a statement: its text; of a table of stakes and a milestone their names. */
static struct str words_of(const struct languages *l, const struct term *t)
{
    const struct bind *text = term_bind(t, ROLE_text);
    if (text) return bind_text(l->s->p->arena, l->s->p->doc->sources, text);
    bool named = t->form == F_STAKES || t->form == F_J_MILESTONE;
    return named ? pact_word(l->s->p, term_word(t, ROLE_name)) : STR("");
}

static void look_at(struct languages *l, const struct term *t)
{
    bool has_zh = term_bind(t, ROLE_zh) || chinese_line(t);
    struct str words = words_of(l, t);
    l->any = l->any || has_zh;
    if (has_zh || !words.len || is_chinese(words)) return;
    if (!l->first) l->first = t;
    names_add(&l->without, place_of(l, t));
}

static void look_below(struct languages *l, const struct term *t)
{
    look_at(l, t);
    for (const struct term *c = t->first; c; c = c->next)
        if (has_words((enum form)c->form)) look_below(l, c);
}

void check_languages(const struct silent_on *s, struct diags *diags)
{
    struct languages l = {.s = s};
    l.without = (struct names){.arena = s->p->arena, .diags = diags, .list = STR("")};
    look_below(&l, s->p->head);
    for (size_t i = 0; i < s->now->text_count; i++) look_below(&l, s->now->texts[i]->term);
    if (l.any && l.first) DIAG_REPORT(diags, N153, l.first->span, names_text(&l.without));
}
