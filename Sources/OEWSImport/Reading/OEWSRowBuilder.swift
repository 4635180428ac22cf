import Tabular

/// Makes a row of the cells of a table.
struct OEWSRowBuilder {
  let place: OEWSPlace
  let number: Int
  let columns: OEWSColumns
  /// By their positions, as far as the row has cells.
  let cells: [ArraySlice<UInt8>]

  func row() throws(OEWSError) -> OEWSRow {
    let areaType = try areaType()
    let industry = try industry()
    return OEWSRow(
      areaCode: try areaCode(areaType), areaTitle: columns.hasNoAreas ? "U.S." : try needed(.areaTitle),
      areaType: areaType, primaryState: try primaryState(areaType), naics: industry.naics,
      naicsTitle: industry.title, industryGroup: industry.group, ownership: owner, isOfOneOwner: isOfOneOwner,
      socCode: try socCode(), occupationTitle: text(.occupationTitle), occupationGroup: occupationGroup,
      employment: columns[.employment] == nil ? nil : try estimate(.employment),
      locationQuotient: columns[.locationQuotient] == nil ? nil : try estimate(.locationQuotient),
      pay: try pay(),
      isAnnualOnly: try flag(.isAnnualOnly),
      isHourlyOnly: try flag(.isHourlyOnly))
  }

  // MARK: Area

  private func areaType() throws(OEWSError) -> OEWSRow.AreaType {
    if columns.hasNoAreas { return .nation }
    guard columns[.areaType] != nil else { return try formerAreaType() }
    let text = try needed(.areaType)
    guard let type = Int(text).flatMap(OEWSRow.AreaType.init) else {
      throw error(.notAllowed, .areaType, found: text, allowed: ["1", "2", "3", "4", "6"])
    }
    return type
  }

  /// Before May 2019 the table of the states has codes of two digits, that of the areas of five, and of seven for the
  /// nonmetropolitan ones.
  private func formerAreaType() throws(OEWSError) -> OEWSRow.AreaType {
    switch try needed(.area).utf8.count {
    case 1, 2: Self.territories.contains(text(.primaryState)) ? .territory : .state
    case 3...5: .metropolitan
    default: .nonmetropolitan
    }
  }

  private static let territories: Set = ["AS", "GU", "MP", "PR", "VI"]

  /// With the zeros in front that a spreadsheet takes from a code: two digits of a state, five of a metropolitan,
  /// seven of a nonmetropolitan area.
  private func areaCode(_ type: OEWSRow.AreaType) throws(OEWSError) -> String {
    if columns.hasNoAreas { return "99" }
    let code = try needed(.area)
    let length =
      switch type {
      case .nation, .state, .territory: 2
      case .metropolitan: 5
      case .nonmetropolitan: 7
      }
    guard code.utf8.count <= 7, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw error(.badForm, .area, found: code, allowed: [String(repeating: "9", count: length)])
    }
    return code.zeroPadded(to: length)
  }

  private func primaryState(_ type: OEWSRow.AreaType) throws(OEWSError) -> String {
    let state = text(.primaryState)
    switch type {
    case .nation: return state.isEmpty ? "US" : state
    case .metropolitan, .nonmetropolitan: return state
    case .state, .territory:
      guard state.isEmpty else { return state }
      let example = ["the postal code of the state, such as AL"]
      throw error(.valueMissing, .primaryState, found: nil, allowed: example)
    }
  }

  // MARK: Industry and occupation

  private func industry() throws(OEWSError) -> (naics: String, title: String, group: OEWSRow.IndustryGroup) {
    guard !columns.hasNoIndustries else { return ("000000", "Cross-industry", .crossIndustry) }
    let code = try needed(.naics)
    let group = try industryGroup(code)
    return (OEWSIndustryCode.normalized(code, group), text(.naicsTitle), group)
  }

  private func industryGroup(_ code: String) throws(OEWSError) -> OEWSRow.IndustryGroup {
    guard columns[.industryGroup] != nil else {
      guard let group = OEWSIndustryCode.group(of: code) else {
        throw error(.badForm, .naics, found: code, allowed: ["622000", "31-33", "6211A1"])
      }
      return group
    }
    let text = try needed(.industryGroup)
    // `4-digit, ownership`: see ``isOfOneOwner``.
    let level = text.lowercased().split(separator: ",").first.map(String.init) ?? ""
    guard let group = OEWSRow.IndustryGroup(rawValue: level) else {
      let allowed = ["cross-industry", "sector", "3-digit", "4-digit", "5-digit", "6-digit"]
      throw error(.notAllowed, .industryGroup, found: text, allowed: allowed)
    }
    return group
  }

  private var owner: String {
    let code = text(.ownership)
    return code.isEmpty ? text(.ownerName) : code
  }

  private var isOfOneOwner: Bool {
    columns[.ownerName] != nil || text(.industryGroup).lowercased().hasSuffix("ownership")
  }

  private func socCode() throws(OEWSError) -> String {
    let code = try needed(.occupation)
    let form = Array(code.utf8)
    let isCode =
      form.count == 7
      && form.indices.allSatisfy {
        $0 == 2 ? form[$0] == UInt8(ascii: "-") : (0x30...0x39).contains(form[$0])
      }
    guard isCode else { throw error(.badForm, .occupation, found: code, allowed: ["29-2072"]) }
    return code
  }

  /// Releases before 2012 leave the cell of a detailed occupation empty.
  private var occupationGroup: String {
    guard columns[.occupationGroup] != nil else { return "" }
    let group = text(.occupationGroup).lowercased()
    // The tables before 2012 write "detail" too, where they write anything.
    return ["", "detail"].contains(group) ? "detailed" : group
  }

  // MARK: Estimates

  private func pay() throws(OEWSError) -> [OEWSRow.Point: OEWSEstimate] {
    var result: [OEWSRow.Point: OEWSEstimate] = [:]
    result.reserveCapacity(columns.pay.count)
    for (point, column, _) in columns.pay { result[point] = try estimate(column) }
    return result
  }

  private static let marks: [(text: String, estimate: OEWSEstimate)] = [
    ("*", .notPublished), ("**", .notPublished), ("#", .atOrAboveLimit), ("~", .belowHalfPercent),
  ]

  /// What statistical programs write for a cell without a value.
  private static let missing: [String] = ["NA", "N/A"]

  private func estimate(_ column: OEWSColumn) throws(OEWSError) -> OEWSEstimate {
    let bytes = cell(column)
    if bytes.isEmpty { return .notPublished }
    for mark in Self.marks where bytes.elementsEqual(mark.text.utf8) { return mark.estimate }
    if let number = PlainDecimal.text(bytes) { return .number(number) }
    if isMissing(bytes) { return .notPublished }
    let allowed = ["digits with a decimal point"] + Self.marks.map(\.text) + ["nothing"]
    throw error(.notANumber, column, found: bytes.text, allowed: allowed)
  }

  private func isMissing(_ bytes: ArraySlice<UInt8>) -> Bool {
    Self.missing.contains { bytes.elementsEqual($0.utf8) }
  }

  private func flag(_ column: OEWSColumn) throws(OEWSError) -> Bool {
    switch text(column).uppercased() {
    case "TRUE": return true
    case "", "FALSE", "NA", "N/A": return false
    case let other: throw error(.notAllowed, column, found: other, allowed: ["TRUE", "FALSE", "nothing"])
    }
  }

  // MARK: Cells

  private func cell(_ column: OEWSColumn) -> ArraySlice<UInt8> {
    guard let position = columns[column], position < cells.count else { return [] }
    return cells[position].trimmed
  }

  private func text(_ column: OEWSColumn) -> String { cell(column).text }

  private func needed(_ column: OEWSColumn) throws(OEWSError) -> String {
    let text = text(column)
    guard !text.isEmpty else { throw error(.valueMissing, column, found: nil) }
    return text
  }

  private func error(
    _ kind: OEWSError.Kind, _ column: OEWSColumn, found: String?, allowed: [String] = []
  ) -> OEWSError {
    place.error(kind, row: number, column: column.name, found: found, allowed: allowed)
  }
}

