#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

// What a part of a workbook is printed to, and read back from to be packed: memory; beyond a mebibyte a file, where a
// temporary directory is given.
//
// The library never asks whether its prints succeeded. A stream that has once failed gives nothing back, so that its part
// is empty, which no part may be; a part with a hole in it never comes about.
struct part {
  unsigned char *bytes;
  size_t capacity;
  off_t count;
  off_t position;
  // -1 while it is in memory.
  int file;
  bool has_failed;
  char directory[];
};

enum { SMALL_PART = 1 << 20 };

static bool write_all(int file, const unsigned char *bytes, size_t count, off_t position) {
  while (count > 0) {
    ssize_t written = pwrite(file, bytes, count, position);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= (size_t)written;
    position += written;
  }
  return true;
}

static bool move_to_file(struct part *part) {
  char *path = NULL;
  if (asprintf(&path, "%s/part-XXXXXX", part->directory) < 0) return false;
  part->file = mkostemp(path, O_CLOEXEC);
  // Without its name at once: it is gone when it is closed.
  if (part->file >= 0) unlink(path);
  free(path);
  if (part->file < 0 || !write_all(part->file, part->bytes, (size_t)part->count, 0)) return false;
  free(part->bytes);
  part->bytes = NULL;
  return true;
}

static bool make_room(struct part *part, size_t count) {
  if (count <= part->capacity) return true;
  size_t capacity = part->capacity ? part->capacity : 1 << 14;
  while (capacity < count) capacity *= 2;
  unsigned char *bytes = realloc(part->bytes, capacity);
  if (!bytes) return false;
  part->bytes = bytes;
  part->capacity = capacity;
  return true;
}

static bool put(struct part *part, const char *bytes, size_t count) {
  size_t end = (size_t)part->position + count;
  if (part->file < 0 && end > SMALL_PART && part->directory[0] && !move_to_file(part)) return false;
  if (part->file >= 0) return write_all(part->file, (const unsigned char *)bytes, count, part->position);
  if (!make_room(part, end)) return false;
  memcpy(part->bytes + part->position, bytes, count);
  return true;
}

// fopencookie(3): "should return the number of bytes copied from buf, or 0 on error".
static ssize_t write_part(void *cookie, const char *bytes, size_t count) {
  struct part *part = cookie;
  if (part->has_failed || !put(part, bytes, count)) {
    part->has_failed = true;
    return 0;
  }
  part->position += (off_t)count;
  if (part->position > part->count) part->count = part->position;
  return (ssize_t)count;
}

// fopencookie(3): "should return the number of bytes copied into buf, 0 on end of file, or -1 on error".
static ssize_t read_part(void *cookie, char *bytes, size_t count) {
  struct part *part = cookie;
  if (part->has_failed) return -1;
  off_t rest = part->position < part->count ? part->count - part->position : 0;
  if ((off_t)count > rest) count = (size_t)rest;
  ssize_t got = (ssize_t)count;
  if (part->file < 0) {
    if (count > 0) memcpy(bytes, part->bytes + part->position, count);
  } else {
    do got = pread(part->file, bytes, count, part->position);
    while (got < 0 && errno == EINTR);
    // Also when the file is shorter than what was written to it.
    if (got < 0 || (got == 0 && count > 0)) part->has_failed = true;
  }
  if (part->has_failed) return -1;
  part->position += got;
  return got;
}

// fopencookie(3): "offset … is updated … return value 0 on success, and -1 on error".
static int seek_part(void *cookie, off64_t *offset, int origin) {
  struct part *part = cookie;
  off64_t start = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? part->position : part->count;
  // The library never goes beyond the end.
  if (start + *offset < 0 || start + *offset > part->count) return -1;
  *offset = part->position = start + *offset;
  return 0;
}

static int close_part(void *cookie) {
  struct part *part = cookie;
  if (part->file >= 0) close(part->file);
  free(part->bytes);
  free(part);
  return 0;
}

// utility.h of libxlsxwriter declares it, and the library makes each of its temporary files by it. `tmpdir` is what the
// workbook's options name, NULL for none.
FILE *lxw_tmpfile(char *tmpdir) {
  const char *directory = tmpdir ? tmpdir : "";
  struct part *part = calloc(1, sizeof *part + strlen(directory) + 1);
  if (!part) return NULL;
  part->file = -1;
  strcpy(part->directory, directory);
  FILE *stream = fopencookie(
    part, "w+",
    (cookie_io_functions_t){.read = read_part, .write = write_part, .seek = seek_part, .close = close_part});
  if (!stream) free(part);
  return stream;
}
