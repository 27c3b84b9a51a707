/* See engine.h. */
#include "unit.h"

#include "engine.h"
#include "invariants.h"

#include "num/money.h"

#include <stdio.h>
#include <string.h>

/* The message of a test that fails, kept while the engine is given back, which would else show as
 * a leak as long as the message. */
#define FAIL(e, ...)                                                                               \
    do {                                                                                           \
        static char message_[16384];                                                               \
        (void)snprintf(message_, sizeof message_, __VA_ARGS__);                                    \
        engine_release(e);                                                                         \
        fail_msg("%s", message_);                                                                  \
    } while (0)

/* ---- running ---- */

void engine_resolve(struct engine *e, const char *text)
{
    *e = (struct engine){.pact = NULL};
    arena_init(&e->arena);
    words_init(&e->words, &e->arena);
    e->g = grammar_new(&e->arena, &e->words);
    sources_init(&e->sources, &e->arena);
    diags_init(&e->diags, &e->arena);
    parser_init(&e->parser, &e->arena, &e->sources, &e->diags, &e->words, e->g);
    document_init(&e->document, &e->arena, &e->words, e->g, &e->sources);
    e->parser.sink = document_sink(&e->document);
    parser_read(&e->parser, STR("t.heqi"), str_from(text));
    if (!diags_has_errors(&e->diags)) e->pact = pact_resolve(&e->arena, &e->document, &e->diags);
}

void engine_release(struct engine *e)
{
    arena_release(&e->arena);
}

/* Rationals of lines are gone when the sink returns, so their texts are kept. */
static void keep_line(void *context, struct fold *f, const struct line *l)
{
    struct engine *e = context;
    struct kept_line *kept = ARENA_PUSH(&e->arena, e->lines, e->line_count, e->line_capacity);
    kept->line = *l;
    kept->amount = str_format(&e->arena, "%lld", (long long)l->amount_minor);
    kept->exact = l->exact ? rat_text(&e->arena, l->exact) : kept->amount;
    kept->why = f->options.explain ? fold_why(f, l) : NULL;
    kept->line.exact = NULL;
    kept->line.portion = NULL;
}

void engine_settle(struct engine *e, const char *text, struct engine_options options)
{
    engine_resolve(e, text);
    if (diags_has_errors(&e->diags)) return;
    struct fold_options fold = {.until = DATE_NONE,
                                .checking = options.checking,
                                .lines = options.lines,
                                .explain = options.explain,
                                .postings = invariants_watched(),
                                .sink = {.context = e, .line = keep_line}};
    if (options.until) assert_int_equal(date_parse(&fold.until, options.until), OK);
    if (options.balance || options.checking) {
        fold_init(&e->settlement.fold, &e->arena, e->pact, &e->diags, fold);
        e->settlement.until = e->settlement.fold.options.until;
        e->settled = fold_run(&e->settlement.fold);
    } else {
        e->settled = settle_run(&e->settlement, &e->arena, e->pact, &e->diags, fold);
    }
    if (!options.checking) assert_int_equal(e->settled, !diags_has_errors(&e->diags));
}

struct str engine_codes(struct engine *e)
{
    struct str codes = STR("");
    for (size_t i = 0; i < e->diags.count; i++) {
        const struct diag_row *row = diag_row(e->diags.list[i].code);
        if (row->severity == SEVERITY_NOTE) continue;
        codes = str_format(&e->arena, "%.*s%s%s", STR_ARG(codes), codes.len ? " " : "", row->code);
    }
    return codes;
}

struct str engine_problems(struct engine *e)
{
    struct str text = STR("");
    for (size_t i = 0; i < e->diags.count; i++) {
        struct str one = diag_render(&e->arena, &e->sources, &e->diags.list[i], LANG_EN);
        text = str_format(&e->arena, "%.*s%.*s", STR_ARG(text), STR_ARG(one));
    }
    return text;
}

/* ---- figures ---- */

uint32_t engine_party(const struct engine *e, const char *name)
{
    uint32_t word = words_find(&e->words, str_from(name));
    uint32_t party = word == WORD_NONE ? INDEX_NONE : pact_find(e->pact, THING_PARTY, word);
    if (party == INDEX_NONE) fail_msg("no party %s", name);
    return party;
}

