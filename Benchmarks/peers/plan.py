"""Reads a workbook that Pathbook wrote into a plan: what a program must say to write the same workbook.

Only zip and XML from Python's library: it shares no code with Pathbook, libxlsxwriter or XlsxWriter.
"""
import posixpath
import re
import xml.etree.ElementTree as ElementTree
import zipfile

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DCT = "{http://purl.org/dc/terms/}"


def position(cell):
    """`B4` as (row, column), both from 0."""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def area(reference):
    first, _, last = reference.partition(":")
    return position(first) + position(last or first)


class Package:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)

    def xml(self, name):
        return ElementTree.fromstring(self.zip.read(name))

    def relations(self, name):
        rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
        if rels not in self.zip.namelist():
            return {}
        found = {}
        for node in self.xml(rels):
            target = node.get("Target")
            if node.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), target)).lstrip("/")
            found[node.get("Id")] = target
        return found


def color(node):
    return node.get("rgb")[2:] if node is not None and node.get("rgb") else None


def formats(package):
    """The properties of each cell format that differ from the default."""
    styles = package.xml("xl/styles.xml")
    numbers = {n.get("numFmtId"): n.get("formatCode") for n in styles.iter(M + "numFmt")}
    fonts, fills, borders = [list(styles.find(M + t)) for t in ("fonts", "fills", "borders")]
    found = []
    for xf in styles.find(M + "cellXfs"):
        properties = {}
        font = fonts[int(xf.get("fontId"))]
        for name in ("b", "i", "u"):
            if font.find(M + name) is not None:
                properties[{"b": "bold", "i": "italic", "u": "underline"}[name]] = 1
        size = float(font.find(M + "sz").get("val"))
        if size != 11:
            properties["size"] = size
        if color(font.find(M + "color")):
            properties["color"] = color(font.find(M + "color"))
        fill = fills[int(xf.get("fillId"))].find(M + "patternFill")
        if fill.get("patternType") == "solid":
            properties["fill"] = color(fill.find(M + "fgColor"))
        for side in ("left", "right", "top", "bottom"):
            line = borders[int(xf.get("borderId"))].find(M + side)
            if line is not None and line.get("style"):
                style = {"thin": 1, "medium": 2, "thick": 5, "hair": 7, "dotted": 4, "dashed": 3}[line.get("style")]
                properties[side] = (style, color(line.find(M + "color")))
        align = xf.find(M + "alignment")
        if align is not None:
            for name in ("horizontal", "vertical", "indent", "wrapText", "shrinkToFit"):
                if align.get(name):
                    properties[name] = align.get(name)
        lock = xf.find(M + "protection")
        if lock is not None and lock.get("locked") == "0":
            properties["unlocked"] = 1
        number = xf.get("numFmtId")
        if number != "0" and numbers.get(number) != "General":
            properties["number"] = numbers.get(number, int(number))
        found.append(properties)
    return found


def text_of(node):
    return "".join(t.text or "" for t in node.iter(A + "t"))


def fill_of(node):
    """`none`, or the color of a shape, and whether it is a pattern."""
    shape = node.find(C + "spPr")
    if shape is None:
        return None
    if shape.find(A + "noFill") is not None:
        return {"kind": "none"}
    solid = shape.find(f"{A}solidFill/{A}srgbClr")
    if solid is not None:
        return {"kind": "solid", "color": solid.get("val")}
    pattern = shape.find(A + "pattFill")
    if pattern is not None:
        return {
            "kind": "pattern", "pattern": pattern.get("prst"), "color": pattern.find(f"{A}fgClr/{A}srgbClr").get("val"),
            "back": pattern.find(f"{A}bgClr/{A}srgbClr").get("val"),
        }
    return None


def line_of(node):
    line = node.find(f"{C}spPr/{A}ln")
    if line is None:
        return None
    if line.find(A + "noFill") is not None:
        return {"kind": "none"}
    dash = line.find(A + "prstDash")
    return {
        "color": line.find(f"{A}solidFill/{A}srgbClr").get("val"), "width": int(line.get("w", "9525")) / 12700,
        "dash": dash.get("val") if dash is not None else None,
    }


