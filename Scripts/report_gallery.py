#!/usr/bin/env python3
"""usage: report_gallery.py PATHBOOK PROFILE COMPARISON FOLDER      (see `make gallery`)

Pictures of what is handed out, for the documentation: page one in English and Spanish, and careers side by side, as their
PDFs look, and a chart as it is written."""
import os, pathlib, subprocess, sys, tempfile

DOTS_PER_INCH = 80
PATHBOOK, PROFILE, COMPARISON, FOLDER = sys.argv[1:5]
PICTURES = {
    "brief": ("report", PROFILE, "--template", "brief"),
    "brief-es": ("report", PROFILE, "--template", "brief-es"),
    "compare": ("compare", COMPARISON, "--report-date", "2026-11-23"),
}

folder = pathlib.Path(FOLDER)
folder.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as scratch:
    for name, words in PICTURES.items():
        written = subprocess.run([PATHBOOK, *words, "--format", "pdf", "--output", f"{scratch}/{name}"], check=True,
                                 capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["pdftoppm", "-png", "-r", str(DOTS_PER_INCH), "-singlefile", written, str(folder / name)], check=True)
subprocess.run([PATHBOOK, "chart", PROFILE, "--kind", "settings", "--output", str(folder / "settings.svg")], check=True,
               stdout=subprocess.DEVNULL)
# What is given to the world is no client's.
os.chmod(folder / "settings.svg", 0o644)
