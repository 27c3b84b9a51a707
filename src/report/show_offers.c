/* The register of stakes and capital that were offered, a row for each who may take them up first.
 */
#include "report/names.h"
#include "report/show_inside.h"

const struct show_column offer_columns[OFFER_COLUMNS] = {
    {"offer", {"offer", "要约"}, false},   {"by", {"by", "转让方"}, false},
    {"of", {"of", "标的"}, false},         {"part", {"part", "数量"}, true},
    {"to", {"to", "受让方"}, false},       {"price", {"price", "价款"}, true},
    {"until", {"until", "截止"}, false},   {"state", {"state", "状态"}, false},
    {"member", {"member", "成员"}, false}, {"right", {"takes of it", "可购比例"}, true},
    {"answer", {"answer", "答复"}, false},
};

static struct str cited_as(const struct show *s, uint32_t entry)
{
    char date[DATE_TEXT_BYTES];
    date_format(date, document_entry(s->fold->doc, entry)->date);
    return str_format(s->arena, "%s #%u", date, document_ordinal(s->fold->doc, entry));
}

static bool has_accepted(const struct stake_offer *o, uint32_t party)
{
    return o->answers[party] == OFFER_ACCEPTED + 1;
}

static bool anyone_accepted(const struct show *s, const struct stake_offer *o)
{
    for (uint32_t i = 0; i < s->fold->state->party_count; i++)
        if (has_accepted(o, i)) return true;
    return false;
}

static struct str state_text(const struct show *s, const struct stake_offer *o)
{
    if (o->withdrawn) return text_in("withdrawn", "已撤回", s->lang);
    if (anyone_accepted(s, o)) return text_in("taken up", "已行使", s->lang);
    if (o->until < s->fold->options.until) return text_in("over", "已期满", s->lang);
    return text_in("open", "待答复", s->lang);
}

/* What falls to a holder: among those who accept, or while nobody did among all, by what they hold.
 */
static void put_right(struct show *s, const struct stake_offer *o, uint32_t party)
{
    bool accepted = anyone_accepted(s, o);
    struct ratio all = RATIO_ZERO, part = RATIO_ZERO;
    bool fits = true;
    for (uint32_t i = 0; i < s->fold->state->party_count; i++)
        if (!accepted || has_accepted(o, i)) fits = fits && ratio_add(&all, all, o->held[i]) == OK;
    bool takes = !accepted || has_accepted(o, party);
    fits = fits && (!takes || ratio_div(&part, o->held[party], all) == OK);
    if (fits)
        show_put_text(s, show_ratio(s, (uint64_t)part.num, (uint64_t)part.den));
    else
        show_put_nothing(s);
}

static void put_offer(struct show *s, const struct stake_offer *o, uint32_t party)
{
    const struct pact *p = s->fold->pact;
    bool capital = o->stakes == INDEX_NONE;
    show_put_text(s, cited_as(s, o->entry));
    show_put_text(s, show_party(s, o->party));
    show_put_text(s, capital ? text_in("capital", "出资额", s->lang)
                             : pact_word(p, p->stakes[o->stakes].word));
    show_put_text(s, capital ? amount_grouped(s->arena, o->capital_minor, p->digits)
                             : show_ratio(s, (uint64_t)o->share.num, (uint64_t)o->share.den));
    show_put_text(s, o->buyer);
    show_put_amount(s, o->price_minor);
    show_put_date(s, o->until);
    show_put_text(s, state_text(s, o));
    show_put_text(s, show_party(s, party));
    put_right(s, o, party);
    show_put_text(s, has_accepted(o, party)                  ? text_in("accepts", "行使", s->lang)
                     : o->answers[party] == OFFER_WAIVED + 1 ? text_in("waives", "放弃", s->lang)
                                                             : STR(""));
}

void show_fill_offers(struct show *s)
{
    const struct stake_offers *offers = &s->fold->state->offers;
    for (size_t k = 0; k < offers->count; k++) {
        const struct stake_offer *o = &offers->list[k];
        for (uint32_t i = 0; i < s->fold->state->party_count; i++) {
            if (ratio_sign(o->held[i]) == 0) continue;
            if (show_wants(s, show_party(s, o->party), show_party(s, i))) put_offer(s, o, i);
        }
    }
}
