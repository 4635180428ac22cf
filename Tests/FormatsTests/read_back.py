"""usage: read_back.py FILE.xlsx|FILE.csv ...   What independent readers find in files, as JSON on standard output.

A workbook: for each sheet its cells, tables and charts, by openpyxl and the chart XML. A CSV: its rows, by Python's
strict reader. Shares no code with Pathbook or libxlsxwriter.
"""
import csv
import json
import posixpath
import re
import sys
import zipfile
import xml.etree.ElementTree as ElementTree

import openpyxl

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def numbers(node):
    """The points that a chart notes of a range; those without a number are left out."""
    points = node.iter(f"{CHART}pt") if node is not None else []
    return [float(p.find(f"{CHART}v").text) for p in points]


def anchors(sheet):
    """The first row of each chart of a sheet, counted from 1."""
    return [anchor.anchor._from.row + 1 for anchor in sheet._charts]


def charts(archive):
    """Each chart's title, and for each series its references and cached points."""
    found = []
    names = [n for n in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", n)]
    for name in sorted(names, key=lambda n: int(re.findall(r"\d+", n)[-1])):
        root = ElementTree.fromstring(archive.read(name))
        title = root.find(f"{CHART}chart/{CHART}title")
        series = []
        for node in root.iter(f"{CHART}ser"):
            values = node.find(f"{CHART}val")
            # A chart of lines over numbers has its values here.
            values = node.find(f"{CHART}yVal") if values is None else values
            places = node.find(f"{CHART}xVal")
            series.append(
                {
                    "values": values.find(f".//{CHART}f").text if values is not None else "",
                    "numbers": numbers(values),
                    "places": numbers(places),
                }
            )
        found.append(
            {
                "title": "".join(t.text or "" for t in title.iter(f"{DRAWING}t")) if title is not None else "",
                "kind": next(node.tag.split("}")[1] for node in root.iter() if node.tag.endswith("Chart")),
                "axes": len([a for a in root.iter(f"{CHART}title")]) - (title is not None),
                "series": series,
            }
        )
    return found


def names(book, values):
    """What stands in the cells that have names, as a program shows it that does not calculate."""
    found = {}
    for name, defined in book.defined_names.items():
        for sheet, cell in defined.destinations:
            value = values[sheet][cell.replace("$", "")].value
            found[name] = {
                "text": value if isinstance(value, str) else None,
                "number": value if isinstance(value, (int, float)) else None,
            }
    return found


def widths(sheet):
    """In pixels, of the columns from the first to the last that has a width."""
    known = {}
    for column in sheet.column_dimensions.values():
        for index in range(column.min, column.max + 1):
            # The file has the width with the 5 pixels at the sides.
            known[index] = round(column.width * 7)
    return [known.get(index, 64) for index in range(1, max(known, default=0) + 1)]


def heights(sheet):
    """In pixels, of every row up to the last."""
    rows = sheet.row_dimensions
    return [round((rows[row].height or 15) * 4 / 3) for row in range(1, sheet.max_row + 1)]


def workbook(path):
    archive = zipfile.ZipFile(path)
    book = openpyxl.load_workbook(path)
    cached = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    kind = {"n": "number", "s": "string", "d": "date", "e": "error", "b": "boolean", "f": "formula"}
                    value = cell.value.isoformat()[:10] if cell.data_type == "d" else cell.value
                    # What a program shows that does not calculate.
                    if cell.data_type == "f":
                        value = cached[sheet.title][cell.coordinate].value
                    link = cell.hyperlink
                    cells.append(
                        {
                            "cell": cell.coordinate, "row": cell.row, "column": cell.column,
                            "kind": kind.get(cell.data_type, cell.data_type),
                            "formula": cell.value if cell.data_type == "f" else None,
                            "text": value if isinstance(value, str) else None,
                            "number": value if isinstance(value, (int, float)) else None,
                            "format": cell.number_format,
                            "link": (link.target or link.location) if link else None,
                        }
                    )
        tables = [
            {"name": t.name, "ref": t.ref, "headers": [c.name for c in t.tableColumns], "filter": t.autoFilter is not None}
            for t in sheet.tables.values()
        ]
        sheets.append(
            {
                "name": sheet.title, "cells": cells, "tables": tables, "charts": len(sheet._charts),
                "isSeen": sheet.sheet_state == "visible", "chartRows": anchors(sheet),
                "widths": widths(sheet), "heights": heights(sheet),
                "frozen": sheet.freeze_panes, "fitsWidth": sheet.page_setup.fitToWidth == 1 or sheet.sheet_properties.pageSetUpPr is not None,
                "titleRows": sheet.print_title_rows, "printArea": sheet.print_area or None,
                "choices": [v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"],
            }
        )
    properties = book.properties
    return {
        "sheets": sheets, "charts": charts(archive), "names": names(book, cached),
        "title": properties.title, "creator": properties.creator, "created": properties.created.isoformat(),
    }


def table(path):
    with open(path, newline="", encoding="utf-8", errors="strict") as file:
        return {"rows": list(csv.DictReader(file, strict=True))}


print(json.dumps([table(p) if p.endswith(".csv") else workbook(p) for p in sys.argv[1:]]))
