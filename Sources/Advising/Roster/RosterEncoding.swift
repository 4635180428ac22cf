/// How the bytes of a roster are text.
public enum RosterEncoding: Sendable, Equatable {
  case utf8, utf16LittleEndian, utf16BigEndian
  /// What old programs of the West write.
  case windows1252

  /// Names the encoding; nil for UTF-8, which needs no note.
  public var note: String? {
    switch self {
    case .utf8: nil
    case .utf16LittleEndian, .utf16BigEndian: "the text is read as UTF-16"
    case .windows1252: "the text is not UTF-8 and is read as Windows-1252; check names with accents"
    }
  }

  /// What the bytes of a file say about its encoding.
  public struct Evidence: Sendable {
    private var utf16: RosterEncoding?
    private var isBegun = false
    /// Letters outside ASCII that are whole in UTF-8.
    private var whole = 0
    /// Bytes that are none in UTF-8.
    private var broken = 0
    /// How many bytes the letter at hand still needs, and how many it had.
    private var missing = 0
    private var seen = 0

    public init() {}

    /// Whether further bytes can say more.
    public var isOpen: Bool { utf16 == nil }

    public mutating func add(_ bytes: [UInt8]) {
      if !isBegun, !bytes.isEmpty {
        isBegun = true
        utf16 = Self.utf16(bytes)
      }
      guard utf16 == nil else { return }
      bytes.withUnsafeBytes { look($0) }
    }

    public var encoding: RosterEncoding {
      if let utf16 { return utf16 }
      // A file of UTF-8 may have a broken row; one of Windows-1252 has hardly a letter that is UTF-8 by chance.
      return broken + (missing > 0 ? 1 : 0) > whole ? .windows1252 : .utf8
    }

    private mutating func look(_ bytes: UnsafeRawBufferPointer) {
      var index = 0
      while index < bytes.count {
        if missing == 0 {
          // Eight at a time: nearly all are ASCII.
          while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            index += 8
          }
          if index == bytes.count { return }
        }
        take(bytes[index])
        index += 1
      }
    }

    private mutating func take(_ byte: UInt8) {
      if missing > 0 {
        if byte & 0xC0 == 0x80 {
          missing -= 1
          if missing == 0 { whole += 1 }
          return
        }
        broken += 1
        missing = 0
      }
      switch byte {
      case 0..<0x80: break
      case 0xC2...0xDF: missing = 1
      case 0xE0...0xEF: missing = 2
      case 0xF0...0xF4: missing = 3
      default: broken += 1
      }
    }

    /// By its mark, or by the zeros beside letters of ASCII.
    private static func utf16(_ bytes: [UInt8]) -> RosterEncoding? {
      if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
      if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
      let start = bytes.prefix(512)
      guard start.count >= 4 else { return nil }
      var zeros = (even: 0, odd: 0)
      for (index, byte) in start.enumerated() where byte == 0 {
        if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      }
      let most = start.count / 2 * 2 / 3
      if zeros.odd > most, zeros.even == 0 { return .utf16LittleEndian }
      if zeros.even > most, zeros.odd == 0 { return .utf16BigEndian }
      return nil
    }
  }
}

/// Makes UTF-8 of the bytes of a roster, chunk by chunk: without byte order marks at the beginning, and without the Ctrl-Z
/// and the zeros that some programs put at the end.
public struct RosterDecoder: Sendable {
  private let encoding: RosterEncoding
  private var isAtStart = true
  /// A part of a mark, of a letter of two bytes, or of what may be the end.
  private var markPart: [UInt8] = []
  private var half: UInt8?
  private var highSurrogate: UInt16?
  private var end: [UInt8] = []

  public init(_ encoding: RosterEncoding) { self.encoding = encoding }

  /// The text of the next bytes; some of it may come with the next chunk.
  public mutating func text(of chunk: [UInt8]) -> [UInt8] {
    var text: [UInt8]
    switch encoding {
    case .utf8: text = chunk
    case .windows1252: text = Self.windows1252(chunk)
    case .utf16LittleEndian: text = utf16(chunk, isLittle: true)
    case .utf16BigEndian: text = utf16(chunk, isLittle: false)
    }
    if isAtStart { text = withoutMarks(text) }
    return withoutEnd(text)
  }

  private mutating func withoutMarks(_ text: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var rest = (markPart + text)[...]
    while rest.starts(with: mark) { rest = rest.dropFirst(3) }
    if rest.count < 3, mark.starts(with: rest) {
      markPart = Array(rest)
      return []
    }
    markPart = []
    isAtStart = false
    return Array(rest)
  }

  /// Holds back what may be the end of the file: Ctrl-Z or zeros, and blank lines behind them.
  private mutating func withoutEnd(_ text: [UInt8]) -> [UInt8] {
    if end.isEmpty, let last = text.last, last > 0x20 { return text }
    let all = end.isEmpty ? text : end + text
    var start = all.count
    var first: Int?
    while start > 0, [0x00, 0x1A, 0x0A, 0x0D].contains(all[start - 1]) {
      start -= 1
      if all[start] == 0x00 || all[start] == 0x1A { first = start }
    }
    guard let first else {
      end = []
      return all
    }
    end = Array(all[first...])
    // More than a few are no end but a file of zeros.
    if end.count > 1 << 20 {
      defer { end = [] }
      return all
    }
    return Array(all[..<first])
  }

  private mutating func utf16(_ chunk: [UInt8], isLittle: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(chunk.count)
    for byte in chunk {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit = isLittle ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      append(unit, to: &text)
    }
    return text
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        if let scalar = Unicode.Scalar(value) { text += UTF8.encode(scalar).map { Array($0) } ?? [] }
        return
      }
      text += [0xEF, 0xBF, 0xBD]
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else if let scalar = Unicode.Scalar(unit) {
      text += UTF8.encode(scalar).map { Array($0) } ?? []
    } else {
      text += [0xEF, 0xBF, 0xBD]
    }
  }

  private static func windows1252(_ chunk: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(chunk.count + chunk.count / 8)
    for byte in chunk {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    return text
  }

  /// 0x80 to 0x9F; the five that mean nothing stay control characters.
  private static let upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
    "\u{2030}",
    "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}",
    "\u{201C}",
    "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}",
    "\u{9D}",
    "\u{17E}", "\u{178}",
  ]
}
