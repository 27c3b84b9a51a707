/* The register of motions: what was put, who voted, who was there, what came out.
 *
 * A decision freezes its count: who had a seat, with how many votes, who was present and how each
 * voted. Later changes of members or capital do not touch it. The fold alone writes here
 * (fold/authority.h). */
#ifndef HEQI_STATE_MOTIONS_H
#define HEQI_STATE_MOTIONS_H

#include "pact/pact.h"

/* What a seat says. Split: members of a group that counts as one contradicted each other; the
 * group then abstains. */
enum voice { VOICE_NONE, VOICE_YES, VOICE_NO, VOICE_ABSTAIN, VOICE_SPLIT };

/* The latest ballot of a party. */
struct cast_ballot {
    enum voice voice; /* VOICE_NONE: none */
    uint32_t by;      /* who cast it: the party itself, or its proxy */
};

/* One seat: of a party, or of a group that counts as one. */
struct seat {
    uint32_t party; /* of a group: the first of its members */
    uint32_t group; /* INDEX_NONE: the party's own */
    u128 weight;    /* votes, in 1/weight_den */
    enum voice voice;
    uint32_t by;
    bool present;
    bool recused; /* it is about them: neither counted nor asked */
};

/* A threshold: `needed` votes of `whole`. */
struct threshold {
    u128 whole, needed;
    bool reached;
};

/* An extra majority of a class, by heads. */
struct class_count {
    uint32_t seats, present, yes;
    struct threshold pass;
};

struct tally {
    const struct motion *motion;
    const struct provisions *now; /* by which it is counted: those in force when it was put */
    const struct body *body;
    const struct decide_rule *rule; /* NULL: no `decide` line names the matter */
    const struct majority *pass;
    struct seat *list; /* in member order, the recused too */
    uint32_t list_count;
    uint32_t seats, present; /* heads, without the recused */
    uint64_t weight_den;     /* votes are counted in 1/weight_den */
    u128 all, present_votes, yes, no, abstain;
    struct threshold quorum; /* of seats; whole 0 where the body has none */
    struct threshold votes;
    struct class_count *classes; /* by class of the rule */
    bool carried;
};

struct veto {
    uint32_t party;
    date_t date;
    struct str reason;
};

enum motion_result { MOTION_UNKNOWN, MOTION_OPEN, MOTION_CARRIED, MOTION_LOST, MOTION_VETOED };

struct motion_state {
    enum motion_result result;
    date_t opened, decided;
    struct cast_ballot *ballots; /* by party; NULL: none yet */
    struct tally *tally;         /* of the decision */
    struct veto *vetoes;
    size_t veto_count, veto_capacity;
    uint32_t used_by; /* the first entry that rests on it, or INDEX_NONE */
};

struct meeting {
    uint32_t body;
    date_t date;
    const struct term *term; /* names who is present */
};

struct motions {
    struct motion_state *list; /* by motion of the pact */
    size_t count;
    struct meeting *meetings; /* as they were held */
    size_t meeting_count, meeting_capacity;
};

#endif
