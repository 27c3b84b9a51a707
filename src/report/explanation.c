/* Explanations as rows: an amount, the formula it comes from, the words of the clause or entry. */
#include "report/explanation.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "report/formula.h"
#include "report/names.h"
#include "report/rows.h"

struct explainer {
    struct arena *arena;
    const struct pact *pact;
    struct explanation_view view;
    struct known known;
    struct rows rows;
};

static struct str pick(const struct explainer *x, const char *en, const char *zh)
{
    return str_from(x->view.lang == LANG_ZH ? zh : en);
}

/* ---- where an amount comes from ---- */

static struct str clause_words(struct explainer *x, const struct why *why)
{
    struct str clause = clause_name(x->arena, why->term);
    if (!clause.len) return STR("");
    if (!why->tier) {
        struct str words = span_words(x->arena, x->pact->doc, why->term->span);
        return str_format(x->arena, "%.*s%.*s%.*s", STR_ARG(clause), STR_ARG(pick(x, ": ", "：")),
                          STR_ARG(words));
    }
    struct str words = span_words(x->arena, x->pact->doc, why->tier->term->span);
    struct str path = why->tier->path;
    return x->view.lang == LANG_ZH ? str_format(x->arena, "%.*s 第 %.*s 档：%.*s", STR_ARG(clause),
                                                STR_ARG(path), STR_ARG(words))
                                   : str_format(x->arena, "%.*s tier %.*s: %.*s", STR_ARG(clause),
                                                STR_ARG(path), STR_ARG(words));
}

static struct str origin_of(struct explainer *x, const struct why *why)
{
    if (why->op == WHY_LEAF && why->entry != INDEX_NONE)
        return entry_words(x->arena, x->pact->doc, why->entry);
    return clause_words(x, why);
}

/* ---- the words of the engine's notes ---- */

static const char *const note_words[][3] = {
    {"received", "received", "应得"},        {"called", "called", "应缴"},
    {"borne", "borne", "分担损失"},          {"charges", "charges", "会费及利息"},
    {"paid_in", "paid in", "已缴"},          {"paid_out", "paid out", "已付"},
    {"set_off", "set off", "抵销"},          {"left", "is left", "为剩余"},
    {"surplus", "is the surplus", "为结余"}, {"repaid before", "repaid before", "此前已收回"},
    {"profit", "is the profit", "为利润"},   {"profit before", "profit before", "此前利润"},
    {"exceeds", "exceeds it", "为超过部分"},
};

/* "synergy: a 13/3, all 11" cut into its three parts; false where it is no such note. */
static bool cut_note(struct str note, struct str *name, struct str *own, struct str *all)
{
    size_t colon = 0, comma = note.len;
    while (colon < note.len && note.ptr[colon] != ':') colon++;
    while (comma > 0 && note.ptr[comma - 1] != ',') comma--;
    if (colon == note.len || comma == 0) return false;
    *name = str_slice(note, 0, colon);
    *own = str_slice(note, colon + 2, comma - 1);
    *all = str_slice(note, comma + STR(" all ").len, note.len);
    return true;
}

/* "shapley of synergy: a 13/3, all 11" → "博弈 synergy 的沙普利值：a 13/3，合计 11";
 * "score merit: a 92, all 175" → "merit 评分：a 92，合计 175"; empty where it tells of neither. */
static struct str value_words(struct explainer *x, struct str note)
{
    const struct grammar *g = x->pact->doc->g;
    struct str name, own, all;
    if (str_starts_with(note, STR("score ")) &&
        cut_note(str_slice(note, STR("score ").len, note.len), &name, &own, &all))
        return str_format(x->arena, "%.*s 评分：%.*s，合计 %.*s", STR_ARG(name), STR_ARG(own),
                          STR_ARG(all));
    for (uint32_t rank = 0; rank < g->sets[SET_METHOD].count; rank++) {
        struct str method = choice_text(x->arena, g, SET_METHOD, rank, LANG_EN);
        if (!str_starts_with(note, str_format(x->arena, "%.*s of ", STR_ARG(method)))) continue;
        if (!cut_note(str_slice(note, method.len + 4, note.len), &name, &own, &all)) continue;
        struct str zh = choice_text(x->arena, g, SET_METHOD, rank, LANG_ZH);
        return str_format(x->arena, "博弈 %.*s 的%.*s：%.*s，合计 %.*s", STR_ARG(name), STR_ARG(zh),
                          STR_ARG(own), STR_ARG(all));
    }
    return STR("");
}

