/* Addresses of documents: file:///…, and the paths they lead to. What is no file has its address
 * for a path. */
#ifndef HEQI_LSP_URI_H
#define HEQI_LSP_URI_H

#include "base/str.h"

struct str uri_to_path(struct arena *a, struct str uri);
struct str uri_from_path(struct arena *a, struct str path);

/* The path of a file as another names it in its `include`: without . and .., which is looked at as
 * text alone. */
struct str path_beside(struct arena *a, struct str from, struct str path);

#endif
