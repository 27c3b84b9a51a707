/* Judging rules. */
#include "review/pack.h"

#include "review/finders.h"

#define NAMED_MAX 3u /* members, projects … that a sentence names */

/* A condition of a rule at work. */
struct asked {
    const struct term *term;
    const struct bind *fact; /* PHRASE_FACT */
    enum fact_of of;
    const struct fact_row *row; /* of a word; NULL: a covenant or decision */
};

static enum language lang_of(const struct review *r)
{
    return r->diags->lang;
}

static struct str lang_text(const struct review *r, const char *en, const char *zh)
{
    return diags_word(r->diags, en, zh);
}

/* ---- one fact ---- */

static struct found look(const struct review *r, const struct asked *q, uint32_t index)
{
    if (q->row) return fact_look(&r->facts, q->row, index);
    if (q->fact->rank == FACT_COVENANT)
        return fact_covenant(&r->facts, term_word_in(q->term, q->fact, ROLE_covenant));
    const struct bind *matter = term_bind_in(q->term, q->fact, ROLE_matter);
    return matter
               ? fact_decision(&r->facts, matter->rank, WORD_NONE)
               : fact_decision(&r->facts, INDEX_NONE, term_word_in(q->term, q->fact, ROLE_subject));
}

/* What a fact is called, and how it is written: "`liable` (liable NAME)". */
static struct str fact_words(const struct review *r, const struct asked *q)
{
    struct arena *a = r->facts.arena;
    bool zh = lang_of(r) == LANG_ZH;
    if (q->row)
        return str_format(a, zh ? "“%s”（%s）" : "`%s` (%s)", q->row->name[lang_of(r)],
                          q->row->write[lang_of(r)]);
    if (q->fact->rank == FACT_COVENANT) {
        struct str name = pact_word(r->facts.pact, term_word_in(q->term, q->fact, ROLE_covenant));
        return str_format(a, zh ? "约定 %.*s “…”" : "covenant %.*s \"…\"", STR_ARG(name));
    }
    const struct bind *bind = term_bind_in(q->term, q->fact, ROLE_matter);
    struct str matter = pact_matter_text(
        r->facts.pact, bind ? bind->rank : INDEX_NONE,
        bind ? WORD_NONE : term_word_in(q->term, q->fact, ROLE_subject), lang_of(r));
    return str_format(a, zh ? "决议 %.*s 由 机构" : "decide %.*s by BODY", STR_ARG(matter));
}

/* Finds the fact that is asked for. Reports one that is not known and returns false. */
static bool find_asked(const struct review *r, struct asked *q)
{
    if (q->fact->rank != FACT_WORD) return true;
    const struct bind *word = term_bind_in(q->term, q->fact, ROLE_what);
    struct str name = pact_word(r->facts.pact, (uint32_t)word->a);
    q->row = fact_find(q->of, name);
    if (q->row) return true;
    struct diag *d = DIAG_REPORT(r->diags, E430, bind_span(word), name);
    if (d) d->suggestion = fact_nearest(r->facts.arena, q->of, name, lang_of(r));
    return false;
}

/* ---- conditions ---- */

static void keep_shown(struct rule_result *out, const struct found *found)
{
    if (!out->shown && out->entry == INDEX_NONE) {
        out->shown = found->term;
        out->entry = found->term ? INDEX_NONE : found->entry;
    }
}

static void lacks(const struct review *r, struct rule_result *out, struct str what)
{
    struct str mark = lang_text(r, "; ", "；");
    out->outcome = RULE_NOT_MET;
    if (out->missing.len == 0) mark = STR("");
    out->missing = str_format(r->facts.arena, "%.*s%.*s%.*s", STR_ARG(out->missing), STR_ARG(mark),
                              STR_ARG(what));
}

/* The bound of `alliance has`, NULL where it has none. */
static const struct bind *bound_of(const struct term *t, enum role *role_out)
{
    static const enum role roles[] = {ROLE_least, ROLE_strict, ROLE_most};
    for (size_t i = 0; i < ARRAY_LEN(roles); i++) {
        const struct bind *b = term_bind(t, roles[i]);
        *role_out = roles[i];
        if (b) return b;
    }
    return NULL;
}

static bool holds(struct found found, enum role role, struct ratio bound)
{
    int order = ratio_compare(found.amount, bound);
    if (found.unknown) return false;
    return role == ROLE_least ? order >= 0 : role == ROLE_strict ? order > 0 : order <= 0;
}

