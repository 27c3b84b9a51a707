/* The tree: which field of an entry holds what, what hangs beside it, how clauses are numbered, and
 * how the other layers walk what was read. */
#include "unit.h"

#include "lang/tree.h"

#include <string.h>

struct fixture {
    struct arena arena;
    struct words words;
    struct grammar *g;
    struct sources sources;
    struct diags diags;
    struct document doc;
};

static int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena);
    words_init(&f.words, &f.arena);
    f.g = grammar_new(&f.arena, &f.words);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    return 0;
}

static struct document *read(struct fixture *f, const char *text)
{
    struct parser p;
    sources_init(&f->sources, &f->arena);
    diags_init(&f->diags, &f->arena);
    parser_init(&p, &f->arena, &f->sources, &f->diags, &f->words, f->g);
    document_init(&f->doc, &f->arena, &f->words, f->g, &f->sources);
    p.sink = document_sink(&f->doc);
    parser_read(&p, STR("t"), str_from(text));
    if (f->diags.count) {
        struct str problem = diag_render(&f->arena, &f->sources, &f->diags.list[0], LANG_EN);
        fail_msg("%.*s", STR_ARG(problem));
    }
    return &f->doc;
}

/* ---- entries ---- */

struct letters {
    struct fixture *f;
    struct str text;
};

static void add_word(struct letters *l, const char *name, uint32_t word)
{
    if (word == WORD_NONE) return;
    l->text = str_format(&l->f->arena, "%.*s %s=%.*s", STR_ARG(l->text), name,
                         STR_ARG(words_text(&l->f->words, word)));
}

static void add_date(struct letters *l, const char *name, date_t date)
{
    char text[DATE_TEXT_BYTES];
    if (date == DATE_NONE) return;
    date_format(text, date);
    l->text = str_format(&l->f->arena, "%.*s %s=%s", STR_ARG(l->text), name, text);
}

/* The fields of an entry that are set: "SPEND amount=35000000 subject=materials". */
static struct str entry_letters(struct fixture *f, const struct entry *e)
{
    struct letters l = {f, str_from(f->g->forms[e->form].name)};
    if (e->amount)
        l.text = str_format(&f->arena, "%.*s amount=%lld", STR_ARG(l.text), (long long)e->amount);
    if (e->flags & ENTRY_HAS_CHOICE)
        l.text = str_format(&f->arena, "%.*s choice=%u", STR_ARG(l.text), e->choice);
    if (e->flags & ENTRY_FROM_GRANT) l.text = str_format(&f->arena, "%.*s grant", STR_ARG(l.text));
    add_word(&l, "party", e->party);
    add_word(&l, "subject", e->subject);
    add_word(&l, "project", e->project);
    add_word(&l, "other", e->other);
    add_word(&l, "motion", e->motion);
    add_date(&l, "from", e->from);
    add_date(&l, "to", e->to);
    add_date(&l, "due", e->due);
    if (e->effective != e->date) add_date(&l, "effective", e->effective);
    if (e->extra) l.text = str_format(&f->arena, "%.*s +", STR_ARG(l.text));
    return l.text;
}

