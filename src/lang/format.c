/* Formatter: statements printed back from their forms, by the programs that read them. */
#include "lang/format.h"

#include "base/utf8.h"
#include "lang/numeral.h"

#include <stdio.h>
#include <string.h>

#define COLUMNS_MAX 100
#define CONTINUATION_INDENT 4

void formatter_init(struct formatter *f, struct arena *arena, const struct grammar *g,
                    const struct words *words, const struct sources *sources, enum language lang)
{
    *f = (struct formatter){
        .arena = arena, .g = g, .words = words, .sources = sources, .lang = lang};
}

/* ---- raw output ---- */

static void put(struct formatter *f, struct str s)
{
    while (f->len + s.len > f->capacity)
        f->text = arena_grow_array(f->arena, f->text, 1, f->len, &f->capacity);
    if (s.len) memcpy(f->text + f->len, s.ptr, s.len);
    f->len += s.len;
}

static void put_spaces(struct formatter *f, size_t count)
{
    for (size_t i = 0; i < count; i++) put(f, STR(" "));
}

/* A word of the statement that is no joinable Chinese keyword. */
static void put_word(struct formatter *f, struct str s)
{
    if (f->len > f->line_start && f->text[f->len - 1] != ' ') put(f, STR(" "));
    put(f, s);
    f->run_words = 0;
    f->glue = f->phrase_depth > 0;
}

static bool is_chinese(struct str s)
{
    return s.len && (unsigned char)s.ptr[0] >= 0x80;
}

/* Whether the run so far and one more keyword read back as just these keywords. */
static bool joins(const struct formatter *f, struct str keyword)
{
    char run[256];
    size_t run_len = f->len - f->run_start;
    if (!f->run_words || run_len + keyword.len > sizeof run) return false;
    memcpy(run, f->text + f->run_start, run_len);
    memcpy(run + run_len, keyword.ptr, keyword.len);
    struct str whole = {run, run_len + keyword.len};
    uint32_t word = words_find(f->words, whole);
    if (word != WORD_NONE &&
        (words_is_keyword(f->words, word) || words_has(f->words, word, WORD_DECLARED)))
        return false;
    uint32_t parts[64];
    return words_cut_run(f->words, whole, parts, ARRAY_LEN(parts)) == f->run_words + 1;
}

static void put_keyword(struct formatter *f, uint32_t keyword)
{
    struct str s = keyword_text(f->g, keyword, f->lang);
    uint32_t words = f->run_words;
    if (is_chinese(s) && f->glue && joins(f, s)) {
        put(f, s);
    } else {
        put_word(f, s);
        f->run_start = f->len - s.len;
        words = 0;
    }
    f->run_words = is_chinese(s) ? words + 1 : 0;
    f->glue = f->phrase_depth > 0;
}

/* ---- values ---- */

/* The digits of a number as written, its groups of three set anew. */
static void put_number(struct formatter *f, struct str written, bool grouped)
{
    char digits[64];
    size_t len = 0, whole = 0;
    bool point = false;
    for (size_t i = 0; i < written.len && len + 1 < sizeof digits; i++) {
        if (written.ptr[i] == ',') continue;
        if (written.ptr[i] < '0' || written.ptr[i] > '9') point = true;
        digits[len++] = written.ptr[i];
        if (!point) whole = len;
    }
    put_word(f, STR(""));
    for (size_t i = 0; i < len; i++) {
        if (grouped && i > 0 && i < whole && (whole - i) % 3 == 0) put(f, STR(","));
        put(f, (struct str){digits + i, 1});
    }
}

/* 350,000 or 10,000 USD at 6.20. */
static void put_money(struct formatter *f, struct str written)
{
    size_t number = 0;
    while (number < written.len && written.ptr[number] != ' ') number++;
    put_number(f, str_slice(written, 0, number), true);
    if (number == written.len) return;
    while (written.ptr[number] == ' ') number++;
    put_word(f, str_slice(written, number, number + 3));
    put_keyword(f, f->g->keyword_at);
    size_t rate = written.len;
    while (written.ptr[rate - 1] != ' ') rate--;
    put_number(f, str_slice(written, rate, written.len), true);
}

static void put_text(struct formatter *f, struct str raw)
{
    put_word(f, STR("\""));
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.ptr[i] == '\\' && i + 1 < raw.len) {
            put(f, str_slice(raw, i, i + 2));
            i++;
        } else if (raw.ptr[i] == '"') {
            put(f, STR("\\\""));
        } else {
            put(f, str_slice(raw, i, i + 1));
        }
    }
    put(f, STR("\""));
}

static void put_date(struct formatter *f, date_t date)
{
    char text[DATE_TEXT_BYTES];
    date_format(text, date);
    put_word(f, str_from(text));
}

