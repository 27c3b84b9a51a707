/* The arithmetic of a vote in a sentence, for the report and for the complaint about a record that
 * claims another result. */
#include "fold/authority.h"

static struct str digits_text(struct arena *a, u128 n)
{
    char text[40];
    size_t at = sizeof text;
    do {
        text[--at] = (char)('0' + (int)(n % 10));
        n /= 10;
    } while (n);
    return str_copy(a, (struct str){text + at, sizeof text - at});
}

struct str votes_text(struct arena *a, const struct tally *t, u128 votes)
{
    u128 den = t->weight_den, common = gcd_u128(votes, den);
    struct str num = digits_text(a, votes / common);
    if (den == common) return num;
    struct str below = digits_text(a, den / common);
    return str_format(a, "%.*s/%.*s", STR_ARG(num), STR_ARG(below));
}

struct str motion_result_text(enum motion_result result, enum language lang)
{
    static const char *const names[][2] = {
        [MOTION_UNKNOWN] = {"not put", "未提出"}, [MOTION_OPEN] = {"open", "待决"},
        [MOTION_CARRIED] = {"carried", "通过"},   [MOTION_LOST] = {"lost", "未通过"},
        [MOTION_VETOED] = {"vetoed", "被否决"},
    };
    CHECK(result < ARRAY_LEN(names));
    return str_from(names[result][lang]);
}

struct str vote_base_text(enum vote_base base, enum language lang)
{
    static const char *const names[][2] = {
        [BASE_PRESENT] = {"present", "出席"},
        [BASE_ALL] = {"all", "全部"},
        [BASE_CAST] = {"cast", "所投"},
    };
    CHECK(base < ARRAY_LEN(names));
    return str_from(names[base][lang]);
}

struct str class_name(struct arena *a, const struct pact *p, const struct class_majority *c,
                      enum language lang)
{
    if (c->who.kind == TO_PARTIES) return c->name;
    return choice_text(a, p->doc->g, SET_RECIPIENTS, c->who.who, lang);
}

/* "2/3", "more than 1/2", as the share is written. */
static struct str majority_text(struct arena *a, const struct pact *p, const struct majority *m,
                                enum language lang)
{
    struct str share = sources_text(p->doc->sources, m->span);
    if (!m->strict) return share;
    return str_format(a, lang == LANG_ZH ? "超 %.*s" : "more than %.*s", STR_ARG(share));
}

static struct str seats_part(struct arena *a, const struct pact *p, const struct tally *t,
                             enum language lang)
{
    bool zh = lang == LANG_ZH;
    if (!t->body->has_quorum) return str_format(a, zh ? "%u 席" : "%u seats", t->seats);
    struct str rule = majority_text(a, p, &t->body->quorum, lang);
    struct str needed = digits_text(a, t->quorum.needed);
    return str_format(a, zh ? "%u 席，%.*s 为 %.*s" : "%u seats, %.*s = %.*s", t->seats,
                      STR_ARG(rule), STR_ARG(needed));
}

static struct str need_part(struct arena *a, struct str needed, struct str whole,
                            enum vote_base base, enum language lang)
{
    bool in_all = base == BASE_ALL && lang == LANG_EN;
    struct str name = in_all ? STR("in all") : vote_base_text(base, lang);
    if (lang == LANG_ZH)
        return str_format(a, "%.*s %.*s 中须 %.*s", STR_ARG(name), STR_ARG(whole), STR_ARG(needed));
    return str_format(a, "needs %.*s of %.*s %.*s", STR_ARG(needed), STR_ARG(whole), STR_ARG(name));
}

/* "; enterprises: needs 4 of 7 present, yes 5" for every class. */
static struct str classes_part(struct arena *a, const struct pact *p, const struct tally *t,
                               enum language lang)
{
    struct str text = STR("");
    for (uint32_t i = 0; t->rule && i < t->rule->class_count; i++) {
        const struct class_majority *c = &t->rule->classes[i];
        const struct class_count *n = &t->classes[i];
        struct str name = class_name(a, p, c, lang);
        struct str need = need_part(a, digits_text(a, n->pass.needed),
                                    digits_text(a, n->pass.whole), c->majority.base, lang);
        text = str_format(
            a, lang == LANG_ZH ? "%.*s；%.*s：%.*s，赞成 %u" : "%.*s; %.*s: %.*s, yes %u",
            STR_ARG(text), STR_ARG(name), STR_ARG(need), n->yes);
    }
    return text;
}

struct str tally_sentence(struct arena *a, const struct pact *p, const struct tally *t,
                          enum language lang)
{
    bool zh = lang == LANG_ZH;
    struct str seats = seats_part(a, p, t, lang);
    const char *no_quorum = t->quorum.reached ? "" : zh ? "，不足法定人数" : ", no quorum";
    struct str need = need_part(a, votes_text(a, t, t->votes.needed),
                                votes_text(a, t, t->votes.whole), t->pass->base, lang);
    struct str yes = votes_text(a, t, t->yes);
    struct str classes = classes_part(a, p, t, lang);
    struct str result = motion_result_text(t->carried ? MOTION_CARRIED : MOTION_LOST, lang);
    return str_format(a,
                      zh ? "%.*s；出席 %u%s；%.*s；赞成 %.*s%.*s：%.*s"
                         : "%.*s; present %u%s; %.*s; yes %.*s%.*s: %.*s",
                      STR_ARG(seats), t->present, no_quorum, STR_ARG(need), STR_ARG(yes),
                      STR_ARG(classes), STR_ARG(result));
}
