/* The command line. The first fault is kept while reading goes on, so that it can be said in the
 * language that an option behind it may ask for. */
#include "cli/options.h"

#include "base/utf8.h"
#include "cli/output.h"

#include <string.h>

struct fault {
    enum text text;
    struct str a, b;
};

struct reader {
    struct arena *arena;
    struct request *request;
    char *const *words;
    int at, count;
    const char **operands; /* the command among them */
    uint32_t operand_count;
    bool faulty;
    struct fault fault; /* the first */
};

static void find_fault(struct reader *r, enum text text, struct str a, struct str b)
{
    if (!r->faulty) r->fault = (struct fault){.text = text, .a = a, .b = b};
    r->faulty = true;
}

static struct str option_name(const struct reader *r, enum option option)
{
    return str_format(r->arena, "--%s", option_rows[option].name);
}

/* Whether a value is one of those that the row lists, as in "en|zh"; any, where it lists none. */
static bool value_allowed(const struct option_row *row, struct str value)
{
    if (!strchr(row->value, '|')) return true;
    for (const char *word = row->value;; word++) {
        size_t len = strcspn(word, "|");
        if (str_eq((struct str){word, len}, value)) return true;
        word += len;
        if (!*word) return false;
    }
}

static void set_option(struct reader *r, enum option option, const char *value)
{
    const struct option_row *row = &option_rows[option];
    if (row->value && r->request->values[option])
        find_fault(r, TEXT_OPTION_TWICE, option_name(r, option), (struct str){0});
    if (row->value && !value_allowed(row, str_from(value)))
        find_fault(r, TEXT_VALUE_WRONG, str_from(value), str_from(row->value));
    r->request->values[option] = value;
}

/* `given` is what stands behind the = of the word, or NULL. */
static void read_option(struct reader *r, enum option option, const char *given)
{
    const struct option_row *row = &option_rows[option];
    if (!row->value) {
        if (given) find_fault(r, TEXT_VALUE_UNWANTED, option_name(r, option), (struct str){0});
        set_option(r, option, "");
    } else if (given) {
        set_option(r, option, given);
    } else if (r->at < r->count && strncmp(r->words[r->at], "--", 2) != 0) {
        set_option(r, option, r->words[r->at++]);
    } else {
        find_fault(r, TEXT_VALUE_MISSING, option_name(r, option), str_from(row->value));
    }
}

static void read_option_word(struct reader *r, const char *word)
{
    size_t len = strcspn(word, "=");
    struct str name = {word, len};
    for (enum option o = 0; o < OPTION_COUNT; o++) {
        if (!str_eq(option_name(r, o), name)) continue;
        read_option(r, o, word[len] ? word + len + 1 : NULL);
        return;
    }
    find_fault(r, TEXT_UNKNOWN_OPTION, name, (struct str){0});
}

static void read_words(struct reader *r)
{
    bool options_over = false;
    r->operands = ARENA_ARRAY(r->arena, const char *, (size_t)r->count);
    while (r->at < r->count) {
        const char *word = r->words[r->at++];
        if (options_over || word[0] != '-' || word[1] == '\0') {
            r->operands[r->operand_count++] = word;
        } else if (strcmp(word, "--") == 0) {
            options_over = true;
        } else {
            read_option_word(r, word);
        }
    }
}

/* The first operand names the command, the others are its own. */
static void take_command(struct reader *r)
{
    if (r->operand_count == 0) return;
    struct str name = str_from(r->operands[0]);
    r->request->operands = r->operands + 1;
    r->request->operand_count = r->operand_count - 1;
    r->request->command = command_find(name);
    if (!r->request->command) find_fault(r, TEXT_UNKNOWN_COMMAND, name, (struct str){0});
}

static void check_options(struct reader *r, const struct command *command)
{
    for (enum option o = 0; o < OPTION_COUNT; o++)
        if (request_has(r->request, o) && !(command->options >> o & 1))
            find_fault(r, TEXT_NOT_TAKEN, str_from(command->name), option_name(r, o));
}

static void check_operands(struct reader *r, const struct command *command)
{
    const struct request *request = r->request;
    if (request->operand_count < command->operands_min)
        find_fault(r, TEXT_TOO_FEW, str_from(command->name), str_from(command->operands));
    if (request->operand_count > command->operands_max)
        find_fault(r, TEXT_TOO_MANY, str_from(command->name),
                   str_from(request->operands[command->operands_max]));
    uint32_t stdin_count = 0;
    for (uint32_t i = 0; i < request->operand_count; i++)
        stdin_count += strcmp(request->operands[i], "-") == 0;
    if (stdin_count > 1) find_fault(r, TEXT_STDIN_TWICE, (struct str){0}, (struct str){0});
}

void complain_unknown(struct arena *arena, enum text text, enum language lang, struct str word,
                      const struct str *candidates, size_t count)
{
    struct str nearest = {0};
    if (utf8_first_bad(word) == word.len) nearest = diag_nearest(word, candidates, count);
    struct str said = text_fill(arena, text, lang, diag_shown(arena, word), (struct str){0});
    print_error(STR("heqi: "));
    print_error(said);
    if (nearest.len) print_error(text_fill(arena, TEXT_MEANT, lang, nearest, (struct str){0}));
    print_error(STR("\n"));
}

static void complain_unknown_command(const struct reader *r)
{
    struct str *names = ARENA_ARRAY(r->arena, struct str, command_count);
    for (size_t i = 0; i < command_count; i++) names[i] = str_from(commands[i].name);
    complain_unknown(r->arena, r->fault.text, r->request->lang, r->fault.a, names, command_count);
}

static void complain_unknown_option(const struct reader *r)
{
    struct str names[OPTION_COUNT];
    for (enum option o = 0; o < OPTION_COUNT; o++) names[o] = option_name(r, o);
    complain_unknown(r->arena, r->fault.text, r->request->lang, r->fault.a, names, OPTION_COUNT);
}

static void say_fault(const struct reader *r)
{
    const struct fault *fault = &r->fault;
    const struct command *command = r->request->command;
    if (fault->text == TEXT_UNKNOWN_OPTION) {
        complain_unknown_option(r);
    } else if (fault->text == TEXT_UNKNOWN_COMMAND) {
        complain_unknown_command(r);
    } else {
        complain(r->arena, fault->text, r->request->lang, fault->a, fault->b);
    }
    struct str help =
        command ? str_format(r->arena, "heqi %s --help", command->name) : STR("heqi --help");
    complain(r->arena, TEXT_SEE_HELP, r->request->lang, help, (struct str){0});
}

enum status options_parse(struct request *out, struct arena *arena, int word_count,
                          char *const *words)
{
    CHECK(word_count >= 0);
    struct reader r = {.arena = arena, .request = out, .words = words, .count = word_count};
    *out = (struct request){0};
    read_words(&r);
    take_command(&r);
    const char *lang = out->values[OPTION_LANG];
    out->lang = !lang ? language_of_environment() : strcmp(lang, "zh") == 0 ? LANG_ZH : LANG_EN;
    bool asks = request_has(out, OPTION_HELP) || request_has(out, OPTION_VERSION);
    if (out->command && !asks) {
        check_options(&r, out->command);
        check_operands(&r, out->command);
    }
    if (!r.faulty) return OK;
    say_fault(&r);
    return ERR_SYNTAX;
}