/* What of a text stands before a mark, which is passed over with it; all where it is not there. */
static struct str cut_before(struct str *rest, struct str mark)
{
    size_t at = 0;
    while (at < rest->len && !str_starts_with(str_slice(*rest, at, rest->len), mark)) at++;
    struct str out = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + mark.len < rest->len ? at + mark.len : rest->len, rest->len);
    return out;
}

/* "talmud: a claims 1.00 of 3.00, had 0.50; pot so far 1.50" →
 * "塔木德规则：a 的债权 1.00，合计 3.00；此前已得 0.50；至今共可分 1.50"; empty where it tells of
 * none. */
static struct str claim_words(struct explainer *x, struct str note)
{
    const struct grammar *g = x->pact->doc->g;
    for (uint32_t rank = 0; rank < g->sets[SET_CLAIMS_RULE].count; rank++) {
        struct str rule = choice_text(x->arena, g, SET_CLAIMS_RULE, rank, LANG_EN);
        if (!str_starts_with(note, str_format(x->arena, "%.*s: ", STR_ARG(rule)))) continue;
        struct str rest = str_slice(note, rule.len + 2, note.len);
        struct str who = cut_before(&rest, STR(" claims ")), claim = cut_before(&rest, STR(" of "));
        struct str all = cut_before(&rest, STR(", had "));
        struct str had = cut_before(&rest, STR("; pot so far "));
        struct str zh = choice_text(x->arena, g, SET_CLAIMS_RULE, rank, LANG_ZH);
        return str_format(
            x->arena, "%.*s规则：%.*s 的债权 %.*s，合计 %.*s；此前已得 %.*s；至今共可分 %.*s",
            STR_ARG(zh), STR_ARG(who), STR_ARG(claim), STR_ARG(all), STR_ARG(had), STR_ARG(rest));
    }
    return STR("");
}

/* "capital of pentium" → "pentium 的出资额"; "stakes field" → "份额表 field". */
static struct str measure_words(struct explainer *x, struct str note)
{
    const struct grammar *g = x->pact->doc->g;
    for (uint32_t rank = 0; rank < g->sets[SET_MEASURE_NAME].count; rank++) {
        struct str name = choice_text(x->arena, g, SET_MEASURE_NAME, rank, LANG_EN);
        if (!str_starts_with(note, str_format(x->arena, "%.*s of ", STR_ARG(name)))) continue;
        struct str who = str_slice(note, name.len + 4, note.len);
        struct str zh = choice_text(x->arena, g, SET_MEASURE_NAME, rank, LANG_ZH);
        if (str_eq(who, STR("all"))) return str_format(x->arena, "各方%.*s合计", STR_ARG(zh));
        return str_format(x->arena, "%.*s 的%.*s", STR_ARG(who), STR_ARG(zh));
    }
    if (str_starts_with(note, STR("profit of ")))
        return str_format(x->arena, "%.*s 的利润", STR_ARG(str_slice(note, 10, note.len)));
    struct str value = value_words(x, note);
    if (value.len) return value;
    value = claim_words(x, note);
    if (value.len) return value;
    if (!str_starts_with(note, STR("stakes "))) return note;
    return str_format(x->arena, "份额表 %.*s", STR_ARG(str_slice(note, 7, note.len)));
}

static struct str note_text(struct explainer *x, struct str note)
{
    bool zh = x->view.lang == LANG_ZH;
    for (size_t i = 0; i < ARRAY_LEN(note_words); i++)
        if (str_eq(note, str_from(note_words[i][0]))) return str_from(note_words[i][zh ? 2 : 1]);
    return zh ? measure_words(x, note) : note;
}

/* Whose measure a note tells of: what stands behind " of ". */
static struct str note_owner(struct str note)
{
    for (size_t i = 0; i + 4 <= note.len; i++)
        if (str_starts_with(str_slice(note, i, note.len), STR(" of ")))
            return str_slice(note, i + 4, note.len);
    return note;
}

/* ---- one line, down to its entries ---- */

static void put_node(struct explainer *x, const struct why *why, struct row place);

static struct row inside(struct explainer *x, struct row place)
{
    return (struct row){.indent = place.indent + 1, .group = rows_group(&x->rows)};
}

static void put_children(struct explainer *x, const struct why *why, struct row place)
{
    struct row child = inside(x, place);
    for (uint32_t i = 0; i < why->child_count; i++) put_node(x, why->children[i], child);
}

static void put_sum(struct explainer *x, const struct why *sum, struct row place)
{
    known_add(&x->known, sum);
    place.amount = formula_amount(x->arena, sum->amount, x->pact->digits);
    place.formula = sum->note.len ? note_text(x, sum->note) : pick(x, "is the sum of", "为合计");
    rows_add(&x->rows, place);
    put_children(x, sum, place);
}

