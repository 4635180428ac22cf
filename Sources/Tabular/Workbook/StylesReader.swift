/// Reads the formats of numbers that the cells of a workbook refer to.
final class StylesReader: XMLPart {
  /// By the number that a cell has as its style.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var known: [Int: NumberFormat] = [:]
  private var isInCells = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.equals("numFmt") {
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"],
        code.utf8.count <= WorkbookLimits.formatBytes
      else { return }
      guard codes.count < WorkbookLimits.formats else { return failFormats() }
      codes[id] = code
    } else if name.equals("cellXfs") {
      isInCells = true
    } else if name.equals("xf"), isInCells {
      guard formats.count < WorkbookLimits.formats else { return failFormats() }
      formats.append(format(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
    }
  }

  override func end(_ name: XMLName) {
    if name.equals("cellXfs") { isInCells = false }
  }

  private func format(_ id: Int) -> NumberFormat {
    if let format = known[id] { return format }
    let format = codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtin: id) ?? .general
    known[id] = format
    return format
  }

  private func failFormats() {
    fail(WorkbookReadingError(.tooMany(.formats, limit: WorkbookLimits.formats)))
  }
}
