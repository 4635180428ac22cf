"""usage: slurm.py PATHBOOK FOLDER

A caseload in shards by a job array of Slurm, with tasks that are killed, that run twice, and whose end nobody hears of. Slurm is
one node on this machine, started here and ended here, with ports and files of its own.
"""
import contextlib
import getpass
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys

from caseload_of_shards import DATE, OPTIONS, ROOT, SHARDS, Caseload, expect, wait_for

SCRIPT = ROOT / "Samples/engines/slurm/shards.sh"
CONFIGURATION = """
ClusterName=pathbook
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
MinJobAge=3600
NodeName={host} NodeAddr=127.0.0.1 CPUs={cores} RealMemory=4096 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def free_ports(count):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


class Slurm:
    """One node without systemd; a context."""

    def __init__(self, folder, environment):
        # Paths of sockets are short.
        self.folder = pathlib.Path(folder)
        for name in ("state", "spool"):
            (self.folder / name).mkdir(parents=True)
        self.environment = environment | {"SLURM_CONF": str(self.folder / "slurm.conf")}

    def __enter__(self):
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        text = CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], ports=free_ports(2), user=getpass.getuser(), folder=self.folder,
            cores=os.cpu_count())
        (self.folder / "slurm.conf").write_text(text)
        self.run(
            "munged", "--force", f"--key-file={key}", f"--socket={self.folder}/munge.socket", f"--pid-file={self.folder}/munged.pid",
            f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
        self.run("slurmctld")
        self.run("slurmd")
        wait_for(lambda: "idle" in self.run("sinfo", "--noheader", "--format=%T"), "the node of Slurm")
        return self

    def run(self, *command):
        run = subprocess.run([str(word) for word in command], env=self.environment, capture_output=True, text=True)
        expect(run.returncode == 0, f"{command[0]}: exit code {run.returncode}: {run.stderr}")
        return run.stdout

    def submit(self, *command):
        return self.run("sbatch", "--parsable", f"--chdir={self.folder}", *command).strip()

    def state(self, job):
        """Of each task of an array, or of the one of a job: `COMPLETED`, or what it waits for."""
        lines = self.run("scontrol", "show", "job", job, "--oneliner").splitlines()
        found = {}
        for line in lines:
            fields = dict(word.split("=", 1) for word in line.split() if "=" in word)
            found[fields.get("ArrayTaskId", "")] = fields
        return found

    def wait(self, job):
        """Until no task of it is left. A task that was requeued would wait two minutes."""
        def is_over():
            for fields in self.state(job).values():
                if fields["JobState"] == "PENDING" and fields["Reason"] == "BeginTime":
                    self.run("scontrol", "update", f"JobId={fields['JobId']}", "StartTime=now")
            return all(
                fields["JobState"] in ("COMPLETED", "FAILED", "CANCELLED") or fields["Reason"] == "DependencyNeverSatisfied"
                for fields in self.state(job).values())
        wait_for(is_over, f"job {job}", 900)
        return {task: fields["JobState"] for task, fields in self.state(job).items()}

    def __exit__(self, *_):
        for name in ("slurmd", "slurmctld", "munged"):
            try:
                pid = int((self.folder / f"{name}.pid").read_text())
            except (FileNotFoundError, ValueError):
                continue
            os.kill(pid, signal.SIGTERM)
            wait_for(lambda: not pathlib.Path(f"/proc/{pid}").exists(), f"{name} to end")


def main():
    caseload = Caseload(*sys.argv[1:])
    whole = caseload.whole()
    with Slurm(caseload.folder / "slurm", caseload.environment) as slurm:
        command = [SCRIPT, caseload.roster, caseload.output, DATE, *OPTIONS]
        merge = f"pathbook caseload merge {caseload.output} --output {caseload.folder}/by-job"
        dependent = ["--output=merge-%j.log", "--kill-on-invalid-dep=yes", f"--wrap={merge}"]
        caseload.fail(killed=3, unheard=5, twice=7, task=10)
        array = slurm.submit(*command)
        # Shard 12 a second time, beside the array.
        second = slurm.submit("--array=12", *command)
        merging = slurm.submit(f"--dependency=afterok:{array}", *dependent)
        states = slurm.wait(array)
        failed = [task for task, state in states.items() if state != "COMPLETED"]
        expect(failed == ["10"], f"tasks that failed: {failed}")
        for shard in ("3", "5"):
            expect(slurm.state(array)[shard]["Restarts"] == "1", f"shard {shard} was not requeued")
        expect(set(slurm.wait(second).values()) == {"COMPLETED"}, "the second attempt at shard 12 failed")
        expect(slurm.wait(merging) == {"": "CANCELLED"}, "parts were merged of which Slurm knows no good end")
        # The same again: what is done is done.
        array = slurm.submit(*command)
        merging = slurm.submit(f"--dependency=afterok:{array}", *dependent)
        expect(set(slurm.wait(array).values()) == {"COMPLETED"}, "the same array again failed")
        expect(slurm.wait(merging) == {"": "COMPLETED"}, f"the merge: {slurm.wait(merging)}")
    by_job = caseload.folder / "by-job"
    for name in ("rejects.csv", "combined.csv", "summary.csv"):
        expect((by_job / name).read_bytes() == (whole / name).read_bytes(), f"{name} of the dependent job is another one")
    caseload.expect_one_result(whole)


if __name__ == "__main__":
    main()