static void put_duration(struct formatter *f, const struct bind *b)
{
    const uint16_t units[] = {[UNIT_DAYS] = f->g->keyword_days,
                              [UNIT_MONTHS] = f->g->keyword_months,
                              [UNIT_YEARS] = f->g->keyword_years};
    const struct keyword *k = &f->g->keywords[units[b->b]];
    struct str unit = keyword_text(f->g, units[b->b], f->lang);
    if (f->lang == LANG_EN && b->a == 1) unit = words_text(f->words, k->words[1]);
    put_word(f, str_format(f->arena, "%lld%s%.*s", (long long)b->a, f->lang == LANG_EN ? " " : "",
                           STR_ARG(unit)));
}

static void put_month_day(struct formatter *f, const struct bind *b)
{
    if (f->lang == LANG_ZH)
        put_word(f, str_format(f->arena, "%lld月%lld日", (long long)b->a, (long long)b->b));
    else
        put_word(f, str_format(f->arena, "%lld %s", (long long)b->b, match_month_name(b->a)));
}

static void put_ref(struct formatter *f, const struct bind *b)
{
    put_date(f, (date_t)b->a);
    put_word(f, str_format(f->arena, "#%lld", (long long)b->b));
}

static void put_value(struct formatter *f, const struct op *op, const struct bind *b)
{
    struct str written = sources_text(f->sources, (struct span){b->at, b->len});
    switch ((enum value_type)op->arg) {
    case VALUE_NAME:
    case VALUE_PNAME:
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD:
    case VALUE_CURRENCY: put_word(f, words_text(f->words, (uint32_t)b->a)); break;
    case VALUE_PATH:
        put_word(f, words_text(f->words, (uint32_t)b->a));
        put(f, STR("."));
        put(f, words_text(f->words, (uint32_t)b->b));
        break;
    case VALUE_TEXT:
        put_text(f, sources_text(f->sources, (struct span){(uint32_t)b->a, (uint32_t)b->b}));
        break;
    case VALUE_MONEY: put_money(f, written); break;
    case VALUE_PART: put_number(f, written, b->type == VALUE_NUMBER); break;
    case VALUE_NUMBER:
    case VALUE_SHARE: put_number(f, written, false); break;
    case VALUE_INTEGER: put_word(f, str_format(f->arena, "%lld", (long long)b->a)); break;
    case VALUE_DATE: put_date(f, (date_t)b->a); break;
    case VALUE_DURATION: put_duration(f, b); break;
    case VALUE_MONTHDAY: put_month_day(f, b); break;
    case VALUE_ARTICLE: put_word(f, numeral_write_article(f->arena, b->a)); break;
    case VALUE_REF: put_ref(f, b); break;
    case VALUE_DIGEST: put_word(f, written); break;
    case VALUE_NAMES:
    case VALUE_CHOICE:
    case VALUE_PHRASE:
    case VALUE_LIST:
    case VALUE_TYPE_COUNT: UNREACHABLE("a single value");
    }
}

/* ---- patterns ---- */

struct scope {
    uint32_t from, to; /* the binds that may be printed here */
};

struct mark {
    size_t len, comma_count, run_start;
    uint32_t run_words;
};

static struct mark mark(const struct formatter *f)
{
    return (struct mark){f->len, f->comma_count, f->run_start, f->run_words};
}

static void rewind_to(struct formatter *f, struct mark m)
{
    f->len = m.len;
    f->comma_count = m.comma_count;
    f->run_start = m.run_start;
    f->run_words = m.run_words;
}

/* The first bind of a role that was not printed yet. */
static const struct bind *take(struct formatter *f, enum role role, struct scope scope)
{
    for (uint32_t i = scope.from; i < scope.to; i = f->binds[i].end)
        if (f->binds[i].role == role && !f->used[i]) {
            f->used[i] = 1;
            return &f->binds[i];
        }
    return NULL;
}

static bool print_sequence(struct formatter *f, uint32_t pc, struct scope scope);

static void put_comma(struct formatter *f)
{
    put(f, STR(","));
    f->run_words = 0;
    *ARENA_PUSH(f->arena, f->commas, f->comma_count, f->comma_capacity) = f->len;
}

static bool print_choice(struct formatter *f, const struct op *op, struct scope scope)
{
    const struct bind *b = take(f, op->role, scope);
    if (!b) return false;
    const struct choice_list *set = &f->g->sets[op->arg];
    CHECK(b->rank < set->count);
    const struct choice *c = &set->choices[b->rank];
    put_keyword(f, c->keywords[0]);
    if (!c->keywords[1]) return true;
    f->glue = true;
    put_keyword(f, c->keywords[1]);
    return true;
}

static bool all_used(const struct formatter *f, struct scope scope)
{
    for (uint32_t i = scope.from; i < scope.to; i = f->binds[i].end)
        if (!f->used[i]) return false;
    return true;
}

