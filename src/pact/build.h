/* Inside pact only: how the terms are walked and problems reported. */
#ifndef HEQI_PACT_BUILD_H
#define HEQI_PACT_BUILD_H

#include "pact/pact.h"

/* Where a bind or statement stands. */
struct span term_name_span(const struct term *t, enum role role);

struct str word_text(const struct pact *p, uint32_t word);

/* Declares a name; reports E201 where it is taken. */
void declare(struct pact *p, enum name_set set, enum thing thing, uint32_t word, uint32_t index,
             struct span span);

/* The same where it is taken. */
void report_taken(const struct pact *p, enum name_set set, enum thing thing, uint32_t word,
                  struct span span);

/* It may be used from the entry on that declares it. */
void declared_by(struct pact *p, uint32_t word, uint32_t entry);

/* Looks a name up and reports E202 (unknown, with the nearest) or E203 (another kind of thing). */
uint32_t require(const struct pact *p, enum thing thing, uint32_t word, struct span span);
uint32_t require_in(const struct pact *p, enum name_set set, uint32_t word, struct span span);

/* The group or the party that a word names, as recipients; false, reported, where it names none. */
bool recipients_named(struct pact *p, uint32_t word, struct span span, struct recipient *out);

/* A share bind as a ratio; reports E206 where it is out of range (over 1 where at_most_one). */
struct ratio bind_ratio(struct pact *p, const struct bind *b);

/* pact_percent() for a message. */
struct str percent_text(struct pact *p, struct ratio r);

/* Builds a share set from the lines under `stakes` or from a list of NAME SHARE. mode tells how
 * they add up. Reports E207 … and returns false where they do not. */
enum share_mode { SHARES_EXACT, SHARES_PARTS, SHARES_NORMALISED, SHARES_WITH_GRANT };

bool build_share_set(struct pact *p, const struct share_line *lines, size_t count,
                     enum share_mode mode, struct span span, const char *what,
                     struct share_set *out);

/* For each of count keys the index of the one before it that is equal, or INDEX_NONE. */
const uint32_t *find_equals(struct arena *a, const uint64_t *keys, uint32_t count);

/* What a measure is read for, and whether it can be. */
enum measure_use { FOR_BASIS, FOR_GUARD, FOR_LIMIT, FOR_REPAYING, FOR_RETURN, FOR_PRICE };

bool measure_fits(enum measure_name m, enum measure_use use);

/* A MEASURE phrase that must be a plain measure. */
enum measure_name read_measure(struct pact *p, const struct term *t, const struct bind *phrase,
                               enum measure_use use);

/* `by MEASURE`: a measure, stakes, or a score. */
void read_measured(struct pact *p, struct basis *out, const struct term *t,
                   const struct bind *measure);

/* A rule for claims where nobody has a claim: E452. */
void refuse_claims(struct pact *p, const struct basis *basis, const struct term *t);

/* The BASIS phrase of a tier. */
void read_basis(struct pact *p, struct tier *tier, const struct term *t, const struct bind *basis);

/* The number of a method (its rank in METHOD) of a game, asked for at a place. */
uint32_t add_solution(struct pact *p, uint32_t game, uint32_t method, struct span span);

/* Whether two statements, with all that is indented under them, say the same word for word. */
bool same_words(const struct pact *p, const struct term *a, const struct term *b);

/* The passes of pact_resolve, in order. */
void build_texts(struct pact *p);
void build_groups(struct pact *p);
void declare_terms(struct pact *p);
void declare_entries(struct pact *p);
void build_stakes(struct pact *p);
void build_games(struct pact *p);
void build_projects(struct pact *p);
void build_capital(struct pact *p);
void build_clauses(struct pact *p);
void compare_clauses(struct pact *p);
void build_provisions(struct pact *p);
void find_subjects(struct pact *p);

/* What build_texts ends with: which articles are in force when. */
void list_provisions(struct pact *p);

/* The statement of a form in force that declares a name; NULL: none. */
const struct term *find_declared(const struct provisions *now, enum form form, uint32_t word);

/* The same in the text before; NULL: none, or there is no text before. */
const struct term *find_before(const struct pact *p, const struct provisions *now, enum form form,
                               uint32_t word);

/* The provisions that an amendment brings. */
const struct provisions *provisions_of(const struct pact *p, uint32_t entry);

/* The passes over the articles that are in force: they read p->building. */
void read_groups(struct pact *p);
void build_leads(struct pact *p);
void build_funds(struct pact *p);
void build_dissolution(struct pact *p);
void build_rights(struct pact *p);
void build_leaving(struct pact *p);
void build_bodies(struct pact *p);
void build_restrictions(struct pact *p);
void build_invariants(struct pact *p);
void build_arrears(struct pact *p);
void build_dues(struct pact *p);
void build_in_kind(struct pact *p);

/* The parts of a divided tier are percentages that make 100%, or end in rest. */
void check_parts(struct pact *p, const struct tier *tier, const struct term *t);

/* Equal parts for funds that stand in a list with others; `t` is the line. */
void part_funds(struct pact *p, struct tier *tier, const struct term *t, bool may_be_divided);

/* For `others`, who is named beside them: in the other lines of the clause, or of the division. */
void find_others(struct pact *p, const struct clause *c);

/* The tiers of a share clause, under each of its guards and without. */
void check_tiers(struct pact *p, const struct clause *c);

/* Reports that percentages make more than 100% (E215). */
void report_over(struct pact *p, struct span span, struct ratio sum);
void check_references(struct pact *p);
void check_presence(const struct pact *p);
void check_members(const struct pact *p);

/* An entry by which somebody leaves. */
void declare_departure(struct pact *p, const struct entry *e, uint32_t index);

/* A motion of the journal, and that an entry decides it. */
void declare_motion(struct pact *p, const struct entry *e, const struct term *t, uint32_t index);
void declare_decision(struct pact *p, const struct entry *e, uint32_t index);

/* The `decide` lines. */
void build_rules(struct pact *p);

/* A MAJORITY phrase; reports what can never be reached. */
struct majority read_majority(struct pact *p, const struct term *t, const struct bind *phrase);

/* The people of a RECIPIENT or GROUP_MAJORITY phrase; false where bodies do not know such. */
bool read_people(struct pact *p, const struct term *t, const struct bind *phrase,
                 struct recipient *out);

/* Says that bodies do not know such people: E454; that income is no measure of one party: E455. */
void refuse_people(struct pact *p, struct span span);
void refuse_income(const struct pact *p, struct span span);

/* Walks every statement of the articles in force, those of p->building: for_articles(p, visit). */
void for_articles(struct pact *p, void (*visit)(struct pact *p, const struct term *t));

/* Walks those of all articles, in the terms and as they are amended. */
void for_texts(struct pact *p, void (*visit)(struct pact *p, const struct term *t,
                                             const struct article_text *text));

#endif
