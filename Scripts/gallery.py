#!/usr/bin/env python3
"""usage: gallery.py PATHBOOK PROFILE FOLDER      (see `make gallery`)

Draws each sheet of a client's workbook: Pathbook writes it, LibreOffice prints it, and the first page of each sheet
becomes a picture in FOLDER, shown by FOLDER.md."""
import pathlib
import re
import subprocess
import sys
import tempfile

DOTS_PER_INCH = 64


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def pages(pdf):
    """The number and the title of the first page of each sheet."""
    found = {}
    for number, text in enumerate(run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1], start=1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        # Under the page header stands the title of the sheet.
        found.setdefault(lines[1], number)
    return found


def main(pathbook, profile, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        book = run(pathbook, "report", profile, "--format", "xlsx", "--output", scratch).split()[0]
        run("soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf",
            "--outdir", scratch, book)
        pdf = pathlib.Path(book).with_suffix(".pdf")
        lines = ["# What the workbook looks like", "",
                 f"The sheets of the sample client `{pathlib.Path(profile).stem}`, printed by LibreOffice: each "
                 "page that begins with a title. `make gallery` draws them anew.", ""]
        for place, (title, number) in enumerate(pages(pdf).items(), start=1):
            name = f"{place:02}-{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')[:40]}"
            run("pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-singlefile", "-f", str(number), "-l", str(number),
                str(pdf), str(folder / name))
            lines += [f"## {title}", "", f"![The sheet {title}, as printed]({folder.name}/{name}.png)", ""]
    folder.with_suffix(".md").write_text("\n".join(lines))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
