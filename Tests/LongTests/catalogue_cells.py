#!/usr/bin/env python3
"""What the catalogue of occupations must hold, read from the published files by another program in another language.

usage: catalogue_cells.py PUBLISHED [--lines TABLE]

PUBLISHED is a folder with oews/, projections/, places/ and onet/. Without --lines it prints the hash of each table's lines, which a
test compares with the lines of the catalogue in the binary; with it, the lines of one: occupations, state_pay,
price_parities, job_titles, related_occupations, factors. Cells are separated by a bar; what is not published is empty, an amount of which
BLS says no more than "at or above" ends with a plus sign, counts of the projections are whole numbers of jobs."""
import csv
import hashlib
import pathlib
import sys
from decimal import Decimal

import openpyxl

PAY = ["PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90", "MEAN"]
TOP = {"A": "239200+", "H": "115+"}


def rows(path, title=None):
    book = openpyxl.load_workbook(path, read_only=True)
    return list((book[title] if title else book.worksheets[0]).iter_rows(values_only=True))


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def plain(number):
    number = Decimal(str(number).replace(",", "")).normalize()
    return f"{number:f}"


def cell(value, top=""):
    if value is None or value in ("", "*", "**", "—"):
        return ""
    return top if value == "#" else plain(value)


def jobs(value):
    return "" if value == "—" else plain((Decimal(str(value)) * 1000).to_integral_value())


def wages(row, *bases):
    return [cell(row[f"{base}_{point}"], TOP[base]) for base in bases for point in PAY]


def read(published):
    header, *body = rows(published / "oews" / "national_M2024_dl.xlsx")
    nation = [dict(zip(header, row)) for row in body if row and row[0]]
    nation = {row["OCC_CODE"]: row for row in nation if row["O_GROUP"] == "detailed"}
    book = published / "projections" / "occupation.xlsx"
    projected = {row[1]: row for row in rows(book, "Table 1.2")[2:] if row[1]}
    leaving = {row[1]: row for row in rows(book, "Table 1.10")[2:] if row[1]}
    names = ("occupations", "state_pay", "price_parities", "job_titles", "related_occupations", "factors")
    lines = {name: [] for name in names}
    for code, row in sorted(nation.items()):
        outlook, leave = projected[code], leaving[code]
        lines["occupations"].append(
            [code, row["OCC_TITLE"], cell(row["TOT_EMP"]), *wages(row, "A", "H")]
            + [jobs(outlook[3]), jobs(outlook[4]), cell(outlook[8]), jobs(outlook[10])]
            + [jobs(leave[column]) for column in (10, 11, 12)]
            + [cell(outlook[9]), *outlook[12:15]])
    for name in ("state_M2024_12-neighbors.csv", "state_M2024_29-2072.csv"):
        for row in table(published / "oews" / name):
            lines["state_pay"].append(
                [row["OCC_CODE"], row["PRIM_STATE"], cell(row["TOT_EMP"]), cell(row["LOC_QUOTIENT"]), *wages(row, "A")])
    for row in table(published / "places" / "rpp_state_2024.csv"):
        if row["state"] != "US":
            lines["price_parities"].append(["state:" + row["state"], "2024", plain(row["rpp_all_items_2024"])])
    read_onet(published / "onet", nation, lines)
    for row in rows(book, "Table 1.12")[2:]:
        if len(row) > 4 and row[3] == "TE1000" and row[1] in nation:
            lines["factors"].append([row[1], row[4].strip()])
    return {name: sorted(lines[name]) for name in lines}


def read_onet(folder, nation, lines):
    occupations = table(folder / "occupation_data.csv")
    known = {row["onet_soc_code"][:7] for row in occupations}

    def fold(code):
        """The code of OEWS; a group of OEWS, whose code O*NET does not have, stands for the rest of its broad group."""
        groups = [other for other in nation if other[:6] == code[:6] and other not in known]
        return code[:7] if code[:7] in nation else groups[0] if len(groups) == 1 else None

    titles = {}
    for row in occupations:
        titles.setdefault((fold(row["onet_soc_code"]), row["title"]), row["onet_soc_code"])
    for row in table(folder / "alternate_titles_29-2072.csv"):
        for title in (row["Alternate Title"], row["Short Title"]):
            if title:
                titles.setdefault((fold(row["O*NET-SOC Code"]), title), row["O*NET-SOC Code"])
    for (code, title), onet in titles.items():
        if code and title != nation[code]["OCC_TITLE"]:
            lines["job_titles"].append([code, title, onet])
    related = {}
    for row in table(folder / "related_occupations.csv"):
        one, other = fold(row["onet_soc_code"]), fold(row["related_onet_soc_code"])
        if one and other and one != other:
            entry = (int(row["index"]), row["onet_soc_code"], other, row["relatedness_tier"])
            related.setdefault(one, []).append(entry)
    for one, entries in related.items():
        tiers = {}
        for _, _, other, tier in sorted(entries):
            tiers.setdefault(other, tier)
        lines["related_occupations"].append(
            [one] + [f"{other} {tier.lower().replace('-', '_')}" for other, tier in tiers.items()])


def main(published, *options):
    lines = read(pathlib.Path(published))
    for name, found in lines.items():
        text = "".join("|".join(line) + "\n" for line in found)
        if options[:1] == ("--lines",):
            if options[1] == name:
                print(text, end="")
            continue
        # As the hash of a package's content is made: netstrings of the path and the bytes.
        content = text.encode()
        netstrings = b"16:datapackage.json,%d:%s," % (len(content), content)
        print(name, len(found), hashlib.sha256(netstrings).hexdigest())


if __name__ == "__main__":
    main(*sys.argv[1:])
