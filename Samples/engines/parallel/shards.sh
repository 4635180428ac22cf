#!/bin/bash
# usage: shards.sh ROSTER OUTPUT SHARDS REPORT_DATE [OPTION of pathbook batch]...
# After an interruption the same command does what is left: what is done stands in OUTPUT.joblog.
set -eu
roster=$1 output=$2 shards=$3 date=$4
shift 4
seq "$shards" | parallel --quote --retries 3 --joblog "$output.joblog" --resume-failed \
  pathbook batch "$roster" --shard "{}/$shards" --output "$output" --report-date "$date" \
  --pack zip --rejects-ok --jobs 1 --quiet "$@"
