/* Projects: budgets, who funds, milestones; what counts of what is given in kind. */
#include "pact/build.h"

static struct span bind_place(const struct term *t, enum role role)
{
    return term_name_span(t, role);
}

static struct str name_of(const struct pact *p, const struct project_terms *project)
{
    return word_text(p, term_word(project->term, ROLE_name));
}

static void read_funded(struct pact *p, struct project_terms *project, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_shares);
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, list->end);
    size_t count = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        const struct bind *name = term_bind_in(t, b, ROLE_name);
        struct share_line line = {.grant = !name,
                                  .share = bind_ratio(p, term_bind_in(t, b, ROLE_share)),
                                  .span = bind_span(b)};
        if (name) line.party = require(p, THING_PARTY, (uint32_t)name->a, bind_span(name));
        if (name && line.party == INDEX_NONE) return;
        if (!name) project->granted = line.share;
        lines[count++] = line;
    }
    struct str what =
        str_format(p->arena, p->diags->lang == LANG_ZH ? "%.*s 出资" : "funding of %.*s",
                   STR_ARG(name_of(p, project)));
    (void)build_share_set(p, lines, count, SHARES_WITH_GRANT, t->span, what.ptr, &project->funded);
}

/* Who is to work; the measure `work` is counted from entries. */
static void read_work(struct pact *p, struct project_terms *project, const struct term *t)
{
    const struct bind *list = term_bind(t, ROLE_shares);
    struct share_line *lines = ARENA_ARRAY(p->arena, struct share_line, list->end);
    size_t count = 0;
    for (const struct bind *b = list_first(list); b; b = list_next(t, list, b)) {
        const struct bind *name = term_bind_in(t, b, ROLE_name);
        uint32_t party = require(p, THING_PARTY, (uint32_t)name->a, bind_span(name));
        if (party == INDEX_NONE) return;
        lines[count++] = (struct share_line){
            party, false, bind_ratio(p, term_bind_in(t, b, ROLE_share)), bind_span(b)};
    }
    struct str what = str_format(p->arena, p->diags->lang == LANG_ZH ? "%.*s 研发" : "work of %.*s",
                                 STR_ARG(name_of(p, project)));
    (void)build_share_set(p, lines, count, SHARES_EXACT, t->span, what.ptr, &project->work);
}

/* The same milestone in all texts is one. */
static uint32_t number_of(struct pact *p, const struct project_terms *project, uint32_t word)
{
    struct project *all = &p->projects[project - p->building->projects];
    size_t i = 0;
    while (i < all->milestone_count && all->milestones[i] != word) i++;
    if (i == all->milestone_count)
        *ARENA_PUSH(p->arena, all->milestones, all->milestone_count, all->milestone_capacity) =
            word;
    return (uint32_t)i;
}

static void read_milestone(struct pact *p, struct project_terms *project, const struct term *t)
{
    const struct bind *releases = term_bind(t, ROLE_share);
    uint32_t word = term_word(t, ROLE_name);
    *ARENA_PUSH(p->arena, project->milestones, project->milestone_count,
                project->milestone_capacity) =
        (struct milestone){.word = word,
                           .number = number_of(p, project, word),
                           .span = bind_place(t, ROLE_name),
                           .releases = releases ? bind_ratio(p, releases) : RATIO_ZERO,
                           .by = (date_t)term_bind(t, ROLE_date)->a};
}

static void read_budget(struct pact *p, struct project_terms *project, const struct term *t)
{
    const struct bind *start = term_bind(t, ROLE_share);
    project->has_budget = true;
    project->budget_minor = term_bind(t, ROLE_amount)->a;
    if (start) project->at_start = bind_ratio(p, start);
}

static void check_milestones(struct pact *p, const struct project_terms *project)
{
    size_t count = project->milestone_count;
    uint64_t *names = ARENA_ARRAY(p->arena, uint64_t, count);
    for (size_t i = 0; i < count; i++) names[i] = project->milestones[i].word;
    const uint32_t *earlier = find_equals(p->arena, names, (uint32_t)count);
    for (size_t i = 0; i < count; i++)
        if (earlier[i] != INDEX_NONE)
            DIAG_REPORT(p->diags, E201, project->milestones[i].span,
                        word_text(p, project->milestones[i].word),
                        diags_word(p->diags, "milestone", "里程碑"));
}

