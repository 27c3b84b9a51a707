/* Prose: the rows of prose_table.h, and how a statement is said by one. */
#include "report/prose_inside.h"

#include <string.h>

/* ---- the rows ---- */

struct row {
    uint8_t of; /* enum form or enum phrase */
    uint8_t where;
    const char *texts[2]; /* by language */
};

static const struct row sentences[] = {
#define WORD(set, word, en, zh)
#define PART_OF(phrase, where, en, zh)
#define SENTENCE(form, where, en, zh) {F_##form, where, {en, zh}},
#include "report/prose_table.h"
#undef PART_OF
#undef SENTENCE
};

static const struct row phrases[] = {
#define PART_OF(phrase, where, en, zh) {PHRASE_##phrase, where, {en, zh}},
#define SENTENCE(form, where, en, zh)
#include "report/prose_table.h"
#undef WORD
#undef PART_OF
#undef SENTENCE
};

/* ---- a row being said ---- */

struct saying {
    const struct prose *p;
    const struct term *t;
    unsigned where; /* a set of enum prose_where */
    struct writer out;
    uint8_t *taken; /* by bind */
};

struct scope {
    uint32_t from, to; /* the binds that a row may say */
};

/* `{role:how}` or `{role=word}`, taken apart. */
struct slot {
    struct str role, how, word;
    bool guards;
};

static bool say_phrase(struct saying *s, const struct bind *b);

static const struct bind *find(const struct saying *s, struct str role, struct scope scope)
{
    for (uint32_t i = scope.from; i < scope.to; i = s->t->binds[i].end) {
        const struct bind *b = &s->t->binds[i];
        if (!s->taken[i] && str_eq(str_from(role_name((enum role)b->role)), role)) return b;
    }
    return NULL;
}

static bool all_taken(const struct saying *s, struct scope scope)
{
    for (uint32_t i = scope.from; i < scope.to; i = s->t->binds[i].end)
        if (!s->taken[i]) return false;
    return true;
}

static enum prose_how how_of(struct str how)
{
    static const char *const names[] = {
        [HOW_WORDS] = "words",    [HOW_DIGITS] = "digits", [HOW_A] = "a",
        [HOW_OR] = "or",          [HOW_MATTER] = "matter", [HOW_FACT] = "fact",
        [HOW_ARTICLE] = "article"};
    for (size_t i = HOW_WORDS; i < ARRAY_LEN(names); i++)
        if (str_eq(how, str_from(names[i]))) return (enum prose_how)i;
    CHECK(how.len == 0);
    return HOW_PLAIN;
}

/* ---- lists ---- */

/* Items that are clauses of their own. */
static bool has_clauses(const struct bind *item)
{
    return item->type == VALUE_PHRASE &&
           (item->what == PHRASE_DUES_ITEM || item->what == PHRASE_EXPELLED_TERM);
}

static struct str joint(const struct saying *s, const struct bind *item, bool last,
                        enum prose_how how)
{
    bool zh = s->p->lang == LANG_ZH;
    if (has_clauses(item)) return zh ? STR("；") : STR("; ");
    if (!last) return zh ? STR("、") : STR(", ");
    if (how == HOW_OR) return zh ? STR("或") : STR(" or ");
    return zh ? STR("和") : STR(" and ");
}

static bool say_list(struct saying *s, const struct bind *list, enum prose_how how)
{
    for (const struct bind *b = list_first(list); b; b = list_next(s->t, list, b)) {
        bool last = !list_next(s->t, list, b);
        if (b != list_first(list)) writer_put(&s->out, joint(s, b, last, how));
        if (b->type != VALUE_PHRASE)
            writer_put(&s->out, prose_value(s->p, b, (enum role)list->role, HOW_PLAIN));
        else if (!say_phrase(s, b))
            return false;
    }
    return true;
}

/* ---- slots ---- */

static struct slot read_slot(struct str inner)
{
    struct slot slot = {.role = inner};
    for (size_t i = 0; i < inner.len; i++) {
        if (inner.ptr[i] != ':' && inner.ptr[i] != '=') continue;
        slot.role = str_slice(inner, 0, i);
        slot.guards = inner.ptr[i] == '=';
        *(slot.guards ? &slot.word : &slot.how) = str_slice(inner, i + 1, inner.len);
        break;
    }
    return slot;
}

/* What a slot says that is no role of the statement. */
static bool say_apart(struct saying *s, struct str role)
{
    struct str text = STR("");
    if (str_eq(role, STR("alt"))) text = prose_other_text(s->p, s->t);
    if (str_eq(role, STR("annex"))) text = s->p->annex;
    writer_put(&s->out, text);
    return text.len > 0;
}

static bool passes(const struct saying *s, const struct bind *b, struct str word)
{
    if (word.len == 0) return true;
    return b->type == VALUE_CHOICE && str_eq(word, prose_word(s->p, b));
}

/* The text of the statement, and with it the one in Chinese that may stand beside it. */
static void say_own_text(struct saying *s, struct scope scope)
{
    const struct bind *chinese = find(s, STR("zh"), scope);
    if (chinese) s->taken[chinese - s->t->binds] = 1;
    writer_put(&s->out, prose_text(s->p, s->t));
}

static bool say_slot(struct saying *s, struct slot slot, struct scope scope)
{
    const struct bind *b = find(s, slot.role, scope);
    if (!b) return say_apart(s, slot.role);
    if (slot.guards && !passes(s, b, slot.word)) return false;
    s->taken[b - s->t->binds] = 1;
    enum prose_how how = how_of(slot.how);
    if (slot.guards) return true;
    if (b->type == VALUE_PHRASE) return say_phrase(s, b);
    if (b->type == VALUE_LIST) return say_list(s, b, how);
    if (b->role == ROLE_text)
        say_own_text(s, scope);
    else
        writer_put(&s->out, prose_value(s->p, b, (enum role)b->role, how));
    return true;
}

