/* Sentences about a call. */
#include "cli/text.h"

#include "cli/output.h"

#include <stdlib.h>
#include <string.h>

static const char *const texts[TEXT_COUNT][2] = {
#define TEXT(id, en, zh) [TEXT_##id] = {[LANG_EN] = en, [LANG_ZH] = zh},
#include "cli/text_table.h"
#undef TEXT
};

const char *text_get(enum text text, enum language lang)
{
    CHECK(text < TEXT_COUNT);
    return texts[text][lang];
}

struct str text_fill(struct arena *arena, enum text text, enum language lang, struct str a,
                     struct str b)
{
    const char *pattern = text_get(text, lang);
    size_t room = strlen(pattern) + a.len + b.len; /* each place stands once in a sentence */
    char *filled = arena_alloc(arena, room + 1);
    size_t len = 0;
    for (const char *p = pattern; *p; p++) {
        bool is_place = p[0] == '{' && (p[1] == '0' || p[1] == '1') && p[2] == '}';
        struct str piece = !is_place ? (struct str){p, 1} : p[1] == '0' ? a : b;
        CHECK(piece.len <= room - len);
        if (piece.len) memcpy(filled + len, piece.ptr, piece.len);
        len += piece.len;
        if (is_place) p += 2;
    }
    return (struct str){filled, len};
}

void complain(struct arena *arena, enum text text, enum language lang, struct str a, struct str b)
{
    print_error(STR("heqi: "));
    print_error(text_fill(arena, text, lang, diag_shown(arena, a), diag_shown(arena, b)));
    print_error(STR("\n"));
}

enum language language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return strncmp(value, "zh", 2) == 0 ? LANG_ZH : LANG_EN;
    }
    return LANG_EN;
}
