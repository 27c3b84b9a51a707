/* Whole files by rename. */
#include "cli/outfile.h"

#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct str outfile_part(struct arena *a, const char *path)
{
    return str_format(a, "%s.part", path);
}

int outfile_keep(struct str part, const char *path)
{
    if (rename(part.ptr, path) == 0) return 0;
    int problem = errno;
    outfile_drop(part);
    return problem;
}

void outfile_drop(struct str part)
{
    (void)unlink(part.ptr);
}

int outfile_write(struct arena *a, const char *path, struct str bytes)
{
    if (strcmp(path, "-") == 0) {
        print(bytes);
        return 0;
    }
    struct str part = outfile_part(a, path);
    FILE *file = fopen(part.ptr, "wb");
    if (!file) return errno;
    bool written = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
    int problem = written ? 0 : errno;
    if (fclose(file) != 0 && !problem) problem = errno;
    if (!problem) return outfile_keep(part, path);
    outfile_drop(part);
    return problem;
}
