/* heqi lsp: the language server on standard input and output. */
#include "cli/run.h"
#include "lsp/serve.h"

#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t read_input(void *context, char *bytes, size_t size)
{
    (void)context;
    ssize_t got;
    do got = read(STDIN_FILENO, bytes, size);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}

static bool input_ready(void *context)
{
    (void)context;
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 0) > 0;
}

static void write_message(void *context, struct str message)
{
    (void)context;
    print(message);
    output_end();
}

static enum status read_file(int file, struct arena *a, struct str *text_out)
{
    struct stat stat;
    if (fstat(file, &stat) != 0 || !S_ISREG(stat.st_mode)) return ERR_IO;
    if (stat.st_size > (off_t)LIMIT_INPUT_BYTES_MAX) return ERR_RANGE;
    size_t size = (size_t)stat.st_size, len = 0;
    char *text = arena_alloc(a, size + 1);
    while (len < size) {
        ssize_t got = read(file, text + len, size - len);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ERR_IO;
        if (got == 0) break;
        len += (size_t)got;
    }
    *text_out = (struct str){text, len};
    return OK;
}

/* A file that an editor has open is written by others meanwhile, so it is read and not mapped. */
static enum status load_file(void *context, struct arena *a, struct str path, struct str *text_out)
{
    (void)context;
    int file = open(str_copy(a, path).ptr, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return ERR_IO;
    enum status status = read_file(file, a, text_out);
    (void)close(file);
    return status;
}

static int is_text(const struct dirent *file)
{
    return str_ends_with(str_from(file->d_name), STR(".heqi"));
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void list_files(void *context, struct str folder, struct listing listing)
{
    struct arena arena;
    struct dirent **files = NULL;
    (void)context;
    arena_init(&arena);
    int count = scandir(str_copy(&arena, folder).ptr, &files, is_text, compare_names);
    for (int i = 0; i < count; i++) {
        listing.name(listing.context, str_from(files[i]->d_name));
        free(files[i]);
    }
    free(files);
    arena_release(&arena);
}

/* Where `./dev install` puts docs/errors.md; empty where it is not there. */
static struct str errors_uri(void)
{
    static const char path[] = HEQI_DOC_DIR "/errors.md";
    return access(path, R_OK) == 0 ? STR("file://" HEQI_DOC_DIR "/errors.md") : STR("");
}

enum exit_code command_lsp(struct run *run)
{
    struct lsp_host host = {.lang = run->lang,
                            .errors_uri = errors_uri(),
                            .read = read_input,
                            .ready = input_ready,
                            .write = write_message,
                            .load = load_file,
                            .list = list_files};
    return lsp_serve(&host) == 0 ? EXIT_CLEAN : EXIT_FOUND;
}