/* Prints by the first variant that can say everything: in Chinese its own first. */
static bool print_rule(struct formatter *f, const struct rule *rule, struct scope scope)
{
    struct mark m = mark(f);
    for (uint32_t i = 0; i < rule->variant_count; i++) {
        uint32_t variant = f->lang == LANG_EN ? i : (i + 1) % rule->variant_count;
        if (f->lang == LANG_EN && i > 0) break;
        memset(f->used + scope.from, 0, scope.to - scope.from);
        if (print_sequence(f, rule->variants[variant], scope) && all_used(f, scope)) return true;
        rewind_to(f, m);
    }
    return false;
}

static bool print_phrase(struct formatter *f, const struct bind *b)
{
    uint32_t at = (uint32_t)(b - f->binds);
    f->phrase_depth++;
    bool printed = print_rule(f, &f->g->phrases[b->what][b->rank], (struct scope){at + 1, b->end});
    f->phrase_depth--;
    f->glue = f->phrase_depth > 0;
    return printed;
}

static bool print_names(struct formatter *f, const struct bind *list)
{
    for (const struct bind *b = list + 1; b < f->binds + list->end; b++)
        put_word(f, words_text(f->words, (uint32_t)b->a));
    return true;
}

static bool print_item(struct formatter *f, const struct op *op, const struct bind *b)
{
    if (op->kind == OP_PHRASE) return print_phrase(f, b);
    if (op->arg == VALUE_NAMES) return print_names(f, b);
    put_value(f, op, b);
    return true;
}

static bool print_list(struct formatter *f, uint32_t pc, struct scope scope)
{
    const struct bind *list = take(f, f->g->ops[pc].role, scope);
    if (!list || list->type != VALUE_LIST) return false;
    uint32_t first = (uint32_t)(list - f->binds) + 1;
    for (uint32_t i = first; i < list->end; i = f->binds[i].end) {
        if (i > first) put_comma(f);
        if (!print_item(f, &f->g->ops[pc + 1], &f->binds[i])) return false;
    }
    return true;
}

static bool value_fits(const struct op *op, const struct bind *b)
{
    if (op->kind == OP_PHRASE) return b->type == VALUE_PHRASE && b->what == op->arg;
    if (op->arg == VALUE_NAMES) return b->type == VALUE_LIST;
    if (op->arg == VALUE_PART) return b->type == VALUE_SHARE || b->type == VALUE_NUMBER;
    if (op->arg == VALUE_INTEGER) return b->type == VALUE_INTEGER || b->type == VALUE_ARTICLE;
    if (op->arg == VALUE_ARTICLE) return b->type == VALUE_INTEGER || b->type == VALUE_ARTICLE;
    return b->type == op->arg;
}

static bool print_one(struct formatter *f, const struct op *op, struct scope scope)
{
    const struct bind *b;
    switch ((enum op_kind)op->kind) {
    case OP_KEYWORD: put_keyword(f, op->arg); return true;
    case OP_COMMA: put_comma(f); return true;
    case OP_GLUE: f->glue = true; return true;
    case OP_CHOICE: return print_choice(f, op, scope);
    case OP_GUARD: b = take(f, op->role, scope); return b && b->rank == op->arg;
    case OP_VALUE:
    case OP_PHRASE:
        b = take(f, op->role, scope);
        return b && value_fits(op, b) && print_item(f, op, b);
    case OP_END:
    case OP_OPTIONAL:
    case OP_BRANCHES:
    case OP_BRANCH:
    case OP_ANY_ORDER:
    case OP_LIST: break;
    }
    UNREACHABLE("an op that prints one thing");
    return false;
}

/* Prints a body where its values are there; else leaves everything as it was. */
static bool print_body(struct formatter *f, uint32_t pc, struct scope scope)
{
    struct mark m = mark(f);
    size_t count = scope.to - scope.from;
    uint8_t *saved = ARENA_ARRAY(f->arena, uint8_t, count);
    memcpy(saved, f->used + scope.from, count);
    if (print_sequence(f, pc, scope)) return true;
    memcpy(f->used + scope.from, saved, count);
    rewind_to(f, m);
    return false;
}

static bool print_branches(struct formatter *f, uint32_t pc, struct scope scope)
{
    for (uint32_t branch = pc + 1; f->g->ops[branch].kind == OP_BRANCH;
         branch = f->g->ops[branch].next)
        if (print_body(f, branch + 1, scope)) return true;
    return false;
}

