"""usage: faulty.py PATHBOOK FAULTS OUTPUT ARGUMENT...

Runs PATHBOOK with the arguments, for the engine that is tested. Faults wait as files NUMBER.FAULT in the folder FAULTS; of
those for the shard that is asked for, the first attempt takes one.

killed    the program is ended by SIGKILL after 0.3 seconds of processor time
unheard   once it has succeeded, what would say so is ended by SIGKILL
task      the same, and the process that started it
twice     it runs twice at the same time
late      it waits until another attempt has succeeded, whoever asks it to end
engine    while it writes, the engine's processes that it runs under are ended by SIGKILL: those that start tasks
"""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import time


def shard(arguments):
    number = arguments[arguments.index("--shard") + 1].split("/")[0]
    return os.environ["SLURM_ARRAY_TASK_ID"] if number == "auto" else number


def taken(faults, number):
    for file in sorted(faults.glob(f"{number}.*")):
        try:
            file.rename(faults / f"taken-{file.name}")
            return file.suffix[1:]
        except FileNotFoundError:
            continue
    return None


def parents(pid):
    """From the nearest on, each with its command line."""
    while pid > 1:
        try:
            pid = int(pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
            yield pid, pathlib.Path(f"/proc/{pid}/cmdline").read_text()
        except FileNotFoundError:
            return


ENGINE = "deploy.worker.Worker", "ExecutorBackend", "/parallel\0"


def kill_engine_while_writing(output):
    """In a process of its own, which outlives what it kills."""
    program = os.getpid()
    victims = [pid for pid, command in parents(program) if any(name in command for name in ENGINE)]
    if os.fork() != 0:
        return
    os.setsid()
    while not writes(program, output):
        time.sleep(0.01)
    # The outer first, which would start the inner anew.
    for pid in reversed(victims):
        os.kill(pid, signal.SIGKILL)
    os._exit(0)


def writes(program, folder):
    """Whether it has a hidden folder there open, or is gone."""
    try:
        files = [os.readlink(file) for file in pathlib.Path(f"/proc/{program}/fd").iterdir()]
    except FileNotFoundError:
        return True
    return any(file.startswith(f"{folder}/.pathbook-") for file in files)


def main():
    pathbook, faults, output, *arguments = sys.argv[1:]
    faults, command = pathlib.Path(faults), [pathbook, *arguments]
    if "--shard" not in arguments:
        os.execv(pathbook, command)
    number = shard(arguments)
    fault = taken(faults, number)
    if fault == "killed":
        resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
        # The limit has whole seconds, and counts what came before.
        while time.process_time() < 0.7:
            pass
        os.execv(pathbook, command)
    if fault == "engine":
        kill_engine_while_writing(output)
        os.execv(pathbook, command)
    if fault == "late":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        while not (faults / f"finished-{number}").exists():
            time.sleep(0.05)
    runs = [subprocess.Popen(command) for _ in range(2 if fault == "twice" else 1)]
    code = max(run.wait() for run in runs)
    (faults / f"{'ended-late' if fault == 'late' else 'finished'}-{number}").write_text(str(code))
    if code == 0 and fault == "task":
        os.kill(os.getppid(), signal.SIGKILL)
    if code == 0 and fault in ("unheard", "task"):
        os.kill(os.getpid(), signal.SIGKILL)
    sys.exit(code)


main()
