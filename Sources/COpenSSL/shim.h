#include <openssl/crypto.h>
#include <openssl/evp.h>

/// The SHA-256 of bytes, 32 of them into `digest`; 1 for success, 0 for failure, as EVP_Digest says it.
static inline int pathbook_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  // Without the machine's configuration: reading it takes longer than the hash.
  if (OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL) != 1) return 0;
  unsigned int size = 32;
  return EVP_Digest(bytes, count, digest, &size, EVP_sha256(), NULL);
}

/// Begins a SHA-256 of bytes that come piece by piece; NULL for failure. To be freed by pathbook_sha256_end.
static inline EVP_MD_CTX *pathbook_sha256_begin(void) {
  if (OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL) != 1) return NULL;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1) return context;
  EVP_MD_CTX_free(context);
  return NULL;
}

/// 1 for success, 0 for failure.
static inline int pathbook_sha256_add(EVP_MD_CTX *context, const void *bytes, size_t count) {
  return EVP_DigestUpdate(context, bytes, count);
}

/// Gives the 32 bytes and frees the context; 1 for success, 0 for failure.
static inline int pathbook_sha256_end(EVP_MD_CTX *context, unsigned char digest[32]) {
  unsigned int size = 32;
  int result = EVP_DigestFinal_ex(context, digest, &size);
  EVP_MD_CTX_free(context);
  return result;
}
