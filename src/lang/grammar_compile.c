/* Compiles the tables of words and forms into programs for the matcher and the formatter. */
#include "lang/grammar.h"

#include <string.h>

struct keyword_row {
    const char *english, *tag, *chinese, *meaning;
};

static const struct keyword_row keyword_rows[] = {
#define KEYWORD(english, tag, chinese, meaning) {english, tag, chinese, meaning},
#include "lang/keyword_table.h"
#undef KEYWORD
};

struct set_row {
    const char *name, *words;
};

static const struct set_row set_rows[] = {
#define CHOICES(name, words) {#name, words},
#define PHRASE(name, en, zh)
#define FORM(id, block, opens, en, zh)
#include "lang/form_table.h"
#undef CHOICES
#undef PHRASE
#undef FORM
};

struct phrase_row {
    enum phrase phrase;
    const char *en, *zh;
};

static const struct phrase_row phrase_rows[] = {
#define CHOICES(name, words)
#define PHRASE(name, en, zh) {PHRASE_##name, en, zh},
#define FORM(id, block, opens, en, zh)
#include "lang/form_table.h"
#undef CHOICES
#undef PHRASE
#undef FORM
};

struct form_text {
    const char *name;
    enum block block, opens;
    const char *en, *zh;
};

static const struct form_text form_texts[FORM_COUNT] = {
#define CHOICES(name, words)
#define PHRASE(name, en, zh)
#define FORM(id, block, opens, en, zh) [F_##id] = {#id, BLOCK_##block, BLOCK_##opens, en, zh},
#include "lang/form_table.h"
#undef CHOICES
#undef PHRASE
#undef FORM
};

static const char *const phrase_names[PHRASE_COUNT] = {
    [PHRASE_NAMED_SHARE] = "NAMED_SHARE",
    [PHRASE_NAMED_PART] = "NAMED_PART",
    [PHRASE_FUNDED_SHARE] = "FUNDED_SHARE",
    [PHRASE_MAYBE_SHARE] = "MAYBE_SHARE",
    [PHRASE_RECIPIENT] = "RECIPIENT",
    [PHRASE_MEASURE] = "MEASURE",
    [PHRASE_WEIGHTED] = "WEIGHTED",
    [PHRASE_ADJUSTMENT] = "ADJUSTMENT",
    [PHRASE_BASIS] = "BASIS",
    [PHRASE_SCOPE] = "SCOPE",
    [PHRASE_TIER_AMOUNT] = "TIER_AMOUNT",
    [PHRASE_EACH_CAP] = "EACH_CAP",
    [PHRASE_MAJORITY] = "MAJORITY",
    [PHRASE_GROUP_MAJORITY] = "GROUP_MAJORITY",
    [PHRASE_DUES_ITEM] = "DUES_ITEM",
    [PHRASE_DUES_AMOUNT] = "DUES_AMOUNT",
    [PHRASE_EXPELLED_TERM] = "EXPELLED_TERM",
    [PHRASE_FACT] = "FACT",
};

/* How the patterns call the types of values. */
static const char *const type_names[VALUE_CHOICE] = {
    [VALUE_NAME] = "name",         [VALUE_PNAME] = "pname",       [VALUE_NEW] = "new",
    [VALUE_PNEW] = "pnew",         [VALUE_WORD] = "word",         [VALUE_NAMES] = "names",
    [VALUE_PATH] = "path",         [VALUE_TEXT] = "text",         [VALUE_MONEY] = "money",
    [VALUE_NUMBER] = "number",     [VALUE_INTEGER] = "integer",   [VALUE_SHARE] = "share",
    [VALUE_PART] = "part",         [VALUE_DATE] = "date",         [VALUE_DURATION] = "duration",
    [VALUE_MONTHDAY] = "monthday", [VALUE_CURRENCY] = "currency", [VALUE_ARTICLE] = "article",
    [VALUE_REF] = "ref",           [VALUE_DIGEST] = "digest",
};

/* ---- keywords ---- */

