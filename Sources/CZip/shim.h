#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

/// A second descriptor of the same file, for libzip to own, at the start of the file.
static inline int pathbook_zip_dup(int descriptor) {
  int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (own >= 0) lseek(own, 0, SEEK_SET);
  return own;
}

static inline void pathbook_zip_close(int descriptor) { close(descriptor); }
