/* The registers of results, background, licences and their use. */
#include "report/may.h"
#include "report/names.h"
#include "report/show_inside.h"
#include "state/register.h"

static const struct registers *registers(const struct show *s)
{
    return s->fold->state->registers;
}

static date_t day_of(const struct show *s)
{
    return s->fold->options.until;
}

static struct str text_of(const struct show *s, const struct term *t, enum role role)
{
    const struct bind *b = t ? term_bind(t, role) : NULL;
    return b ? bind_text(s->arena, s->fold->doc->sources, b) : STR("");
}

static struct str result_name(const struct show *s, uint32_t result)
{
    return pact_word(s->fold->pact, s->fold->pact->results[result].word);
}

static const struct entry *entry_of(const struct show *s, uint32_t result)
{
    return document_entry(s->fold->doc, s->fold->pact->results[result].entry);
}

static struct str title_of(const struct show *s, uint32_t result)
{
    return text_of(s, document_extra(s->fold->doc, entry_of(s, result)), ROLE_text);
}

/* ---- results ---- */

const struct show_column result_columns[RESULT_COLUMNS] = {
    {"result", {"result", "成果"}, false},
    {"kind", {"kind", "类别"}, false},
    {"title", {"title", "名称"}, false},
    {"project", {"project", "项目"}, false},
    {"since", {"since", "登记"}, false},
    {"background", {"background", "背景成果"}, false},
    {"makers", {"makers", "完成方"}, false},
    {"owners", {"owners", "权利人"}, false},
    {"by", {"owned by", "依据"}, false},
    {"state", {"state", "状态"}, false},
    {"next", {"next deadline", "下一期限"}, false},
    {"adopted_by_members", {"adopted by members", "成员采用"}, true},
    {"adopted_by_others", {"by others", "外部采用"}, true},
};

static struct str makers_text(const struct show *s, const struct result *r)
{
    struct str list = STR("");
    for (uint32_t i = 0; i < r->maker_count && !r->background; i++) {
        const struct maker *m = &r->makers[i];
        struct str share = show_ratio(s, (uint64_t)m->share.num, (uint64_t)m->share.den);
        struct str name = show_party(s, m->party);
        list = show_list(s, list, str_format(s->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(share)));
    }
    return list;
}

static struct str owners_of(const struct show *s, uint32_t result)
{
    return owners_text(s->arena, s->fold->pact, registers(s), result, day_of(s), s->lang);
}

/* The clause by which it is owned; else the rule of law that may apply. */
static struct str owned_by(const struct show *s, uint32_t result)
{
    const struct pact *p = s->fold->pact;
    const struct result *r = &p->results[result];
    const struct result_state *state = &registers(s)->results[result];
    if (state->moved != INDEX_NONE) return entry_name(s->arena, s->fold->doc, state->moved);
    if (result_went_back(p, registers(s), result, day_of(s)))
        return clause_name(s->arena, state->rights->unused.term);
    if (state->rule) return clause_name(s->arena, state->rule->term);
    if (r->background) return STR("");
    enum result_kind kind = (enum result_kind)entry_of(s, result)->choice;
    return law_name(law_of_ownership(kind, r->maker_count), s->lang);
}

static struct str filing_text(const struct show *s, uint32_t result)
{
    const struct result_state *r = &registers(s)->results[result];
    enum result_kind kind = (enum result_kind)entry_of(s, result)->choice;
    enum filing event = FILING_FILED;
    if (r->filed == DATE_NONE && r->granted == DATE_NONE && r->lapsed == DATE_NONE) return STR("");
    if (result_is_free(r, kind, day_of(s)))
        event = FILING_LAPSED;
    else if (r->granted != DATE_NONE)
        event = FILING_GRANTED;
    else if (r->opposed != DATE_NONE)
        event = FILING_OPPOSED;
    struct str word = event == FILING_FILED ? text_in("filed", "已申请", s->lang)
                                            : show_choice(s, SET_FILING, event);
    if (!r->number.len) return word;
    return str_format(s->arena, "%.*s %.*s", STR_ARG(word), STR_ARG(r->number));
}

static struct str dated(const struct show *s, date_t day, const char *en, const char *zh)
{
    char text[DATE_TEXT_BYTES];
    if (day == DATE_OPEN) return STR("");
    date_format(text, day);
    return str_format(s->arena, "%s %s", text, s->lang == LANG_ZH ? zh : en);
}

/* The earliest of what is to be done: a fee that keeps it in force, diffusion, use. */
static struct str next_text(const struct show *s, uint32_t result)
{
    const struct pact *p = s->fold->pact;
    const struct result_state *r = &registers(s)->results[result];
    enum result_kind kind = (enum result_kind)entry_of(s, result)->choice;
    date_t fee = result_annuity(r, kind, day_of(s));
    date_t diffuse = result_diffuse_by(p, registers(s), result);
    date_t use = DATE_OPEN;
    if (r->rights->unused.term && !p->results[result].background && r->first_use == DATE_OPEN)
        use = days_after(r->since, r->rights->unused.duration);
    if (use < day_of(s)) use = DATE_OPEN;
    if (fee <= diffuse && fee <= use) return dated(s, fee, "annuity", "年费");
    if (diffuse <= use) return dated(s, diffuse, "diffusion", "扩散");
    return dated(s, use, "use, or it goes back", "实施，否则归还");
}

static void put_adoptions(struct show *s, const struct result_state *r)
{
    int64_t members = 0, others = 0;
    for (size_t i = 0; i < r->adoption_count; i++) {
        members += r->adoptions[i].party != INDEX_NONE;
        others += r->adoptions[i].party == INDEX_NONE;
    }
    show_put_number(s, members);
    show_put_number(s, others);
}