/* The compiler's own state: how a word leads to the keywords it spells. */
struct compiler {
    struct grammar *g;
    struct arena *arena;
    uint16_t *keyword_of_word; /* the newest of this English spelling, the first of a Chinese one */
    uint16_t *same_spelling;   /* by keyword: the next one with that English spelling */
    size_t word_capacity;
    const char *at; /* where the pattern is read */
};

static void add_spelling(struct compiler *c, uint32_t keyword, struct str text, enum language lang)
{
    struct keyword *k = &c->g->keywords[keyword];
    uint32_t word = words_intern(c->g->words, text);
    CHECK(word < c->word_capacity);
    size_t at = 0;
    while (k->words[at] != WORD_NONE) CHECK(++at < KEYWORD_SPELLINGS_MAX);
    k->words[at] = word;
    if (k->spelled[lang] == WORD_NONE) k->spelled[lang] = word;
    uint16_t known = c->keyword_of_word[word];
    if (known == keyword || (known && lang == LANG_ZH)) return;
    if (lang == LANG_EN) c->same_spelling[keyword] = known;
    c->keyword_of_word[word] = (uint16_t)keyword;
}

static void add_spellings(struct compiler *c, uint32_t keyword, const char *list,
                          enum language lang)
{
    while (*list) {
        size_t len = strcspn(list, "|");
        add_spelling(c, keyword, (struct str){list, len}, lang);
        list += len + (list[len] == '|');
    }
}

static uint32_t add_keyword(struct compiler *c, const struct keyword_row *row)
{
    struct grammar *g = c->g;
    CHECK(g->keyword_count < UINT16_MAX);
    uint32_t keyword = (uint32_t)g->keyword_count;
    struct keyword *k = ARENA_PUSH(c->arena, g->keywords, g->keyword_count, g->keyword_capacity);
    k->tag = row->tag;
    k->meaning = row->meaning;
    add_spellings(c, keyword, row->english, LANG_EN);
    add_spellings(c, keyword, row->chinese, LANG_ZH);
    return keyword;
}

/* The keyword a pattern names: "word", "word/tag" or a Chinese spelling, which is added where the
 * table has no row for it. */
static uint16_t find_keyword(struct compiler *c, struct str name)
{
    size_t slash = 0;
    while (slash < name.len && name.ptr[slash] != '/') slash++;
    struct str spelling = str_slice(name, 0, slash);
    struct str tag = str_slice(name, slash + 1, name.len);
    uint32_t word = words_find(c->g->words, spelling);
    uint16_t keyword = word == WORD_NONE ? 0 : c->keyword_of_word[word];
    bool chinese = (unsigned char)name.ptr[0] >= 0x80;
    if (keyword && chinese) {
        CHECK(c->g->keywords[keyword].spelled[LANG_ZH] == word); /* or another would be printed */
        return keyword;
    }
    for (; keyword; keyword = c->same_spelling[keyword])
        if (str_eq(str_from(c->g->keywords[keyword].tag), tag)) return keyword;
    CHECK(chinese);
    char *copy = arena_alloc(c->arena, spelling.len + 1);
    memcpy(copy, spelling.ptr, spelling.len);
    return (uint16_t)add_keyword(c, &(struct keyword_row){"", "", copy, "particle"});
}

/* ---- sets ---- */

static struct choice read_choice(struct compiler *c, struct str words)
{
    size_t plus = 0;
    while (plus < words.len && words.ptr[plus] != '+') plus++;
    struct choice choice = {.keywords = {find_keyword(c, str_slice(words, 0, plus)), 0}};
    if (plus < words.len)
        choice.keywords[1] = find_keyword(c, str_slice(words, plus + 1, words.len));
    return choice;
}

static uint16_t add_set(struct compiler *c, struct str words)
{
    struct choice *choices = NULL;
    size_t count = 0, capacity = 0;
    for (size_t at = 0; at <= words.len;) {
        size_t end = at;
        while (end < words.len && words.ptr[end] != '|') end++;
        *ARENA_PUSH(c->arena, choices, count, capacity) = read_choice(c, str_slice(words, at, end));
        at = end + 1;
    }
    struct grammar *g = c->g;
    *ARENA_PUSH(c->arena, g->sets, g->set_count, g->set_capacity) =
        (struct choice_list){choices, (uint32_t)count};
    return (uint16_t)(g->set_count - 1);
}

