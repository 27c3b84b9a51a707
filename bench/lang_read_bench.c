/* How long reading takes: a file becomes a document, as every command begins. Prints, for the best
 * of several rounds, the time from the text in memory to the document, and how many bytes the
 * document holds an entry. Run by hand: build/bench/gen mixed 1000000 FILE; lang_read_bench FILE
 * [READERS] */
#include "lang/ahead.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 7

static double now_s(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct str read_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END) != 0) return (struct str){NULL, 0};
    size_t len = (size_t)ftell(f);
    rewind(f);
    char *text = malloc(len + 1);
    size_t got = text ? fread(text, 1, len, f) : 0;
    (void)fclose(f);
    return (struct str){text, got};
}

int main(int argc, char **argv)
{
    struct str text = argc > 1 ? read_file(argv[1]) : (struct str){NULL, 0};
    if (!text.len) return 2;
    struct ahead_options options = {.readers = argc > 2 && argv[2][0] == '2' ? 2 : 1,
                                    .piece_bytes = AHEAD_PIECE_BYTES,
                                    .text_bytes_min = LIMIT_AHEAD_BYTES_MIN};
    double best = 1e9;
    uint32_t entries = 0;
    size_t held = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct arena a;
        struct words words;
        struct sources sources;
        struct diags diags;
        struct parser parser;
        struct document doc;
        struct ahead ahead;
        double begin = now_s();
        arena_init(&a);
        words_init(&words, &a);
        struct grammar *g = grammar_new(&a, &words);
        sources_init(&sources, &a);
        diags_init(&diags, &a);
        parser_init(&parser, &a, &sources, &diags, &words, g);
        document_init(&doc, &a, &words, g, &sources);
        parser.sink = document_sink(&doc);
        ahead_init(&ahead, &doc, options);
        if (options.readers > 1) parser.ahead = &ahead.hook;
        parser_read(&parser, STR("journal"), text);
        double took = now_s() - begin;
        if (took < best) best = took;
        entries = doc.entry_count;
        held = a.held_bytes;
        if (diags_has_errors(&diags)) return 1;
        arena_release(&a);
    }
    printf("%" PRIu32 " entries, %.1f MB: %.3f s, %.0f ns and %.1f bytes an entry\n", entries,
           (double)text.len / 1e6, best, best * 1e9 / entries, (double)held / entries);
    return 0;
}
