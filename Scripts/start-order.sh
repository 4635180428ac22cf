#!/bin/sh
# usage: Scripts/start-order.sh PROGRAM
# Prints the functions that one report in each format and a small batch call, in the order of their first call: what the linker is
# to lay side by side, so that a start maps few pages of the program. PROGRAM has its symbols.
set -eu

program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

nm "$program" | awk 'NF == 3 && $2 ~ /^[tTwW]$/ { print $3 }' | sort -u >"$folder/functions"
record() {
  valgrind --quiet --tool=callgrind --demangle=no --callgrind-out-file="$folder/called" "$program" "$@" >&2
  # fn=(12) name, and 'n behind a name that calls itself.
  sed -n "s/^c\{0,1\}fn=([0-9]*) \([^ ]*\)$/\1/p" "$folder/called" | sed "s/'[0-9]*$//"
}
{
  for format in csv txt html xlsx; do
    record report Samples/clients/worked-example.json --output "$folder/out" --format "$format"
  done
  record batch Samples/rosters/crm.csv --rejects-ok --output "$folder/batch" --format csv,txt,html,xlsx --summary --jobs 1
} | awk -v functions="$folder/functions" '
  BEGIN { while ((getline name < functions) > 0) known[name] = 1 }
  known[$0] && !seen[$0]++'
