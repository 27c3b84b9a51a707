/* Formatter: statements printed back from their forms, by the programs that read them. */
#include "lang/format_inside.h"

#include "base/utf8.h"

#include <string.h>

#define COLUMNS_MAX 100
#define CONTINUATION_INDENT 4

void formatter_init(struct formatter *f, struct arena *arena, const struct grammar *g,
                    const struct words *words, const struct sources *sources, enum language lang)
{
    *f = (struct formatter){
        .arena = arena, .g = g, .words = words, .sources = sources, .lang = lang};
}

/* ---- patterns ---- */

struct scope {
    uint32_t from, to; /* the binds that may be printed here */
};

/* Where printing stood, to go back to when a pattern cannot say everything. */
struct mark {
    size_t len, comma_count, run_start, taken_count;
    uint32_t run_words;
    bool glue, open;
};

static struct mark mark(const struct formatter *f)
{
    return (struct mark){f->len,       f->comma_count, f->run_start, f->taken_count,
                         f->run_words, f->glue,        f->open};
}

static void go_back(struct formatter *f, struct mark m)
{
    while (f->taken_count > m.taken_count) f->is_taken[f->taken[--f->taken_count]] = 0;
    f->len = m.len;
    f->comma_count = m.comma_count;
    f->run_start = m.run_start;
    f->run_words = m.run_words;
    f->glue = m.glue;
    f->open = m.open;
}

/* The first bind of a role that was not printed yet. */
static const struct bind *take(struct formatter *f, uint8_t role, struct scope scope)
{
    for (uint32_t i = scope.from; i < scope.to; i = f->binds[i].end) {
        if (f->binds[i].role != role || f->is_taken[i]) continue;
        f->is_taken[i] = 1;
        *ARENA_PUSH(f->arena, f->taken, f->taken_count, f->taken_capacity) = i;
        return &f->binds[i];
    }
    return NULL;
}

static bool all_taken(const struct formatter *f, struct scope scope)
{
    for (uint32_t i = scope.from; i < scope.to; i = f->binds[i].end)
        if (!f->is_taken[i]) return false;
    return true;
}

static bool print_sequence(struct formatter *f, uint32_t pc, struct scope scope);

/* A comma, behind which the statement may be broken. Chinese has two, and no space behind them. */
static void put_comma(struct formatter *f, bool between_clauses)
{
    if (f->lang == LANG_EN)
        format_put(f, STR(", "));
    else
        format_put(f, between_clauses ? STR("，") : STR("、"));
    f->run_words = 0;
    f->open = true;
    *ARENA_PUSH(f->arena, f->commas, f->comma_count, f->comma_capacity) = f->len;
}

static bool print_choice(struct formatter *f, const struct op *op, const struct bind *b)
{
    const struct choice_list *set = &f->g->sets[op->arg];
    CHECK(b->rank < set->count);
    const struct choice *c = &set->choices[b->rank];
    format_keyword(f, c->keywords[0]);
    if (!c->keywords[1]) return true;
    f->glue = true;
    format_keyword(f, c->keywords[1]);
    return true;
}

