#include "ShippedFiles.h"
int shipped_file_count(void) { return 0; }
