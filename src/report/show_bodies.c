/* The bodies of the agreement on a day: who hosts them, sits in them, was appointed, works there.
 */
#include "fold/posts.h"
#include "report/names.h"
#include "report/show_inside.h"
#include "report/show_office.h"

const struct show_column show_body_columns[7] = {
    {"body", {"body", "机构"}, false},   {"kind", {"kind", "类型"}, false},
    {"place", {"place", "身份"}, false}, {"who", {"who", "何人"}, false},
    {"of", {"of", "单位"}, false},       {"role", {"as", "担任"}, false},
    {"until", {"until", "至"}, false},
};

enum body_place { PLACE_NONE, PLACE_HOST, PLACE_SEAT, PLACE_APPOINTED, PLACE_STAFF };

static struct str place_name(enum body_place place, enum language lang)
{
    switch (place) {
    case PLACE_HOST: return text_in("host", "依托单位", lang);
    case PLACE_SEAT: return text_in("seat", "席位", lang);
    case PLACE_APPOINTED: return text_in("appointed", "委派", lang);
    case PLACE_STAFF: return text_in("staff", "人员", lang);
    case PLACE_NONE: break;
    }
    return STR("");
}

struct row {
    const struct body *body;
    enum body_place place;
    struct str person, role;
    uint32_t party; /* itself, or whom the person belongs to; INDEX_NONE */
    date_t until;   /* DATE_NONE: no end is set */
};

static void put_row(struct show *s, struct row r)
{
    struct str body = pact_word(s->fold->pact, r.body->word), party = show_party(s, r.party);
    if (!show_wants(s, body, party)) return;
    show_put_text(s, body);
    show_put_text(s, show_choice(s, SET_BODY_KIND, term_bind(r.body->term, ROLE_kind)->rank));
    show_put_text(s, place_name(r.place, s->lang));
    show_put_text(s, r.person.len ? r.person : party);
    show_put_text(s, r.person.len ? party : STR(""));
    show_put_text(s, r.role);
    show_put_date(s, r.until);
}

static void put_seats(struct show *s, const struct body *body)
{
    const struct fold *f = s->fold;
    for (uint32_t i = 0; i < f->state->party_count; i++)
        if (f->state->parties[i].member && pact_has_seat(f->pact, body, i))
            put_row(
                s, (struct row){.body = body, .place = PLACE_SEAT, .party = i, .until = DATE_NONE});
}

/* Whose office has begun and not ended. */
static void put_appointed(struct show *s, const struct body *body, uint32_t index)
{
    const struct fold *f = s->fold;
    for (uint32_t i = 0; i < f->doc->entry_count; i++) {
        const struct entry *e = document_entry(f->doc, i);
        if (e->form != F_APPOINT || pact_find(f->pact, THING_BODY, e->other) != index) continue;
        if (fold_is_left_out(f, i)) continue;
        if (!show_is_past(s, i) || (e->due != DATE_NONE && e->due < f->options.until)) continue;
        const struct term *t = document_extra(f->doc, e);
        const struct bind *role = term_bind(t, ROLE_role);
        put_row(s, (struct row){
                       .body = body,
                       .place = PLACE_APPOINTED,
                       .person = bind_text(s->arena, f->doc->sources, term_bind(t, ROLE_text)),
                       .role = role ? pact_word(f->pact, (uint32_t)role->a) : STR(""),
                       .party = e->party ? pact_find(f->pact, THING_PARTY, e->party) : INDEX_NONE,
                       .until = e->due});
    }
}

static void put_staff(struct show *s, const struct body *body, uint32_t index)
{
    const struct posts *posts = &s->fold->posts;
    for (size_t i = 0; i < posts->count; i++) {
        const struct post *p = &posts->list[i];
        if (p->body != index || !post_is_filled(posts, p, s->fold->options.until)) continue;
        put_row(s, (struct row){.body = body,
                                .place = PLACE_STAFF,
                                .person = p->person,
                                .party = p->employer,
                                .until = p->until == DATE_OPEN ? DATE_NONE : p->until});
    }
}

void show_fill_bodies(struct show *s)
{
    const struct pact *p = s->fold->pact;
    const struct provisions *now = pact_at(p, s->fold->options.until);
    for (uint32_t i = 0; i < p->body_count; i++) {
        const struct body *body = &now->bodies[i];
        size_t before = s->cell_count;
        if (!body->term) continue;
        if (body->host != INDEX_NONE)
            put_row(
                s, (struct row){
                       .body = body, .place = PLACE_HOST, .party = body->host, .until = DATE_NONE});
        put_seats(s, body);
        put_appointed(s, body, i);
        put_staff(s, body, i);
        if (s->cell_count == before) /* nobody is in it: that is worth to be seen */
            put_row(
                s, (struct row){
                       .body = body, .place = PLACE_NONE, .party = INDEX_NONE, .until = DATE_NONE});
    }
}
