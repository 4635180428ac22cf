#pragma once

#include <stddef.h>

// What libxlsxwriter takes from elsewhere, made here: the temporary files of its parts (PartStream.c) and the zip archive
// around them (Package.c). It asks for both by the names of functions in the program's list of symbols, where those of the
// program itself come before those of libraries.

/// A workbook's file in memory.
typedef struct {
  /// To be freed with free(); NULL when there is none.
  unsigned char *bytes;
  size_t count;
} pathbook_package;

/// Closes and frees a workbook as workbook_close() does, and leaves in `package` what that writes to a file.
///
/// - Parameter workbook: a `lxw_workbook *`, whose declaration is CXlsxWriter's, named ::pathbook_in_memory.
/// - Returns: the library's code, of `lxw_error`. It is LXW_ERROR_CREATING_XLSX_FILE where the library packs by other means
///   than those of this program.
int pathbook_close_in_memory(void *workbook, pathbook_package *package);

/// The name to give a workbook that is closed in memory: no file can have it.
extern const char *const pathbook_in_memory;
