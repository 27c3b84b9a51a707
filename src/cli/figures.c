/* What settle, explain and balance share: opening the text, and the values of their options. */
#include "cli/figures.h"

#include <string.h>

enum exit_code figures_open(struct run *run, const struct pact **pact_out)
{
    return figures_open_beside(run, (struct beside){0}, pact_out);
}

enum exit_code figures_open_beside(struct run *run, struct beside beside,
                                   const struct pact **pact_out)
{
    if (run_read_document(run, beside) != OK) return EXIT_CANNOT_RUN;
    *pact_out = run_resolve(run);
    return *pact_out ? EXIT_CLEAN : run_refuse(run);
}

bool figures_date(struct run *run, enum option option, date_t *out)
{
    const char *value = run->request->values[option];
    *out = DATE_NONE;
    if (!value) return true;
    if (strlen(value) == 10 && date_parse(out, value) == OK) return true;
    complain(run->arena, TEXT_NO_DATE, run->lang, str_from(option_rows[option].name),
             str_from(value));
    return false;
}

bool figures_number(struct run *run, enum option option, uint32_t *out)
{
    const char *value = run->request->values[option];
    uint64_t number = 0;
    *out = 0;
    if (!value) return true;
    for (const char *c = value; *c; c++) {
        if (*c < '0' || *c > '9' || number > UINT32_MAX / 10) {
            number = 0;
            break;
        }
        number = number * 10 + (uint64_t)(*c - '0');
    }
    if (number > 0 && number < UINT32_MAX) {
        *out = (uint32_t)number;
        return true;
    }
    complain(run->arena, TEXT_NO_NUMBER, run->lang, str_from(option_rows[option].name),
             str_from(value));
    return false;
}
