#include "CArchive.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The few declarations of libarchive that are used, so that nobody needs its headers to build.
enum { ARCHIVE_OK = 0, AE_IFREG = 0100000 };

static struct {
  void *(*write_new)(void);
  int (*format_zip)(void *);
  int (*format_pax_restricted)(void *);
  int (*set_options)(void *, const char *);
  int (*open_fd)(void *, int);
  int (*header)(void *, void *);
  ssize_t (*data)(void *, const void *, size_t);
  int (*close)(void *);
  int (*free)(void *);
  const char *(*error_string)(void *);
  int (*error_number)(void *);
  void *(*entry_new)(void);
  void (*entry_free)(void *);
  void (*set_pathname_utf8)(void *, const char *);
  void (*set_size)(void *, int64_t);
  void (*set_filetype)(void *, unsigned);
  void (*set_perm)(void *, unsigned);
  void (*set_mtime)(void *, time_t, long);
} library;

struct pathbook_archive { void *archive; bool is_zip; };

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static bool find(void *from, const char *name, void *function) {
  void *found = from ? dlsym(from, name) : NULL;
  memcpy(function, &found, sizeof found);
  return found != NULL;
}

static void load(void) {
  void *from = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  is_loaded = find(from, "archive_write_new", &library.write_new)
      && find(from, "archive_write_set_format_zip", &library.format_zip)
      && find(from, "archive_write_set_format_pax_restricted", &library.format_pax_restricted)
      && find(from, "archive_write_set_options", &library.set_options)
      && find(from, "archive_write_open_fd", &library.open_fd)
      && find(from, "archive_write_header", &library.header)
      && find(from, "archive_write_data", &library.data)
      && find(from, "archive_write_close", &library.close)
      && find(from, "archive_write_free", &library.free)
      && find(from, "archive_error_string", &library.error_string)
      && find(from, "archive_errno", &library.error_number)
      && find(from, "archive_entry_new", &library.entry_new)
      && find(from, "archive_entry_free", &library.entry_free)
      && find(from, "archive_entry_set_pathname_utf8", &library.set_pathname_utf8)
      && find(from, "archive_entry_set_size", &library.set_size)
      && find(from, "archive_entry_set_filetype", &library.set_filetype)
      && find(from, "archive_entry_set_perm", &library.set_perm)
      && find(from, "archive_entry_set_mtime", &library.set_mtime);
}

// archive_util(3): "archive_errno() Returns a numeric error code (see errno(2)) … archive_error_string() Returns a
// textual error message"; the number may be -1, and the message NULL.
static int fail(void *archive, char *reason) {
  const char *words = archive ? library.error_string(archive) : NULL;
  snprintf(reason, 200, "%s", words ? words : "libarchive refused");
  int code = archive ? library.error_number(archive) : 0;
  return code > 0 ? code : -1;
}

pathbook_archive *pathbook_archive_open(int descriptor, int is_zip, char *reason) {
  pthread_once(&once, load);
  if (!is_loaded) {
    snprintf(reason, 200, "libarchive is not installed");
    return NULL;
  }
  void *archive = library.write_new();
  // Without times of access and creation, so that the same files give the same bytes.
  bool is_ready = archive && (is_zip ? library.format_zip(archive) : library.format_pax_restricted(archive)) == ARCHIVE_OK
      && library.open_fd(archive, descriptor) == ARCHIVE_OK;
  pathbook_archive *result = is_ready ? malloc(sizeof *result) : NULL;
  if (!result) {
    fail(archive, reason);
    if (archive) library.free(archive);
    return NULL;
  }
  result->archive = archive;
  result->is_zip = is_zip;
  return result;
}

int pathbook_archive_begin(pathbook_archive *archive, const char *path, int64_t size, int64_t seconds, char *reason) {
  void *entry = library.entry_new();
  if (!entry) return fail(NULL, reason);
  library.set_pathname_utf8(entry, path);
  library.set_size(entry, size);
  library.set_filetype(entry, AE_IFREG);
  library.set_perm(entry, 0600);
  // libarchive turns the time of a zip's entry into the local one: without a time it is 1980-01-01 in every zone.
  if (!archive->is_zip) library.set_mtime(entry, (time_t)seconds, 0);
  int code = library.header(archive->archive, entry);
  library.entry_free(entry);
  return code == ARCHIVE_OK ? 0 : fail(archive->archive, reason);
}

int pathbook_archive_add(pathbook_archive *archive, const void *bytes, size_t count, char *reason) {
  // "On success, returns the number of bytes actually written, or -1"; zero bytes end nothing.
  while (count > 0) {
    ssize_t written = library.data(archive->archive, bytes, count);
    if (written <= 0) return fail(archive->archive, reason);
    bytes = (const char *)bytes + written;
    count -= (size_t)written;
  }
  return 0;
}

int pathbook_archive_close(pathbook_archive *archive, char *reason) {
  int code = library.close(archive->archive);
  int result = code == ARCHIVE_OK ? 0 : fail(archive->archive, reason);
  library.free(archive->archive);
  free(archive);
  return result;
}
