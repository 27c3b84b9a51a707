/* A paper as a workbook for spreadsheets (XLSX). The adapter of libxlsxwriter: no other file
 * includes it.
 *
 * Amounts are numbers that a spreadsheet can add; it keeps fifteen digits, so what is larger stands
 * there as text, exactly. Texts are texts, never formulas. The same paper gives the same bytes. */
#ifndef HEQI_REPORT_WORKBOOK_H
#define HEQI_REPORT_WORKBOOK_H

#include "report/paper.h"

/* Writes the file, which the library can only do itself. ERR_IO where it could not. */
NODISCARD enum status paper_workbook(const struct paper *p, const char *path);

#endif
