/* Random texts made from the grammar itself: the compiled programs of form_table.h are walked as
 * the matcher walks them, but every value, option, branch and row is chosen by chance. With the
 * text comes what a reader must be told of it. */
#ifndef HEQI_TEST_UNIT_LANG_GENERATE_H
#define HEQI_TEST_UNIT_LANG_GENERATE_H

#include "lang_reader.h"

struct generator {
    struct reader *r;
    uint64_t chance;
    uint8_t *seen; /* by op: was walked */
    enum language lang;
    enum form form;
    bool plain_names;    /* no name is a keyword, also where one may be */
    struct str text;     /* what was made */
    struct str expected; /* reader_canonical() of it */
    /* inside */
    struct str preamble_event;
    char *out;
    size_t len, capacity, line_start;
    char *events;
    size_t events_len, events_capacity;
    struct bind *binds;
    size_t bind_count, bind_capacity;
    struct str *texts;
    size_t text_capacity;
    size_t run_start, text_left_out;
    uint32_t run_words, names_made, depth;
    bool after_value, blank_waits;
    struct str *declared;
    size_t declared_count, declared_capacity; /* by the statements before this one */
    size_t declared_now;
};

void generator_init(struct generator *g, struct reader *r, uint64_t seed);

/* A text whose main statement is a variant of a form, under parents that may hold it, with words in
 * a language; comments, blank lines and statements beside it come by chance. */
void generate(struct generator *g, enum form form, uint32_t variant, enum language lang);

uint64_t generator_chance(struct generator *g, uint64_t below);

#endif
