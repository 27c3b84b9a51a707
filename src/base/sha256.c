/* SHA-256. */
#include "base/sha256.h"

#include <sodium/crypto_hash_sha256.h>

void sha256_hex(char out[SHA256_HEX_BYTES], struct str text)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[crypto_hash_sha256_BYTES];
    _Static_assert(2 * sizeof bytes + 1 == SHA256_HEX_BYTES, "two digits a byte");
    (void)crypto_hash_sha256(bytes, (const unsigned char *)text.ptr, text.len);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[SHA256_HEX_BYTES - 1] = '\0';
}
