/* Every limit heqi enforces, named once. A message that refuses something for its size names the
 * limit from here. Sizes are in bytes unless the name says otherwise. */
#ifndef HEQI_BASE_LIMITS_H
#define HEQI_BASE_LIMITS_H

/* Text that is read. Offsets into the text are 32 bits wide. */
#define LIMIT_INPUT_BYTES_MAX 4000000000u
#define LIMIT_LINE_BYTES_MAX (1u << 20)
#define LIMIT_STATEMENT_TOKENS_MAX 65536u
#define LIMIT_NESTING_MAX 16u
#define LIMIT_INCLUDE_DEPTH_MAX 64u
#define LIMIT_SOURCES_MAX 4096u
#define LIMIT_NAME_BYTES_MAX 128u

/* A text from this size on is read by several threads, of this number at most. */
#define LIMIT_AHEAD_BYTES_MIN (1u << 20)
#define LIMIT_READERS_MAX 4u

/* Places on the way of a fold to which it can go back: copies of its state. */
#define LIMIT_PLACES_MAX 16u

/* Diagnostics of one severity shown in one run; further ones are counted. */
#define LIMIT_DIAGNOSTICS_MAX 100u

/* What stands beside a line in the explanation of all of a party: nodes of a tree. */
#define LIMIT_BASIS_NODES 256u

/* The language server: messages of an editor, their headers, and how many may wait. */
#define LIMIT_MESSAGE_BYTES_MAX (64u << 20)
#define LIMIT_HEADER_BYTES_MAX 4096u
#define LIMIT_MESSAGES_WAITING_MAX 256u
#define LIMIT_NEIGHBOURS_MAX 256u    /* files that are looked at for who includes one */
#define LIMIT_LINES_CHANGED_MAX 1000 /* that formatting tells one by one */

/* People of one alliance. */
#define LIMIT_MEMBERS_MAX 5000u

/* Numbers. A weight of a split is a whole number up to this, so that every product of a split fits
 * 128 bits with LIMIT_MEMBERS_MAX recipients. */
#define LIMIT_WEIGHT_MAX 1000000000000000
#define LIMIT_VOTE_DENOMINATOR_MAX 1000000 /* of quorums, majorities and caps on votes */
#define LIMIT_DECIMAL_PLACES_MAX 18u
#define LIMIT_INTEGER_MAX 999999999 /* article numbers, years, votes */
#define LIMIT_DURATION_MAX 99999    /* days, months or years */

/* Games. A table has a worth for each of 2^n coalitions. */
#define LIMIT_PLAYERS_MAX 28u           /* of a table */
#define LIMIT_PLAYERS_TERM_MAX 16u      /* of a game in the terms */
#define LIMIT_PLAYERS_DIVIDENDS_MAX 20u /* where all dividends are needed at once */
#define LIMIT_FAIR_PLAYERS_MAX 22u      /* of the game of an alliance */
#define LIMIT_VOTERS_MAX 1000u
#define LIMIT_CLAIMANTS_MAX 5000u       /* of a pot that is too small */
#define LIMIT_CLAIMANTS_ARRIVAL_MAX 32u /* whose orders are all looked at */
#define LIMIT_RULES_MAX 8u              /* that one decision has to meet at once */
#define LIMIT_RULE_WORDS_MAX (1u << 25) /* of 8 bytes, for counting under several rules */
#define LIMIT_LOOKED_AT_VOTERS_MAX 24u  /* whose coalitions are looked at one by one */
#define LIMIT_MINIMAL_VOTERS_MAX 20u    /* whose minimal coalitions are looked at one by one */
#define LIMIT_MINIMAL_STEPS_MAX UINT64_C(200000000)
#define LIMIT_QUOTA_MAX 10000000 /* votes that decide, of either side, in whole units */

#endif
