/* Diagnostics: what is wrong, where, and what to do about it, in English and Chinese.
 *
 * The catalogue (base/diag_table.h) has one row a code. A caller reports a code, a span and the
 * texts that fill the places {0} {1} … of the row; the sink keeps them in the order of reporting.
 * Rendering is separate, so that the same finding becomes a terminal text with excerpt and
 * underline, or JSON. */
#ifndef HEQI_BASE_DIAG_H
#define HEQI_BASE_DIAG_H

#include "base/source.h"
#include "base/str.h"

/* In rising order. Errors stop every command; findings make `check` exit 1. */
enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_FINDING, SEVERITY_ERROR };

enum language { LANG_EN, LANG_ZH };

enum diag_code {
#define DIAG(code, severity, en, en_hint, zh, zh_hint) DIAG_##code,
#include "base/diag_table.h"
#undef DIAG
    DIAG_COUNT
};

struct diag_row {
    const char *code; /* "E101" */
    enum severity severity;
    const char *message[2]; /* by enum language */
    const char *hint[2];    /* "" where there is none */
};

const struct diag_row *diag_row(enum diag_code code);
const char *severity_name(enum severity s, enum language lang);

#define DIAG_ARGS_MAX 5

struct diag {
    enum diag_code code;
    struct span span;
    struct str args[DIAG_ARGS_MAX];
    struct str suggestion; /* "did you mean": a name or keyword; empty where there is none */
};

struct diags {
    struct arena *arena;
    enum language lang; /* of the words of heqi's own that callers fill in; English at first */
    struct diag *list;
    size_t count, capacity;
    size_t counts[SEVERITY_ERROR + 1]; /* how many of each severity, also those past the limit */
};

void diags_init(struct diags *d, struct arena *arena);

/* Reports a row. Texts are copied, cut at some 500 bytes, and made safe to show: malformed bytes
 * and control characters become U+FFFD, tabs a space. Past LIMIT_DIAGNOSTICS_MAX of one severity it
 * only counts, so that no flood of notes hides an error. */
#define DIAG_REPORT(diags, code, span, ...)                                                        \
    diags_report((diags), DIAG_##code, (span), (struct str[DIAG_ARGS_MAX]){__VA_ARGS__})

/* The same for a row without places. */
#define DIAG_PLAIN(diags, code, span)                                                              \
    diags_report((diags), DIAG_##code, (span), (struct str[DIAG_ARGS_MAX]){{NULL, 0}})

/* The reported diag, for adding a suggestion; NULL past the limit. */
struct diag *diags_report(struct diags *d, enum diag_code code, struct span span,
                          const struct str args[DIAG_ARGS_MAX]);

/* Whether a further one of a severity would only be counted: what it says need not be made up. */
bool diags_full(const struct diags *d, enum severity severity);

/* A word to fill in, in the language of the sink. */
struct str diags_word(const struct diags *d, const char *en, const char *zh);

bool diags_has_errors(const struct diags *d);

/* Takes back, of what was reported behind the first `from`, what was already reported of the same
 * place: where one text is looked at twice. */
void diags_drop_repeated(struct diags *d, size_t from);

/* The filled-in sentence and hint (with the suggestion, "did you mean …?", in front). */
struct str diag_message(struct arena *a, const struct diag *d, enum language lang);
struct str diag_hint(struct arena *a, const struct diag *d, enum language lang);

/* A text from anywhere, made well-formed and harmless to show, as the texts of a diagnostic are. */
struct str diag_shown(struct arena *a, struct str text);

/* FILE:LINE:COL: error E101: sentence, the line of text, an underline that fits the display width
 * of what is above it (tabs shown as one space, very long lines cut around the span), the hint. Of
 * a span over several lines only the first is shown. Ends in a newline. */
struct str diag_render(struct arena *a, const struct sources *s, const struct diag *d,
                       enum language lang);

/* The same without the excerpt: for one that stands at the same place as the one shown before. */
struct str diag_render_again(struct arena *a, const struct sources *s, const struct diag *d,
                             enum language lang);

/* The word of candidates nearest to word by edit distance (transpositions count one), the first of
 * equals, if it is near enough to be meant: at most a third of the longer one's code points, at
 * least one allowed, but never all. Empty where there is none; words of more than
 * LIMIT_NAME_BYTES_MAX code points are passed over. */
struct str diag_nearest(struct str word, const struct str *candidates, size_t count);

#endif
