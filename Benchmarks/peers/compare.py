"""usage: compare.py WORKBOOK OTHER...   Do the workbooks hold the same? Prints each difference; exit 1 if there is one."""
import sys

from plan import plan


# Formats of numbers that Excel knows by their place; a library may write either.
BUILT_IN = {"0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10}


def resolved(book):
    """The book with each cell's format in place of its number, and without what carries no meaning."""
    formats = [{key: BUILT_IN.get(value, value) if key == "number" else value for key, value in one.items()} for one in book["formats"]]
    for sheet in book["sheets"]:
        sheet["cells"] = {p: (kind, value, tuple(sorted(formats[style].items()))) for p, kind, value, style in sheet["cells"]}
        # XlsxWriter rounds the height of a row to whole pixels, 0.75 points each.
        sheet["rows"] = [(row, round(height / 0.75) * 0.75) for row, height in sheet["rows"]]
        sheet["columns"] = {c: round(w, 3) for a, b, w in sheet["columns"] for c in range(a, b + 1)}
        for drawing in sheet["drawings"]:
            # The lower right corner may differ by a pixel's rounding.
            drawing["from"], drawing["to"] = drawing["from"][:2], drawing["to"][:2]
    return {"sheets": book["sheets"], "names": book["names"], "properties": book["properties"]}


def differences(a, b, place):
    if isinstance(a, dict) and isinstance(b, dict):
        return [d for key in sorted(set(a) | set(b), key=str) for d in differences(a.get(key), b.get(key), f"{place}/{key}")]
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)) and len(a) == len(b):
        return [d for i, (x, y) in enumerate(zip(a, b)) for d in differences(x, y, f"{place}/{i}")]
    if isinstance(a, float) and isinstance(b, float) and abs(a - b) <= 1e-9 * max(1, abs(a)):
        return []
    return [] if a == b else [f"{place}: {a!r} and {b!r}"]


def main():
    first = resolved(plan(sys.argv[1]))
    found = [f"{other}: {d}" for other in sys.argv[2:] for d in differences(first, resolved(plan(other)), "")]
    print("\n".join(found[:40]) or f"the same: {len(sys.argv) - 1} workbooks")
    sys.exit(1 if found else 0)


main()
