import Advising
import CareerData
import Tabular

/// The occupations that a search has found, as a command prints them.
public struct OccupationSearchReport: Sendable {
  private let hits: [OccupationHit]
  private let rest: Int

  /// - Parameter limit: at most so many occupations.
  public init(_ text: String, in catalogue: Catalogue, limit: Int) {
    let all = catalogue.search(text)
    hits = Array(all.prefix(limit))
    rest = all.count - hits.count
  }

  public var isEmpty: Bool { hits.isEmpty }

  /// A line for each: its code, its title, and the title that fits where that is another one.
  public var lines: [String] {
    if hits.isEmpty { return ["no occupation found; try one word of its title"] }
    let lines = hits.map { hit in
      "\(hit.socCode)  \(hit.title)\(hit.jobTitle.map { " (\($0))" } ?? "")"
    }
    let more = rest > 0 ? ["\(rest) more; --limit shows them"] : []
    return (lines + more).map(VisibleText.of)
  }

  /// `soc, title, job_title, match`: the last is `exact`, `prefix`, `words` or `near`.
  public var csv: [UInt8] {
    let rows = hits.map { [$0.socCode, $0.title, $0.jobTitle ?? "", "\($0.rank)"] }
    var bytes: [UInt8] = []
    let writer = CSVWriter.spreadsheet(escapesFormulas: true)
    for row in [["soc", "title", "job_title", "match"]] + rows { writer.append(record: row, to: &bytes) }
    return bytes
  }

  /// An array of `soc`, `title`, `job_title` (null where the title itself fits) and `match`.
  public var json: [UInt8] {
    JSONText.array(
      hits.map {
        [
          "job_title": .text($0.jobTitle), "match": .string("\($0.rank)"), "soc": .string($0.socCode),
          "title": .string($0.title),
        ]
      }
    ).bytes
  }
}

/// The occupations related to one, as a command prints them.
public struct RelatedOccupationsReport: Sendable {
  private let occupation: CatalogueOccupation
  private let related: [(title: String, occupation: RelatedOccupation)]
  private let source: Source?

  public init(_ occupation: CatalogueOccupation, in catalogue: Catalogue) {
    self.occupation = occupation
    let titles = Dictionary(
      catalogue.titles.map { ($0.socCode, $0.title) }, uniquingKeysWith: { first, _ in first })
    related = catalogue.relatedOccupations(to: occupation.socCode).compactMap { one in
      titles[one.socCode].map { ($0, one) }
    }
    source = catalogue.onetSource
  }

  /// The nearest first, and whose judgment it is.
  public var lines: [String] {
    guard !related.isEmpty else {
      return ["O*NET names no occupations related to \(occupation.title) (\(occupation.socCode))."]
    }
    var lines = ["Related to \(occupation.title) (\(occupation.socCode)), the nearest first:"]
    for tier in RelatedOccupation.Tier.allCases {
      let titles = related.filter { $0.occupation.tier == tier }
      if titles.isEmpty { continue }
      lines += ["", "\(Self.words(tier)):"] + titles.map { "  \($0.occupation.socCode)  \($0.title)" }
    }
    if let source { lines += ["", "Source: \(source.attribution)"] }
    return lines.map(VisibleText.of)
  }

  private static func words(_ tier: RelatedOccupation.Tier) -> String {
    switch tier {
    case .primaryShort: "Nearest"
    case .primaryLong: "Near"
    case .supplemental: "Further"
    }
  }

  /// `soc, title, tier`, the nearest first.
  public var csv: [UInt8] {
    var bytes: [UInt8] = []
    let writer = CSVWriter.spreadsheet(escapesFormulas: true)
    writer.append(record: ["soc", "title", "tier"], to: &bytes)
    for (title, one) in related {
      writer.append(record: [one.socCode, title, one.tier.rawValue], to: &bytes)
    }
    return bytes
  }

  /// `soc` and `title` of the occupation, `related` (each `soc`, `tier`, `title`), and `source`.
  public var json: [UInt8] {
    let document: JSONText = [
      "related": .array(
        related.map { title, one in
          ["soc": .string(one.socCode), "tier": .string(one.tier.rawValue), "title": .string(title)]
        }), "soc": .string(occupation.socCode), "source": .text(source?.attribution),
      "title": .string(occupation.title),
    ]
    return document.bytes
  }
}

extension Source {
  /// `O*NET 29.3 Database by the U.S. Department of Labor, …; used under CC BY 4.0; …`; of others publisher, title,
  /// period.
  var attribution: String {
    let words = id == "onet" ? "\(title) by the \(publisher)" : "\(publisher): \(title), \(period)"
    return [words, note].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
