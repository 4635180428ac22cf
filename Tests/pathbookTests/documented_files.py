"""Files that a reader of the documentation would have: clients, tables of clients, and made-up files of published figures."""
import csv, io, pathlib, zipfile
import openpyxl

OEWS_COLUMNS = (
    "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,H_MEAN,A_MEAN,"
    "H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY").split(",")
# Places and industries of each file, and how much they pay against the nation.
OEWS_FILES = {
    "oesm25nat.zip": ("national_M2025_dl", [("99", "U.S.", "1", "", "000000", "Cross-industry", "cross-industry", 1)]),
    "oesm25st.zip": ("state_M2025_dl", [
        ("06", "California", "2", "CA", "000000", "Cross-industry", "cross-industry", 1.2),
        ("48", "Texas", "2", "TX", "000000", "Cross-industry", "cross-industry", 0.95)]),
    "oesm25ma.zip": ("MSA_M2025_dl", [
        ("31080", "Los Angeles-Long Beach-Anaheim, CA", "4", "CA", "000000", "Cross-industry", "cross-industry", 1.25)]),
    "oesm25in4.zip": ("nat4d_M2025_dl", [
        ("99", "U.S.", "1", "", "622100", "General Medical and Surgical Hospitals", "4-digit", 1.1),
        ("99", "U.S.", "1", "", "621100", "Offices of Physicians", "4-digit", 0.9)]),
}
OCCUPATIONS = [("29-2072", "Medical Records Specialists", 190_000, 52_000), ("29-2052", "Pharmacy Technicians", 480_000, 44_000)]
PROJECTIONS = [
    ("Medical records specialists", "29-2072", 194.8, 208.6, 7.1, 0.8, 14.2, "Postsecondary nondegree award", "None", "None"),
    ("Pharmacy technicians", "29-2052", 487.5, 518.4, 6.4, 0.6, 49.0, "High school diploma or equivalent", "None",
     "Moderate-term on-the-job training")]


def workbook(sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def oews(name):
    stem, places = OEWS_FILES[name]
    rows = [OEWS_COLUMNS]
    for *place, factor in places:
        for code, title, jobs, median in OCCUPATIONS:
            annual = [round(median * factor * share, -1) for share in (0.7, 0.82, 1, 1.25, 1.5)]
            mean = round(median * factor * 1.06, -1)
            hourly = [round(pay / 2080, 2) for pay in annual]
            rows.append([*place, code, title, "detailed", jobs, round(mean / 2080, 2), mean, *hourly, *annual, "", ""])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{stem}.xlsx", workbook({"data": rows}))
    return file.getvalue()


def projections():
    matrix = ["2024 National Employment Matrix title", "2024 National Employment Matrix code"]
    header = matrix + [
        "Occupation type", "Employment, 2024", "Employment, 2034", "Employment change, percent, 2024–34",
        "Percent self employed, 2024", "Occupational openings, 2024–34 annual average", "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation"]
    rows = [[title, code, "Line item", *rest] for title, code, *rest in PROJECTIONS]
    return workbook({"Table 1.2": [["Table 1.2 Occupational projections"], header, *rows]})


def table(path):
    """An export of the samples as a workbook."""
    text = pathlib.Path(path).read_text(encoding="cp1252")
    return workbook({"Clients": list(csv.reader(io.StringIO(text), delimiter=";"))})


# What is copied, what is written, and what the command itself makes.
COPIES = {"clients": "Samples/clients", "roster.csv": "Samples/rosters/crm.csv",
          "made-up-programs.csv": "Samples/programs/made-up-programs.csv"}
TEXTS = {
    "export.csv": "Case No,Client,Wage,State\n26-0311,Ada Example,17.50,OH\n26-0318,Bo Example,19.25,OH\n",
    "roster.ndjson": '{"id": "a-1", "state": "CA"}\n{"id": "a-2", "state": "TX"}\n'}
COMMANDS = {
    "client.json": "sed 's/\"worked-example\"/\"c-2041\"/' Samples/clients/worked-example.json >client.json",
    "last-year": "pathbook dataset copy last-year", "my-data": "pathbook dataset copy my-data",
    "medical-2026": "pathbook dataset copy medical-2026",
    "medical-2027": "cp -r Samples/datasets/medical-coding-2025 medical-2027",
    "my-template": "pathbook template copy standard my-template",
    "my-catalogue": "pathbook dataset import oesm25nat.zip --catalogue my-catalogue"}


def make(name, folder, shell):
    path = folder / name
    if path.exists():
        return
    if name in OEWS_FILES:
        path.write_bytes(oews(name))
    elif name == "occupation.xlsx":
        path.write_bytes(projections())
    elif name == "roster.xlsx":
        path.write_bytes(table(folder / "Samples/rosters/crm.csv"))
    elif name in TEXTS:
        path.write_text(TEXTS[name])
    elif name in COPIES or name in COMMANDS:
        result = shell(COMMANDS.get(name) or f"cp -r {COPIES[name]} {name}")
        assert result.returncode == 0, result.stdout
    else:
        raise LookupError(f"documented_files.py knows no file {name}")
