#!/bin/sh
# usage: Scripts/deb.sh BUILD FOLDER
# Makes a Debian package, FOLDER/pathbook_VERSION_ARCHITECTURE.deb, of what Scripts/stage.sh installs. BUILD is a folder of the
# build system with pathbook, linked with Swift's libraries inside, and generate-manual. The same input gives the same bytes.
set -eu

build=$1
folder=$2
scripts=$(cd "$(dirname "$0")" && pwd)
changelog=$scripts/../CHANGELOG.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
umask 022

version=$("$build/pathbook" --version | cut -d ' ' -f 2)
architecture=$(dpkg --print-architecture)
day=$(sed -n 's/^## \[[0-9].*\] - //p' "$changelog" | head -n 1)
# Of everything in the package: the day of the version.
: "${SOURCE_DATE_EPOCH:=$(date --utc --date "$day" +%s)}"
export SOURCE_DATE_EPOCH

root=$work/debian/pathbook
mkdir -p "$root/DEBIAN"
chmod 755 "$root"
cp "$scripts/debian/control" "$work/debian/control"

# What the binary links; what it loads when it is asked for is in control.
binary=$(cd "$build" && pwd)/pathbook
(cd "$work" && dpkg-shlibdeps -Tdebian/substvars "$binary") 2>"$work/words" || {
  cat "$work/words" >&2
  exit 1
}
# It passes over libraries without a version in their name, as those of Swift are.
if objdump -p "$binary" | grep -q 'NEEDED .*[.]so$'; then
  echo "$build/pathbook needs libraries that no Debian package has; link it with --static-swift-stdlib" >&2
  exit 1
fi

"$scripts/stage.sh" "$build" /usr "$root"

maintainer=$(sed -n 's/^Maintainer: //p' "$work/debian/control")
cat >"$work/debian/changelog" <<END
pathbook ($version) stable; urgency=medium

  * What has changed is in CHANGELOG.md.

 -- $maintainer  $(LC_ALL=C date --utc --date "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')
END
gzip -9n <"$work/debian/changelog" >"$root/usr/share/doc/pathbook/changelog.gz"

(cd "$work" && dpkg-gencontrol -Tdebian/substvars -Pdebian/pathbook >/dev/null)
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +

# One thread: how many there are shows in the bytes.
mkdir -p "$folder"
dpkg-deb --root-owner-group --threads-max=1 --build "$root" "$work/package.deb" >/dev/null
mv "$work/package.deb" "$folder/pathbook_${version}_$architecture.deb"
echo "$folder/pathbook_${version}_$architecture.deb"
