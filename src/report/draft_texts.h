/* Inside report only: the texts of templates/, in a source that the build writes. */
#ifndef HEQI_REPORT_DRAFT_TEXTS_H
#define HEQI_REPORT_DRAFT_TEXTS_H

#include "report/draft.h"

extern const struct draft_template draft_texts[];
extern const size_t draft_text_count;

#endif