static uint16_t find_set(struct compiler *c, struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(set_rows); i++)
        if (str_eq(str_from(set_rows[i].name), name)) return (uint16_t)i;
    return add_set(c, name);
}

/* ---- patterns ---- */

static struct op *emit(struct compiler *c, enum op_kind kind, enum role role, uint16_t arg)
{
    struct op *op = ARENA_PUSH(c->arena, c->g->ops, c->g->op_count, c->g->op_capacity);
    *op = (struct op){.kind = (uint8_t)kind, .role = (uint8_t)role, .arg = arg};
    return op;
}

static enum role find_role(struct str name)
{
    for (size_t i = 1; i < ROLE_COUNT; i++)
        if (str_eq(str_from(role_name((enum role)i)), name)) return (enum role)i;
    UNREACHABLE("a role of role_table.h");
    return ROLE_NONE;
}

static void emit_typed(struct compiler *c, enum role role, struct str type)
{
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        if (str_eq(str_from(phrase_names[i]), type)) {
            (void)emit(c, OP_PHRASE, role, (uint16_t)i);
            return;
        }
    for (size_t i = 0; i < VALUE_CHOICE; i++)
        if (str_eq(str_from(type_names[i]), type)) {
            (void)emit(c, OP_VALUE, role, (uint16_t)i);
            return;
        }
    UNREACHABLE("a type of value or a phrase");
}

static uint16_t rank_in(struct compiler *c, enum role role, struct str word)
{
    uint16_t keyword = find_keyword(c, word);
    /* A guard names a word of the set that the same role has in the English pattern. */
    for (size_t i = 0; i < c->g->op_count; i++) {
        const struct op *op = &c->g->ops[i];
        if (op->kind != OP_CHOICE || op->role != role) continue;
        const struct choice_list *set = &c->g->sets[op->arg];
        for (uint32_t r = 0; r < set->count; r++)
            if (set->choices[r].keywords[0] == keyword) return (uint16_t)r;
    }
    UNREACHABLE("a guard names a word of a set");
    return 0;
}

static void emit_choice(struct compiler *c, enum role role, struct str set_name)
{
    uint16_t set = find_set(c, set_name); /* may add keywords, but emits nothing */
    (void)emit(c, OP_CHOICE, role, set);
}

/* {role:type} {role=SET} {role==word}, and with , or ; a list; at stands behind the brace. */
static void compile_value(struct compiler *c)
{
    size_t len = strcspn(c->at, "}");
    struct str body = {c->at, len};
    c->at += len + 1;
    bool clauses = str_ends_with(body, STR(";"));
    bool list = clauses || str_ends_with(body, STR(","));
    if (list) body.len--;
    size_t name_len = 0;
    while (body.ptr[name_len] != ':' && body.ptr[name_len] != '=') name_len++;
    enum role role = find_role(str_slice(body, 0, name_len));
    struct str rest = str_slice(body, name_len + 1, body.len);
    size_t at = c->g->op_count;
    if (list) (void)emit(c, OP_LIST, role, clauses);
    if (body.ptr[name_len] == ':')
        emit_typed(c, role, rest);
    else if (rest.ptr[0] == '=')
        (void)emit(c, OP_GUARD, role, rank_in(c, role, str_slice(rest, 1, rest.len)));
    else
        emit_choice(c, role, rest);
    if (list) c->g->ops[at].next = (uint32_t)c->g->op_count;
}

static void compile_sequence(struct compiler *c, const char *stop);

static void compile_body(struct compiler *c, enum op_kind kind, const char *stop)
{
    size_t at = c->g->op_count;
    (void)emit(c, kind, ROLE_NONE, 0);
    compile_sequence(c, stop);
    (void)emit(c, OP_END, ROLE_NONE, 0);
    c->g->ops[at].next = (uint32_t)c->g->op_count;
}

