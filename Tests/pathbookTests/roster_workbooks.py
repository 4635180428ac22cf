"""usage: roster_workbooks.py FOLDER

Writes rosters as workbooks in the ways of programs that make them, by openpyxl and XlsxWriter, and files that people take
for workbooks.
"""
import datetime
import pathlib
import sys
import zipfile

import openpyxl
import xlsxwriter

HEADER = ["Client ID", "State", "Pay", "Per year or hour", "Report date", "Works in the field", "Credentials", "Setting"]
DAY = datetime.date(2026, 11, 23)


def typed(path, options=None):
    """Numbers, dates and truth values with types and formats; what is shown is what counts."""
    book = xlsxwriter.Workbook(path, options or {})
    zeros, words = book.add_format({"num_format": "00000"}), book.add_format({"num_format": '"C-"000'})
    dollars, day = book.add_format({"num_format": "$#,##0.00"}), book.add_format({"num_format": "d mmm yyyy"})
    moment, bold = book.add_format({"num_format": "m/d/yyyy h:mm"}), book.add_format({"bold": True})
    sheet = book.add_worksheet("Clients")
    sheet.write_row(0, 0, HEADER)
    sheet.write_number(1, 0, 123, zeros)
    sheet.write_row(1, 1, ["CA", 46000, "annual"])
    sheet.write_datetime(1, 4, datetime.datetime(2026, 11, 23), day)
    sheet.write_boolean(1, 5, True)
    sheet.write_string(1, 6, "CPC; CRC")
    sheet.write_formula(1, 7, "=NA()", None, "#N/A")
    sheet.write_number(2, 0, 7, words)
    sheet.write_formula(2, 1, '="C"&"A"', None, "CA")
    sheet.write_formula(2, 2, "=40000+6000", dollars, 46000)
    sheet.write_string(2, 3, "Per year")
    sheet.write_datetime(2, 4, datetime.datetime(2026, 11, 23, 18, 30), moment)
    sheet.write_formula(2, 5, "=1=1", None, True)
    if not (options or {}).get("constant_memory"):
        sheet.write_rich_string(2, 6, "C", bold, "PC", "; CRC")
    else:
        sheet.write_string(2, 6, "CPC; CRC")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write_string(3, 0, "00125")
    sheet.write_row(3, 1, ["California", "46,000", "annual", "2026-11-23", "yes", "CRC, CPC"])
    book.close()


def twin(path):
    """The clients of `typed` as CSV."""
    rows = ["id,state,pay_amount,pay_basis,report_date,in_field,credentials"]
    rows += [f"{name},CA,46000,annual,2026-11-23,yes,CPC; CRC" for name in ["00123", "C-007", "00125"]]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def merged(path):
    """A title, a header over two rows, a group of columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Kept by hand"
    sheet["A1"] = "Clients of the spring"
    sheet.merge_cells("A1:D1")
    sheet["A3"], sheet["B3"], sheet["D3"] = "Client ID", "Money", "State"
    sheet["B4"], sheet["C4"] = "Pay", "Per year or hour"
    for area in ["A3:A4", "B3:C3", "D3:D4"]:
        sheet.merge_cells(area)
    sheet.append(["m01", 46000, "annual", "CA"])
    sheet.append(["m02", 22.5, "hourly", "CA"])
    sheet["D7"] = "CA"
    sheet["A7"] = "m03"
    sheet.merge_cells("D7:D8")
    sheet["A8"] = "m04"
    book.save(path)


def second(path):
    """The table is the second sheet; a hidden one before it has a header too."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Read me"
    cover["A1"] = "What this is"
    cover["A2"] = "Made by the office"
    old = book.create_sheet("Old")
    old.append(["id", "state"])
    old.append(["old", "CA"])
    old.sheet_state = "hidden"
    table = book.create_sheet("Spring 2026")
    table.append(["id", "state"])
    for name in ["s01", "s02"]:
        table.append([name, "CA"])
    book.save(path)


