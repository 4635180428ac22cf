# usage: awk -v version=VERSION -v parent=NAME -v exit_codes=FILE -f Scripts/manual-page.awk PAGE
# Arranges a page that generate-manual has made of a command's help as pages of a manual are: options, exit codes and examples in
# sections of their own, and pages found as "man pathbook-report" or "man pathbook report".

function shown_name(name) { gsub(/[.]/, "-", name); return name }

# A line of an example, as it is typed.
function literal(line) { gsub(/-/, "\\-", line); return line ~ /^[.']/ ? "\\&" line : line }

BEGIN { part = "head" }

/^[.]\\" / { next }
/^[.]Dt / { $2 = toupper(shown_name($2)); print; next }
/^[.]Os/ { print ".Os \"Pathbook " version "\""; next }
/^[.]Sh / { part = substr($0, 5); gsub(/"/, "", part) }
/^[.]Sh (NAME|SYNOPSIS)/ { print; next }
part == "NAME" && /^[.]Nm / { name = substr($0, 5); gsub(/"/, "", name); page = name; gsub(/ /, "-", page); print ".Nm " page; next }
part == "NAME" && /^[.]Nd / { abstract = $0; gsub(/^[.]Nd "|"$/, "", abstract); sub(/[.]"$/, "\""); print; next }
part == "SYNOPSIS" && /^[.]Nm$/ { print ".Nm \"" name "\""; next }
part == "head" || part == "NAME" || part == "SYNOPSIS" { print; next }
/^[.]Sh / { next }

# What the help says, and then its list of arguments and options.
part == "DESCRIPTION" && /^[.]Bl / { part = "OPTIONS" }
part == "OPTIONS" { options[++option_count] = $0; next }
part == "DESCRIPTION" && /^EXAMPLES?$/ { part = "EXAMPLES"; next }
part == "DESCRIPTION" && /^EXIT CODES$/ { part = "EXIT CODES"; next }
part == "EXAMPLES" && /^[.]Bl / { part = "OPTIONS"; options[++option_count] = $0; next }
part == "EXAMPLES" && /^[^ ]/ && !/^$/ { part = $0 == "EXIT CODES" ? $0 : "DESCRIPTION"; if (part != "DESCRIPTION") next }
part == "EXAMPLES" { if (NF) examples[++example_count] = literal(substr($0, 3)); next }
part == "EXIT CODES" { if (!NF) part = "DESCRIPTION"; next }
part == "DESCRIPTION" { if (NF) description[++line_count] = $0; else if (line_count) description[++line_count] = ".Pp"; next }
part == "SEE ALSO" && /^[.]Xr / { references[++reference_count] = shown_name($2); next }

END {
  print ".Sh DESCRIPTION"
  while (line_count && description[line_count] == ".Pp") line_count--
  if (!line_count) print abstract
  for (i = 1; i <= line_count; i++)
    if (description[i] != ".Pp" || description[i - 1] != ".Pp") print description[i]
  if (option_count) {
    print ".Sh OPTIONS"
    for (i = 1; i <= option_count; i++)
      # An empty paragraph before the next option.
      if (options[i] != ".Pp" || options[i + 1] !~ /^[.](It|El)/) print options[i]
  }
  print ".Sh EXIT STATUS"
  print ".Bl -tag -width Ds"
  while ((getline line < exit_codes) > 0) {
    sub(/^ +/, "", line)
    gap = match(line, /  +/)
    print ".It " substr(line, 1, gap - 1)
    print substr(line, gap + RLENGTH)
  }
  print ".El"
  if (example_count) {
    print ".Sh EXAMPLES"
    print ".Bd -literal"
    for (i = 1; i <= example_count; i++) print examples[i]
    print ".Ed"
  }
  print ".Sh SEE ALSO"
  if (parent != "") references[++reference_count] = shown_name(parent)
  for (i = 1; i <= reference_count; i++) print ".Xr " references[i] " 1" (i < reference_count ? " ," : "")
  if (!reference_count) print "/usr/share/doc/pathbook"
}
