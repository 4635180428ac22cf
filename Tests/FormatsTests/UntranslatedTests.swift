import AdvisingReport
import CareerData
import Export
import Foundation
import ReportModel
import ReportWriters
import ReportXLSX
import SampleReports
import Testing
import Yams
import Zip

/// No format has words of its own: a report from a template and a dataset in letters that no program writes holds
/// Latin letters only where the client, a name or a code brings them.
struct UntranslatedTests {
  @Test func `the Spanish template says all that the standard says`() throws {
    let standard = try Self.phrases("standard")
    let spanish = try Self.phrases("standard-es")
    #expect(Set(standard.keys) == Set(spanish.keys))
    // Words that are the same in both languages, and patterns without words.
    let same = standard.filter { spanish[$0.key] == $0.value && $0.value.contains(where: \.isLetter) }
    let patterns = same.filter { !Self.withoutPlaces($0.value).contains(where: \.isLetter) }
    let shared: Set<String> = [
      "{industry} (NAICS {code})", "{setting} (NAICS {code})", "{settings} (NAICS {code})", "no", "No",
    ]
    let untranslated = Set(same.values).subtracting(patterns.values).subtracting(shared)
    #expect(untranslated.isEmpty, "\(untranslated.sorted())")
  }

  @Test(arguments: SampleClients.ids)
  func `a report has no words but those of its template and its dataset`(_ id: String) throws {
    let template = try RewrittenInputs.template(Self.strange)
    let rewritten = try RewrittenInputs.dataset(Self.strange)
    // Addresses are in the words of the field, whatever the language, and break anywhere.
    var records = rewritten.records
    for index in records.links.indices { records.links[index].url = "https://example.org/" }
    for index in records.sources.indices { records.sources[index].link = "https://example.org/" }
    let dataset = CareerDataset(identity: rewritten.identity, tables: rewritten.tables, records: records)
    let profile = try SampleClients.profile(id)
    let day = try #require(CalendarDate(iso: "2026-11-23"))
    var options = ReportExporter.Options()
    options.formats = [.txt, .html, .xlsx]
    let exporter = ReportExporter(dataset: dataset, template: template, options: options)
    let report = exporter.report(on: profile, date: profile.reportDate ?? day)
    var known = Self.known(dataset)
    for text in [profile.name, profile.advisor, profile.notes, profile.id].compactMap(\.self) {
      known.formUnion(Self.words(text))
    }
    // The workbook's table of all figures says in its last column which row of the CSV each row is.
    let codes = Set(
      report.figures.flatMap { group in
        group.figures.map {
          [group.sectionID, $0.itemID, $0.measure, $0.statistic].filter { !$0.isEmpty }.joined(
            separator: " / ")
        }
      })
    // By these the formulas of the workbook call each other.
    known.formUnion(report.whatIf?.formulas.flatMap { Self.words($0.name) } ?? [])
    for file in try exporter.files(for: report) {
      for text in try Self.visible(file) where !codes.contains(text) {
        let strange = Self.words(text).filter { !known.contains($0) }
        #expect(strange.isEmpty, "\(file.name): \(strange.sorted()) in \(text.prefix(200))")
      }
    }
    for chart in try report.charts() {
      let svg = SVGChartWriter().svg(chart, of: report)
      let strange = Self.words(Self.text(svg)).subtracting(known)
      #expect(strange.isEmpty, "\(chart.id): \(strange.sorted())")
    }
  }

  // MARK: - Letters that no program writes

  /// Each Latin letter as a Cyrillic one, so that different words stay different.
  private static let strangeLetters: [Character: Character] = {
    let latin = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let cyrillic = "абвгдежзийклмнопрстуфхцчшщАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ"
    return Dictionary(uniqueKeysWithValues: zip(latin, cyrillic))
  }()

  /// What stands in braces stays.
  private static func strange(_ text: String) -> String {
    var depth = 0
    return String(
      text.map { character in
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        return depth > 0 ? character : strangeLetters[character] ?? character
      })
  }

  // MARK: - Words

  /// Ids, names, addresses and codes, which are the same in every language.
  private static func known(_ dataset: CareerDataset) -> Set<String> {
    let records = dataset.records
    let texts =
      records.credentials.flatMap { [$0.id, $0.body, $0.requirements.accreditation] }
      + records.sources.flatMap { [$0.publisher, $0.link ?? ""] }
      + records.rungs.map(\.id)
      + [
        dataset.identity.name, dataset.identity.contentHash, String(dataset.identity.contentHash.prefix(12)),
        "Pathbook", "SOC", "https://example.org/",
      ]
    return Set(texts.flatMap(words))
  }

  private static func words(_ text: String) -> Set<String> {
    let latin = text.split { !($0.isLetter && $0.isASCII) }.map(String.init)
    return Set(latin.filter { $0.count > 1 })
  }

  private static func withoutPlaces(_ text: String) -> String {
    text.replacing(/\{[a-z_]+\}/, with: "")
  }

  private static func text(_ markup: String) -> String {
    markup.replacing(/<(?:style|script)[^>]*>(?s:.*?)<\/(?:style|script)>/, with: " ").replacing(
      /<[^>]*>/, with: " "
    )
    .replacing(/&[a-z#0-9]+;/, with: " ")
  }

  /// What a reader of the file can come to see.
  private static func visible(_ file: RenderedFile) throws -> [String] {
    let content = String(decoding: file.bytes, as: UTF8.self)
    if file.name.hasSuffix(".txt") { return [content] }
    if file.name.hasSuffix(".html") {
      let shown = content.matches(of: /(?:title|alt|aria-label|placeholder)="([^"]*)"/).map { String($0.1) }
      return [text(content)] + shown.map(text)
    }
    let zip = try ZipReader(file.bytes)
    var texts: [String] = []
    for entry in try zip.entries() where entry.name.hasSuffix(".xml") {
      let xml = String(decoding: try zip.bytes(of: entry, atMost: 8_000_000), as: UTF8.self)
      texts += xml.matches(of: /<(?:t|a:t|dc:title|dc:subject|cp:keywords)(?: [^>]*)?>([^<]*)</).map {
        String($0.1)
      }
      texts += xml.matches(of: /<(?:sheet|tableColumn) [^>]*name="([^"]*)"/).map { String($0.1) }
      texts += xml.matches(of: /(?:prompt|promptTitle|error|errorTitle|descr)="([^"]*)"/).map {
        String($0.1)
      }
    }
    return texts.map(Self.text)
  }

  /// The phrases of a shipped template by their places.
  private static func phrases(_ name: String) throws -> [String: String] {
    let path = SampleClients.root.appendingPathComponent("Templates/\(name)/template.yaml").path
    let root = try #require(
      try Yams.load(yaml: String(contentsOfFile: path, encoding: .utf8)) as? [String: Any])
    var found: [String: String] = [:]
    func collect(_ node: Any, _ place: String) {
      switch node {
      case let map as [String: Any]: for (key, value) in map { collect(value, "\(place).\(key)") }
      case let list as [Any]: for (index, value) in list.enumerated() { collect(value, "\(place).\(index)") }
      case let text as String: found[place] = text
      default: break
      }
    }
    for part in ["wording", "style"] { collect(root[part] as Any, part) }
    return found
  }
}
