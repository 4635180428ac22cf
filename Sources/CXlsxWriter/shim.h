#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// The functions below reach into structures that no public function of the library changes: the caches of charts'
// ranges and the list of data validations. Look through them, and through the tests of ReportXLSX, before another
// version is admitted here.
#if LXW_VERSION_ID != 114
#error "Pathbook knows the insides of libxlsxwriter 1.1.4 alone; install that version, or see shim.h of CXlsxWriter"
#endif

/// Puts a point into the cache of a chart's range, and keeps the library from filling it from the cells: for cells
/// with formulas it would note zeros. The library frees the points with the chart.
static inline struct lxw_series_data_point *pathbook_cache_point(lxw_series_range *range) {
  struct lxw_series_data_point *point = calloc(1, sizeof *point);
  if (!point) return NULL;
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->num_data_points++;
  range->ignore_cache = 1;
  return point;
}

static inline bool pathbook_cache_numbers(lxw_series_range *range, const double *numbers, uint16_t count) {
  if (!range || !range->data_cache) return false;
  for (uint16_t index = 0; index < count; index++) {
    struct lxw_series_data_point *point = pathbook_cache_point(range);
    if (!point) return false;
    point->number = numbers[index];
    // What is not known is not drawn.
    if (isnan(numbers[index])) point->no_data = 1;
  }
  return true;
}

static inline bool pathbook_cache_text(lxw_series_range *range, const char *text) {
  if (!range || !range->data_cache) return false;
  struct lxw_series_data_point *point = pathbook_cache_point(range);
  if (!point || !(point->string = strdup(text))) return false;
  point->is_string = 1;
  range->has_string_cache = 1;
  return true;
}

/// Makes the last data validation of a sheet a list that its formula names. The library itself copies the formula of
/// such a list twice, and loses the first copy; that of a number it copies once.
static inline bool pathbook_make_list(lxw_worksheet *worksheet) {
  lxw_data_val_obj *last = NULL, *next;
  STAILQ_FOREACH(next, worksheet->data_validations, list_pointers) last = next;
  if (!last) return false;
  last->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  last->criteria = LXW_VALIDATION_CRITERIA_NONE;
  return true;
}
