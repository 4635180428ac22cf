import Calculation
import CareerData

/// All that is known of a field of a profile: readers, the template of a roster and the JSON Schema ask it.
struct FieldDeclaration: Sendable {
  /// For somebody who fills in a profile.
  var description: String
  var input: FieldInput
  /// Where a form asks for it; nil for what no form shows.
  var form: FormPlace?
  /// Fields that are read before it, because it is held against them.
  var after: [ProfileField]
  /// Fields without which it means nothing.
  var requires: [ProfileField]
  /// In the template of a roster.
  var example: RosterGuide.Example?
  /// Names of columns besides its key.
  var columns: [ColumnNames]

  var kind: FieldKind { input.kind }

  init(
    _ description: String, _ input: FieldInput, form: FormPlace?, after: [ProfileField] = [],
    requires: [ProfileField] = [],
    example: RosterGuide.Example? = nil, columns: [ColumnNames]
  ) {
    self.description = description
    self.input = input
    self.form = form
    self.after = after
    self.requires = requires
    self.example = example
    self.columns = columns
  }
}

/// What a value of a field may be, wherever it stands: in JSON, in a cell, in a form.
enum FieldKind: Sendable {
  /// See ``ClientID``.
  case id
  /// Free text of at most so many Unicode scalars.
  case text(longest: Int, isOneLine: Bool)
  case date
  case number(ClosedRange<Double>, Unit)
  case wholeNumber(ClosedRange<Int>, Unit)
  case flag
  /// An id of the dataset.
  case choice(CodeList)
  /// Ids of the dataset, none or more.
  case choices(CodeList)
  /// One of a few words that are the same in every dataset.
  case word(any AnyWordList)
  /// A metropolitan or nonmetropolitan area of the dataset, by code or title.
  case area
  /// An occupation by SOC code or title.
  case occupation
  /// Occupations, at most so many.
  case occupations(most: Int)
  /// States and areas of the dataset by code or title, at most so many.
  case places(most: Int)
  /// An object of JSON, which no cell of a table holds.
  case object([ObjectMember])
  /// A list of objects, at most so many.
  case objects([ObjectMember], most: Int)

  var isText: Bool { if case .text = self { true } else { false } }
  var isDate: Bool { if case .date = self { true } else { false } }
  var isFlag: Bool { if case .flag = self { true } else { false } }
  /// Whether only JSON has it: an object or a list of them.
  var isOfObjects: Bool {
    switch self {
    case .object, .objects: true
    default: false
    }
  }

  /// Whether a value is a list.
  var takesSeveral: Bool {
    switch self {
    case .choices, .occupations, .places: true
    default: false
    }
  }

  /// Nil for a field that takes no id of the dataset.
  var codes: CodeList? {
    switch self {
    case .choice(let list), .choices(let list): list
    default: nil
    }
  }

  /// Nil for a field that takes no number.
  var number: (range: ClosedRange<Double>, unit: Unit)? {
    switch self {
    case .number(let range, let unit): (range, unit)
    case .wholeNumber(let range, let unit):
      (Double(range.lowerBound)...Double(range.upperBound), unit)
    default: nil
    }
  }
}

/// What a field takes, and how its value comes into the profile.
struct FieldInput: Sendable {
  typealias Path<Value> = WritableKeyPath<ClientProfile, Value> & Sendable
  typealias Reading = @Sendable (ProfileField, inout FieldReader, inout ClientProfile) -> Void

  let kind: FieldKind
  let read: Reading

  /// A field with rules of its own, such as one that is held against another.
  static func own(
    _ kind: FieldKind, _ read: @escaping @Sendable (inout FieldReader, inout ClientProfile) -> Void
  ) -> FieldInput {
    FieldInput(kind: kind) { _, reader, profile in read(&reader, &profile) }
  }

  /// A workbook's cell holds 32,767 characters.
  static func notes(into path: Path<String?>) -> FieldInput {
    text(longest: 30_000, isOneLine: false, path)
  }

  static func line(into path: Path<String?>) -> FieldInput { text(longest: 1000, isOneLine: true, path) }

  private static func text(longest: Int, isOneLine: Bool, _ path: Path<String?>) -> FieldInput {
    FieldInput(kind: .text(longest: longest, isOneLine: isOneLine)) { field, reader, profile in
      profile[keyPath: path] = reader.text(field, longest: longest, isOneLine: isOneLine)
    }
  }

  static func date(into path: Path<CalendarDate?>) -> FieldInput {
    FieldInput(kind: .date) { field, reader, profile in profile[keyPath: path] = reader.date(field) }
  }

  static func flag(into path: Path<Bool?>) -> FieldInput {
    FieldInput(kind: .flag) { field, reader, profile in profile[keyPath: path] = reader.flag(field) }
  }

  static func number(_ range: ClosedRange<Double>, _ unit: Unit, into path: Path<Double?>) -> FieldInput {
    FieldInput(kind: .number(range, unit)) { field, reader, profile in
      profile[keyPath: path] = reader.number(field, in: range)
    }
  }

