#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// An archive that is written as a stream. libarchive is loaded when the first is asked for.
typedef struct pathbook_archive pathbook_archive;

/// Begins an archive on an open file.
///
/// - Returns: NULL when libarchive is not there or refuses; `reason` then holds up to 200 bytes of words.
pathbook_archive *pathbook_archive_open(int descriptor, int is_zip, char *reason);

/// Begins a file of so many bytes. `seconds` since 1970 is when it was changed; a zip leaves it out, since it would
/// differ with the time zone.
///
/// - Returns: 0; else the error number of libarchive, -1 without one: `reason` says why, and the archive is of no more use but to be closed.
int pathbook_archive_begin(pathbook_archive *archive, const char *path, int64_t size, int64_t seconds, char *reason);

/// Adds bytes to the file; as pathbook_archive_begin.
int pathbook_archive_add(pathbook_archive *archive, const void *bytes, size_t count, char *reason);

/// Ends the archive and frees it, also when it fails; as pathbook_archive_begin. The file stays open.
int pathbook_archive_close(pathbook_archive *archive, char *reason);

/// Whether libarchive is installed: 1, or 0.
int pathbook_archive_is_there(void);

/// Opens an archive, a zip or a tar, to read it from its start; the descriptor stays the caller's.
///
/// - Returns: as pathbook_archive_open.
pathbook_archive *pathbook_archive_read(int descriptor, char *reason);

/// Goes on to the next file of the archive. Its name is valid until the next call; NULL for one that cannot be told.
///
/// - Returns: 0; 1 at the end of the archive; -1 for what is no archive, and `reason` says why.
int pathbook_archive_read_next(pathbook_archive *archive, const char **name, char *reason);

/// Reads bytes of the file.
///
/// - Returns: how many, 0 at its end; -1 for damage, and `reason` says what.
ssize_t pathbook_archive_read_bytes(pathbook_archive *archive, void *bytes, size_t count, char *reason);

/// Ends the reading and frees the archive.
void pathbook_archive_read_end(pathbook_archive *archive);
