#ifndef PATHBOOK_CFOLDER_H
#define PATHBOOK_CFOLDER_H

/// Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE, which Swift's Glibc does not
/// show. 0; -1 and errno when nothing has changed.
int pathbook_exchange(const char *a, const char *b);

#endif
