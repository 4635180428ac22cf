"""usage: caseload.py PATHBOOK FOLDER [FORMER]

What a client more takes in a caseload, against programs that write as many of the same workbook and nothing else, on the
machine as it is and on a busy one, and against FORMER, another Pathbook. Then two jobs against one, rosters against
Python's readers, and the most memory that caseloads of growing numbers of clients take. FOLDER holds the peers that
`make bench` builds.
"""
import csv
import json
import pathlib
import shutil
import sys

import xlsxwriter

import turns

RUNS = 7
CLIENTS = 10, 210
WORKBOOKS_OF_ONE = 5, 65
C, PYTHON = "C, verified", "Python, XlsxWriter"
STATES = ["CA", "TX", "NY", "FL", "WA", "CO", "OH", "GA", "IL", "NC", "AZ"]
ROWS = 100_000
CASELOADS = [10_000, 100_000]
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


def batch(pathbook, folder, out, formats, options=(), make_roster=roster):
    """A command for a number of clients, one job."""
    def command(count):
        path = folder / f"{make_roster.__name__}-{count}.csv"
        if not path.exists():
            make_roster(path, count)
        return [pathbook, "batch", path, "--output", out, "--jobs", "1", "--format", formats, "--quiet", *options]
    return command


def workbooks(pathbook, folder, out):
    """A workbook more, on the machine as it is and on a busy one."""
    commands = {
        "pathbook": batch(pathbook, folder, out, "xlsx"),
        C: lambda count: [folder / "peer", out, "verify", str(count)],
        "C, not verified": lambda count: [folder / "peer", out, "", str(count)],
        "C, packed as ours": lambda count: [folder / "packed-peer", out, "", str(count)],
        PYTHON: lambda count: [sys.executable, folder / "peer.py", out, str(count)],
        "pathbook, csv and txt": batch(pathbook, folder, out, "csv,txt"),
    }
    few, many = WORKBOOKS_OF_ONE
    commands = turns.per_client(commands, few, many, out)
    calm = turns.take_turns(commands, RUNS)
    turns.print_rows(f"A workbook more in a batch, one job, {RUNS} rounds", calm, C)
    ours = calm["pathbook"].processor
    print(f"xlsx: {calm[C].processor / ours:.2f} times C (at least 1.0), {calm[PYTHON].processor / ours:.1f} times XlsxWriter (at least 5)")
    with turns.busy_machine():
        busy = turns.take_turns(commands, RUNS)
        turns.print_rows("The same while the machine is busy", busy, C)
    turns.print_agreement(calm, busy, C)


def formats(pathbook, former, folder, out):
    """A client more in each format."""
    few, many = CLIENTS
    rows = {
        "csv": ("csv", [], roster), "txt": ("txt", [], roster), "html": ("html", [], roster), "xlsx": ("xlsx", [], roster),
        "csv, --summary": ("csv", ["--summary"], roster),
    }
    ours = {
        "html, full": ("html", ["--template", "full"], unlike),
        "pdf, brief": ("pdf", ["--template", "brief"], unlike),
        "pdf, standard": ("pdf", [], unlike),
        "pdf, full": ("pdf", ["--template", "full"], unlike),
        "print file, brief": ("csv", ["--template", "brief", "--print-file", "two-sided"], unlike),
    }
    programs = {"now": pathbook} | ({"former": former} if former else {})
    commands = {
        f"{name}, {version}": batch(program, folder, out, *row)
        for name, row in rows.items() for version, program in programs.items()
    }
    taken = turns.take_turns(turns.per_client(commands, few, many, out), RUNS)
    title = f"A client more in a batch, one job, {RUNS} rounds"
    if former:
        turns.print_versions(title, taken)
    commands = {name: batch(pathbook, folder, out, *row) for name, row in ours.items()}
    taken = {name.removesuffix(", now"): row for name, row in taken.items() if name.endswith(", now")}
    taken |= turns.take_turns(turns.per_client(commands, few, many, out), RUNS)
    turns.print_rows(title, taken, "csv")
    print(f"pdf, brief: {1 / taken['pdf, brief'].processor:.0f} a second (at least 25)")


def jobs(pathbook, folder, out):
    """Wall time: two jobs are to share the work."""
    def command(count):
        return lambda: turns.run([*batch(pathbook, folder, out, "csv,xlsx,txt")(CLIENTS[1]), "--jobs", count], out)
    taken = turns.take_turns({"one job": command("1"), "two jobs": command("2")}, RUNS)
    turns.print_rows(f"{CLIENTS[1]} clients, three formats", taken, "one job")
    print(f"two jobs: {taken['one job'].wall / taken['two jobs'].wall:.2f} times one by wall time (at least 1.8)")


def rosters(pathbook, folder):
    rows = roster(folder / "rows.csv", ROWS)
    sheet = workbook(folder / "rows.xlsx", ROWS, shared=True)
    csv_reader = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], newline='', encoding='utf-8')): pass"
    openpyxl = (
        "import openpyxl, sys\n"
        "for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True): pass")
    for path, name, reader in ((rows, "Python, csv.reader", csv_reader), (sheet, "Python, openpyxl read-only", openpyxl)):
        taken = turns.take_turns({
            "pathbook roster count": lambda: turns.run([pathbook, "roster", "count", path]),
            "pathbook roster check": lambda: turns.run([pathbook, "roster", "check", path]),
            name: lambda: turns.run([sys.executable, "-c", reader, path]),
        }, RUNS)
        turns.print_rows(f"{ROWS} rows, {path.suffix[1:]}", taken, name)
    ratio = taken[name].processor / taken["pathbook roster count"].processor
    print(f"roster count of xlsx: {ratio:.1f} times openpyxl (at least 2)")


def memory(pathbook, folder, out):
    print("\nmemory")
    for count in WORKBOOKS:
        most = turns.run([pathbook, "roster", "check", workbook(folder / "many.xlsx", count, shared=False)]).megabytes
        print(f"{count} rows, xlsx, roster check: {most:.0f} MB at most (flat but for the ids)")
    for count in CASELOADS:
        many = roster(folder / "many.csv", count)
        command = [pathbook, "batch", many, "--output", out / "reports.tar", "--format", "csv", "--quiet", "--pack", "tar"]
        most = turns.run(command, out).megabytes
        print(f"{count} clients, CSV in an archive, all cores: {most:.0f} MB at most (under 60)")


def main():
    pathbook, folder = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    former = str(pathlib.Path(sys.argv[3]).resolve()) if len(sys.argv) > 3 else None
    out = folder / "caseload"
    for old in folder.glob("*-*.csv"):
        old.unlink()
    workbooks(pathbook, folder, out)
    formats(pathbook, former, folder, out)
    jobs(pathbook, folder, out)
    rosters(pathbook, folder)
    memory(pathbook, folder, out)
    shutil.rmtree(out)


main()
