/* A paper as PDF: A4, upright, tables with their head on every page, pages numbered. The adapter of
 * cairo and pango: no other file includes them.
 *
 * The same paper gives the same bytes: it bears the date of the paper, not that of the clock.
 * Chinese text is text and can be copied out; a font that has it must be installed (Noto Serif
 * CJK). */
#ifndef HEQI_REPORT_PDF_H
#define HEQI_REPORT_PDF_H

#include "report/paper.h"

/* The bytes, in the arena of the paper. ERR_IO where the libraries could not make it. */
NODISCARD enum status paper_pdf(struct str *out, const struct paper *p);

#endif