/* At the start and by milestones no more than the whole budget can be released. Where the text is
 * silent about the start, that is what the milestones leave. */
static void check_releases(struct pact *p, struct project_terms *project, bool start_written)
{
    struct ratio left = start_written ? project->at_start : RATIO_ZERO;
    bool fits = ratio_sub(&left, RATIO_ONE, left) == OK;
    for (size_t i = 0; i < project->milestone_count; i++)
        fits = fits && ratio_sub(&left, left, project->milestones[i].releases) == OK;
    struct ratio released;
    if (!fits || ratio_sub(&released, RATIO_ONE, left) != OK || ratio_sign(left) < 0)
        DIAG_REPORT(p->diags, E225, project->term->span, name_of(p, project),
                    fits ? percent_text(p, released) : STR("?"));
    else if (!start_written)
        project->at_start = left;
}

static void build_project(struct pact *p, struct project_terms *project)
{
    bool start_written = false;
    for (const struct term *t = project->term->first; t; t = t->next) {
        switch ((int)t->form) {
        case F_J_LEAD:
            project->lead =
                require(p, THING_PARTY, term_word(t, ROLE_party), bind_place(t, ROLE_party));
            break;
        case F_J_BUDGET:
            read_budget(p, project, t);
            start_written = term_bind(t, ROLE_share) != NULL;
            break;
        case F_J_FUNDED:
            project->funded_line = t;
            read_funded(p, project, t);
            break;
        case F_J_WORK: read_work(p, project, t); break;
        case F_J_MILESTONE: read_milestone(p, project, t); break;
        case F_J_DECLINER:
            project->decliner = t;
            project->decliner_times = bind_ratio(p, term_bind(t, ROLE_share));
            break;
        case F_J_LATE_JOINER:
            project->late_joiner = t;
            project->late_joiner_times = bind_ratio(p, term_bind(t, ROLE_share));
            break;
        default: break;
        }
    }
    check_milestones(p, project);
    check_releases(p, project, start_written);
}

static void read_project(struct pact *p, const struct term *t)
{
    uint32_t index =
        t->form == F_PROJECT ? pact_find(p, THING_PROJECT, term_word(t, ROLE_name)) : INDEX_NONE;
    if (index == INDEX_NONE) return;
    struct project_terms *project = &p->building->projects[index];
    const struct bind *kind = term_bind(t, ROLE_kind);
    if (project->term) return; /* reported where it was declared */
    project->term = t;
    project->has_kind = kind != NULL;
    if (kind) project->kind = (enum project_kind)kind->rank;
    build_project(p, project);
}

/* A project ends by `stop`, not by being left out. */
static void check_left_out(struct pact *p, const struct provisions *now)
{
    for (size_t i = 0; now != p->provisions && i < p->project_count; i++) {
        const struct term *before = now[-1].projects[i].term;
        char date[DATE_TEXT_BYTES];
        if (!before || now->projects[i].term) continue;
        date_format(date, now->from);
        DIAG_REPORT(p->diags, E267, before->span, word_text(p, p->projects[i].word),
                    str_from(date));
    }
}

void build_projects(struct pact *p)
{
    for (size_t k = 0; k < p->provisions_count; k++) {
        struct provisions *now = p->building = &p->provisions[k];
        size_t told = p->diags->count;
        now->projects = ARENA_ARRAY(p->arena, struct project_terms, p->project_count);
        for (size_t i = 0; i < p->project_count; i++)
            now->projects[i] = (struct project_terms){.kind = PROJECT_GENERIC,
                                                      .lead = INDEX_NONE,
                                                      .at_start = RATIO_ONE,
                                                      .granted = RATIO_ZERO};
        for_articles(p, read_project);
        check_left_out(p, now);
        if (k) diags_drop_repeated(p->diags, told);
    }
    p->building = p->provisions;
}

/* ---- capital ---- */

static void read_in_kind(struct pact *p, const struct term *t)
{
    if (t->form != F_IN_KIND_COUNTS) return;
    struct provisions *now = p->building;
    const struct bind *cap = term_bind(t, ROLE_cap);
    now->in_kind_rate = bind_ratio(p, term_bind(t, ROLE_share));
    now->in_kind_capped = cap != NULL;
    if (cap) now->in_kind_cap = bind_ratio(p, cap);
}

void build_in_kind(struct pact *p)
{
    for_articles(p, read_in_kind);
}
