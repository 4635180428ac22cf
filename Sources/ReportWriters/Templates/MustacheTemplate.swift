/// A template in Mustache: text in which names in double braces stand for values.
///
/// It has what a page needs: names (`{{name}}`, `{{a.b}}`, `{{.}}`; unescaped `{{{name}}}` and `{{&name}}`), sections,
/// inverted sections, comments, and `{{first()}}`, `last()`, `index()` (from 0), `even()` and `odd()` of an element of a
/// list. As the specification of Mustache has it, a section or a comment alone on its line leaves no line behind.
/// Partials, delimiters, blocks and pragmas are no part of it. Values are never read as template.
///
/// ```swift
/// let template = try MustacheTemplate("{{#clients}}{{name}}\n{{/clients}}") { $0 }
/// template.filled(with: ["clients": [["name": "A"] as MustacheValues]])  // "A\n"
/// ```
package struct MustacheTemplate: Sendable {
  fileprivate indirect enum Piece: Sendable {
    case text(String)
    case value(Name, isEscaped: Bool)
    case section(Name, isInverted: Bool, [Piece])
  }

  fileprivate enum Name: Sendable, Equatable {
    /// `.`: the value of the section around it.
    case current
    case path([String])
    case place(MustachePlace)
  }

  private let pieces: [Piece]
  private let escaped: @Sendable (String) -> String

  /// - Parameter escaped: what becomes of a value that does not stand unescaped.
  /// - Throws: ``MustacheError`` at the first tag that does not read.
  package init(_ text: String, escaped: @escaping @Sendable (String) -> String) throws(MustacheError) {
    var parser = Parser(bytes: Array(text.utf8))
    pieces = try parser.pieces(in: nil)
    self.escaped = escaped
  }

  package func filled(with values: any MustacheNames) -> String {
    var filler = Filler(stack: [.init(value: .names(values), place: nil)], escaped: escaped)
    filler.fill(pieces)
    return filler.text
  }
}

/// A tag that does not read.
package struct MustacheError: Error, Equatable {
  /// From 1.
  package let line: Int
}

/// What a template finds under a name.
package enum MustacheValue: Sendable {
  case text(String)
  /// Whether a section of this name is there.
  case flag(Bool)
  case list([MustacheValue])
  case names(any MustacheNames)
}

/// What has values for the names of a template.
package protocol MustacheNames: MustacheConvertible {
  /// Nil for a name that it does not have.
  func value(named name: String) -> MustacheValue?
}

extension MustacheNames {
  package var mustacheValue: MustacheValue? { .names(self) }
}

/// What a template can show or open.
package protocol MustacheConvertible: Sendable {
  /// Nil where there is nothing.
  var mustacheValue: MustacheValue? { get }
}

package typealias MustacheValues = [String: any MustacheConvertible]

extension Dictionary: MustacheConvertible, MustacheNames
where Key == String, Value == any MustacheConvertible {
  package func value(named name: String) -> MustacheValue? { self[name]?.mustacheValue }
}

extension Array: MustacheConvertible where Element: MustacheConvertible {
  package var mustacheValue: MustacheValue? { .list(compactMap(\.mustacheValue)) }
}

extension Optional: MustacheConvertible where Wrapped: MustacheConvertible {
  package var mustacheValue: MustacheValue? { flatMap(\.mustacheValue) }
}

extension String: MustacheConvertible {
  package var mustacheValue: MustacheValue? { .text(self) }
}

extension Int: MustacheConvertible {
  package var mustacheValue: MustacheValue? { .text(String(self)) }
}

extension Bool: MustacheConvertible {
  package var mustacheValue: MustacheValue? { .flag(self) }
}

/// Where an element stands in its list, for `{{#first()}}` and its like.
enum MustachePlace: String, CaseIterable {
  case first, last, index, even, odd

  init?(tag: String) {
    guard tag.hasSuffix("()") else { return nil }
    self.init(rawValue: String(tag.dropLast(2)))
  }

  fileprivate func value(_ place: (index: Int, count: Int)) -> MustacheValue {
    switch self {
    case .first: .flag(place.index == 0)
    case .last: .flag(place.index == place.count - 1)
    case .index: .text(String(place.index))
    case .even: .flag(place.index.isMultiple(of: 2))
    case .odd: .flag(!place.index.isMultiple(of: 2))
    }
  }
}

// MARK: - Reading

/// Reads byte by byte: braces, spaces and line breaks are never a part of another character.
private struct Parser {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private struct Tag {
    /// `{`, `&`, `#`, `^`, `/`, `!`; nil for a name.
    let sign: UInt8?
    let content: ArraySlice<UInt8>
    let range: Range<Int>
  }

