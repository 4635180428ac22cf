#!/bin/sh
# usage: Scripts/demo.sh PATHBOOK OUT
# Writes the reports of three sample clients in every format, and OUT/index.html, which shows what there is.
set -eu

pathbook=$1
out=$2
index=$out/index.html

write() { # CLIENT FOLDER FORMATS [OPTIONS]
  profile=Samples/clients/$1.json
  folder=$2
  formats=$3
  shift 3
  "$pathbook" report "$profile" --output "$folder" --format "$formats" "$@" >/dev/null
}

link() { # FILE TITLE WHAT-AND-FOR-WHOM
  echo "<li><a href=\"$1\">$2</a><br>$3</li>" >>"$index"
}

client() { # CLIENT NAME STORY
  echo "<h2>$2</h2><p>$3</p><ul>" >>"$index"
  write "$1" "$out" csv,xlsx,txt,html
  link "$1.html" "Page" "For the client, on a screen or a phone, or attached to a mail. With a what-if to try."
  if [ "$pdf" ]; then
    write "$1" "$out" pdf
    link "$1.pdf" "PDF" "For the client, on paper or by mail."
  fi
  link "$1.xlsx" "Workbook" "For the client or you, in Excel, LibreOffice or Google Sheets. Charts, a what-if, and all figures to filter."
  link "$1.txt" "Text" "For a mail or any text editor."
  link "$1.csv" "CSV" "For a program: a row for each figure. <a href=\"$1.datapackage.json\">Its columns are described here.</a>"
}

mkdir -p "$out"
# Without the compiler of PDFs (exit code 66) everything else is written.
code=0
write worked-example "$out" pdf 2>/dev/null || code=$?
case $code in
  0) pdf=yes ;;
  66) pdf= ;;
  *) exit "$code" ;;
esac

cat >"$index" <<'HTML'
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pathbook: sample reports</title>
<style>
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; color: #1b1b1b; background: #fff }
h1, h2 { color: #1f3864; line-height: 1.2 }
h2 { margin: 2rem 0 0; padding-top: 1rem; border-top: 2px solid #b45309 }
li { margin: .6rem 0 }
li > a:first-child { font-weight: bold }
code { background: #f2f2f2 }
</style>
</head>
<body>
<h1>Pathbook: sample reports</h1>
<p>Three invented clients and what Pathbook writes for them.</p>
HTML
[ "$pdf" ] || echo "<p><strong>There are no PDFs here</strong>, because their compiler is missing. Run <code>make pdf</code>, then <code>make demo</code> again.</p>" >>"$index"

client worked-example "Rosa Ejemplo" \
  "An entry-level coder in California, who wants to work from home in risk adjustment. Her report in every form:"
if [ "$pdf" ]; then
  write worked-example "$out/brief" pdf --template brief
  link brief/worked-example.pdf "One page" "For the client who wants it short: template <code>brief</code>, as a PDF."
  write worked-example "$out/full" pdf --template full
  link full/worked-example.pdf "Everything" "For the client who wants every table: template <code>full</code>, as a PDF."
  write worked-example "$out/advisor" pdf --copy advisor
  link advisor/worked-example.pdf "Advisor's copy" "For you alone: a page with your notes and open questions, then the report. A PDF."
fi
write worked-example "$out/session" html --template session
link session/worked-example.html "Session" "For you and the client at a shared screen: one subject at a time, with the arrow keys or buttons. Template <code>session</code>."
write worked-example "$out/spanish" html --template standard-es
link spanish/worked-example.html "Spanish" "For a client who reads Spanish: template <code>standard-es</code>."
if [ "$pdf" ]; then
  write worked-example "$out/spanish" pdf --template standard-es
  link spanish/worked-example.pdf "Spanish PDF" "The same, on paper or by mail."
fi
echo "</ul>" >>"$index"

client new-entrant "Nia Newcomer" "New to the field, in Texas, with a high school education. She would like to work in a hospital."
echo "</ul>" >>"$index"

client auditor "Max Mustermann-Auditor" "A coding auditor in Washington State, with eleven years of experience and three credentials."
echo "</ul>" >>"$index"

cat >>"$index" <<HTML
<h2>Your own client</h2>
<p>Copy <code>Samples/clients/worked-example.json</code>, change it, and run
<code>$pathbook report YOUR-CLIENT.json --output $out</code> in Pathbook's folder.</p>
</body>
</html>
HTML

[ "$pdf" ] || echo "There are no PDFs: run \"make pdf\" first."
echo "open $index"
