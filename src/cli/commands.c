/* The tables of cli/command_table.h, compiled. */
#include "cli/commands.h"

#include <assert.h>

static_assert(OPTION_COUNT <= 32, "the options of a command are bits of 32");

const struct option_row option_rows[OPTION_COUNT] = {
#define OPTION(id, name, value, en, zh)                                                            \
    [OPTION_##id] = {name, value, {[LANG_EN] = en, [LANG_ZH] = zh}},
#define COMMAND(name, operands, min, max, options, example, en, zh, en_more, zh_more)
#include "cli/command_table.h"
#undef OPTION
#undef COMMAND
};

const struct command commands[] = {
#define OPTION(id, name, value, en, zh)
#define COMMAND(name, operands, min, max, options, example, en, zh, en_more, zh_more)              \
    {#name,                                                                                        \
     operands,                                                                                     \
     min,                                                                                          \
     max,                                                                                          \
     OPTIONS_OF_ALL | (options),                                                                   \
     example,                                                                                      \
     {[LANG_EN] = en, [LANG_ZH] = zh},                                                             \
     {[LANG_EN] = en_more, [LANG_ZH] = zh_more},                                                   \
     command_##name},
#include "cli/command_table.h"
#undef OPTION
#undef COMMAND
};

const size_t command_count = ARRAY_LEN(commands);

const struct command *command_find(struct str name)
{
    for (size_t i = 0; i < command_count; i++)
        if (str_eq(str_from(commands[i].name), name)) return &commands[i];
    return NULL;
}