/* "at least 2: `members` (…); there is 1" */
static struct str bound_words(const struct review *r, const struct asked *q,
                              const struct found *found, const struct bind *bound, enum role role)
{
    struct arena *a = r->facts.arena;
    struct str limit = sources_text(r->facts.pact->doc->sources, bind_span(bound));
    struct str words = role == ROLE_least    ? lang_text(r, "at least", "不少于")
                       : role == ROLE_strict ? lang_text(r, "more than", "超过")
                                             : lang_text(r, "at most", "不超过");
    struct str is =
        str_format(a, "%lld/%lld", (long long)found->amount.num, (long long)found->amount.den);
    if (found->amount.den == 1) is = str_format(a, "%lld", (long long)found->amount.num);
    if (found->unknown) is = lang_text(r, "not known yet", "尚不可知");
    struct str fact = fact_words(r, q);
    return str_format(
        a, lang_of(r) == LANG_ZH ? "%.*s %.*s：%.*s，现为 %.*s" : "%.*s %.*s of %.*s, now %.*s",
        STR_ARG(words), STR_ARG(limit), STR_ARG(fact), STR_ARG(is));
}

static void judge_has(const struct review *r, const struct asked *q, struct rule_result *out)
{
    struct found found = look(r, q, 0);
    enum role role;
    struct ratio limit;
    const struct bind *bound = bound_of(q->term, &role);
    if (!bound) {
        if (found.amount.num)
            keep_shown(out, &found);
        else
            lacks(r, out, fact_words(r, q));
        return;
    }
    if (ratio_make(&limit, bound->a, bound->b) == OK && holds(found, role, limit))
        keep_shown(out, &found);
    else
        lacks(r, out, bound_words(r, q, &found, bound, role));
}

/* One of several facts is enough. */
static void judge_one_of(const struct review *r, struct asked q, struct rule_result *out)
{
    const struct bind *list = term_bind(q.term, ROLE_facts);
    struct str all = STR(""), mark = lang_text(r, " or ", " 或 ");
    bool known = true;
    for (q.fact = list_first(list); q.fact; q.fact = list_next(q.term, list, q.fact)) {
        q.row = NULL;
        if (!find_asked(r, &q)) {
            known = false;
            continue;
        }
        struct found found = look(r, &q, 0);
        if (found.amount.num) {
            keep_shown(out, &found);
            return;
        }
        struct str one = fact_words(r, &q);
        all = str_format(r->facts.arena, "%.*s%.*s%.*s", STR_ARG(all), all.len ? (int)mark.len : 0,
                         mark.ptr, STR_ARG(one));
    }
    if (known) lacks(r, out, all);
}

/* "`signature` (…) of cri, polytech and 3 more" */
static void judge_every(const struct review *r, const struct asked *q, struct rule_result *out)
{
    struct arena *a = r->facts.arena;
    struct str names = STR("");
    uint32_t missing = 0;
    for (uint32_t i = 0; i < fact_thing_count(&r->facts, q->of); i++) {
        if (!fact_thing_counts(&r->facts, q->of, i)) continue;
        struct found found = look(r, q, i);
        if (found.amount.num) {
            keep_shown(out, &found);
        } else if (missing++ < NAMED_MAX) {
            struct str name = fact_thing_name(&r->facts, q->of, i);
            struct str comma = lang_text(r, ", ", "、");
            names = str_format(a, "%.*s%.*s%.*s", STR_ARG(names), names.len ? (int)comma.len : 0,
                               comma.ptr, STR_ARG(name));
        }
    }
    if (!missing) return;
    struct str fact = fact_words(r, q);
    struct str more = STR("");
    if (missing > NAMED_MAX)
        more = str_format(a, lang_of(r) == LANG_ZH ? "等 %u 项" : " and %u more",
                          lang_of(r) == LANG_ZH ? missing : missing - NAMED_MAX);
    lacks(r, out,
          str_format(a, lang_of(r) == LANG_ZH ? "%.*s：%.*s%.*s" : "%.*s of %.*s%.*s",
                     STR_ARG(fact), STR_ARG(names), STR_ARG(more)));
}

static void judge(const struct review *r, const struct term *t, struct rule_result *out)
{
    const struct bind *thing = term_bind(t, ROLE_thing);
    struct asked q = {.term = t,
                      .fact = term_bind(t, ROLE_fact),
                      .of = thing ? (enum fact_of)thing->rank : FACT_OF_ALLIANCE};
    if (t->form == F_RULE_ONE_OF)
        judge_one_of(r, q, out);
    else if (!find_asked(r, &q))
        return;
    else if (t->form == F_RULE_HAS)
        judge_has(r, &q, out);
    else if (t->form == F_RULE_EVERY)
        judge_every(r, &q, out);
}