static bool print_sequence(struct formatter *f, uint32_t pc, struct scope scope)
{
    for (;;) {
        const struct op *op = &f->g->ops[pc];
        uint32_t next = op->next;
        bool printed = true;
        switch ((enum op_kind)op->kind) {
        case OP_END: return true;
        case OP_OPTIONAL: (void)print_body(f, pc + 1, scope); break;
        case OP_BRANCHES: printed = print_branches(f, pc, scope); break;
        case OP_ANY_ORDER: printed = print_sequence(f, pc + 1, scope); break;
        case OP_LIST: printed = print_list(f, pc, scope); break;
        case OP_BRANCH:
        case OP_KEYWORD:
        case OP_COMMA:
        case OP_GLUE:
        case OP_GUARD:
        case OP_VALUE:
        case OP_CHOICE:
        case OP_PHRASE:
            printed = print_one(f, op, scope);
            next = pc + 1;
            break;
        }
        if (!printed) return false;
        pc = next;
    }
}

/* ---- lines ---- */

/* Breaks the statement behind the last comma that lets each line end within the columns. */
static void break_line(struct formatter *f, uint32_t depth)
{
    size_t start = f->line_start;
    for (size_t i = 0; i < f->comma_count; i++) {
        size_t end = i + 1 < f->comma_count ? f->commas[i + 1] : f->len;
        struct str line = {f->text + start, end - start};
        if (utf8_width(line) <= COLUMNS_MAX) continue;
        size_t at = f->commas[i]; /* a space stands here */
        size_t indent = depth * 2 + CONTINUATION_INDENT;
        put_spaces(f, indent);
        memmove(f->text + at + 1 + indent, f->text + at + 1, f->len - indent - at - 1);
        f->text[at] = '\n';
        memset(f->text + at + 1, ' ', indent);
        for (size_t k = i + 1; k < f->comma_count; k++) f->commas[k] += indent;
        start = at + 1;
    }
}

static void start_line(struct formatter *f, uint32_t depth)
{
    put_spaces(f, (size_t)depth * 2);
    f->line_start = f->len - (size_t)depth * 2;
    f->comma_count = 0;
    f->run_words = 0;
}

static void put_comment(struct formatter *f, struct span comment, uint32_t depth)
{
    put_spaces(f, (size_t)depth * 2);
    put(f, sources_text(f->sources, comment));
    put(f, STR("\n"));
}

/* Comments and blank lines that were read since the last statement. */
static void flush_waiting(struct formatter *f, uint32_t next_depth)
{
    uint32_t deepest = next_depth > f->last_depth ? next_depth : f->last_depth;
    for (size_t i = 0; i < f->waiting_count; i++) {
        const struct waiting_line *w = &f->waiting[i];
        bool twice = f->len == 0 || (f->len > 1 && f->text[f->len - 2] == '\n');
        if (w->comment.len) {
            put_comment(f, w->comment, w->indent / 2 < deepest ? w->indent / 2 : deepest);
        } else if (!twice) {
            put(f, STR("\n"));
        }
    }
    f->waiting_count = 0;
}

static void put_dates(struct formatter *f, const struct statement *s)
{
    if (!s->dated) return;
    put_date(f, s->date);
    if (s->body == 1) return;
    put_keyword(f, f->g->keyword_effective);
    put_date(f, s->effective);
}

static void print_statement(void *context, const struct statement *s)
{
    struct formatter *f = context;
    flush_waiting(f, s->depth);
    uint32_t inner = s->comment_count - (s->comment_behind ? 1 : 0);
    for (uint32_t i = 0; i < inner; i++) put_comment(f, s->comments[i], s->depth);
    if (f->used_capacity < s->bind_count) {
        f->used_capacity = s->bind_count * 2;
        f->used = ARENA_ARRAY(f->arena, uint8_t, f->used_capacity);
    }
    f->binds = s->binds;
    start_line(f, s->depth);
    put_dates(f, s);
    bool printed = print_rule(f, &f->g->forms[s->form].rule, (struct scope){0, s->bind_count});
    CHECK(printed);
    break_line(f, s->depth);
    if (s->comment_behind) {
        put(f, STR("  "));
        put(f, sources_text(f->sources, s->comments[inner]));
    }
    put(f, STR("\n"));
    f->last_depth = s->depth;
}

static void keep_comment(void *context, struct span text, uint32_t indent)
{
    struct formatter *f = context;
    *ARENA_PUSH(f->arena, f->waiting, f->waiting_count, f->waiting_capacity) =
        (struct waiting_line){text, indent};
}

static void keep_blank(void *context)
{
    keep_comment(context, (struct span){0, 0}, 0);
}

struct parse_sink formatter_sink(struct formatter *f)
{
    return (struct parse_sink){
        .context = f, .statement = print_statement, .comment = keep_comment, .blank = keep_blank};
}

struct str formatter_finish(struct formatter *f)
{
    while (f->waiting_count && !f->waiting[f->waiting_count - 1].comment.len) f->waiting_count--;
    flush_waiting(f, 0);
    return (struct str){f->text, f->len};
}
