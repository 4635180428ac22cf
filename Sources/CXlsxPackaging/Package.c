#define _GNU_SOURCE
#include "CXlsxPackaging.h"

#include <dlfcn.h>
#include <libdeflate.h>
#include <minizip/zip.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// The five functions of minizip that libxlsxwriter calls. Within pathbook_close_in_memory they make the archive in memory,
// deflated by libdeflate; elsewhere they are minizip's own.

const char *const pathbook_in_memory = "/dev/null/in-memory.xlsx";

struct bytes {
  unsigned char *start;
  size_t count, capacity;
};

struct archive {
  struct libdeflate_compressor *compressor;
  struct bytes out;
  struct bytes directory;
  unsigned entries;
  // The part that is taken in.
  struct bytes part;
  const char *name;
  bool is_whole;
};

// Of this thread, while pathbook_close_in_memory runs.
static _Thread_local struct archive *current;

// zlib's level too, unless one asks for another.
enum { LEVEL = 6 };

static unsigned char *extend(struct bytes *bytes, size_t count) {
  if (bytes->count + count > bytes->capacity) {
    size_t capacity = bytes->capacity ? bytes->capacity : 1 << 14;
    while (capacity < bytes->count + count) capacity *= 2;
    unsigned char *start = realloc(bytes->start, capacity);
    if (!start) return NULL;
    bytes->start = start;
    bytes->capacity = capacity;
  }
  return bytes->start + bytes->count;
}

static bool append(struct bytes *bytes, const void *more, size_t count) {
  unsigned char *end = extend(bytes, count);
  if (!end) return false;
  if (count > 0) memcpy(end, more, count);
  bytes->count += count;
  return true;
}

// MARK: - The format of zip files (APPNOTE.TXT of PKWARE, 4.3)

static unsigned char *put16(unsigned char *place, unsigned value) {
  place[0] = value & 0xFF;
  place[1] = value >> 8 & 0xFF;
  return place + 2;
}

static unsigned char *put32(unsigned char *place, size_t value) {
  return put16(put16(place, value & 0xFFFF), value >> 16 & 0xFFFF);
}

struct entry {
  uint32_t crc;
  size_t packed, count, offset, name_length;
};

// From "version needed to extract" to "extra field length": the same in both headers.
static unsigned char *put_description(unsigned char *place, const struct entry *entry) {
  enum { VERSION = 20, DEFLATED = 8, MIDNIGHT = 0, FIRST_OF_1980 = 0x21 };
  place = put16(put16(place, VERSION), 0);
  place = put16(put16(put16(place, DEFLATED), MIDNIGHT), FIRST_OF_1980);
  place = put32(put32(put32(place, entry->crc), entry->packed), entry->count);
  return put16(put16(place, (unsigned)entry->name_length), 0);
}

static bool append_directory_entry(struct archive *archive, const struct entry *entry) {
  unsigned char header[46];
  unsigned char *place = put16(put32(header, 0x02014B50), 20);
  place = put_description(place, entry);
  // No comment, first disk, no attributes.
  memset(place, 0, 10);
  put32(place + 10, entry->offset);
  return append(&archive->directory, header, sizeof header)
    && append(&archive->directory, archive->name, entry->name_length);
}

// The part deflated right behind its header, which needs to know its length.
static bool append_part(struct archive *archive) {
  struct bytes *part = &archive->part, *out = &archive->out;
  enum { HEADER = 30 };
  struct entry entry = {
    .crc = libdeflate_crc32(0, part->start, part->count), .count = part->count, .offset = out->count,
    .name_length = strlen(archive->name)};
  size_t bound = libdeflate_deflate_compress_bound(archive->compressor, part->count);
  unsigned char *header = extend(out, HEADER + entry.name_length + bound);
  if (!header) return false;
  unsigned char *content = header + HEADER + entry.name_length;
  entry.packed = libdeflate_deflate_compress(archive->compressor, part->start, part->count, content, bound);
  if (entry.packed == 0) return false;
  put_description(put32(header, 0x04034B50), &entry);
  memcpy(header + HEADER, archive->name, entry.name_length);
  out->count += HEADER + entry.name_length + entry.packed;
  archive->entries++;
  return append_directory_entry(archive, &entry);
}