/* Entries behind their date, and their fields; + marks those with a node beside them. */
static const struct {
    const char *entry, *fields;
} entries[] = {
    {"settle", "SETTLE"},
    {"effective 2012-01-01 settle", "SETTLE effective=2012-01-01"},
    {"p pays 6,000,000 capital", "PAYS amount=600000000 choice=0 party=p"},
    {"p pays 5 interest for x by M7", "PAYS amount=500 choice=5 party=p project=x motion=M7"},
    {"p gives 4 staff for x", "GIVES amount=400 choice=0 party=p project=x"},
    {"grant 9 from m for x", "GRANT amount=900 subject=m project=x"},
    {"grant 9 from \"M\" for x", "GRANT amount=900 project=x +"},
    {"call 5 by stake of s for x over 2013-01-01 to 2014-01-01 due 2014-02-01",
     "CALL amount=500 subject=s project=x from=2013-01-01 to=2014-01-01 due=2014-02-01"},
    {"call 5 due 2014-02-01 by cost", "CALL amount=500 choice=2 due=2014-02-01"},
    {"p declines x", "DECLINES party=p project=x"},
    {"start x", "START project=x"},
    {"spend 3 materials for x", "SPEND amount=300 subject=materials project=x"},
    {"spend 3 materials from fund f", "SPEND amount=300 subject=materials other=f"},
    {"spend 3 materials from grant \"r\"", "SPEND amount=300 grant subject=materials"},
    {"p spends 3 testing for x", "SPENDS amount=300 party=p subject=testing project=x"},
    {"milestone x.formula met by M3", "MILESTONE choice=0 subject=formula project=x motion=M3"},
    {"result P1 patent \"t\" from x by p", "RESULT choice=0 subject=P1 project=x +"},
    {"file P1 \"CN1\"", "FILE choice=0 subject=P1 +"},
    {"granted P1", "FILE choice=1 subject=P1"},
    {"license L1 of P1 to q sole until 2020-01-10", "LICENSE choice=2 subject=L1 due=2020-01-10 +"},
    {"income 1 from L1", "INCOME amount=100 subject=L1"},
    {"income 1 from w class sale of P1", "INCOME amount=100 choice=1 subject=w project=P1"},
    {"income 1 from w class sale of P1 for x", "INCOME amount=100 choice=1 subject=w project=P1 +"},
    {"refund 2 to L1", "REFUND amount=200 subject=L1"},
    {"repay p 2 loan", "REPAY amount=200 party=p"},
    {"vote M7 p yes for q", "VOTE choice=0 party=p subject=M7 other=q"},
    {"decide M7 lost", "DECIDE_MOTION choice=1 subject=M7"},
    {"veto M7 p", "VETO party=p subject=M7"},
    {"p joins x with 10% by M14", "JOINS party=p project=x motion=M14 +"},
    {"loss 8 of x \"pilot\"", "LOSS amount=800 project=x +"},
    {"stop x failed", "STOP choice=0 project=x"},
    {"agree 2014-12-31 p", "AGREE party=p due=2014-12-31"},
    {"pay p 431", "PAY amount=43100 party=p"},
    {"L1 reports 3 sales over 2014-01-10 to 2015-01-01",
     "REPORTS amount=300 party=L1 from=2014-01-10 to=2015-01-01"},
    {"p leaves", "LEAVES party=p"},
    {"expel p by M13", "EXPEL party=p motion=M13"},
    {"reverse 2013-02-01 #2 \"twice\"", "REVERSE +"},
    {"goal G1 missed", "GOAL_STATE choice=1 subject=G1"},
    {"stakes s none", "STAKES_ENTRY choice=0 subject=s +"},
    {"renew 5 years", "RENEW +"},
};

static void entries_are_flat(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
        struct str text = str_format(&f->arena, "2015-01-01 %s\n", entries[i].entry);
        struct document *d = read(f, text.ptr);
        assert_int_equal(d->entry_count, 1);
        ASSERT_TEXT(entry_letters(f, document_entry(d, 0)), entries[i].fields);
    }
}

static void an_entry_knows_its_text(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, "2015-01-01 settle # c\n2015-01-02 budget 2015\n  staff 5\n");
    const struct entry *e = document_entry(d, 0);
    ASSERT_TEXT(sources_text(&f->sources, (struct span){e->at, e->len}), "2015-01-01 settle");
    e = document_entry(d, 1);
    ASSERT_TEXT(sources_text(&f->sources, (struct span){e->at, e->len}), "2015-01-02 budget 2015");
    assert_null(document_extra(d, document_entry(d, 0)));
    const struct term *extra = document_extra(d, e);
    assert_int_equal(extra->form, F_BUDGET);
    assert_int_equal(extra->child_count, 1);
    assert_int_equal(extra->first->form, F_HEAD_LINE);
    ASSERT_TEXT(words_text(&f->words, term_word(extra->first, ROLE_category)), "staff");
}

static void entries_of_a_day_are_counted(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, "2015-01-01 settle\n2015-01-02 settle\n2015-01-02 p leaves\n"
                                 "2015-01-02 effective 2014-01-01 settle\n2015-01-03 settle\n");
    const uint32_t wanted[] = {1, 1, 2, 3, 1};
    for (uint32_t i = 0; i < ARRAY_LEN(wanted); i++)
        assert_int_equal(document_ordinal(d, i), wanted[i]);
}

static void entries_fill_chunk_after_chunk(void **state)
{
    struct fixture *f = *state;
    const char line[] = "2015-01-01 pay p 1\n";
    uint32_t count = (2u << ENTRY_CHUNK_BITS) + 3;
    char *text = arena_alloc(&f->arena, count * (sizeof line - 1) + 1);
    for (uint32_t i = 0; i < count; i++)
        memcpy(text + i * (sizeof line - 1), line, sizeof line - 1);
    struct document *d = read(f, text);
    assert_int_equal(d->entry_count, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(document_entry(d, i)->amount, 100);
        assert_int_equal(document_entry(d, i)->at, i * (sizeof line - 1));
    }
}

/* ---- terms ---- */

static const char terms[] = "alliance x \"X\"\n"
                            "  term 10 years\n"
                            "\n"
                            "article 6 \"Benefit\"\n"
                            "  share licence income\n"
                            "    10% to fund g\n"
                            "    rest\n"
                            "      60% to members by capital\n"
                            "      40% to p, q equally\n"
                            "  share sale\n"
                            "    rest to members by stake of s\n"
                            "article 7 \"Example\"\n"
                            "  example \"e\"\n"
                            "    given\n"
                            "      2014-01-01 p leaves\n"
                            "    2014-02-01 effective 2014-01-15 settle\n"
                            "    expect\n"
                            "      p 5\n"
                            "2015-01-01 amend\n"
                            "  article 6 \"New\"\n"
                            "    fund h \"H \\\"\\\\\"\n";

