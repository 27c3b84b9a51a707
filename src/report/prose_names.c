/* Prose: what names stand for, and the texts of statements. */
#include "report/prose_inside.h"

#include "report/names.h"

/* ---- texts ---- */

bool prose_is_name(enum form form)
{
    static const uint8_t forms[] = {F_A_ZH, F_WORDS_ZH, F_P_ZH, F_B_ZH,
                                    F_F_ZH, F_J_ZH,     F_X_ZH, F_RULE_ZH};
    for (size_t i = 0; i < ARRAY_LEN(forms); i++)
        if (forms[i] == form) return true;
    return false;
}

/* The text in Chinese that stands beside the text of a statement, or NULL. */
static const struct bind *chinese_text(const struct term *t)
{
    for (const struct term *c = t->first; c; c = c->next)
        if (prose_is_name(c->form)) return term_bind(c, ROLE_text);
    return term_bind(t, ROLE_zh);
}

static struct str text_of(const struct prose *p, const struct bind *b)
{
    return b ? bind_text(p->arena, p->doc->sources, b) : STR("");
}

struct str prose_text(const struct prose *p, const struct term *t)
{
    const struct bind *chinese = p->lang == LANG_ZH ? chinese_text(t) : NULL;
    struct str text = text_of(p, chinese);
    return text.len ? text : text_of(p, term_bind(t, ROLE_text));
}

struct str prose_other_text(const struct prose *p, const struct term *t)
{
    struct str chinese = text_of(p, chinese_text(t)), text = text_of(p, term_bind(t, ROLE_text));
    if (chinese.len == 0 || str_eq(chinese, text)) return STR("");
    return p->lang == LANG_ZH ? text : chinese;
}

/* ---- titles ---- */

/* Titles of the things of one kind, and the words of their names. */
struct title_list {
    struct str *titles;
    uint32_t *words;
    size_t count;
};

static struct title_list new_titles(const struct prose *p, size_t count)
{
    return (struct title_list){ARENA_ARRAY(p->arena, struct str, count),
                               ARENA_ARRAY(p->arena, uint32_t, count), 0};
}

static void add_title(const struct prose *p, struct title_list *list, uint32_t word,
                      const struct term *t)
{
    list->titles[list->count] = t ? prose_text(p, t) : STR("");
    list->words[list->count++] = word;
}

static void set_title(const struct prose *p, struct title_list *list, uint32_t index,
                      const struct term *t)
{
    if (index != INDEX_NONE) list->titles[index] = prose_text(p, t);
}

struct title_lists {
    struct title_list parties, projects, funds, bodies;
    struct str *stakes; /* by table of stakes; empty: its name */
};

/* A table of stakes has its own name, and one in Chinese where the text has it. */
static void set_stakes(const struct prose *p, struct title_lists *all, const struct term *t)
{
    uint32_t stakes = pact_find_in(p->pact, NAMES_STAKES, term_word(t, ROLE_name));
    const struct bind *zh = p->lang == LANG_ZH ? term_bind(t, ROLE_zh) : NULL;
    if (stakes != INDEX_NONE && zh) all->stakes[stakes] = text_of(p, zh);
}

/* A thing is called as the text in force declares it, whatever an older one said. */
static void set_titles(const struct prose *p, struct title_lists *all, const struct term *t)
{
    const struct pact *pact = p->pact;
    uint32_t word = term_word(t, ROLE_name);
    switch ((int)t->form) {
    case F_PARTY: set_title(p, &all->parties, pact_find(pact, THING_PARTY, word), t); break;
    case F_PROJECT: set_title(p, &all->projects, pact_find(pact, THING_PROJECT, word), t); break;
    case F_FUND: set_title(p, &all->funds, pact_find_in(pact, NAMES_FUND, word), t); break;
    case F_STAKES: set_stakes(p, all, t); break;
    case F_BODY: set_title(p, &all->bodies, pact_find(pact, THING_BODY, word), t); break;
    default: break;
    }
}

