import Advising
import CareerData

/// The words of a roster to fill in: names of its columns and what they take.
public struct RosterWords: Sendable {
  /// Of the sheets: the table, what its columns are, and the lists.
  public let table: String
  public let guide: String
  public let lists: String
  /// Over the columns of the guide.
  public let column: String
  public let meaning: String
  public let choices: String
  /// For the text of the example row that no field takes as a value.
  public let exampleName: String
  private let wording: Wording

  init(_ wording: Wording) {
    self.wording = wording
    table = wording.text(RosterPhrase.table)
    guide = wording.text(RosterPhrase.guide)
    lists = wording.text(RosterPhrase.lists)
    column = wording.text(RosterPhrase.column)
    meaning = wording.text(RosterPhrase.meaning)
    choices = wording.text(RosterPhrase.choices)
    exampleName = wording.text(RosterPhrase.example)
  }

  /// The name of a field's column: `Client ID`.
  public func name(of field: ProfileField) -> String { wording.text(RosterColumnPhrase(field)) }

  /// What a field means and takes, in a sentence or two.
  public func meaning(of field: ProfileField) -> String { wording.text(RosterNotePhrase(field)) }

  public func word(for basis: PayBasis) -> String {
    wording.text(basis == .annual ? RosterPhrase.perYear : .perHour)
  }

  public func word(for isTrue: Bool) -> String { wording.text(isTrue ? RosterPhrase.yes : .no) }

  public func word(for education: Education) -> String { wording.text(RosterEducationPhrase(education)) }
}

extension ReportTemplate {
  public var rosterWords: RosterWords { RosterWords(wording) }
}

enum RosterPhrase: String, PhraseKey {
  static let group = "roster"
  case table, guide, lists, column, meaning, choices, example
  case perYear = "per_year"
  case perHour = "per_hour"
  case yes, no
}

/// A phrase for each case of something else, which keeps its names.
protocol MirroredPhrase: PhraseKey {
  associatedtype Case: RawRepresentable<String>, CaseIterable, Sendable
  var mirrored: Case { get }
  init(_ mirrored: Case)
}

extension MirroredPhrase {
  var rawValue: String { mirrored.rawValue.split(separator: "-").joined(separator: "_") }
  init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = found
  }
  static var allCases: [Self] { Case.allCases.map(Self.init) }
}

struct RosterColumnPhrase: MirroredPhrase {
  static let group = "roster_column"
  let mirrored: ProfileField
  init(_ mirrored: ProfileField) { self.mirrored = mirrored }
}

struct RosterNotePhrase: MirroredPhrase {
  static let group = "roster_note"
  let mirrored: ProfileField
  init(_ mirrored: ProfileField) { self.mirrored = mirrored }
}

struct RosterEducationPhrase: MirroredPhrase {
  static let group = "roster_education"
  let mirrored: Education
  init(_ mirrored: Education) { self.mirrored = mirrored }
}
