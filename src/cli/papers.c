/* Files of papers. */
#include "cli/papers.h"

#include "cli/outfile.h"
#include "report/pdf.h"

#include <errno.h>
#include <string.h>

enum exit_code papers_written(struct run *run, const char *path, int problem)
{
    if (!problem) return EXIT_CLEAN;
    complain(run->arena, TEXT_CANNOT_WRITE_FILE, run->lang, str_from(path),
             str_from(strerror(problem)));
    return EXIT_CANNOT_RUN;
}

enum exit_code papers_write_pdf(struct run *run, const struct paper *paper, const char *path)
{
    struct str bytes;
    if (paper_pdf(&bytes, paper) != OK) return papers_written(run, path, EIO);
    return papers_written(run, path, outfile_write(run->arena, path, bytes));
}