/// NAICS codes as OEWS tables have them.
enum OEWSIndustryCode {
  /// The code of a whole branch without the zeros that fill it up to six digits: `622` for `622000`.
  ///
  /// Codes with letters, as `6211A1`, are of BLS and are left as they are, and so are `31-33` and the codes of all
  /// industries together, `000000` and `000001`, which get the zeros back that a spreadsheet takes from them.
  static func normalized(_ code: String, _ group: OEWSRow.IndustryGroup) -> String {
    let digits = code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard digits, !code.isEmpty else { return code }
    switch group {
    case .crossIndustry: return code.zeroPadded(to: 6)
    case .sector: return withoutFilling(code, length: 2, least: 2)
    case .threeDigit: return withoutFilling(code, length: 3, least: 3)
    // BLS calls a branch 4-digit that it no longer divides: 327000 stands for 327.
    case .fourDigit: return withoutFilling(code, length: 4, least: 3)
    case .fiveDigit: return withoutFilling(code, length: 5, least: 3)
    case .sixDigit: return code
    }
  }

  /// The level of an industry by its code alone, for tables that do not tell it; nil for what is no code.
  static func group(of code: String) -> OEWSRow.IndustryGroup? {
    let bytes = Array(code.utf8)
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    guard let first = bytes.first, isDigit(first), bytes.count <= 6 else { return nil }
    guard bytes.allSatisfy(isDigit) else {
      if bytes.count == 5, bytes[2] == UInt8(ascii: "-") { return .sector }
      // 6211A1: several industries of four digits that BLS takes together.
      return bytes.count == 6 && bytes.allSatisfy { isDigit($0) || (0x41...0x5A).contains($0) }
        ? .fourDigit : nil
    }
    let significant = bytes.reversed().drop { $0 == UInt8(ascii: "0") }.count
    return switch significant {
    case 0: .crossIndustry
    case 1, 2: .sector
    case 3: .threeDigit
    case 4: .fourDigit
    case 5: .fiveDigit
    default: bytes.starts(with: Array("00000".utf8)) ? .crossIndustry : .sixDigit
    }
  }

  private static func withoutFilling(_ code: String, length: Int, least: Int) -> String {
    let zero = UInt8(ascii: "0")
    var rest = Array(code.utf8)
    guard rest.dropFirst(length).allSatisfy({ $0 == zero }) else { return code }
    while rest.count > least, rest.last == zero { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
