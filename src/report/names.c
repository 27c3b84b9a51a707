/* The words of figures, kinds of lines and recipients. */
#include "report/names.h"

#include "num/money.h"

static const char *const kinds[] = {
    [LINE_SHARE] = "share",     [LINE_LOSS] = "loss",         [LINE_CALL] = "call",
    [LINE_PAID_IN] = "paid_in", [LINE_PAID_OUT] = "paid_out", [LINE_SET_OFF] = "set_off",
    [LINE_DRAW] = "draw",
};

static const char *const figures[] = {
    [FIGURE_CALLED] = "called",     [FIGURE_RECEIVED] = "received",   [FIGURE_BORNE] = "borne",
    [FIGURE_PAID_IN] = "paid_in",   [FIGURE_PAID_OUT] = "paid_out",   [FIGURE_SET_OFF] = "set_off",
    [FIGURE_UNSHARED] = "unshared", [FIGURE_UNCOVERED] = "uncovered",
};

const char *line_kind_name(enum line_kind kind)
{
    CHECK(kind < ARRAY_LEN(kinds));
    return kinds[kind];
}

const char *figure_name(enum figure figure)
{
    CHECK(figure < ARRAY_LEN(figures));
    return figures[figure];
}

struct str line_to_name(struct arena *a, const struct pact *p, enum line_to to, uint32_t index)
{
    switch (to) {
    case LINE_TO_PARTY: return pact_word(p, p->parties[index].word);
    case LINE_TO_FUND:
        return str_format(a, "fund %.*s", STR_ARG(pact_word(p, p->funds[index].word)));
    case LINE_TO_UNSHARED: return STR("unshared");
    case LINE_TO_UNCOVERED: return STR("uncovered");
    }
    return STR("");
}

struct str clause_name(struct arena *a, const struct term *t)
{
    if (!t || !t->article) return STR("");
    return str_format(a, "%u.%u", t->article, t->clause);
}

struct str scope_name(const struct pact *p, uint32_t scope)
{
    if (scope == INDEX_NONE) return STR("");
    if (scope == SCOPE_ALLIANCE) return STR("alliance");
    if (scope <= p->project_count) return pact_word(p, p->projects[scope - 1].word);
    return pact_word(p, p->results[scope - 1 - p->project_count].word);
}

struct str entry_name(struct arena *a, const struct document *d, uint32_t index)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, document_entry(d, index)->date);
    return str_format(a, "%s #%u", date, document_ordinal(d, index));
}

static struct str amount_text(struct arena *a, int64_t minor, unsigned digits, bool grouped)
{
    char text[MONEY_TEXT_BYTES];
    struct money_format_options options = {.group_thousands = grouped};
    size_t len = money_format(text, minor, digits, options);
    return str_copy(a, (struct str){text, len});
}

struct str amount_plain(struct arena *a, int64_t minor, unsigned digits)
{
    return amount_text(a, minor, digits, false);
}

struct str amount_grouped(struct arena *a, int64_t minor, unsigned digits)
{
    return amount_text(a, minor, digits, true);
}

struct str amount_of_exact(struct arena *a, struct str exact, unsigned digits)
{
    struct rat r;
    int64_t minor = 0;
    rat_init(&r);
    enum status status = rat_set_text(&r, exact);
    CHECK(status == OK);
    bool negative = rat_sign(&r) < 0;
    if (negative) rat_neg(&r, &r);
    status = rat_floor_i64(&minor, &r);
    rat_clear(&r);
    if (status != OK) return exact;
    return amount_plain(a, negative ? -minor : minor, digits);
}
