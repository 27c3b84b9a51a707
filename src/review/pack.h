/* Rule packs: what an alliance is held to, as a text of `rule` statements, and how an agreement
 * stands to each. A rule may stand in the agreement itself too.
 *
 * A rule is met where all of its conditions are; with `only where` it applies only where that fact
 * is there. What it says and asks is data: see fact_table.h for what can be asked. */
#ifndef HEQI_REVIEW_PACK_H
#define HEQI_REVIEW_PACK_H

#include "base/shipped.h"
#include "review/facts.h"

enum rule_strength { RULE_MUST, RULE_SHOULD, RULE_MAY };
enum rule_outcome { RULE_MET, RULE_NOT_MET, RULE_NOT_APPLICABLE };

/* How the agreement stands to a rule. */
struct rule_result {
    const struct term *rule;
    struct str name, title; /* in the language of the diags where the rule has it */
    struct str source;      /* what stands behind `because` */
    enum rule_strength strength;
    enum rule_outcome outcome;
    const struct term *shown; /* the first statement that meets it; NULL: none … */
    uint32_t entry;           /* … but this entry; INDEX_NONE: none either */
    struct str missing;       /* what it lacks, and what to write; empty where it is met */
};

struct review {
    struct facts facts;
    struct diags *diags;
    struct rule_result *list;
    size_t count, capacity;
};

/* The packs of rules/. */
extern const struct shipped pack_texts[];
extern const size_t pack_text_count;

/* Begins a review of what a fold holds at its end. Keep the fold. */
void review_init(struct review *r, struct fold *fold, struct diags *diags);

/* Judges the rules of a text in its order: of a pack, or those in the agreement. The words of both
 * must be those of the pact (a pack is read before the agreement is resolved). Reports what a rule
 * asks that cannot be asked, and every rule that is not met: F150, N150 where it only `may`. */
void review_rules(struct review *r, const struct document *rules);

/* Reports what in a pack is no rule. */
void review_check_pack(struct diags *diags, const struct document *pack, struct span start);

#endif
