import CareerData
import Tabular

/// What a row of an OEWS table is about, in the words of a dataset.
struct OEWSSubject: Sendable, Hashable {
  let kind: Subject.Kind
  let id: String
  /// The part of the ids of figures that is made from it: `state-CA`.
  let slug: String
  /// Where its rows stand among new ones.
  let order: Int

  /// Nil for a row that no dataset has a place for: an industry of a part of the nation, a part or the whole of an
  /// occupation to compare with in places and industries.
  ///
  /// - Parameter isSubject: false for an occupation to compare with.
  init?(_ row: OEWSRow, isSubject: Bool) throws(OEWSImportError) {
    let isNational = row.areaType == .nation
    let isCrossIndustry = row.industryGroup == .crossIndustry
    guard isSubject else {
      guard isNational, isCrossIndustry else { return nil }
      kind = .occupation
      id = row.socCode
      slug = row.socCode
      order = 10
      return
    }
    guard isCrossIndustry else {
      guard isNational else { return nil }
      kind = .industry
      id = try Self.code(row.naics, "NAICS", of: row)
      slug = "industry-\(id)"
      order = 3
      return
    }
    kind = .area
    switch row.areaType {
    case .nation: (id, slug, order) = (Area.nationalID, Area.nationalID, 0)
    case .state, .territory:
      let code = try Self.code(row.primaryState, "PRIM_STATE", of: row)
      (id, slug, order) = ("state:\(code)", "state-\(code)", 1)
    case .metropolitan, .nonmetropolitan:
      let code = try Self.areaCode(row)
      (id, slug, order) = ("area:\(code)", "area-\(code)", 2)
    }
  }

  /// The row of `areas`; nil for other subjects.
  static func areaCells(_ row: OEWSRow) throws(OEWSImportError) -> DatasetDraft.Cells {
    switch row.areaType {
    case .nation:
      return ["id": Area.nationalID, "kind": "nation", "code": "", "fips": "", "title": "United States"]
    case .state, .territory:
      return [
        "id": "state:\(row.primaryState)", "kind": "state", "code": row.primaryState,
        "fips": try code(row.areaCode, "AREA", of: row).zeroPadded(to: 2), "title": row.areaTitle,
      ]
    case .metropolitan, .nonmetropolitan:
      let code = try areaCode(row)
      let kind: Area.Kind = row.areaType == .metropolitan ? .metropolitan : .nonmetropolitan
      return [
        "id": "area:\(code)", "kind": kind.rawValue, "code": code, "fips": "", "title": row.areaTitle,
      ]
    }
  }

  /// The row of `industries`.
  static func industryCells(_ row: OEWSRow) -> DatasetDraft.Cells {
    ["naics": row.naics, "title": row.naicsTitle, "level": row.industryGroup.rawValue]
  }

  /// Five digits for a metropolitan area, seven for a nonmetropolitan one; a spreadsheet may have lost the first.
  private static func areaCode(_ row: OEWSRow) throws(OEWSImportError) -> String {
    try code(row.areaCode, "AREA", of: row).zeroPadded(to: row.areaType == .metropolitan ? 5 : 7)
  }

  /// A code becomes part of ids: letters, digits and the dash of `31-33` alone.
  private static func code(
    _ text: String, _ column: String, of row: OEWSRow
  ) throws(OEWSImportError) -> String {
    let isCode = text.unicodeScalars.allSatisfy {
      ("A"..."Z").contains($0) || ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    guard isCode, !text.isEmpty else {
      throw OEWSImportError(.badCell(column: column, found: text, place: row.place))
    }
    return text
  }
}

extension OEWSRow.IndustryGroup {
  /// From 0, the widest.
  var depth: Int {
    switch self {
    case .crossIndustry, .sector: 0
    case .threeDigit: 1
    case .fourDigit: 2
    case .fiveDigit: 3
    case .sixDigit: 4
    }
  }
}

extension OEWSRow {
  /// The row in words, for a message.
  var place: String {
    industryGroup == .crossIndustry
      ? "\(socCode) in \(areaTitle)"
      : "\(socCode) in \(areaTitle), NAICS \(naics) (\(industryGroup.rawValue))"
  }
}
