/* The minutes of a motion. */
#include "report/tally.h"

#include "report/names.h"
#include "report/table.h"

struct str voice_text(enum voice voice, enum language lang)
{
    static const char *const names[][2] = {
        [VOICE_NONE] = {"", ""},
        [VOICE_YES] = {"yes", "赞成"},
        [VOICE_NO] = {"no", "反对"},
        [VOICE_ABSTAIN] = {"abstain", "弃权"},
        [VOICE_SPLIT] = {"split", "不一致"},
    };
    CHECK(voice < ARRAY_LEN(names));
    return str_from(names[voice][lang]);
}

struct str seat_name(const struct pact *p, const struct seat *s)
{
    if (s->group != INDEX_NONE) return pact_word(p, p->groups[s->group].word);
    return pact_word(p, p->parties[s->party].word);
}

/* ---- the parts ---- */

static struct str head(struct arena *a, const struct tally_view *v, enum language lang)
{
    const struct pact *p = v->fold->pact;
    const struct motion *m = v->motion;
    struct str name = pact_word(p, m->word), body = pact_word(p, v->tally->body->word);
    struct str matter = pact_matter_text(p, m->matter, m->subject, lang);
    struct str opened = date_words(a, v->state->opened);
    bool open = v->state->result == MOTION_OPEN;
    struct str decided = open ? STR("") : date_words(a, v->state->decided);
    if (lang == LANG_ZH)
        return str_format(a, "%.*s “%.*s”：%.*s\n%.*s 提交 %.*s%s%.*s%s\n\n", STR_ARG(name),
                          STR_ARG(m->title), STR_ARG(matter), STR_ARG(opened), STR_ARG(body),
                          open ? "，待决" : "，", STR_ARG(decided), open ? "" : " 决议");
    return str_format(a, "%.*s \"%.*s\": %.*s\nput to %.*s on %.*s, %s%.*s\n\n", STR_ARG(name),
                      STR_ARG(m->title), STR_ARG(matter), STR_ARG(body), STR_ARG(opened),
                      open ? "open" : "decided on ", STR_ARG(decided));
}

/* "yes", "yes (by cri)", "present", "recused", "–". */
static struct str said(struct arena *a, const struct pact *p, const struct seat *s,
                       enum language lang)
{
    if (s->recused) return text_in("recused", "回避", lang);
    if (s->voice == VOICE_NONE) return s->present ? text_in("present", "出席", lang) : STR("–");
    struct str voice = voice_text(s->voice, lang);
    if (s->by == s->party || s->group != INDEX_NONE || s->by == INDEX_NONE) return voice;
    struct str by = pact_word(p, p->parties[s->by].word);
    if (lang == LANG_ZH) return str_format(a, "%.*s（%.*s 代）", STR_ARG(voice), STR_ARG(by));
    return str_format(a, "%.*s (by %.*s)", STR_ARG(voice), STR_ARG(by));
}

static struct str seats(struct arena *a, const struct tally_view *v, enum language lang)
{
    struct table t;
    table_init(&t, a, 3);
    table_left(&t, 2);
    table_cell(&t, text_in("seat", "席位", lang));
    table_cell(&t, text_in("votes", "票数", lang));
    table_cell(&t, text_in("ballot", "表决", lang));
    table_rule(&t);
    for (uint32_t i = 0; i < v->tally->list_count; i++) {
        const struct seat *s = &v->tally->list[i];
        table_cell(&t, seat_name(v->fold->pact, s));
        table_cell(&t, votes_text(a, v->tally, s->weight));
        table_cell(&t, said(a, v->fold->pact, s, lang));
    }
    return table_text(&t);
}

static struct str vetoes(struct arena *a, const struct tally_view *v, enum language lang)
{
    struct str text = STR("");
    for (size_t i = 0; i < v->state->veto_count; i++) {
        const struct veto *veto = &v->state->vetoes[i];
        struct str date = date_words(a, veto->date);
        struct str by = pact_word(v->fold->pact, v->fold->pact->parties[veto->party].word);
        if (lang == LANG_ZH)
            text = str_format(a, "%.*s%.*s 被 %.*s 否决：“%.*s”\n", STR_ARG(text), STR_ARG(date),
                              STR_ARG(by), STR_ARG(veto->reason));
        else
            text = str_format(a, "%.*svetoed on %.*s by %.*s: \"%.*s\"\n", STR_ARG(text),
                              STR_ARG(date), STR_ARG(by), STR_ARG(veto->reason));
    }
    return text;
}

/* While a motion is open, the sentence says what it would come to. */
static struct str verdict(struct arena *a, const struct tally_view *v, enum language lang)
{
    struct str sentence = tally_sentence(a, v->fold->pact, v->tally, lang);
    if (v->state->result != MOTION_OPEN) return sentence;
    struct str note = text_in("open; if decided now: ", "待决；若现在决议：", lang);
    return str_format(a, "%.*s%.*s", STR_ARG(note), STR_ARG(sentence));
}

struct str report_tally(struct arena *a, const struct tally_view *v, enum language lang)
{
    struct str top = head(a, v, lang), table = seats(a, v, lang);
    struct str end = verdict(a, v, lang), veto = vetoes(a, v, lang);
    return str_format(a, "%.*s%.*s\n%.*s\n%.*s", STR_ARG(top), STR_ARG(table), STR_ARG(end),
                      STR_ARG(veto));
}
