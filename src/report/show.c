/* Tables of the state: collecting cells, and writing them as text. */
#include "report/show.h"

#include "report/names.h"
#include "report/table.h"

/* "grants", also as "grant". */
static bool is_called(struct str kind, struct str name)
{
    bool one = kind.len == name.len + 1 && kind.ptr[name.len] == 's';
    return str_eq(kind, name) || (one && str_eq((struct str){kind.ptr, name.len}, name));
}

const struct show_kind *show_kind_find(struct str name)
{
    for (size_t i = 0; i < show_kind_count; i++)
        for (enum language lang = LANG_EN; lang <= LANG_ZH; lang++)
            if (is_called(str_from(show_kinds[i].name[lang]), name)) return &show_kinds[i];
    return NULL;
}

void show_init(struct show *s, struct arena *arena, const struct show_kind *kind, struct str name)
{
    *s = (struct show){.arena = arena, .kind = kind, .name = name};
}

/* ---- grants: the accounts keep only what is left ---- */

static void hear_grants(void *context, struct fold *f, const struct posted *p)
{
    struct show *s = context;
    (void)f;
    for (size_t i = 0; i < p->count; i++) {
        const struct posting *o = &p->list[i];
        if (o->account != ACCOUNT_GRANT) continue;
        while (s->grant_count <= o->index)
            *ARENA_PUSH(s->arena, s->grants, s->grant_count, s->grant_capacity) =
                (struct grant_sums){0, 0};
        if (o->amount_minor < 0)
            s->grants[o->index].received_minor -= o->amount_minor;
        else
            s->grants[o->index].passed_minor += o->amount_minor;
    }
}

struct posting_sink show_sink(struct show *s)
{
    return (struct posting_sink){.context = s, .posted = hear_grants};
}

/* ---- cells ---- */

bool show_wants(const struct show *s, struct str a, struct str b)
{
    return s->name.len == 0 || str_eq(s->name, a) || str_eq(s->name, b);
}

static void put_cell(struct show *s, struct show_cell cell)
{
    *ARENA_PUSH(s->arena, s->cells, s->cell_count, s->cell_capacity) = cell;
}

void show_put_nothing(struct show *s)
{
    put_cell(s, (struct show_cell){.type = SHOW_NOTHING});
}

void show_put_text(struct show *s, struct str text)
{
    put_cell(s, (struct show_cell){.type = text.len ? SHOW_TEXT : SHOW_NOTHING, .text = text});
}

void show_put_amount(struct show *s, int64_t minor)
{
    put_cell(s, (struct show_cell){.type = SHOW_AMOUNT, .value = minor});
}

void show_put_number(struct show *s, int64_t number)
{
    put_cell(s, (struct show_cell){.type = SHOW_NUMBER, .value = number});
}

void show_put_date(struct show *s, date_t date)
{
    char text[DATE_TEXT_BYTES];
    if (date == DATE_NONE) {
        show_put_nothing(s);
        return;
    }
    date_format(text, date);
    show_put_text(s, str_copy(s->arena, str_from(text)));
}

void show_fill(struct show *s, const struct fold *f, enum language lang)
{
    s->fold = f;
    s->lang = lang;
    s->kind->fill(s);
    CHECK(s->cell_count % s->kind->column_count == 0);
}

size_t show_row_count(const struct show *s)
{
    return s->cell_count / s->kind->column_count;
}

bool show_name_known(const struct show *s)
{
    const struct pact *p = s->fold->pact;
    uint32_t word = words_find(p->doc->words, s->name);
    for (enum name_set set = NAMES_COMMON; word != WORD_NONE && set < NAME_SET_COUNT; set++)
        if (pact_named(p, set, word).thing) return true;
    return words_find(&s->fold->state->payers, s->name) != WORD_NONE;
}

/* ---- text ---- */

static struct str cell_text(const struct show *s, const struct show_cell *cell)
{
    switch (cell->type) {
    case SHOW_NOTHING: return STR("–");
    case SHOW_TEXT: return cell->text;
    case SHOW_AMOUNT: return amount_grouped(s->arena, cell->value, s->fold->pact->digits);
    case SHOW_NUMBER: return str_format(s->arena, "%lld", (long long)cell->value);
    }
    return STR("");
}

static struct str head(const struct show *s)
{
    const struct pact *p = s->fold->pact;
    char date[DATE_TEXT_BYTES];
    date_format(date, s->fold->options.until);
    struct str currency = currency_name(p), title = alliance_title(s->arena, p, s->lang);
    const char *name = s->kind->name[s->lang];
    if (s->lang == LANG_ZH)
        return str_format(s->arena, "%.*s\n%s，截至 %s，币种 %.*s\n\n", STR_ARG(title), name, date,
                          STR_ARG(currency));
    return str_format(s->arena, "%.*s\n%s on %s, in %.*s\n\n", STR_ARG(title), name, date,
                      STR_ARG(currency));
}

struct str show_text(const struct show *s)
{
    struct table t;
    table_init(&t, s->arena, s->kind->column_count);
    for (uint32_t c = 0; c < s->kind->column_count; c++) {
        if (!s->kind->columns[c].right) table_left(&t, c);
        table_cell(&t, str_from(s->kind->columns[c].title[s->lang]));
    }
    table_rule(&t);
    for (size_t i = 0; i < s->cell_count; i++) table_cell(&t, cell_text(s, &s->cells[i]));
    struct str top = head(s), table = table_text(&t);
    return str_format(s->arena, "%.*s%.*s", STR_ARG(top), STR_ARG(table));
}
