// The functions of SHA-256 itself: those that OpenSSL 3 has for every hash (EVP_Digest) look for an implementation first,
// which costs each start 0.7 ms and 1.4 MB, and they call these then.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

/// The SHA-256 of bytes, 32 of them into `digest`; 1 for success, 0 for failure.
static inline int pathbook_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  SHA256_CTX context;
  return SHA256_Init(&context) == 1 && SHA256_Update(&context, bytes, count) == 1 && SHA256_Final(digest, &context) == 1;
}