static int64_t party_figure(struct engine *e, struct str party, struct str figure)
{
    uint32_t index = engine_party(e, str_copy(&e->arena, party).ptr);
    const struct party_state *p = &e->settlement.fold.state->parties[index];
    const struct figures *x = &p->figures;
    const struct {
        struct str name;
        int64_t minor;
    } all[] = {
        {STR("called"), x->called},         {STR("received"), x->received},
        {STR("borne"), x->borne},           {STR("charges"), x->charges},
        {STR("paid_in"), x->paid_in},       {STR("paid_out"), x->paid_out},
        {STR("set_off"), x->set_off},       {STR("due"), figures_due(x)},
        {STR("owes"), figures_owes(x)},     {STR("capital"), p->capital_minor},
        {STR("in_kind"), p->in_kind_minor},
    };
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        if (str_eq(all[i].name, figure)) return all[i].minor;
    fail_msg("no figure %.*s", STR_ARG(figure));
    return 0;
}

static int64_t fund_balance(struct engine *e, struct str fund)
{
    uint32_t word = words_find(&e->words, fund);
    uint32_t index = word == WORD_NONE ? INDEX_NONE : pact_find_in(e->pact, NAMES_FUND, word);
    if (index == INDEX_NONE) fail_msg("no fund %.*s", STR_ARG(fund));
    return e->settlement.fold.state->funds[index].balance_minor;
}

/* An account that was never touched is zero. */
static int64_t account_balance(struct engine *e, struct str name)
{
    const struct state *s = e->settlement.fold.state;
    for (int account = 0; account < ACCOUNT_COUNT; account++)
        for (uint32_t i = 0; i < s->accounts[account].count; i++)
            if (str_eq(state_account_name(&e->arena, s, (enum account)account, i), name))
                return s->accounts[account].minor[i];
    return 0;
}

int64_t engine_figure(struct engine *e, struct str name)
{
    const struct state *s = e->settlement.fold.state;
    const char *dot = memchr(name.ptr, '.', name.len);
    size_t at = dot ? (size_t)(dot - name.ptr) : name.len;
    struct str head = str_slice(name, 0, at);
    if (memchr(name.ptr, ':', name.len)) return account_balance(e, name);
    if (str_eq(name, STR("unshared"))) return s->unshared_minor;
    if (str_eq(name, STR("uncovered"))) return s->uncovered_minor;
    if (!dot) fail_msg("no figure %.*s", STR_ARG(name));
    struct str tail = str_slice(name, at + 1, name.len);
    return str_eq(head, STR("fund")) ? fund_balance(e, tail) : party_figure(e, head, tail);
}

static struct str shown(struct engine *e, int64_t minor)
{
    char text[MONEY_TEXT_BYTES];
    size_t len = money_format(text, minor, e->pact->digits, (struct money_format_options){0});
    return str_copy(&e->arena, (struct str){text, len});
}

/* One "NAME AMOUNT" of a list. */
static void compare(struct engine *e, struct str item, const char *text)
{
    const char *space = memchr(item.ptr, ' ', item.len);
    assert_non_null(space);
    size_t at = (size_t)(space - item.ptr);
    struct str name = str_slice(item, 0, at), wanted = str_slice(item, at + 1, item.len);
    struct str got = shown(e, engine_figure(e, name));
    if (!str_eq(got, wanted))
        FAIL(e, "%.*s is %.*s, not %.*s, in\n%s", STR_ARG(name), STR_ARG(got), STR_ARG(wanted),
             text);
}

static void compare_all(struct engine *e, const char *figures, const char *text)
{
    if (!e->settled) {
        struct str problems = engine_problems(e);
        FAIL(e, "refused:\n%.*s", STR_ARG(problems));
    }
    struct str rest = str_from(figures);
    while (rest.len) {
        const char *comma = memchr(rest.ptr, ',', rest.len);
        size_t end = comma ? (size_t)(comma - rest.ptr) : rest.len;
        compare(e, str_slice(rest, 0, end), text);
        rest = str_slice(rest, comma ? end + 2 : end, rest.len);
    }
}

static void expect(const char *text, struct engine_options options, const char *figures)
{
    struct engine e;
    engine_settle(&e, text, options);
    compare_all(&e, figures, text);
    engine_release(&e);
}

void expect_figures(const char *text, const char *figures)
{
    expect(text, (struct engine_options){.until = NULL}, figures);
}

void expect_figures_until(const char *text, const char *until, const char *figures)
{
    expect(text, (struct engine_options){.until = until}, figures);
}

void expect_balance(const char *text, const char *figures)
{
    expect(text, (struct engine_options){.balance = true}, figures);
}

void expect_codes(const char *text, const char *codes)
{
    struct engine e;
    engine_settle(&e, text, (struct engine_options){.until = NULL});
    struct str got = engine_codes(&e);
    if (!str_eq(got, str_from(codes))) {
        struct str problems = engine_problems(&e);
        FAIL(&e, "\"%.*s\" instead of \"%s\" in\n%s\n%.*s", STR_ARG(got), codes, text,
             STR_ARG(problems));
    }
    engine_release(&e);
}
