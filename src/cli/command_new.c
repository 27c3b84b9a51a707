/* heqi new: a draft agreement, from the command line and from what is asked. */
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/run.h"

#include "lang/format.h"
#include "report/draft.h"

#include <stdio.h>
#include <string.h>

/* What is asked for, in order; a fault ends the asking. */
struct asker {
    struct run *run;
    bool silent; /* the input has ended */
    bool faulty;
};

static struct str trimmed(struct str s)
{
    while (s.len && (unsigned char)s.ptr[s.len - 1] <= ' ') s.len--;
    while (s.len && (unsigned char)s.ptr[0] <= ' ') s = str_slice(s, 1, s.len);
    return s;
}

/* One line of the standard input without what surrounds it; empty where there is none. */
static struct str read_line(struct asker *q)
{
    char *line = NULL;
    size_t len = 0, capacity = 0;
    int c = EOF;
    while ((c = getchar()) != EOF && c != '\n')
        *ARENA_PUSH(q->run->arena, line, len, capacity) = (char)c;
    q->silent = c == EOF && len == 0;
    return trimmed((struct str){line, len});
}

static void fail(struct asker *q, enum text text, struct str a, struct str b)
{
    if (!q->faulty) complain(q->run->arena, text, q->run->lang, a, b);
    q->faulty = true;
}

static struct str ask(struct asker *q, enum text question, struct str choices)
{
    struct run *run = q->run;
    struct str asked = text_fill(run->arena, question, run->lang, choices, (struct str){0});
    print_error(asked);
    print_error(STR(" "));
    struct str answer = read_line(q);
    if (q->silent) print_error(STR("\n"));
    return answer;
}

/* The same for what must be answered. */
static struct str ask_for(struct asker *q, enum text question, struct str choices)
{
    struct str answer = ask(q, question, choices);
    struct run *run = q->run;
    if (!answer.len)
        fail(q, TEXT_NO_ANSWER,
             text_fill(run->arena, question, run->lang, choices, (struct str){0}), (struct str){0});
    return answer;
}

/* What an option says, or the answer to a question. */
static struct str want(struct asker *q, enum option option, enum text question)
{
    const char *given = q->run->request->values[option];
    if (given) return trimmed(str_from(given));
    return q->faulty ? STR("") : ask_for(q, question, (struct str){0});
}

static date_t want_day(struct asker *q)
{
    struct str text = want(q, OPTION_FOUNDED, TEXT_ASK_FOUNDED);
    date_t day = 0;
    if (q->faulty) return day;
    if (text.len != DATE_TEXT_BYTES - 1 || date_parse(&day, text.ptr) != OK)
        fail(q, TEXT_NO_DATE, STR("founded"), text);
    return day;
}

static const struct shipped *want_template(struct asker *q)
{
    const struct request *r = q->run->request;
    struct str names = shipped_names(q->run->arena, draft_texts, draft_text_count);
    struct str name =
        r->operand_count ? str_from(r->operands[0]) : ask_for(q, TEXT_ASK_TEMPLATE, names);
    const struct shipped *t = shipped_find(draft_texts, draft_text_count, name);
    if (!t) fail(q, TEXT_NO_TEMPLATE, name, names);
    return t;
}

/* ---- members ---- */

struct members {
    struct draft_party *list;
    size_t count, capacity;
};

static size_t word_length(struct str s)
{
    size_t len = 0;
    while (len < s.len && s.ptr[len] != ' ') len++;
    return len;
}

/* "NAME KIND FULL NAME"; without a full name it is the short one. */
static void add_member(struct asker *q, struct members *m, struct str text)
{
    struct draft_party p = {0};
    size_t len = word_length(text);
    p.name = str_slice(text, 0, len);
    struct str rest = trimmed(str_slice(text, len, text.len));
    len = word_length(rest);
    p.kind = str_slice(rest, 0, len);
    p.called = trimmed(str_slice(rest, len, rest.len));
    if (!p.called.len) p.called = p.name;
    if (!p.kind.len) fail(q, TEXT_BAD_MEMBER, text, (struct str){0});
    *ARENA_PUSH(q->run->arena, m->list, m->count, m->capacity) = p;
}

static struct members want_members(struct asker *q)
{
    const struct request *r = q->run->request;
    struct members m = {0};
    for (uint32_t i = 1; i < r->operand_count; i++)
        add_member(q, &m, trimmed(str_from(r->operands[i])));
    while (r->operand_count < 2 && !q->faulty) {
        struct str answer = ask(q, TEXT_ASK_MEMBER, (struct str){0});
        if (!answer.len) break;
        add_member(q, &m, answer);
    }
    if (m.count < 2) fail(q, TEXT_NO_MEMBERS, (struct str){0}, (struct str){0});
    return m;
}

/* ---- the text ---- */

/* In its canonical spelling; what is wrong with it, a member called like a keyword for instance, is
 * reported. */
static struct str spell(struct run *run, struct str text)
{
    struct formatter formatter;
    run_read_text(run, document_sink(&run->document), STR("new"), text);
    run_resolve(run);
    if (diags_has_errors(&run->diags)) return STR("");
    formatter_init(&formatter, run->arena, run->grammar, &run->words, &run->sources, run->lang);
    run_read_text(run, formatter_sink(&formatter), STR("new"), text);
    return formatter_finish(&formatter);
}

enum exit_code command_new(struct run *run)
{
    struct asker q = {.run = run};
    const struct shipped *t = want_template(&q);
    struct draft d = {.name = want(&q, OPTION_NAME, TEXT_ASK_NAME)};
    d.title = want(&q, OPTION_TITLE, TEXT_ASK_TITLE);
    d.founded = want_day(&q);
    d.currency = want(&q, OPTION_CURRENCY, TEXT_ASK_CURRENCY);
    struct members m = want_members(&q);
    if (q.faulty) return EXIT_USAGE;
    d.parties = m.list;
    d.party_count = m.count;
    struct str text = spell(run, draft_text(run->arena, t, &d, run->lang));
    if (diags_has_errors(&run->diags)) return run_refuse(run);
    run_write_text(run, text);
    return EXIT_CLEAN;
}
