/* The words of power in bodies: a line each on a screen, with --all a table each. */
#include "report/fair.h"

#include "base/utf8.h"
#include "report/table.h"
#include "report/tally.h"
#include "report/writer.h"

#define LINES_ON_SCREEN 5u
#define MATTERS_COLUMNS 30u
#define NAMED_ON_SCREEN 2u
#define LINE_COLUMNS 98u

struct votes_page {
    struct arena *arena;
    struct writer w;
    const struct fair *f;
    struct fair_report_options options;
};

static bool zh(const struct votes_page *p)
{
    return p->options.lang == LANG_ZH;
}

/* ---- names ---- */

struct str power_body_name(const struct fair *f, const struct body_power *b)
{
    const struct pact *p = f->settlement.fold.pact;
    return pact_word(p, p->bodies[b->body].word);
}

struct str power_matter_name(const struct fair *f, const struct body_power *b, enum language lang)
{
    if (!b->rule) return STR("");
    return pact_matter_text(f->settlement.fold.pact, b->rule->matter, b->rule->name, lang);
}

/* "council on amendment, renewal": all matters that are decided as this one is. */
static struct str about(const struct votes_page *p, uint32_t place)
{
    const struct body_powers *all = &p->f->powers;
    struct str out = STR("");
    for (size_t i = place; i < all->count; i++) {
        struct str matter = power_matter_name(p->f, &all->list[i], p->options.lang);
        if (all->list[i].same != place || !matter.len) continue;
        bool room = p->options.all || utf8_width(out) + utf8_width(matter) <= MATTERS_COLUMNS;
        out = str_format(p->arena, "%.*s%s%.*s", STR_ARG(out), out.len ? zh(p) ? "、" : ", " : "",
                         STR_ARG((room ? matter : STR("…"))));
        if (!room) break;
    }
    struct str body = power_body_name(p->f, &all->list[place]);
    if (!out.len) return body;
    if (zh(p))
        return str_format(p->arena, all->list[place].rule ? "%.*s（%.*s）" : "%.*s（含%.*s）",
                          STR_ARG(body), STR_ARG(out));
    return str_format(p->arena, all->list[place].rule ? "%.*s on %.*s" : "%.*s (%.*s too)",
                      STR_ARG(body), STR_ARG(out));
}

/* ---- figures ---- */

/* "41.23%", cut. */
static struct str percent(const struct votes_page *p, const struct rat *part)
{
    struct rat scaled;
    int64_t hundredths = 0;
    rat_init(&scaled);
    rat_set_i64(&scaled, 10000);
    rat_mul(&scaled, &scaled, part);
    bool fits = rat_floor_i64(&hundredths, &scaled) == OK;
    rat_clear(&scaled);
    CHECK(fits);
    return str_format(p->arena, "%.*s%%", STR_ARG(amount_plain(p->arena, hundredths, 2)));
}

static struct str percent_of(const struct votes_page *p, u128 part, u128 whole)
{
    struct rat value, below;
    if (whole == 0) return STR("–");
    rat_init(&value);
    rat_init(&below);
    rat_set_i128(&value, (i128)part);
    rat_set_i128(&below, (i128)whole);
    rat_div(&value, &value, &below);
    struct str text = percent(p, &value);
    rat_clear(&value);
    rat_clear(&below);
    return text;
}

static u128 capital_of_all(const struct body_power *b)
{
    i128 sum = 0;
    for (uint32_t i = 0; i < b->n; i++)
        if (b->capital_minor[i] > 0) sum += b->capital_minor[i];
    return (u128)sum;
}

static struct str capital_part(const struct votes_page *p, const struct body_power *b,
                               uint32_t seat)
{
    int64_t own = b->capital_minor[seat];
    return percent_of(p, own > 0 ? (u128)own : 0, capital_of_all(b));
}

static bool all_alike(const struct body_power *b)
{
    for (uint32_t i = 1; i < b->n; i++)
        if (!rat_equal(&b->shapley[i], &b->shapley[0])) return false;
    return true;
}

/* ---- roles ---- */

static struct str role(const struct votes_page *p, const struct body_power *b, uint32_t seat)
{
    if (b->roles.dictator[seat]) return text_in("decides alone", "一方即可决定", p->options.lang);
    if (b->roles.vetoer[seat]) return text_in("can block", "一方即可阻止", p->options.lang);
    if (b->roles.dummy[seat]) return text_in("has no say", "无足轻重", p->options.lang);
    return STR("");
}

