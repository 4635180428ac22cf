#!/bin/sh
# usage: Scripts/stage.sh BUILD PREFIX ROOT
# The one list of what is installed where, for `make install` and for the package. Puts it all under ROOT, as it is to lie under
# PREFIX. BUILD is a folder of the build system with pathbook and generate-manual. The same input gives the same bytes.
set -eu

build=$1
prefix=$2
root=$3
cd "$(dirname "$0")/.."
pathbook=$build/pathbook
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

put() { # MODE SOURCE PLACE
  install -D -m "$1" "$2" "$root$prefix/$3"
}

tree() { # FOLDER PLACE
  find "$1" -type f | sort | while read -r file; do put 644 "$file" "$2/${file#"$1"/}"; done
}

# The command, without what only debuggers read.
strip --strip-unneeded --remove-section=.comment --remove-section=.note -o "$scratch/pathbook" "$pathbook"
put 755 "$scratch/pathbook" bin/pathbook

# The manual, a page for each command. Its day is that of the version.
version=$("$pathbook" --version | cut -d ' ' -f 2)
day=$(sed -n 's/^## \[[0-9].*\] - //p' CHANGELOG.md | head -n 1)
mkdir "$scratch/pages" "$scratch/manual"
"$build/generate-manual" "$pathbook" --multi-page --date "$day" --output-directory "$scratch/pages"
sed -n '/^EXIT CODES$/,/^$/ { /^ / p }' "$scratch/pages/pathbook.1" >"$scratch/exit-codes"
for page in "$scratch"/pages/*.1; do
  name=$(basename "$page" .1)
  parent=${name%.*}
  [ "$parent" != "$name" ] || parent=
  to=$scratch/manual/$(echo "$name" | tr . -).1
  awk -v version="$version" -v parent="$parent" -v exit_codes="$scratch/exit-codes" \
    -f Scripts/manual-page.awk "$page" >"$to"
  gzip -9n "$to"
done
tree "$scratch/manual" share/man/man1

# Debian's zsh looks for the completions of packages in a folder of their own.
case $prefix in
  /usr) zsh=share/zsh/vendor-completions ;;
  *) zsh=share/zsh/site-functions ;;
esac
for shell in bash zsh fish; do "$pathbook" --generate-completion-script $shell >"$scratch/$shell"; done
# It is read by a shell, and never run.
sed -i '1 { /^#!/ d }' "$scratch/bash"
put 644 "$scratch/bash" share/bash-completion/completions/pathbook
put 644 "$scratch/zsh" $zsh/_pathbook
put 644 "$scratch/fish" share/fish/vendor_completions.d/pathbook.fish

sed "s|@bin@|$prefix/bin|" Scripts/pathbook.desktop >"$scratch/desktop"
put 644 "$scratch/desktop" share/applications/pathbook.desktop
put 644 Sources/Session/Pages/Files/icon.svg share/icons/hicolor/scalable/apps/pathbook.svg

# Documents and samples lie to each other as in the checkout, so that their links lead on.
for document in README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md; do put 644 $document share/doc/pathbook/$document; done
for folder in Documentation Samples Templates; do tree $folder share/doc/pathbook/$folder; done
ln -sfn Samples "$root$prefix/share/doc/pathbook/examples"

# What the licenses of the linked packages ask for.
put 644 Scripts/debian/copyright share/doc/pathbook/copyright
Scripts/linked-packages.sh "$build" | while read -r package; do
  [ ! -f "$package/NOTICE.txt" ] ||
    put 644 "$package/NOTICE.txt" "share/doc/pathbook/notices/$(basename "$package").txt"
done