def bad(path):
    """Cells that no column takes as they are; each row is refused but the last one."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["id", "state", "pay_amount", "pay_basis", "hours_per_week", "name"])
    for row in [
        [12345678901234567, "CA"], [datetime.date(2026, 3, 5), "CA"], ["b03", "CA", "=2*20000", "annual"],
        ["b04", "CA", 46000, "annual"], ["b05", "CA", 46, "annual"], ["b06", "CA", 20, "hourly", 0.4],
        ["b07", "CA", 1.5, "hourly"], ["b08", "CA", datetime.date(2026, 3, 5), "annual"], ["b09", "ZZ"],
        ["b10", "CA", 46000, "annual", 40, "=A1&A2"], ["good", "CA", 46000, "annual", 40, "O'Brien"],
    ]:
        sheet.append(row)
    sheet["C5"].number_format = "[$€-407] #,##0.00"
    sheet["C6"].number_format = '0"k"'
    sheet["E7"].number_format = "[h]:mm"
    sheet["C8"].number_format = "0%"
    book.save(path)


def rejects(path):
    """Three rows to be put right, with types and formats to be kept."""
    book = xlsxwriter.Workbook(path)
    zeros, day = book.add_format({"num_format": "00000"}), book.add_format({"num_format": "yyyy/mm/dd"})
    text = book.add_format({"num_format": "@"})
    sheet = book.add_worksheet("Clients & co")
    sheet.write_row(0, 0, ["State", "Notes", "Client ID", "Pay", "Report date", "In field", "Shoe size", "Pay basis"])
    for index, state in enumerate(["CA", "ZZ", "ZZ", "ZZ"]):
        row = index + 1
        sheet.write_string(row, 0, state)
        sheet.write_string(row, 1, ["plain", "=1+1", "'=x", "-5"][index], text)
        sheet.write_number(row, 2, 120 + index, zeros)
        sheet.write_number(row, 3, 46000.5)
        sheet.write_datetime(row, 4, datetime.datetime(2026, 11, 23), day)
        sheet.write_boolean(row, 5, True)
        sheet.write_formula(row, 6, "=NA()", None, "#N/A")
        sheet.write_string(row, 7, "annual")
    book.close()


def strangers(folder):
    def compound(name):
        entry = name.encode("utf-16-le").ljust(128, b"\0")
        header = bytearray(512)
        header[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
        header[30] = 9
        header[48:52] = (1).to_bytes(4, "little")
        return bytes(header) + b"\0" * 512 + entry.ljust(512, b"\0")

    def archive(path, **files):
        with zipfile.ZipFile(path, "w") as file:
            for name, text in files.items():
                file.writestr(name.replace("__", "/").replace("_DOT_", "."), text)

    (folder / "locked.xlsx").write_bytes(compound("EncryptedPackage"))
    (folder / "old.xls").write_bytes(compound("Workbook"))
    (folder / "old-called.xlsx").write_bytes(compound("Workbook"))
    (folder / "other.doc").write_bytes(compound("Something"))
    (folder / "page.xls").write_text("\n <HTML xmlns:x='urn:schemas'><table><tr><td>id</td></tr></table>")
    (folder / "page-called.xlsx").write_bytes("<html><table></table>".encode("utf-16"))
    (folder / "xml.xls").write_text(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>')
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "packed.gz").write_bytes(b"\x1f\x8b\x08\x00")
    archive(folder / "table.ods", mimetype="application/vnd.oasis.opendocument.spreadsheet", content_DOT_xml="<x/>")
    archive(folder / "table.numbers", Index__Document_DOT_iwa="x")
    archive(folder / "table.xlsb", xl__workbook_DOT_bin="x", _rels="x")
    archive(folder / "letter.docx", word__document_DOT_xml="<x/>")
    archive(folder / "some.zip", readme_DOT_txt="x")
    (folder / "cut.xlsx").write_bytes((folder / "typed.xlsx").read_bytes()[:2000])


def main():
    folder = pathlib.Path(sys.argv[1])
    typed(folder / "typed.xlsx")
    typed(folder / "typed-1904.xlsx", {"date_1904": True})
    typed(folder / "typed-inline.xlsx", {"constant_memory": True})
    twin(folder / "typed.csv")
    merged(folder / "merged.xlsx")
    second(folder / "second.xlsx")
    bad(folder / "bad.xlsx")
    rejects(folder / "rejected.xlsx")
    strangers(folder)


main()
