#pragma once

#include <stddef.h>

/// How a picture ended. `reason` holds up to 200 bytes of words of the library that refused, in the cases that name it.
enum {
  PATHBOOK_PICTURE_DRAWN = 0,
  /// A library or a function of it is not there; `reason` names it.
  PATHBOOK_PICTURE_NO_LIBRARY = 1,
  /// librsvg does not take the document; `reason` says why.
  PATHBOOK_PICTURE_BAD_SVG = 2,
  /// More pixels a side than cairo draws.
  PATHBOOK_PICTURE_TOO_LARGE = 3,
  PATHBOOK_PICTURE_NO_MEMORY = 4,
  /// Drawing or packing failed in another way; `reason` says how.
  PATHBOOK_PICTURE_REFUSED = 5,
};

/// Draws an SVG document as a PNG picture.
///
/// librsvg and cairo are loaded when the first picture is asked for, and stay loaded: many pictures take one process.
///
/// - Returns: one of the above; PATHBOOK_PICTURE_DRAWN with the picture in `png` (to be freed with free) and its `length`.
int pathbook_png(const char *svg, size_t svg_length, double scale, unsigned char **png, size_t *length, char *reason);
