"""usage: engines.py PATHBOOK FOLDER ROWS [ROUNDS]

What a caseload in 16 shards takes of the processor on GNU parallel, Slurm and Spark, held against one batch that writes the
same reports into one archive.

The figure is processor time, user and system, as the kernel counts it for a control group with all processes: those of
the engine's daemons too, from the submission to the end of the merge. That the daemons start is not in it: a cluster
stands. Spark has one worker with every core. Its driver and its executor belong to one caseload, and are in it. Each round runs all in an order of its own.
It needs the right to make a control group, so it runs as root.
"""
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/LongTests/engines"))
import slurm  # noqa: E402
import spark  # noqa: E402

SHARDS, DATE = 16, "2026-11-23"
REPORT = ["--format", "csv,xlsx,txt"]
ALLOWED = {"GNU parallel": 3, "Slurm": 3, "Spark": 8}


class ControlGroup:
    """This process and all that it starts from now on."""

    def __init__(self, name="pathbook-engines"):
        root = pathlib.Path("/sys/fs/cgroup")
        self.is_new = (root / "cgroup.controllers").exists()
        self.folder = (root if self.is_new else root / "cpuacct") / name
        self.folder.mkdir(exist_ok=True)
        (self.folder / "cgroup.procs").write_text(str(os.getpid()))

    def seconds(self):
        if not self.is_new:
            return int((self.folder / "cpuacct.usage").read_text()) / 1e9
        lines = (self.folder / "cpu.stat").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("usage_usec")) / 1e6

    def leave(self):
        """An empty group can be removed."""
        (self.folder.parent / "cgroup.procs").write_text(str(os.getpid()))
        self.folder.rmdir()


class Engines:
    def __init__(self, pathbook, folder, rows):
        self.folder, self.out = folder, folder / "out"
        (folder / "bin").mkdir(parents=True)
        (folder / "bin/pathbook").symlink_to(pathbook)
        self.environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
        self.roster = folder / "roster.csv"
        with open(self.roster, "wb") as file:
            self.run(sys.executable, ROOT / "Samples/generate_roster.py", rows, stdout=file)

    def run(self, *command, stdout=subprocess.DEVNULL):
        words = [str(word) for word in command]
        subprocess.run(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=stdout, check=True)

    def one_batch(self):
        self.out.mkdir()
        self.run("pathbook", "batch", self.roster, "--output", self.out / "all.zip", "--pack", "zip", "--report-date", DATE, "--quiet", *REPORT)

    def merge(self):
        self.run("pathbook", "caseload", "merge", self.out, "--output", self.folder / "merged")

    def by_parallel(self):
        self.run(ROOT / "Samples/engines/parallel/shards.sh", self.roster, self.out, SHARDS, DATE, *REPORT)
        self.merge()

    def by_slurm(self, cluster):
        cluster.submit("--wait", ROOT / "Samples/engines/slurm/shards.sh", self.roster, self.out, DATE, *REPORT)
        cluster.submit("--wait", f"--wrap=pathbook caseload merge {self.out} --output {self.folder}/merged")

    def by_spark(self, cluster):
        cluster.run(
            self.roster, self.out, "--shards", SHARDS, "--report-date", DATE, "--manifest", self.folder / "manifest.parquet", *REPORT)
        self.merge()

    def clean(self):
        for path in (self.out, self.folder / "merged", self.folder / "manifest.parquet"):
            shutil.rmtree(path, ignore_errors=True)
        self.out.with_suffix(".joblog").unlink(missing_ok=True)


def load():
    return f"{os.getloadavg()[0]:.1f} of {os.cpu_count()} cores"


def main():
    pathbook, folder, rows, *rounds = sys.argv[1:]
    rounds = int(rounds[0]) if rounds else 1
    folder = pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    engines = Engines(pathlib.Path(pathbook).resolve(), folder, rows)
    group = ControlGroup()
    taken = {}
    with slurm.Slurm(folder / "slurm", engines.environment) as one, spark.Spark(
        folder / "spark", engines.environment, hosts=spark.HOSTS[:1], cores=os.cpu_count()
    ) as two:
        ways = {
            "one batch": engines.one_batch, "GNU parallel": engines.by_parallel, "Slurm": lambda: engines.by_slurm(one),
            "Spark": lambda: engines.by_spark(two),
        }
        order = random.Random(1)
        for turn in range(rounds):
            for name in order.sample(list(ways), len(ways)):
                engines.clean()
                before, start = group.seconds(), load()
                ways[name]()
                taken.setdefault(name, []).append(group.seconds() - before)
                print(f"round {turn + 1}, {name}: {taken[name][-1]:.1f} s; load {start} before, {load()} after", flush=True)
    group.leave()
    shutil.rmtree(folder)
    batch = statistics.median(taken["one batch"])
    print(f"\n{rows} clients, {SHARDS} shards, csv, xlsx and txt, {rounds} rounds: one batch takes {batch:.1f} s of the processor")
    for name, most in ALLOWED.items():
        seconds = statistics.median(taken[name])
        print(f"{name:14}{seconds:8.1f} s {100 * (seconds / batch - 1):+6.1f} % (at most {most})")


main()
