import ReportModel

/// A sentence of the template with places for values: `"{item} pays {amount} a year."`
struct Phrase: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case text(String)
    /// The name of a place.
    case slot(String)
  }

  let parts: [Part]

  /// The names of the places, in reading order.
  var slots: [String] {
    parts.compactMap { if case .slot(let name) = $0 { name } else { nil } }
  }

  /// Reads the pattern. A brace that opens no name of small letters and `_` is text, and so are the words up to the
  /// next brace.
  init(_ pattern: String) {
    let bytes = pattern.utf8
    var parts: [Part] = []
    var textStart = pattern.startIndex
    var position = pattern.startIndex
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "{")) {
      let nameStart = bytes.index(after: open)
      let nameEnd = bytes[nameStart...].firstIndex { !Self.isOfName($0) } ?? bytes.endIndex
      position = nameEnd
      guard nameEnd > nameStart, nameEnd < bytes.endIndex, bytes[nameEnd] == UInt8(ascii: "}") else {
        continue
      }
      if open > textStart { parts.append(.text(String(pattern[textStart..<open]))) }
      parts.append(.slot(String(pattern[nameStart..<nameEnd])))
      position = bytes.index(after: nameEnd)
      textStart = position
    }
    if textStart < pattern.endIndex { parts.append(.text(String(pattern[textStart...]))) }
    self.parts = parts
  }

  /// The phrase with its places filled. A place without a value shows its name in braces, which a test finds.
  ///
  /// A value that ends a sentence, such as a title with its own period or "Inc.", takes the period after its place.
  func filled(_ values: [String: Prose]) -> Prose {
    Prose(
      parts.reduce(into: [Prose.Run]()) { runs, part in
        switch part {
        case .text(let text):
          let isEnded = runs.last?.endsSentence == true && text.hasPrefix(".") && !text.hasPrefix("..")
          let rest = isEnded ? String(text.dropFirst()) : text
          if !rest.isEmpty { runs.append(.text(rest)) }
        case .slot(let name): runs += values[name]?.runs ?? [.text("{\(name)}")]
        }
      })
  }

  /// What stands in braces and is one of the names but for capitals and spaces: `Amount` for `amount`.
  func misspelled(_ names: [String]) -> [String] {
    parts.flatMap { part -> [String] in
      guard case .text(let text) = part else { return [] }
      return text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { piece in
        guard let end = piece.firstIndex(of: "}") else { return nil }
        let name = String(piece[..<end])
        return names.contains(name.lowercased().filter { !$0.isWhitespace }) ? name : nil
      }
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }
}

extension Prose.Run {
  /// True where another period after it would be one too many.
  fileprivate var endsSentence: Bool {
    switch self {
    case .text(let text), .value(.text(let text)): text.last.map { ".!?".contains($0) } ?? false
    case .value: false
    }
  }
}
