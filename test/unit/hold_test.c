/* Settling piece by piece is settling at once: every text is settled in one go, folding anew from
 * the founding for whatever is written late, and in pieces, at each settlement and at entries taken
 * by chance, with places kept at the end of every day. All figures, debts, accounts, decisions and
 * lines, with the whys of the lines, must be the same.
 *
 *     unit_hold_test [FILE...]    the texts of the repository, or these */
#include "unit.h"

#include "engine.h"

#include "settle/standing.h"
#include "state/motions.h"
#include "state/register.h"
#include "state/stakes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 1 << 20, PIECES_MAX = 4000 };

/* ---- what is compared ---- */

/* Lines with their whys; told again from the first where all is folded again. */
struct told {
    struct arena *arena;
    struct str *list;
    size_t count, capacity;
    bool quiet;
};

static struct str why_text(struct arena *a, const struct why *w, int depth)
{
    if (!w || depth == 0) return STR("-");
    struct str text = str_format(a, "(%d %.*s %.*s %u %.*s", (int)w->op, STR_ARG(w->amount),
                                 STR_ARG(w->fraction), w->entry, STR_ARG(w->note));
    for (uint32_t i = 0; i < w->child_count && i < 6; i++)
        text = str_format(a, "%.*s%.*s", STR_ARG(text),
                          STR_ARG(why_text(a, w->children[i], depth - 1)));
    for (uint32_t i = 0; i < w->basis_count && i < 6; i++)
        text =
            str_format(a, "%.*s%.*s", STR_ARG(text), STR_ARG(why_text(a, w->basis[i], depth - 1)));
    return str_format(a, "%.*s %u)", STR_ARG(text), w->child_count);
}

static void hear(void *context, struct fold *f, const struct line *l)
{
    struct told *t = context;
    if (t->quiet) return;
    if (l->number == 1) t->count = 0;
    struct str why = f->options.explain ? why_text(t->arena, fold_why(f, l), 4) : STR("");
    struct str exact = l->exact ? rat_text(t->arena, l->exact) : STR("");
    *ARENA_PUSH(t->arena, t->list, t->count, t->capacity) =
        str_format(t->arena, "%u: %u %d %d %u %d %d %lld %.*s %.*s", l->number, l->entry,
                   (int)l->date, (int)l->to, l->index, (int)l->kind, (int)l->figure,
                   (long long)l->amount_minor, STR_ARG(exact), STR_ARG(why));
}

static void put_party(FILE *out, const struct state *s, uint32_t i)
{
    const struct party_state *p = &s->parties[i];
    const struct figures *x = &p->figures;
    (void)fprintf(out, "party %u: %lld %lld %lld %lld %lld %lld %lld capital %lld %d %d\n", i,
                  (long long)x->called, (long long)x->received, (long long)x->borne,
                  (long long)x->charges, (long long)x->paid_in, (long long)x->paid_out,
                  (long long)x->set_off, (long long)p->capital_minor, p->member, p->gone);
    for (int n = 0; n < NATURE_COUNT; n++)
        for (size_t k = 0; k < p->debts[n].count; k++) {
            const struct debt *d = &p->debts[n].list[k];
            (void)fprintf(out, "  debt %d: %d %u %lld %lld %lld %d %u\n", n, (int)d->due,
                          d->project, (long long)d->amount_minor, (long long)d->paid_minor,
                          (long long)d->set_off_minor, (int)d->done, d->entry);
        }
}

static void put_stakes(FILE *out, struct state *s)
{
    for (uint32_t t = 0; t < s->pact->stakes_count; t++) {
        const struct share_set *set = state_stakes(s, t, s->day);
        for (uint32_t i = 0; set && i < set->count; i++)
            (void)fprintf(out, "stakes %u: %u %llu/%llu\n", t, set->parties[i],
                          (unsigned long long)set->weights[i], (unsigned long long)set->sum);
    }
}

static void put_register(FILE *out, const struct state *s)
{
    for (size_t i = 0; s->motions && i < s->pact->motion_count; i++)
        (void)fprintf(out, "motion %zu: %d %d %u\n", i, (int)s->motions->list[i].result,
                      (int)s->motions->list[i].decided, s->motions->list[i].used_by);
    for (size_t i = 0; i < s->pact->licence_count; i++)
        (void)fprintf(out, "licence %zu: %lld %lld\n", i,
                      (long long)s->registers->licences[i].sales_minor,
                      (long long)s->registers->licences[i].paid_minor);
    for (size_t i = 0; i < s->pact->result_count; i++)
        (void)fprintf(out, "result %zu: %d %u %d\n", i, s->registers->results[i].registered,
                      s->registers->results[i].owners.count,
                      (int)s->registers->results[i].first_use);
}

