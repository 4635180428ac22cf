#!/bin/sh
# usage: fresh_root.sh DEB [TAR]
# Installs the package on a new Debian system in a folder of its own, goes through the first ten minutes of the
# README as an ordinary user, and removes it. Says what does not hold, and fails. Needs root, and the network. TAR has such a system already.
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
scratch=$IN_OWN_SYSTEM
deb=$1
root=$scratch/root
said=$scratch/said

fail() {
  echo "fresh_root.sh: $*" >&2
  tail -n 20 "$said" >&2
  exit 1
}

quietly() { "$@" >"$said" 2>&1 </dev/null || fail "exit code $?: $*"; }

# --- The system: Debian as this machine has it, without a compiler.
. /etc/os-release
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $VERSION_CODENAME" "Created-By: Packages" | head -n 1)
if [ -n "${2:-}" ]; then
  mkdir "$root"
  quietly tar -x -f "$2" -C "$root"
else
  quietly mmdebstrap --variant=minbase --include=man-db,bash-completion,zsh,fish "$VERSION_CODENAME" "$root" "$mirror"
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
# Where this machine has pip trust a certificate of its own, the new one has to as well.
[ -z "${PIP_CERT:-}" ] || cp -L "$PIP_CERT" "$root/etc/pip-cert.pem"
cp "$deb" "$root/pathbook.deb"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

as_root() { quietly chroot "$root" "$@"; }

# With none of this machine's variables but the way into the network.
as_user() { # SHELL-SCRIPT
  quietly chroot "$root" env --ignore-environment HOME=/home/ann PATH=/usr/bin:/bin LC_ALL=C.UTF-8 \
    ${PIP_CERT:+PIP_CERT=/etc/pip-cert.pem} ${https_proxy:+https_proxy="$https_proxy"} su ann -s /bin/sh -c "cd; $1"
}

# Every file but what any installation leaves: the package manager's own, caches and logs.
files() {
  find "$root" \( -path "$root/proc" -o -path "$root/dev" -o -path "$root/sys" -o -path "$root/tmp" -o -path "$root/home" \
    -o -path "$root/var/lib/dpkg" -o -path "$root/var/lib/apt" -o -path "$root/var/cache" -o -path "$root/var/log" \) -prune \
    -o -printf '%P %y %m %U %G %l\n' | sort
}

for program in cc gcc clang swift make; do
  ! chroot "$root" sh -c "command -v $program" >"$said" || fail "there is a compiler"
done
as_root useradd --create-home ann
as_root apt-get update

# --- With what it depends on, and nothing else.
as_root apt-get satisfy --yes --no-install-recommends "$(dpkg-deb --field "$deb" Depends)"
files >"$scratch/before"
as_root dpkg --install /pathbook.deb
as_user 'pathbook --version && cp /usr/share/doc/pathbook/examples/clients/worked-example.json c.json &&
  pathbook report c.json --format csv,xlsx,txt,html --output first && test -s first/worked-example.xlsx'
as_user 'pathbook report c.json --format pdf --output second; test $? = 66'
grep -q 'run "pathbook setup pdf" once' "$said" || fail "the missing compiler is not told"
as_user 'pathbook setup pdf; test $? = 66'
grep -q 'run "sudo apt-get install .*fonts-dejavu-core' "$said" || fail "what is missing is not told"
as_root dpkg --purge pathbook
files >"$scratch/after"
diff "$scratch/before" "$scratch/after" >"$said" || fail "something is left of the package"

# --- With what it recommends, as apt installs it.
as_root apt-get satisfy --yes --no-install-recommends "$(dpkg-deb --field "$deb" Recommends)"
files >"$scratch/before"
as_root apt-get install --yes /pathbook.deb
grep -q '^0 upgraded, 1 newly installed' "$said" || fail "it needs more than it says"

as_user 'pathbook setup pdf && pathbook setup pdf'
as_user 'pathbook report c.json --format pdf --output third && test -s third/worked-example.pdf'

# What a newcomer does, by the README.
install -m 755 "$(dirname "$0")/../pathbookTests/first_ten_minutes.sh" "$root/tmp/first_ten_minutes.sh"
as_user "/tmp/first_ten_minutes.sh installed"

# The manual, and what shells complete.
for page in pathbook pathbook-report pathbook-setup-pdf; do
  as_user "man --pager=cat $page | grep -q 'EXIT STATUS'"
done
as_user 'man --pager=cat pathbook report | grep -q "Write a client"'
as_user 'apropos pathbook | grep -q "pathbook-batch"'
as_user 'bash -c ". /usr/share/bash-completion/bash_completion; _completion_loader pathbook; complete -p pathbook"'
as_user 'zsh -f -c "autoload -Uz compinit && compinit -u -d /tmp/zcompdump && test -n \"\$_comps[pathbook]\""'
as_user 'fish -c "complete --do-complete \"pathbook rep\"" | grep -q "^report"'

as_root apt-get purge --yes pathbook
files >"$scratch/after"
diff "$scratch/before" "$scratch/after" >"$said" || fail "something is left of the package"
echo "fresh_root.sh: all holds"
