#ifndef PATHBOOK_CFOLDER_H
#define PATHBOOK_CFOLDER_H

/// Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE, which Swift's Glibc does not
/// show. 0; -1 and errno when nothing has changed.
int pathbook_exchange(const char *a, const char *b);

/// Opens a new private file (0600) of the folder's file system that has no name: open(2) with O_TMPFILE. Its descriptor;
/// -1 and errno, also on file systems that have no such files.
int pathbook_open_nameless(const char *folder);

/// Waits until all that was written to the file system of an open file is on the disk: syncfs(2). 0; -1 and errno, also
/// for a write that failed before.
int pathbook_sync_file_system(int descriptor);

/// posix_spawn_file_actions_addclosefrom_np(3), which Swift does not see: a program that is started has no descriptor from
/// `first` on. `actions` is a `posix_spawn_file_actions_t *`. Returns 0, or an error number.
int pathbook_close_in_child(void *actions, int first);

/// Has free(3) keep up to `trim` bytes for the next malloc(3) in place of giving them back to the system, and take blocks
/// below `map` bytes from what it keeps, which grows by `more` bytes at a time: mallopt(3) with M_TRIM_THRESHOLD,
/// M_MMAP_THRESHOLD and M_TOP_PAD. Nothing where the C library has no such settings.
void pathbook_keep_freed_memory(int trim, int map, int more);

#endif