def labels_of(node):
    labels = node.find(C + "dLbls")
    if labels is None:
        return None
    places = labels.find(C + "dLblPos")
    number = labels.find(C + "numFmt")
    custom = []
    for label in labels.findall(C + "dLbl"):
        hidden = label.find(C + "delete") is not None
        custom.append((int(label.find(C + "idx").get("val")), None if hidden else text_of(label)))
    return {
        "position": places.get("val") if places is not None else None,
        "number": number.get("formatCode") if number is not None else None, "custom": custom,
    }


def axis(node):
    title = node.find(C + "title")
    number = node.find(C + "numFmt")
    scaling = node.find(C + "scaling")
    bound = lambda name: float(scaling.find(C + name).get("val")) if scaling.find(C + name) is not None else None
    gridlines = node.find(C + "majorGridlines")
    return {
        "title": text_of(title) if title is not None else None,
        "size": [int(p.get("sz")) / 100 for p in title.iter(A + "rPr") if p.get("sz")][:1] if title is not None else [],
        "bold": [p.get("b") for p in title.iter(A + "rPr") if p.get("b")][:1] if title is not None else [],
        "number": number.get("formatCode") if number is not None else None,
        "reverse": scaling.find(C + "orientation").get("val") == "maxMin", "min": bound("min"), "max": bound("max"),
        "gridline": line_of(gridlines) if gridlines is not None else None, "has_gridlines": gridlines is not None,
        "line": line_of(node), "interval": (node.find(C + "tickLblSkip") is not None) and int(node.find(C + "tickLblSkip").get("val")),
        "label_position": node.find(C + "tickLblPos").get("val"), "crosses": node.find(C + "crosses").get("val"),
        "hidden": node.find(C + "delete") is not None and node.find(C + "delete").get("val") == "1",
        "tick": node.find(C + "majorTickMark").get("val") if node.find(C + "majorTickMark") is not None else None,
    }


def chart(package, name):
    root = package.xml(name)
    node = root.find(C + "chart")
    plot = node.find(C + "plotArea")
    if plot.find(C + "scatterChart") is not None:
        return scatter(node, plot)
    bars = plot.find(C + "barChart")
    series = []
    for ser in bars.findall(C + "ser"):
        series.append(
            {
                "name": ser.find(f"{C}tx//{C}f").text, "categories": ser.find(f"{C}cat//{C}f").text,
                "values": ser.find(f"{C}val//{C}f").text, "fill": fill_of(ser), "line": line_of(ser), "labels": labels_of(ser),
                "points": [(int(p.find(C + "idx").get("val")), fill_of(p), line_of(p)) for p in ser.findall(C + "dPt")],
                "trend": trend(ser.find(C + "trendline")),
            }
        )
    overlap, gap, legend = bars.find(C + "overlap"), bars.find(C + "gapWidth"), node.find(C + "legend")
    size = [int(p.get("sz")) / 100 for p in node.find(C + "title").iter(A + "rPr") if p.get("sz")]
    return {
        "kind": "bar", "stacked": bars.find(C + "grouping").get("val") == "stacked", "title": text_of(node.find(C + "title")), "title_size": size[0] if size else None,
        "series": series, "overlap": int(overlap.get("val")) if overlap is not None else None, "gap": int(gap.get("val")) if gap is not None else None,
        "category": axis(plot.find(C + "catAx")), "value": axis(plot.find(C + "valAx")),
        "legend": legend.find(C + "legendPos").get("val") if legend is not None else None,
        "deleted": [int(e.find(C + "idx").get("val")) for e in legend.findall(C + "legendEntry")] if legend is not None else [],
        "blanks": node.find(C + "dispBlanksAs").get("val") if node.find(C + "dispBlanksAs") is not None else None,
    }


def trend(node):
    if node is None:
        return None
    return {
        "name": node.find(C + "name").text, "line": line_of(node), "forward": float(node.find(C + "forward").get("val")),
        "backward": float(node.find(C + "backward").get("val")),
    }