static uint32_t count_marked(const bool *marked, uint32_t count)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) found += marked[i];
    return found;
}

/* "; can block: lighthouse, cri". */
static struct str marked_names(const struct votes_page *p, const struct body_power *b,
                               const bool *marked, const char *en, const char *chinese)
{
    const struct pact *pact = p->f->settlement.fold.pact;
    struct str out = STR("");
    uint32_t left = count_marked(marked, b->n), named = 0;
    for (uint32_t i = 0; i < b->n && left; i++) {
        if (!marked[i]) continue;
        struct str name = seat_name(pact, &b->seats->list[i]);
        if (named == NAMED_ON_SCREEN && left > 1) {
            out = str_format(p->arena, zh(p) ? "%.*s等另 %u 方" : "%.*s and %u more", STR_ARG(out),
                             left);
            break;
        }
        out = str_format(p->arena, "%.*s%s%.*s", STR_ARG(out),
                         named   ? zh(p) ? "、" : ", "
                         : zh(p) ? chinese
                                 : en,
                         STR_ARG(name));
        named++;
        left--;
    }
    return out;
}

/* ---- a line ---- */

static struct str strength(const struct votes_page *p, const struct body_power *b, uint32_t seat)
{
    const struct seat *s = &b->seats->list[seat];
    struct str name = seat_name(p->f->settlement.fold.pact, s);
    struct str power = percent(p, &b->shapley[seat]), capital = capital_part(p, b, seat);
    struct str votes = percent_of(p, s->weight, b->seats->all);
    return str_format(p->arena,
                      zh(p) ? "%.*s %.*s（票 %.*s，资本 %.*s）"
                            : "%.*s %.*s (votes %.*s, capital %.*s)",
                      STR_ARG(name), STR_ARG(power), STR_ARG(votes), STR_ARG(capital));
}

/* Those with most power, as many as fit a line; of equals those that stand first. */
static struct str strongest(const struct votes_page *p, const struct body_power *b)
{
    struct str out = text_in("  most power: ", "  权力最大：", p->options.lang);
    bool *named = ARENA_ARRAY(p->arena, bool, b->n);
    for (uint32_t k = 0; k < NAMED_ON_SCREEN && k < b->n; k++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t i = 0; i < b->n; i++)
            if (!named[i] &&
                (best == UINT32_MAX || rat_compare(&b->shapley[i], &b->shapley[best]) > 0))
                best = i;
        named[best] = true;
        struct str one = strength(p, b, best);
        if (k && utf8_width(out) + utf8_width(one) + 2 > LINE_COLUMNS) break;
        out = str_format(p->arena, "%.*s%s%.*s", STR_ARG(out), k ? zh(p) ? "，" : ", " : "",
                         STR_ARG(one));
    }
    return out;
}

/* "12", or with two decimals, cut. */
static struct str votes_short(const struct votes_page *p, const struct body_power *b, u128 votes)
{
    if (votes % b->seats->weight_den == 0) return votes_text(p->arena, b->seats, votes);
    u128 hundredths = votes * 100 / b->seats->weight_den;
    return amount_grouped(p->arena, (int64_t)hundredths, 2);
}

static struct str threshold_text(const struct votes_page *p, const struct body_power *b)
{
    struct str needed = votes_short(p, b, b->needed), all = votes_short(p, b, b->seats->all);
    if (zh(p)) return str_format(p->arena, "共 %.*s 票须 %.*s 票", STR_ARG(all), STR_ARG(needed));
    return str_format(p->arena, "%.*s of %.*s votes", STR_ARG(needed), STR_ARG(all));
}

static void put_roles(struct votes_page *p, const struct body_power *b)
{
    struct str roles[] = {
        marked_names(p, b, b->roles.dictator, "decides alone: ", "一方即可决定："),
        marked_names(p, b, b->roles.vetoer, "can block: ", "一方即可阻止："),
        marked_names(p, b, b->roles.dummy, "no say: ", "无足轻重：")};
    bool some = false;
    for (size_t i = 0; i < ARRAY_LEN(roles); i++) {
        if (!roles[i].len) continue;
        writer_put(&p->w, some ? zh(p) ? STR("；") : STR("; ") : STR("  "));
        writer_put(&p->w, roles[i]);
        some = true;
    }
    if (some) writer_put(&p->w, STR("\n"));
}

