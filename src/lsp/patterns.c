/* Patterns: walking the programs of the grammar as the formatter does, with nothing to print but
 * what could stand there. */
#include "lsp/patterns.h"

#include "report/writer.h"

#define CHOICES_SHOWN 4u

static const char *const phrase_names[PHRASE_COUNT][2] = {
    [PHRASE_NAMED_SHARE] = {"NAME P%", "〈名称〉 〈份额〉"},
    [PHRASE_FUNDED_SHARE] = {"NAME P%", "〈名称〉 〈份额〉"},
    [PHRASE_MAYBE_SHARE] = {"NAME [P%]", "〈名称〉 [〈份额〉]"},
    [PHRASE_RECIPIENT] = {"RECIPIENT", "〈各方或基金〉"},
    [PHRASE_MEASURE] = {"MEASURE", "〈指标〉"},
    [PHRASE_WEIGHTED] = {"MEASURE P%", "〈指标〉 〈份额〉"},
    [PHRASE_ADJUSTMENT] = {"FACTORS", "〈各因素〉"},
    [PHRASE_BASIS] = {"BASIS", "〈分配依据〉"},
    [PHRASE_SCOPE] = {"SCOPE", "〈范围〉"},
    [PHRASE_TIER_AMOUNT] = {"HOW MUCH", "〈多少〉"},
    [PHRASE_EACH_CAP] = {"CAP", "〈上限〉"},
    [PHRASE_MAJORITY] = {"MAJORITY", "〈多数〉"},
    [PHRASE_GROUP_MAJORITY] = {"CLASS MAJORITY", "〈类别〉 〈多数〉"},
    [PHRASE_DUES_ITEM] = {"WHO AMOUNT", "〈何方〉 〈金额〉"},
    [PHRASE_DUES_AMOUNT] = {"AMOUNT", "〈金额〉"},
    [PHRASE_EXPELLED_TERM] = {"WHAT REMAINS", "〈除名的后果〉"},
    [PHRASE_FACT] = {"FACT", "〈事实〉"},
};

struct pattern {
    struct writer out;
    const struct grammar *g;
    enum language lang;
    bool tight; /* no space before what comes next */
};

static void put(struct pattern *p, struct str text)
{
    if (p->out.len && !p->tight) writer_put(&p->out, STR(" "));
    writer_put(&p->out, text);
    p->tight = false;
}

static void put_open(struct pattern *p, struct str bracket)
{
    put(p, bracket);
    p->tight = true;
}

static void put_close(struct pattern *p, struct str bracket)
{
    p->tight = true;
    put(p, bracket);
}

/* What a value is for, in capitals; in Chinese what it is. */
static void put_value(struct pattern *p, const struct op *op)
{
    if (p->lang == LANG_ZH) {
        put_open(p, STR("〈"));
        put(p, str_from(value_type_name((enum value_type)op->arg, LANG_ZH)));
        put_close(p, STR("〉"));
        return;
    }
    if (op->arg == VALUE_TEXT) {
        put(p, STR("\"…\""));
        return;
    }
    struct str name = str_copy(p->out.arena, str_from(role_name((enum role)op->role)));
    char *capitals = arena_alloc(p->out.arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++)
        capitals[i] = (char)(name.ptr[i] >= 'a' && name.ptr[i] <= 'z' ? name.ptr[i] - 'a' + 'A'
                                                                      : name.ptr[i]);
    put(p, (struct str){capitals, name.len});
}

static void put_choice(struct pattern *p, const struct op *op)
{
    uint32_t count = p->g->sets[op->arg].count;
    for (uint32_t rank = 0; rank < count && rank < CHOICES_SHOWN; rank++) {
        if (rank) put_close(p, STR("|"));
        p->tight = p->tight || rank > 0;
        put(p, choice_text(p->out.arena, p->g, op->arg, rank, p->lang));
    }
    if (count <= CHOICES_SHOWN) return;
    put_close(p, STR("|…"));
}

/* What every dated form ends in. */
static bool is_tail(const struct pattern *p, uint32_t pc)
{
    const struct op *op = &p->g->ops[pc];
    for (uint32_t i = pc + 1; op->kind == OP_OPTIONAL && i < op->next; i++) {
        uint8_t role = p->g->ops[i].role;
        if (p->g->ops[i].kind == OP_VALUE &&
            (role == ROLE_remark || role == ROLE_evidence || role == ROLE_motion))
            return true;
    }
    return false;
}

static void put_ops(struct pattern *p, uint32_t pc);

