/// Reads the names of the sheets of a workbook, in their order.
final class SheetNamesReader: XMLPart {
  private(set) var sheets: [(name: String, relationship: String)] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.equals("sheet"), let title = attributes["name"], let id = attributes["id"] else { return }
    guard sheets.count < WorkbookLimits.sheets else {
      return fail(WorkbookReadingError(.tooMany(.sheets, limit: WorkbookLimits.sheets)))
    }
    sheets.append((title, id))
  }
}
