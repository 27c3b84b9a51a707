/* Papers that a command writes into a file. */
#ifndef HEQI_CLI_PAPERS_H
#define HEQI_CLI_PAPERS_H

#include "cli/run.h"
#include "report/paper.h"

/* How to end where a file was written, or, said, could not be: problem is 0 or an errno. */
enum exit_code papers_written(struct run *run, const char *path, int problem);

/* Writes a paper as PDF; - is the standard output. */
enum exit_code papers_write_pdf(struct run *run, const struct paper *paper, const char *path);

#endif