/* ( a | b ), and [ a | b ], which is an optional of branches. */
static void compile_branches(struct compiler *c, const char *stop)
{
    size_t at = c->g->op_count;
    (void)emit(c, OP_BRANCHES, ROLE_NONE, 0);
    for (;;) {
        compile_body(c, OP_BRANCH, stop);
        if (*c->at != '|') break;
        c->at++;
    }
    (void)emit(c, OP_END, ROLE_NONE, 0);
    c->g->ops[at].next = (uint32_t)c->g->op_count;
}

static bool has_bar(const char *at)
{
    int depth = 0;
    for (; *at; at++) {
        if (*at == '[' || *at == '(' || *at == '{') depth++;
        if (*at == ']' || *at == ')' || *at == '}') depth--;
        if (depth < 0) return false;
        if (depth == 0 && *at == '|') return true;
    }
    return false;
}

static void compile_optional(struct compiler *c)
{
    if (!has_bar(c->at)) {
        compile_body(c, OP_OPTIONAL, "]");
    } else {
        size_t at = c->g->op_count;
        (void)emit(c, OP_OPTIONAL, ROLE_NONE, 0);
        compile_branches(c, "|]");
        (void)emit(c, OP_END, ROLE_NONE, 0);
        c->g->ops[at].next = (uint32_t)c->g->op_count;
    }
    CHECK(*c->at == ']');
    c->at++;
}

static void compile_any_order(struct compiler *c)
{
    size_t at = c->g->op_count + 1;
    uint16_t place = 0;
    compile_body(c, OP_ANY_ORDER, ">");
    for (; c->g->ops[at].kind == OP_OPTIONAL; at = c->g->ops[at].next) c->g->ops[at].arg = place++;
    CHECK(place < 32 && c->g->ops[at].kind == OP_END);
}

static void compile_group(struct compiler *c, char open)
{
    c->at++;
    if (open == '[') {
        compile_optional(c);
    } else if (open == '(') {
        compile_branches(c, "|)");
        CHECK(*c->at++ == ')');
    } else if (open == '<') {
        compile_any_order(c);
        CHECK(*c->at++ == '>');
    } else {
        compile_value(c);
    }
}

/* Reads pattern elements up to a stop character (not consumed) or the end. */
static void compile_sequence(struct compiler *c, const char *stop)
{
    for (;;) {
        c->at += strspn(c->at, " ");
        if (*c->at == '\0' || strchr(stop, *c->at)) return;
        if (strchr("[(<{", *c->at)) {
            compile_group(c, *c->at);
        } else if (*c->at == ',') {
            c->at++;
            (void)emit(c, OP_COMMA, ROLE_NONE, 0);
        } else if (*c->at == '~') {
            c->at++;
            (void)emit(c, OP_GLUE, ROLE_NONE, 0);
        } else {
            size_t len = strcspn(c->at, " []()<>{}|,");
            CHECK(len > 0);
            uint16_t keyword = find_keyword(c, (struct str){c->at, len});
            (void)emit(c, OP_KEYWORD, ROLE_NONE, keyword);
            c->at += len;
        }
    }
}

static const char dated_tail[] =
    "[{remark:text}] [file/evidence {evidence:text} {digest:digest}] [by/motion {motion:name}]";

/* The op behind one, whatever the one holds. */
static uint32_t next_op(const struct grammar *g, uint32_t pc)
{
    return g->ops[pc].next ? g->ops[pc].next : pc + 1;
}

static void mark_last_options(struct grammar *g, uint32_t start)
{
    uint32_t from = start;
    for (uint32_t pc = start; g->ops[pc].kind != OP_END; pc = next_op(g, pc))
        if (g->ops[pc].kind != OP_OPTIONAL) from = next_op(g, pc);
    for (uint32_t pc = from; g->ops[pc].kind != OP_END; pc = next_op(g, pc))
        g->ops[pc].role = OPTIONS_ONLY;
}

