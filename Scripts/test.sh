#!/bin/sh
# usage: Scripts/test.sh PYTHON [OPTION]...
# Runs the tests that are built, with an interpreter that has the readers and with options of `swift test`. Their
# temporary folder is their own, and fails them when something is left in it. TESTS names the build, as the Makefile does.
set -eu

python=$1
shift
scratch=$(mktemp -d "${TMPDIR:-/tmp}/pathbook-tests-XXXXXX")
# Some tests run the command as another user.
chmod 755 "$scratch"
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

TMPDIR=$scratch PATHBOOK_PYTHON=$python SWIFT_BACKTRACE=enable=no swift test --skip-build $TESTS "$@"

# What the package manager leaves is no concern of the tests.
left=$(ls -A "$scratch" | grep -v -e '^TemporaryDirectory[.]' -e '[.]lock$' || true)
[ -z "$left" ] || { printf 'The tests left in their temporary folder:\n%s\n' "$left" >&2; exit 1; }
