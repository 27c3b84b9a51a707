/* Prose: values. Dates, amounts, shares and durations as a contract writes them. */
#include "report/prose_inside.h"

#include "lang/numeral.h"
#include "num/money.h"
#include "report/names.h"

#include <string.h>

/* ---- dates, durations ---- */

struct str prose_date(const struct prose *p, date_t date)
{
    struct civil c = date_to_civil(date);
    if (p->lang == LANG_ZH) return str_format(p->arena, "%d年%d月%d日", c.year, c.month, c.day);
    return str_format(p->arena, "%d %s %d", c.day, match_month_name(c.month), c.year);
}

static struct str month_day(const struct prose *p, const struct bind *b)
{
    if (p->lang == LANG_ZH)
        return str_format(p->arena, "%lld月%lld日", (long long)b->a, (long long)b->b);
    return str_format(p->arena, "%lld %s", (long long)b->b, match_month_name(b->a));
}

static struct str duration(const struct prose *p, const struct bind *b)
{
    static const char *const units[][2] = {[UNIT_DAYS] = {"day", "日"},
                                           [UNIT_MONTHS] = {"month", "个月"},
                                           [UNIT_YEARS] = {"year", "年"}};
    const char *unit = units[b->b][p->lang];
    if (p->lang == LANG_ZH) return str_format(p->arena, "%lld%s", (long long)b->a, unit);
    return str_format(p->arena, "%lld %s%s", (long long)b->a, unit, b->a == 1 ? "" : "s");
}

static struct str entry_ref(const struct prose *p, const struct bind *b)
{
    struct str date = prose_date(p, (date_t)b->a);
    return str_format(p->arena,
                      p->lang == LANG_ZH ? "%.*s第%lld笔记录" : "%.*s, number %lld of that day",
                      STR_ARG(date), (long long)b->b);
}

/* ---- money ---- */

static struct str currency_code(const struct prose *p)
{
    return p->pact ? currency_name(p->pact) : STR("CNY");
}

struct str prose_money(const struct prose *p, int64_t minor)
{
    struct str code = currency_code(p),
               amount = amount_grouped(p->arena, minor, p->doc->minor_digits);
    if (p->lang == LANG_ZH && str_eq(code, STR("CNY")))
        return str_format(p->arena, "%.*s元", STR_ARG(amount));
    return str_format(p->arena, "%.*s %.*s", STR_ARG(code), STR_ARG(amount));
}

/* 人民币叁佰万元整（¥3,000,000.00）: in letters, as Chinese contracts write what matters most. */
static struct str money_in_letters(const struct prose *p, int64_t minor)
{
    bool yuan = p->lang == LANG_ZH && str_eq(currency_code(p), STR("CNY"));
    struct str letters = yuan ? prose_capitals(p->arena, minor) : STR("");
    if (letters.len == 0) return prose_money(p, minor);
    struct str amount = amount_grouped(p->arena, minor, p->doc->minor_digits);
    return str_format(p->arena, "人民币%.*s（¥%.*s）", STR_ARG(letters), STR_ARG(amount));
}

/* The first and the last word of what is written. */
static struct str first_word(struct str s)
{
    size_t len = 0;
    while (len < s.len && s.ptr[len] != ' ') len++;
    return str_slice(s, 0, len);
}

static struct str last_word(struct str s)
{
    size_t at = s.len;
    while (at > 0 && s.ptr[at - 1] != ' ') at--;
    return str_slice(s, at, s.len);
}

/* An amount that was written in another currency is said in both, with its rate. */
static struct str money(const struct prose *p, const struct bind *b, enum prose_how how)
{
    struct str amount = how == HOW_WORDS ? money_in_letters(p, b->a) : prose_money(p, b->a);
    struct str written = sources_text(p->doc->sources, bind_span(b)), rate = last_word(written);
    if (rate.len == written.len || rate.ptr[0] > '9') return amount; /* 0.05 CNY */
    struct str number = first_word(written), behind = str_slice(written, number.len, written.len);
    while (behind.ptr[0] == ' ') behind = str_slice(behind, 1, behind.len);
    return str_format(p->arena,
                      p->lang == LANG_ZH ? "%.*s（即%.*s %.*s，汇率%.*s）"
                                         : "%.*s (%.*s %.*s at a rate of %.*s)",
                      STR_ARG(amount), STR_ARG(first_word(behind)), STR_ARG(number), STR_ARG(rate));
}

