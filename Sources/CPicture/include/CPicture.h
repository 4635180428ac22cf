#pragma once

#include <stddef.h>

/// Draws an SVG document as a PNG picture.
///
/// librsvg and cairo are loaded when the first picture is asked for, and stay loaded: many pictures take one process.
///
/// - Returns: 0, and the picture in `png` (to be freed with free) with its `length`; 1 when the libraries are not there;
///   2 when they refuse. `reason` then holds up to 200 bytes of words.
int pathbook_png(const char *svg, size_t svg_length, double scale, unsigned char **png, size_t *length, char *reason);
