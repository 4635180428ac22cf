import CareerData

/// What somebody calls an occupation, looked for in a catalogue.
public enum OccupationMatch: Sendable, Equatable {
  case found(CatalogueOccupation)
  /// A code that has no figures of its own; the group that it is published with.
  case group(CatalogueOccupation, of: String)
  /// A title that several occupations have.
  case several([OccupationHit])
  /// The nearest occupations, nearest first; none where nothing is near.
  case none(nearest: [OccupationHit])
}

/// An occupation that a search has found.
public struct OccupationHit: Sendable, Equatable {
  /// How well a title fits, from the best.
  public enum Rank: Int, Sendable, Comparable {
    /// The words of the title, and no others.
    case exact
    /// The title begins so.
    case prefix
    /// Every word stands in the title, or begins a word of it.
    case words
    /// Every word is near one of the title.
    case near

    public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  public let socCode: String
  /// The official title.
  public let title: String
  /// The title that fits, when it is another one that people use.
  public let jobTitle: String?
  public let rank: Rank
}

extension Catalogue {
  /// ``OccupationNames/match(_:)`` of one text.
  public func match(_ text: String) -> OccupationMatch { OccupationNames(self).match(text) }

  /// ``OccupationNames/search(_:)`` of one text.
  public func search(_ text: String) -> [OccupationHit] { OccupationNames(self).search(text) }
}

/// The titles of a catalogue, by the words that matter. To look up many, make it once.
///
/// ```swift
/// let names = OccupationNames(catalogue)
/// if case .found(let occupation) = names.match("pharmacy technician") { print(occupation.socCode) }
/// ```
public struct OccupationNames: Sendable {
  /// At most this many occupations stand in a message.
  static let mostNamed = 3

  private struct Entry: Sendable {
    let socCode: String
    let title: String
    let jobTitle: String?
    let words: [[Unicode.Scalar]]
  }

  private let catalogue: Catalogue
  /// Official titles in the order of the codes, then others.
  private let entries: [Entry]
  /// Where the titles of the same words stand.
  private let positions: [[[Unicode.Scalar]]: [Int]]

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    let titles = catalogue.titles
    let byCode = Dictionary(titles.map { ($0.socCode, $0.title) }, uniquingKeysWith: { first, _ in first })
    entries =
      titles.map { Entry(socCode: $0.socCode, title: $0.title, jobTitle: nil, words: Self.words($0.title)) }
      + catalogue.allJobTitles.compactMap { job in
        byCode[job.socCode].map {
          Entry(socCode: job.socCode, title: $0, jobTitle: job.title, words: Self.words(job.title))
        }
      }
    positions = Dictionary(grouping: entries.indices, by: { [entries] in entries[$0].words })
  }

  /// The occupation that a code or a title means; letter case, accents, signs and the plural do not matter.
  ///
  /// An official title goes before the other titles that people use. A title that is only near is not taken.
  public func match(_ text: String) -> OccupationMatch {
    let code = text.trimmed
    if Self.isCode(code) { return match(code: code) }
    let exact = (positions[Self.words(text)] ?? []).map { entries[$0] }
    let official = exact.filter { $0.jobTitle == nil }
    let hits = unique((official.isEmpty ? exact : official).map { hit($0, .exact) })
    if hits.count == 1, let found = catalogue[hits[0].socCode] { return .found(found) }
    return hits.isEmpty ? .none(nearest: Array(search(text).prefix(Self.mostNamed))) : .several(hits)
  }

  private func match(code: String) -> OccupationMatch {
    if let found = catalogue[code] { return .found(found) }
    if let group = catalogue.group(of: code) { return .group(group, of: code) }
    return .none(nearest: near(code: code))
  }

