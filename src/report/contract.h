/* The agreement as a contract that can be signed: its parties, what its words mean, the eleven
 * parts of the official drafting reference, its annexes and the page of signatures.
 *
 * Every statement of the terms stands in it, in the words of report/prose.h; a clause keeps the
 * number by which everything else cites it, so that the clauses of one article may stand in several
 * parts. Where a part holds nothing it says so, and names the default of law that may apply.
 *
 * The text is that of a day: an amended article reads as it then did, and what changed is listed.
 */
#ifndef HEQI_REPORT_CONTRACT_H
#define HEQI_REPORT_CONTRACT_H

#include "base/sha256.h"
#include "pact/pact.h"
#include "report/paper.h"

struct contract_request {
    enum language lang;
    date_t at; /* the text of this day; PACT_LATEST: as the last amendment leaves it */
};

/* Writes the contract into *out. The pact must hold no error. */
void contract_paper(struct paper *out, struct arena *arena, const struct pact *pact,
                    struct contract_request request);

/* The digest of the terms of a day: of their canonical text (lang/canonical.h), behind the version
 * of the language. It does not depend on the language of the words, on comments or on files. */
void contract_digest(char out[SHA256_HEX_BYTES], struct arena *arena, const struct pact *pact,
                     date_t at);

#endif
