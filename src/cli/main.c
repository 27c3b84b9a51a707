/* scaffold: check and fmt */
#include "lang/format.h"
#include "lang/tree.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static struct str slurp(struct arena *a, const char *path)
{
    FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    if (!f) exit(3);
    size_t cap = 1 << 16, len = 0;
    char *buf = malloc(cap);
    size_t n;
    while ((n = fread(buf + len, 1, cap - len, f)) > 0) { len += n; if (len == cap) buf = realloc(buf, cap *= 2); }
    (void)a;
    return (struct str){buf, len};
}
int main(int argc, char **argv)
{
    struct arena a; arena_init(&a);
    struct words w; words_init(&w, &a);
    struct grammar *g = grammar_new(&a, &w);
    struct sources s; sources_init(&s, &a);
    struct diags d; diags_init(&d, &a);
    struct parser p; parser_init(&p, &a, &s, &d, &w, g);
    bool fmt = !strncmp(argv[1], "fmt", 3);
    struct formatter f; formatter_init(&f, &a, g, &w, &s, argv[1][3] == 'z' ? LANG_ZH : LANG_EN);
    struct document doc; document_init(&doc, &a, &w, g, &s);
    p.sink = fmt ? formatter_sink(&f) : document_sink(&doc);
    for (int i = 2; i < argc; i++) parser_read(&p, str_from(argv[i]), slurp(&a, argv[i]));
    for (size_t i = 0; i < d.count; i++) { struct str t = diag_render(&a, &s, &d.list[i], LANG_EN); fwrite(t.ptr, 1, t.len, stderr); }
    if (fmt) { struct str t = formatter_finish(&f); fwrite(t.ptr, 1, t.len, stdout); }
    else printf("%u entries\n", doc.entry_count);
    return d.count > 0;
}
