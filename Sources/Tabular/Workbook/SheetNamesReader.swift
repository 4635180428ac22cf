/// Reads the names of the sheets of a workbook, in their order.
final class SheetNamesReader: XMLPart {
  private(set) var sheets: [(name: String, relationship: String, isHidden: Bool)] = []

  private(set) var dates = SheetDate.System.from1900

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.equals("workbookPr"), let value = attributes["date1904"], ["1", "true", "on"].contains(value) {
      dates = .from1904
    }
    guard name.equals("sheet"), let title = attributes["name"], let id = attributes["id"] else { return }
    guard sheets.count < WorkbookLimits.sheets else {
      return fail(WorkbookReadingError(.tooMany(.sheets, limit: WorkbookLimits.sheets)))
    }
    let isHidden = attributes["state"].map { $0 != "visible" } ?? false
    sheets.append((title, id, isHidden))
  }
}