/* "basis: cost of all": the measure is named by what each of them has. */
static struct str basis_label(struct explainer *x, const struct why *basis)
{
    struct str note = note_text(x, basis->note);
    bool all = str_eq(basis->note, STR("all recipients"));
    if (all && basis->child_count) {
        struct str one = basis->children[0]->note;
        size_t name = one.len - note_owner(one).len; /* with " of " */
        note = note_text(x, str_format(x->arena, "%.*sall", (int)name, one.ptr));
    }
    return str_format(x->arena, "%.*s%.*s", STR_ARG(pick(x, "basis: ", "依据：")), STR_ARG(note));
}

/* What everybody has of a measure, name by name, as running text. */
static void put_everybody(struct explainer *x, const struct why *all, struct row place)
{
    for (uint32_t i = 0; i < all->child_count; i++) {
        const struct why *one = all->children[i];
        struct str amount = formula_amount(x->arena, one->amount, x->pact->digits);
        rows_flow(&x->rows, place,
                  str_format(x->arena, "%s%.*s %.*s", i ? "+ " : "= ",
                             STR_ARG(note_owner(one->note)), STR_ARG(amount)));
    }
}

static void put_basis(struct explainer *x, const struct why *share, struct row place)
{
    for (uint32_t i = 0; i < share->basis_count; i++) {
        const struct why *basis = share->basis[i];
        struct row row = inside(x, place);
        row.label = basis_label(x, basis);
        if (basis->amount.len)
            row.amount = formula_amount(x->arena, basis->amount, x->pact->digits);
        if (basis->op == WHY_LEAF) row.origin = origin_of(x, basis);
        rows_add(&x->rows, row);
        if (str_eq(basis->note, STR("all recipients")))
            put_everybody(x, basis, inside(x, row));
        else
            put_children(x, basis, row);
    }
}

/* Whether a sum would only repeat rows that stand above. */
static bool is_repeated(const struct explainer *x, const struct why *sum)
{
    for (uint32_t i = 0; i < sum->child_count; i++)
        if (!known_has(&x->known, sum->children[i])) return false;
    return true;
}

/* What a formula starts from, unless it was shown already. */
static void put_base(struct explainer *x, const struct why *base, struct row place)
{
    if (known_has(&x->known, base)) return;
    if (base->op == WHY_SUM && is_repeated(x, base)) return;
    if (base->op == WHY_SUM)
        put_sum(x, base, inside(x, place));
    else
        put_node(x, base, inside(x, place));
}

/* Whether a leaf needs no row of its own: the row above it quotes nothing else. */
static bool is_told(struct explainer *x, const struct why *why, const struct why *base)
{
    if (base->op != WHY_LEAF || base == why) return false;
    return !clause_name(x->arena, why->term).len ||
           (base->entry == INDEX_NONE && base->term == why->term);
}

static void put_node(struct explainer *x, const struct why *why, struct row place)
{
    struct formula f = formula_of(&x->known, why, x->pact->digits, x->view.lang);
    if (f.from->op == WHY_SUM && f.from == why) {
        put_sum(x, why, place);
        return;
    }
    place.amount = f.amount;
    place.formula = f.text;
    place.origin = origin_of(x, f.from);
    if (is_told(x, f.from, f.base)) {
        if (!place.origin.len) place.origin = origin_of(x, f.base);
        known_add(&x->known, f.base);
    }
    rows_add(&x->rows, place);
    known_add(&x->known, why);
    known_add(&x->known, f.from);
    if (f.share) put_basis(x, f.share, place);
    put_base(x, f.base, place);
}

/* ---- all of a party, a row a line ---- */

/* The entry behind a line: that of its rounding or leaf; of what was left, that of the whole. */
static uint32_t entry_behind(const struct why *why)
{
    while (why->entry == INDEX_NONE && why->op != WHY_LEAF && why->child_count) {
        bool left = why->op == WHY_SUM && str_eq(why->note, STR("left"));
        if (why->child_count > 1 && !left) break;
        why = why->children[0];
    }
    return why->entry;
}

static const struct tier *tier_of(const struct why *why)
{
    while (!why->tier && why->op == WHY_SHARE) why = why->children[0];
    return why->tier;
}

