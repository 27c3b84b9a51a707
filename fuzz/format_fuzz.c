/* Fuzz target of the formatter: arbitrary bytes as a text. Where it can be read, printing must hold
 * what reader_judge() asks of it; where not, what could be read is printed. Run by ./dev fuzz. */
#include "fresh_reader.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct reader reader;
    struct str fault;
    arena_init(&arena);
    fresh_reader(&reader, &arena);
    const char *problem = reader_judge(&reader, (struct str){(const char *)data, size}, &fault);
    for (int lang = LANG_EN; lang <= LANG_ZH; lang++)
        (void)reader_format(&reader, (struct str){(const char *)data, size}, (enum language)lang);
    if (problem) {
        (void)fprintf(stderr, "%s:\n%.*s\n", problem, STR_ARG(fault));
        abort();
    }
    arena_release(&arena);
    return 0;
}
