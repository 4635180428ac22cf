#!/bin/sh
# usage: Scripts/install-typst.sh
# Installs the compiler and the fonts of --format pdf for this user, where every pathbook of the user finds them.
set -eu

case "${XDG_DATA_HOME:-}" in
  /*) data=$XDG_DATA_HOME ;;
  *) data=$HOME/.local/share ;;
esac
folder=$data/pathbook/typst
requirements=$(dirname "$0")/pdf-requirements.txt

# The list is copied last: where it is, all is.
if ! cmp -s "$requirements" "$folder/requirements.txt"; then
  mkdir -p "$data/pathbook"
  rm -f "$folder/requirements.txt"
  python3 -m venv --clear "$folder"
  "$folder/bin/python3" -m pip install --quiet --disable-pip-version-check -r "$requirements"
  mkdir -p "$folder/fonts"
  cp /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf \
    /usr/share/fonts/truetype/wqy/wqy-microhei.ttc "$folder/fonts"
  cp "$requirements" "$folder/requirements.txt"
fi
echo "The compiler of PDFs is in $folder"