/* Prints by the first variant that can say everything: in Chinese its own first. */
static bool print_rule(struct formatter *f, const struct rule *rule, struct scope scope)
{
    struct mark m = mark(f);
    uint32_t variants = f->lang == LANG_EN ? 1 : rule->variant_count;
    for (uint32_t i = 0; i < variants; i++) {
        uint32_t variant = (i + 1) % variants;
        if (print_sequence(f, rule->variants[variant], scope) && all_taken(f, scope)) return true;
        go_back(f, m);
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
        format_word(f, words_text(f->words, (uint32_t)b->a));
    return true;
}

static bool print_item(struct formatter *f, const struct op *op, const struct bind *b)
{
    if (op->kind == OP_PHRASE) return print_phrase(f, b);
    if (op->kind == OP_CHOICE) return print_choice(f, op, b);
    if (op->arg == VALUE_NAMES) return print_names(f, b);
    format_value(f, op, b);
    return true;
}

static bool print_list(struct formatter *f, uint32_t pc, struct scope scope)
{
    const struct bind *list = take(f, f->g->ops[pc].role, scope);
    if (!list || list->type != VALUE_LIST) return false;
    uint32_t first = (uint32_t)(list - f->binds) + 1;
    for (uint32_t i = first; i < list->end; i = f->binds[i].end) {
        if (i > first) put_comma(f, f->g->ops[pc].arg);
        if (!print_item(f, &f->g->ops[pc + 1], &f->binds[i])) return false;
    }
    return true;
}

static bool value_fits(const struct op *op, const struct bind *b)
{
    if (op->kind == OP_PHRASE) return b->type == VALUE_PHRASE && b->what == op->arg;
    if (op->kind == OP_CHOICE) return b->type == VALUE_CHOICE;
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
    case OP_KEYWORD: format_keyword(f, op->arg); return true;
    case OP_COMMA: put_comma(f, true); return true;
    case OP_GLUE: f->glue = true; return true;
    case OP_GUARD: b = take(f, op->role, scope); return b && b->rank == op->arg;
    case OP_VALUE:
    case OP_CHOICE:
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
    if (print_sequence(f, pc, scope)) return true;
    go_back(f, m);
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

/* Keeps of the commas of the statement those behind which it must be broken, so that each line
 * ends within the columns where that is possible; `space` is what stands behind a comma. */
static void choose_breaks(struct formatter *f, size_t indent, size_t space)
{
    size_t kept = 0, from = f->line_start;
    size_t width = 0; /* of the line up to `from` */
    for (size_t i = 0; i <= f->comma_count; i++) {
        bool last = i == f->comma_count;
        size_t to = last ? f->len : f->commas[i];
        size_t piece = utf8_width((struct str){f->text + from, to - from});
        bool fits = i == 0 || width + piece <= COLUMNS_MAX + (last ? 0 : space);
        if (!fits) f->commas[kept++] = from;
        width = fits ? width + piece : indent + piece;
        from = to;
    }
    f->comma_count = kept;
}

/* Breaks the statement: from its end on, so that every byte moves once. The space that English has
 * behind a comma goes. */
static void break_line(struct formatter *f, uint32_t depth)
{
    size_t indent = depth * 2 + CONTINUATION_INDENT;
    size_t space = f->lang == LANG_EN ? 1 : 0, added = 1 + indent - space;
    choose_breaks(f, indent, space);
    size_t end = f->len;
    format_spaces(f, f->comma_count * added);
    for (size_t left = f->comma_count; left > 0; left--) {
        size_t at = f->commas[left - 1];
        char *to = f->text + at + left * added;
        memmove(to, f->text + at, end - at);
        memset(to - indent, ' ', indent);
        to[-(ptrdiff_t)indent - 1] = '\n';
        end = at - space;
    }
}

static void start_line(struct formatter *f, uint32_t depth)
{
    format_spaces(f, (size_t)depth * 2);
    f->line_start = f->len - (size_t)depth * 2;
    f->comma_count = 0;
    f->run_words = 0;
    f->open = true;
}

static void put_comment(struct formatter *f, struct span comment, uint32_t depth)
{
    format_spaces(f, (size_t)depth * 2);
    format_put(f, sources_text(f->sources, comment));
    format_put(f, STR("\n"));
}

/* Comments and blank lines that were read since the last statement; none opens the text. */
static void flush_waiting(struct formatter *f, uint32_t next_depth)
{
    uint32_t deepest = next_depth > f->last_depth ? next_depth : f->last_depth;
    for (size_t i = 0; i < f->waiting_count; i++) {
        const struct waiting_line *w = &f->waiting[i];
        if (w->comment.len)
            put_comment(f, w->comment, w->indent / 2 < deepest ? w->indent / 2 : deepest);
        else if (f->len > 0)
            format_put(f, STR("\n"));
    }
    f->waiting_count = 0;
}

static void put_dates(struct formatter *f, const struct statement *s)
{
    if (!s->dated) return;
    format_date(f, s->date);
    if (s->body == 1) return;
    format_keyword(f, f->g->keyword_effective);
    format_date(f, s->effective);
}

static void print_statement(void *context, const struct statement *s)
{
    struct formatter *f = context;
    flush_waiting(f, s->depth);
    uint32_t inner = s->comment_count - (s->comment_behind ? 1 : 0);
    for (uint32_t i = 0; i < inner; i++) put_comment(f, s->comments[i], s->depth);
    while (f->is_taken_capacity < s->bind_count)
        f->is_taken = arena_grow_array(f->arena, f->is_taken, 1, 0, &f->is_taken_capacity);
    f->binds = s->binds;
    start_line(f, s->depth);
    put_dates(f, s);
    bool printed = print_rule(f, &f->g->forms[s->form].rule, (struct scope){0, s->bind_count});
    CHECK(printed);
    while (f->taken_count) f->is_taken[f->taken[--f->taken_count]] = 0;
    break_line(f, s->depth);
    if (s->comment_behind) {
        format_put(f, STR("  "));
        format_put(f, sources_text(f->sources, s->comments[inner]));
    }
    format_put(f, STR("\n"));
    f->last_depth = s->depth;
}

static void keep_comment(void *context, struct span text, uint32_t indent)
{
    struct formatter *f = context;
    *ARENA_PUSH(f->arena, f->waiting, f->waiting_count, f->waiting_capacity) =
        (struct waiting_line){text, indent};
}

static bool blank_waits(const struct formatter *f)
{
    return f->waiting_count && !f->waiting[f->waiting_count - 1].comment.len;
}

/* Of several side by side one is kept. */
static void keep_blank(void *context)
{
    if (!blank_waits(context)) keep_comment(context, (struct span){0, 0}, 0);
}

struct parse_sink formatter_sink(struct formatter *f)
{
    return (struct parse_sink){
        .context = f, .statement = print_statement, .comment = keep_comment, .blank = keep_blank};
}

struct str formatter_finish(struct formatter *f)
{
    if (blank_waits(f)) f->waiting_count--;
    flush_waiting(f, 0);
    return (struct str){f->text, f->len};
}
