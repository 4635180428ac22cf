#!/usr/bin/env python3
"""usage: renew_datasets.py PATHBOOK PUBLISHED

Renews the shipped datasets from PUBLISHED, a folder with files as they were published, which is not part of the
repository. A second run changes nothing.

  oews/industry_M2024_29-2072.csv   BLS, OEWS May 2024: pay and employment by industry
  oews/national_M2025_dl.xlsx       BLS, OEWS May 2025: the nation
  oews/state_M2025_29-2072.csv      BLS, OEWS May 2025: the states
  oews/area_M2025_29-2072.csv       BLS, OEWS May 2025: metropolitan and nonmetropolitan areas
  places/rpp_state_2024.csv         BEA, regional price parities of the states
  places/rpp_metro_2024.csv         BEA, regional price parities of metropolitan areas

`medical-coding` gets the industries and the price parities; `medical-coding-2025` is made from it anew, with the
wages of May 2025 in place of those of May 2024, as far as they are published. What stays of May 2024 says so."""
import csv
import pathlib
import shutil
import subprocess
import sys

DATASETS = pathlib.Path(__file__).parent.parent / "Samples" / "datasets"
FIRST = DATASETS / "medical-coding"
SECOND = DATASETS / "medical-coding-2025"
VERSION = "2026.2.0"
RPP_YEAR = 2024
RPP_SOURCE = "bea-rpp-2024"

OLDER = "older than the wages of the nation, the states and the areas, which are of May 2025"
OLDER_ES = "más antiguos (older) que los salarios del país, los estados y las áreas, que son de mayo de 2025"


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def add_price_parities(dataset, published):
    """The states by their postal codes, metropolitan areas by the codes of BEA, which are those of OEWS."""
    parities = {"state:" + row["state"]: row for row in read(published / "rpp_state_2024.csv") if row["state"] != "US"}
    for row in read(published / "rpp_metro_2024.csv"):
        parities["area:" + row["cbsa_code"]] = row
    rows = []
    for area in read(dataset / "areas.csv"):
        if row := parities.get(area["id"]):
            number = row["rpp_all_items_2024"].rstrip("0").rstrip(".")
            rows.append({"area": area["id"], "year": RPP_YEAR, "rpp": number, "source": RPP_SOURCE})
    write(dataset / "price_parities.csv", ["area", "year", "rpp", "source"], rows)
    return len(rows)


def dollars(number):
    return f"{number:,.0f}"


def explain_newer_figures():
    """The explanations of contradictions that name wages, with those of May 2025."""
    pay = {row["id"]: float(row["value"]) for row in read(SECOND / "pay.csv") if row["value"]}
    mean, director = pay["oews-national-mean"], pay["oews-11-9111-median"]
    premium = round((80965 / mean - 1) * 100, 1)
    words = {
        "research-premium": (
            premium,
            f"80,965 is published as about 56 % above the occupation's average; against the OEWS mean of {dollars(mean)} (May 2025) it is {premium} %. The base implied is about 51,900, Data USA's own average.",
            f"80,965 se publica como cerca de 56 % sobre el promedio de la ocupación; contra el promedio de OEWS de {dollars(mean)} (mayo de 2025) es {premium} %. La base implícita es de cerca de 51,900, el promedio propio de Data USA.",
        ),
        "director-median": (
            director,
            f"The director's 110,680 is an older BLS median of SOC 11-9111, medical and health services managers; May 2025 publishes {dollars(director)}.",
            f"Los 110,680 del director son una mediana anterior de la BLS de SOC 11-9111, gerentes de servicios médicos y de salud; mayo de 2025 publica {dollars(director)}.",
        ),
    }
    path = SECOND / "disagreements.csv"
    rows = read(path)
    former = {}
    # Employment of an industry is of May 2024 and that of the nation of May 2025: no share is made of the two. And the
    # employment of May 2025 is that of the projections but for a rounding.
    gone_ids = {"setting-shares-health-care", "employment"}
    kept = [row for row in rows if row["id"] not in gone_ids]
    gone = {row["explanation"] for row in rows} - {row["explanation"] for row in kept}
    for row in kept:
        if row["id"] in words:
            number, english, _ = words[row["id"]]
            former[row["explanation"]] = row["id"]
            row["recalculated_value"] = f"{number:g}" if number < 1000 else f"{number:.0f}"
            row["explanation"] = english
    write(path, list(rows[0]), kept)
    path = SECOND / "translations.csv"
    rows = [row for row in read(path) if row["text"] not in gone]
    for row in rows:
        if row["text"] in former:
            _, row["text"], row["translation"] = words[former[row["text"]]]
    write(path, list(rows[0]), rows)


def label_older_source():
    path = SECOND / "sources.csv"
    rows = read(path)
    for row in rows:
        if row["id"] == "bls-oews-2024":
            row["note"] = f"pay and employment by industry: {OLDER}"
    write(path, list(rows[0]), rows)


def translate_areas():
    path = SECOND / "translations.csv"
    rows = read(path)
    known = {row["text"] for row in rows}
    ending = " nonmetropolitan area"
    added = [
        ("May 2025", "mayo de 2025"),
        (f"pay and employment by industry: {OLDER}", f"salarios y empleo por industria: {OLDER_ES}"),
    ]
    for area in read(SECOND / "areas.csv"):
        title = area["title"]
        spanish = f"zona no metropolitana: {title.removesuffix(ending)}" if title.endswith(ending) else title
        added.append((title, spanish))
    for text, translation in added:
        if text not in known:
            known.add(text)
            rows.append({"language": "es", "text": text, "translation": translation})
    write(path, list(rows[0]), rows)


def main(pathbook, published):
    oews, places = pathlib.Path(published) / "oews", pathlib.Path(published) / "places"

    def run_import(dataset, period, *files):
        paths = [str(oews / file) for file in files]
        words = [pathbook, "dataset", "import", *paths, "--into", str(dataset), "--period", period]
        print(subprocess.run(words, check=True, capture_output=True, text=True).stdout)

    print("price parities:", add_price_parities(FIRST, places))
    run_import(FIRST, "May 2024", "industry_M2024_29-2072.csv")

    if SECOND.exists():
        shutil.rmtree(SECOND)
    shutil.copytree(FIRST, SECOND)
    run_import(
        SECOND, "May 2025", "national_M2025_dl.xlsx", "state_M2025_29-2072.csv", "area_M2025_29-2072.csv")
    package = SECOND / "datapackage.json"
    text = package.read_text(encoding="utf-8")
    version = next(line for line in text.splitlines() if '"version"' in line)
    text = text.replace('"name": "medical-coding"', '"name": "medical-coding-2025"', 1)
    package.write_text(text.replace(version, f'  "version": "{VERSION}",', 1), encoding="utf-8")
    explain_newer_figures()
    label_older_source()
    translate_areas()
    print("price parities:", add_price_parities(SECOND, places))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