void show_fill_results(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t i = 0; i < p->result_count; i++) {
        const struct result *r = &p->results[i];
        struct str name = result_name(s, i), project = show_project(s, r->project);
        if (!show_is_past(s, r->entry) || !show_wants(s, name, project)) continue;
        show_put_text(s, name);
        show_put_text(s, show_choice(s, SET_RESULT_KIND, entry_of(s, i)->choice));
        show_put_text(s, title_of(s, i));
        show_put_text(s, project);
        show_put_date(s, entry_of(s, i)->date);
        show_put_text(s, show_yes_no(s, r->background));
        show_put_text(s, makers_text(s, r));
        show_put_text(s, owners_of(s, i));
        show_put_text(s, owned_by(s, i));
        show_put_text(s, filing_text(s, i));
        show_put_text(s, next_text(s, i));
        put_adoptions(s, &registers(s)->results[i]);
    }
}

/* ---- background ---- */

const struct show_column background_columns[BACKGROUND_COLUMNS] = {
    {"background", {"background", "背景技术"}, false},
    {"kind", {"kind", "类别"}, false},
    {"title", {"title", "名称"}, false},
    {"owners", {"owners", "权利人"}, false},
    {"project", {"brought in for", "用于项目"}, false},
    {"since", {"since", "登记"}, false},
};

void show_fill_background(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t i = 0; i < p->result_count; i++) {
        const struct entry *e = entry_of(s, i);
        struct str name = result_name(s, i);
        struct str project = e->project ? pact_word(p, e->project) : STR("");
        if (!p->results[i].background || !show_is_past(s, p->results[i].entry)) continue;
        if (!show_wants(s, name, project)) continue;
        show_put_text(s, name);
        show_put_text(s, show_choice(s, SET_RESULT_KIND, e->choice));
        show_put_text(s, title_of(s, i));
        show_put_text(s, owners_of(s, i));
        show_put_text(s, project);
        show_put_date(s, e->date);
    }
}

/* ---- licences ---- */

const struct show_column licence_columns[LICENCE_COLUMNS] = {
    {"licence", {"licence", "许可"}, false},
    {"results", {"results", "标的"}, false},
    {"to", {"to", "被许可方"}, false},
    {"exclusivity", {"exclusivity", "方式"}, false},
    {"field", {"field", "领域"}, false},
    {"territory", {"territory", "地域"}, false},
    {"since", {"since", "自"}, false},
    {"until", {"until", "至"}, false},
    {"under", {"under", "依据"}, false},
    {"sales", {"sales", "累计销售额"}, true},
    {"claimed", {"fallen due", "累计应付"}, true},
    {"paid", {"paid", "已付"}, true},
    {"open", {"open", "未付"}, true},
};

static struct str parts_text(const struct show *s, const struct licence *l)
{
    struct str list = STR("");
    for (uint32_t i = 0; i < l->part_count; i++) {
        struct ratio share = l->parts[i].share;
        struct str text = result_name(s, l->parts[i].result);
        if (l->part_count > 1) {
            struct str part = show_ratio(s, (uint64_t)share.num, (uint64_t)share.den);
            text = str_format(s->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(part));
        }
        list = show_list(s, list, text);
    }
    return list;
}

/* What is paid ahead of what fell due leaves nothing open. */
static void put_claims(struct show *s, uint32_t licence)
{
    const struct licence_state *l = &registers(s)->licences[licence];
    int64_t claimed = licence_claimed(s->fold->pact, registers(s), licence, day_of(s));
    show_put_amount(s, l->sales_minor);
    show_put_amount(s, claimed);
    show_put_amount(s, l->paid_minor);
    show_put_amount(s, claimed > l->paid_minor ? claimed - l->paid_minor : 0);
}

void show_fill_licences(struct show *s)
{
    const struct pact *p = s->fold->pact;
    for (uint32_t i = 0; i < p->licence_count; i++) {
        const struct licence *l = &p->licences[i];
        const struct licence_terms *t = l->terms;
        struct str name = pact_word(p, l->word), how = STR(""), under = STR("");
        if (!show_is_past(s, l->entry) || !show_wants(s, name, t->to)) continue;
        if (t->has_exclusivity) how = show_choice(s, SET_EXCLUSIVITY, t->exclusivity);
        if (t->under != INDEX_NONE) under = pact_word(p, p->licences[t->under].word);
        show_put_text(s, name);
        show_put_text(s, parts_text(s, l));
        show_put_text(s, t->to);
        show_put_text(s, how);
        show_put_text(s, t->field);
        show_put_text(s, t->territory);
        show_put_date(s, document_entry(s->fold->doc, l->entry)->date);
        show_put_date(s, t->until == DATE_OPEN ? DATE_NONE : t->until);
        show_put_text(s, under);
        put_claims(s, i);
    }
}

/* ---- adoption ---- */

const struct show_column adoption_columns[ADOPTION_COLUMNS] = {
    {"result", {"result", "成果"}, false}, {"by", {"by", "采用方"}, false},
    {"member", {"member", "成员"}, false}, {"line", {"line, capacity", "产线与产能"}, false},
    {"date", {"date", "日期"}, false},
};

void show_fill_adoption(struct show *s)
{
    for (uint32_t i = 0; i < s->fold->pact->result_count; i++) {
        const struct result_state *r = &registers(s)->results[i];
        for (size_t k = 0; k < r->adoption_count; k++) {
            const struct adoption *a = &r->adoptions[k];
            if (!show_wants(s, result_name(s, i), a->by)) continue;
            show_put_text(s, result_name(s, i));
            show_put_text(s, a->by);
            show_put_text(s, show_yes_no(s, a->party != INDEX_NONE));
            show_put_text(s, a->line);
            show_put_date(s, a->day);
        }
    }
}
