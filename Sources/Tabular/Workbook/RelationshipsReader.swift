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
