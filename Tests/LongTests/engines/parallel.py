"""usage: parallel.py PATHBOOK FOLDER

A caseload in shards by GNU parallel, with a task that is killed, one that runs twice, one whose end nobody hears of, and
GNU parallel killed in the middle.
"""
import csv
import subprocess
import sys

from caseload_of_shards import DATE, OPTIONS, ROOT, SHARDS, Caseload, expect, expect_equal


def main():
    caseload = Caseload(*sys.argv[1:])
    script = ROOT / "Samples/engines/parallel/shards.sh"
    command = [str(word) for word in (script, caseload.roster, caseload.output, SHARDS, DATE, *OPTIONS)]

    def run():
        with caseload.log("parallel.log") as file:
            return subprocess.run(command, env=caseload.environment, stdout=file, stderr=file).returncode

    caseload.fail(killed=3, unheard=5, twice=7, engine=10)
    expect(run() != 0, "GNU parallel was not killed")
    expect(run() == 0, "the same command again: not 0")
    expect(run() == 0, "and once more: not 0")
    with open(f"{caseload.output}.joblog", newline="") as file:
        ends = {int(row["Seq"]): (row["Exitval"], row["Signal"]) for row in csv.DictReader(file, delimiter="\t")}
    expect_equal("the journal of GNU parallel", {number: ("0", "0") for number in range(1, SHARDS + 1)}, ends)
    caseload.expect_one_result(caseload.whole())


if __name__ == "__main__":
    main()
