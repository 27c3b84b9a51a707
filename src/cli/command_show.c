/* heqi show: a register of the alliance on a day. */
#include "cli/figures.h"
#include "cli/json.h"
#include "cli/options.h"
#include "report/names.h"
#include "report/show.h"

#include <string.h>
#include <sys/stat.h>

static const struct show_kind *find_kind(struct run *run)
{
    struct str name = str_from(run->request->operands[0]);
    const struct show_kind *kind = show_kind_find(name);
    if (kind) return kind;
    struct str *names = ARENA_ARRAY(run->arena, struct str, show_kind_count);
    for (size_t i = 0; i < show_kind_count; i++) names[i] = str_from(show_kinds[i].name[run->lang]);
    complain_unknown(run->arena, TEXT_NO_KIND, run->lang, name, names, show_kind_count);
    return NULL;
}

/* Whether the operand behind the kind is a name: a file has to follow it, and it looks like none
 * and is none. */
static bool has_name(const struct request *r)
{
    struct stat status;
    const char *word = r->operands[1];
    if (r->operand_count < 3 || strcmp(word, "-") == 0 || strchr(word, '/')) return false;
    return !str_ends_with(str_from(word), STR(".heqi")) && stat(word, &status) != 0;
}

static void write_cell(struct json_out *j, struct run *run, const struct show *s,
                       const struct show_cell *cell)
{
    switch (cell->type) {
    case SHOW_NOTHING: json_out_null(j); break;
    case SHOW_TEXT: json_out_string(j, cell->text); break;
    case SHOW_AMOUNT:
        json_out_string(j, amount_plain(run->arena, cell->value, s->fold->pact->digits));
        break;
    case SHOW_NUMBER: json_out_int(j, cell->value); break;
    }
}

static void write_json(struct run *run, const struct show *s)
{
    const struct pact *p = s->fold->pact;
    uint32_t columns = s->kind->column_count;
    char date[DATE_TEXT_BYTES];
    struct json_out j;
    json_out_init(&j);
    json_out_open(&j, JSON_OUT_OBJECT);
    json_out_member(&j, "show", str_from(s->kind->name[LANG_EN]));
    date_format(date, s->fold->options.until);
    json_out_member(&j, "at", str_from(date));
    json_out_member(&j, "currency", currency_name(p));
    json_out_key(&j, "rows");
    json_out_open(&j, JSON_OUT_ARRAY);
    for (size_t i = 0; i < s->cell_count; i++) {
        if (i % columns == 0) json_out_open(&j, JSON_OUT_OBJECT);
        json_out_key(&j, s->kind->columns[i % columns].key);
        write_cell(&j, run, s, &s->cells[i]);
        if (i % columns == columns - 1) json_out_close(&j);
    }
    json_out_close(&j);
    json_out_close(&j);
    json_out_end(&j);
}

/* Words of JSON are English in every language. */
static enum exit_code show(struct run *run, const struct pact *pact, struct show *s, date_t at)
{
    struct fold f;
    fold_init(&f, run->arena, pact, &run->diags,
              (struct fold_options){.until = at, .postings = show_sink(s)});
    if (!fold_run(&f)) return run_refuse(run);
    show_fill(s, &f, run->json ? LANG_EN : run->lang);
    if (s->name.len && show_row_count(s) == 0 && !show_name_known(s)) {
        complain(run->arena, TEXT_NO_NAME, run->lang, s->name, STR(""));
        return EXIT_USAGE;
    }
    run_show(run, SEVERITY_WARNING);
    if (run->json)
        write_json(run, s);
    else
        print(show_text(s));
    return EXIT_CLEAN;
}

enum exit_code command_show(struct run *run)
{
    const struct pact *pact;
    struct show s;
    date_t at;
    const struct show_kind *kind = find_kind(run);
    if (!kind || !figures_date(run, OPTION_AT, &at)) return EXIT_USAGE;
    bool named = has_name(run->request);
    enum exit_code code = figures_open_beside(run, (struct beside){.before = named ? 2 : 1}, &pact);
    if (code != EXIT_CLEAN) return code;
    struct str name = named ? str_from(run->request->operands[1]) : STR("");
    show_init(&s, run->arena, kind, name);
    return show(run, pact, &s, at);
}
