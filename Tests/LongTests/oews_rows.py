#!/usr/bin/env python3
"""Make the OEWS rows of a career dataset from the files that BLS publishes: `pathbook dataset import` a second time,
with another reader and in another language, to hold the two against each other.

usage: oews_rows.py --into DIR --soc SOC [--compare SOC ...] [--period "May 2024"]
                    [--source ID] FILE...

FILE... are OEWS tables as BLS offers them, .xlsx or the same table as .csv: national
(national_M2024_dl.xlsx), state (state_M2024_dl.xlsx) and national by sector
(natsector_M2024_dl.xlsx). They are told apart by their rows, columns by their names.

In DIR the rows of what the files hold are renewed where they stand, or added at the end: areas.csv,
industries.csv, and in pay.csv and figures.csv the rows whose id starts with "oews-". Every other
row stays as it is. Running it again with the same files changes nothing.

  --soc       the occupation of the dataset: every row of it
  --compare   an occupation to compare with: its national annual median alone
  --period    the time of the figures; read from the sheets when absent
  --source    the id in sources.csv; bls-oews-YEAR when absent

The marks of BLS: * and ** (no estimate) give no row; # (115.00 an hour, 239,200 a year or more)
gives an open-ended row whose low end is that amount.
"""

import argparse
import csv
import os
import re
import sys
from decimal import Decimal

PREFIX = "oews-"
POPULATION = "oews-wage-and-salary"
POPULATION_IN_WORDS = "wage and salary workers (self-employed excluded)"
EMPLOYMENT_NOTE = "rounded to the nearest 10; self-employed excluded"
AT_OR_ABOVE = {"annual": "239200", "hourly": "115"}

# (statistic, basis, column), in the order of the rows.
POINTS = [
    ("p10", "annual", "A_PCT10"),
    ("p25", "annual", "A_PCT25"),
    ("median", "annual", "A_MEDIAN"),
    ("p75", "annual", "A_PCT75"),
    ("p90", "annual", "A_PCT90"),
    ("mean", "annual", "A_MEAN"),
    ("p10", "hourly", "H_PCT10"),
    ("p25", "hourly", "H_PCT25"),
    ("median", "hourly", "H_MEDIAN"),
    ("p75", "hourly", "H_PCT75"),
    ("p90", "hourly", "H_PCT90"),
    ("mean", "hourly", "H_MEAN"),
]


def fail(message):
    sys.exit(f"oews_rows.py: {message}")


def sheet_rows(path):
    """The rows of a file's first sheet, each a list of cells, and what its other sheets say of the period."""
    if path.lower().endswith(".csv"):
        with open(path, newline="", encoding="utf-8-sig") as file:
            return list(csv.reader(file, strict=True)), None
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        fail(f"{path}: {error}; give the .xlsx of an OEWS table, or the same table as .csv")
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    period = None
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows(values_only=True, max_row=5):
            for cell in row:
                match = re.match(r"((?:May|November) (?:19|20)\d\d) OEWS", str(cell or ""))
                period = period or (match and match.group(1))
    return rows, period


