/* What changed, as a page. */
#include "report/revisions.h"

#include "report/names.h"
#include "report/writer.h"

const char *revision_kind_name(enum revision_kind kind)
{
    switch (kind) {
    case REVISION_ADDED: return "added";
    case REVISION_REMOVED: return "removed";
    case REVISION_ALTERED: return "altered";
    case REVISION_MOVED: return "moved";
    }
    UNREACHABLE("a kind of change");
}

static struct str kind_words(enum revision_kind kind, enum language lang)
{
    switch (kind) {
    case REVISION_ADDED: return text_in("added", "新增", lang);
    case REVISION_REMOVED: return text_in("removed", "删除", lang);
    case REVISION_ALTERED: return text_in("altered", "修改", lang);
    case REVISION_MOVED: return text_in("moved", "移动", lang);
    }
    UNREACHABLE("a kind of change");
}

/* ---- who ---- */

static struct str set_word(const struct document *doc, uint32_t set, uint32_t rank,
                           enum language lang)
{
    const struct choice_list *list = &doc->g->sets[set];
    return keyword_text(doc->g, list->choices[rank].keywords[0], lang);
}

struct str interest_words(struct arena *a, const struct document *doc, struct interest who,
                          enum language lang)
{
    switch (who.kind) {
    case INTEREST_NAME: return words_text(doc->words, who.id);
    case INTEREST_FUND:
        return str_format(a, lang == LANG_ZH ? "基金 %.*s" : "fund %.*s",
                          STR_ARG(words_text(doc->words, who.id)));
    case INTEREST_WHO: return set_word(doc, SET_RECIPIENTS, who.id, lang);
    case INTEREST_KIND: return set_word(doc, SET_MEMBER_KIND, who.id, lang);
    case INTEREST_LEAD: return text_in("who leads", "牵头方", lang);
    case INTEREST_OTHERS: return text_in("the other members", "其他各方", lang);
    case INTEREST_GRANT: return text_in("who grants", "资助方", lang);
    case INTEREST_ALLIANCE: return text_in("the alliance", "联盟", lang);
    }
    UNREACHABLE("a kind of interest");
}

struct str revision_clause(struct arena *a, const struct revision *c)
{
    const struct term *t = c->after ? c->after : c->before;
    if (t->form == F_ARTICLE) return str_format(a, "%u", t->article);
    return clause_name(a, t);
}

/* ---- the page ---- */

struct page {
    struct arena *arena;
    struct writer w;
    const struct document *doc;
    enum language lang;
};

static void put(struct page *p, const char *text)
{
    writer_put(&p->w, str_from(text));
}

static struct str words_of(struct page *p, const struct term *t)
{
    return span_words(p->arena, p->doc, t->span);
}

static void put_line(struct page *p, struct str what, const struct term *t)
{
    put(p, "    ");
    writer_put(&p->w, what);
    writer_put(&p->w, words_of(p, t));
    writer_end_line(&p->w);
}

static void put_lines(struct page *p, const struct revision *c)
{
    for (size_t i = 0; i < c->line_count; i++) {
        const struct line_revision *l = &c->lines[i];
        if (c->kind != REVISION_ALTERED && i == 0) continue; /* it stands in the heading */
        bool both = l->before && l->after;
        if (l->before)
            put_line(p,
                     both ? text_in("was: ", "原：", p->lang) : text_in("gone: ", "删：", p->lang),
                     l->before);
        if (l->after)
            put_line(p,
                     both ? text_in("now: ", "现：", p->lang) : text_in("new: ", "增：", p->lang),
                     l->after);
    }
}

static void put_interests(struct page *p, struct str what, const struct interests *list)
{
    if (!list->count) return;
    put(p, "    ");
    writer_put(&p->w, what);
    for (size_t i = 0; i < list->count; i++) {
        if (i) writer_put(&p->w, text_in(", ", "、", p->lang));
        writer_put(&p->w, interest_words(p->arena, p->doc, list->list[i], p->lang));
    }
    writer_end_line(&p->w);
}

/* "6.1 share licence income: altered, major", with "(was 6.2)" where its number changed. */
static void put_heading(struct page *p, const struct revision *c)
{
    struct str clause = revision_clause(p->arena, c);
    writer_put(&p->w, clause);
    if (clause.len) put(p, " ");
    if (c->before && c->after) {
        struct str was = clause_name(p->arena, c->before);
        if (!str_eq(was, clause) && c->after->form != F_ARTICLE)
            writer_put(&p->w,
                       str_format(p->arena, p->lang == LANG_ZH ? "（原 %.*s）" : "(was %.*s) ",
                                  STR_ARG(was)));
    }
    writer_put(&p->w, words_of(p, c->after ? c->after : c->before));
    writer_put(&p->w, text_in(": ", "：", p->lang));
    writer_put(&p->w, kind_words(c->kind, p->lang));
    writer_put(&p->w, c->major ? text_in(", major", "，重大", p->lang)
                               : text_in(", minor", "，轻微", p->lang));
    writer_end_line(&p->w);
}

static void put_counts(struct page *p, const struct revisions *c)
{
    size_t major = 0;
    for (size_t i = 0; i < c->count; i++) major += c->list[i].major;
    if (!c->count)
        writer_put(&p->w,
                   text_in("The two agreements say the same.", "两份协议内容相同。", p->lang));
    else if (p->lang == LANG_ZH)
        writer_put(&p->w, str_format(p->arena, "共 %zu 处变化：重大 %zu 处，轻微 %zu 处", c->count,
                                     major, c->count - major));
    else
        writer_put(&p->w, str_format(p->arena, "%zu change%s: %zu major, %zu minor", c->count,
                                     c->count == 1 ? "" : "s", major, c->count - major));
    writer_end_line(&p->w);
}

struct str revisions_text(struct arena *a, const struct revisions *c, const struct document *doc,
                          enum language lang)
{
    struct page p = {.arena = a, .w = {.arena = a}, .doc = doc, .lang = lang};
    put_counts(&p, c);
    for (size_t i = 0; i < c->count; i++) {
        const struct revision *change = &c->list[i];
        writer_end_line(&p.w);
        put_heading(&p, change);
        put_lines(&p, change);
        put_interests(&p, text_in("gain: ", "受益：", lang), &change->gains);
        put_interests(&p, text_in("lose: ", "受损：", lang), &change->loses);
    }
    return writer_text(&p.w);
}
