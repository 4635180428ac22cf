#include "CArchive.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The types of the functions are those of the library's headers. Nobody needs the headers to build: without them these
// declarations of libarchive 3 take their place.
#if __has_include(<archive.h>) && __has_include(<archive_entry.h>)
#include <archive.h>
#include <archive_entry.h>
#else
enum { ARCHIVE_EOF = 1, ARCHIVE_OK = 0, ARCHIVE_WARN = -20, AE_IFREG = 0100000 };
struct archive;
struct archive_entry;
struct archive *archive_write_new(void);
int archive_write_set_format_zip(struct archive *);
int archive_write_set_format_pax_restricted(struct archive *);
int archive_write_open_fd(struct archive *, int);
int archive_write_header(struct archive *, struct archive_entry *);
ssize_t archive_write_data(struct archive *, const void *, size_t);
int archive_write_close(struct archive *);
int archive_write_free(struct archive *);
const char *archive_error_string(struct archive *);
int archive_errno(struct archive *);
struct archive_entry *archive_entry_new(void);
void archive_entry_free(struct archive_entry *);
void archive_entry_set_pathname_utf8(struct archive_entry *, const char *);
void archive_entry_set_size(struct archive_entry *, int64_t);
void archive_entry_set_filetype(struct archive_entry *, unsigned int);
void archive_entry_set_perm(struct archive_entry *, mode_t);
void archive_entry_set_mtime(struct archive_entry *, time_t, long);
struct archive *archive_read_new(void);
int archive_read_support_format_zip(struct archive *);
int archive_read_support_format_tar(struct archive *);
int archive_read_open_fd(struct archive *, int, size_t);
int archive_read_next_header(struct archive *, struct archive_entry **);
ssize_t archive_read_data(struct archive *, void *, size_t);
int archive_read_free(struct archive *);
const char *archive_entry_pathname(struct archive_entry *);
#endif

// Every function that is used, by its name.
#define FUNCTIONS(function) \
  function(archive_write_new) \
  function(archive_write_set_format_zip) \
  function(archive_write_set_format_pax_restricted) \
  function(archive_write_open_fd) \
  function(archive_write_header) \
  function(archive_write_data) \
  function(archive_write_close) \
  function(archive_write_free) \
  function(archive_error_string) \
  function(archive_errno) \
  function(archive_entry_new) \
  function(archive_entry_free) \
  function(archive_entry_set_pathname_utf8) \
  function(archive_entry_set_size) \
  function(archive_entry_set_filetype) \
  function(archive_entry_set_perm) \
  function(archive_entry_set_mtime) \
  function(archive_read_new) \
  function(archive_read_support_format_zip) \
  function(archive_read_support_format_tar) \
  function(archive_read_open_fd) \
  function(archive_read_next_header) \
  function(archive_read_data) \
  function(archive_read_free) \
  function(archive_entry_pathname)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } library;

struct pathbook_archive { struct archive *archive; bool is_zip; };

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *from = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  is_loaded = from != NULL;
  // dlsym(3): POSIX lets a data pointer be copied to a function pointer.
#define FIND(name) \
  if (is_loaded) { \
    void *found = dlsym(from, #name); \
    memcpy(&library.name, &found, sizeof found); \
    is_loaded = found != NULL; \
  }
  FUNCTIONS(FIND)
}

// archive_util(3): "archive_errno() Returns a numeric error code (see errno(2)) … archive_error_string() Returns a
// textual error message"; the number may be -1, and the message NULL.
static int fail(struct archive *archive, char *reason) {
  const char *words = archive ? library.archive_error_string(archive) : NULL;
  snprintf(reason, 200, "%s", words ? words : "libarchive refused");
  int code = archive ? library.archive_errno(archive) : 0;
  return code > 0 ? code : -1;
}