static uint32_t compile_pattern(struct compiler *c, struct str text, bool dated)
{
    uint32_t start = (uint32_t)c->g->op_count;
    c->at = str_copy(c->arena, text).ptr;
    compile_sequence(c, "");
    if (dated) {
        c->at = dated_tail;
        compile_sequence(c, "");
    }
    (void)emit(c, OP_END, ROLE_NONE, 0);
    mark_last_options(c->g, start);
    return start;
}

static size_t find_bars(const char *text)
{
    const char *bars = strstr(text, "||");
    return bars ? (size_t)(bars - text) : strlen(text);
}

static void compile_rule(struct compiler *c, struct rule *rule, const char *en, const char *zh,
                         bool dated)
{
    rule->variants[rule->variant_count++] = compile_pattern(c, str_from(en), dated);
    while (*zh) {
        CHECK(rule->variant_count < VARIANTS_MAX);
        size_t len = find_bars(zh);
        rule->variants[rule->variant_count++] = compile_pattern(c, (struct str){zh, len}, dated);
        zh += len + (zh[len] ? 2 : 0);
    }
}

static void compile_phrases(struct compiler *c)
{
    struct grammar *g = c->g;
    for (size_t i = 0; i < ARRAY_LEN(phrase_rows); i++) g->phrase_rows[phrase_rows[i].phrase]++;
    size_t filled[PHRASE_COUNT] = {0};
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        g->phrases[i] = ARENA_ARRAY(c->arena, struct rule, g->phrase_rows[i]);
    for (size_t i = 0; i < ARRAY_LEN(phrase_rows); i++) {
        const struct phrase_row *row = &phrase_rows[i];
        size_t rank = filled[row->phrase]++;
        g->phrases[row->phrase][rank].rank = (uint8_t)rank;
        compile_rule(c, &g->phrases[row->phrase][rank], row->en, row->zh, false);
    }
}

/* ---- which forms a statement can be ---- */

static void add_candidate(struct compiler *c, uint32_t *head, struct candidate candidate)
{
    struct grammar *g = c->g;
    while (*head) head = &g->candidates[*head].next;
    *head = (uint32_t)g->candidate_count;
    *ARENA_PUSH(c->arena, g->candidates, g->candidate_count, g->candidate_capacity) = candidate;
}

/* Under the spellings of a keyword in one language. */
static void index_keyword(struct compiler *c, uint32_t *heads, uint32_t keyword, enum language lang,
                          struct candidate candidate)
{
    const struct keyword *k = &c->g->keywords[keyword];
    for (size_t i = 0; i < KEYWORD_SPELLINGS_MAX && k->words[i] != WORD_NONE; i++) {
        bool chinese = (unsigned char)words_text(c->g->words, k->words[i]).ptr[0] >= 0x80;
        if (chinese == (lang == LANG_ZH)) add_candidate(c, &heads[k->words[i]], candidate);
    }
}

static bool index_op(struct compiler *c, uint32_t *heads, const struct op *op, enum language lang,
                     struct candidate candidate)
{
    if (op->kind == OP_KEYWORD) {
        index_keyword(c, heads, op->arg, lang, candidate);
        return true;
    }
    if (op->kind != OP_CHOICE) return false;
    const struct choice_list set = c->g->sets[op->arg];
    for (uint32_t i = 0; i < set.count; i++)
        index_keyword(c, heads, set.choices[i].keywords[0], lang, candidate);
    return true;
}

static void index_variant(struct compiler *c, enum form form, uint32_t variant, enum language lang)
{
    struct grammar *g = c->g;
    const struct form_row *row = &g->forms[form];
    struct candidate candidate = {.form = form, .program = row->rule.variants[variant]};
    const struct op *op = &g->ops[candidate.program];
    if (index_op(c, g->by_first[row->block], op, lang, candidate)) return;
    if (op->kind == OP_VALUE && op->arg <= VALUE_PNEW &&
        index_op(c, g->by_second[row->block], op + 1, lang, candidate))
        return;
    if (lang == LANG_EN) add_candidate(c, &g->others[row->block], candidate);
}