  /// The pieces up to the end of the section, or of the text for nil.
  mutating func pieces(in section: MustacheTemplate.Name?) throws(MustacheError) -> [MustacheTemplate.Piece] {
    var pieces: [MustacheTemplate.Piece] = []
    while let tag = try nextTag() {
      let line = tag.sign.map { "#^/!".utf8.contains($0) } == true ? ownLine(of: tag.range) : nil
      add(position..<(line ?? tag.range).lowerBound, to: &pieces)
      position = (line ?? tag.range).upperBound
      if tag.sign == UInt8(ascii: "!") { continue }
      let name = try name(tag)
      switch tag.sign {
      case UInt8(ascii: "/"):
        guard let section, section == name else { throw error(tag.range.lowerBound) }
        return pieces
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        pieces.append(.section(name, isInverted: tag.sign == UInt8(ascii: "^"), try self.pieces(in: name)))
      default: pieces.append(.value(name, isEscaped: tag.sign == nil))
      }
    }
    guard section == nil else { throw error(bytes.count) }
    add(position..<bytes.count, to: &pieces)
    return pieces
  }

  private func add(_ range: Range<Int>, to pieces: inout [MustacheTemplate.Piece]) {
    if !range.isEmpty { pieces.append(.text(String(decoding: bytes[range], as: UTF8.self))) }
  }

  private func nextTag() throws(MustacheError) -> Tag? {
    guard let start = range(of: "{{", from: position) else { return nil }
    let first = bytes[start.upperBound...].first
    let sign = first.flatMap { "{&#^/!".utf8.contains($0) ? $0 : nil }
    let content = start.upperBound + (sign == nil ? 0 : 1)
    let close: StaticString = sign == UInt8(ascii: "{") ? "}}}" : "}}"
    guard let end = range(of: close, from: content) else { throw error(start.lowerBound) }
    return Tag(
      sign: sign, content: bytes[content..<end.lowerBound], range: start.lowerBound..<end.upperBound)
  }

  private func range(of braces: StaticString, from start: Int) -> Range<Int>? {
    let count = braces.utf8CodeUnitCount
    var (place, inRow) = (start, 0)
    while place < bytes.count {
      inRow = bytes[place] == braces.utf8Start[0] ? inRow + 1 : 0
      place += 1
      if inRow == count { return place - count..<place }
    }
    return nil
  }

  /// The line of a tag that stands on it alone, with the line's end; nil where something else does too.
  private func ownLine(of tag: Range<Int>) -> Range<Int>? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var start = tag.lowerBound
    while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    var end = tag.upperBound
    while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == 0x0D, end + 1 < bytes.count { end += 1 }
    return bytes[end] == 0x0A ? start..<(end + 1) : nil
  }

  private func name(_ tag: Tag) throws(MustacheError) -> MustacheTemplate.Name {
    let text = String(decoding: tag.content, as: UTF8.self).filter { !$0.isWhitespace }
    if text == "." { return .current }
    if let place = MustachePlace(tag: text) { return .place(place) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    let isName = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
    guard isName else { throw error(tag.range.lowerBound) }
    return .path(parts)
  }

  private func error(_ place: Int) -> MustacheError {
    MustacheError(line: 1 + bytes[..<place].count { $0 == 0x0A })
  }
}

// MARK: - Filling

private struct Filler {
  struct Frame {
    let value: MustacheValue
    /// Where the value stands in its list.
    let place: (index: Int, count: Int)?
  }

  /// The values of the sections that are open, the innermost last.
  var stack: [Frame]
  let escaped: @Sendable (String) -> String
  var text = ""

  mutating func fill(_ pieces: [MustacheTemplate.Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let text): self.text += text
      case .value(let name, let isEscaped):
        if case .text(let value) = value(name) { text += isEscaped ? escaped(value) : value }
      case .section(let name, isInverted: true, let inner):
        if isEmpty(value(name)) { fill(inner) }
      case .section(let name, isInverted: false, let inner): open(value(name), inner)
      }
    }
  }

  private func isEmpty(_ value: MustacheValue?) -> Bool {
    switch value {
    case nil, .flag(false): true
    case .list(let values): values.isEmpty
    default: false
    }
  }

  private mutating func open(_ value: MustacheValue?, _ pieces: [MustacheTemplate.Piece]) {
    switch value {
    case nil, .flag(false): break
    case .flag(true): fill(pieces)
    case .list(let values):
      for (index, value) in values.enumerated() {
        fill(pieces, Frame(value: value, place: (index, values.count)))
      }
    case .some(let value): fill(pieces, Frame(value: value, place: nil))
    }
  }

  private mutating func fill(_ pieces: [MustacheTemplate.Piece], _ frame: Frame) {
    stack.append(frame)
    fill(pieces)
    stack.removeLast()
  }

  private func value(_ name: MustacheTemplate.Name) -> MustacheValue? {
    switch name {
    case .current: stack.last?.value
    case .place(let place): stack.last?.place.map(place.value)
    case .path(let parts): value(parts)
    }
  }

  /// The first part is that of the innermost section that has it; the others are looked for in what it names.
  private func value(_ parts: [String]) -> MustacheValue? {
    for frame in stack.reversed() {
      guard case .names(let names) = frame.value, let first = names.value(named: parts[0]) else { continue }
      return parts.dropFirst().reduce(first as MustacheValue?) { value, part in
        guard case .names(let names) = value else { return nil }
        return names.value(named: part)
      }
    }
    return nil
  }
}
