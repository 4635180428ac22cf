import ReportModel

/// The words of a template by key: `position.national`.
public struct Wording: Sendable, Equatable {
  let phrases: [String: Phrase]

  /// A phrase without places, or with places that are to show values.
  ///
  /// - Precondition: the template has the key; the template's reader checks it.
  func prose(_ key: some PhraseKey, _ values: [String: Prose] = [:]) -> Prose {
    guard let phrase = phrases[key.path] else { preconditionFailure("the template has \(key.path)") }
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
  var path: String { "\(Self.group).\(rawValue)" }
  static var keys: [String] { allCases.map(\.rawValue) }
}

/// Every group of phrases, in the order of the standard template.
enum PhraseGroups {
  static let all: [any PhraseKey.Type] =
    [
      ReportPhrase.self, BasisPhrase.self, StatisticPhrase.self, MarkPhrase.self, ColumnPhrase.self,
      ColumnNotePhrase.self, RangePhrase.self, AxisPhrase.self, QuestionPhrase.self, KeyFindingPhrase.self,
      NextStepPhrase.self,
    ] + ReportSections.all.map { $0.words } + [
      WhatIfPhrase.self, WorkbookPhrase.self, CaseloadPhrase.self, AffectedPhrase.self, RosterPhrase.self,
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