static bool append_end(struct archive *archive) {
  unsigned char end[22];
  unsigned char *place = put32(put32(end, 0x06054B50), 0);
  place = put16(put16(place, archive->entries), archive->entries);
  place = put32(put32(place, archive->directory.count), archive->out.count);
  put16(place, 0);
  return append(&archive->out, archive->directory.start, archive->directory.count)
    && append(&archive->out, end, sizeof end)
    // What the fields of the format hold.
    && archive->entries < UINT16_MAX && archive->out.count < UINT32_MAX;
}

// MARK: - In place of minizip

#define MINIZIP(function) ((typeof(&function))dlsym(RTLD_NEXT, #function))

zipFile zipOpen(const char *path, int append) {
  if (current) return current;
  typeof(&zipOpen) original = MINIZIP(zipOpen);
  return original ? original(path, append) : NULL;
}

int zipOpenNewFileInZip4_64(
  zipFile file, const char *name, const zip_fileinfo *info, const void *local, uInt local_count, const void *global,
  uInt global_count, const char *comment, int method, int level, int raw, int window_bits, int memory_level,
  int strategy, const char *password, uLong crc, uLong version, uLong flags, int zip64
) {
  if (!current || file != current) {
    typeof(&zipOpenNewFileInZip4_64) original = MINIZIP(zipOpenNewFileInZip4_64);
    return original
      ? original(
          file, name, info, local, local_count, global, global_count, comment, method, level, raw, window_bits,
          memory_level, strategy, password, crc, version, flags, zip64)
      : ZIP_INTERNALERROR;
  }
  // The library keeps the name until it closes the part.
  current->name = name;
  current->part.count = 0;
  return ZIP_OK;
}

int zipWriteInFileInZip(zipFile file, const void *bytes, unsigned count) {
  if (!current || file != current) {
    typeof(&zipWriteInFileInZip) original = MINIZIP(zipWriteInFileInZip);
    return original ? original(file, bytes, count) : ZIP_INTERNALERROR;
  }
  return append(&current->part, bytes, count) ? ZIP_OK : ZIP_INTERNALERROR;
}

int zipCloseFileInZip(zipFile file) {
  if (!current || file != current) {
    typeof(&zipCloseFileInZip) original = MINIZIP(zipCloseFileInZip);
    return original ? original(file) : ZIP_INTERNALERROR;
  }
  // A part is empty when its stream has failed. Its length has 32 bits in the format.
  bool is_whole = current->part.count > 0 && current->part.count < UINT32_MAX && append_part(current);
  return is_whole ? ZIP_OK : ZIP_INTERNALERROR;
}

int zipClose(zipFile file, const char *comment) {
  if (!current || file != current) {
    typeof(&zipClose) original = MINIZIP(zipClose);
    return original ? original(file, comment) : ZIP_INTERNALERROR;
  }
  current->is_whole = append_end(current);
  return current->is_whole ? ZIP_OK : ZIP_INTERNALERROR;
}

int pathbook_close_in_memory(void *workbook, pathbook_package *package) {
  struct archive archive = {.compressor = libdeflate_alloc_compressor(LEVEL)};
  *package = (pathbook_package){0};
  if (!archive.compressor) {
    lxw_workbook_free(workbook);
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  }
  current = &archive;
  lxw_error code = workbook_close(workbook);
  current = NULL;
  // It may pack by other means.
  if (code == LXW_NO_ERROR && !archive.is_whole) code = LXW_ERROR_ZIP_CLOSE;
  if (code == LXW_NO_ERROR) *package = (pathbook_package){archive.out.start, archive.out.count};
  else free(archive.out.start);
  free(archive.directory.start);
  free(archive.part.start);
  libdeflate_free_compressor(archive.compressor);
  return code;
}
