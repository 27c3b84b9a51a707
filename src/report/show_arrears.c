/* The ladder of arrears as it stands on a day: every late debt, and the steps before and behind. */
#include "report/names.h"
#include "report/show.h"

/* What is taken for good stays taken; the rest holds while the debt, or its interest, is unpaid. */
static bool is_for_good(enum arrears_kind kind)
{
    return kind == ARREARS_COVER || kind == ARREARS_DILUTE || kind == ARREARS_FORFEIT ||
           kind == ARREARS_OUT;
}

static struct str step_name(const struct show *s, enum arrears_kind kind)
{
    static const char *const names[ARREARS_COUNT][2] = {
        [ARREARS_BEAR] = {"interest", "计息"},
        [ARREARS_NOTICE] = {"notice", "催告"},
        [ARREARS_COVER] = {"covered", "垫付"},
        [ARREARS_NO_VOTE] = {"no vote", "停止表决"},
        [ARREARS_DILUTE] = {"diluted", "稀释"},
        [ARREARS_FORFEIT] = {"forfeited", "失权"},
        [ARREARS_FORCED_SALE] = {"forced sale", "强制转让"},
        [ARREARS_OUT] = {"out", "丧失成员资格"},
    };
    return text_in(names[kind][0], names[kind][1], s->lang);
}

struct late_debt {
    uint32_t party;
    uint32_t nature;
    const struct debt *debt;
    int64_t unpaid_minor;
};

/* Whether a step is one for this debt: of late interest only what holds while it is unpaid, of a
 * paid debt only what was taken. */
static bool concerns(const struct late_debt *d, enum arrears_kind kind)
{
    const struct lateness *l = d->debt->late;
    if (l->done & 1u << kind) return true;
    if (d->unpaid_minor == 0) return false;
    return !l->interest || (!is_for_good(kind) && kind != ARREARS_BEAR);
}

static void put_step(struct show *s, const struct late_debt *d, enum arrears_kind kind, date_t on)
{
    const struct pact *p = s->fold->pact;
    date_t at = s->fold->options.until;
    uint32_t project = d->debt->project;
    show_put_text(s, pact_word(p, p->parties[d->party].word));
    show_put_text(s, choice_text(s->arena, s->fold->doc->g, SET_NATURE, d->nature, s->lang));
    show_put_text(s, project == INDEX_NONE ? STR("") : pact_word(p, p->projects[project].word));
    show_put_date(s, d->debt->due);
    show_put_amount(s, d->unpaid_minor);
    show_put_number(s, at - d->debt->late->since);
    show_put_text(s, step_name(s, kind));
    show_put_date(s, on);
    show_put_text(s, d->debt->late->done & 1u << kind ? text_in("taken", "已执行", s->lang)
                     : on <= at                       ? text_in("in force", "生效中", s->lang)
                                                      : text_in("ahead", "未到", s->lang));
}

static void put_debt(struct show *s, const struct late_debt *d)
{
    for (int kind = 0; kind < ARREARS_COUNT; kind++) {
        const struct arrears_step *step = &d->debt->late->ladder->steps[kind];
        date_t on = step->term ? arrears_day(step, d->debt->late->since) : DATE_OPEN;
        if (on != DATE_OPEN && concerns(d, (enum arrears_kind)kind))
            put_step(s, d, (enum arrears_kind)kind, on);
    }
}

void show_fill_arrears(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t party = 0; party < p->party_count; party++) {
        struct str name = pact_word(p, p->parties[party].word);
        if (!show_wants(s, name, name)) continue;
        for (uint32_t nature = 0; nature < NATURE_COUNT; nature++) {
            const struct debts *debts = &s->fold->state->parties[party].debts[nature];
            for (size_t i = 0; i < debts->count; i++) {
                const struct debt *d = &debts->list[i];
                if (!d->late || d->late->since >= s->fold->options.until) continue;
                put_debt(s, &(struct late_debt){party, nature, d, d->amount_minor - d->paid_minor});
            }
        }
    }
}
