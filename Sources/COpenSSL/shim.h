#include <openssl/crypto.h>
#include <openssl/evp.h>

/// The SHA-256 of bytes, 32 of them into `digest`; 1 for success, 0 for failure, as EVP_Digest says it.
static inline int pathbook_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  // Without the machine's configuration: reading it takes longer than the hash.
  if (OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL) != 1) return 0;
  unsigned int size = 32;
  return EVP_Digest(bytes, count, digest, &size, EVP_sha256(), NULL);
}
