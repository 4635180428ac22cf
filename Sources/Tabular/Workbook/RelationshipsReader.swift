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
