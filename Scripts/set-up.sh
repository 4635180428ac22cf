#!/bin/sh
# usage: Scripts/set-up.sh PACKAGE...
# Installs the Debian packages that are missing when it may, else prints the one command to run and fails.
set -eu

missing=""
for package in "$@"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

command="apt-get update && apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  as=""
elif command -v sudo >/dev/null 2>&1 && sudo --non-interactive true 2>/dev/null; then
  as="sudo"
else
  echo "Pathbook needs these Debian packages:$missing" >&2
  echo "Run this once, then try again:" >&2
  echo "  sudo sh -c '$command'" >&2
  exit 1
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$as sh -c "$(echo "$command" | sed 's/apt-get /apt-get -qq -o DPkg::Lock::Timeout=120 /g')" >/dev/null
