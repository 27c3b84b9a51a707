/* Who may use a result, in words. */
#include "report/may.h"

#include "report/names.h"
#include "state/register.h"

struct str may_answer_text(enum may_answer answer, enum language lang)
{
    static const char *const names[][2] = {
        [MAY_NO] = {"no", "不可以"},
        [MAY_CONDITIONS] = {"conditions", "附条件"},
        [MAY_YES] = {"yes", "可以"},
    };
    CHECK(answer < ARRAY_LEN(names));
    return str_from(names[answer][lang]);
}

/* What stands for a reason in JSON, and its sentence: {w} who asks, {r} the result, {o} its owners,
 * {s} the share, {l} the licence, {f} its field and territory, {t} to whom it is, {d} a date. */
static const struct {
    const char *name, *words[2];
} reasons[] = {
    [REASON_OWNER] = {"owner", {"{w} owns {s} of {r}", "{w} 拥有 {r} 的 {s}"}},
    [REASON_USE_RIGHT] = {"use_right", {"a clause lets it", "条款允许"}},
    [REASON_LICENCE] = {"licence", {"{l} is a licence to it{f}", "{l} 许可其使用{f}"}},
    [REASON_LAW] = {"law",
                    {"who took part in the project may use {r} where the agreement is silent",
                     "协议未约定时，项目参与方可使用 {r}"}},
    [REASON_FREE] = {"free",
                     {"{r} is no longer protected: all may use it",
                      "{r} 已不受保护，任何人均可使用"}},
    [REASON_FAIR_TERMS] = {"fair_terms",
                           {"on fair and reasonable terms, to be agreed with {o}",
                            "须以合理条件有偿使用，与 {o} 商定"}},
    [REASON_IN_FIELD] = {"in_field",
                         {"{l} is a licence to it, only{f}", "{l} 许可其使用，仅限{f}"}},
    [REASON_OUTSIDE_ONLY] = {"outside_only",
                             {"as an owner, but not what {l} gives {t} alone:{f}",
                              "作为权利人，但不得进入 {l} 授予 {t} 独占的范围：{f}"}},
    [REASON_NOT_YET] = {"not_yet", {"{r} is registered only on {d}", "{r} 至 {d} 才登记"}},
    [REASON_NOT_OWNER] = {"not_owner", {"{r} belongs to {o}", "{r} 属于 {o}"}},
    [REASON_NO_MEMBER] = {"no_member",
                          {"this is for members, and {w} is none on that day",
                           "此款限于成员，{w} 当日不是成员"}},
    [REASON_NOT_AMONG] = {"not_among", {"this is for others than {w}", "此款不含 {w}"}},
    [REASON_OTHER_PURPOSE] = {"other_purpose", {"this is for another purpose", "此款用途不同"}},
    [REASON_NOT_ITS_PROJECT] = {"not_its_project",
                                {"this is for the project that {r} was brought in for, and {w} has "
                                 "no part in it",
                                 "此款限于引入 {r} 的项目，{w} 未参与"}},
    [REASON_NOT_LICENSED_YET] = {"not_licensed_yet",
                                 {"{l} begins only on {d}", "{l} 至 {d} 才生效"}},
    [REASON_EXPIRED] = {"expired", {"{l} ended on {d}", "{l} 已于 {d} 期满"}},
    [REASON_OTHER_FIELD] = {"other_field", {"{l} is only{f}", "{l} 仅限{f}"}},
    [REASON_EXCLUSIVE] = {"exclusive",
                          {"{w} owns it, but {l} gave it to {t} alone",
                           "{w} 为权利人，但 {l} 已独占许可给 {t}"}},
};

const char *may_reason_name(enum may_reason reason)
{
    CHECK(reason < ARRAY_LEN(reasons));
    return reasons[reason].name;
}

static struct str ratio_words(struct arena *a, uint64_t num, uint64_t den)
{
    uint64_t common = gcd_u64(num, den);
    if (num == den) return STR("1");
    return str_format(a, "%llu/%llu", (unsigned long long)(num / common),
                      (unsigned long long)(den / common));
}

struct str owners_text(struct arena *a, const struct pact *p, const struct registers *g,
                       uint32_t result, date_t day, enum language lang)
{
    const struct share_set *o = result_owners(p, g, result, day);
    const struct ownership_rule *rule = g->results[result].rule;
    struct str text = STR("");
    for (uint32_t i = 0; i < o->count; i++) {
        struct str name = pact_word(p, p->parties[o->parties[i]].word);
        struct str share = ratio_words(a, o->weights[i], o->sum);
        text = str_format(a, "%.*s%s%.*s %.*s", STR_ARG(text), i ? ", " : "", STR_ARG(name),
                          STR_ARG(share));
    }
    if (o->count) return text;
    return rule && rule->kind == OWNED_BY_ALLIANCE ? text_in("the alliance", "联盟", lang)
                                                   : text_in("nobody known", "未知", lang);
}

static struct str part_text(struct arena *a, const struct fold *f, const struct may_question *q)
{
    const struct share_set *o = result_owners(f->pact, f->state->registers, q->result, q->day);
    for (uint32_t i = 0; i < o->count; i++)
        if (o->parties[i] == q->party) return ratio_words(a, o->weights[i], o->sum);
    return STR("");
}

