"""usage: spark-submit caseload.py ROSTER OUTPUT --shards N --report-date DATE --manifest TABLE [OPTION of pathbook batch]...

Writes the reports of a caseload on a Spark cluster: one task and one archive for each shard.

ROSTER is a table in Parquet, or a file that `pathbook batch` reads (CSV, a workbook, NDJSON), wherever Spark reads from.
OUTPUT is a folder that the driver and all workers share. TABLE is written as Parquet: a row for each row of the roster.
"""
import argparse
import json
import subprocess
import tempfile
import zipfile

import pandas
from pyspark.sql import SparkSession, functions

MANIFEST = """
    shard int, line long, client string, status string, archive string,
    files array<struct<path: string, bytes: long, sha256: string>>
"""
ROWS_AT_A_TIME = 10_000
# As others write it: Spark alone would put a backslash before a quotation mark, and leave out spaces.
CSV = {"quoteAll": "true", "escape": '"', "ignoreLeadingWhiteSpace": "false", "ignoreTrailingWhiteSpace": "false"}


def roster_file(spark, path):
    """The bytes of a roster as they are: `pathbook` tells its header, delimiter and order of dates from the whole file."""
    return bytes(spark.read.format("binaryFile").load(path).first().content)


def roster_table(table):
    """The bytes of a roster in CSV made from a table, in its order. A list becomes `CPC;CRC`."""
    cells = [
        functions.array_join(name, ";").alias(name) if kind.startswith("array") else functions.col(name)
        for name, kind in table.dtypes
    ]
    rows = table.select(functions.to_csv(functions.struct(*cells), CSV)).toLocalIterator()
    header = ",".join('"' + name.replace('"', '""') + '"' for name in table.columns)
    return "".join(line + "\n" for line in [header, *(row[0] for row in rows)]).encode()


def in_order(table):
    """A table read from Parquet in the order in which it was written, however many tasks read it."""
    return table.orderBy("_metadata.file_path", "_metadata.row_index")


def reports(spark, roster, output, shards, options, pathbook="pathbook"):
    """A table with a row for each row of the roster. Using it writes the reports; using it again only reads manifests.

    Each task gets the whole roster and takes its shard of it: only the whole tells duplicate ids and the order of dates.
    A task may run twice, also at the same time: the result of a shard that is done is kept.
    """
    roster = spark.sparkContext.broadcast(roster)

    def write(batches):
        for shard in (shard for batch in batches for shard in batch["id"]):
            archive = write_shard(roster.value, output, f"{shard}/{shards}", options, pathbook)
            yield from manifest(archive, shard)

    return spark.range(1, shards + 1, 1, shards).mapInPandas(write, MANIFEST)


def write_shard(roster, output, shard, options, pathbook):
    # The file has no name, so nothing of it can be left. Spark ends a task by SIGKILL; setpriv then ends its program too.
    with tempfile.TemporaryFile() as file:
        file.write(roster)
        file.flush()
        command = ["setpriv", "--pdeathsig", "TERM", pathbook, "batch", "/dev/stdin", "--shard", shard, "--output", output]
        command += ["--pack", "zip", "--rejects-ok", "--jobs", "1", "--quiet", *options]
        run = subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"shard {shard}: exit code {run.returncode}: {run.stderr}")
    number, count = shard.split("/")
    return f"{output}/part-{number}-of-{count}.zip"


def manifest(archive, shard):
    with zipfile.ZipFile(archive) as parts, parts.open("manifest.ndjson") as lines:
        next(lines)  # of the run
        rows = []
        for line in lines:
            entry = json.loads(line)
            row = {name: entry.get(name) for name in ("line", "client", "status", "files")}
            rows.append({"shard": shard, "archive": archive} | row)
            if len(rows) == ROWS_AT_A_TIME:
                yield pandas.DataFrame(rows)
                rows = []
        if rows:
            yield pandas.DataFrame(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    parser.add_argument("roster")
    parser.add_argument("output")
    parser.add_argument("--shards", type=int, required=True)
    parser.add_argument("--report-date", required=True)
    parser.add_argument("--manifest", required=True)
    parser.add_argument("--pathbook", default="pathbook", help="its path on the workers")
    arguments, options = parser.parse_known_args()
    # What Spark keeps on disks of the workers while it works has personal data.
    spark = SparkSession.builder.appName("pathbook").config("spark.io.encryption.enabled", "true").getOrCreate()
    if arguments.roster.rstrip("/").endswith(".parquet"):
        roster = roster_table(in_order(spark.read.parquet(arguments.roster)))
    else:
        roster = roster_file(spark, arguments.roster)
    options += ["--report-date", arguments.report_date]
    table = reports(spark, roster, arguments.output, arguments.shards, options, arguments.pathbook)
    table.write.mode("overwrite").parquet(arguments.manifest)
    spark.stop()


if __name__ == "__main__":
    main()
