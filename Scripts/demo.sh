#!/bin/sh
# usage: Scripts/demo.sh PATHBOOK OUT
# Writes the reports of the sample clients and says what to open.
set -eu

pathbook=$1
out=$2
for profile in Samples/clients/*.json; do
  "$pathbook" report "$profile" --output "$out" >/dev/null
done
if "$pathbook" report Samples/clients/worked-example.json --format pdf --output "$out" >/dev/null 2>&1; then
  pdf=yes
else
  pdf=
fi
echo
echo "Reports of the sample clients are in $out/. Open for example:"
[ -z "$pdf" ] || echo "  $out/worked-example.pdf    to hand out, on paper or by mail"
echo "  $out/worked-example.xlsx   in a spreadsheet program"
echo "  $out/worked-example.txt    in any text editor"
echo "  $out/worked-example.csv    in a program that reads data"
echo "Your own client: copy Samples/clients/worked-example.json, change it, and run"
echo "  $pathbook report YOUR-CLIENT.json --output $out"
