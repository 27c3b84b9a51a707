/* Who includes a file: the lines that begin with the word. */
#include "lsp/neighbours.h"

#include "base/limits.h"
#include "lsp/uri.h"

#include <string.h>

struct search {
    const struct session *s;
    struct arena *arena;
    struct str path, found;
    uint32_t looked_at;
};

/* What stands in the first quotes of a line. */
static struct str quoted(struct str line)
{
    const char *open = memchr(line.ptr, '"', line.len);
    if (!open) return STR("");
    struct str rest = str_slice(line, (size_t)(open - line.ptr) + 1, line.len);
    const char *close = memchr(rest.ptr, '"', rest.len);
    return close ? str_slice(rest, 0, (size_t)(close - rest.ptr)) : STR("");
}

static bool includes(const struct search *search, struct str from, struct str text)
{
    struct lines lines;
    lines_init(&lines, search->arena, text);
    for (uint32_t i = 0; i < lines.count; i++) {
        struct str line = lines_text(&lines, i);
        if (!str_starts_with(line, STR("include")) && !str_starts_with(line, STR("引入"))) continue;
        struct str name = quoted(line);
        if (name.len && str_eq(path_beside(search->arena, from, name), search->path)) return true;
    }
    return false;
}

static void look_at(void *context, struct str name)
{
    struct search *search = context;
    const struct lsp_host *host = search->s->host;
    struct str text, path = path_beside(search->arena, search->path, name);
    if (search->found.len || str_eq(path, search->path)) return;
    if (search->looked_at++ >= LIMIT_NEIGHBOURS_MAX) return;
    if (host->load(host->context, search->arena, path, &text) != OK) return;
    if (includes(search, path, text)) search->found = path;
}

struct str neighbour_including(const struct session *s, struct arena *a, struct str path)
{
    struct search search = {.s = s, .arena = a, .path = path};
    struct str folder = path_beside(a, path, STR("."));
    if (!str_starts_with(path, STR("/"))) return STR("");
    s->host->list(s->host->context, folder.len ? folder : STR("/"),
                  (struct listing){.context = &search, .name = look_at});
    return search.found;
}