static const struct term *at(const struct term *t, int index)
{
    while (index-- > 0) t = t->next;
    return t;
}

static void clauses_are_numbered(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, terms);
    const struct term *benefit = d->first->next;
    assert_int_equal(d->first->article, 0);
    assert_int_equal(benefit->article, 6);
    assert_int_equal(benefit->clause, 0);
    assert_int_equal(benefit->child_count, 2);
    const struct term *first = benefit->first, *second = first->next;
    assert_int_equal(first->clause, 1);
    assert_int_equal(second->clause, 2);
    const struct term *part = at(first->first, 1)->first;
    assert_int_equal(part->article, 6);
    assert_int_equal(part->clause, 1);
    assert_ptr_equal(part->parent->parent, first);
    assert_ptr_equal(benefit->last, second);
    assert_int_equal(second->first->clause, 2);
}

static void entries_of_an_example_are_terms(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, terms);
    assert_int_equal(d->entry_count, 1); /* the amendment */
    const struct term *example = at(d->first, 2)->first;
    assert_int_equal(example->child_count, 3);
    const struct term *settle = example->first->next;
    assert_true(example->first->first->dated);
    assert_true(settle->dated);
    assert_int_equal(settle->form, F_SETTLE);
    char date[DATE_TEXT_BYTES];
    date_format(date, settle->date);
    assert_string_equal(date, "2014-02-01");
    date_format(date, settle->effective);
    assert_string_equal(date, "2014-01-15");
    assert_false(at(example->first, 2)->dated);
}

static void an_example_becomes_a_journal(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, terms), example;
    const struct term *of = at(d->first, 2)->first, *given = of->first->first;
    document_of_example(&example, d, of);
    assert_ptr_equal(example.first, d->first);
    assert_int_equal(example.entry_count, of->first->child_count + 1);
    const struct entry *first = document_entry(&example, 0);
    const struct entry *last = document_entry(&example, example.entry_count - 1);
    assert_int_equal(first->form, given->form);
    assert_int_equal(first->at, given->span.at);
    assert_int_equal(last->form, F_SETTLE);
    assert_true(last->effective < last->date);
}

static void an_amendment_holds_articles(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, terms);
    const struct term *amend = document_extra(d, document_entry(d, 0));
    assert_int_equal(amend->form, F_AMEND);
    assert_int_equal(amend->first->form, F_AMEND_ARTICLE);
    const struct term *fund = amend->first->first;
    assert_int_equal(fund->article, 6);
    assert_int_equal(fund->clause, 1);
    ASSERT_TEXT(bind_text(&f->arena, &f->sources, term_bind(fund, ROLE_text)), "H \"\\");
}

static void binds_are_found_by_role(void **state)
{
    struct fixture *f = *state;
    struct document *d = read(f, terms);
    const struct term *rest = at(d->first->next->first->first, 1);
    const struct term *part = rest->first->next; /* 40% to p, q equally */
    const struct bind *amount = term_bind(part, ROLE_amount), *to = term_bind(part, ROLE_to);
    assert_int_equal(amount->rank, TIER_SHARE);
    const struct bind *share = term_bind_in(part, amount, ROLE_share);
    assert_int_equal(share->a, 40);
    assert_int_equal(share->b, 100);
    assert_null(term_bind(part, ROLE_share));
    assert_null(term_bind_in(part, amount, ROLE_rest));
    const char *const names[] = {"p", "q"};
    size_t count = 0;
    for (const struct bind *b = list_first(to); b; b = list_next(part, to, b)) {
        assert_int_equal(b->rank, RECIPIENT_NAME);
        ASSERT_TEXT(words_text(&f->words, term_word_in(part, b, ROLE_name)), names[count]);
        count++;
    }
    assert_int_equal(count, 2);
    ASSERT_TEXT(sources_text(&f->sources, bind_span(to)), "p, q");
    ASSERT_TEXT(sources_text(&f->sources, bind_span(amount)), "40%");
    assert_int_equal(term_bind(part, ROLE_basis)->rank, BASIS_EQUALLY);
    assert_int_equal(term_word(part, ROLE_party), WORD_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_flat),
        cmocka_unit_test(an_entry_knows_its_text),
        cmocka_unit_test(entries_of_a_day_are_counted),
        cmocka_unit_test(entries_fill_chunk_after_chunk),
        cmocka_unit_test(clauses_are_numbered),
        cmocka_unit_test(entries_of_an_example_are_terms),
        cmocka_unit_test(an_example_becomes_a_journal),
        cmocka_unit_test(an_amendment_holds_articles),
        cmocka_unit_test(binds_are_found_by_role),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
