"""usage: typed_cells.py TEMPLATE OUT

Types clients into a template of a roster as a person does at the keyboard, in LibreOffice, and saves the workbook. A cell
of the format Text keeps what is typed; others become what LibreOffice makes of them. Which is which, the reader is to find
out.
"""
import pathlib
import subprocess
import sys
import tempfile

IDS = ["00123", "12E5", "3-5", "12345678901234567", "1/2", "TRUE", "+5", "1.20"]
DATES = ["2026-11-23", "11/23/2026", "11/23/26", "2026-11-23", "11/23/2026", "11/23/2026", "11/23/2026", "11/23/2026"]
PAY = ["46000", "46,000", "$46,000", "46000.00", "4.6E4", "46000", "46000", "46000"]

BASIC = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing" script:language="StarBasic">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("%s", "_blank", 0, hidden())
  sheet = document.Sheets.getByIndex(0)
%s
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Calc MS Excel 2007 XML"
  document.storeAsURL("%s", filter())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>'''
LIBRARY = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
  library:passwordprotected="false"><library:element library:name="Typing"/></library:library>'''
LIBRARIES = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
  library:link="false"/></library:libraries>'''


def typed():
    """The cells by their places; the header of the template stands in the first row, its example in the second."""
    cells = []
    for row, (name, date, pay) in enumerate(zip(IDS, DATES, PAY), start=2):
        # Far below too, where nobody has formatted a row.
        row = row if row < 9 else 5000
        cells += [(0, row, name), (3, row, date), (4, row, "California"), (5, row, pay), (6, row, "Per year")]
    return cells


def main():
    template, out = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    lines = "\n".join(
        f'  sheet.getCellByPosition({column}, {row}).FormulaLocal = "{text}"' for column, row, text in typed())
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--norestore"]
        # The first start makes a profile, with a library of macros of its own.
        subprocess.run(command + ["--terminate_after_init"], check=True, timeout=300, stderr=subprocess.DEVNULL)
        basic = pathlib.Path(folder) / "user" / "basic"
        (basic / "Standard").mkdir(parents=True, exist_ok=True)
        (basic / "script.xlc").write_text(LIBRARIES)
        (basic / "Standard" / "script.xlb").write_text(LIBRARY)
        (basic / "Standard" / "Typing.xba").write_text(BASIC % (template.as_uri(), lines, out.as_uri()))
        subprocess.run(
            command + ["macro:///Standard.Typing.Main"], check=True, timeout=300, stderr=subprocess.DEVNULL)
    assert out.exists(), "LibreOffice has saved nothing"


main()
