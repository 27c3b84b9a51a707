/* Standard output by a buffer of its own: a settlement may have millions of lines of a dozen fields
 * each, and the locks of stdio cost a third of the time that they take to write. */
#include "cli/output.h"

#include "cli/commands.h"
#include "cli/text.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_BYTES ((size_t)64 << 10)

/* There is one standard output, so there is one of these. */
static struct {
    enum language lang;
    size_t len;
    char bytes[BUFFER_BYTES];
} output;

void output_begin(enum language lang)
{
    output.lang = lang;
    (void)signal(SIGPIPE, SIG_IGN);
}

_Noreturn static void end_on_lost_output(int problem)
{
    struct arena arena;
    arena_init(&arena);
    complain(&arena, TEXT_CANNOT_WRITE, output.lang, str_from(strerror(problem)), (struct str){0});
    _Exit(EXIT_CANNOT_RUN);
}

static void write_all(struct str text)
{
    while (text.len) {
        ssize_t written = write(STDOUT_FILENO, text.ptr, text.len);
        if (written < 0 && errno != EINTR) end_on_lost_output(errno);
        if (written > 0) text = str_slice(text, (size_t)written, text.len);
    }
}

void output_end(void)
{
    write_all((struct str){output.bytes, output.len});
    output.len = 0;
}

void print(struct str text)
{
    if (text.len > BUFFER_BYTES - output.len) output_end();
    if (text.len > BUFFER_BYTES) {
        write_all(text);
        return;
    }
    if (text.len) memcpy(output.bytes + output.len, text.ptr, text.len);
    output.len += text.len;
}

void print_error(struct str text)
{
    if (text.len) (void)fwrite(text.ptr, 1, text.len, stderr);
}

void out_of_memory(void)
{
    print_error(STR("heqi: out of memory\n"));
    _Exit(EXIT_CANNOT_RUN);
}
