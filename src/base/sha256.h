/* SHA-256, by libsodium: the adapter of that library, no other file includes it.
 *
 * Source: FIPS 180-4. */
#ifndef HEQI_BASE_SHA256_H
#define HEQI_BASE_SHA256_H

#include "base/str.h"

#define SHA256_HEX_BYTES 65 /* 64 digits and a NUL */

/* The digest of a text in lowercase hexadecimal digits. */
void sha256_hex(char out[SHA256_HEX_BYTES], struct str text);

#endif
