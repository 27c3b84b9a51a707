/* Cells of CSV, guarded against formulas. */
#include "report/csv.h"

#include <string.h>

static bool is_formula(struct str cell)
{
    static const char *const openings[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < ARRAY_LEN(openings); i++)
        if (str_starts_with(cell, str_from(openings[i]))) return true;
    return cell.len && (unsigned char)cell.ptr[0] < 0x20;
}

static bool needs_quotes(struct str cell)
{
    for (size_t i = 0; i < cell.len; i++)
        if (memchr("\",\r\n", cell.ptr[i], 4)) return true;
    return false;
}

void csv_put(struct writer *w, struct str cell)
{
    bool quoted = needs_quotes(cell);
    if (quoted) writer_put(w, STR("\""));
    if (is_formula(cell)) writer_put(w, STR("'"));
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] == '"') writer_put(w, STR("\""));
        writer_put(w, str_slice(cell, i, i + 1));
    }
    if (quoted) writer_put(w, STR("\""));
}
