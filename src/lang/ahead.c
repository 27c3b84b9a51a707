/* Pieces wait in a ring between `merged` and `claimed`. Every reader, the one that asks among them,
 * claims the next piece of the text, reads it and marks it as read; the one that asks takes over
 * what is read at the head of the ring before it claims another. The lock guards all that changes
 * while threads run, but for what is in a piece: that belongs to who claimed it until it is read,
 * and from then on to the one that asks. */
#include "lang/ahead.h"

#include <pthread.h>

#define PIECES_A_READER 2
#define PIECES_MAX (LIMIT_READERS_MAX * PIECES_A_READER)

#define APART_BYTES 128

/* Pieces that must be read again before a text is given up as no plain journal. */
#define READ_AGAIN_MAX 16

struct piece {
    uint32_t from, to; /* offsets */
    bool read;
    bool plain; /* nothing in it stands against taking it over */
    /* Kept from piece to piece. */
    bool ready;
    jmp_buf out_of_memory;
    struct arena kept;
    struct words words;
    struct grammar grammar;
    struct entry *entries; /* memory of the first ones */
    /* Of this piece alone. */
    struct arena arena;
    struct diags diags;
    struct document doc;
    struct parser parser;
    /* Two threads that write to one line of the cache take turns at it. */
    char apart[APART_BYTES];
};

struct crew {
    /* Does not change while threads run. */
    const struct grammar *g;
    struct lexer lexer; /* at the text */
    struct words words; /* as they were when reading ahead began, as all of these */
    struct sources sources;
    uint32_t currency;
    unsigned minor_digits;
    uint32_t piece_bytes, piece_count;
    /* Guarded by the lock. */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint32_t next, end; /* what nobody claimed */
    uint32_t claimed, merged;
    struct piece pieces[PIECES_MAX];
    /* The asking reader's own. */
    pthread_t threads[LIMIT_READERS_MAX];
    uint32_t thread_count;
    bool closed;
};

/* ---- reading a piece ---- */

/* Terms change how the rest is read, an include what the rest is; both are undated. */
static void keep_plain(void *context, const struct statement *s)
{
    struct piece *piece = context;
    struct parse_sink sink = document_sink(&piece->doc);
    piece->plain = piece->plain && (s->dated || s->depth > 0);
    if (piece->plain) sink.statement(sink.context, s);
}

static void make_ready(const struct crew *crew, struct piece *piece)
{
    if (piece->ready) {
        words_restore(&piece->words, &crew->words);
        return;
    }
    words_copy(&piece->words, &crew->words, &piece->kept);
    piece->grammar = *crew->g;
    piece->grammar.words = &piece->words;
    piece->entries = ARENA_ARRAY(&piece->kept, struct entry, (size_t)1 << ENTRY_CHUNK_BITS);
    piece->ready = true;
}

static void begin_piece(struct crew *crew, struct piece *piece)
{
    struct parser *p = &piece->parser;
    arena_clear(&piece->arena);
    diags_init(&piece->diags, &piece->arena);
    parser_init(p, &piece->arena, &crew->sources, &piece->diags, &piece->words, &piece->grammar);
    p->sink = (struct parse_sink){.context = piece, .statement = keep_plain};
    p->matcher.currency = crew->currency;
    p->matcher.minor_digits = crew->minor_digits;
    p->lexer.source = crew->lexer.source;
    p->lexer.base = crew->lexer.base;
    p->lexer.text = crew->lexer.text;
    p->lexer.text_len = piece->to;
    document_init(&piece->doc, &piece->arena, &piece->words, &piece->grammar, &crew->sources);
    *ARENA_PUSH(&piece->arena, piece->doc.chunks, piece->doc.chunk_count,
                piece->doc.chunk_capacity) = piece->entries;
}

static void read_piece(struct crew *crew, struct piece *piece)
{
    piece->plain = false;
    arena_on_out_of_memory(&piece->kept, &piece->out_of_memory);
    arena_on_out_of_memory(&piece->arena, &piece->out_of_memory);
    if (setjmp(piece->out_of_memory)) {
        /* Words may be half of what they were to become. */
        piece->plain = piece->ready = false;
        arena_release(&piece->kept);
        return;
    }
    make_ready(crew, piece);
    begin_piece(crew, piece);
    piece->plain = true;
    for (uint32_t at = piece->from; piece->plain && at < piece->to;) {
        at = parser_read_line(&piece->parser, at);
        piece->plain = piece->plain && piece->diags.count == 0;
    }
}

/* ---- taking it over ---- */

