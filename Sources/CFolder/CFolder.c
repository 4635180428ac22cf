#define _GNU_SOURCE
#include "CFolder.h"

#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int pathbook_exchange(const char *a, const char *b) {
  return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

int pathbook_open_nameless(const char *folder) { return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); }

int pathbook_sync_file_system(int descriptor) { return syncfs(descriptor); }

int pathbook_close_in_child(void *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

void pathbook_keep_freed_memory(int trim, int map, int more) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, trim);
  mallopt(M_MMAP_THRESHOLD, map);
  mallopt(M_TOP_PAD, more);
#else
  (void)trim;
  (void)map;
  (void)more;
#endif
}
