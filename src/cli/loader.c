/* Loader: open, map or read, remember. */
#include "cli/loader.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES_FIRST ((size_t)64 << 10)

/* A mapped file that another program cuts short while it is read ends in this signal. */
static void end_on_lost_file(int signal_number)
{
    static const char message[] = "heqi: a file was cut short while it was read\n";
    (void)signal_number;
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written;
    _exit(3);
}

void loader_init(struct loader *l, struct arena *arena)
{
    *l = (struct loader){.arena = arena};
    struct sigaction action = {.sa_handler = end_on_lost_file};
    (void)sigaction(SIGBUS, &action, NULL);
}

void loader_release(struct loader *l)
{
    for (size_t i = 0; i < l->count; i++) {
        struct str text = l->files[i].text;
        union { /* a mapping is const for everyone but its end */
            const char *text;
            void *memory;
        } at = {text.ptr};
        if (l->files[i].mapped)
            (void)munmap(at.memory, text.len);
        else
            free(at.memory);
    }
    l->count = 0;
}

/* ---- one open file ---- */

/* Reads to the end into a buffer that grows: a pipe, a device, a file of unknown size. */
static int read_stream(int fd, struct str *text_out)
{
    size_t len = 0, capacity = READ_BYTES_FIRST;
    char *bytes = malloc(capacity);
    int problem = bytes ? 0 : ENOMEM;
    while (!problem) {
        ssize_t got = read(fd, bytes + len, capacity - len);
        if (got == 0) break;
        if (got < 0) {
            problem = errno == EINTR ? 0 : errno;
            continue;
        }
        len += (size_t)got;
        if (len < capacity) continue;
        if (capacity > LIMIT_INPUT_BYTES_MAX) {
            problem = EFBIG;
            break;
        }
        char *larger = realloc(bytes, capacity *= 2);
        if (larger)
            bytes = larger;
        else
            problem = ENOMEM;
    }
    if (problem) {
        free(bytes);
        return problem;
    }
    *text_out = (struct str){bytes, len};
    return 0;
}

/* Maps a regular file that was not read from yet. */
static bool map_file(int fd, size_t size, struct str *text_out)
{
    if (lseek(fd, 0, SEEK_CUR) != 0) return false;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) return false;
    (void)posix_madvise(bytes, size, POSIX_MADV_SEQUENTIAL);
    *text_out = (struct str){bytes, size};
    return true;
}

/* The text of an open file, into *file. Returns 0 or an errno. */
static int take_text(int fd, const struct stat *status, struct loaded_file *file)
{
    bool regular = S_ISREG(status->st_mode);
    if (S_ISDIR(status->st_mode)) return EISDIR;
    if (regular && status->st_size > (off_t)LIMIT_INPUT_BYTES_MAX) return EFBIG;
    /* Files of size 0 may yet have a text: those of the kernel. */
    file->mapped =
        regular && status->st_size > 0 && map_file(fd, (size_t)status->st_size, &file->text);
    file->has_place = regular;
    file->device = status->st_dev;
    file->inode = status->st_ino;
    return file->mapped ? 0 : read_stream(fd, &file->text);
}

static const struct loaded_file *find_loaded(const struct loader *l, const struct stat *status)
{
    for (size_t i = 0; i < l->count; i++) {
        const struct loaded_file *f = &l->files[i];
        if (f->has_place && f->device == status->st_dev && f->inode == status->st_ino) return f;
    }
    return NULL;
}

/* The file behind fd, read now or before. Returns 0 or an errno. */
static int load(struct loader *l, int fd, struct str name, const struct loaded_file **out)
{
    struct stat status;
    *out = NULL;
    if (fstat(fd, &status) != 0) return errno;
    *out = find_loaded(l, &status);
    if (*out) return 0;
    struct loaded_file file = {.name = name};
    int problem = take_text(fd, &status, &file);
    if (problem) return problem;
    struct loaded_file *kept = ARENA_PUSH(l->arena, l->files, l->count, l->capacity);
    *kept = file;
    *out = kept;
    return 0;
}

/* ---- files that are named ---- */

int loader_read(struct loader *l, const char *path, struct str *text_out)
{
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    const struct loaded_file *file;
    int problem = load(l, fd, str_from(path), &file);
    if (!is_stdin) (void)close(fd);
    if (problem) return problem;
    CHECK(file);
    *text_out = file->text;
    return 0;
}

/* Where a path that stands in the file `from` leads, NUL-terminated. */
static struct str resolve(struct arena *a, struct str from, struct str path)
{
    size_t folder = str_starts_with(path, STR("/")) ? 0 : from.len;
    while (folder > 0 && from.ptr[folder - 1] != '/') folder--;
    /* A file of this name is not the standard input. */
    const char *here = folder == 0 && str_eq(path, STR("-")) ? "./" : "";
    return str_format(a, "%s%.*s%.*s", here, (int)folder, from.ptr, STR_ARG(path));
}

static enum status load_include(void *context, struct str from, struct str path,
                                struct str *path_out, struct str *text_out)
{
    struct loader *l = context;
    if (path.len == 0 || memchr(path.ptr, '\0', path.len)) return ERR_IO;
    struct str where = resolve(l->arena, from, path);
    /* A text must not make the reader wait at a pipe, or read a device for ever. */
    struct stat status;
    if (stat(where.ptr, &status) != 0 || !S_ISREG(status.st_mode)) return ERR_IO;
    int fd = open(where.ptr, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return ERR_IO;
    const struct loaded_file *file;
    int problem = load(l, fd, where, &file);
    (void)close(fd);
    if (problem) return problem == EFBIG ? ERR_RANGE : ERR_IO;
    CHECK(file);
    *path_out = file->name;
    *text_out = file->text;
    return OK;
}

struct parse_loader loader_for_includes(struct loader *l)
{
    return (struct parse_loader){.context = l, .load = load_include};
}
