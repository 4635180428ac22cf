// Verifies a finished workbook as Pathbook does: every part can be inflated, its sum holds, and its XML is whole.
#include <expat.h>
#include <zip.h>

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
