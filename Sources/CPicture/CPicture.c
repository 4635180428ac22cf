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
  int (*write_png)(void *, Write, void *);
} libraries;

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static bool find(void *library, const char *name, void *function) {
  void *found = library ? dlsym(library, name) : NULL;
  memcpy(function, &found, sizeof found);
  return found != NULL;
}

static void load(void) {
  void *rsvg = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  void *cairo = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
  void *glib = dlopen("libglib-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
  void *gobject = dlopen("libgobject-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
  is_loaded = find(rsvg, "rsvg_handle_new_from_data", &libraries.handle_new)
      && find(rsvg, "rsvg_handle_get_intrinsic_size_in_pixels", &libraries.intrinsic_size)
      && find(rsvg, "rsvg_handle_render_document", &libraries.render)
      && find(gobject, "g_object_unref", &libraries.unref)
      && find(glib, "g_error_free", &libraries.error_free)
      && find(cairo, "cairo_image_surface_create", &libraries.surface_new)
      && find(cairo, "cairo_create", &libraries.context_new)
      && find(cairo, "cairo_scale", &libraries.scale)
      && find(cairo, "cairo_destroy", &libraries.context_destroy)
      && find(cairo, "cairo_surface_destroy", &libraries.surface_destroy)
      && find(cairo, "cairo_surface_status", &libraries.surface_status)
      && find(cairo, "cairo_surface_write_to_png_stream", &libraries.write_png);
}

typedef struct { unsigned char *bytes; size_t length, capacity; } Buffer;

static int append(void *closure, const unsigned char *data, unsigned length) {
  Buffer *buffer = closure;
  if (buffer->length + length > buffer->capacity) {
    size_t capacity = (buffer->length + length) * 2;
    unsigned char *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) return 1; // CAIRO_STATUS_NO_MEMORY
    buffer->bytes = bytes;
    buffer->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->length, data, length);
  buffer->length += length;
  return 0;
}

static int refuse(char *reason, const char *words, Error *error) {
  snprintf(reason, 200, "%s%s%s", words, error ? ": " : "", error ? error->message : "");
  if (error) libraries.error_free(error);
  return 2;
}

static int draw(void *handle, double scale, Buffer *buffer, char *reason) {
  double width, height;
  if (!libraries.intrinsic_size(handle, &width, &height)) return refuse(reason, "the chart has no size", NULL);
  void *surface = libraries.surface_new(0 /* ARGB32 */, (int)(width * scale + 0.5), (int)(height * scale + 0.5));
  if (libraries.surface_status(surface)) {
    libraries.surface_destroy(surface);
    return refuse(reason, "the picture is too large", NULL);
  }
  void *context = libraries.context_new(surface);
  libraries.scale(context, scale, scale);
  Error *error = NULL;
  Rectangle page = {0, 0, width, height};
  int result = libraries.render(handle, context, &page, &error) ? 0 : refuse(reason, "librsvg", error);
  if (!result && libraries.write_png(surface, append, buffer)) result = refuse(reason, "cairo has no memory", NULL);
  libraries.context_destroy(context);
  libraries.surface_destroy(surface);
  return result;
}

int pathbook_png(const char *svg, size_t svg_length, double scale, unsigned char **png, size_t *length, char *reason) {
  pthread_once(&once, load);
  if (!is_loaded) {
    snprintf(reason, 200, "%s", "librsvg is not installed");
    return 1;
  }
  Error *error = NULL;
  void *handle = libraries.handle_new((const unsigned char *)svg, svg_length, &error);
  if (!handle) return refuse(reason, "librsvg", error);
  Buffer buffer = {0};
  int result = draw(handle, scale, &buffer, reason);
  libraries.unref(handle);
  if (result) {
    free(buffer.bytes);
    return result;
  }
  *png = buffer.bytes;
  *length = buffer.length;
  return 0;
}