static void put_line(struct votes_page *p, uint32_t place)
{
    const struct body_power *b = &p->f->powers.list[place];
    struct str head = about(p, place), threshold = threshold_text(p, b);
    struct str said = STR("");
    if (!b->counted)
        said = text_in("too many seats or too fine votes to be counted",
                       "席位过多或票数过细，无法精确计算", p->options.lang);
    else if (all_alike(b))
        said = text_in("all seats have the same power", "各席位权力相同", p->options.lang);
    writer_put(&p->w, str_format(p->arena, zh(p) ? "%.*s，%.*s%s%.*s\n" : "%.*s, %.*s%s%.*s\n",
                                 STR_ARG(head), STR_ARG(threshold),
                                 said.len ? zh(p) ? "：" : ": " : "", STR_ARG(said)));
    if (said.len) return;
    writer_put(&p->w, strongest(p, b));
    writer_put(&p->w, STR("\n"));
    put_roles(p, b);
}

/* How many lines that makes at most. */
static uint32_t lines_of(const struct body_power *b)
{
    if (!b->counted || all_alike(b)) return 1;
    for (uint32_t i = 0; i < b->n; i++)
        if (b->roles.vetoer[i] || b->roles.dictator[i] || b->roles.dummy[i]) return 3;
    return 2;
}

/* ---- a table ---- */

static void put_table(struct votes_page *p, const struct body_power *b)
{
    static const char *const heads[][2] = {{"seat", "席位"},
                                           {"votes", "票数"},
                                           {"of votes", "占票数"},
                                           {"of capital", "占资本"},
                                           {"Shapley–Shubik", "沙普利–舒比克"},
                                           {"Banzhaf", "班扎夫"},
                                           {"", ""}};
    const struct pact *pact = p->f->settlement.fold.pact;
    struct table t;
    table_init(&t, p->arena, ARRAY_LEN(heads));
    table_left(&t, ARRAY_LEN(heads) - 1);
    for (size_t i = 0; i < ARRAY_LEN(heads); i++)
        table_cell(&t, text_in(heads[i][0], heads[i][1], p->options.lang));
    table_rule(&t);
    for (uint32_t i = 0; i < b->n; i++) {
        const struct seat *s = &b->seats->list[i];
        table_cell(&t, seat_name(pact, s));
        table_cell(&t, votes_short(p, b, s->weight));
        table_cell(&t, percent_of(p, s->weight, b->seats->all));
        table_cell(&t, capital_part(p, b, i));
        table_cell(&t, percent(p, &b->shapley[i]));
        table_cell(&t, percent(p, &b->banzhaf[i]));
        table_cell(&t, role(p, b, i));
    }
    writer_put(&p->w, table_text(&t));
}

/* Bodies in which who is affected may veto, one name a body. */
static void put_affected(struct votes_page *p)
{
    struct str names = STR("");
    for (size_t i = 0; i < p->f->powers.count; i++) {
        const struct body_power *b = &p->f->powers.list[i];
        bool first = i == 0 || p->f->powers.list[i - 1].body != b->body;
        if (!first || !b->affected_may_veto) continue;
        names = str_format(p->arena, "%.*s%s%.*s", STR_ARG(names),
                           names.len ? zh(p) ? "、" : ", " : "", STR_ARG(power_body_name(p->f, b)));
    }
    if (!names.len) return;
    writer_put(&p->w, str_format(p->arena,
                                 zh(p) ? "受影响方可否决其决议：%.*s\n"
                                       : "Whom a decision affects, may veto it in: %.*s\n",
                                 STR_ARG(names)));
}

struct str report_powers(struct arena *a, const struct fair *f, struct fair_report_options options)
{
    struct votes_page p = {.arena = a, .w = {.arena = a}, .f = f, .options = options};
    uint32_t lines = 0;
    for (uint32_t i = 0; i < f->powers.count; i++) {
        const struct body_power *b = &f->powers.list[i];
        if (b->same != i) continue;
        if (lines == 0) writer_put(&p.w, text_in("\nWho decides\n", "\n谁说了算\n", options.lang));
        lines += lines_of(b);
        if (!options.all && lines > LINES_ON_SCREEN) {
            writer_put(&p.w, text_in("(more: --all)\n", "（其余：--all）\n", options.lang));
            break;
        }
        put_line(&p, i);
        if (options.all && b->counted && !all_alike(b)) put_table(&p, b);
    }
    put_affected(&p);
    return writer_text(&p.w);
}
