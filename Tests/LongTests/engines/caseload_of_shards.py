"""A caseload that an engine writes in shards, held against the same one written by a plain batch. No program itself."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
DATE = "2026-11-23"
OPTIONS = ["--format", "csv,xlsx,txt", "--combined-csv", "--summary"]
SHARDS = 16
# So many that no shard is done after a few tenths of a second.
CLIENTS = 1000


class Caseload:
    def __init__(self, pathbook, folder, bad=True):
        self.pathbook, self.folder = pathbook, pathlib.Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.output, self.faults = self.folder / "out", self.folder / "faults"
        self.temporary, self.bin = self.folder / "tmp", self.folder / "bin"
        for folder in (self.faults, self.temporary, self.bin):
            folder.mkdir()
        program = self.bin / "pathbook"
        words = " ".join(f"'{word}'" for word in (sys.executable, HERE / "faulty.py", pathbook, self.faults, self.output))
        program.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
        program.chmod(0o755)
        self.roster = self.folder / "roster.csv"
        with open(self.roster, "wb") as file:
            generator = ROOT / "Samples/generate_roster.py"
            bad = ["--bad"] if bad else []
            subprocess.run([sys.executable, generator, str(CLIENTS), *bad], stdout=file, check=True)
        self.environment = os.environ | {"PATH": f"{self.bin}:{os.environ['PATH']}", "TMPDIR": str(self.temporary)}

    def fail(self, **faults):
        """`fail(killed=3)`: the first attempt at shard 3 is to be killed."""
        for fault, number in faults.items():
            (self.faults / f"{number}.{fault}").touch()

    def whole(self, roster=None):
        """The same caseload by a plain batch."""
        whole = self.folder / "whole"
        command = [self.pathbook, "batch", roster or self.roster, "--output", whole, "--report-date", DATE, "--quiet", *OPTIONS]
        code = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        expect(code == 65, f"the plain batch: exit code {code}")
        return whole

    def merge(self):
        merged = self.folder / "merged"
        run = subprocess.run(
            [self.pathbook, "caseload", "merge", self.output, "--output", merged], capture_output=True, text=True)
        expect(run.returncode in (0, 65), f"merge: exit code {run.returncode}: {run.stderr}")
        return merged

    def expect_one_result(self, whole, shards=SHARDS):
        """None doubled, none lost, nothing left behind."""
        untouched = [file.name for file in self.faults.iterdir() if file.name[0].isdigit()]
        expect(not untouched, f"faults that never happened: {untouched}")
        wait_for(lambda: not self.processes(), "the programs to end")
        parts = {f"part-{number}-of-{shards}{end}" for number in range(1, shards + 1) for end in (".zip", ".done.json")}
        expect_equal("the files of the output", parts, {path.name for path in self.output.iterdir()})
        expect_equal("what stays in the temporary folder", [], sorted(path.name for path in self.temporary.iterdir()))
        found = {}
        for number in range(1, shards + 1):
            with zipfile.ZipFile(self.output / f"part-{number}-of-{shards}.zip") as archive:
                expect(archive.testzip() is None, f"part {number} is not whole")
                for name in archive.namelist():
                    if not of_the_batch(name):
                        expect(name not in found, f"{name} is in two parts")
                        found[name] = hashlib.sha256(archive.read(name)).hexdigest()
        files = [path for path in whole.rglob("*") if path.is_file()]
        expected = {
            path.relative_to(whole).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files if not of_the_batch(path.name)
        }
        expect(len(expected) > 2500, f"only {len(expected)} files")
        expect_equal("the clients' files", expected, found)
        merged = self.merge()
        for path in files:
            if path.name != "manifest.ndjson" and of_the_batch(path.name):
                expect((merged / path.name).read_bytes() == path.read_bytes(), f"{path.name} is another one")
        expect_equal("the rows of the manifest", rows(whole), rows(merged))

    def processes(self):
        """Programs that still work on this caseload."""
        found = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                command = (process / "cmdline").read_text()
            except (FileNotFoundError, ProcessLookupError, UnicodeDecodeError):
                continue
            if str(self.output) in command and "--shard" in command and int(process.name) != os.getpid():
                found.append(command.replace("\0", " "))
        return found

    def log(self, name):
        return open(self.folder / name, "ab")


def of_the_batch(name):
    return "/" not in name and name.split(".")[0] in ("manifest", "merge", "rejects", "combined", "summary")


def rows(folder):
    """What a manifest says of each row of the roster, but for where and how fast it was written."""
    found = []
    for line in (folder / "manifest.ndjson").read_text().splitlines()[1:]:
        entry = json.loads(line)
        entry.pop("seconds", None)
        entry.pop("part", None)
        found.append(entry)
    return found


def expect(holds, otherwise):
    if not holds:
        print(otherwise)
        sys.exit(1)


def expect_equal(what, expected, found):
    if expected == found:
        return
    if isinstance(expected, dict):
        expected, found = set(expected.items()), set(found.items())
    if isinstance(expected, set):
        expected, found = sorted(expected - found), sorted(found - expected)
    expect(False, f"{what}: expected {str(expected)[:600]}\nfound {str(found)[:600]}")


def wait_for(holds, what, seconds=300):
    """The time is only there so that a test that fails ends."""
    deadline = time.monotonic() + seconds
    while not holds():
        expect(time.monotonic() < deadline, f"waited {seconds} s for {what}")
        time.sleep(0.1)