static char *dump(struct arena *a, struct settlement *settlement, const struct told *told)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    struct state *s = settlement->fold.state;
    for (uint32_t i = 0; i < s->party_count; i++) put_party(out, s, i);
    for (size_t i = 0; i < s->pact->fund_count; i++)
        (void)fprintf(out, "fund %zu: %lld\n", i, (long long)s->funds[i].balance_minor);
    (void)fprintf(out, "%lld %lld\n", (long long)s->unshared_minor, (long long)s->uncovered_minor);
    for (int k = 0; k < ACCOUNT_COUNT; k++)
        for (uint32_t i = 0; i < s->accounts[k].count; i++)
            if (s->accounts[k].minor[i])
                (void)fprintf(out, "%.*s %lld\n",
                              STR_ARG(state_account_name(a, s, (enum account)k, i)),
                              (long long)s->accounts[k].minor[i]);
    put_stakes(out, s);
    put_register(out, s);
    for (size_t i = 0; i < told->count; i++) (void)fprintf(out, "%.*s\n", STR_ARG(told->list[i]));
    (void)fclose(out);
    return text;
}

/* Where two dumps part: a line of each. */
static void expect_same(const char *name, const char *how, const char *once, const char *pieces)
{
    if (strcmp(once, pieces) == 0) return;
    size_t at = 0, line = 0;
    for (; once[at] && once[at] == pieces[at]; at++)
        if (once[at] == '\n') line = at + 1;
    fail_msg("%s, %s:\n  at once   %.600s\n  in pieces %.600s", name, how, once + line,
             pieces + line);
}

/* ---- settling ---- */

static struct fold_options options_of(struct told *told)
{
    return (struct fold_options){
        .until = DATE_NONE, .lines = true, .explain = true, .sink = {told, hear, NULL, NULL}};
}

/* NULL where the text is refused. */
static char *settled_at_once(char *text, uint32_t places_apart)
{
    struct engine e;
    engine_resolve(&e, text);
    struct told told = {.arena = &e.arena};
    struct fold_options options = options_of(&told);
    options.places_apart = places_apart;
    char *out = NULL;
    if (!diags_has_errors(&e.diags) &&
        settle_run(&e.settlement, &e.arena, e.pact, &e.diags, options))
        out = dump(&e.arena, &e.settlement, &told);
    engine_release(&e);
    return out;
}

/* The offsets of pieces: those of dated lines behind a settlement, or one in `each`. */
static size_t find_pieces(const char *text, size_t *at, unsigned each, unsigned seed)
{
    size_t count = 0, entries = 0;
    bool settled = false;
    for (const char *line = text; line && *line && count < PIECES_MAX;) {
        if (line[0] >= '0' && line[0] <= '9') {
            seed = seed * 1103515245u + 12345u;
            bool cut = each ? (seed >> 16) % each == 0 : settled;
            if (entries++ > 0 && cut) at[count++] = (size_t)(line - text);
            const char *end = strchr(line, '\n');
            const char *word = strstr(line, " settle");
            settled = word && (!end || word < end);
        }
        line = strchr(line, '\n');
        if (line) line++;
    }
    return count;
}

struct pieces {
    char *text;
    const size_t *at;
    size_t count;
};

static void read_pieces(struct engine *e, const struct pieces *p, size_t first, size_t last)
{
    size_t from = first ? p->at[first - 1] : 0;
    size_t to = last < p->count ? p->at[last] : strlen(p->text);
    parser_read(&e->parser, STR("t.heqi"), (struct str){p->text + from, to - from});
}

static date_t last_date(const struct engine *e)
{
    uint32_t count = e->document.entry_count;
    return count ? document_entry(&e->document, count - 1)->date : e->pact->founded;
}

/* Opens with so few of the pieces as hold together by themselves; a name in the terms may be that
 * of somebody who joins. Returns the next piece; one more than there are where none do. */
static size_t open_pieces(struct engine *e, struct standing *s, const struct pieces *p,
                          struct fold_options options)
{
    for (size_t i = 0; i <= p->count; i++) {
        document_init(&e->document, &e->arena, &e->words, e->g, &e->sources);
        diags_init(&e->diags, &e->arena);
        parser_init(&e->parser, &e->arena, &e->sources, &e->diags, &e->words, e->g);
        e->parser.sink = document_sink(&e->document);
        read_pieces(e, p, 0, i);
        if (diags_has_errors(&e->diags)) continue;
        struct pact *pact = pact_resolve(&e->arena, &e->document, &e->diags);
        e->pact = pact;
        if (diags_has_errors(&e->diags)) continue;
        if (standing_open(s, &e->arena, pact, &e->document, &e->diags, options)) return i + 1;
    }
    return p->count + 2;
}

