/// Where a reader can look further: a row of `links`. Pathbook prints it and fetches nothing.
public struct SearchLink: Sendable, Equatable {
  /// What the link is for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Job postings.
    case jobBoard = "job_board"
    case apprenticeship
    /// Who grants a credential.
    case certifyingBody = "certifying_body"
    /// Meetings of people in the field nearby.
    case localChapter = "local_chapter"
  }

  public var id: String
  public var kind: Kind
  /// The body of the credentials that the link is about, as `credentials` names it; empty for any.
  public var body: String
  public var title: String
  /// An address with places to fill in: `https://example.org/jobs?q={occupation}&l={state}`.
  public var url: String
  public var note: String

  public init(id: String, kind: Kind, body: String = "", title: String, url: String, note: String = "") {
    self.id = id
    self.kind = kind
    self.body = body
    self.title = title
    self.url = url
    self.note = note
  }
}

extension SearchLink: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    kind = try row.choice("kind")
    body = row.text("body")
    title = row.prose("title", .needed)
    url = row.link("url", .needed, places: LinkPlace.allCases)
    note = row.prose("note")
  }
}

/// What a report fills into a link: `{state}`.
public enum LinkPlace: String, Sendable, CaseIterable {
  case state, area, occupation, specialization

  /// As it stands in an address.
  var mark: String { "{\(rawValue)}" }
}

/// What an address of a dataset may look like. It is printed for people to follow, so it is `https`, names its host in
/// plain sight, and holds nothing that a page, a workbook or a terminal could take for something else.
enum LinkForm {
  struct Mistake: Equatable {
    let kind: DatasetProblem.Kind
    let found: String
    let allowed: [String]
  }

  static let scheme = "https://"
  static let most = 500

  /// - Parameter places: what may be filled in.
  static func mistake(in text: String, places: [LinkPlace]) -> Mistake? {
    func bad() -> Mistake {
      Mistake(
        kind: .badLink, found: text,
        allowed: ["https:// with a host, in plain letters, at most \(most) of them"])
    }
    guard text.hasPrefix(scheme), text.utf8.count <= most else { return bad() }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { !"/?#".contains($0) }
    guard isHost(host) else { return bad() }
    var remaining = rest.dropFirst(host.count)
    while let character = remaining.first {
      guard character == "{" || character == "}" else {
        guard isPlain(character) else { return bad() }
        remaining.removeFirst()
        continue
      }
      let mark = remaining.prefix { $0 != "}" } + (remaining.contains("}") ? "}" : "")
      guard places.contains(where: { $0.mark == mark }) else {
        return Mistake(kind: .unknownLinkPlace, found: String(mark), allowed: places.map(\.mark))
      }
      remaining.removeFirst(mark.count)
    }
    return nil
  }

  /// Labels of letters, digits and dashes, two at least: no user, no port, no number of a machine, nothing filled in.
  private static func isHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
      } && labels.last?.utf8.contains(where: isLetter) == true
  }

  private static func isPlain(_ character: Character) -> Bool {
    guard character.utf8.count == 1, let byte = character.utf8.first else { return false }
    return isLetter(byte) || isDigit(byte) || "-._~/?#&=+%:,;@!$*()".utf8.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension SearchLink {
  /// The address with its places filled in; nil when one of them has nothing to be filled with.
  ///
  /// Whatever is filled in stays a part of the place where it stands: each byte that is no letter, digit, dash, dot,
  /// underline or tilde is written as `%` and two digits.
  public func filled(_ values: [LinkPlace: String]) -> String? {
    var address = ""
    var rest = url[...]
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      address += rest[..<brace]
      rest = rest[brace...]
      guard let place = LinkPlace.allCases.first(where: { rest.hasPrefix($0.mark) }) else {
        address.append(rest.removeFirst())
        continue
      }
      // Two dots alone would lead to another page than the address shows.
      guard let value = values[place], value.contains(where: { $0 != "." }) else { return nil }
      address += Self.encoded(value)
      rest = rest.dropFirst(place.mark.count)
    }
    return address + rest
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func encoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
