/* Fuzz target of lang: arbitrary bytes as a text. Reading must not crash, and where no error is
 * found, printing must hold what reader_judge() asks of it. Run by ./dev fuzz. */
#include "lang_reader.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The tables are compiled once; every text begins with their words and nothing else. */
static const struct reader *first_reader(void)
{
    static struct arena arena;
    static struct reader reader;
    if (!reader.arena) {
        arena_init(&arena);
        reader_init(&reader, &arena);
    }
    return &reader;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct reader reader;
    struct str fault;
    arena_init(&arena);
    reader_fork(&reader, first_reader(), &arena);
    const char *problem = reader_judge(&reader, (struct str){(const char *)data, size}, &fault);
    (void)reader_problems(&reader);
    if (problem) {
        (void)fprintf(stderr, "%s:\n%.*s\n", problem, STR_ARG(fault));
        abort();
    }
    arena_release(&arena);
    return 0;
}