  /// A number with a default, which stays when the profile does not say.
  static func number(_ range: ClosedRange<Double>, _ unit: Unit, replacing path: Path<Double>) -> FieldInput {
    FieldInput(kind: .number(range, unit)) { field, reader, profile in
      if let number = reader.number(field, in: range) { profile[keyPath: path] = number }
    }
  }

  static func wholeNumber(_ range: ClosedRange<Int>, _ unit: Unit, replacing path: Path<Int>) -> FieldInput {
    FieldInput(kind: .wholeNumber(range, unit)) { field, reader, profile in
      if let number = reader.wholeNumber(field, in: range) { profile[keyPath: path] = number }
    }
  }

  static func choice(of list: CodeList, into path: Path<String?>) -> FieldInput {
    FieldInput(kind: .choice(list)) { field, reader, profile in
      profile[keyPath: path] = reader.choice(field)
    }
  }

  static func choices(of list: CodeList, into path: Path<[String]?>) -> FieldInput {
    FieldInput(kind: .choices(list)) { field, reader, profile in
      profile[keyPath: path] = reader.choices(field)
    }
  }

  static func word<Word: FieldWord>(_ list: WordList<Word>, into path: Path<Word?>) -> FieldInput {
    FieldInput(kind: .word(list)) { field, reader, profile in
      profile[keyPath: path] = reader.word(field)
    }
  }
}

/// Names of columns that mean a field, as other systems and people have them, in English and Spanish. They are compared as
/// ``ColumnName/folded(_:)`` has them.
///
/// No name stands here that is a value of some column too, that means several things in different places, or that would
/// bring what was meant for other eyes into a report (`Case notes`).
struct ColumnNames: Sendable {
  /// Separated by commas.
  let names: String
  /// What pay is for, where the names say it.
  let basis: PayBasis?
  /// A weak name, such as `Client`, gives way to a better one of the same field.
  let isWeak: Bool

  init(_ names: String, basis: PayBasis? = nil, isWeak: Bool = false) {
    self.names = names
    self.basis = basis
    self.isWeak = isWeak
  }
}

/// A table of the dataset that a field takes ids of.
struct CodeList: Sendable {
  /// What a value is, in a message: `setting`.
  let noun: String
  /// Several values, in a message: `settings`.
  let plural: String
  /// In the order of the table; nil when the dataset has no such table.
  let rows: @Sendable (CareerDataset) -> [(id: String, title: String)]?

  static let settings = CodeList("setting", .settings) { $0.settings.map { ($0.id, $0.title) } }
  static let specializations = CodeList("specialization", .specializations) {
    $0.specializations.map { ($0.id, $0.title) }
  }
  static let rungs = CodeList("rung", .rungs) { $0.rungs.map { ($0.id, $0.title) } }
  static let credentials = CodeList("credential", .credentials) { $0.credentials.map { ($0.id, $0.title) } }
  static let states = CodeList(noun: "state", plural: "states") { dataset in
    let states = dataset.records.states
    return states.isEmpty ? nil : states.map { ($0.code, $0.title) }
  }

  private init(
    noun: String, plural: String, rows: @escaping @Sendable (CareerDataset) -> [(id: String, title: String)]?
  ) {
    (self.noun, self.plural, self.rows) = (noun, plural, rows)
  }

  private init(
    _ noun: String, _ table: CareerDataset.Table,
    _ rows: @escaping @Sendable (CareerDataset.Records) -> [(id: String, title: String)]
  ) {
    self.init(noun: noun, plural: table.rawValue) { dataset in
      dataset.tables.contains(table) ? rows(dataset.records) : nil
    }
  }
}

typealias FieldWord = RawRepresentable<String> & CaseIterable & Hashable & Sendable

/// The words of a field, and how people write each of them in a table.
struct WordList<Word: FieldWord>: AnyWordList {
  let noun: String
  private let byFolded: [String: Word]

  /// - Parameter spellings: separated by commas; the words themselves need none.
  init(_ noun: String, _ spellings: [Word: String]) {
    self.noun = noun
    var byFolded: [String: Word] = [:]
    for word in Word.allCases {
      let names = (spellings[word] ?? "").split(separator: ",").map(String.init)
      for name in names + [word.rawValue] { byFolded[Self.folded(name)] = word }
    }
    self.byFolded = byFolded
  }

  var words: [String] { Word.allCases.map(\.rawValue) }

  func word(_ text: String) -> String? { byFolded[Self.folded(text)]?.rawValue }

  /// Points and apostrophes do not count: `Bachelor's`, `per yr.`
  private static func folded(_ text: String) -> String {
    CodedWords.folded(text).filter { !"'’.".contains($0) }
  }
}

/// A ``WordList`` of any words.
protocol AnyWordList: Sendable {
  /// What a word is, in a message: `level of education`.
  var noun: String { get }
  /// As profiles have them.
  var words: [String] { get }
  /// The word that a person means; nil for an unknown one.
  func word(_ text: String) -> String?
}
