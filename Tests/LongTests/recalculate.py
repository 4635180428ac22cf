"""usage: recalculate.py equal FOLDER        every workbook of the folder against its fresh calculation
          recalculate.py change FROM TO ...   pairs of workbooks: FROM with the assumptions of TO, against TO

LibreOffice calculates every formula afresh. Each difference is a line; the last line counts what was compared.
Shares no code with Pathbook: openpyxl writes the changed assumptions, python-calamine reads the values."""
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
from python_calamine import CalamineWorkbook

ALWAYS = 0
# An error stands for what a chart is not to draw; a fresh one is read as nothing.
NOTHING = ("", "#N/A")
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>%d</value></prop></item></oor:items>""" % ALWAYS
INPUTS = [
    "in_field", "pay_amount", "pay_basis", "hours_per_week", "area_choice", "setting_choice",
    "specialization_choice", "credential_count", "rung_choice", "years_of_experience",
    "certification_cost", "horizon_years", "yearly_raise",
]


def recalculated(paths, folder):
    """The workbooks as LibreOffice writes them after it has calculated every formula."""
    profile = pathlib.Path(folder) / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS)
    out = pathlib.Path(folder) / "out"
    command = [
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, paths),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [out / pathlib.Path(path).name for path in paths]


def cells(path):
    """The values of a workbook by sheet, row and column; empty cells are left out."""
    found = {}
    workbook = CalamineWorkbook.from_path(str(path))
    for sheet in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value not in NOTHING:
                    found[sheet, row, column] = value
    return found


def equal(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other


def differences(name, expected, found):
    lines = []
    for place in sorted(expected.keys() | found.keys()):
        if not equal(expected.get(place, ""), found.get(place, "")):
            lines.append(f"{name} {place}: {expected.get(place, '')!r} became {found.get(place, '')!r}")
    return lines


def check_equal(folder):
    paths = sorted(pathlib.Path(folder).glob("*.xlsx"))
    with tempfile.TemporaryDirectory() as scratch:
        fresh = recalculated(paths, scratch)
        lines, count = [], 0
        for path, other in zip(paths, fresh):
            expected = cells(path)
            count += len(expected)
            lines += differences(path.name, expected, cells(other))
    return lines, len(paths), count


def named_cell(workbook, name):
    (place,) = workbook.defined_names[name].destinations
    sheet, cell = place
    return workbook[sheet][cell.replace("$", "")]


def what_follows(workbook):
    """Where the what-if follows from the assumptions: its results by their names, which stand in another order on each
    client's screen, and the years of its chart, which stand under each other from the first that looks at the horizon.
    What now is beside them are values."""
    places = {}
    for name, defined in workbook.defined_names.items():
        for sheet, cell in defined.destinations:
            if ":" not in cell:
                found = named_cell(workbook, name)
                if found.data_type == "f":
                    places[name] = (sheet, found.row - 1, found.column - 1)
    data = named_cell(workbook, "area_row").parent
    first = next(
        row for row in range(1, data.max_row + 1)
        if data.cell(row, 1).data_type == "f" and "horizon_years" in data.cell(row, 1).value)
    for row in range(first, data.max_row + 1):
        for column in range(1, data.max_column + 1):
            places[f"year {row - first}, column {column}"] = (data.title, row - 1, column - 1)
    return places


def check_change(paths):
    """The formulas of one client's workbook, with another's assumptions, say what the other's workbook says."""
    lines, count = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        pairs = list(zip(paths[0::2], paths[1::2]))
        changed, places = [], []
        for index, (one, other) in enumerate(pairs):
            workbook, wanted = openpyxl.load_workbook(one), openpyxl.load_workbook(other)
            for name in INPUTS:
                named_cell(workbook, name).value = named_cell(wanted, name).value
            places.append((what_follows(wanted), what_follows(workbook)))
            changed.append(os.path.join(scratch, f"{index}.xlsx"))
            workbook.save(changed[-1])
        for (one, other), path, both in zip(pairs, recalculated(changed, scratch), places):
            expected, found = (
                {name: values[place] for name, place in wanted.items() if place in values}
                for values, wanted in zip((cells(other), cells(path)), both))
            count += len(expected)
            names = f"{os.path.basename(one)} as {os.path.basename(other)}"
            lines += differences(names, expected, found)
    return lines, len(pairs), count


if __name__ == "__main__":
    check = check_equal(sys.argv[2]) if sys.argv[1] == "equal" else check_change(sys.argv[2:])
    print("\n".join(check[0][:50]))
    print(f"{len(check[0])} differences, {check[1]} workbooks, {check[2]} cells")
    sys.exit(1 if check[0] else 0)
