"""usage: chaos.py PATHBOOK ROSTER FOLDER RUNS FORMATS

Kills a batch at random moments, takes it up again, and holds what comes out against an undisturbed run: byte for byte,
the manifest excepted. After each kill, what stands under a final name must be whole. Prints a line of counts.
"""
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.ndjson" and ".pathbook-unfinished" not in path.parts
    }


def main():
    pathbook, roster, folder, runs, formats = sys.argv[1:]
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def batch(out, *more):
        return [pathbook, "batch", roster, "--output", str(out), "--format", formats, "--quiet", "--combined-csv",
                "--summary", "--report-date", "2026-11-23", "--jobs", "2", "--layout", "fanned", *more]

    start = time.monotonic()
    subprocess.run(batch(folder / "whole"), stdout=subprocess.DEVNULL, check=False)
    length = time.monotonic() - start
    whole = tree(folder / "whole")
    chance = random.Random(29_2072)
    kills = halves = 0
    for run in range(int(runs)):
        out = folder / "killed"
        shutil.rmtree(out, ignore_errors=True)
        for more in ([], ["--resume"]):
            # The first run is killed for certain: one that was faster than its like is begun again, with less time.
            while True:
                process = subprocess.Popen(batch(out, *more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(chance.uniform(0, length))
                is_killed = process.poll() is None
                if is_killed:
                    process.send_signal(signal.SIGKILL)
                    kills += 1
                process.wait()
                if is_killed or more:
                    break
                length *= 0.8
                shutil.rmtree(out)
            for name, content in tree(out).items() if out.exists() else ():
                # The files of the whole batch come last, from what there is.
                if name.split(".")[0] not in ("combined", "rejects", "summary") and whole.get(name) != content:
                    halves += 1
                    print("not whole:", name)
        end = subprocess.run(batch(out, "--resume"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = tree(out)
        if found != whole or end.returncode not in (0, 65) or (out / ".pathbook-unfinished").exists():
            different = [name for name in set(found) | set(whole) if found.get(name) != whole.get(name)]
            print(f"run {run}: exit {end.returncode}, different: {sorted(different)[:5]}")
            sys.exit(1)
    shutil.rmtree(folder)
    print(f"{runs} runs, {kills} killed, {len(whole)} files the same each time, {halves} half files")
    sys.exit(1 if halves or kills < int(runs) // 2 else 0)


main()