def scatter(node, plot):
    series = []
    for ser in plot.find(C + "scatterChart").findall(C + "ser"):
        marker, size = ser.find(C + "marker"), ser.find(f"{C}marker/{C}size")
        reference = ser.find(f"{C}tx//{C}f")
        series.append(
            {
                "name": "=" + reference.text if reference is not None else ser.find(f"{C}tx/{C}v").text,
                "categories": ser.find(f"{C}xVal//{C}f").text,
                "values": ser.find(f"{C}yVal//{C}f").text, "line": line_of(ser), "marker": marker.find(C + "symbol").get("val"),
                "size": int(size.get("val")) if size is not None else None, "marker_fill": fill_of(marker), "marker_line": line_of(marker),
                "labels": point_labels(ser.find(C + "dLbls")),
            }
        )
    across, up = plot.findall(C + "valAx")
    title = node.find(C + "title")
    legend = node.find(f"{C}legend/{C}legendPos")
    return {
        "kind": "scatter", "title": text_of(title), "title_size": [int(p.get("sz")) / 100 for p in title.iter(A + "rPr") if p.get("sz")][0],
        "series": series, "category": axis(across), "value": axis(up), "legend": legend.get("val") if legend is not None else None,
    }


def point_labels(node):
    """Words at the points of a series: a text for each, or the name of the series."""
    if node is None:
        return None
    number, shows = node.find(C + "numFmt"), node.find(C + "showSerName")
    letters = node.find(f"{C}txPr//{A}defRPr")
    return {
        "position": node.find(C + "dLblPos").get("val") if node.find(C + "dLblPos") is not None else "r",
        "number": number.get("formatCode") if number is not None else None, "shows_name": shows is not None and shows.get("val") == "1",
        "bold": letters.get("b"), "color": letters.find(f".//{A}srgbClr").get("val") if letters.find(f".//{A}srgbClr") is not None else None,
        "texts": ["".join(t.text for t in one.iter(A + "t")) for one in node.findall(C + "dLbl")],
    }


def drawings(package, name):
    """Each chart with its anchor and its words for those who do not see it."""
    found = []
    relations = package.relations(name)
    for anchor in package.xml(name):
        start, end = anchor.find(X + "from"), anchor.find(X + "to")
        at = lambda node: [int(node.find(X + part).text) for part in ("row", "col", "rowOff", "colOff")]
        frame = anchor.find(X + "graphicFrame")
        properties = frame.find(f"{X}nvGraphicFramePr/{X}cNvPr")
        target = relations[next(frame.iter(C + "chart")).get(R + "id")]
        found.append({"from": at(start), "to": at(end), "description": properties.get("descr"), "chart": chart(package, target)})
    return found


def table(package, name):
    root = package.xml(name)
    style = root.find(M + "tableStyleInfo")
    return {
        "name": root.get("name"), "area": area(root.get("ref")), "headers": [c.get("name") for c in root.iter(M + "tableColumn")],
        "style": style.get("name"), "banded": style.get("showRowStripes") == "1", "filter": root.find(M + "autoFilter") is not None,
    }


def notes(package, name):
    """The text of each note by its cell."""
    return {position(c.get("ref")): "".join(t.text or "" for t in c.iter(M + "t")) for c in package.xml(name).iter(M + "comment")}


def entry(node):
    """What may be entered into a cell."""
    text = lambda number: getattr(node.find(f"{M}formula{number}"), "text", None)
    formula = lambda number: float(text(number)) if node.get("type") == "decimal" else text(number)
    return {
        "cell": position(node.get("sqref")), "type": node.get("type"), "operator": node.get("operator"), "one": formula(1), "two": formula(2),
        "title": node.get("promptTitle"), "prompt": node.get("prompt"), "error_title": node.get("errorTitle"), "error": node.get("error"),
    }


def condition(package, node, rule):
    found = {"area": area(node.get("sqref")), "type": rule.get("type")}
    if rule.get("type") == "dataBar":
        found["color"] = rule.find(f"{M}dataBar/{M}color").get("rgb")[2:]
    elif rule.get("type") == "containsErrors":
        different = list(package.xml("xl/styles.xml").iter(M + "dxf"))[int(rule.get("dxfId"))]
        found["color"] = different.find(f"{M}font/{M}color").get("rgb")[2:]
    else:
        different = list(package.xml("xl/styles.xml").iter(M + "dxf"))[int(rule.get("dxfId"))]
        found["formula"] = rule.find(M + "formula").text
        found["fill"] = different.find(f"{M}fill/{M}patternFill/{M}bgColor").get("rgb")[2:]
    return found


