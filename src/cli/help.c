/* Help, and the command that asks for it. */
#include "cli/help.h"

#include "cli/help_code.h"
#include "cli/json.h"
#include "cli/options.h"
#include "report/show.h"

#include <string.h>

/* A text that is put together line by line. */
struct page {
    struct arena *arena;
    enum language lang;
    struct str text;
};

static void add_text(struct page *p, const char *text)
{
    p->text = str_format(p->arena, "%.*s%s", STR_ARG(p->text), text);
}

static void add_sentence(struct page *p, enum text text)
{
    add_text(p, text_get(text, p->lang));
    add_text(p, "\n");
}

/* A row of a list: what is explained, padded, and what it is. */
static void add_row(struct page *p, struct str name, int columns, const char *summary)
{
    add_text(p, str_format(p->arena, "  %-*.*s  %s\n", columns, STR_ARG(name), summary).ptr);
}

static struct str command_usage(struct arena *a, const struct command *c)
{
    return str_format(a, "%s %s", c->name, c->operands);
}

static struct str option_usage(struct arena *a, const struct option_row *row)
{
    return str_format(a, "--%s%s%s", row->name, row->value ? " " : "",
                      row->value ? row->value : "");
}

static int widest(int columns, struct str name)
{
    return (int)name.len > columns ? (int)name.len : columns;
}

static void add_commands(struct page *p)
{
    int columns = 0;
    for (size_t i = 0; i < command_count; i++)
        columns = widest(columns, command_usage(p->arena, &commands[i]));
    add_sentence(p, TEXT_COMMANDS);
    for (size_t i = 0; i < command_count; i++)
        add_row(p, command_usage(p->arena, &commands[i]), columns, commands[i].summary[p->lang]);
}

/* What `heqi show` can show. */
static void add_kinds(struct page *p)
{
    int columns = 0;
    for (size_t i = 0; i < show_kind_count; i++)
        columns = widest(columns, str_from(show_kinds[i].name[p->lang]));
    add_sentence(p, TEXT_KINDS);
    for (size_t i = 0; i < show_kind_count; i++)
        add_row(p, str_from(show_kinds[i].name[p->lang]), columns, show_kinds[i].summary[p->lang]);
    add_text(p, "\n");
}

static void add_options(struct page *p, uint32_t options)
{
    int columns = 0;
    for (enum option o = 0; o < OPTION_COUNT; o++)
        if (options >> o & 1) columns = widest(columns, option_usage(p->arena, &option_rows[o]));
    add_sentence(p, TEXT_OPTIONS);
    for (enum option o = 0; o < OPTION_COUNT; o++)
        if (options >> o & 1)
            add_row(p, option_usage(p->arena, &option_rows[o]), columns,
                    option_rows[o].summary[p->lang]);
}

struct str help_overview(struct arena *arena, enum language lang)
{
    struct page p = {.arena = arena, .lang = lang, .text = STR("")};
    add_sentence(&p, TEXT_WHAT_HEQI_IS);
    add_text(&p, "\n");
    add_sentence(&p, TEXT_USAGE_OF_HEQI);
    add_text(&p, "\n");
    add_commands(&p);
    add_text(&p, "\n");
    add_options(&p, OPTIONS_OF_ALL | OPTION_BIT(VERSION));
    add_text(&p, "\n");
    add_sentence(&p, TEXT_FILES);
    add_sentence(&p, TEXT_OPTIONS_ANYWHERE);
    add_sentence(&p, TEXT_EXIT_CODES);
    return p.text;
}

struct str help_command(struct arena *arena, const struct command *command, enum language lang)
{
    struct page p = {.arena = arena, .lang = lang, .text = STR("")};
    add_text(&p, text_get(TEXT_USAGE, lang));
    struct str usage = command_usage(arena, command);
    add_text(&p, str_format(arena, " heqi %.*s\n\n", STR_ARG(usage)).ptr);
    add_text(&p, str_format(arena, "%s\n", command->summary[lang]).ptr);
    if (*command->more[lang]) add_text(&p, str_format(arena, "%s\n", command->more[lang]).ptr);
    add_text(&p, "\n");
    if (command->handler == command_show) add_kinds(&p);
    add_options(&p, command->options);
    add_text(&p, "\n");
    add_sentence(&p, TEXT_EXAMPLE);
    add_text(&p, str_format(arena, "  heqi %s\n", command->example).ptr);
    return p.text;
}

static void write_command(struct json_out *json, const struct command *c, enum language lang)
{
    json_out_open(json, JSON_OUT_OBJECT);
    json_out_member(json, "name", str_from(c->name));
    json_out_member(json, "operands", str_from(c->operands));
    json_out_member(json, "summary", str_from(c->summary[lang]));
    json_out_member(json, "example", str_from(c->example));
    json_out_key(json, "options");
    json_out_open(json, JSON_OUT_ARRAY);
    for (enum option o = 0; o < OPTION_COUNT; o++) {
        if (!(c->options >> o & 1)) continue;
        json_out_open(json, JSON_OUT_OBJECT);
        json_out_member(json, "name", str_from(option_rows[o].name));
        json_out_member(json, "value", str_from(option_rows[o].value ? option_rows[o].value : ""));
        json_out_member(json, "summary", str_from(option_rows[o].summary[lang]));
        json_out_close(json);
    }
    json_out_close(json);
    json_out_close(json);
}

void help_json(const struct command *command, enum language lang)
{
    struct json_out json;
    json_out_init(&json);
    json_out_open(&json, JSON_OUT_OBJECT);
    json_out_key(&json, "commands");
    json_out_open(&json, JSON_OUT_ARRAY);
    for (size_t i = 0; i < command_count; i++)
        if (!command || command == &commands[i]) write_command(&json, &commands[i], lang);
    json_out_close(&json);
    json_out_close(&json);
    json_out_end(&json);
}

struct str help_version(void)
{
    return STR("heqi " HEQI_VERSION "\n");
}

/* ---- heqi help [CODE|COMMAND] ---- */

static bool find_code(struct str name, enum diag_code *out)
{
    for (enum diag_code code = 0; code < DIAG_COUNT; code++) {
        if (!str_eq(str_from(diag_row(code)->code), name)) continue;
        *out = code;
        return true;
    }
    return false;
}

static void complain_unknown_topic(const struct run *run, struct str topic)
{
    size_t count = command_count + DIAG_COUNT;
    struct str *topics = ARENA_ARRAY(run->arena, struct str, count);
    for (size_t i = 0; i < command_count; i++) topics[i] = str_from(commands[i].name);
    for (enum diag_code code = 0; code < DIAG_COUNT; code++)
        topics[command_count + code] = str_from(diag_row(code)->code);
    complain_unknown(run->arena, TEXT_UNKNOWN_TOPIC, run->lang, topic, topics, count);
}

enum exit_code command_help(struct run *run)
{
    const struct request *r = run->request;
    struct str topic = r->operand_count ? str_from(r->operands[0]) : STR("");
    const struct command *command = command_find(topic);
    enum diag_code code;
    if (find_code(topic, &code)) {
        help_code(run, code);
    } else if (topic.len && !command) {
        complain_unknown_topic(run, topic);
        return EXIT_USAGE;
    } else if (run->json) {
        help_json(command, run->lang);
    } else {
        print(command ? help_command(run->arena, command, run->lang)
                      : help_overview(run->arena, run->lang));
    }
    return EXIT_CLEAN;
}