/* ---- rules ---- */

static bool is_condition(const struct term *t)
{
    return t->form == F_RULE_HAS || t->form == F_RULE_ONE_OF || t->form == F_RULE_EVERY;
}

/* Whether the rule applies: each `only where` is so. */
static bool applies(const struct review *r, const struct term *rule)
{
    for (const struct term *t = rule->first; t; t = t->next) {
        struct asked q = {.term = t, .of = FACT_OF_ALLIANCE};
        if (t->form != F_RULE_ONLY) continue;
        q.fact = term_bind(t, ROLE_fact);
        if (find_asked(r, &q) && look(r, &q, 0).amount.num == 0) return false;
    }
    return true;
}

static struct str text_of(const struct review *r, const struct term *t)
{
    return bind_text(r->facts.arena, r->facts.pact->doc->sources, term_bind(t, ROLE_text));
}

static void read_rule(const struct review *r, const struct term *rule, struct rule_result *out)
{
    *out =
        (struct rule_result){.rule = rule,
                             .name = pact_word(r->facts.pact, term_word(rule, ROLE_name)),
                             .title = text_of(r, rule),
                             .strength = (enum rule_strength)term_bind(rule, ROLE_strength)->rank,
                             .entry = INDEX_NONE};
    for (const struct term *t = rule->first; t; t = t->next) {
        if (t->form == F_RULE_ZH && lang_of(r) == LANG_ZH) out->title = text_of(r, t);
        if (t->form == F_RULE_BECAUSE) out->source = text_of(r, t);
    }
}

/* Where a rule that is not met is shown: at itself, or at the agreement where it is of a pack. */
static void report(const struct review *r, const struct rule_result *x, bool of_pack)
{
    const struct term *head = r->facts.pact->head;
    struct span at = of_pack && head ? head->span : x->rule->span;
    struct str source = x->source.len ? x->source : lang_text(r, "no source given", "未注明依据");
    if (x->strength == RULE_MAY)
        DIAG_REPORT(r->diags, N150, at, x->name, x->title, x->missing, source);
    else
        DIAG_REPORT(r->diags, F150, at, x->name, x->title, x->missing, source);
}

static void judge_rule(struct review *r, const struct term *rule, bool of_pack)
{
    struct rule_result *out = ARENA_PUSH(r->facts.arena, r->list, r->count, r->capacity);
    bool any = false;
    read_rule(r, rule, out);
    bool wanted = applies(r, rule);
    for (const struct term *t = rule->first; t; t = t->next) {
        if (!is_condition(t)) continue;
        any = true;
        judge(r, t, out);
    }
    if (!any) DIAG_REPORT(r->diags, E431, rule->span, out->name);
    if (!wanted) {
        out->outcome = RULE_NOT_APPLICABLE;
        out->missing = STR("");
    }
    if (out->outcome == RULE_NOT_MET) report(r, out, of_pack);
}

void review_init(struct review *r, struct fold *fold, struct diags *diags)
{
    *r = (struct review){.facts = {.arena = fold->arena, .fold = fold, .pact = fold->pact},
                         .diags = diags};
}

static bool is_rule(const struct term *t)
{
    return t->form == F_RULE || t->form == F_RULE_TOP;
}

void review_rules(struct review *r, const struct document *rules)
{
    bool of_pack = rules != r->facts.pact->doc;
    for (const struct term *t = rules->first; t; t = t->next) {
        if (is_rule(t)) judge_rule(r, t, of_pack);
        for (const struct term *c = t->form == F_ARTICLE ? t->first : NULL; c; c = c->next)
            if (is_rule(c)) judge_rule(r, c, of_pack);
    }
}

void review_check_pack(struct diags *diags, const struct document *pack, struct span start)
{
    bool any = false;
    for (const struct term *t = pack->first; t; t = t->next) {
        any = any || is_rule(t) || t->form == F_ARTICLE;
        if (t->form == F_ALLIANCE) DIAG_PLAIN(diags, E432, t->span);
        for (const struct term *c = t->form == F_ARTICLE ? t->first : NULL; c; c = c->next)
            if (!is_rule(c)) DIAG_PLAIN(diags, E432, c->span);
    }
    if (pack->entry_count) {
        const struct entry *e = document_entry(pack, 0);
        DIAG_PLAIN(diags, E432, span_make(e->at, e->len));
    }
    if (!any && !diags_has_errors(diags)) DIAG_PLAIN(diags, E433, start);
}