/* ---- shares ---- */

#define SMALL_MAX 10 /* of a fraction, or its decimals, that is said in words */

static const char *const ones[] = {"",     "one", "two",   "three", "four",
                                   "five", "six", "seven", "eight", "nine"};
static const char *const parts[] = {"",      "",        "half",   "third", "quarter", "fifth",
                                    "sixth", "seventh", "eighth", "ninth", "tenth"};

static struct str fraction(const struct prose *p, int64_t top, int64_t bottom, struct str written)
{
    if (top < 1 || top >= bottom || bottom > SMALL_MAX) return written;
    if (p->lang == LANG_EN)
        return str_format(p->arena, "%s %s%s", ones[top], parts[bottom], top > 1 ? "s" : "");
    struct str below = numeral_write(p->arena, bottom), above = numeral_write(p->arena, top);
    return str_format(p->arena, "%.*s分之%.*s", STR_ARG(below), STR_ARG(above));
}

/* 百分之五十, 百分之零点零五; as it is written where that is long. */
static struct str percent_in_letters(const struct prose *p, struct str written)
{
    struct writer w = {.arena = p->arena};
    size_t at = 0;
    int64_t whole = 0;
    for (; at < written.len && written.ptr[at] >= '0' && written.ptr[at] <= '9'; at++)
        whole = whole < 1000 ? whole * 10 + (written.ptr[at] - '0') : whole;
    if (whole > 999 || written.len - at > 6) return written; /* a point, four decimals, the sign */
    writer_put(&w, STR("百分之"));
    writer_put(&w, numeral_write(p->arena, whole));
    for (; at + 1 < written.len; at++) {
        char c = written.ptr[at];
        writer_put(&w, c == '.' ? STR("点") : numeral_write(p->arena, c - '0'));
    }
    return writer_text(&w);
}

static struct str share(const struct prose *p, const struct bind *b, enum prose_how how)
{
    struct str written = sources_text(p->doc->sources, bind_span(b));
    bool percent = str_ends_with(written, STR("%"));
    if (how == HOW_DIGITS || (percent && p->lang == LANG_EN)) return written;
    return percent ? percent_in_letters(p, written) : fraction(p, b->a, b->b, written);
}

/* ---- words ---- */

static const struct {
    uint8_t set;
    const char *word, *texts[2];
} words[] = {
#define WORD(set, word, en, zh) {SET_##set, word, {en, zh}},
#define PART_OF(phrase, where, en, zh)
#define SENTENCE(form, where, en, zh)
#include "report/prose_table.h"
#undef WORD
#undef PART_OF
#undef SENTENCE
};

/* The set whose words a set has in Chinese: FREQUENCY of FREQUENCY_ZH. */
static unsigned plain_set(unsigned set)
{
    switch (set) {
    case SET_FREQUENCY_ZH: return SET_FREQUENCY;
    case SET_NATURE_ZH: return SET_NATURE;
    case SET_DIFFUSION_ZH: return SET_DIFFUSION;
    case SET_OFFER_ANSWER_ZH: return SET_OFFER_ANSWER;
    default: return set;
    }
}

struct str prose_word(const struct prose *p, const struct bind *b)
{
    return choice_text(p->arena, p->doc->g, plain_set(b->what), b->rank, LANG_EN);
}

struct str prose_choice(const struct prose *p, const struct bind *b)
{
    unsigned set = plain_set(b->what);
    struct str word = prose_word(p, b);
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (words[i].set == set && str_eq(str_from(words[i].word), word))
            return str_from(words[i].texts[p->lang]);
    return choice_text(p->arena, p->doc->g, set, b->rank, p->lang);
}

