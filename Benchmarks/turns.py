"""Runs programs in turns and says what each took of the processor. No program itself.

The figure is processor time, of the program and of all that it starts: another program on the machine changes it least.
Each round runs every program once, in an order of its own. Wall time and the load of the machine stand beside it.
"""
import contextlib
import ctypes
import dataclasses
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Spent:
    """Of one run. With `clients`, seconds are those of one client more."""
    processor: float
    wall: float
    megabytes: float


class Row:
    """What one program took, run after run."""

    def __init__(self, runs):
        self.runs = runs
        self.processor = statistics.median(run.processor for run in runs)
        self.wall = statistics.median(run.wall for run in runs)
        self.megabytes = max(run.megabytes for run in runs)


def run(command, out=None):
    """Once, in an empty folder `out`, which the command names by itself."""
    if out is not None:
        shutil.rmtree(out, ignore_errors=True)
        pathlib.Path(out).mkdir(parents=True)
    # prctl(2), PR_SET_CHILD_SUBREAPER: what a child leaves behind is ours to wait for; the compiler of PDFs ends last.
    if ctypes.CDLL(None).prctl(36, 1, 0, 0, 0) != 0:
        raise SystemExit("what processes leave behind cannot be waited for")
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    spent = Spent(0, 0, 0)
    # The programs that keep the machine busy are children too, and go on.
    while children() - BUSY:
        pid, status, usage = os.wait4(-1, 0)
        if pid in BUSY:
            raise SystemExit("what kept the machine busy has ended")
        spent.processor += usage.ru_utime + usage.ru_stime
        spent.megabytes = max(spent.megabytes, usage.ru_maxrss / 1000)
        if pid == process.pid:
            spent.wall = time.perf_counter() - start
            if status != 0:
                raise SystemExit(f"status {status}: {' '.join(map(str, command))}")
    return spent


def children():
    text = pathlib.Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return {int(pid) for pid in text.split()}


def take_turns(commands, runs, warm_up=1):
    """A ``Row`` for each name of `commands`, which are functions that run something and return what it took."""
    order = random.Random(1)
    names = list(commands)
    taken = {name: [] for name in names}
    for turn in range(warm_up + runs):
        order.shuffle(names)
        for name in names:
            spent = commands[name]()
            if turn >= warm_up:
                taken[name].append(spent)
    return {name: Row(taken[name]) for name in commands}


def per_client(commands, few, many, out):
    """What one client more takes: the start of the program is left out. `commands` make a command for a number of clients."""
    def more(command):
        least, most = run(command(few), out), run(command(many), out)
        clients = many - few
        return Spent((most.processor - least.processor) / clients, (most.wall - least.wall) / clients, most.megabytes)
    return {name: lambda command=command: more(command) for name, command in commands.items()}


def load():
    return f"{os.getloadavg()[0]:.1f} of {os.cpu_count()} cores"


BUSY = set()


# Takes the processor, and its caches.
BURN = "block = bytearray(8 << 20)\nwhile True:\n  for place in range(0, len(block), 64): block[place] = (block[place] + 1) & 255"


@contextlib.contextmanager
def busy_machine():
    """As many programs as cores that take the processor and its caches from those that are measured."""
    programs = [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(os.cpu_count())]
    BUSY.update(program.pid for program in programs)
    try:
        time.sleep(2)
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()
        BUSY.clear()


def print_rows(title, rows, against):
    """In milliseconds, each with how often `against` goes into it."""
    print(f"\n{title}; load {load()}")
    print(f"{'':34}{'CPU ms':>9}{'wall ms':>9}{'MB':>7}{'CPU / ' + against:>26}")
    for name, row in rows.items():
        ratio = row.processor / rows[against].processor
        print(f"{name:34}{row.processor * 1000:9.2f}{row.wall * 1000:9.2f}{row.megabytes:7.0f}{ratio:26.2f}")
    sys.stdout.flush()


def print_agreement(calm, busy, against):
    """Whether a busy machine gives the same ratios."""
    print("ratios on the busy machine over those before (0.90 to 1.10):")
    for name in calm:
        ratio = [rows[name].processor / rows[against].processor for rows in (calm, busy)]
        if name != against:
            print(f"  {name:32}{ratio[1] / ratio[0]:9.2f}")
    sys.stdout.flush()


def print_versions(title, rows):
    """Rows whose names end in `, now` and `, former`, beside each other."""
    print(f"\n{title}; load {load()}")
    print(f"{'':34}{'now, ms':>9}{'former':>9}{'ratio':>7}{'now, MB':>9}{'former':>9}")
    for name, now in rows.items():
        if name.endswith(", now"):
            name = name.removesuffix(", now")
            former = rows[f"{name}, former"]
            print(f"{name:34}{now.processor * 1000:9.2f}{former.processor * 1000:9.2f}"
                  f"{now.processor / former.processor:7.2f}{now.megabytes:9.0f}{former.megabytes:9.0f}")
    sys.stdout.flush()