  /// The occupations whose titles, or other titles that people use, fit a text: the best first, then official titles before
  /// others, short ones before long ones, and the order of the codes. A code finds its occupation or its group. One hit for
  /// each occupation, by the title of it that fits best.
  public func search(_ text: String) -> [OccupationHit] {
    if Self.isCode(text.trimmed) {
      switch match(code: text.trimmed) {
      case .found(let one), .group(let one, _):
        return [OccupationHit(socCode: one.socCode, title: one.title, jobTitle: nil, rank: .exact)]
      case .none(let nearest): return nearest
      case .several(let hits): return hits
      }
    }
    let wanted = Self.words(text)
    guard !wanted.isEmpty else { return [] }
    let ranked = entries.enumerated().compactMap { index, entry in
      Self.rank(wanted, entry.words).map { (entry, $0, index) }
    }
    let sorted = ranked.sorted { a, b in
      (a.1.rawValue, a.0.jobTitle == nil ? 0 : 1, a.0.words.count, a.2)
        < (b.1.rawValue, b.0.jobTitle == nil ? 0 : 1, b.0.words.count, b.2)
    }
    return unique(sorted.map { hit($0.0, $0.1) })
  }

  private func hit(_ entry: Entry, _ rank: OccupationHit.Rank) -> OccupationHit {
    OccupationHit(socCode: entry.socCode, title: entry.title, jobTitle: entry.jobTitle, rank: rank)
  }

  /// The first of each occupation.
  private func unique(_ hits: [OccupationHit]) -> [OccupationHit] {
    var seen: Set<String> = []
    return hits.filter { seen.insert($0.socCode).inserted }
  }

  /// True for two digits, a dash and four digits.
  private static func isCode(_ text: String) -> Bool {
    let form = Array(text.utf8)
    return form.count == 7
      && form.indices.allSatisfy {
        $0 == 2 ? form[$0] == UInt8(ascii: "-") : (0x30...0x39).contains(form[$0])
      }
  }

  /// Codes that differ in one digit, or two digits that changed places: those that begin the same first.
  private func near(code: String) -> [OccupationHit] {
    func sameDigits(_ other: String) -> Int {
      zip(code.utf8, other.utf8).prefix { $0 == $1 }.count
    }
    let near = entries.filter { $0.jobTitle == nil && NearestName.edits(code, $0.socCode) == 1 }
    let sorted = near.sorted { a, b in
      (-sameDigits(a.socCode), a.socCode) < (-sameDigits(b.socCode), b.socCode)
    }
    return sorted.prefix(Self.mostNamed).map { hit($0, .near) }
  }

  private static func rank(
    _ wanted: [[Unicode.Scalar]], _ words: [[Unicode.Scalar]]
  ) -> OccupationHit.Rank? {
    if wanted == words { return .exact }
    if begins(words, with: wanted) { return .prefix }
    if wanted.allSatisfy({ one in words.contains { $0.starts(with: one) } }) { return .words }
    return wanted.allSatisfy { one in words.contains { isNear(one, $0) } } ? .near : nil
  }

  private static func begins(_ words: [[Unicode.Scalar]], with wanted: [[Unicode.Scalar]]) -> Bool {
    guard let last = wanted.last, wanted.count <= words.count else { return false }
    return words.starts(with: wanted.dropLast()) && words[wanted.count - 1].starts(with: last)
  }

  /// A slip in a word of four letters or more, two in one of seven; what was typed may be the beginning of a word.
  private static func isNear(_ typed: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    guard typed.count >= 4 else { return typed == word }
    let allowed = typed.count >= 7 ? 2 : 1
    guard typed.count <= word.count + allowed else { return false }
    return (typed.count - allowed...typed.count + allowed).contains { length in
      length <= word.count && NearestName.edits(from: typed, to: Array(word.prefix(length))) <= allowed
    }
  }

  /// The words of a title, small, without accents and signs, each in the singular.
  private static func words(_ text: String) -> [[Unicode.Scalar]] {
    text.split { $0.isWhitespace || "-–—/,.;:()&'’".contains($0) }.map { ColumnName.folded(String($0)) }
      .filter { !$0.isEmpty }.map { singular(Array($0.unicodeScalars)) }
  }

  /// `secretary` of `secretaries`, `nurse` of `nurses`; `analysis` and `class` stay.
  private static func singular(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.count > 3, word.last == "s" else { return word }
    if word.suffix(3).elementsEqual("ies".unicodeScalars) { return word.dropLast(3) + ["y"] }
    return ["s", "u", "i"].contains(word[word.count - 2]) ? word : word.dropLast()
  }
}
