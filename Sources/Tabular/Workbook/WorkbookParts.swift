/// Reads which parts a part of a workbook leads to: `_rels/.rels` and the like.
final class RelationshipsReader: XMLPart {
  struct Relationship: Sendable, Equatable {
    let id: String
    /// The last word of its type: `officeDocument`, `worksheet`, `sharedStrings`.
    let kind: String
    let target: String
  }

  private(set) var relationships: [Relationship] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.equals("Relationship"), let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    guard relationships.count < WorkbookLimits.relationships else {
      return fail(WorkbookReadingError(.tooMany(.relationships, limit: WorkbookLimits.relationships)))
    }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relationships.append(Relationship(id: id, kind: kind, target: target))
  }
}

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

/// Paths of parts, by ECMA-376 part 2.
enum PartPath {
  /// Where the relationships of a part stand: `xl/_rels/workbook.xml.rels`.
  static func relationships(of part: String) -> String {
    let (directory, name) = split(part)
    return "\(directory)_rels/\(name).rels"
  }

  /// What a target of a part means: relative to the part, or from the root when it begins with a slash.
  static func target(_ target: String, of part: String) -> String {
    var steps: [Substring] = []
    let path = target.hasPrefix("/") ? target : split(part).directory + target
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private static func split(_ part: String) -> (directory: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    let next = part.index(after: slash)
    return (String(part[..<next]), String(part[next...]))
  }
}

/// Reads the part with the shared strings.
final class SharedStringsReader: XMLPart {
  private(set) var strings: SharedStrings
  private var isText = false
  /// Inside a reading aid of Japanese text, which is no part of the text.
  private var isPhonetic = false

  init(_ name: String, limits: SharedStrings.Limits) throws(WorkbookReadingError) {
    strings = SharedStrings(limits)
    try super.init(name)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isLetter("t") { isText = !isPhonetic } else if name.equals("rPh") { isPhonetic = true }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isText, !strings.append(bytes) else { return }
    fail(WorkbookReadingError(.tooManyStrings))
  }

  override func end(_ name: XMLName) {
    if name.isLetter("t") {
      isText = false
    } else if name.equals("rPh") {
      isPhonetic = false
    } else if name.equals("si"), !strings.endString() {
      fail(WorkbookReadingError(.tooManyStrings))
    }
  }
}

/// The shared strings of a workbook, one after the other in one piece of memory.
package struct SharedStrings: Sendable {
  /// How much of them is held.
  package struct Limits: Sendable, Equatable {
    package let bytes: Int
    package let count: Int

    package init(bytes: Int = WorkbookLimits.sharedStringBytes, count: Int = WorkbookLimits.sharedStrings) {
      self.bytes = bytes
      self.count = count
    }
  }

  private let limits: Limits
  private var bytes: [UInt8] = []
  /// The end of each string in ``bytes``.
  private var ends: [UInt32] = []

  init(_ limits: Limits = Limits()) { self.limits = limits }

  /// The bytes of a string; nil when there are fewer.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// False when there is no room for them.
  mutating func append(_ text: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count + text.count <= limits.bytes else { return false }
    bytes.append(contentsOf: text)
    return true
  }

  /// False when there is no room for another one.
  mutating func endString() -> Bool {
    guard ends.count < limits.count else { return false }
    ends.append(UInt32(bytes.count))
    return true
  }
}

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