/* What is refused by itself, though not with what follows, leaves everything as it was. */
static bool settle_pieces(struct engine *e, struct standing *s, const struct pieces *p,
                          struct told *told)
{
    struct fold_options options = options_of(told);
    options.places_apart = 1;
    size_t first = open_pieces(e, s, p, options);
    bool ok = first <= p->count + 1;
    for (size_t i = first; ok && i <= p->count; i++) {
        told->quiet = true;
        ok = standing_settle(s, last_date(e));
        told->quiet = false;
        size_t lines = told->count;
        diags_init(&e->diags, &e->arena);
        read_pieces(e, p, first, i);
        if (!diags_has_errors(&e->diags) && standing_go_on(s))
            first = i + 1;
        else
            told->count = lines;
    }
    return ok && first == p->count + 1 && standing_settle(s, last_date(e));
}

static char *settled_in_pieces(char *text, unsigned each, unsigned seed)
{
    static size_t at[PIECES_MAX];
    struct pieces p = {text, at, find_pieces(text, at, each, seed)};
    struct engine e;
    engine_resolve(&e, "");
    struct told told = {.arena = &e.arena};
    struct standing s;
    char *out = NULL;
    if (settle_pieces(&e, &s, &p, &told)) out = dump(&e.arena, &s.settlement, &told);
    if (!out) print_message("%.*s\n", STR_ARG(engine_problems(&e)));
    engine_release(&e);
    return out;
}

static void expect_pieces(const char *name, char *text, const char *once, unsigned each,
                          unsigned seed)
{
    char how[64];
    (void)snprintf(how, sizeof how, "cut 1 in %u (0: at settlements), seed %u", each, seed);
    char *pieces = settled_in_pieces(text, each, seed);
    if (!pieces) fail_msg("%s, %s: refused", name, how);
    expect_same(name, how, once, pieces);
    free(pieces);
}

/* False where it is refused as a whole. */
static bool check_text(const char *name, char *text)
{
    char *once = settled_at_once(text, UINT32_MAX);
    if (!once) return false;
    char *by_places = settled_at_once(text, 1);
    assert_non_null(by_places);
    expect_same(name, "places kept", once, by_places);
    expect_pieces(name, text, once, 0, 0);
    expect_pieces(name, text, once, 3, 1);
    expect_pieces(name, text, once, 12, 2);
    free(by_places);
    free(once);
    return true;
}

/* ---- the texts ---- */

static int file_count;
static char **files;

/* Reads a file behind a text. What it includes is there already: the line becomes a comment. */
static size_t read_behind(char *text, size_t len, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) fail_msg("run me in the folder of the project: no %s", path);
    size_t end = len + fread(text + len, 1, TEXT_BYTES - 1 - len, f);
    (void)fclose(f);
    text[end] = '\0';
    char *include = strstr(text + len, "\ninclude ");
    if (include) memset(include + 1, '#', 1);
    return end;
}

static void check_file(const char *first, const char *second, bool refused_too)
{
    char *text = calloc(1, TEXT_BYTES);
    assert_non_null(text);
    size_t len = read_behind(text, 0, first);
    if (second) (void)read_behind(text, len, second);
    bool settled = check_text(second ? second : first, text);
    assert_true(settled || refused_too);
    free(text);
}

static void texts_settle_alike(void **state)
{
    (void)state;
    for (int i = 0; i < file_count; i++) check_file(files[i], NULL, true);
    if (file_count) return;
    check_file("examples/coating.heqi", NULL, false);
    check_file("examples/coating.heqi", "examples/coating-life.heqi", false);
    check_file("examples/council.heqi", NULL, false);
    check_file("examples/three.heqi", NULL, false);
    check_file("test/books/postings.heqi", NULL, false);
    check_file("test/books/registers.heqi", NULL, false);
    check_file("test/texts/all_reversed.heqi", NULL, false);
    check_file("test/texts/arrears.heqi", NULL, false);
    check_file("test/texts/clawback.heqi", NULL, false);
    check_file("test/texts/covers.heqi", NULL, false);
    check_file("test/texts/dissolved.heqi", NULL, false);
    check_file("test/texts/divided.heqi", NULL, false);
    check_file("test/texts/dues.heqi", NULL, false);
    check_file("test/texts/late.heqi", NULL, false);
    check_file("test/texts/refunds.heqi", NULL, false);
    check_file("test/texts/set_off_undone.heqi", NULL, false);
    check_file("test/texts/stakes.heqi", NULL, false);
    check_file("test/texts/waterfall.heqi", NULL, false);
}

int main(int argc, char **argv)
{
    file_count = argc - 1;
    files = argv + 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_settle_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
