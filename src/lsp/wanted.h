/* Which names a place of a statement wants: by form and role. */
#ifndef HEQI_LSP_WANTED_H
#define HEQI_LSP_WANTED_H

#include "lsp/mentions.h"
#include "pact/pact.h"

struct wanted {
    uint32_t realms; /* bits of enum realm; 0: none */
    uint32_t things; /* bits of enum thing, where REALM_COMMON is among them */
};

struct wanted names_wanted(enum form form, enum role role);

#endif
