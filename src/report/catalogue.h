/* What there is to say of a code beyond its sentence and hint: why, what to do, and an example.
 *
 * It stands in the file of test/errors that provokes the code, which is part of the program. In
 * such a file, lines from the first column on that begin with # are about the text:
 *
 *     # cause: TEXT      why heqi says so        # 原因：文字
 *     # remedy: TEXT     what to do              # 办法：文字       missing where the hint says it
 * all #   TEXT           goes on with the cause or remedy above # run: WORDS       the command that
 * says so, where it is not check # mend 19: LINE    in the corrected text, line 19 of the file is
 * this; nothing: it is left out # mend 19-21:      lines 19 to 21 are left out # mend 19+: LINE
 * this stands behind line 19
 *
 * All others but those are the text of the example. {{129 a}} in it stands for 129 times "a", where
 * @ is the number of the time and | a line break: nobody wants to read that. */
#ifndef HEQI_REPORT_CATALOGUE_H
#define HEQI_REPORT_CATALOGUE_H

#include "base/diag.h"
#include "base/shipped.h"

/* A text of an example, and what it is when it is corrected. */
struct catalogue_text {
    struct str name; /* "E107.heqi", "E432/pack.heqi" */
    struct str text, corrected;
};

struct catalogue_page {
    struct str cause[2], remedy[2]; /* by enum language; empty where the hint is the remedy */
    struct str run;                 /* "check", or "check --rules E432/pack.heqi" */
    struct catalogue_text example;
    struct catalogue_text *beside; /* what the example needs beside it */
    size_t beside_count, beside_capacity;
    bool is_translated; /* the example is written in the language asked for */
};

/* The page of a code. What cannot be read has a twin in Chinese in test/errors/zh; all other
 * examples are in English, and become Chinese by formatting. */
void catalogue_page(struct catalogue_page *out, struct arena *a, enum diag_code code,
                    enum language lang);

/* The files. */
extern const struct shipped error_texts[];
extern const size_t error_text_count;

#endif
