// How the C program begins and ends a workbook: as the library does it by itself, with temporary files in memory; or,
// compiled with PACKED, as Pathbook has it do it.
#include <expat.h>
#include <zip.h>
#ifdef PACKED
#include "CXlsxPackaging.h"
#endif

static lxw_workbook *new_workbook(const char *path) {
#ifdef PACKED
  return workbook_new(pathbook_in_memory);
#else
  lxw_workbook_options options = {.tmpdir = "/dev/shm"};
  return workbook_new_opt(path, &options);
#endif
}

static int close_workbook(lxw_workbook *book, const char *path) {
#ifdef PACKED
  pathbook_package package;
  int code = pathbook_close_in_memory(book, &package);
  if (code != LXW_NO_ERROR) return code;
  FILE *file = fopen(path, "w");
  if (!file || fwrite(package.bytes, 1, package.count, file) != package.count || fclose(file)) return 1;
  free(package.bytes);
  return 0;
#else
  return workbook_close(book);
#endif
}

// What proves a workbook whole that was built in files: every part can be inflated, its sum holds, and its XML is
// well-formed.

static int verify(const char *path) {
  int error = 0, bad = 0;
  zip_t *archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (!archive) return 1;
  zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t index = 0; index < count && !bad; index++) {
    zip_stat_t status;
    zip_file_t *file = zip_stat_index(archive, index, 0, &status) == 0 ? zip_fopen_index(archive, index, 0) : NULL;
    char *bytes = file ? malloc(status.size + 1) : NULL;
    if (!bytes || zip_fread(file, bytes, status.size + 1) != (zip_int64_t)status.size) bad = 1;
    if (file && zip_fclose(file) != 0) bad = 1;
    if (!bad) {
      XML_Parser parser = XML_ParserCreate(NULL);
      if (XML_Parse(parser, bytes, (int)status.size, 1) != XML_STATUS_OK) bad = 1;
      XML_ParserFree(parser);
    }
    free(bytes);
  }
  zip_close(archive);
  return bad;
}
