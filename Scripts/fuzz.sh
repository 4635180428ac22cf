#!/bin/sh
# usage: Scripts/fuzz.sh [SECONDS] [TARGET...]
# Feeds each reader of files that strangers hand over (all of Tests/Fuzz/Targets when none is named) with inputs that
# the fuzzer invents, for so many seconds each, 60 if not said. Inputs that reach new code are kept in
# .build/fuzz/corpus and are where the next run goes on; one that breaks a promise goes to .build/fuzz/found, and the
# run fails with the command that repeats it. FUZZ_SANITIZERS=fuzzer,address looks for misused memory as well.
set -eu

seconds=${1:-60}
[ $# = 0 ] || shift
folder=.build/fuzz
sanitizers=${FUZZ_SANITIZERS:-fuzzer}
build=$folder/$(echo "$sanitizers" | tr , -)
PATHBOOK_FUZZ=1 swift build -c release --product Fuzz --scratch-path "$build" \
  -Xswiftc "-sanitize=$sanitizers" -Xcc -fsanitize=fuzzer-no-link
fuzz=$build/release/Fuzz

rm -rf "$folder/tmp"
mkdir -p "$folder/found" "$folder/tmp"
# A failed check of the language ends the process at once, without the minutes that a backtrace takes.
export TMPDIR="$PWD/$folder/tmp" SWIFT_BACKTRACE=enable=no

broken=""
list=$folder/targets
"$fuzz" --list >"$list"
while read -r target length; do
  case " ${*:-$target} " in *" $target "*) ;; *) continue ;; esac
  echo "fuzz: $target"
  mkdir -p "$folder/corpus/$target"
  words=Tests/Fuzz/Dictionaries/$target.dict
  # An input may take 10 seconds of the processor: Fuzz sees to it. The 100 seconds are for one that does not end.
  # The folder named first takes what is found; the inputs of the repository are read, and stay as they are.
  "$fuzz" "$target" -max_total_time="$seconds" -max_len="$length" -timeout=100 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict="$words" -artifact_prefix="$folder/found/$target-" "$folder/corpus/$target" "Tests/Fuzz/Corpus/$target" \
    </dev/null >"$folder/$target.log" 2>&1 || broken="$broken $target"
  grep -E '^broken:|^Fatal error|^SUMMARY|stat::number_of_executed_units' "$folder/$target.log" || true
done <"$list"
[ -n "$broken" ] || exit 0

echo "fuzz: broken:$broken; what happened stands in $folder/TARGET.log; repeat it with" >&2
for target in $broken; do
  input=$(sed -n 's/.*Test unit written to //p' "$folder/$target.log" | tail -n 1)
  echo "  SWIFT_BACKTRACE=enable=no $fuzz $target ${input:-($folder/$target.log has no input)}" >&2
done
exit 1
