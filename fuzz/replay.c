/* Runs a fuzz target over files: replay of what the fuzzer found and learned, without libFuzzer. A
 * fault aborts. The last line of the output tells how many texts were run. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

#define TEXT_BYTES_MAX (1u << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = malloc(TEXT_BYTES_MAX);
    if (!file || !data) {
        perror(path);
        return 1;
    }
    size_t size = fread(data, 1, TEXT_BYTES_MAX, file);
    (void)fclose(file);
    /* In memory of just its size, so that a byte read behind it is seen. */
    uint8_t *exact = realloc(data, size ? size : 1);
    CHECK(exact);
    (void)fprintf(stderr, "%s\n", path);
    (void)LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (run_file(argv[i])) return 1;
    printf("%d texts\n", argc - 1);
    return 0;
}
