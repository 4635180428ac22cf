"""usage: rejects.py ROSTER FOLDER

Holds a batch against its roster, without Pathbook: which lines are bad is read from the ids that the generator gives
them; each is in rejects.csv with its line, each other client has a file, and the manifest has both.
"""
import csv
import io
import json
import pathlib
import sys


def main():
    roster, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    good, bad, line = set(), set(), 1
    lines = roster.read_bytes().split(b"\r\n")
    for raw in lines[:-1]:
        if line > 1:
            if raw.startswith(b"client-"):
                good.add(raw.split(b",")[0].decode())
            else:
                bad.add(line)
        line += 1 + raw.count(b"\n")
    text = (folder / "rejects.csv").read_bytes().decode("utf-8-sig", "replace")
    rejected = [int(row["reject_line"]) for row in csv.DictReader(io.StringIO(text, newline=""))]
    entries = [json.loads(one) for one in (folder / "manifest.ndjson").read_text().splitlines()[1:]]
    done = {entry["client"] for entry in entries if entry["status"] == "done"}
    files = {path.name[: -len(".csv")] for path in folder.rglob("client-*.csv")}
    problems = [
        name for name, holds in {
            "rejects have the bad lines, in order": rejected == sorted(bad),
            "the manifest has the good clients": done == good,
            "each good client has a file": files == good,
            "the manifest has the bad lines": sorted(e["line"] for e in entries if e["status"] == "rejected") == sorted(bad),
        }.items() if not holds
    ]
    print(f"{len(good)} good, {len(bad)} bad; not so: {problems}")
    sys.exit(1 if problems else 0)


main()
