/// The sign between the cells of a roster.
public enum RosterDelimiter: String, Sendable, CaseIterable {
  case comma, semicolon, tab

  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// The sign by which the first line has the most names of fields; a comma when none has.
  ///
  /// - Parameter start: of the roster; lines that begin with `#` stand above the first.
  public static func detected(inFirstLineOf start: some Collection<UInt8>) -> RosterDelimiter {
    let isMarked = start.starts(with: [0xEF, 0xBB, 0xBF])
    let lines = start.dropFirst(isMarked ? 3 : 0).split { $0 == 0x0A || $0 == 0x0D }
    let line = lines.first { !$0.starts(with: "#".utf8) && !$0.starts(with: "\"#".utf8) }
    let text = String(decoding: line ?? start[start.startIndex..<start.startIndex], as: UTF8.self)
    func known(_ delimiter: RosterDelimiter) -> Int {
      let sign = Character(Unicode.Scalar(delimiter.byte))
      let plain = text.filter { $0 != "\"" && $0 != "\u{FEFF}" }
      return RosterHeader.knownCount(
        plain.split(separator: sign, omittingEmptySubsequences: false).map(String.init))
    }
    return allCases.max { known($0) < known($1) } ?? .comma
  }
}
