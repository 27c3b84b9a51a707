/* See lang_generate.h. */
#include "lang_generate.h"

#include "lang/tree.h"

#include <string.h>

/* What stands first, so that there is a motion to cite. */
#define MOTION "M7"
#define PREAMBLE "2012-08-29 motion " MOTION " \"\" to council on stop\n"

void generator_init(struct generator *g, struct reader *r, uint64_t seed)
{
    *g = (struct generator){.r = r, .chance = seed};
    g->seen = ARENA_ARRAY(r->arena, uint8_t, r->g->op_count);
    reader_read(r, STR(PREAMBLE));
    CHECK(r->event_count == 1);
    g->preamble_event = r->events[0];
}

uint64_t generator_chance(struct generator *g, uint64_t below)
{
    g->chance += 0x9e3779b97f4a7c15u; /* splitmix64 */
    uint64_t z = g->chance;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

static bool one_in(struct generator *g, uint64_t n)
{
    return generator_chance(g, n) == 0;
}

#define PICK(g, array) (array)[generator_chance((g), ARRAY_LEN(array))]

/* ---- output ---- */

static void put(struct generator *g, struct str s)
{
    while (g->len + s.len > g->capacity)
        g->out = arena_grow_array(g->r->arena, g->out, 1, g->len, &g->capacity);
    if (s.len) memcpy(g->out + g->len, s.ptr, s.len);
    g->len += s.len;
}

static void put_event(struct generator *g, struct str s)
{
    while (g->events_len + s.len + 2 > g->events_capacity)
        g->events = arena_grow_array(g->r->arena, g->events, 1, g->events_len, &g->events_capacity);
    if (g->blank_waits && g->events_len) g->events[g->events_len++] = '\n';
    g->blank_waits = false;
    memcpy(g->events + g->events_len, s.ptr, s.len);
    g->events_len += s.len;
    g->events[g->events_len++] = '\n';
}

static void put_spaces(struct generator *g, size_t count)
{
    for (size_t i = 0; i < count; i++) put(g, STR(" "));
}

static bool is_wide(struct str s)
{
    return s.len && (unsigned char)s.ptr[0] >= 0x80;
}

/* Behind a number or a text a Chinese word needs no space, nor a text before it. */
static void put_gap(struct generator *g, struct str next)
{
    if (g->len == g->line_start) return;
    bool close = g->after_value ? is_wide(next) : next.len && next.ptr[0] == '"';
    if (close && one_in(g, 2)) return;
    put_spaces(g, one_in(g, 8) ? 1 + generator_chance(g, 3) : 1);
}

static void put_value(struct generator *g, struct str s)
{
    put_gap(g, s);
    put(g, s);
    g->after_value = true;
    g->run_words = 0;
}

static void put_name(struct generator *g, struct str s)
{
    put_gap(g, s);
    put(g, s);
    g->after_value = false;
    g->run_words = 0;
}

static bool is_keyword(const struct reader *r, struct str s)
{
    uint32_t word = words_find(&r->words, s);
    return word != WORD_NONE && words_is_keyword(&r->words, word);
}

static bool is_declared(const struct generator *g, struct str s)
{
    for (size_t i = 0; i < g->declared_count; i++)
        if (str_eq(g->declared[i], s)) return true;
    return false;
}

/* Whether a keyword may be written behind the others of the run without a space. */
static bool joins(const struct generator *g, struct str keyword)
{
    char run[256];
    size_t len = g->len - g->run_start;
    if (g->run_words == 0 || !is_wide(keyword) || len + keyword.len > sizeof run) return false;
    memcpy(run, g->out + g->run_start, len);
    memcpy(run + len, keyword.ptr, keyword.len);
    struct str whole = {run, len + keyword.len};
    uint32_t parts[64];
    return !is_keyword(g->r, whole) && !is_declared(g, whole) &&
           words_cut_run(&g->r->words, whole, parts, 64) == g->run_words + 1;
}

/* One of the spellings of a keyword in the language, or in the other where it has none. */
static struct str spelling(struct generator *g, uint32_t keyword)
{
    const struct keyword *k = &g->r->g->keywords[keyword];
    struct str fits[KEYWORD_SPELLINGS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < KEYWORD_SPELLINGS_MAX && k->words[i] != WORD_NONE; i++) {
        struct str s = words_text(&g->r->words, k->words[i]);
        if (is_wide(s) == (g->lang == LANG_ZH)) fits[count++] = s;
    }
    if (count == 0) return words_text(&g->r->words, k->words[0]);
    return fits[generator_chance(g, count)];
}

static void put_keyword(struct generator *g, uint32_t keyword)
{
    struct str s = spelling(g, keyword);
    if (one_in(g, 2) && joins(g, s)) {
        put(g, s);
        g->run_words++;
        return;
    }
    put_name(g, s);
    g->run_start = g->len - s.len;
    g->run_words = is_wide(s) ? 1 : 0;
}

static struct str comment(struct generator *g)
{
    static const char *const comments[] = {"#", "# a remark", "#2 is no entry", "#，“",
                                           "#  # ，备注"};
    return str_from(PICK(g, comments));
}

static void put_line_end(struct generator *g)
{
    put(g, STR("\n"));
    g->line_start = g->len;
    g->run_words = 0;
    g->after_value = false;
}

static void put_comma(struct generator *g)
{
    static const char *const commas[] = {",", "，", "、"};
    put(g, str_from(g->lang == LANG_ZH ? PICK(g, commas) : ","));
    g->run_words = 0;
    g->after_value = false;
    if (!one_in(g, 6)) {
        put(g, STR(" "));
        return;
    }
    for (uint64_t lines = generator_chance(g, 3); lines > 0; lines--) {
        if (one_in(g, 2)) {
            struct str text = comment(g);
            put_spaces(g, 2);
            put(g, text);
            put_event(g, text);
        }
        put_line_end(g);
        put_spaces(g, generator_chance(g, 5));
    }
    put_line_end(g);
    put_spaces(g, g->depth * 2 + 1 + generator_chance(g, 5));
    g->line_start = g->len;
}

/* ---- values ---- */

static struct bind *add_bind(struct generator *g, enum role role, enum value_type type, int64_t a,
                             int64_t b)
{
    struct reader *r = g->r;
    struct bind *bind = ARENA_PUSH(r->arena, g->binds, g->bind_count, g->bind_capacity);
    if (g->text_capacity < g->bind_capacity) {
        struct str *texts = ARENA_ARRAY(r->arena, struct str, g->bind_capacity);
        if (g->text_capacity) memcpy(texts, g->texts, g->text_capacity * sizeof *texts);
        g->texts = texts;
        g->text_capacity = g->bind_capacity;
    }
    *bind = (struct bind){.role = (uint8_t)role,
                          .type = (uint8_t)type,
                          .end = (uint32_t)g->bind_count,
                          .a = a,
                          .b = b};
    return bind;
}

static int64_t power_of_ten(uint64_t exponent)
{
    int64_t p = 1;
    while (exponent-- > 0) p *= 10;
    return p;
}

/* A number as it may be written: grouped or not. */
static struct str decimal(struct generator *g, int64_t mantissa, uint64_t scale)
{
    int64_t unit = power_of_ten(scale);
    struct str whole = str_format(g->r->arena, "%lld", (long long)(mantissa / unit));
    char grouped[32];
    size_t len = 0;
    bool group = one_in(g, 2);
    for (size_t i = 0; i < whole.len; i++) {
        if (group && i > 0 && (whole.len - i) % 3 == 0) grouped[len++] = ',';
        grouped[len++] = whole.ptr[i];
    }
    if (scale == 0) return str_format(g->r->arena, "%.*s", (int)len, grouped);
    return str_format(g->r->arena, "%.*s.%0*lld", (int)len, grouped, (int)scale,
                      (long long)(mantissa % unit));
}

static int64_t chance_mantissa(struct generator *g)
{
    return (int64_t)generator_chance(g, (uint64_t)power_of_ten(1 + generator_chance(g, 12)));
}

static void put_number(struct generator *g, enum role role, enum value_type type)
{
    bool integer = type == VALUE_INTEGER;
    int64_t mantissa = chance_mantissa(g);
    uint64_t scale = integer ? 0 : generator_chance(g, 5);
    if (integer) mantissa = 1 + mantissa % LIMIT_INTEGER_MAX;
    put_value(g, decimal(g, mantissa, scale));
    (void)add_bind(g, role, type, mantissa, power_of_ten(scale));
}

static void put_money(struct generator *g, enum role role)
{
    int64_t mantissa = chance_mantissa(g);
    uint64_t scale = generator_chance(g, 3);
    put_value(g, decimal(g, mantissa, scale));
    if (!one_in(g, 6)) {
        (void)add_bind(g, role, VALUE_MONEY, mantissa * power_of_ten(2 - scale), 0);
        return;
    }
    int64_t rate = 1 + (int64_t)generator_chance(g, 99999);
    put_name(g, STR("USD"));
    put_keyword(g, g->r->g->keyword_at);
    put_value(g, decimal(g, rate, 4));
    i128 product = (i128)mantissa * rate;
    int64_t unit = power_of_ten(2 + scale);
    (void)add_bind(g, role, VALUE_MONEY, (int64_t)((product + unit / 2) / unit), 0);
}

static void put_share(struct generator *g, enum role role)
{
    int64_t a = (int64_t)generator_chance(g, 1000);
    if (one_in(g, 3)) {
        int64_t b = 1 + (int64_t)generator_chance(g, 1000);
        put_value(g, str_format(g->r->arena, "%lld/%lld", (long long)a, (long long)b));
        (void)add_bind(g, role, VALUE_SHARE, a, b);
        return;
    }
    uint64_t scale = generator_chance(g, 3);
    struct str number = decimal(g, a, scale);
    put_value(g, str_format(g->r->arena, "%.*s%%", STR_ARG(number)));
    (void)add_bind(g, role, VALUE_SHARE, a, power_of_ten(scale + 2));
}

static struct str date_text(struct generator *g, date_t *out)
{
    char text[DATE_TEXT_BYTES];
    *out = date_from_civil((struct civil){.year = 1950 + (int)generator_chance(g, 150),
                                          .month = 1 + (int)generator_chance(g, 12),
                                          .day = 1 + (int)generator_chance(g, 28)});
    date_format(text, *out);
    return str_copy(g->r->arena, str_from(text));
}

static void put_date(struct generator *g, enum role role)
{
    date_t date;
    put_value(g, date_text(g, &date));
    (void)add_bind(g, role, VALUE_DATE, date, 0);
}

static void put_ref(struct generator *g, enum role role)
{
    date_t date;
    put_value(g, date_text(g, &date));
    int64_t n = 1 + (int64_t)generator_chance(g, 12);
    if (n > 1 || one_in(g, 2)) put(g, str_format(g->r->arena, " #%lld", (long long)n));
    (void)add_bind(g, role, VALUE_REF, date, n);
}

static void put_duration(struct generator *g, enum role role)
{
    const uint16_t units[] = {g->r->g->keyword_days, g->r->g->keyword_months,
                              g->r->g->keyword_years};
    size_t unit = generator_chance(g, 3);
    int64_t count = (int64_t)generator_chance(g, 120);
    put_value(g, str_format(g->r->arena, "%lld", (long long)count));
    put_keyword(g, units[unit]);
    (void)add_bind(g, role, VALUE_DURATION, count, (int64_t)unit);
}

static void put_month_day(struct generator *g, enum role role)
{
    int64_t month = 1 + (int64_t)generator_chance(g, 12);
    int64_t day = 1 + (int64_t)generator_chance(g, 28);
    (void)add_bind(g, role, VALUE_MONTHDAY, month, day);
    if (g->lang == LANG_ZH) {
        put_value(g, str_format(g->r->arena, "%lld月%lld日", (long long)month, (long long)day));
        return;
    }
    put_value(g, str_format(g->r->arena, "%lld", (long long)day));
    put_name(g, str_from(match_month_name(month)));
}

static void put_article(struct generator *g, enum role role)
{
    static const struct {
        int64_t number;
        const char *text;
    } articles[] = {{6, "第六条"},          {6, "第6条"},          {10, "第十条"},
                    {12, "第十二条"},       {20, "第二十条"},      {99, "第九十九条"},
                    {105, "第一百零五条"},  {110, "第一百一十条"}, {1234, "第1234条"},
                    {999, "第九百九十九条"}};
    size_t i = generator_chance(g, ARRAY_LEN(articles));
    put_name(g, str_from(articles[i].text));
    (void)add_bind(g, role, VALUE_ARTICLE, articles[i].number, 0);
}

static void put_text(struct generator *g, enum role role)
{
    static const char *const pieces[] = {"plain ", "涂料，", "# 3", "\\\"", "\\\\", "", ", by 3/4"};
    static const char *const decoded[] = {"plain ", "涂料，", "# 3", "\"", "\\", "", ", by 3/4"};
    bool chinese = one_in(g, 3);
    struct str raw = STR(""), meant = STR("");
    for (uint64_t n = generator_chance(g, 4); n > 0; n--) {
        size_t i = generator_chance(g, ARRAY_LEN(pieces));
        const char *piece = chinese && i == 3 && one_in(g, 2) ? "\"" : pieces[i];
        raw = str_format(g->r->arena, "%.*s%s", STR_ARG(raw), piece);
        meant = str_format(g->r->arena, "%.*s%s", STR_ARG(meant), decoded[i]);
    }
    put_value(g, str_format(g->r->arena, "%s%.*s%s", chinese ? "“" : "\"", STR_ARG(raw),
                            chinese ? "”" : "\""));
    (void)add_bind(g, role, VALUE_TEXT, 0, 0);
    g->texts[g->bind_count - 1] = meant;
}

static void put_digest(struct generator *g, enum role role)
{
    struct str digest =
        STR("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    put_name(g, digest);
    (void)add_bind(g, role, VALUE_DIGEST, 0, 0);
    g->texts[g->bind_count - 1] = digest;
}

/* ---- words ---- */

static struct str some_name(struct generator *g)
{
    static const char *const names[] = {"alpha", "beta-2", "x_1",  "Q3",  "a",
                                        "été",   "灯塔",   "海润", "甲2", "Über-流"};
    if (g->declared_count && one_in(g, 3)) {
        struct str s = g->declared[generator_chance(g, g->declared_count)];
        if (!is_keyword(g->r, s)) return s;
    }
    return str_from(PICK(g, names));
}

static struct str some_keyword(struct generator *g)
{
    uint32_t word = 1 + (uint32_t)generator_chance(g, g->r->words.keyword_count - 1);
    return words_text(&g->r->words, word);
}

static struct str new_name(struct generator *g)
{
    static const char *const cut[] = {"标准软件", "培训培训", "许可证独占"};
    if (one_in(g, 12)) return str_from(PICK(g, cut));
    return str_format(g->r->arena, one_in(g, 3) ? "新%u" : "n%u", ++g->names_made);
}

static void put_word(struct generator *g, enum role role, enum value_type type)
{
    bool declares = type == VALUE_NEW || type == VALUE_PNEW;
    bool any = type == VALUE_PNAME || type == VALUE_PNEW || type == VALUE_WORD;
    struct str s = declares ? new_name(g) : some_name(g);
    if (any && !g->plain_names && one_in(g, 5)) s = some_keyword(g);
    if (role == ROLE_motion) s = STR(MOTION);
    put_name(g, s);
    (void)add_bind(g, role, type, words_intern(&g->r->words, s), 0);
    if (declares && g->form != F_MOTION)
        *ARENA_PUSH(g->r->arena, g->declared, g->declared_now, g->declared_capacity) = s;
}

static void put_names(struct generator *g, enum role role)
{
    size_t list = g->bind_count;
    (void)add_bind(g, role, VALUE_LIST, 0, 0);
    for (uint64_t n = 1 + generator_chance(g, 3); n > 0; n--) put_word(g, role, VALUE_NAME);
    g->binds[list].end = (uint32_t)g->bind_count;
}

static void put_path(struct generator *g, enum role role)
{
    struct str project = some_name(g), milestone = some_name(g);
    put_name(g, str_format(g->r->arena, "%.*s.%.*s", STR_ARG(project), STR_ARG(milestone)));
    (void)add_bind(g, role, VALUE_PATH, words_intern(&g->r->words, project),
                   words_intern(&g->r->words, milestone));
}

static void put_currency(struct generator *g, enum role role)
{
    static const char *const codes[] = {"CNY", "EUR", "JPY", "KWD"};
    struct str code = str_from(PICK(g, codes));
    put_name(g, code);
    (void)add_bind(g, role, VALUE_CURRENCY, words_intern(&g->r->words, code), 0);
}

static void put_typed(struct generator *g, const struct op *op)
{
    enum role role = (enum role)op->role;
    switch ((enum value_type)op->arg) {
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD: put_word(g, role, (enum value_type)op->arg); return;
    case VALUE_NAMES: put_names(g, role); return;
    case VALUE_PATH: put_path(g, role); return;
    case VALUE_TEXT: put_text(g, role); return;
    case VALUE_MONEY: put_money(g, role); return;
    case VALUE_NUMBER:
    case VALUE_INTEGER: put_number(g, role, (enum value_type)op->arg); return;
    case VALUE_PART:
        if (one_in(g, 2))
            put_number(g, role, VALUE_NUMBER);
        else
            put_share(g, role);
        return;
    case VALUE_SHARE: put_share(g, role); return;
    case VALUE_DATE: put_date(g, role); return;
    case VALUE_DURATION: put_duration(g, role); return;
    case VALUE_MONTHDAY: put_month_day(g, role); return;
    case VALUE_CURRENCY: put_currency(g, role); return;
    case VALUE_ARTICLE: put_article(g, role); return;
    case VALUE_REF: put_ref(g, role); return;
    case VALUE_DIGEST: put_digest(g, role); return;
    case VALUE_CHOICE:
    case VALUE_PHRASE:
    case VALUE_LIST:
    case VALUE_TYPE_COUNT: break;
    }
    UNREACHABLE("a value");
}

/* ---- patterns ---- */

static void walk(struct generator *g, uint32_t pc);

/* A rule by one of its variants. Where Chinese words stand in the English order, a name that is a
 * keyword itself could be taken for one of the Chinese order. */
static void walk_rule(struct generator *g, const struct rule *rule, uint32_t variant)
{
    bool plain = g->plain_names;
    if (g->lang == LANG_ZH && variant == 0 && rule->variant_count > 1) g->plain_names = true;
    walk(g, rule->variants[variant]);
    g->plain_names = plain;
}

/* English has the first variant; Chinese its own, or the words of the first in Chinese. */
static uint32_t some_variant(struct generator *g, const struct rule *rule)
{
    return g->lang == LANG_EN ? 0 : (uint32_t)generator_chance(g, rule->variant_count);
}

static void walk_phrase(struct generator *g, const struct op *op)
{
    size_t rank = generator_chance(g, g->r->g->phrase_rows[op->arg]);
    /* A fund that bears a loss has a branch of its own. */
    if (g->form == F_BEARER && op->arg == PHRASE_RECIPIENT && rank == RECIPIENT_FUND) rank++;
    const struct rule *row = &g->r->g->phrases[op->arg][rank];
    size_t at = g->bind_count;
    struct bind *b = add_bind(g, (enum role)op->role, VALUE_PHRASE, 0, 0);
    b->rank = (uint16_t)rank;
    b->what = op->arg;
    walk_rule(g, row, some_variant(g, row));
    g->binds[at].end = (uint32_t)g->bind_count;
}

static void walk_choice(struct generator *g, const struct op *op)
{
    const struct choice_list *set = &g->r->g->sets[op->arg];
    uint32_t rank = (uint32_t)generator_chance(g, set->count);
    put_keyword(g, set->choices[rank].keywords[0]);
    if (set->choices[rank].keywords[1]) put_keyword(g, set->choices[rank].keywords[1]);
    add_bind(g, (enum role)op->role, VALUE_CHOICE, 0, 0)->rank = (uint16_t)rank;
}

static void walk_one(struct generator *g, uint32_t pc)
{
    const struct op *op = &g->r->g->ops[pc];
    g->seen[pc] = 1;
    if (op->kind == OP_KEYWORD) put_keyword(g, op->arg);
    if (op->kind == OP_COMMA) put_comma(g);
    if (op->kind == OP_VALUE) put_typed(g, op);
    if (op->kind == OP_CHOICE) walk_choice(g, op);
    if (op->kind == OP_PHRASE) walk_phrase(g, op);
    if (op->kind == OP_GUARD) add_bind(g, (enum role)op->role, VALUE_CHOICE, 0, 0)->rank = op->arg;
}

static void walk_list(struct generator *g, uint32_t pc)
{
    size_t list = g->bind_count;
    (void)add_bind(g, (enum role)g->r->g->ops[pc].role, VALUE_LIST, 0, 0);
    for (uint64_t n = 1 + generator_chance(g, 3); n > 0; n--) {
        walk_one(g, pc + 1);
        if (n > 1) put_comma(g);
    }
    g->binds[list].end = (uint32_t)g->bind_count;
}

static void walk_branches(struct generator *g, uint32_t pc)
{
    uint64_t count = 0;
    const struct op *ops = g->r->g->ops;
    for (uint32_t b = pc + 1; ops[b].kind == OP_BRANCH; b = ops[b].next) count++;
    uint64_t chosen = generator_chance(g, count);
    uint32_t branch = pc + 1;
    while (chosen-- > 0) branch = ops[branch].next;
    g->seen[branch] = 1;
    walk(g, branch + 1);
}

/* An option or not. Of two texts that may be missing side by side the first is there if one is. */
static void walk_optional(struct generator *g, uint32_t pc)
{
    const struct op *body = &g->r->g->ops[pc + 1];
    bool text = body->kind == OP_VALUE && body->arg == VALUE_TEXT;
    if (text && g->text_left_out == g->len) return;
    if (one_in(g, 2))
        walk(g, pc + 1);
    else if (text)
        g->text_left_out = g->len;
}

/* Each option or not, in an order by chance. */
static void walk_any_order(struct generator *g, uint32_t pc)
{
    uint32_t parts[16];
    size_t count = 0;
    const struct op *ops = g->r->g->ops;
    for (uint32_t part = pc + 1; ops[part].kind == OP_OPTIONAL; part = ops[part].next)
        parts[count++] = part;
    for (size_t i = count; i > 1; i--) {
        size_t other = generator_chance(g, i);
        uint32_t part = parts[i - 1];
        parts[i - 1] = parts[other];
        parts[other] = part;
    }
    for (size_t i = 0; i < count; i++)
        if (one_in(g, 2)) {
            g->seen[parts[i]] = 1;
            walk(g, parts[i] + 1);
        }
}

static void walk(struct generator *g, uint32_t pc)
{
    for (;;) {
        const struct op *op = &g->r->g->ops[pc];
        uint32_t next = op->next;
        g->seen[pc] = 1;
        switch ((enum op_kind)op->kind) {
        case OP_END: return;
        case OP_OPTIONAL: walk_optional(g, pc); break;
        case OP_BRANCHES: walk_branches(g, pc); break;
        case OP_ANY_ORDER: walk_any_order(g, pc); break;
        case OP_LIST: walk_list(g, pc); break;
        case OP_BRANCH:
        case OP_KEYWORD:
        case OP_COMMA:
        case OP_GLUE:
        case OP_GUARD:
        case OP_VALUE:
        case OP_CHOICE:
        case OP_PHRASE:
            walk_one(g, pc);
            next = pc + 1;
            break;
        }
        pc = next;
    }
}

/* ---- statements ---- */

static void put_between(struct generator *g)
{
    while (one_in(g, 4)) {
        if (one_in(g, 2)) {
            g->blank_waits = true;
        } else {
            struct str text = comment(g);
            put_spaces(g, generator_chance(g, 6));
            put(g, text);
            put_event(g, text);
        }
        put_line_end(g);
    }
}

static void put_dates(struct generator *g, struct statement *s)
{
    s->dated = true;
    put_value(g, date_text(g, &s->date));
    s->effective = s->date;
    if (!one_in(g, 5)) return;
    put_keyword(g, g->r->g->keyword_effective);
    put_value(g, date_text(g, &s->effective));
}

static void put_statement(struct generator *g, enum form form, uint32_t variant)
{
    struct statement s = {.form = form, .depth = g->depth};
    const struct form_row *row = &g->r->g->forms[form];
    put_between(g);
    g->bind_count = 0;
    g->form = form;
    put_spaces(g, g->depth * 2);
    g->line_start = g->len;
    if (row->block == BLOCK_DATED) put_dates(g, &s);
    walk_rule(g, &row->rule, variant);
    if (form == F_LANGUAGE) { /* there is only one */
        g->len = g->line_start;
        put_keyword(g, g->r->g->ops[row->rule.variants[variant]].arg);
        put_value(g, STR("1"));
        g->binds[0].a = 1;
    }
    s.binds = g->binds;
    s.bind_count = (uint32_t)g->bind_count;
    struct str behind = STR("");
    if (one_in(g, 6)) {
        behind = comment(g);
        put_spaces(g, 2);
        put(g, behind);
        put_spaces(g, generator_chance(g, 2));
    }
    put_event(g, statement_in_letters(g->r, &s, g->texts, behind));
    put_line_end(g);
    g->declared_count = g->declared_now;
}

static enum form some_form(struct generator *g, enum block block, bool opens)
{
    for (;;) {
        enum form form = (enum form)(1 + generator_chance(g, FORM_COUNT - 1));
        const struct form_row *row = &g->r->g->forms[form];
        if (form == F_LANGUAGE) continue;
        if ((opens ? row->opens : row->block) == block) return form;
    }
}

/* The statements above one of a block; the depth is then that of the block. */
static void put_parents(struct generator *g, enum block block, int height)
{
    if (block == BLOCK_TOP || (block == BLOCK_DATED && one_in(g, 2))) return;
    if (block == BLOCK_DATED && one_in(g, 2)) block = BLOCK_EXAMPLE;
    enum form parent = some_form(g, block, true);
    const struct form_row *row = &g->r->g->forms[parent];
    while (height > 3 && (row->block == block || parent == F_AMEND_ARTICLE)) {
        parent = some_form(g, block, true);
        row = &g->r->g->forms[parent];
    }
    put_parents(g, row->block, height + 1);
    put_statement(g, parent, some_variant(g, &row->rule));
    g->depth++;
}

static void to_crlf(struct generator *g)
{
    struct str lf = g->text;
    g->len = 0;
    for (size_t i = 0; i < lf.len; i++) {
        if (lf.ptr[i] == '\n') put(g, STR("\r"));
        put(g, str_slice(lf, i, i + 1));
    }
}

void generate(struct generator *g, enum form form, uint32_t variant, enum language lang)
{
    g->lang = lang;
    g->out = g->events = NULL;
    g->len = g->capacity = g->line_start = g->events_len = g->events_capacity = 0;
    g->run_words = g->depth = 0;
    g->declared_count = g->declared_now = 0;
    g->blank_waits = g->after_value = false;
    enum block block = g->r->g->forms[form].block;
    if (form != F_LANGUAGE) {
        put(g, STR(PREAMBLE));
        put_event(g, g->preamble_event);
    }
    put_parents(g, block, 0);
    put_statement(g, form, variant);
    while (one_in(g, 3)) {
        enum form beside = some_form(g, block, false);
        put_statement(g, beside, some_variant(g, &g->r->g->forms[beside].rule));
    }
    put_between(g);
    if (one_in(g, 8)) g->len--; /* the last line break may be missing */
    g->text = str_copy(g->r->arena, (struct str){g->out, g->len});
    if (one_in(g, 8)) to_crlf(g);
    g->text = (struct str){g->out, g->len};
    g->expected = (struct str){g->events, g->events_len};
}
