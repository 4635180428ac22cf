import Tabular

/// Finds the period of a table in what BLS writes about it.
enum OEWSPeriod {
  /// A period, and where it stands.
  struct Statement: Sendable, Equatable {
    enum Place: String, Sendable {
      case sheetName = "in the name of the sheet"
      case heading = "in a heading"
      case fileName = "in the name of the file"
    }
    /// `May 2024`.
    let period: String
    let place: Place

    var words: String { "\(period) \(place.rawValue)" }
  }

  /// In the name of a sheet or a file: `All May 2024 data`, `national_M2024_dl`, `all_data_M_2024.xlsx`,
  /// `nat4d_may2007_dl`, `oesm24nat.zip`. M stands for May, N for November.
  static func inName(_ name: String) -> String? {
    let text = Array(name.lowercased().utf8)
    for start in text.indices {
      let rest = text[start...]
      if isWordStart(text, start), let found = month(rest) ?? initial(rest) { return found }
      if let found = release(rest) { return found }
    }
    return nil
  }

  /// In a heading over a table or in the sheet Field Descriptions: `May 2024 OEWS Estimates`. Not in any text with a
  /// month: BLS leaves the day of its last update in a hidden sheet.
  static func inHeading(_ heading: String) -> String? {
    let lowercase = heading.lowercased()
    let isAboutOEWS = ["oews", "oes ", "occupational employment", "estimates"].contains {
      lowercase.contains($0)
    }
    guard isAboutOEWS else { return nil }
    let text = Array(lowercase.utf8)
    for start in text.indices where isWordStart(text, start) {
      if let found = month(text[start...]) { return found }
    }
    return nil
  }

  private static let months = [("may", "May"), ("november", "November")]

  /// `may 2024`, `may2007`, `may_2024`.
  private static func month(_ text: ArraySlice<UInt8>) -> String? {
    for (name, title) in months where text.starts(with: name.utf8) {
      var rest = text.dropFirst(name.utf8.count)
      while let first = rest.first, isSeparator(first) { rest.removeFirst() }
      if let year = year(rest) { return "\(title) \(year)" }
    }
    return nil
  }

  /// `m2024`, `m_2024`, `n2003`.
  private static func initial(_ text: ArraySlice<UInt8>) -> String? {
    for (name, title) in months where text.first == name.utf8.first {
      let rest = text.dropFirst()
      if let year = year(rest.first == UInt8(ascii: "_") ? rest.dropFirst() : rest) {
        return "\(title) \(year)"
      }
    }
    return nil
  }

  /// `oesm24`, `oesn03`: the names of the archives, since 1997.
  private static func release(_ text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: "oes".utf8) else { return nil }
    let rest = text.dropFirst(3)
    for (name, title) in months where rest.first == name.utf8.first {
      let digits = rest.dropFirst().prefix { isDigit($0) }
      guard digits.count == 2, let year = CellValue.integer(digits) else { continue }
      return "\(title) \(year >= 97 ? 1900 + year : 2000 + year)"
    }
    return nil
  }

  /// A year of four digits in which there were or may be OEWS estimates.
  private static func year(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { isDigit($0) }
    guard digits.count == 4, let year = CellValue.integer(digits), (1997...2099).contains(year) else {
      return nil
    }
    return year
  }

  private static func isWordStart(_ text: [UInt8], _ index: Int) -> Bool {
    index == 0 || !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index - 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
