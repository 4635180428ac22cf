import Advising
import ReportModel

/// The words of a template by key: `position.national`.
public struct Wording: Sendable, Equatable {
  /// By the group of their keys.
  let phrases: [String: [String: Phrase]]

  /// A phrase without places, or with places that are to show values.
  ///
  /// - Precondition: the template has the key; the template's reader checks it.
  func prose<Key: PhraseKey>(_ key: Key, _ values: [String: Prose] = [:]) -> Prose {
    guard let phrase = phrases[Key.group]?[key.rawValue] else {
      preconditionFailure("the template has \(Key.group).\(key.rawValue)")
    }
    return phrase.filled(values)
  }

  /// The words of a phrase without places.
  func text(_ key: some PhraseKey) -> String {
    prose(key).words
  }
}

/// Keys of the wording. Each section has its own, at the bottom of its file.
protocol PhraseKey: RawRepresentable<String>, CaseIterable, Sendable {
  /// The part of the template's `wording` that holds the keys.
  static var group: String { get }
}

extension PhraseKey {
  static var keys: [String] { allCases.map { $0.rawValue } }
}

/// Every group of phrases, in the order of the standard template.
enum PhraseGroups {
  static let all: [any PhraseKey.Type] =
    [
      ReportPhrase.self, BasisPhrase.self, StatisticPhrase.self, PlainStatisticPhrase.self, MarkPhrase.self,
      ColumnPhrase.self,
      ColumnNotePhrase.self, RangePhrase.self, AxisPhrase.self, ClientQuestion.self, KeyFindingPhrase.self,
      NextRungPhrase.self, SharePhrase.self, CostPhrase.self, ProgramPhrase.self, RequirementPhrase.self,
      TimePhrase.self,
      NextStepPhrase.self, ProgressPhrase.self, LinkPhrase.self, PageOnePhrase.self, PreparationPhrase.self,
      GlossaryPhrase.self, EntryPhrase.self, ExplanationPhrase.self, RulePhrase.self, ParameterPhrase.self,
    ] + ReportSections.all.map { $0.words } + [
      WhatIfPhrase.self, ComparisonPhrase.self, WorkbookPhrase.self, FigureMeasurePhrase.self,
      FigureStatisticPhrase.self, FigureUnitPhrase.self, KeyPhrase.self, CaseloadPhrase.self,
      AffectedPhrase.self,
      RosterPhrase.self,
      RosterColumnPhrase.self, RosterNotePhrase.self, RosterEducationPhrase.self,
    ]
}

extension Prose {
  init(_ value: Value) { self.init([.value(value)]) }
  init(_ quantity: Quantity) { self.init([.value(.quantity(quantity))]) }
}

extension Prose {
  /// The first letter of the first word as a capital.
  var capitalized: Prose {
    guard case .text(let text)? = runs.first else { return self }
    return Prose([.text(text.prefix(1).uppercased() + text.dropFirst())] + runs.dropFirst())
  }

  /// The words of prose without values, for places that take text only.
  var words: String {
    runs.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}

/// A sentence of the template with places for values: `"{item} pays {amount} a year."`
struct Phrase: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case text(String)
    /// The name of a place.
    case slot(String)
  }

  let parts: [Part]
  /// The words of a phrase without places, which is every other one; nil for one with places.
  private let words: Prose?

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
    words =
      switch parts.first {
      case nil: ""
      case .text(let text)? where parts.count == 1: Prose(text)
      default: nil
      }
  }

  /// The phrase with its places filled. A place without a value shows its name in braces, which a test finds.
  ///
  /// A value that ends a sentence, such as a title with its own period or "Inc.", takes the period after its place.
  func filled(_ values: [String: Prose]) -> Prose {
    if let words { return words }
    return Prose(
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

extension ReportTemplate {
  /// The words that a workbook adds to those of the report.
  public var workbookWords: WorkbookWords {
    func text(_ phrase: WorkbookPhrase) -> String { wording.text(phrase) }
    return WorkbookWords(
      chartData: text(.chartData), whatIfData: text(.whatIfData), sheet: text(.sheet), basis: text(.basis),
      column: text(.column), low: text(.low), dashedLine: text(.dashedLine), empty: text(.empty),
      foundRows: text(.foundRows), name: text(.name), row: text(.row), unknownPath: text(.unknownPath),
      from: text(.from), to: text(.to), height: text(.height), now: text(.now), whatIf: text(.whatIf),
      everyResult: text(.everyResult), contents: text(.contents), more: text(.more),
      allFigures: text(.allFigures), screenOnly: text(.screenOnly),
      figureHeaders: FigureHeaders(
        subject: text(.subject), item: text(.item), measure: text(.measure), statistic: text(.statistic),
        unit: text(.unit), low: text(.figureLow), value: text(.value), high: text(.figureHigh),
        difference: text(.difference), percent: text(.percent), source: text(.source),
        otherSources: text(.otherSources), period: text(.period), note: text(.note), code: text(.code)),
      figureWords: figureWords)
  }
}

extension ReportTemplate {
  /// The words on the buttons of a page that is shown a screen at a time; nil for a template that is not for a screen.
  public var keyWords: KeyWords? {
    isForScreen ? KeyWords(back: wording.text(KeyPhrase.back), next: wording.text(KeyPhrase.next)) : nil
  }
}

enum KeyPhrase: String, PhraseKey {
  static let group = "keys"
  case back, next
}

enum WorkbookPhrase: String, PhraseKey {
  static let group = "workbook"
  case chartData = "chart_data"
  case whatIfData = "what_if_data"
  case sheet, basis, column, low
  case dashedLine = "dashed_line"
  case empty
  case foundRows = "found_rows"
  case name, row
  case unknownPath = "unknown_path"
  case from, to, height, now, contents, more
  case whatIf = "what_if"
  case everyResult = "every_result"
  case allFigures = "all_figures"
  case screenOnly = "screen_only"

  // The headers of the table of all figures.
  case subject, item, measure, statistic, unit, value, difference, percent, source, period, note, code
  case figureLow = "figure_low"
  case figureHigh = "figure_high"
  case otherSources = "other_sources"
}