def sheet(package, name, path, strings):
    root = package.xml(path)
    relations = package.relations(path)
    cells = []
    for row in root.iter(M + "row"):
        for cell in row.findall(M + "c"):
            value = cell.find(M + "v")
            formula = cell.find(M + "f")
            if formula is not None:
                text = value.text or "" if value is not None else ""
                # XlsxWriter gives an empty text no type, and an error one of its own.
                found = text if cell.get("t") in ("str", "e") or not text else float(text)
                cells.append((position(cell.get("r")), "formula", (formula.text, found), int(cell.get("s", "0"))))
                continue
            kind = "blank" if value is None else "string" if cell.get("t") == "s" else "number"
            content = None if value is None else strings[int(value.text)] if kind == "string" else float(value.text)
            cells.append((position(cell.get("r")), kind, content, int(cell.get("s", "0"))))
    links = {}
    for link in root.iter(M + "hyperlink"):
        target = relations.get(link.get(R + "id"))
        links[position(link.get("ref"))] = target or "internal:" + link.get("location")
    comments = next((target for target in relations.values() if "/comments" in target), None)
    pane, setup = root.find(f".//{M}pane"), root.find(M + "pageSetup")
    header, margins = root.find(M + "headerFooter"), root.find(M + "pageMargins")
    read = lambda tag: header.find(M + tag).text if header is not None and header.find(M + tag) is not None else None
    return {
        "name": name, "cells": cells, "links": links,
        "notes": notes(package, comments) if comments else {}, "inputs": [entry(v) for v in root.iter(M + "dataValidation")],
        "conditions": [condition(package, c, rule) for c in root.findall(M + "conditionalFormatting") for rule in c.findall(M + "cfRule")],
        "breaks": [int(b.get("id")) for b in root.findall(f"{M}rowBreaks/{M}brk")],
        "columns": [(int(c.get("min")) - 1, int(c.get("max")) - 1, float(c.get("width"))) for c in root.iter(M + "col")],
        "rows": [(int(r.get("r")) - 1, float(r.get("ht"))) for r in root.iter(M + "row") if r.get("customHeight")],
        "merges": [area(m.get("ref")) for m in root.iter(M + "mergeCell")],
        "frozen": (int(pane.get("ySplit", 0)), int(pane.get("xSplit", 0))) if pane is not None else None,
        "landscape": setup is not None and setup.get("orientation") == "landscape", "paper": int(setup.get("paperSize", "0")) if setup is not None else 0,
        "fit": (int(setup.get("fitToWidth", "1")), int(setup.get("fitToHeight", "1"))) if setup is not None and root.find(f".//{M}pageSetUpPr") is not None else None,
        "header": read("oddHeader"), "footer": read("oddFooter"),
        "margins": [float(margins.get(side)) for side in ("left", "right", "top", "bottom", "header", "footer")],
        "gridlines": root.find(f".//{M}sheetView").get("showGridLines") != "0",
        "tables": [table(package, relations[t.get(R + "id")]) for t in root.iter(M + "tablePart")],
        "drawings": [d for n in root.findall(M + "drawing") for d in drawings(package, relations[n.get(R + "id")])],
    }


def plan(path):
    package = Package(path)
    book = package.xml("xl/workbook.xml")
    relations = package.relations("xl/workbook.xml")
    strings = ["".join(t.text or "" for t in s.iter(M + "t")) for s in package.xml("xl/sharedStrings.xml")]
    core = package.xml("docProps/core.xml")
    read = lambda tag: core.find(tag).text or "" if core.find(tag) is not None else ""
    names, defined = {}, {}
    for name in book.iter(M + "definedName"):
        if name.get("name") == "_xlnm.Print_Titles":
            rows = re.findall(r"\$(\d+):\$(\d+)$", name.text)
            names[int(name.get("localSheetId"))] = [int(n) - 1 for n in rows[0]]
        elif not name.get("name").startswith("_xlnm."):
            defined[name.get("name")] = name.text
    sheets = [sheet(package, s.get("name"), relations[s.get(R + "id")], strings) for s in book.iter(M + "sheet")]
    for index, one in enumerate(sheets):
        one["repeat"] = names.get(index)
    return {
        "formats": formats(package), "sheets": sheets, "names": defined,
        "properties": {
            "title": read(DC + "title"), "subject": read(DC + "subject"), "author": read(DC + "creator"),
            "keywords": read(CP + "keywords"), "comments": read(DC + "description"), "created": read(DCT + "created"),
        },
    }
