/* Loader: the files of a run, from the disk into memory.
 *
 * A regular file is mapped, not copied (reading 48 MB into a buffer takes 26 ms longer); pipes and
 * devices are read. Everything stays in memory until loader_release(), so that texts can point
 * into it. A file that is met again under another name gets the name under which it was first
 * read: that is how the parser sees that a file includes itself. */
#ifndef HEQI_CLI_LOADER_H
#define HEQI_CLI_LOADER_H

#include "lang/parse.h"

#include <sys/types.h>

struct loaded_file {
    struct str name, text;
    bool mapped;    /* else read into a buffer of its own */
    bool has_place; /* device and inode tell it from others */
    dev_t device;
    ino_t inode;
};

struct loader {
    struct arena *arena;
    struct loaded_file *files;
    size_t count, capacity;
};

void loader_init(struct loader *l, struct arena *arena);
void loader_release(struct loader *l);

/* Reads a file that the caller of heqi names; "-" is the standard input. Returns 0 or an errno:
 * EISDIR for a folder, EFBIG for more than LIMIT_INPUT_BYTES_MAX bytes. */
NODISCARD int loader_read(struct loader *l, const char *path, struct str *text_out);

/* What the parser reads the files of `include` by: regular files only, relative to the including
 * file. The loader must outlive it. */
struct parse_loader loader_for_includes(struct loader *l);

#endif
