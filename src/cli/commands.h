/* The commands and options of heqi as data (cli/command_table.h), and what a call of it is. */
#ifndef HEQI_CLI_COMMANDS_H
#define HEQI_CLI_COMMANDS_H

#include "base/diag.h"
#include "base/str.h"

/* How a run ends; fixed, scripts depend on it. */
enum exit_code {
    EXIT_CLEAN = 0,      /* also with notes and warnings */
    EXIT_FOUND = 1,      /* errors in the text, or findings for `check` */
    EXIT_USAGE = 2,      /* not called as it should be */
    EXIT_CANNOT_RUN = 3, /* the outside world refused: a file, the output, memory */
};

enum option {
#define OPTION(id, name, value, en, zh) OPTION_##id,
#define COMMAND(name, operands, min, max, options, example, en, zh, en_more, zh_more)
#include "cli/command_table.h"
#undef OPTION
#undef COMMAND
    OPTION_COUNT
};

#define OPTION_BIT(id) (1u << OPTION_##id)
#define OPTIONS_OF_ALL (OPTION_BIT(HELP) | OPTION_BIT(JSON) | OPTION_BIT(LANG))
#define OPERANDS_MAX UINT32_MAX

struct option_row {
    const char *name;
    const char *value; /* what is shown for it; NULL: a switch */
    const char *summary[2];
};

struct run;

struct command {
    const char *name;
    const char *operands;
    uint32_t operands_min, operands_max;
    uint32_t options; /* OPTION_BITs, those of all commands included */
    const char *example;
    const char *summary[2]; /* by enum language */
    const char *more[2];
    enum exit_code (*handler)(struct run *run);
};

extern const struct option_row option_rows[OPTION_COUNT];
extern const struct command commands[];
extern const size_t command_count;

/* The command of a name, or NULL. */
const struct command *command_find(struct str name);

/* One call: what the command line says, checked against the tables. */
struct request {
    const struct command *command;    /* NULL: none was named */
    const char *values[OPTION_COUNT]; /* NULL: not given; "" for a switch that is */
    const char *const *operands;      /* behind the command */
    uint32_t operand_count;
    enum language lang; /* --lang, else that of the environment */
};

static inline bool request_has(const struct request *r, enum option option)
{
    return r->values[option] != NULL;
}

/* The handlers, command_check(), command_fmt() …: each does one command for an opened run
 * (cli/run.h) and says how to end. */
#define OPTION(id, name, value, en, zh)
#define COMMAND(name, operands, min, max, options, example, en, zh, en_more, zh_more)              \
    enum exit_code command_##name(struct run *run);
#include "cli/command_table.h"
#undef OPTION
#undef COMMAND

#endif
