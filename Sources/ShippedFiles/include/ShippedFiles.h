#ifndef PATHBOOK_SHIPPED_FILES_H
#define PATHBOOK_SHIPPED_FILES_H

#include <stddef.h>

/// The number of files in the binary: the shipped dataset and the templates.
size_t shipped_file_count(void);

/// The path of a file, such as `datasets/medical-coding/pay.csv`. `index` is below the count.
const char *shipped_file_name(size_t index);

/// The first byte of a file; not terminated. The memory is static.
const unsigned char *shipped_file_bytes(size_t index);

/// The number of bytes of a file.
size_t shipped_file_length(size_t index);

#endif
