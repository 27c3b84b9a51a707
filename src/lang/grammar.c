/* What the tables say, as the other layers ask for it: words, choices, names of types and blocks.
 */
#include "lang/grammar.h"

static const char *const role_names[ROLE_COUNT] = {
    "none",
#define ROLE(name) #name,
#include "lang/role_table.h"
#undef ROLE
};

static const char *const block_names[BLOCK_COUNT][2] = {
    [BLOCK_NONE] = {"", ""},
    [BLOCK_TOP] = {"the top", "顶层"},
    [BLOCK_ALLIANCE] = {"alliance", "联盟"},
    [BLOCK_WORDS] = {"a text", "文字"},
    [BLOCK_ARTICLE] = {"article", "条"},
    [BLOCK_PARTY] = {"party", "成员"},
    [BLOCK_GROUP] = {"group", "集团"},
    [BLOCK_SHARES] = {"stakes", "份额表"},
    [BLOCK_BODY] = {"body", "机构"},
    [BLOCK_PLEDGE] = {"pledges", "认缴"},
    [BLOCK_ARREARS] = {"arrears", "欠缴"},
    [BLOCK_FUND] = {"fund", "基金"},
    [BLOCK_GRANTS] = {"grants are restricted", "财政资助 专款专用"},
    [BLOCK_PROJECT] = {"project", "项目"},
    [BLOCK_TIERS] = {"share", "分配"},
    [BLOCK_BEARERS] = {"bear", "分担"},
    [BLOCK_WATERFALL] = {"dissolve", "解散"},
    [BLOCK_GAME] = {"game", "博弈"},
    [BLOCK_EXAMPLE] = {"example", "算例"},
    [BLOCK_EXPECT] = {"expect", "应得"},
    [BLOCK_RULE] = {"rule", "规则"},
    [BLOCK_DATED] = {"an entry", "记录"},
    [BLOCK_HEADS] = {"budget", "预算"},
    [BLOCK_LICENCE] = {"license", "许可证"},
    [BLOCK_AMEND] = {"amend", "修改"},
};

struct type_text {
    const char *en, *zh;
};

static const struct type_text type_texts[VALUE_TYPE_COUNT] = {
    [VALUE_NAME] = {"a name", "名称"},
    [VALUE_PNAME] = {"a name", "名称"},
    [VALUE_NEW] = {"a new name", "新名称"},
    [VALUE_PNEW] = {"a new name", "新名称"},
    [VALUE_WORD] = {"a word", "词"},
    [VALUE_NAMES] = {"names", "若干名称"},
    [VALUE_PATH] = {"a milestone as project.milestone", "“项目.里程碑”"},
    [VALUE_TEXT] = {"a text in quotes", "引号内的文字"},
    [VALUE_MONEY] = {"an amount of money", "金额"},
    [VALUE_NUMBER] = {"a number", "数字"},
    [VALUE_INTEGER] = {"a whole number", "整数"},
    [VALUE_SHARE] = {"a percentage or a fraction", "百分比或分数"},
    [VALUE_PART] = {"a percentage, a fraction or a number", "百分比、分数或数字"},
    [VALUE_DATE] = {"a date as 2012-08-29", "形如 2012-08-29 的日期"},
    [VALUE_DURATION] = {"a length of time as 30 days", "形如 30 日 的期间"},
    [VALUE_MONTHDAY] = {"a day as 31 January", "形如 1月31日 的日期"},
    [VALUE_CURRENCY] = {"a currency code as CNY", "形如 CNY 的币种"},
    [VALUE_ARTICLE] = {"an article as 第六条", "形如 第六条 的条号"},
    [VALUE_REF] = {"an entry as 2013-02-01 #2", "形如 2013-02-01 #2 的条目"},
    [VALUE_DIGEST] = {"a digest as sha256:…", "形如 sha256:… 的摘要"},
    [VALUE_CHOICE] = {"one of a few words", "若干词之一"},
    [VALUE_PHRASE] = {"a phrase", "短语"},
    [VALUE_LIST] = {"a list", "列表"},
};

const char *value_type_name(enum value_type type, enum language lang)
{
    CHECK(type < VALUE_TYPE_COUNT);
    return lang == LANG_ZH ? type_texts[type].zh : type_texts[type].en;
}

/* The first keyword of a form, else its end. */
static uint32_t first_keyword(const struct grammar *g, enum form form)
{
    uint32_t pc = g->forms[form].rule.variants[0];
    for (;;) {
        const struct op *op = &g->ops[pc];
        bool holds_others = op->kind == OP_OPTIONAL || op->kind == OP_BRANCHES ||
                            op->kind == OP_ANY_ORDER || op->kind == OP_LIST;
        if (op->kind == OP_KEYWORD || op->kind == OP_END) return pc;
        pc = holds_others ? op->next : pc + 1;
    }
}

struct str form_text(struct arena *a, const struct grammar *g, enum form form, enum language lang)
{
    struct str text = STR("");
    for (uint32_t pc = first_keyword(g, form); g->ops[pc].kind == OP_KEYWORD; pc++) {
        struct str word = keyword_text(g, g->ops[pc].arg, lang);
        text = str_format(a, "%.*s%s%.*s", STR_ARG(text), text.len && lang == LANG_EN ? " " : "",
                          STR_ARG(word));
    }
    return text.len ? text : str_from(g->forms[form].name);
}

const char *role_name(enum role role)
{
    CHECK(role < ROLE_COUNT);
    return role_names[role];
}

const char *block_name(enum block block, enum language lang)
{
    CHECK(block < BLOCK_COUNT);
    return block_names[block][lang];
}

struct str keyword_text(const struct grammar *g, uint32_t keyword, enum language lang)
{
    const struct keyword *k = &g->keywords[keyword];
    uint32_t word = k->spelled[lang] != WORD_NONE ? k->spelled[lang] : k->spelled[!lang];
    return words_text(g->words, word);
}

struct str choice_text(struct arena *a, const struct grammar *g, uint32_t set, uint32_t rank,
                       enum language lang)
{
    CHECK(set < g->set_count && rank < g->sets[set].count);
    const struct choice *c = &g->sets[set].choices[rank];
    struct str first = keyword_text(g, c->keywords[0], lang);
    if (!c->keywords[1]) return first;
    struct str second = keyword_text(g, c->keywords[1], lang);
    return str_format(a, "%.*s%s%.*s", STR_ARG(first), lang == LANG_ZH ? "" : " ", STR_ARG(second));
}
