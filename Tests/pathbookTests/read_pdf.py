"""usage: read_pdf.py FILE.pdf ...   What pikepdf finds in PDFs, as JSON on standard output, one object a file."""
import json
import re
import sys

import pikepdf


def children(node):
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def walk(node, page, found, path=()):
    """Structure elements, depth first: their types with what is around them, and the marked content in order."""
    if isinstance(node, (int, pikepdf.Object)) and not isinstance(node, (pikepdf.Dictionary, pikepdf.Array)):
        found["content"].append([page, int(node)])
        return
    if "/MCID" in node:
        found["content"].append([found["pages"].get(node.Pg.objgen, page) if "/Pg" in node else page, int(node.MCID)])
        return
    if "/S" not in node:
        return
    kind = str(node.S)[1:]
    page = found["pages"].get(node.Pg.objgen, page) if "/Pg" in node else page
    if re.fullmatch(r"H\d", kind):
        found["headings"].append(kind)
    if kind == "Figure":
        found["figures"].append(str(node.get("/Alt", "")))
    if kind == "Table":
        found["tables"].append({"headers": 0, "cells": 0, "scopes": []})
    if kind in ("TH", "TD") and found["tables"]:
        found["tables"][-1]["headers" if kind == "TH" else "cells"] += 1
        if kind == "TH":
            attributes = node.get("/A", {})
            for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
                if "/Scope" in each:
                    found["tables"][-1]["scopes"].append(str(each.Scope)[1:])
    found["kinds"].add(kind)
    for child in children(node):
        walk(child, page, found, path + (kind,))


def outline(items):
    return [[str(item.title), outline(item.children)] for item in items]


def bookmarks(items, pages):
    """Those of the first level: title and number of the page, from 0."""
    return [{"title": str(item.title), "page": pages.get(item.destination[0].objgen, -1)} for item in items]


def read(path):
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        found = {"headings": [], "figures": [], "tables": [], "kinds": set(), "content": []}
        found["pages"] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        for child in children(root.StructTreeRoot):
            walk(child, 0, found)
        with pdf.open_metadata() as metadata:
            part = metadata.get("pdfuaid:part")
        with pdf.open_outline() as all_bookmarks:
            titles = outline(all_bookmarks.root)
            first = bookmarks(all_bookmarks.root, found["pages"])
        images = [str(x.get("/Subtype")) for p in pdf.pages for x in p.get("/Resources", {}).get("/XObject", {}).values()]
        del found["pages"]
        return {
            **found,
            "kinds": sorted(found["kinds"]),
            "language": str(root.Lang),
            "isMarked": bool(root.MarkInfo.Marked),
            "showsTitle": bool(root.ViewerPreferences.DisplayDocTitle),
            "title": str(pdf.docinfo.get("/Title", "")),
            "part": part,
            "author": str(pdf.docinfo.get("/Author", "")),
            "outline": titles,
            "bookmarks": first,
            "width": float(pdf.pages[0].MediaBox[2]),
            "papers": len({tuple(map(float, page.MediaBox)) for page in pdf.pages}),
            "pages": len(pdf.pages),
            "images": images,
            "hasScript": b"/JavaScript" in open(path, "rb").read(),
            "problems": [str(problem) for problem in pdf.check_pdf_syntax()],
        }


print(json.dumps([read(path) for path in sys.argv[1:]]))