/* A Chinese word leads to the Chinese variants first, and last to the English order. */
static void index_forms(struct compiler *c)
{
    for (uint32_t f = 1; f < FORM_COUNT; f++) {
        uint32_t count = c->g->forms[f].rule.variant_count;
        for (uint32_t v = 0; v < count; v++) index_variant(c, (enum form)f, v, LANG_EN);
        for (uint32_t v = 1; v <= count; v++) index_variant(c, (enum form)f, v % count, LANG_ZH);
    }
}

/* Whether the ops from one on declare a name. */
static bool has_new_name(const struct grammar *g, size_t pc)
{
    for (; pc < g->op_count; pc++)
        if (g->ops[pc].kind == OP_VALUE &&
            (g->ops[pc].arg == VALUE_NEW || g->ops[pc].arg == VALUE_PNEW))
            return true;
    return false;
}

static void compile_forms(struct compiler *c)
{
    struct grammar *g = c->g;
    for (uint32_t f = 1; f < FORM_COUNT; f++) {
        const struct form_text *text = &form_texts[f];
        size_t from = g->op_count;
        g->forms[f] =
            (struct form_row){.name = text->name, .block = text->block, .opens = text->opens};
        compile_rule(c, &g->forms[f].rule, text->en, text->zh, text->block == BLOCK_DATED);
        g->forms[f].declares = has_new_name(g, from);
    }
    size_t words = g->words->count;
    for (size_t b = 0; b < BLOCK_COUNT; b++) {
        g->by_first[b] = ARENA_ARRAY(c->arena, uint32_t, words);
        g->by_second[b] = ARENA_ARRAY(c->arena, uint32_t, words);
    }
    (void)ARENA_PUSH(c->arena, g->candidates, g->candidate_count, g->candidate_capacity);
    index_forms(c);
}

/* A keyword with the tag "name" may be the name of anything all the same. */
static void flag_keywords(struct grammar *g)
{
    g->words->keyword_count = (uint32_t)g->words->count;
    for (size_t k = 1; k < g->keyword_count; k++)
        for (size_t i = 0; i < KEYWORD_SPELLINGS_MAX; i++) {
            uint32_t word = g->keywords[k].words[i];
            if (word != WORD_NONE && strcmp(g->keywords[k].tag, "name") != 0)
                g->words->list[word].flags |= WORD_KEYWORD;
        }
}

#define KEYWORD_WORDS_MAX 2048

struct grammar *grammar_new(struct arena *arena, struct words *words)
{
    CHECK(words->count == 1);
    struct grammar *g = ARENA_NEW(arena, struct grammar);
    g->words = words;
    struct compiler c = {.g = g, .arena = arena, .word_capacity = KEYWORD_WORDS_MAX};
    c.keyword_of_word = ARENA_ARRAY(arena, uint16_t, KEYWORD_WORDS_MAX);
    c.same_spelling = ARENA_ARRAY(arena, uint16_t, KEYWORD_WORDS_MAX);
    (void)ARENA_PUSH(arena, g->keywords, g->keyword_count, g->keyword_capacity); /* no keyword */
    for (size_t i = 0; i < ARRAY_LEN(keyword_rows); i++) (void)add_keyword(&c, &keyword_rows[i]);
    for (size_t i = 0; i < ARRAY_LEN(set_rows); i++) (void)add_set(&c, str_from(set_rows[i].words));
    g->keyword_at = find_keyword(&c, STR("at"));
    g->keyword_days = find_keyword(&c, STR("days"));
    g->keyword_months = find_keyword(&c, STR("months"));
    g->keyword_years = find_keyword(&c, STR("years"));
    g->keyword_yuan = find_keyword(&c, STR("yuan"));
    g->keyword_effective = find_keyword(&c, STR("effective"));
    g->keyword_by_doer = find_keyword(&c, STR("by/doer"));
    g->keyword_by_motion = find_keyword(&c, STR("by/motion"));
    (void)emit(&c, OP_END, ROLE_NONE, 0); /* no program stands at 0 */
    compile_phrases(&c);
    compile_forms(&c);
    flag_keywords(g);
    return g;
}
