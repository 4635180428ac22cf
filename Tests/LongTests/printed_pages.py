"""usage: printed_pages.py MOST FILE.xlsx ...   pages that LibreOffice prints with nothing on them but their header and
footer, and workbooks that it prints on more than MOST pages

A page has a header, a footer and the title of its sheet; what has no more lines is empty."""
import pathlib
import subprocess
import sys
import tempfile

LINES_OF_EVERY_PAGE = 3
# Else LibreOffice leaves out pages that other programs print.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Print/Page">
<prop oor:name="EmptyPages" oor:op="fuse"><value>false</value></prop></item></oor:items>"""


def pages(path):
    """The lines of text on each page."""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return [[line for line in page.split("\n") if line.strip()] for page in text.split("\f")[:-1]]


with tempfile.TemporaryDirectory() as scratch:
    user = pathlib.Path(scratch) / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{user.parent}", "--headless", "--norestore", "--convert-to", "pdf",
         "--outdir", scratch, *sys.argv[2:]],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    files = sorted(pathlib.Path(scratch).glob("*.pdf"))
    printed = {file.name: pages(file) for file in files}
empty = [
    f"{name} page {number}: {lines}"
    for name, found in printed.items()
    for number, lines in enumerate(found, 1)
    if len(lines) <= LINES_OF_EVERY_PAGE
]
long = [f"{name}: {len(found)} pages" for name, found in printed.items() if len(found) > int(sys.argv[1])]
print("\n".join((empty + long)[:50]))
print(f"{len(empty)} empty pages, {len(long)} long, {len(files)} workbooks")
sys.exit(1 if empty or long or len(files) != len(sys.argv) - 2 else 0)