/* Whether the piece would have read a word otherwise, had it known what stands before. */
static bool is_doubtful(const struct piece *piece, uint32_t word, const struct words *words,
                        uint32_t known)
{
    bool doer = words_has(&piece->words, word, WORD_DOER);
    bool cut = words_was_cut(&piece->words, word);
    if (!doer && !cut) return false;
    uint32_t own = word < known ? word : words_find(words, words_text(&piece->words, word));
    return (doer && words_has(words, own, WORD_MOTION)) ||
           (cut && words_has(words, own, WORD_DECLARED));
}

static bool is_sound(const struct crew *crew, const struct piece *piece, const struct parser *p)
{
    const struct matcher *m = &piece->parser.matcher;
    bool sound = piece->plain && m->currency == p->matcher.currency &&
                 m->minor_digits == p->matcher.minor_digits;
    for (uint32_t word = WORD_NONE + 1; sound && word < piece->words.count; word++)
        sound = !is_doubtful(piece, word, p->words, (uint32_t)crew->words.count);
    return sound;
}

/* New words come in the order in which the piece met them: that of reading line by line. */
static struct word_map take_words(const struct crew *crew, struct piece *piece, struct words *words)
{
    const uint32_t declared = (uint32_t)WORD_DECLARED | (uint32_t)WORD_MOTION;
    uint32_t known = (uint32_t)crew->words.count, count = (uint32_t)piece->words.count;
    uint32_t *map = count > known ? ARENA_ARRAY(&piece->arena, uint32_t, count - known) : NULL;
    for (uint32_t word = WORD_NONE + 1; word < count; word++) {
        uint32_t own = word;
        if (word >= known)
            own = map[word - known] = words_intern(words, words_text(&piece->words, word));
        words->list[own].flags |= piece->words.list[word].flags & declared;
    }
    return (struct word_map){known, map};
}

static void take_over(const struct crew *crew, struct piece *piece, struct parser *p,
                      struct document *doc)
{
    arena_on_out_of_memory(&piece->arena, p->arena->out_of_memory);
    document_append(doc, &piece->doc, take_words(crew, piece, p->words));
    p->any_statement = p->any_statement || piece->doc.entry_count > 0;
    p->money_read = p->money_read || piece->parser.money_read;
}

static void read_again(const struct piece *piece, struct parser *p)
{
    uint32_t at = piece->from;
    while (at < piece->to) at = parser_read_line(p, at);
    CHECK(at == piece->to);
}

/* ---- threads ---- */

/* Where a piece ends that has at least so many bytes, if the text has: at an entry or its end. */
static uint32_t end_of_piece(const struct lexer *lx, uint32_t from, uint32_t bytes)
{
    if (lx->text_len - from <= bytes) return lx->text_len;
    uint32_t line_break = lex_line_break(lx, from + bytes - 1);
    return line_break < lx->text_len ? parser_find_entry(lx, line_break + 1) : lx->text_len;
}

/* The next piece, for the caller to read; NULL where there is none or no room. With the lock. */
static struct piece *claim(struct crew *crew)
{
    if (crew->next >= crew->end || crew->claimed - crew->merged == crew->piece_count) return NULL;
    struct piece *piece = &crew->pieces[crew->claimed++ % crew->piece_count];
    piece->from = crew->next;
    piece->read = false;
    crew->next = piece->to = end_of_piece(&crew->lexer, crew->next, crew->piece_bytes);
    return piece;
}

/* Without the lock, which it takes for the mark. */
static void read_claimed(struct crew *crew, struct piece *piece)
{
    read_piece(crew, piece);
    (void)pthread_mutex_lock(&crew->lock);
    piece->read = true;
    (void)pthread_cond_broadcast(&crew->changed);
    (void)pthread_mutex_unlock(&crew->lock);
}

static void *help(void *context)
{
    struct crew *crew = context;
    for (;;) {
        (void)pthread_mutex_lock(&crew->lock);
        struct piece *piece = claim(crew);
        while (!piece && crew->next < crew->end) {
            (void)pthread_cond_wait(&crew->changed, &crew->lock);
            piece = claim(crew);
        }
        (void)pthread_mutex_unlock(&crew->lock);
        if (!piece) return NULL;
        read_claimed(crew, piece);
    }
}

/* Nobody is to claim what nobody claimed so far. */
static void give_up(struct crew *crew)
{
    (void)pthread_mutex_lock(&crew->lock);
    crew->end = crew->next;
    (void)pthread_cond_broadcast(&crew->changed);
    (void)pthread_mutex_unlock(&crew->lock);
}