/* Shares and losses of one entry stand under it; what has no tier quotes its entry itself. */
static void put_lines(struct explainer *x, const struct why *figure, struct row place)
{
    uint32_t above = INDEX_NONE;
    struct row row = inside(x, place);
    for (uint32_t i = 0; i < figure->child_count; i++) {
        const struct why *why = figure->children[i];
        struct formula f = formula_of(&x->known, why, x->pact->digits, x->view.lang);
        uint32_t entry = entry_behind(f.from);
        bool under = tier_of(f.from) != NULL && entry != INDEX_NONE;
        if (under && entry != above)
            rows_add(&x->rows, (struct row){.indent = row.indent,
                                            .label = entry_words(x->arena, x->pact->doc, entry)});
        above = under ? entry : INDEX_NONE;
        struct row line = {.indent = row.indent + under, .group = row.group};
        line.amount = f.amount;
        line.formula = f.text;
        line.origin = clause_words(x, f.from);
        if (!under && entry != INDEX_NONE) line.origin = entry_words(x->arena, x->pact->doc, entry);
        rows_add(&x->rows, line);
    }
}

/* A figure that counts against the party is its sum, taken negative. */
static const struct why *figure_of(const struct why *child)
{
    if (child->op != WHY_SUM || child->child_count != 1) return child;
    const struct why *minus = child->children[0];
    if (minus->op != WHY_SHARE || minus->children[0]->op != WHY_SUM) return child;
    return str_eq(minus->children[0]->note, child->note) ? minus->children[0] : child;
}

static void put_figure(struct explainer *x, const struct why *figure, struct row place)
{
    if (!place.label.len) place.label = note_text(x, figure->note);
    place.amount = formula_amount(x->arena, figure->amount, x->pact->digits);
    rows_add(&x->rows, place);
    put_lines(x, figure, place);
}

/* " = 1,555,228.42 − 3,750,857.14 + …": the figures, those against the party taken off. */
static struct str outcome_terms(struct explainer *x, const struct why *root)
{
    struct str text = STR("");
    size_t count = 0;
    for (uint32_t i = 0; i < root->child_count; i++) {
        const struct why *figure = figure_of(root->children[i]);
        if (str_eq(figure->amount, STR("0"))) continue;
        struct str amount = formula_amount(x->arena, figure->amount, x->pact->digits);
        const char *sign = figure != root->children[i] ? " −" : count ? " +" : "";
        text = str_format(x->arena, "%.*s%s %.*s", STR_ARG(text), sign, STR_ARG(amount));
        count++;
    }
    return count > 1 ? str_format(x->arena, " =%.*s", STR_ARG(text)) : STR("");
}

/* What a party's figures come to; NULL: none of these. */
static const char *outcome_name(const struct explainer *x, const struct why *root)
{
    static const char *const names[][3] = {{"due − owes", "due − owes", "未付 − 未缴"},
                                           {"due", "due", "未付"},
                                           {"owes", "owes", "未缴"}};
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (str_eq(root->note, str_from(names[i][0])))
            return names[i][x->view.lang == LANG_ZH ? 2 : 1];
    return NULL;
}

/* "due − owes = 1,555,228.42 − 3,750,857.14 + … = -72,068.13" */
static void put_outcome(struct explainer *x, const struct why *root, struct row place)
{
    struct str name = str_from(outcome_name(x, root)), terms = outcome_terms(x, root);
    struct str amount = formula_amount(x->arena, root->amount, x->pact->digits);
    place.label =
        str_format(x->arena, "%.*s%.*s = %.*s", STR_ARG(name), STR_ARG(terms), STR_ARG(amount));
    rows_add(&x->rows, place);
}

static void put_all(struct explainer *x, const struct why *root)
{
    struct row place = {.label = x->view.who};
    if (!outcome_name(x, root)) {
        if (x->view.one_figure)
            place.label = str_format(x->arena, "%.*s %.*s", STR_ARG(x->view.who),
                                     STR_ARG(note_text(x, root->note)));
        put_figure(x, root, place);
        return;
    }
    rows_add(&x->rows, place);
    place.label = STR("");
    for (uint32_t i = 0; i < root->child_count; i++) {
        const struct why *figure = figure_of(root->children[i]);
        if (figure->child_count) put_figure(x, figure, place);
    }
    put_outcome(x, root, place);
}

struct str report_explanation(struct arena *a, const struct pact *p, const struct why *why,
                              struct explanation_view view)
{
    struct explainer x = {.arena = a, .pact = p, .view = view, .known = {.arena = a}};
    rows_init(&x.rows, a);
    if (view.one_line)
        put_node(&x, why, (struct row){.label = view.who, .group = rows_group(&x.rows)});
    else
        put_all(&x, why);
    return rows_text(&x.rows);
}

bool explanation_shows_basis(const struct why *why, bool one_line)
{
    for (uint32_t i = 0; !one_line && i < why->basis_count; i++)
        if (!why_is_within(why->basis[i], LIMIT_BASIS_NODES)) return false;
    return why->basis_count > 0;
}
