"""usage: shards.py chaos PATHBOOK ROSTER FOLDER SHARDS ROUNDS FORMATS
       shards.py many PATHBOOK ROSTER FOLDER SHARDS FORMATS
       shards.py faults PATHBOOK ROSTER FOLDER SHARDS FORMATS

chaos: makes the parts of a caseload with several attempts at each, of which most are killed at random moments, some while another
one is at work; merges them, and holds what comes out against one batch of the whole roster. Every second round has archives.
many: makes each part once, two at a time, merges them, and does the same.
faults: makes system calls of an attempt and of a merge fail, one after another, by strace. There must be no part, or a whole one with
its record, and no merged folder, or a whole one; nothing else is left, and the next attempt ends as one that was left alone.
All print a line of counts.
"""
import collections
import hashlib
import json
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import time


CALLS = ["write", "syncfs", "fsync", "rename", "renameat", "renameat2", "mkdir", "openat", "pread64", "flock"]
# The first ones are those of a run that begins; the files of its clients follow.
PLACES = [1, 2, 3, 5, 9, 20, 45, 90]
# Done, bad data, the input cannot be read, the output cannot be made, an I/O failure. 127 is not ours: the dynamic loader
# could not read a library.
STATED = {0, 65, 66, 73, 74, 127}


def digests(folder):
    """The SHA-256 of every file, by its path; files of gigabytes are among them."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            with open(path, "rb") as file:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def journal(folder):
    """Its lines without what may differ between a batch and its parts."""
    for line in open(folder / "manifest.ndjson", encoding="utf-8"):
        entry = json.loads(line)
        entry.pop("seconds", None)
        entry.pop("part", None)
        yield entry


def differences(whole, merged):
    """The names of the files over the whole caseload that differ; at least one must be there."""
    names = [{path.name for path in folder.iterdir() if path.name.split(".")[0] in ("rejects", "combined", "summary")}
             for folder in (whole, merged)]
    wrong = sorted(names[0] ^ names[1])
    for name in names[0] & names[1]:
        with open(whole / name, "rb") as one, open(merged / name, "rb") as other:
            if hashlib.file_digest(one, "sha256").digest() != hashlib.file_digest(other, "sha256").digest():
                wrong.append(name)
    if list(journal(whole)) != list(journal(merged)):
        wrong.append("manifest.ndjson")
    return wrong if names[0] else ["nothing to compare"]


def seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    mode, pathbook, roster, folder, shards, *rest = sys.argv[1:]
    folder, shards, formats = pathlib.Path(folder), int(shards), rest[-1]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def batch(out, *more):
        return [pathbook, "batch", roster, "--output", str(out), "--format", formats, "--quiet", "--combined-csv",
                "--summary", "--report-date", "2026-11-23", "--jobs", "1", "--rejects-ok", *more]

    def run(words):
        return subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def start(words):
        return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    wrong = []

    def check(result, what):
        if result.returncode != 0:
            wrong.append(f"{what}: exit {result.returncode}, {result.stderr[-300:]}")

    before = seconds()
    check(run(batch(folder / "whole")), "whole")
    cost = {"whole": seconds() - before}
    if mode == "many":
        before, waiting, running = seconds(), list(range(1, shards + 1)), []
        while waiting or running:
            while waiting and len(running) < 2:
                number = waiting.pop()
                running.append((number, start(batch(folder / "parts", "--shard", f"{number}/{shards}"))))
            number, process = running.pop(0)
            if process.wait() != 0:
                wrong.append(f"shard {number}: exit {process.returncode}")
        cost["parts"], before = seconds() - before, seconds()
        check(run([pathbook, "caseload", "merge", str(folder / "parts"), "--output", str(folder / "merged")]), "merge")
        cost["merge"] = seconds() - before
        wrong += differences(folder / "whole", folder / "merged")
        clients = sum(1 for entry in journal(folder / "merged") if entry.get("status") == "done")
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        costs = ", ".join(f"{name} {value:.1f} s" for name, value in cost.items())
        print(f"{clients} clients in {shards} parts; CPU: {costs}; largest process {largest} MiB; not so: {wrong[:10]}")
    elif mode == "faults":
        alone, parts, merged = folder / "alone", folder / "parts", folder / "merged"
        for shard in range(1, shards + 1):
            check(run(batch(alone, "--shard", f"{shard}/{shards}")), f"shard {shard}")
        check(run([pathbook, "caseload", "merge", str(alone), "--output", str(merged)]), "merge")
        whole, joined = digests(alone / f"part-1-of-{shards}"), digests(merged)
        codes = collections.Counter()
        for call in CALLS:
            for error in ("ENOSPC", "EIO"):
                for place in [f"{number}{rest}" for number in PLACES for rest in ("", "+")]:
                    fault = f"{call}:error={error}:when={place}"
                    trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={fault}"]
                    shutil.rmtree(parts, ignore_errors=True)
                    shutil.rmtree(merged, ignore_errors=True)
                    words = batch(parts, "--shard", f"1/{shards}")
                    result = run(trace + words)
                    codes[result.returncode] += 1
                    part, record = parts / f"part-1-of-{shards}", parts / f"part-1-of-{shards}.done.json"
                    if result.returncode not in STATED:
                        wrong.append(f"{fault}: exit {result.returncode}, {result.stderr[-200:]}")
                    if (result.returncode == 0 or record.exists()) and not (record.exists() and digests(part) == whole):
                        wrong.append(f"{fault}: exit {result.returncode}, and the part is not whole")
                    if part.exists() and digests(part) != whole:
                        wrong.append(f"{fault}: half a part")
                    check(run(words), f"{fault}: again")
                    names = sorted(path.name for path in parts.iterdir())
                    if names != sorted([part.name, record.name]) or digests(part) != whole:
                        wrong.append(f"{fault}: afterwards {names}")
                    words = [pathbook, "caseload", "merge", str(alone), "--output", str(merged)]
                    result = run(trace + words)
                    codes[result.returncode] += 1
                    if result.returncode not in STATED:
                        wrong.append(f"{fault}: merge, exit {result.returncode}, {result.stderr[-200:]}")
                    if (result.returncode == 0 or merged.exists()) and digests(merged) != joined:
                        wrong.append(f"{fault}: merge, exit {result.returncode}, and not whole")
        if not codes[74]:
            wrong.append("faults that were not felt")
        print(f"{codes.total()} faults, exit codes {dict(sorted(codes.items()))}; not so: {wrong[:10]}")
    else:
        kills = 0
        chance = random.Random(29_2072)
        undisturbed = {}
        for number in range(int(rest[0])):
            pack = ["--pack", chance.choice(["zip", "tar"])] if number % 2 else []
            parts, merged = folder / "parts", folder / "merged"
            for path in (parts, merged):
                shutil.rmtree(path, ignore_errors=True)
            for shard in range(1, shards + 1):
                words = batch(parts, "--shard", f"{shard}/{shards}", *pack)
                begin = time.monotonic()
                alone = folder / "alone"
                shutil.rmtree(alone, ignore_errors=True)
                check(run(batch(alone, "--shard", f"{shard}/{shards}", *pack)), "alone")
                length = time.monotonic() - begin
                undisturbed.update((name, content) for name, content in digests(alone).items() if not name.endswith(".done.json"))
                for _ in range(2):
                    attempts = [start(words) for _ in range(chance.choice([1, 2]))]
                    for attempt in attempts:
                        time.sleep(chance.uniform(0, length))
                        if attempt.poll() is None:
                            attempt.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM]))
                            kills += 1
                    for attempt in attempts:
                        attempt.wait()
                    record = parts / f"part-{shard}-of-{shards}.done.json"
                    if record.exists() and not (parts / json.loads(record.read_text())["part"]).exists():
                        wrong.append(f"{record.name} without its part")
                attempts = [start(words), start(words)]
                if [attempt.wait() for attempt in attempts] != [0, 0]:
                    wrong.append(f"shard {shard}: two attempts, exit {[attempt.returncode for attempt in attempts]}")
            left = [path.name for path in parts.iterdir() if path.name.startswith(".") or not path.name.startswith("part-")]
            if left or len(list(parts.iterdir())) != 2 * shards:
                wrong.append(f"left behind: {left}, {len(list(parts.iterdir()))} names")
            found = {name: content for name, content in digests(parts).items() if not name.endswith(".done.json")}
            if found != undisturbed:
                wrong.append(f"round {number}: parts are not as those that were left alone")
            undisturbed = {}
            check(run([pathbook, "caseload", "merge", str(parts), "--output", str(merged)]), "merge")
            wrong += differences(folder / "whole", merged)
        if not kills:
            wrong.append("no attempt was killed")
        print(f"{rest[0]} rounds, {kills} attempts killed; not so: {wrong[:10]}")
    shutil.rmtree(folder)
    sys.exit(1 if wrong else 0)


main()