/* ---- rows ---- */

/* The length of what stands before the bracket that closes it. */
static size_t inside_bracket(struct str text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '[') depth++;
        if (text.ptr[i] == ']' && depth-- == 0) return i;
    }
    UNREACHABLE("a bracket that is closed");
    return text.len;
}

static size_t inside_brace(struct str text)
{
    const char *end = memchr(text.ptr, '}', text.len);
    CHECK(end);
    return (size_t)(end - text.ptr);
}

static bool say_text(struct saying *s, struct str text, struct scope scope);

/* Says what is in brackets, or leaves everything as it was. */
static void say_optional(struct saying *s, struct str text, struct scope scope)
{
    size_t len = s->out.len, count = s->t->bind_count;
    uint8_t *before = ARENA_ARRAY(s->p->arena, uint8_t, count);
    if (count) memcpy(before, s->taken, count);
    if (say_text(s, text, scope)) return;
    s->out.len = len;
    if (count) memcpy(s->taken, before, count);
}

static bool say_text(struct saying *s, struct str text, struct scope scope)
{
    for (size_t i = 0; i < text.len; i++) {
        struct str behind = str_slice(text, i + 1, text.len);
        if (text.ptr[i] == '[') {
            size_t len = inside_bracket(behind);
            say_optional(s, str_slice(behind, 0, len), scope);
            i += len + 1;
        } else if (text.ptr[i] == '{') {
            size_t len = inside_brace(behind);
            if (!say_slot(s, read_slot(str_slice(behind, 0, len)), scope)) return false;
            i += len + 1;
        } else {
            writer_put(&s->out, str_slice(text, i, i + 1));
        }
    }
    return true;
}

/* Remark, evidence and the motion of an entry, which follow whatever it says. */
static void say_tail(struct saying *s, struct scope scope)
{
    static const char *const texts[2] = {
        "[ (“{remark}”)][; evidence: “{evidence}”, {digest}][, by the motion {motion}]",
        "[（{remark}）][，附件“{evidence}”（{digest}）][，依据议案{motion}]"};
    if (!s->t->dated) return;
    say_optional(s, str_from(texts[s->p->lang]), scope);
}

static bool say_row(struct saying *s, const struct row *row, struct scope scope)
{
    size_t len = s->out.len;
    for (uint32_t i = scope.from; i < scope.to; i++) s->taken[i] = 0;
    bool said = (row->where & s->where) == row->where &&
                say_text(s, str_from(row->texts[s->p->lang]), scope);
    if (said && scope.from == 0) say_tail(s, scope);
    if (said && all_taken(s, scope)) return true;
    s->out.len = len;
    return false;
}

static bool say_by(struct saying *s, const struct row *rows, size_t count, unsigned of,
                   struct scope scope)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].of == of && say_row(s, &rows[i], scope)) return true;
    return false;
}

static bool say_phrase(struct saying *s, const struct bind *b)
{
    uint32_t at = (uint32_t)(b - s->t->binds);
    return say_by(s, phrases, ARRAY_LEN(phrases), b->what, (struct scope){at + 1, b->end});
}

/* ---- statements ---- */

static bool is_open(const struct term *t)
{
    for (const struct term *c = t->first; c; c = c->next)
        if (!prose_is_name(c->form)) return true;
    return false;
}

static unsigned where_of(const struct term *t)
{
    unsigned where = is_open(t) ? W_OPEN : 0;
    if (t->parent && (t->form == F_TIER || t->form == F_BEARER)) {
        enum form parent = t->parent->form;
        if (parent == t->form || parent == F_W_TIER) where |= W_IN;
    }
    for (const struct term *up = t; up; up = up->parent) {
        if (up->form == F_BEAR) where |= W_LOSS;
        if (up->form == F_DISSOLVE) where |= W_END;
    }
    return where;
}

/* Whether a sentence begins with a word of a set, which is then written with a capital. */
static bool begins_with_word(const struct term *t)
{
    uint32_t i = 0;
    if (t->form != F_DECIDE && t->form != F_USE_RIGHT && t->form != F_BEAR) return false;
    while (t->binds[i].type == VALUE_PHRASE || t->binds[i].type == VALUE_LIST) i++;
    return t->binds[i].type == VALUE_CHOICE;
}

static void capitalise(struct writer *w)
{
    if (w->len && w->text[0] >= 'a' && w->text[0] <= 'z')
        w->text[0] = (char)(w->text[0] - 'a' + 'A');
}

static void say_date(struct saying *s)
{
    const struct term *t = s->t;
    bool zh = s->p->lang == LANG_ZH;
    if (!t->dated) return;
    writer_put(&s->out, zh ? STR("") : STR("On "));
    writer_put(&s->out, prose_date(s->p, t->date));
    if (t->effective != t->date) {
        writer_put(&s->out, zh ? STR("（自") : STR(", with effect from "));
        writer_put(&s->out, prose_date(s->p, t->effective));
        writer_put(&s->out, zh ? STR("起生效）") : STR(""));
    }
    writer_put(&s->out, zh ? STR("，") : STR(", "));
}

struct str prose_sentence(const struct prose *p, const struct term *t)
{
    struct saying s = {.p = p,
                       .t = t,
                       .where = where_of(t),
                       .out = {.arena = p->arena},
                       .taken = ARENA_ARRAY(p->arena, uint8_t, t->bind_count)};
    say_date(&s);
    bool said =
        say_by(&s, sentences, ARRAY_LEN(sentences), t->form, (struct scope){0, t->bind_count});
    CHECK(said);
    if (begins_with_word(t)) capitalise(&s.out);
    return writer_text(&s.out);
}
