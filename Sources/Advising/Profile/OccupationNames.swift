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
  /// The occupation that a code or a title means; letter case, accents, signs and the plural do not matter.
  ///
  /// An official title goes before the other titles that people use. A title that is only near is not taken.
  public func match(_ text: String) -> OccupationMatch {
    let names = OccupationNames(self)
    let code = text.trimmed
    if OccupationNames.isCode(code) {
      if let found = self[code] { return .found(found) }
      if let group = group(of: code) { return .group(group, of: code) }
      return .none(nearest: names.near(code: code))
    }
    let exact = names.hits(text).filter { $0.rank == .exact }
    let hits = exact.contains { $0.jobTitle == nil } ? exact.filter { $0.jobTitle == nil } : exact
    if hits.count == 1, let found = self[hits[0].socCode] { return .found(found) }
    if hits.count > 1 { return .several(hits) }
    return .none(nearest: Array(names.hits(text).prefix(OccupationNames.mostNamed)))
  }

  /// The occupations whose titles, or other titles that people use, fit a text: the best first, then official titles before
  /// others, short ones before long ones, and the order of the codes. A code finds its occupation.
  public func search(_ text: String) -> [OccupationHit] {
    switch match(text) {
    case .group(let group, _) where OccupationNames.isCode(text.trimmed),
      .found(let group) where OccupationNames.isCode(text.trimmed):
      [OccupationHit(socCode: group.socCode, title: group.title, jobTitle: nil, rank: .exact)]
    default: OccupationNames(self).hits(text)
    }
  }
}

/// The titles of a catalogue, by the words that matter.
private struct OccupationNames {
  /// At most this many occupations stand in a message.
  static let mostNamed = 3

  private struct Entry {
    let socCode: String
    let title: String
    let jobTitle: String?
    let words: [[Unicode.Scalar]]
  }

  private let entries: [Entry]

  init(_ catalogue: Catalogue) {
    let titles = catalogue.titles
    let byCode = Dictionary(titles.map { ($0.socCode, $0.title) }, uniquingKeysWith: { first, _ in first })
    entries =
      titles.map { Entry(socCode: $0.socCode, title: $0.title, jobTitle: nil, words: Self.words($0.title)) }
      + catalogue.allJobTitles.compactMap { job in
        byCode[job.socCode].map {
          Entry(socCode: job.socCode, title: $0, jobTitle: job.title, words: Self.words(job.title))
        }
      }
  }

  /// True for two digits, a dash and four digits.
  static func isCode(_ text: String) -> Bool {
    let form = Array(text.utf8)
    return form.count == 7
      && form.indices.allSatisfy {
        $0 == 2 ? form[$0] == UInt8(ascii: "-") : (0x30...0x39).contains(form[$0])
      }
  }

  /// One hit for each occupation, by the title of it that fits best.
  func hits(_ text: String) -> [OccupationHit] {
    let wanted = Self.words(text)
    guard !wanted.isEmpty else { return [] }
    let ranked = entries.enumerated().compactMap { index, entry in
      Self.rank(wanted, entry.words).map { (entry, $0, index) }
    }
    let sorted = ranked.sorted { a, b in
      (a.1.rawValue, a.0.jobTitle == nil ? 0 : 1, a.0.words.count, a.2)
        < (b.1.rawValue, b.0.jobTitle == nil ? 0 : 1, b.0.words.count, b.2)
    }
    var seen: Set<String> = []
    return sorted.filter { seen.insert($0.0.socCode).inserted }.map { entry, rank, _ in
      OccupationHit(socCode: entry.socCode, title: entry.title, jobTitle: entry.jobTitle, rank: rank)
    }
  }

  /// Codes that differ in one digit, or two digits that changed places.
  func near(code: String) -> [OccupationHit] {
    let near = entries.filter { $0.jobTitle == nil && NearestName.edits(code, $0.socCode) == 1 }
    return near.prefix(Self.mostNamed).map {
      OccupationHit(socCode: $0.socCode, title: $0.title, jobTitle: nil, rank: .near)
    }
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
