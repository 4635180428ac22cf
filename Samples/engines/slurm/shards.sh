#!/bin/bash
# usage: sbatch shards.sh ROSTER OUTPUT REPORT_DATE [OPTION of pathbook batch]...
#SBATCH --job-name=pathbook --array=1-16 --cpus-per-task=1 --mem=1G --requeue --open-mode=append --output=%x-%A-%a.log
set -u
roster=$1 output=$2 date=$3
shift 3
pathbook batch "$roster" --shard auto/16 --output "$output" --report-date "$date" --pack zip --rejects-ok --jobs 1 --quiet "$@"
code=$?
# A program that was killed is worth another try, wrong options are not.
[ $code -lt 128 ] || [ "${SLURM_RESTART_COUNT:-0}" -ge 3 ] || scontrol requeue "$SLURM_JOB_ID"
exit $code
