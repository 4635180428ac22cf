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

  /// Reads the pattern. A brace that opens no name of letters and `_` is text.
  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      let afterOpen = rest.index(after: open)
      guard let close = rest[afterOpen...].firstIndex(of: "}"),
        Self.isName(rest[afterOpen..<close])
      else { break }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.slot(String(rest[afterOpen..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The phrase with its places filled. A place without a value shows its name in braces, which a test finds.
  func filled(_ values: [String: Prose]) -> Prose {
    Prose(
      parts.flatMap { part -> [Prose.Run] in
        switch part {
        case .text(let text): [.text(text)]
        case .slot(let name): values[name]?.runs ?? [.text("{\(name)}")]
        }
      })
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
  }
}
