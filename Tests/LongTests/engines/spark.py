"""usage: spark.py PATHBOOK FOLDER

A caseload in shards on Spark, with tasks that are killed, whose end nobody hears of, that are slow and run a second time on
another host, and with a worker that is killed. Spark is a master and two workers on this machine, each with an address of
its own, started here and ended here: it neither starts a task a second time on the same host nor in its local mode.

It runs in the environment that has PySpark.
"""
import csv
import datetime
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

import pyarrow
import pyarrow.parquet
import pyspark

from caseload_of_shards import DATE, OPTIONS, ROOT, SHARDS, Caseload, expect, expect_equal, rows, wait_for

SCRIPT = ROOT / "Samples/engines/spark/caseload.py"
HOME = pathlib.Path(pyspark.__file__).parent
HOSTS = "127.0.0.2", "127.0.0.3"
LEAN = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


class Spark:
    """A master and its workers, of one core each where nothing else is said; a context."""

    def __init__(self, folder, environment, hosts=HOSTS, cores=1):
        self.hosts, self.cores = hosts, cores
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.environment = environment | {"SPARK_HOME": str(HOME), "PYSPARK_PYTHON": sys.executable, "SPARK_DAEMON_JAVA_OPTS": LEAN}
        self.daemons = []

    def __enter__(self):
        self.daemon("master", "127.0.0.1", "master.Master", "--port", "0", "--webui-port", "0")
        log = self.folder / "master.log"
        wait_for(lambda: re.search(r"Starting Spark master at (spark://\S+)", log.read_text()), "the master of Spark")
        self.master = re.search(r"Starting Spark master at (spark://\S+)", log.read_text())[1]
        for host in self.hosts:
            self.worker(host)
        return self

    def worker(self, host):
        count = (self.folder / "master.log").read_text().count("Registering worker")
        self.daemon(
            f"worker-{host}", host, "worker.Worker", "--cores", self.cores, "--memory", "1g", "--webui-port", "0", "--work-dir",
            self.folder / "work", self.master)
        wait_for(lambda: (self.folder / "master.log").read_text().count("Registering worker") > count, f"the worker on {host}")

    def daemon(self, name, host, kind, *options):
        local = self.folder / f"local-{name}"
        local.mkdir(exist_ok=True)
        environment = self.environment | {"SPARK_LOCAL_IP": host, "SPARK_LOCAL_DIRS": str(local)}
        command = [HOME / "bin/spark-class", f"org.apache.spark.deploy.{kind}", "--host", host, *options]
        with open(self.folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(
                [str(word) for word in command], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.daemons.append(process)

    def driver(self, arguments, **more):
        """Starts the sample on the cluster."""
        settings = {
            "spark.executor.memory": "512m", "spark.executor.extraJavaOptions": LEAN, "spark.ui.enabled": "false", **more}
        options = [f"--conf={name}={value}" for name, value in settings.items()]
        command = [HOME / "bin/spark-submit", "--master", self.master, "--driver-java-options", LEAN, *options, SCRIPT, *arguments]
        local = self.folder / "local-driver"
        local.mkdir(exist_ok=True)
        environment = self.environment | {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(local)}
        with open(self.folder / "driver.log", "ab") as log:
            return subprocess.Popen(
                [str(word) for word in command], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def run(self, *arguments):
        """Runs the sample to its end."""
        self.expect_end(self.driver(arguments))

    def expect_end(self, driver):
        code = driver.wait()
        expect(code == 0, f"spark-submit: exit code {code}: {(self.folder / 'driver.log').read_text()[-3000:]}")

    def watch(self, *arguments):
        """Runs the sample to its end, with speculation, and looks for personal data meanwhile. Returns what Spark says of each
        attempt at a task."""
        events = self.folder / "events"
        events.mkdir(exist_ok=True)
        before = set(events.iterdir())
        driver = self.driver(arguments, **{
            "spark.speculation": "true", "spark.speculation.interval": "1s", "spark.speculation.multiplier": "1.5",
            "spark.speculation.quantile": "0.5", "spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file://{events}",
            "spark.eventLog.compress": "false", "spark.eventLog.rolling.enabled": "false",
        })
        while driver.poll() is None:
            self.expect_nobody_named()
            time.sleep(1)
        self.expect_end(driver)
        [file] = set(events.iterdir()) - before
        found = [json.loads(line) for line in file.read_text().splitlines()]
        return [event for event in found if event["Event"] == "SparkListenerTaskEnd"]

    def expect_nobody_named(self):
        """What Spark keeps on its disks, also where it was killed, has no row of the roster in clear."""
        for path in self.folder.rglob("*"):
            try:
                text = path.read_bytes() if path.is_file() else b""
            except FileNotFoundError:
                continue
            for word in ("client-0000", "Muster", "Sam Sample"):
                expect(word.encode() not in text, f"{path} has {word}")

    def __exit__(self, *_):
        for process in reversed(self.daemons):
            process.send_signal(signal.SIGTERM)
            process.wait()


def expect_table(manifest, merged):
    """The manifest as a table has each row of the roster once."""
    table = pyarrow.parquet.read_table(manifest).to_pylist()
    found = sorted(([row["line"], row["client"], row["status"], row["files"] or []] for row in table), key=lambda row: row[0])
    expected = [[row["line"], row.get("client"), row["status"], row.get("files", [])] for row in rows(merged)]
    expect_equal("the manifest as a table", expected, found)
    archives = {row["archive"] for row in table}
    expect(all(pathlib.Path(archive).is_file() for archive in archives), f"archives: {sorted(archives)}")


def faults_of_tasks(caseload, spark):
    """One task is killed, one is not heard of, one takes its Python with it, and one is slow."""
    whole = caseload.whole()
    caseload.fail(killed=3, unheard=5, task=7, late=10)
    manifest = caseload.folder / "manifest.parquet"
    ends = spark.watch(*arguments(caseload, caseload.roster, manifest))
    last = max(end["Stage ID"] for end in ends)
    attempts = [end["Task Info"] for end in ends if end["Stage ID"] == last]
    expect_equal("the hosts", set(HOSTS), {attempt["Host"] for attempt in attempts})
    for shard in (3, 5, 7):
        failed = [attempt for attempt in attempts if attempt["Index"] == shard - 1 and attempt["Failed"]]
        expect(failed, f"no attempt at shard {shard} failed")
    # The event of the slow one comes when Spark has ended it, if it comes.
    second = [attempt for attempt in attempts if attempt["Index"] == 9 and attempt["Speculative"]]
    expect(second, "the slow task did not run a second time")
    wait_for(lambda: (caseload.faults / "ended-late-10").exists(), "the slow attempt")
    expect((caseload.faults / "ended-late-10").read_text() == "0", "the slow attempt failed")
    caseload.expect_one_result(whole)
    expect_table(manifest, caseload.folder / "merged")


def faults_of_a_worker(caseload, spark):
    """A table in Parquet, of two files; the first task at shard 2 loses its worker."""
    table = caseload.folder / "roster.parquet"
    write_table(caseload.roster, table, caseload.folder / "same.csv")
    whole = caseload.whole(caseload.folder / "same.csv")
    caseload.fail(engine=2)
    manifest = caseload.folder / "manifest.parquet"
    spark.watch(*arguments(caseload, table, manifest))
    dead = [daemon for daemon in spark.daemons if daemon.poll() is not None]
    expect(len(dead) == 1, f"{len(dead)} workers were killed")
    caseload.expect_one_result(whole)
    expect_table(manifest, caseload.folder / "merged")


def arguments(caseload, roster, manifest):
    return [
        roster, caseload.output, "--shards", SHARDS, "--report-date", DATE, "--manifest", manifest,
        "--pathbook", caseload.bin / "pathbook", *OPTIONS]


def write_table(roster, table, same):
    """The rows of a roster in CSV with types, as Parquet in two files; and the same as CSV again."""
    types = {
        "report_date": pyarrow.date32(), "years_of_experience": pyarrow.int64(), "horizon_years": pyarrow.int32(),
        "in_field": pyarrow.bool_(), "open_to_remote": pyarrow.bool_(), "credentials": pyarrow.list_(pyarrow.string()),
    }
    read = {
        "report_date": lambda text: datetime.date(2026, 11, 23), "years_of_experience": int, "horizon_years": int,
        "in_field": "yes".__eq__, "open_to_remote": "yes".__eq__, "credentials": lambda text: text.split(";"),
    }
    with open(roster, newline="", encoding="utf-8") as file:
        rows = [
            {name: read.get(name, str)(value) if value else None for name, value in row.items()} for row in csv.DictReader(file)]
    rows[100]["state"], rows[600]["id"], rows[700]["years_of_experience"] = "ZZ", rows[7]["id"].upper(), 900
    rows[101]["notes"] = ' "quoted", with \\ and a\nsecond line '
    schema = pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in rows[0]])
    table.mkdir()
    # Spark would read the larger one first.
    for name, part in (("part-0.parquet", rows[:300]), ("part-1.parquet", rows[300:])):
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(part, schema=schema), table / name)
    words = {True: "true", False: "false", None: ""}
    with open(same, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(rows[0])
        for row in rows:
            values = (";".join(value) if isinstance(value, list) else value for value in row.values())
            writer.writerow(words[value] if value is None or isinstance(value, bool) else value for value in values)


def main():
    pathbook, folder = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    tasks = Caseload(pathbook, f"{folder}/tasks")
    worker = Caseload(pathbook, f"{folder}/worker", bad=False)
    # Spark has one for both.
    worker.temporary = tasks.temporary
    with Spark(pathlib.Path(folder) / "spark", tasks.environment) as spark:
        faults_of_tasks(tasks, spark)
        faults_of_a_worker(worker, spark)
    spark.expect_nobody_named()


if __name__ == "__main__":
    main()
