#!/usr/bin/env bash
# usage: first_ten_minutes.sh built PATHBOOK CHECKOUT    with a command that is built already
#        first_ten_minutes.sh source CHECKOUT            builds and installs it, as the README says
#        first_ten_minutes.sh installed                  with the one that is on the PATH, as a package installs it
#
# What a newcomer does in the first ten minutes, by the README alone: install, demo, a client, a template, another
# occupation, all clients, a session. It works in a new folder with a new home, and stops at the first thing that does not
# hold. FirstTenMinutesTests compares it with the README.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
how=$1
export HOME=$scratch/home
mkdir "$HOME" "$scratch/work"
unset XDG_DATA_HOME

has() { # FILE WORDS
  grep -q -- "$2" "$1" || { echo "first ten minutes: $1 does not say: $2" >&2; exit 1; }
}

is_there() { # FILE...
  for file in "$@"; do
    [ -s "$file" ] || { echo "first ten minutes: $file is missing or empty" >&2; exit 1; }
  done
}

echo "1. Install, and look at the demo"
case $how in
  built)
    mkdir -p ~/.local/bin
    ln -s "$2" ~/.local/bin/pathbook
    (cd "$3" && Scripts/demo.sh "$2" "$scratch/out") | tail -n 1
    is_there "$scratch/out/index.html" "$scratch/out/worked-example.html" "$scratch/out/spanish/worked-example.html"
    ;;
  source)
    cd "$2"
    make demo OUT="$scratch/out"
    make install PREFIX=~/.local
    is_there "$scratch/out/index.html" "$scratch/out/worked-example.html" "$scratch/out/spanish/worked-example.html"
    ;;
  installed) command -v pathbook ;;
esac
export PATH=~/.local/bin:$PATH
cd "$scratch/work"

echo "2. A client"
cat >my-client.json <<'JSON'
{
  "id": "c-2041", "name": "Rosa Ejemplo", "state": "CA",
  "pay_amount": 46000, "pay_basis": "annual", "years_of_experience": 1.5,
  "credentials": ["CPC-A"], "setting": "physician-office", "target_setting": "remote"
}
JSON
pathbook profile check my-client.json
pathbook report my-client.json --output reports
is_there reports/c-2041.csv reports/c-2041.datapackage.json reports/c-2041.xlsx reports/c-2041.txt
has reports/c-2041.txt "Rosa Ejemplo"
[ "$(stat -c %a reports/c-2041.xlsx)" = 600 ]

echo "3. A template"
pathbook template copy standard my-template
sed -i 's/organization: ""/organization: "Harbor Career Center"/' my-template/template.yaml
pathbook template check my-template
pathbook report my-client.json --template my-template --format html --output reports
has reports/c-2041.html "Harbor Career Center"

echo "4. Another occupation"
cat >ann.json <<'JSON'
{"id": "ann", "occupation": "Pharmacy Technicians", "state": "CA", "education": "high-school"}
JSON
pathbook occupation search "pharmacy tech"
pathbook report ann.json --output reports
has reports/ann.txt "Pharmacy Technicians"

echo "5. All clients"
cat >roster.csv <<'CSV'
Student ID,Name,State,Annual Salary,Certs,Setting
S-101,Ana Ejemplo,California,"$41,600",CPC-A,Physician Office
S-102,Bo Example,Texas,54080,CPC; CRC,Hospital
CSV
pathbook roster check roster.csv
pathbook batch roster.csv --output caseload --summary >batch.txt 2>&1
has batch.txt "2 clients written, 0 rejected"
pathbook roster template --output empty.xlsx
is_there caseload/S-101.xlsx caseload/S-102.xlsx caseload/summary.xlsx empty.xlsx

echo "6. In the browser"
coproc SESSION { exec pathbook session --no-browser; }
# It says its address once it answers.
read -r -u "${SESSION[0]}" said
address=$(grep -o 'http://[^ ]*' <<<"$said")
site=${address#http://}
host=${site%%/*}

ask() { # PATH COOKIE
  exec 3<>"/dev/tcp/${host%:*}/${host#*:}"
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close\r\n\r\n' "$1" "$host" "$2" >&3
  cat <&3
  exec 3>&-
}

ask "/${site#*/}" "" >opened.txt
cookie=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' opened.txt)
cp my-client.json ~/Pathbook/c-2041.json
ask / "$cookie" >clients.txt
has clients.txt "Rosa Ejemplo"
ask /client/c-2041 "$cookie" >client.txt
has client.txt "46"
ask / "" >stranger.txt
has stranger.txt "^HTTP/1.1 401"
session=$SESSION_PID
kill -INT "$session"
code=0
wait "$session" || code=$?
[ "$code" = 130 ]

echo "All of it works."
