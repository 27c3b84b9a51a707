/* What heqi says on its own account, not about a text: the sentences of cli/text_table.h in the
 * language of the run. */
#ifndef HEQI_CLI_TEXT_H
#define HEQI_CLI_TEXT_H

#include "base/diag.h"

enum text {
#define TEXT(id, en, zh) TEXT_##id,
#include "cli/text_table.h"
#undef TEXT
    TEXT_COUNT
};

const char *text_get(enum text text, enum language lang);

/* The sentence with a for {0} and b for {1}. */
struct str text_fill(struct arena *arena, enum text text, enum language lang, struct str a,
                     struct str b);

/* Says "heqi: " and the sentence on standard error. What is filled in may come from anywhere: it
 * is made harmless to show. */
void complain(struct arena *arena, enum text text, enum language lang, struct str a, struct str b);

/* The language of LC_ALL, LC_MESSAGES or LANG, the first that is set: zh… is Chinese. */
enum language language_of_environment(void);

#endif
