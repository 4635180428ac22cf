"""usage: sorted_tables.py FILE.xlsx            every table of a workbook, sorted by each of its columns in LibreOffice
          sorted_tables.py FILE.xlsx --broken   the same, with one formula tied to the number of its row

Each table is sorted by each column, down and up, and recalculated. No row may then differ from what it was before the first
sort; the cells without formulas identify a row. Each difference is a line; the last line counts what was compared, and how
many sorts moved rows. openpyxl says which cells hold formulas; a Basic macro in a profile of its own drives LibreOffice."""
import collections
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import openpyxl
from openpyxl.utils import range_boundaries

warnings.filterwarnings("ignore", module="openpyxl")
# A profile that has been set up keeps its macros.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
</item></oor:items>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:%s PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "%s.dtd">
%s"""
LIBRARIES = """<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/%s.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>"""
MODULES = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">%s</library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tables" script:language="StarBasic">%s</script:module>"""

# Writes each state of a table: a line with its name, the column it is sorted by (-1: unsorted) and the direction, then a
# line for each row, its texts after T, its numbers after N.
MACRO = """
Sub Main(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  file = FreeFile()
  Open target For Output As #file
  document.calculateAll()
  For Each table In document.DatabaseRanges.ElementNames
    area = document.DatabaseRanges.getByName(table).DataArea
    cells = document.Sheets.getByIndex(area.Sheet).getCellRangeByPosition( _
      area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
    Tell(file, table, -1, 0, cells)
    For column = 0 To area.EndColumn - area.StartColumn
      For direction = 0 To 1
        SortBy(cells, column, direction = 1)
        document.calculateAll()
        Tell(file, table, column, direction, cells)
      Next
    Next
  Next
  Print #file, "end"
  Close #file
  document.close(True)
  StarDesktop.terminate()
End Sub

Sub SortBy(cells, column, isAscending)
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = column
  field(0).IsAscending = isAscending
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = field()
  how(1).Name = "ContainsHeader"
  how(1).Value = True
  cells.sort(how())
End Sub

Sub Tell(file, table, column, direction, cells)
  Print #file, table &amp; Chr(9) &amp; column &amp; Chr(9) &amp; direction
  For Each row In cells.getDataArray()
    words = ""
    For Each cell In row
      If VarType(cell) = 8 Then
        words = words &amp; Chr(9) &amp; "T" &amp; Join(Split(Join(Split(cell, Chr(10)), " "), Chr(9)), " ")
      Else
        words = words &amp; Chr(9) &amp; "N" &amp; Str(cell)
      End If
    Next
    Print #file, words
  Next
End Sub
"""


def states(path, scratch):
    """What LibreOffice makes of each table: a list of the column it is sorted by, the direction, and the rows with the header."""
    user = scratch / "profile" / "user"
    standard = user / "basic" / "Standard"
    standard.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS)
    for kind in ("script", "dialog"):
        (standard.parent / f"{kind}.xlc").write_text(LIBRARY % ("libraries", "libraries", LIBRARIES % kind))
        modules = '<library:element library:name="Tables"/>' if kind == "script" else ""
        (standard / f"{kind}.xlb").write_text(LIBRARY % ("library", "library", MODULES % modules))
    (standard / "Tables.xba").write_text(MODULE % MACRO)
    out = scratch / "tables.txt"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{scratch / 'profile'}", "--headless", "--norestore", "--nologo",
         f'macro:///Standard.Tables.Main("{path.as_uri()}","{out}")'],
        check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lines = out.read_text(encoding="utf-8").split("\n")
    if "end" not in lines:
        raise SystemExit("LibreOffice did not finish the tables")
    found = collections.defaultdict(list)
    for line in lines[: lines.index("end")]:
        if line.startswith("\t"):
            found[table][-1][2].append([value(cell) for cell in line[1:].split("\t")])
        else:
            table, column, direction = line.split("\t")
            found[table].append((int(column), int(direction), []))
    return found


def value(cell):
    return cell[1:] if cell[0] == "T" else float(cell[1:])


def formula_columns(path):
    """The columns of each table that have a formula in some row, counted from 0."""
    found = {}
    for sheet in openpyxl.load_workbook(path):
        for table in sheet.tables.values():
            first, top, last, bottom = range_boundaries(table.ref)
            found[table.name] = {
                column - first
                for column in range(first, last + 1)
                for row in range(top + 1, bottom + 1)
                if sheet.cell(row, column).data_type == "f"
            }
    return found


def equal(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other


def keyed(rows, formulas):
    """The rows by their cells without formulas; rows alike in those are in the order of their other cells."""
    found = collections.defaultdict(list)
    for row in rows:
        key = tuple(cell for column, cell in enumerate(row) if column not in formulas)
        found[key].append(row)
    return {key: sorted(alike, key=str) for key, alike in found.items()}


def differences(place, before, after, formulas):
    (header, *rows), (header_after, *rows_after) = before, after
    if header != header_after:
        return [f"{place}: the header became {header_after}"]
    expected, found = keyed(rows, formulas), keyed(rows_after, formulas)
    if expected.keys() != found.keys():
        return [f"{place}: other rows"]
    return [
        f"{place}, the row {key[0]!r}, '{header[column]}': {one!r} became {other!r}"
        for key in expected
        for row, row_after in zip(expected[key], found[key])
        for column, (one, other) in enumerate(zip(row, row_after))
        if not equal(one, other)
    ]


def broken(path, folder):
    """A copy whose first formula over its own row keeps to the number of that row when it is moved."""
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook:
        for table in sheet.tables.values():
            for row in sheet[table.ref][1:]:
                for cell in row:
                    own = re.compile(rf"(?<![A-Za-z_$])([A-Z]+)({cell.row})(?!\d)")
                    if cell.data_type == "f" and own.search(cell.value):
                        cell.value = own.sub(r"\1$\2", cell.value)
                        workbook.save(folder / "broken.xlsx")
                        return folder / "broken.xlsx"
    raise SystemExit("no formula of a table reads its own row")


def main():
    path = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        if "--broken" in sys.argv:
            path = broken(path, scratch)
        formulas = formula_columns(path)
        found = states(path, scratch)
    if found.keys() != formulas.keys():
        raise SystemExit(f"tables of the workbook: {sorted(formulas)}; of LibreOffice: {sorted(found)}")
    lines, sorts, moves, cells = [], 0, 0, 0
    for table, ((_, _, before), *after) in found.items():
        last = before
        for column, direction, rows in after:
            place = f"{table} by '{before[0][column]}', {'up' if direction else 'down'}"
            lines += differences(place, before, rows, formulas[table])
            sorts += 1
            moves += rows != last
            cells += len(rows) * len(rows[0])
            last = rows
    print("\n".join(lines[:50]))
    live = sum(map(bool, formulas.values()))
    print(f"{len(lines)} differences, {len(found)} tables, {live} with formulas, {cells} cells, {sorts} sorts, "
          f"{moves} of which moved rows")
    # Without formulas, or in the order that they have, there would be nothing to find.
    sys.exit(1 if lines or not live or moves < sorts / 2 else 0)


main()
