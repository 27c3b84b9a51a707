/* Silence has consequences: what an agreement leaves out, the law fills in.
 *
 * A subject that the agreement has and says nothing of is a note at the alliance's line (N120) with
 * the default that may apply, the article, and the term that would agree on it. The defaults are
 * those of the law of China, so an agreement in another currency than CNY gets none, nor does one
 * of a single party. */
#ifndef HEQI_REVIEW_SILENCE_H
#define HEQI_REVIEW_SILENCE_H

#include "pact/pact.h"

enum silence {
#define SILENCE(id, applies, on, normal, law, write, zh_on, zh_normal, zh_law, zh_write)           \
    SILENCE_##id,
#include "review/silence_table.h"
#undef SILENCE
    SILENCE_COUNT
};

/* Whether the agreement, as it reads on a day, has the subject and is silent on it. */
bool review_is_silent(const struct pact *p, enum silence subject, date_t at);

/* Notes every subject that the agreement, as all its amendments leave it, is silent on. The pact
 * must hold no error. */
void review_note_silence(const struct pact *p, struct diags *diags);

#endif
