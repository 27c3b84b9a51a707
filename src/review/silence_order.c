/* What an agreement may be silent on of its head, its members, how they decide, and money. */
#include "review/silence_inside.h"

/* ---- the head ---- */

bool no_form(const struct silent_on *s)
{
    return !s->p->has_form;
}

bool no_term(const struct silent_on *s)
{
    return like_partners(s) && !find_line(s->p->head, F_A_TERM);
}

bool no_currency(const struct silent_on *s)
{
    return !s->p->currency;
}

bool no_settlement(const struct silent_on *s)
{
    return !find_line(s->p->head, F_A_SETTLES);
}

bool no_goal(const struct silent_on *s)
{
    return !find_line(s->p->head, F_A_GOAL);
}

bool nobody_liable(const struct silent_on *s)
{
    return like_partners(s) && !find_line(s->p->head, F_A_LIABLE);
}

/* ---- members ---- */

bool no_signatory(const struct silent_on *s)
{
    for (size_t i = 0; i < s->now->text_count; i++)
        for (const struct term *t = s->now->texts[i]->term->first; t; t = t->next)
            if (t->form == F_PARTY && !find_line(t, F_P_SIGNS)) return true;
    return false;
}

bool free_transfer(const struct silent_on *s)
{
    bool held = s->p->stakes_count || find_statement(s, F_PLEDGES);
    bool said = decides_on(s, MATTER_TRANSFER) || has_covenant(s, COVENANT_TRANSFER);
    return held && like_partners(s) && !said;
}

/* Without a term anyone may leave: that is said of the term. */
bool no_leave(const struct silent_on *s)
{
    return like_partners(s) && find_line(s->p->head, F_A_TERM) && !find_statement(s, F_LEAVE);
}

bool no_expelled(const struct silent_on *s)
{
    return like_partners(s) && !find_statement(s, F_EXPELLED);
}

/* ---- who decides ---- */

static bool any_body_passes(const struct silent_on *s)
{
    for (size_t i = 0; i < s->p->body_count; i++)
        if (s->now->bodies[i].has_pass) return true;
    return false;
}

bool nobody_decides(const struct silent_on *s)
{
    return !any_body_passes(s) && s->now->rule_count == 0;
}

/* Partners decide, by some rule, but not on this. */
static bool undecided(const struct silent_on *s, enum matter matter)
{
    return like_partners(s) && !nobody_decides(s) && !decides_on(s, matter);
}

bool nobody_amends(const struct silent_on *s)
{
    return !nobody_decides(s) && !decides_on(s, MATTER_AMENDMENT);
}

bool nobody_admits(const struct silent_on *s)
{
    return undecided(s, MATTER_ADMISSION) && !has_covenant(s, COVENANT_ADMISSION);
}

bool nobody_expels(const struct silent_on *s)
{
    return undecided(s, MATTER_EXPULSION);
}

bool nobody_renews(const struct silent_on *s)
{
    return find_line(s->p->head, F_A_TERM) && undecided(s, MATTER_RENEWAL);
}

bool nobody_dissolves(const struct silent_on *s)
{
    return undecided(s, MATTER_DISSOLUTION);
}

/* A body that counts votes and does not say what one is worth. */
bool no_votes(const struct silent_on *s)
{
    for (size_t i = 0; i < s->p->body_count; i++) {
        const struct body *body = &s->now->bodies[i];
        if (body->has_pass && body->term && !find_line(body->term, F_B_VOTES)) return true;
    }
    return false;
}

/* ---- capital and money ---- */

bool no_arrears(const struct silent_on *s)
{
    return has_contributions(s) && !find_statement(s, F_ARREARS);
}

bool no_in_kind(const struct silent_on *s)
{
    return like_partners(s) && find_statement(s, F_PLEDGES) && !find_statement(s, F_IN_KIND_COUNTS);
}

bool no_restriction(const struct silent_on *s)
{
    return any_takes_grant(s) && !find_statement(s, F_GRANTS_RESTRICTED);
}

static bool gives_technology(const struct pact *p)
{
    for (uint32_t i = 0; i < p->doc->entry_count; i++) {
        const struct entry *e = document_entry(p->doc, i);
        if (e->form == F_GIVES && e->choice == IN_KIND_TECHNOLOGY) return true;
    }
    return false;
}

/* Technology that was given to a company or a partnership as capital. */
bool no_technology(const struct silent_on *s)
{
    bool firm = s->p->has_form && (s->p->form == LEGAL_COMPANY || s->p->form == LEGAL_PARTNERSHIP);
    return firm && !has_covenant(s, COVENANT_TECHNOLOGY) && gives_technology(s->p);
}

bool no_surplus(const struct silent_on *s)
{
    return like_partners(s) && has_contributions(s) && !shares_class(s, CLASS_SURPLUS);
}

/* ---- standard clauses ---- */

bool no_breach(const struct silent_on *s)
{
    return !has_covenant(s, COVENANT_BREACH);
}

bool no_secrecy(const struct silent_on *s)
{
    return has_projects(s) && !has_covenant(s, COVENANT_SECRECY);
}

bool no_dispute(const struct silent_on *s)
{
    return !find_statement(s, F_DISPUTE);
}

bool no_force_majeure(const struct silent_on *s)
{
    return !has_covenant(s, COVENANT_FORCE_MAJEURE);
}

bool no_law(const struct silent_on *s)
{
    return !has_covenant(s, COVENANT_LAW);
}

bool no_notices(const struct silent_on *s)
{
    return !has_covenant(s, COVENANT_NOTICES);
}

bool no_effect(const struct silent_on *s)
{
    return !has_covenant(s, COVENANT_EFFECT);
}
