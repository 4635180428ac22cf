"""usage: caseload.py PATHBOOK FOLDER

A caseload on one core and on two, against programs that write as many of the same workbook and nothing else. The
programs take turns, so that a slow minute of the machine slows them all. Then the most memory that caseloads of growing
numbers of clients take. FOLDER holds the peers that `make bench` builds.
"""
import csv
import ctypes
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import xlsxwriter

CLIENTS, RUNS = 100, 5
STATES = ["CA", "TX", "NY", "FL", "WA", "CO", "OH", "GA", "IL", "NC", "AZ"]
ROWS = 100_000
CASELOADS = [1_000, 10_000, 40_000]
WORKBOOKS = [100_000, 1_000_000]


def roster(path, count):
    """The client of the peers' workbook, under many ids."""
    profile = json.loads((pathlib.Path(__file__).parent.parent / "Samples/clients/worked-example.json").read_text())
    profile["credentials"] = ";".join(profile["credentials"])
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, profile)
        writer.writeheader()
        for index in range(count):
            writer.writerow(profile | {"id": f"client-{index}"})
    return path


def unlike(path, count):
    """Clients of whom no two have the same page: Typst keeps what it has made, and would make copies of one for nothing."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "state", "pay_amount", "pay_basis", "years_of_experience", "credentials"])
        for index in range(count):
            credentials = ["", "CPC-A", "CPC", "CPC;CRC"][index % 4]
            state = STATES[index % len(STATES)]
            writer.writerow([f"client-{index}", f"Client {index}", state, 31_000 + 97 * index, "annual", index % 9, credentials])
    return path


def workbook(path, count, shared):
    """The same rows as a workbook, with texts that cells share or texts of their own."""
    with open(roster(path.with_suffix(".first.csv"), 1), newline="", encoding="utf-8") as file:
        names, values = csv.reader(file)
    book = xlsxwriter.Workbook(path, {"constant_memory": not shared})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, names)
    for index in range(count):
        for column, (name, value) in enumerate(zip(names, values)):
            if name == "id":
                sheet.write_string(index + 1, column, f"client-{index}")
            elif name in ("pay_amount", "years_of_experience", "horizon_years"):
                sheet.write_number(index + 1, column, float(value))
            elif value:
                sheet.write_string(index + 1, column, value)
    book.close()
    return path


def seconds(command, out):
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    os.sync()
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def median(commands, out):
    times = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            times[name].append(seconds(command, out))
    return {name: statistics.median(spent) for name, spent in times.items()}


def megabytes(command, out):
    """The most memory that a process has had."""
    shutil.rmtree(out, ignore_errors=True)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"status {status}: {command}")
    return usage.ru_maxrss / 1000


def processor_seconds(command, out):
    """Of a process and of those that it leaves behind: the compiler of PDFs ends after it."""
    shutil.rmtree(out, ignore_errors=True)
    # prctl(2), PR_SET_CHILD_SUBREAPER: what a child leaves behind is ours to wait for.
    if ctypes.CDLL(None).prctl(36, 1, 0, 0, 0) != 0:
        raise SystemExit("what processes leave behind cannot be waited for")
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    spent = 0
    while True:
        try:
            pid, status, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return spent
        if pid == process.pid and status != 0:
            raise SystemExit(f"status {status}: {command}")
        spent += usage.ru_utime + usage.ru_stime


def pages_and_pdfs(pathbook, folder, out):
    """A client more in a batch on one core: the start of the program and of the compiler is left out."""
    few, many = 10, 210
    rosters = [unlike(folder / f"unlike-{count}.csv", count) for count in (few, many)]
    rows = {
        "html": ["--format", "html"],
        "html, full": ["--format", "html", "--template", "full"],
        "pdf, brief": ["--format", "pdf", "--template", "brief"],
        "pdf, standard": ["--format", "pdf"],
        "pdf, full": ["--format", "pdf", "--template", "full"],
        "print file, brief": ["--format", "csv", "--template", "brief", "--print-file", "two-sided"],
    }
    times = {name: [] for name in rows}
    for _ in range(RUNS):
        for name, options in rows.items():
            command = ["--output", out, "--jobs", "1", "--quiet", *options]
            spent = [processor_seconds([pathbook, "batch", roster, *command], out) for roster in rosters]
            times[name].append((spent[1] - spent[0]) / (many - few))
    print(f"a client more in a batch, one job, {RUNS} runs taking turns, medians of processor time")
    for name, spent in times.items():
        median = statistics.median(spent)
        goal = " (at least 25)" if name == "pdf, brief" else ""
        print(f"{name:28}{median * 1000:8.1f} ms{1 / median:9.1f} a second{goal}")


def main():
    pathbook, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    out = folder / "caseload"
    clients = roster(folder / "clients.csv", CLIENTS)
    rows = roster(folder / "rows.csv", ROWS)

    def batch(jobs, formats):
        return [pathbook, "batch", clients, "--output", out, "--jobs", str(jobs), "--format", formats, "--quiet"]

    times = median({
        "pathbook, xlsx": batch(1, "xlsx"),
        "pathbook, csv and txt": batch(1, "csv,txt"),
        "pathbook, three formats": batch(1, "csv,xlsx,txt"),
        "pathbook, three, two jobs": batch(2, "csv,xlsx,txt"),
        "C, verified": [folder / "peer", out, "verify", str(CLIENTS)],
        "Python, XlsxWriter": [sys.executable, folder / "peer.py", out, str(CLIENTS)],
    }, out)
    print(f"{CLIENTS} clients, {RUNS} runs taking turns, medians; reading, advising and writing on our side")
    for name, spent in times.items():
        print(f"{name:28}{spent:8.2f} s{CLIENTS / spent:9.1f} a second")
    c, python = times["C, verified"], times["Python, XlsxWriter"]
    print(f"xlsx: {c / times['pathbook, xlsx']:.2f} times C (at least 0.85), {python / times['pathbook, xlsx']:.2f} times XlsxWriter (at least 1.6)")
    print(f"csv and txt: {python / times['pathbook, csv and txt']:.1f} times XlsxWriter's workbooks (at least 15)")
    print(f"two jobs: {times['pathbook, three formats'] / times['pathbook, three, two jobs']:.2f} times one (at least 1.8)")
    pages_and_pdfs(pathbook, folder, out)
    reader = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')): pass"
    times = median({
        "pathbook roster count": [pathbook, "roster", "count", rows],
        "pathbook roster check": [pathbook, "roster", "check", rows],
        "Python, csv.reader": [sys.executable, "-c", reader, rows],
    }, out)
    print(f"{ROWS} rows: " + ", ".join(f"{name} {spent:.2f} s" for name, spent in times.items()))
    reader = (
        "import openpyxl, sys\n"
        "for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True): pass")
    sheet = workbook(folder / "rows.xlsx", ROWS, shared=True)
    times = median({
        "pathbook roster count": [pathbook, "roster", "count", sheet],
        "pathbook roster check": [pathbook, "roster", "check", sheet],
        "Python, openpyxl read-only": [sys.executable, "-c", reader, sheet],
    }, out)
    print(f"{ROWS} rows, xlsx: " + ", ".join(f"{name} {spent:.2f} s" for name, spent in times.items()))
    ratio = times["Python, openpyxl read-only"] / times["pathbook roster count"]
    print(f"roster count of xlsx: {ratio:.1f} times openpyxl (at least 2)")
    for count in WORKBOOKS:
        most = megabytes([pathbook, "roster", "check", workbook(folder / "many.xlsx", count, shared=False)], out)
        print(f"{count} rows, xlsx, roster check: {most:.0f} MB at most (flat but for the ids)")
    for count in CASELOADS:
        most = megabytes([pathbook, "batch", roster(folder / "many.csv", count), "--output", out, "--format", "csv", "--quiet"], out)
        print(f"{count} clients, CSV, all cores: {most:.0f} MB at most (under 200, and flat from 10000 on)")
    shutil.rmtree(out)


main()
