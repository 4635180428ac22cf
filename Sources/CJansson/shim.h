#include <jansson.h>

// Reference counting is inline in jansson.h and does not import; this is the one call that is needed.
static inline void pathbook_json_release(json_t *value) { json_decref(value); }
