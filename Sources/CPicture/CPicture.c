#include "CPicture.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The few declarations of cairo, GLib and librsvg that are used, so that nobody needs their headers to build.
typedef struct { double x, y, width, height; } Rectangle;
typedef struct { unsigned domain; int code; char *message; } Error;
typedef int (*Write)(void *closure, const unsigned char *data, unsigned length);

static struct {
  void *(*handle_new)(const unsigned char *, size_t, Error **);
  int (*intrinsic_size)(void *, double *, double *);
  int (*render)(void *, void *, const Rectangle *, Error **);
  void (*unref)(void *);
  void (*error_free)(Error *);
  void *(*surface_new)(int, int, int);
  void *(*context_new)(void *);
  void (*scale)(void *, double, double);
  void (*context_destroy)(void *);
  void (*surface_destroy)(void *);
  int (*surface_status)(void *);
  int (*context_status)(void *);
  const char *(*status_words)(int);
  int (*write_png)(void *, Write, void *);
} libraries;

// cairo.h, cairo_status_t. cairo_image_surface_create gives INVALID_SIZE for a side above 32,767 pixels.
enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_NO_MEMORY = 1, CAIRO_STATUS_INVALID_SIZE = 32 };

static char missing[200];
static pthread_once_t once = PTHREAD_ONCE_INIT;

// What is missed first is what is told.
static void *open_library(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library && !missing[0]) {
    const char *words = dlerror();
    snprintf(missing, sizeof missing, "%s", words ? words : name);
  }
  return library;
}

static void find(void *library, const char *name, void *function) {
  void *found = library ? dlsym(library, name) : NULL;
  memcpy(function, &found, sizeof found);
  if (library && !found && !missing[0]) snprintf(missing, sizeof missing, "%s is not in the library", name);
}

static void load(void) {
  void *rsvg = open_library("librsvg-2.so.2");
  void *cairo = open_library("libcairo.so.2");
  void *glib = open_library("libglib-2.0.so.0");
  void *gobject = open_library("libgobject-2.0.so.0");
  find(rsvg, "rsvg_handle_new_from_data", &libraries.handle_new);
  find(rsvg, "rsvg_handle_get_intrinsic_size_in_pixels", &libraries.intrinsic_size);
  find(rsvg, "rsvg_handle_render_document", &libraries.render);
  find(gobject, "g_object_unref", &libraries.unref);
  find(glib, "g_error_free", &libraries.error_free);
  find(cairo, "cairo_image_surface_create", &libraries.surface_new);
  find(cairo, "cairo_create", &libraries.context_new);
  find(cairo, "cairo_scale", &libraries.scale);
  find(cairo, "cairo_destroy", &libraries.context_destroy);
  find(cairo, "cairo_surface_destroy", &libraries.surface_destroy);
  find(cairo, "cairo_surface_status", &libraries.surface_status);
  find(cairo, "cairo_status", &libraries.context_status);
  find(cairo, "cairo_status_to_string", &libraries.status_words);
  find(cairo, "cairo_surface_write_to_png_stream", &libraries.write_png);
}

typedef struct { unsigned char *bytes; size_t length, capacity; } Buffer;

static int append(void *closure, const unsigned char *data, unsigned length) {
  Buffer *buffer = closure;
  if (buffer->length + length > buffer->capacity) {
    size_t capacity = (buffer->length + length) * 2;
    unsigned char *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) return CAIRO_STATUS_NO_MEMORY;
    buffer->bytes = bytes;
    buffer->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->length, data, length);
  buffer->length += length;
  return 0;
}

static int refuse(int code, char *reason, Error *error) {
  snprintf(reason, 200, "%s", error && error->message ? error->message : "no reason given");
  if (error) libraries.error_free(error);
  return code;
}

// What one of cairo's states means; PATHBOOK_PICTURE_DRAWN when nothing is wrong.
static int judge(int status, char *reason) {
  switch (status) {
    case CAIRO_STATUS_SUCCESS: return PATHBOOK_PICTURE_DRAWN;
    case CAIRO_STATUS_NO_MEMORY: return PATHBOOK_PICTURE_NO_MEMORY;
    case CAIRO_STATUS_INVALID_SIZE: return PATHBOOK_PICTURE_TOO_LARGE;
  }
  snprintf(reason, 200, "cairo: %s", libraries.status_words(status));
  return PATHBOOK_PICTURE_REFUSED;
}

static int draw(void *handle, double scale, Buffer *buffer, char *reason) {
  double width, height;
  if (!libraries.intrinsic_size(handle, &width, &height)) {
    snprintf(reason, 200, "it has no size");
    return PATHBOOK_PICTURE_BAD_SVG;
  }
  // Above this cairo refuses; and the number must fit an int.
  double across = width * scale + 0.5, down = height * scale + 0.5;
  if (!(across < 1e9 && down < 1e9)) return PATHBOOK_PICTURE_TOO_LARGE;
  void *surface = libraries.surface_new(0 /* ARGB32 */, (int)across, (int)down);
  int result = judge(libraries.surface_status(surface), reason);
  if (!result) {
    void *context = libraries.context_new(surface);
    libraries.scale(context, scale, scale);
    Error *error = NULL;
    Rectangle page = {0, 0, width, height};
    bool is_drawn = libraries.render(handle, context, &page, &error);
    result = judge(libraries.context_status(context), reason);
    if (!is_drawn && !result) result = refuse(PATHBOOK_PICTURE_BAD_SVG, reason, error);
    else if (error) libraries.error_free(error);
    if (!result) result = judge(libraries.write_png(surface, append, buffer), reason);
    libraries.context_destroy(context);
  }
  libraries.surface_destroy(surface);
  return result;
}

int pathbook_png(const char *svg, size_t svg_length, double scale, unsigned char **png, size_t *length, char *reason) {
  pthread_once(&once, load);
  if (missing[0]) {
    snprintf(reason, 200, "%s", missing);
    return PATHBOOK_PICTURE_NO_LIBRARY;
  }
  Error *error = NULL;
  void *handle = libraries.handle_new((const unsigned char *)svg, svg_length, &error);
  if (!handle) return refuse(PATHBOOK_PICTURE_BAD_SVG, reason, error);
  Buffer buffer = {0};
  int result = draw(handle, scale, &buffer, reason);
  libraries.unref(handle);
  if (result) {
    free(buffer.bytes);
    return result;
  }
  *png = buffer.bytes;
  *length = buffer.length;
  return PATHBOOK_PICTURE_DRAWN;
}