pathbook_archive *pathbook_archive_open(int descriptor, int is_zip, char *reason) {
  pthread_once(&once, load);
  if (!is_loaded) {
    snprintf(reason, 200, "libarchive is not installed");
    return NULL;
  }
  struct archive *archive = library.archive_write_new();
  // Without times of access and creation, so that the same files give the same bytes.
  bool is_ready = archive && (is_zip ? library.archive_write_set_format_zip(archive) : library.archive_write_set_format_pax_restricted(archive)) == ARCHIVE_OK
      && library.archive_write_open_fd(archive, descriptor) == ARCHIVE_OK;
  pathbook_archive *result = is_ready ? malloc(sizeof *result) : NULL;
  if (!result) {
    fail(archive, reason);
    if (archive) library.archive_write_free(archive);
    return NULL;
  }
  result->archive = archive;
  result->is_zip = is_zip;
  return result;
}

int pathbook_archive_begin(pathbook_archive *archive, const char *path, int64_t size, int64_t seconds, char *reason) {
  struct archive_entry *entry = library.archive_entry_new();
  if (!entry) return fail(NULL, reason);
  library.archive_entry_set_pathname_utf8(entry, path);
  library.archive_entry_set_size(entry, size);
  library.archive_entry_set_filetype(entry, AE_IFREG);
  library.archive_entry_set_perm(entry, 0600);
  // libarchive turns the time of a zip's entry into the local one: without a time it is 1980-01-01 in every zone.
  if (!archive->is_zip) library.archive_entry_set_mtime(entry, (time_t)seconds, 0);
  int code = library.archive_write_header(archive->archive, entry);
  library.archive_entry_free(entry);
  return code == ARCHIVE_OK ? 0 : fail(archive->archive, reason);
}

int pathbook_archive_add(pathbook_archive *archive, const void *bytes, size_t count, char *reason) {
  // "On success, returns the number of bytes actually written, or -1"; zero bytes end nothing.
  while (count > 0) {
    ssize_t written = library.archive_write_data(archive->archive, bytes, count);
    if (written <= 0) return fail(archive->archive, reason);
    bytes = (const char *)bytes + written;
    count -= (size_t)written;
  }
  return 0;
}

int pathbook_archive_close(pathbook_archive *archive, char *reason) {
  int code = library.archive_write_close(archive->archive);
  int result = code == ARCHIVE_OK ? 0 : fail(archive->archive, reason);
  library.archive_write_free(archive->archive);
  free(archive);
  return result;
}

int pathbook_archive_is_there(void) {
  pthread_once(&once, load);
  return is_loaded;
}

pathbook_archive *pathbook_archive_read(int descriptor, char *reason) {
  pthread_once(&once, load);
  if (!is_loaded) {
    snprintf(reason, 200, "libarchive is not installed");
    return NULL;
  }
  struct archive *archive = library.archive_read_new();
  bool is_ready = archive && library.archive_read_support_format_zip(archive) == ARCHIVE_OK
      && library.archive_read_support_format_tar(archive) == ARCHIVE_OK
      && library.archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK;
  pathbook_archive *result = is_ready ? malloc(sizeof *result) : NULL;
  if (!result) {
    fail(archive, reason);
    if (archive) library.archive_read_free(archive);
    return NULL;
  }
  result->archive = archive;
  result->is_zip = false;
  return result;
}

int pathbook_archive_read_next(pathbook_archive *archive, const char **name, char *reason) {
  struct archive_entry *entry = NULL;
  // "ARCHIVE_EOF (end of archive)"; after ARCHIVE_WARN the entry can be used.
  int code = library.archive_read_next_header(archive->archive, &entry);
  if (code == ARCHIVE_EOF) return 1;
  if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
    fail(archive->archive, reason);
    return -1;
  }
  *name = library.archive_entry_pathname(entry);
  return 0;
}

ssize_t pathbook_archive_read_bytes(pathbook_archive *archive, void *bytes, size_t count, char *reason) {
  // "the number of bytes actually read, … zero at the end of the entry … negative on error".
  ssize_t result = library.archive_read_data(archive->archive, bytes, count);
  if (result < 0) fail(archive->archive, reason);
  return result < 0 ? -1 : result;
}

void pathbook_archive_read_end(pathbook_archive *archive) {
  library.archive_read_free(archive->archive);
  free(archive);
}