def records(path, occupations):
    """The rows of the occupations, as dictionaries with column names in upper case, and the period."""
    rows, period = sheet_rows(path)
    if not rows:
        fail(f"{path}: empty; give an OEWS table")
    names = [str(name or "").strip().upper() for name in rows[0]]
    needed = {"AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "I_GROUP", "OCC_CODE", "TOT_EMP", "A_MEDIAN"}
    if missing := needed - set(names):
        fail(f"{path}: no column {', '.join(sorted(missing))}; give an OEWS table with its header row")
    found = [dict(zip(names, row)) for row in rows[1:]]
    found = [r for r in found if r["OCC_CODE"] in occupations and r.get("O_GROUP") in ("detailed", None)]
    return found, period


def number(cell):
    """A cell as the text of a plain decimal number, or None for no estimate."""
    text = "" if cell is None else str(cell).strip().replace(",", "")
    if text in ("", "*", "**"):
        return None
    value = Decimal(text).normalize()
    return format(value, "f")


class Subject:
    """What a row is about: the kind and id in the dataset, and the part of the ids made from it."""

    def __init__(self, record, soc):
        self.kind, self.order = "area", 0
        area_type, group = str(record["AREA_TYPE"]).strip(), str(record["I_GROUP"]).strip()
        if record["OCC_CODE"] != soc:
            self.kind, self.id = "occupation", record["OCC_CODE"]
            self.slug, self.order = record["OCC_CODE"], 3
        elif group == "sector":
            self.kind, self.id = "industry", str(record["NAICS"]).strip()
            self.slug, self.order = f"industry-{self.id}", 2
            self.row = [self.id, record["NAICS_TITLE"], "sector"]
        elif group != "cross-industry":
            fail(f"I_GROUP {group}: give cross-industry and sector tables")
        elif area_type == "1":
            self.id = self.slug = "national"
            self.row = ["national", "nation", "", "", "United States"]
        elif area_type == "2":
            state = record["PRIM_STATE"]
            self.id, self.slug, self.order = f"state:{state}", f"state-{state}", 1
            self.row = [self.id, "state", state, str(record["AREA"]).zfill(2), record["AREA_TITLE"]]
        else:
            fail(f"AREA_TYPE {area_type}: give national and state tables")


def pay_row(record, subject, statistic, basis, column, period, source):
    cell = record.get(column)
    at_or_above = str(cell).strip() == "#"
    value = "" if at_or_above else number(cell)
    if value is None:
        return None
    part = statistic if basis == "annual" else f"hourly-{statistic}"
    return {
        "id": f"{PREFIX}{subject.slug}-{part}",
        "subject_kind": subject.kind,
        "subject": subject.id,
        "statistic": statistic,
        "basis": basis,
        "low": AT_OR_ABOVE[basis] if at_or_above else "",
        "value": value,
        "open_ended": "true" if at_or_above else "false",
        "population": POPULATION,
        "period": period,
        "source": source,
        "editorial": "false",
        "note": "published as at or above this amount" if at_or_above else "",
    }


def employment_row(record, subject, period, source):
    count = number(record.get("TOT_EMP"))
    return count and {
        "id": f"{PREFIX}{subject.slug}-employment",
        "subject_kind": subject.kind,
        "subject": subject.id,
        "measure": "employment",
        "label": "Jobs that employers report",
        "value": count,
        "unit": "count",
        "statistic": "count (rounded)",
        "population": POPULATION_IN_WORDS,
        "period": period,
        "source": source,
        "editorial": "false",
        "note": EMPLOYMENT_NOTE,
    }


def read_table(directory, name):
    with open(os.path.join(directory, name), newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file, strict=True)
        return list(reader.fieldnames), list(reader)


def renew(directory, name, key, made, is_stale=lambda row: False):
    """Writes a table anew: made rows in the place of those with their key, else at the end; stale rows go."""
    columns, rows = read_table(directory, name)
    made = [row if isinstance(row, dict) else dict(zip(columns, row)) for row in made]
    by_key = {row[key]: row for row in made}
    held = {row[key] for row in rows}
    kept = [row for row in rows if row[key] not in by_key and not is_stale(row)]
    all_rows = [by_key.get(row[key], row) for row in rows if row[key] in by_key or not is_stale(row)]
    all_rows += [row for row in made if row[key] not in held]
    path = os.path.join(directory, name)
    with open(path + ".new", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="raise", lineterminator="\n")
        writer.writeheader()
        writer.writerows(all_rows)
    os.replace(path + ".new", path)
    print(f"{name}: {len(made)} rows made, {len(kept)} kept")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS)
    parser.add_argument("--into", required=True, metavar="DIR")
    parser.add_argument("--soc", required=True)
    parser.add_argument("--compare", action="append", default=[], metavar="SOC")
    parser.add_argument("--period")
    parser.add_argument("--source")
    parser.add_argument("files", nargs="+", metavar="FILE")
    return parser.parse_args()


def main():
    options = arguments()
    found, period = [], options.period
    for path in options.files:
        rows, sheet_period = records(path, {options.soc, *options.compare})
        if sheet_period and period and sheet_period != period:
            fail(f"{path}: the figures are for {sheet_period}, not {period}; use files of one period")
        period = period or sheet_period
        found += [(Subject(row, options.soc), row) for row in rows]
    if not found:
        fail(f"no row of {options.soc} in these files; check the SOC code")
    if not period:
        fail('the files do not state their period; give --period "May 2024"')
    # Of an occupation to compare with, the sectors and states are left out.
    found = [(s, r) for s, r in found if s.kind != "occupation" or r["I_GROUP"] == "cross-industry"
             and str(r["AREA_TYPE"]) == "1"]
    found.sort(key=lambda pair: pair[0].order)
    source = options.source or "bls-oews-" + period.split()[-1]
    if source not in {row["id"] for row in read_table(options.into, "sources.csv")[1]}:
        fail(f"sources.csv has no {source}; add its row, or name another with --source")

    pay, figures = [], []
    for subject, record in found:
        points = POINTS if subject.kind != "occupation" else [("median", "annual", "A_MEDIAN")]
        pay += [pay_row(record, subject, *point, period, source) for point in points]
        if subject.kind != "occupation":
            figures.append(employment_row(record, subject, period, source))
    subjects = {(subject.kind, subject.id): subject for subject, _ in found}

    def is_stale(row):
        """A figure that an earlier edition of the same files held and this one does not."""
        return row["id"].startswith(PREFIX) and (row["subject_kind"], row["subject"]) in subjects

    rows_of = lambda kind: [s.row for s in subjects.values() if s.kind == kind]
    renew(options.into, "pay.csv", "id", [row for row in pay if row], is_stale)
    renew(options.into, "figures.csv", "id", [row for row in figures if row], is_stale)
    renew(options.into, "areas.csv", "id", rows_of("area"))
    renew(options.into, "industries.csv", "naics", rows_of("industry"))


main()