/* "an enterprise", "a university" */
static struct str with_article(const struct prose *p, struct str word)
{
    if (p->lang == LANG_ZH) return word;
    bool vowel = word.len && memchr("aeio", word.ptr[0], 4);
    return str_format(p->arena, "%s %.*s", vowel ? "an" : "a", STR_ARG(word));
}

/* ---- the value ---- */

static struct str currency(const struct prose *p, uint32_t word)
{
    struct str code = words_text(p->doc->words, word);
    if (!str_eq(code, STR("CNY"))) return code;
    return p->lang == LANG_ZH ? STR("人民币") : STR("Chinese yuan (CNY)");
}

static struct str milestone(const struct prose *p, const struct bind *b)
{
    struct str project = prose_name(p, ROLE_project, (uint32_t)b->a),
               name = words_text(p->doc->words, (uint32_t)b->b);
    if (p->lang == LANG_ZH)
        return str_format(p->arena, "项目%.*s的里程碑“%.*s”", STR_ARG(project), STR_ARG(name));
    return str_format(p->arena, "the milestone “%.*s” of the project %.*s", STR_ARG(name),
                      STR_ARG(project));
}

/* A fact that rules ask for, in the language; as it is written where it is none. */
static struct str fact(const struct prose *p, struct str word)
{
    static const char *const facts[][2] = {
#define FACT(of, en, zh, form, find, write, zh_write) {en, zh},
#include "review/fact_table.h"
#undef FACT
    };
    for (size_t i = 0; i < ARRAY_LEN(facts); i++)
        if (str_eq(word, str_from(facts[i][LANG_EN])) || str_eq(word, str_from(facts[i][LANG_ZH])))
            return str_from(facts[i][p->lang]);
    return word;
}

static struct str article(const struct prose *p, int64_t number, enum prose_how how)
{
    if (how == HOW_ARTICLE) return numeral_write_article(p->arena, number);
    return str_format(p->arena, "%lld", (long long)number);
}

struct str prose_value(const struct prose *p, const struct bind *b, enum role role,
                       enum prose_how how)
{
    switch ((enum value_type)b->type) {
    case VALUE_NAME:
    case VALUE_PNAME:
        if (how == HOW_MATTER) return prose_matter(p, words_text(p->doc->words, (uint32_t)b->a));
        return prose_name(p, role, (uint32_t)b->a);
    case VALUE_NEW:
    case VALUE_PNEW:
    case VALUE_WORD:
        if (how == HOW_MATTER) return prose_matter(p, words_text(p->doc->words, (uint32_t)b->a));
        if (how == HOW_FACT) return fact(p, words_text(p->doc->words, (uint32_t)b->a));
        return words_text(p->doc->words, (uint32_t)b->a);
    case VALUE_PATH: return milestone(p, b);
    case VALUE_TEXT: return bind_text(p->arena, p->doc->sources, b);
    case VALUE_MONEY: return money(p, b, how);
    case VALUE_SHARE: return share(p, b, how);
    case VALUE_PART:
    case VALUE_NUMBER:
    case VALUE_DIGEST: return sources_text(p->doc->sources, bind_span(b));
    case VALUE_INTEGER:
    case VALUE_ARTICLE: return article(p, b->a, how);
    case VALUE_DATE: return prose_date(p, (date_t)b->a);
    case VALUE_DURATION: return duration(p, b);
    case VALUE_MONTHDAY: return month_day(p, b);
    case VALUE_CURRENCY: return currency(p, (uint32_t)b->a);
    case VALUE_REF: return entry_ref(p, b);
    case VALUE_CHOICE:
        return how == HOW_A ? with_article(p, prose_choice(p, b)) : prose_choice(p, b);
    case VALUE_NAMES:
    case VALUE_PHRASE:
    case VALUE_LIST:
    case VALUE_TYPE_COUNT: break;
    }
    UNREACHABLE("a single value");
    return STR("");
}
