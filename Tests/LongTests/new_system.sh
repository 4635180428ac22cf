#!/bin/sh
# usage: new_system.sh DEB [TAR]
# What a newcomer does in the first ten minutes, on a new Debian system in a folder of its own, without a compiler: root installs the
# package, an ordinary user goes through the README, root removes the package. Needs root, and the network; TAR has such a
# system already.
set -eu

if [ -z "${IN_OWN_SYSTEM:-}" ]; then
  # What is mounted and started ends with this.
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  IN_OWN_SYSTEM=$scratch unshare --mount --pid --fork --kill-child sh "$0" "$@"
  exit
fi
root=$IN_OWN_SYSTEM/root
script=$(dirname "$0")/../pathbookTests/first_ten_minutes.sh

. /etc/os-release
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $VERSION_CODENAME" "Created-By: Packages" | head -n 1)
if [ -n "${2:-}" ]; then
  mkdir "$root"
  tar -x -f "$2" -C "$root"
else
  mmdebstrap --quiet --variant=minbase "$VERSION_CODENAME" "$root" "$mirror" 2>"$IN_OWN_SYSTEM/said" ||
    { cat "$IN_OWN_SYSTEM/said" >&2; exit 1; }
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp "$1" "$root/pathbook.deb"
install -m 755 "$script" "$root/first_ten_minutes.sh"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

in_it() { chroot "$root" "$@" </dev/null >"$IN_OWN_SYSTEM/said" 2>&1 || { cat "$IN_OWN_SYSTEM/said" >&2; exit 1; }; }

in_it useradd --create-home ann
in_it apt-get -qq update
in_it apt-get -qq install --yes --no-install-recommends /pathbook.deb
in_it su - ann -s /bin/bash -c "/first_ten_minutes.sh installed"
cat "$IN_OWN_SYSTEM/said"
in_it apt-get -qq purge --yes pathbook
[ ! -e "$root/usr/bin/pathbook" ] && [ ! -e "$root/usr/share/doc/pathbook" ] ||
  { echo "new_system.sh: the package leaves something" >&2; exit 1; }