static void put_branches(struct pattern *p, uint32_t pc)
{
    const struct op *ops = p->g->ops;
    put_open(p, STR("("));
    for (uint32_t branch = pc + 1; ops[branch].kind == OP_BRANCH; branch = ops[branch].next) {
        if (branch != pc + 1) put(p, STR("|"));
        put_ops(p, branch + 1);
    }
    put_close(p, STR(")"));
}

/* A single op; returns the index of the one behind it. */
static uint32_t put_op(struct pattern *p, uint32_t pc)
{
    const struct op *op = &p->g->ops[pc];
    switch ((enum op_kind)op->kind) {
    case OP_OPTIONAL:
        if (is_tail(p, pc)) return op->next;
        put_open(p, STR("["));
        put_ops(p, pc + 1);
        put_close(p, STR("]"));
        return op->next;
    case OP_BRANCHES: put_branches(p, pc); return op->next;
    case OP_ANY_ORDER: put_ops(p, pc + 1); return op->next;
    case OP_KEYWORD: put(p, keyword_text(p->g, op->arg, p->lang)); break;
    case OP_COMMA: put_close(p, p->lang == LANG_ZH ? STR("，") : STR(",")); break;
    case OP_VALUE: put_value(p, op); break;
    case OP_CHOICE: put_choice(p, op); break;
    /* A phrase has rows of its own, which would fill the line. */
    case OP_PHRASE: put(p, str_from(phrase_names[op->arg][p->lang])); break;
    case OP_LIST:
        (void)put_op(p, pc + 1);
        put_close(p, p->lang == LANG_ZH ? STR("、…") : STR(", …"));
        return op->next;
    case OP_END:
    case OP_BRANCH:
    case OP_GLUE:
    case OP_GUARD: break;
    }
    return pc + 1;
}

static void put_ops(struct pattern *p, uint32_t pc)
{
    while (p->g->ops[pc].kind != OP_END) pc = put_op(p, pc);
}

struct str form_pattern(struct arena *a, const struct grammar *g, enum form form,
                        enum language lang)
{
    struct pattern p = {.out = {.arena = a}, .g = g, .lang = lang};
    const struct rule *rule = &g->forms[form].rule;
    put_ops(
        &p,
        rule->variants[lang == LANG_ZH && rule->variant_count > 1 ? rule->variant_count - 1 : 0]);
    return writer_text(&p.out);
}

/* ---- which words a form has ---- */

static bool choice_uses(const struct grammar *g, uint32_t set, uint32_t keyword)
{
    for (uint32_t rank = 0; rank < g->sets[set].count; rank++) {
        const struct choice *c = &g->sets[set].choices[rank];
        if (c->keywords[0] == keyword || (c->keywords[1] && c->keywords[1] == keyword)) return true;
    }
    return false;
}

static bool program_uses(const struct grammar *g, uint32_t pc, uint32_t keyword, int depth);

static bool rule_uses(const struct grammar *g, const struct rule *rule, uint32_t keyword, int depth)
{
    for (uint32_t v = 0; v < rule->variant_count; v++)
        if (program_uses(g, rule->variants[v], keyword, depth)) return true;
    return false;
}

static bool phrase_uses(const struct grammar *g, uint32_t phrase, uint32_t keyword, int depth)
{
    for (size_t row = 0; row < g->phrase_rows[phrase]; row++)
        if (rule_uses(g, &g->phrases[phrase][row], keyword, depth)) return true;
    return false;
}

#define PHRASE_DEPTH_MAX 4 /* phrases in phrases of form_table.h nest less */

static bool program_uses(const struct grammar *g, uint32_t pc, uint32_t keyword, int depth)
{
    int open = 0; /* bodies; a program ends outside of any */
    for (;; pc++) {
        const struct op *op = &g->ops[pc];
        open += op->kind == OP_OPTIONAL || op->kind == OP_BRANCHES || op->kind == OP_BRANCH ||
                op->kind == OP_ANY_ORDER;
        if (op->kind == OP_END && open-- == 0) return false;
        if (op->kind == OP_KEYWORD && op->arg == keyword) return true;
        if (op->kind == OP_CHOICE && choice_uses(g, op->arg, keyword)) return true;
        if (op->kind == OP_PHRASE && depth < PHRASE_DEPTH_MAX &&
            phrase_uses(g, op->arg, keyword, depth + 1))
            return true;
    }
}

bool form_uses(const struct grammar *g, enum form form, uint32_t keyword)
{
    return rule_uses(g, &g->forms[form].rule, keyword, 0);
}