/* What has no title is called by its name; what shares one with another, by both. */
static struct str *tell_apart(const struct prose *p, struct title_list *list)
{
    bool *twice = ARENA_ARRAY(p->arena, bool, list->count);
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < i && list->titles[i].len; j++)
            if (str_eq(list->titles[i], list->titles[j])) twice[i] = twice[j] = true;
    for (size_t i = 0; i < list->count; i++) {
        struct str *title = &list->titles[i], name = words_text(p->doc->words, list->words[i]);
        if (title->len == 0)
            *title = name;
        else if (twice[i])
            *title = str_format(p->arena, p->lang == LANG_ZH ? "%.*s（%.*s）" : "%.*s (%.*s)",
                                STR_ARG(*title), STR_ARG(name));
    }
    return list->titles;
}

void prose_init(struct prose *p, struct arena *arena, const struct document *doc,
                enum language lang)
{
    *p = (struct prose){.arena = arena, .doc = doc, .lang = lang};
}

void prose_know(struct prose *p, const struct pact *pact, const struct term *const *terms,
                size_t count)
{
    p->pact = pact;
    struct title_lists all = {new_titles(p, pact->party_count), new_titles(p, pact->project_count),
                              new_titles(p, pact->fund_count), new_titles(p, pact->body_count),
                              ARENA_ARRAY(p->arena, struct str, pact->stakes_count)};
    for (size_t i = 0; i < pact->party_count; i++)
        add_title(p, &all.parties, pact->parties[i].word, pact->parties[i].term);
    for (size_t i = 0; i < pact->project_count; i++)
        add_title(p, &all.projects, pact->projects[i].word, pact->projects[i].term);
    for (size_t i = 0; i < pact->fund_count; i++)
        add_title(p, &all.funds, pact->funds[i].word, pact->funds[i].term);
    for (size_t i = 0; i < pact->body_count; i++)
        add_title(p, &all.bodies, pact->bodies[i].word, pact->bodies[i].term);
    for (size_t i = 0; i < count; i++)
        for (const struct term *t = terms[i]->first; t; t = t->next) set_titles(p, &all, t);
    struct prose_titles *titles = ARENA_NEW(p->arena, struct prose_titles);
    *titles =
        (struct prose_titles){tell_apart(p, &all.parties), tell_apart(p, &all.projects),
                              tell_apart(p, &all.funds), tell_apart(p, &all.bodies), all.stakes};
    p->titles = titles;
}

struct str prose_party(const struct prose *p, uint32_t party)
{
    return p->titles->parties[party];
}

/* ---- names ---- */

static struct str quoted(const struct prose *p, struct str s)
{
    return str_format(p->arena, "“%.*s”", STR_ARG(s));
}

/* Parties and bodies by their titles, projects in quotes, all else by its name. */
static struct str common_name(const struct prose *p, uint32_t word)
{
    struct named thing = pact_named(p->pact, NAMES_COMMON, word);
    switch ((enum thing)thing.thing) {
    case THING_PARTY: return p->titles->parties[thing.index];
    case THING_BODY: return p->titles->bodies[thing.index];
    case THING_PROJECT: return quoted(p, p->titles->projects[thing.index]);
    case THING_NONE:
    case THING_GROUP:
    case THING_MOTION:
    case THING_RESULT:
    case THING_LICENCE: break;
    }
    return words_text(p->doc->words, word);
}

struct str prose_name(const struct prose *p, enum role role, uint32_t word)
{
    struct str name = words_text(p->doc->words, word);
    if (role == ROLE_game || role == ROLE_score || (role == ROLE_stakes && !p->pact))
        return quoted(p, name);
    if (!p->pact) return name;
    if (role == ROLE_stakes) {
        uint32_t stakes = pact_find_in(p->pact, NAMES_STAKES, word);
        bool titled = stakes != INDEX_NONE && p->titles->stakes[stakes].len;
        return quoted(p, titled ? p->titles->stakes[stakes] : name);
    }
    if (role == ROLE_fund) {
        uint32_t fund = pact_find_in(p->pact, NAMES_FUND, word);
        return quoted(p, fund == INDEX_NONE ? name : p->titles->funds[fund]);
    }
    return common_name(p, word);
}

/* ---- covenants ---- */

static const struct {
    const char *names, *texts[2];
} covenants[] = {
#define COVENANT(id, names, part, en, zh) {names, {en, zh}},
#include "review/covenant_table.h"
#undef COVENANT
};

struct str prose_matter(const struct prose *p, struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(covenants); i++)
        if (str_is_among(name, covenants[i].names)) return str_from(covenants[i].texts[p->lang]);
    return name;
}
