"""usage: faults.py PATHBOOK ROSTER FOLDER

Makes system calls of a batch fail, one after another: ENOSPC and EIO at the first, second ... of each kind, once and from
then on, by strace. Whatever stands under a final name must be whole, the exit code one of those that are stated, and a
run with --resume must end as one that was left alone. Prints a line of counts.
"""
import collections
import pathlib
import shutil
import subprocess
import sys

CALLS = ["write", "syncfs", "fsync", "rename", "mkdir", "openat", "ftruncate", "pread64", "pwrite64"]
# The first ones are those of a run that begins; the files of its clients follow.
PLACES = [1, 2, 3, 4, 5, 7, 12, 25, 60, 110]
# All done, some rejected, the input cannot be read, the output cannot be made, an I/O failure. 127 is not ours: the
# dynamic loader could not read a library.
STATED = {0, 65, 66, 73, 74, 127}


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.ndjson" and ".pathbook-unfinished" not in path.parts
    }


def main():
    pathbook, roster, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def batch(out, *more, before=()):
        words = [*before, pathbook, "batch", roster, "--output", str(out), "--format", "csv,txt", "--quiet", "--jobs", "2",
                 "--report-date", "2026-11-23", *more]
        return subprocess.run(words, capture_output=True, text=True)

    batch(folder / "whole")
    whole = tree(folder / "whole")
    codes, wrong = collections.Counter(), []
    for call in CALLS:
        for error in ("ENOSPC", "EIO"):
            for place in [f"{number}{rest}" for number in PLACES for rest in ("", "+")]:
                out, fault = folder / "out", f"{call}:error={error}:when={place}"
                shutil.rmtree(out, ignore_errors=True)
                run = batch(out, before=["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={fault}"])
                codes[run.returncode] += 1
                found = tree(out) if out.exists() else {}
                if any(whole.get(name) != content for name, content in found.items() if name != "rejects.csv"):
                    wrong.append(f"{fault}: a file that is not whole")
                if run.returncode not in STATED:
                    wrong.append(f"{fault}: exit {run.returncode}, {run.stderr[-200:]}")
                if run.returncode in (0, 65) and found != whole:
                    wrong.append(f"{fault}: exit {run.returncode}, and files are missing")
                again = batch(out, "--resume")
                if tree(out) != whole:
                    wrong.append(f"{fault}: resumed, exit {again.returncode}, other files; {again.stderr[-200:]}")
    shutil.rmtree(folder)
    if not codes[74]:
        wrong.append("faults that were not felt")
    print(f"{codes.total()} faults, exit codes {dict(sorted(codes.items()))}; not so: {wrong[:10]}")
    sys.exit(1 if wrong else 0)


main()