static void close_crew(void *object)
{
    struct crew *crew = object;
    if (crew->closed) return;
    give_up(crew);
    for (uint32_t i = 0; i < crew->thread_count; i++) (void)pthread_join(crew->threads[i], NULL);
    (void)pthread_cond_destroy(&crew->changed);
    (void)pthread_mutex_destroy(&crew->lock);
    for (uint32_t i = 0; i < crew->piece_count; i++) {
        arena_release(&crew->pieces[i].kept);
        arena_release(&crew->pieces[i].arena);
    }
    crew->closed = true;
}

/* Threads that the system refuses are done without. */
static struct crew *open_crew(struct parser *p, uint32_t from, struct ahead_options options)
{
    struct crew *crew = ARENA_NEW(p->arena, struct crew);
    crew->g = p->g;
    crew->lexer = p->lexer;
    words_copy(&crew->words, p->words, p->arena);
    for (size_t i = 0; i < crew->words.count; i++)
        crew->words.list[i].flags &= ~(uint32_t)WORD_DOER;
    crew->sources = *p->sources;
    crew->currency = p->matcher.currency;
    crew->minor_digits = p->matcher.minor_digits;
    crew->piece_bytes = options.piece_bytes;
    crew->piece_count = options.readers * PIECES_A_READER;
    crew->next = from;
    crew->end = p->lexer.text_len;
    for (uint32_t i = 0; i < crew->piece_count; i++) {
        arena_init(&crew->pieces[i].kept);
        arena_init(&crew->pieces[i].arena);
    }
    int failed = pthread_mutex_init(&crew->lock, NULL) | pthread_cond_init(&crew->changed, NULL);
    CHECK(!failed);
    arena_on_release(p->arena, close_crew, crew);
    while (!failed && crew->thread_count + 1 < options.readers) {
        failed = pthread_create(&crew->threads[crew->thread_count], NULL, help, crew);
        if (!failed) crew->thread_count++;
    }
    return crew;
}

/* ---- the asking reader ---- */

/* The piece at the head of the ring, read; NULL where it is not, then *own_out is one that the
 * caller is to read meanwhile. Both NULL: all is done. */
static struct piece *next_piece(struct crew *crew, struct piece **own_out)
{
    struct piece *head = NULL;
    *own_out = NULL;
    (void)pthread_mutex_lock(&crew->lock);
    for (;;) {
        struct piece *oldest = &crew->pieces[crew->merged % crew->piece_count];
        bool waiting = crew->merged < crew->claimed;
        if (waiting && oldest->read) head = oldest;
        if (!head) *own_out = claim(crew);
        if (head || *own_out || !waiting) break;
        (void)pthread_cond_wait(&crew->changed, &crew->lock);
    }
    (void)pthread_mutex_unlock(&crew->lock);
    return head;
}

static void free_head(struct crew *crew)
{
    (void)pthread_mutex_lock(&crew->lock);
    crew->merged++;
    (void)pthread_cond_broadcast(&crew->changed);
    (void)pthread_mutex_unlock(&crew->lock);
}

/* Takes over what is read, in order, and helps where nothing is; returns the offset behind it. */
static uint32_t ask(struct crew *crew, struct ahead *a, struct parser *p)
{
    uint32_t at = 0;
    struct piece *own, *head = next_piece(crew, &own);
    for (; head || own; head = next_piece(crew, &own)) {
        if (!head) {
            read_claimed(crew, own);
            continue;
        }
        if (is_sound(crew, head, p)) {
            a->pieces_taken++;
            take_over(crew, head, p, a->doc);
        } else {
            read_again(head, p);
            if (++a->pieces_read_again == READ_AGAIN_MAX) give_up(crew);
        }
        at = head->to;
        free_head(crew);
    }
    return at;
}

static uint32_t read_text(void *context, struct parser *p, uint32_t from)
{
    struct ahead *a = context;
    /* The first piece is read line by line, so that all know the words that are common. */
    uint32_t to = end_of_piece(&p->lexer, from, a->options.piece_bytes);
    while (from < to) from = parser_read_line(p, from);
    if (from == p->lexer.text_len) return from;
    struct crew *crew = open_crew(p, from, a->options);
    from = ask(crew, a, p);
    close_crew(crew);
    return from;
}

void ahead_init(struct ahead *a, struct document *d, struct ahead_options options)
{
    CHECK(options.readers >= 1 && options.readers <= LIMIT_READERS_MAX);
    CHECK(options.piece_bytes > 0);
    *a = (struct ahead){.doc = d, .options = options};
    a->hook = (struct parse_ahead){a, options.text_bytes_min, read_text};
}