/* " in “paint”, in the territory “China”" of a licence. */
static struct str scope_of(struct arena *a, const struct licence_terms *t, enum language lang)
{
    bool zh = lang == LANG_ZH;
    struct str field = STR(""), territory = STR("");
    if (t->field.len) field = str_format(a, zh ? "领域“%.*s”" : " in “%.*s”", STR_ARG(t->field));
    if (t->territory.len)
        territory = str_format(a, zh ? "%s地域“%.*s”" : "%s in the territory “%.*s”",
                               !field.len ? ""
                               : zh       ? "、"
                                          : ",",
                               STR_ARG(t->territory));
    return str_format(a, "%.*s%.*s", STR_ARG(field), STR_ARG(territory));
}

static struct str fill_in(struct arena *a, const struct fold *f, const struct may *m,
                          const struct may_ground *g, char what, enum language lang)
{
    const struct pact *p = f->pact;
    const struct may_question *q = &m->question;
    const struct licence *l = g->licence == INDEX_NONE ? NULL : &p->licences[g->licence];
    switch (what) {
    case 'w': return q->who;
    case 'r': return pact_word(p, p->results[q->result].word);
    case 'o': return owners_text(a, p, f->state->registers, q->result, q->day, lang);
    case 's': return part_text(a, f, q);
    case 'l': return pact_word(p, p->licences[g->licence].word);
    case 'f': return scope_of(a, l->terms, lang);
    case 't': return l->terms->to;
    case 'd':
        if (g->reason == REASON_EXPIRED) return date_words(a, l->terms->until);
        return date_words(a, document_entry(p->doc, g->entry)->effective);
    default: UNREACHABLE("a mark of a sentence");
    }
}

struct str may_ground_text(struct arena *a, const struct fold *f, const struct may *m,
                           const struct may_ground *g, enum language lang)
{
    struct str text = STR("");
    const char *words = reasons[g->reason].words[lang];
    while (*words) {
        const char *mark = words;
        while (*mark && *mark != '{') mark++;
        text = str_format(a, "%.*s%.*s", STR_ARG(text), (int)(mark - words), words);
        words = mark;
        if (!*mark) break;
        struct str filled = fill_in(a, f, m, g, mark[1], lang);
        text = str_format(a, "%.*s%.*s", STR_ARG(text), STR_ARG(filled));
        words = mark + 3;
    }
    return text;
}

static struct str question(struct arena *a, const struct fold *f, const struct may *m,
                           enum language lang)
{
    const struct may_question *q = &m->question;
    struct str result = pact_word(f->pact, f->pact->results[q->result].word);
    struct str purpose = choice_text(a, f->doc->g, SET_PURPOSE, q->purpose, lang);
    struct str date = date_words(a, q->day);
    struct str answer = m->answer == MAY_CONDITIONS ? text_in("under conditions", "附条件", lang)
                                                    : may_answer_text(m->answer, lang);
    if (lang == LANG_ZH)
        return str_format(a, "%.*s 为 %.*s 使用 %.*s，%.*s：%.*s\n\n", STR_ARG(q->who),
                          STR_ARG(purpose), STR_ARG(result), STR_ARG(date), STR_ARG(answer));
    return str_format(a, "may %.*s use %.*s for %.*s on %.*s: %.*s\n\n", STR_ARG(q->who),
                      STR_ARG(result), STR_ARG(purpose), STR_ARG(date), STR_ARG(answer));
}

static struct str ground_lines(struct arena *a, const struct fold *f, const struct may *m,
                               const struct may_ground *g, enum language lang)
{
    bool zh = lang == LANG_ZH;
    struct str text = may_ground_text(a, f, m, g, lang);
    text = str_format(a, "%.*s\n", STR_ARG(text));
    if (g->clause) {
        struct str clause = clause_name(a, g->clause);
        struct str words = span_words(a, f->doc, g->clause->span);
        text = str_format(a, zh ? "%.*s  第 %.*s 款：%.*s\n" : "%.*s  clause %.*s: %.*s\n",
                          STR_ARG(text), STR_ARG(clause), STR_ARG(words));
    }
    if (g->law != LAW_NONE) {
        struct str law = law_name(g->law, lang);
        text = str_format(a,
                          zh ? "%.*s  协议未约定，可能适用：%.*s\n"
                             : "%.*s  the agreement is silent; default that may apply: %.*s\n",
                          STR_ARG(text), STR_ARG(law));
    }
    if (g->entry == INDEX_NONE) return text;
    struct str entry = entry_words(a, f->doc, g->entry);
    return str_format(a, "%.*s  %.*s\n", STR_ARG(text), STR_ARG(entry));
}

struct str report_may(struct arena *a, const struct fold *f, const struct may *m,
                      enum language lang)
{
    struct str text = question(a, f, m, lang);
    for (size_t i = 0; i < m->count; i++) {
        struct str lines = ground_lines(a, f, m, &m->grounds[i], lang);
        text = str_format(a, "%.*s%.*s", STR_ARG(text), STR_ARG(lines));
    }
    return text;
}
