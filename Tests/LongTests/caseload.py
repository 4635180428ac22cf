"""usage: caseload.py ROSTER FOLDER SAMPLE

Holds a batch in CSV, workbooks and text against its roster, without Pathbook: every file in the manifest is there with
its size and SHA-256 and no other is; of SAMPLE random clients each file is read by an independent reader, is of the
client, has the pay that the roster states, and each figure in dollars of the CSV is a number of the workbook. Prints counts.
"""
import csv
import hashlib
import io
import json
import pathlib
import random
import sys
import warnings
import zipfile

import openpyxl

# Measures that restate in dollars what the workbook has as stated, or in percent.
ONLY_IN_CSV = {"difference_from_national_median", "pay_full_time_hourly", "pay_stated"}

warnings.simplefilter("ignore")  # openpyxl tells of each extension that it does not keep.


def problems_of(row, files):
    """What is not so of a client's files, by their bytes."""
    name, stated = row["id"], row["pay_amount"].strip("$").replace(",", "")
    rows = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8"), newline=""), strict=True))
    found = [float(one["value"]) for one in rows if one["measure"] == "pay_stated"]
    if {one["client_id"] for one in rows} != {name}:
        yield "the CSV is of another client"
    if found != ([float(stated)] if stated else []):
        yield f"the CSV states other pay: {found}"
    if zipfile.ZipFile(io.BytesIO(files["xlsx"])).testzip():
        yield "the workbook is damaged"
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]), data_only=True)
    cells = [cell.value for sheet in book.worksheets for line in sheet.iter_rows() for cell in line]
    numbers = {float(f"{value:.12g}") for value in cells if isinstance(value, (int, float))}
    pay = [one for one in rows if one["unit"].startswith("USD/") and one["measure"] not in ONLY_IN_CSV and one["value"]]
    missing = [one["item_id"] for one in pay if float(f"{float(one['value']):.12g}") not in numbers]
    if not pay or missing:
        yield f"of {len(pay)} figures in dollars these are in no cell of the workbook: {missing[:5]}"
    if not any(row["name"] in cell for cell in map(str, cells)):
        yield "the workbook does not name the client"
    if row["name"] not in files["txt"].decode("utf-8"):
        yield "the text does not name the client"
    if json.loads(files["datapackage.json"])["resources"][0]["path"] != f"{name}.csv":
        yield "the data package is of another file"


def main():
    roster, folder, sample = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    with open(roster, newline="", encoding="utf-8") as file:
        clients = {row["id"]: row for row in csv.DictReader(file, strict=True)}
    with open(folder / "manifest.ndjson", encoding="utf-8") as file:
        entries = [json.loads(line) for line in file][1:]
    wrong, named = [], set()
    for entry in entries:
        fan = hashlib.sha256(entry["client"].encode()).hexdigest()[:2]
        for file in entry["files"]:
            content = (folder / file["path"]).read_bytes()
            named.add(file["path"])
            if len(content) != file["bytes"] or hashlib.sha256(content).hexdigest() != file["sha256"]:
                wrong.append(f"{file['path']}: not as in the manifest")
            if len(clients) >= 10_000 and not file["path"].startswith(f"{fan}/"):
                wrong.append(f"{file['path']}: not in the folder of its id")
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if found != named | {"manifest.ndjson"}:
        wrong.append(f"other files: {sorted(found ^ named)[:5]}")
    done = [entry["client"] for entry in entries if entry["status"] == "done"]
    if sorted(done) != sorted(clients):
        wrong.append(f"{len(done)} clients done, {len(clients)} in the roster")
    for entry in random.Random(29_2072).sample(entries, sample):
        name = entry["client"]
        files = {
            pathlib.Path(file["path"]).name[len(name) + 1 :]: (folder / file["path"]).read_bytes() for file in entry["files"]
        }
        wrong += [f"{name}: {problem}" for problem in problems_of(clients[name], files)]
    print(f"{len(done)} clients, {len(named)} files, {sample} read back; not so: {wrong[:10]}")
    sys.exit(1 if wrong else 0)


main()
