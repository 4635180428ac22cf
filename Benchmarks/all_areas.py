"""usage: all_areas.py NATSECTOR.xlsx OUT.xlsx [ROWS]      make the file
       all_areas.py --measure OUT.xlsx COMMAND...       run the command and print its seconds and its peak memory

Makes a workbook as large as the release of BLS with all areas and industries: 413,000 rows and about 75 MB. The header
and the rows are those of a real table (natsector_M2024_dl.xlsx) over and over, their XML as Excel wrote it, with the
code, the title and the state of another area each time. Only Python's own library is needed.

The command is what imports the file for one occupation; `{}` in it stands for OUT.xlsx.
"""
import os
import re
import subprocess
import sys
import time
import zipfile

ROWS = 413_527  # as many as the release of May 2025 has
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
FIPS = [f"{number:02}" for number in range(1, 57) if number not in (3, 7, 14, 43, 52)]


def area_strings(text):
    """The shared strings with an area code, a title and a state for each state, and where they begin."""
    count = len(re.findall("<si>", text))
    added = "".join(f"<si><t>{s}</t></si>" for code in FIPS for s in (code, f"State {code}", f"S{code}", "2"))
    return text.replace("</sst>", added + "</sst>"), count


def write_rows(target, rows, wanted, first_string):
    """The rows again and again, renumbered; each time of another area, the first time as they are."""
    number = 2
    turn = 0
    numbers = re.compile(r'(<row r="|<c r="[A-Z]+)\d+')
    areas = re.compile(r'(<c r="[A-D]\d+"[^>]*t="s"[^>]*><v>)\d+')
    while number < wanted + 2:
        for row in rows:
            row = numbers.sub(lambda match: f"{match[1]}{number}", row)
            if turn:
                strings = iter(first_string + 4 * ((turn - 1) % len(FIPS)) + place for place in (0, 1, 3, 2))
                row = areas.sub(lambda match: f"{match[1]}{next(strings)}", row)
            target.write(row.encode())
            number += 1
            if number == wanted + 2:
                break
        turn += 1


def make(source, out, wanted):
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as target:
        text = archive.read(SHEET).decode()
        head, body = text.split("</row>", 1)
        body, tail = body.rsplit("</row>", 1)
        strings, first = area_strings(archive.read(STRINGS).decode())
        for name in archive.namelist():
            if name == SHEET:
                with target.open(name, "w", force_zip64=True) as sheet:
                    sheet.write((head + "</row>").encode())
                    write_rows(sheet, [row + "</row>" for row in body.split("</row>")], wanted, first)
                    sheet.write(tail.encode())
            elif name == STRINGS:
                target.writestr(name, strings)
            elif name == BOOK:
                target.writestr(name, archive.read(name).replace(b"Natsector_M2024_dl", b"All May 2024 data"))
            else:
                target.writestr(name, archive.read(name))
        unpacked = sum(entry.file_size for entry in target.infolist())
    print(f"{out}: {wanted:,} rows, {os.path.getsize(out) / 1e6:.0f} MB, {unpacked / 1e6:.0f} MB unpacked")


def measure(out, command):
    start = time.perf_counter()
    process = subprocess.Popen([part.replace("{}", out) for part in command])
    _, status, usage = os.wait4(process.pid, 0)
    print(f"{time.perf_counter() - start:.1f} s, at most {usage.ru_maxrss / 1024:.0f} MB of memory")
    sys.exit(os.waitstatus_to_exitcode(status))


def main():
    if sys.argv[1:2] == ["--measure"] and len(sys.argv) > 3:
        measure(sys.argv[2], sys.argv[3:])
    elif len(sys.argv) in (3, 4) and not sys.argv[1].startswith("-"):
        make(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else ROWS)
    else:
        sys.exit(__doc__)


main()
