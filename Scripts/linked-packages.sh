#!/bin/sh
# usage: Scripts/linked-packages.sh BUILD
# Prints the folders of the Swift packages of which code is in BUILD/pathbook, one a line, by what the linker was given.
set -eu

tr -d "'" <"$1/pathbook.product/Objects.LinkFileList" | sed -n 's|\(.*/[^/]*[.]build\)/.*|\1|p' | sort -u |
  while read -r module; do
    # Of Swift: the list of its sources. Of C: what each object was made of.
    cat "$module/sources" 2>/dev/null || find "$module" -name '*.d' -exec cat {} +
  done | tr -d "'" | tr ' ' '\n' | sed -n 's|\(.*/checkouts/[^/]*\)/.*|\1|p' | sort -u
