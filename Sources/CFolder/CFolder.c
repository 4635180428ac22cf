#define _GNU_SOURCE
#include "CFolder.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int pathbook_exchange(const char *a, const char *b) {
  return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

int pathbook_sync_file_system(int descriptor) { return syncfs(descriptor); }
