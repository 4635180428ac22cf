import Tabular

/// What is wrong with a profile: data first, words in one place.
///
/// A problem quotes coded, numeric and date values only, never a name, an advisor or notes.
public struct ProfileProblem: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case notJSON(String)
    case notAnObject
    case duplicateKey(firstLine: Int)
    case unknownField(nearest: String?)
    case missing
    case wrongType(found: String, allowed: String)
    case badPattern(found: String)
    case notADate(found: String)
    case unknownChoice(found: String, what: String, nearest: String?, allowed: [String])
    /// `some` are the areas whose names are nearest, of `count`; `nearest` is the one that was probably meant.
    case unknownArea(found: String, nearest: String?, some: [String], count: Int)
    case ambiguousArea(found: String, matches: [String])
    /// `near` are titles with codes, of which one was probably meant.
    case unknownOccupation(found: String, near: [String])
    /// Neither a state nor an area of the dataset.
    case unknownPlace(found: String, near: [String])
    case outOfRange(found: String, allowed: String, hint: String?)
    case payBasisMissing
    /// A cell of a roster that its column cannot be read from.
    case unreadableCell(found: String, allowed: String)
    /// A field that no cell of a table holds.
    case notInTables
    /// Another client has the id, in this line of the roster; nil when it was done in a run before.
    case idTaken(line: Int?)
    /// A name of files that some systems keep for themselves, or Pathbook.
    case reservedName(found: String)
    /// The id tells a part of a name in a report that is to have none.
    case tellsName
    /// A line that is no row of the roster's table.
    case brokenRow(finding: String, remedy: String)
    case controlCharacter(codePoint: UInt32)
    /// The profile is sound, and a report on the client could not be made all the same. The reason ends in a remedy.
    case notRendered(file: String, reason: String)
    /// In characters.
    case tooLong(limit: Int)
    /// An id that a spreadsheet has made a number or a date of: `1.20E+06`.
    case changedID(found: String)
    /// `1.500` dollars, and what it may mean.
    case ambiguousNumber(found: String, whole: String, fraction: String)
    /// A date that may have the month or the day first, and the days that it may be.
    case ambiguousDate(found: String, days: [String], isColumnMixed: Bool)
    /// The name of a column of pay says one basis, and its row another.
    case otherBasis(column: String, row: String)
    /// Two keys of an object are the same field.
    case givenTwice(one: String, other: String)
  }

  /// A cell of a table, as the person who has the table sees it.
  public struct CellPlace: Sendable, Equatable {
    /// The name of its column; nil when the table has no such column.
    public var column: String?
    /// In a workbook: `Sheet1!F12`.
    public var address: String?

    public init(column: String?, address: String?) {
      self.column = column
      self.address = address
    }
  }

  /// The name of the field; nil when the problem is about the whole file.
  public let field: String?
  /// The line in the file, from 1, when known.
  public var line: Int?
  /// The column in the line, from 1, when known.
  public var column: Int?
  /// Of a problem in a table: where it is.
  public var cell: CellPlace?
  public let reason: Reason
  /// False for a value that may belong to another field, such as a name; then nothing is said that comes from it.
  public var showsValue = true

  public init(field: String?, line: Int? = nil, column: Int? = nil, reason: Reason) {
    self.field = field
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension ProfileProblem: CustomStringConvertible {
  /// `FIELD: line N: what is wrong; what to do`.
  public var description: String {
    var place: [String] = []
    if let address = cell?.address { place.append(Quoting.visible(address)) }
    if let field { place.append(Quoting.visible(cell?.column ?? field)) }
    if let line { place.append(column.map { "line \(line), column \($0)" } ?? "line \(line)") }
    let sentence = words
    return (place + ["\(sentence.wrong); \(sentence.remedy)"]).joined(separator: ": ")
  }

  /// What is wrong, and what to do.
  var words: (wrong: String, remedy: String) {
    showsValue ? sentenceOfTable ?? sentence : sentenceWithoutValue
  }

  /// Words for somebody who has a table before him; nil where those for a profile do.
  private var sentenceOfTable: (wrong: String, remedy: String)? {
    guard let cell else { return nil }
    switch reason {
    case .payBasisMissing:
      let remedy =
        cell.column == nil ? "add a column pay_basis with annual or hourly" : "write annual or hourly here"
      return ("pay is given, but not whether it is per year or per hour", remedy)
    default: return nil
    }
  }

  private var sentenceWithoutValue: (wrong: String, remedy: String) {
    let remedy = "if text before it contains a comma, put that text in quotation marks"
    switch reason {
    case .unknownChoice(_, let what, _, let allowed):
      return ("unknown \(what)", "allowed: \(allowed.joined(separator: ", ")); \(remedy)")
    case .unreadableCell(_, let allowed): return ("this cannot be read", "give \(allowed); \(remedy)")
    case .outOfRange(_, let allowed, _): return ("this is out of range", "allowed: \(allowed); \(remedy)")
    case .unknownArea(_, _, _, let count):
      return ("unknown area", "areas.csv of the dataset lists all \(count); \(remedy)")
    case .unknownOccupation, .unknownPlace: return ("this is not known", remedy)
    case .ambiguousArea: return ("this names several areas", "give the code of one; \(remedy)")
    case .changedID, .ambiguousNumber, .ambiguousDate, .otherBasis: return ("this cannot be read", remedy)
    case .badPattern, .reservedName: return ("this cannot name files", remedy)
    case .notADate: return ("this is not a date that exists", "write it as YYYY-MM-DD; \(remedy)")
    default: return sentence
    }
  }

  private var sentence: (wrong: String, remedy: String) {
    switch reason {
    case .notJSON(let detail):
      ("this is not valid JSON (\(detail))", "fix the text at this point")
    case .notAnObject:
      ("a profile is one JSON object", "put the fields between { and }")
    case .duplicateKey(let firstLine):
      ("the field appears twice, first on line \(firstLine)", "keep one of the two")
    case .unknownField(let nearest):
      ("unknown field", nearest.map { "did you mean \($0)?" } ?? "remove it, or see the profile's schema")
    case .missing:
      ("the field is required", "add it")
    case .wrongType(let found, let allowed):
      ("this is \(found)", "give \(allowed)")
    case .badPattern(let found):
      (
        "\(Quoting.quoted(found)) cannot name files",
        "use 1 to 64 letters (A-Z, a-z), digits, '.', '_' and '-', the first a letter or a digit"
      )
    case .notADate(let found):
      ("\(Quoting.quoted(found)) is not a date that exists", "write it as YYYY-MM-DD")
    case .unknownChoice(let found, let what, let nearest, let allowed):
      (
        "unknown \(what) \(Quoting.quoted(found))",
        (nearest.map { "did you mean \($0)? " } ?? "") + "allowed: \(allowed.joined(separator: ", "))"
      )
    case .unknownArea(let found, let nearest, let some, let count):
      (
        "unknown area \(Quoting.quoted(found))",
        (nearest.map { "did you mean \($0)? " } ?? "")
          + "allowed: the code or the title of an area, such as \(some.joined(separator: "; ")); "
          + "areas.csv of the dataset lists all \(count)"
      )
    case .ambiguousArea(let found, let matches):
      (
        "\(Quoting.quoted(found)) names \(matches.count) areas",
        "give the code of one: \(matches.joined(separator: "; "))"
      )
    case .unknownOccupation(let found, let near):
      (
        "unknown occupation \(Quoting.quoted(found))",
        (near.isEmpty ? "" : "did you mean \(near.joined(separator: ", "))? ")
          + "allowed: a SOC code or a title, which \"pathbook occupation search\" finds"
      )
    case .unknownPlace(let found, let near):
      (
        "unknown place \(Quoting.quoted(found))",
        (near.isEmpty ? "" : "did you mean \(near.joined(separator: "; "))? ")
          + "allowed: a state by its two letters, or an area of the dataset by code or title"
      )
    case .outOfRange(let found, let allowed, let hint):
      ("\(found) is out of range", (hint.map { "\($0) " } ?? "") + "allowed: \(allowed)")
    case .payBasisMissing:
      ("pay_amount is given without pay_basis", "add \"pay_basis\": \"annual\" or \"hourly\"")
    case .unreadableCell(let found, let allowed):
      ("\(Quoting.quoted(found)) cannot be read", "give \(allowed)")
    case .notInTables:
      (
        "a table cannot hold this",
        "leave the column out, or give the roster as NDJSON or JSON, where it is written as in a profile"
      )
    case .idTaken(let line):
      (
        line.map { "another client with this id is on line \($0)" }
          ?? "another client with this id has reports here",
        "give each client its own id; letter case does not count"
      )
    case .reservedName(let found):
      ("\(Quoting.quoted(found)) cannot name files on every system", "add something to it, such as a number")
    case .tellsName:
      (
        "it contains part of a name, and the report files are named after it",
        "use an id that reveals nothing, or leave out --redact"
      )
    case .brokenRow(let finding, let remedy): (finding, remedy)
    case .controlCharacter(let codePoint):
      (
        "the text contains a control character (U+\(VisibleText.hexadecimal(codePoint, leastDigits: 4)))",
        "remove it; line breaks and tabs are fine"
      )
    case .notRendered(let file, let reason):
      ("\(file) cannot be made: \(reason)", "the other clients' reports are not affected")
    case .changedID(let found):
      (
        "\(Quoting.quoted(found)) looks like an id that a spreadsheet has changed",
        "format the column as text and enter the id again"
      )
    case .ambiguousNumber(let found, let whole, let fraction):
      ("\(Quoting.quoted(found)) could be \(whole) or \(fraction)", "write \(whole) or \(fraction)")
    case .ambiguousDate(let found, let days, let isColumnMixed):
      (
        "\(Quoting.quoted(found)) could be \(days.joined(separator: " or "))"
          + (isColumnMixed ? ", because the column has month-first and day-first dates" : ""),
        "write it as YYYY-MM-DD"
      )
    case .otherBasis(let column, let row):
      (
        "the row says \(row), but the name of the pay column says \(column)",
        "correct one of the two"
      )
    case .givenTwice(let one, let other):
      (
        "it is given twice, as \(Quoting.quoted(one)) and \(Quoting.quoted(other))", "keep one of the two"
      )
    case .tooLong(let limit): ("the text is too long", "use at most \(limit) characters")
    }
  }
}

/// What to know about a value of a profile that is no error.
public struct ProfileNotice: Sendable, Equatable, CustomStringConvertible {
  public enum Reason: Sendable, Equatable {
    /// The value was read and left unused, because the dataset has no such table: `settings`.
    case ignored(table: String)
    /// The area is not in the state of the profile.
    case areaOutsideState(area: String, state: String)
    /// A territory or a military address, for which the dataset has no figures.
    case placeWithoutFigures(String)
    /// Values that only a dataset about the occupation gives a meaning, and there is none.
    case noDataset(fields: [ProfileField], occupation: String)
  }

  public let field: ProfileField
  public let reason: Reason

  public var description: String {
    "\(fields.map(\.rawValue).joined(separator: ", ")): \(sentence)"
  }

  /// The fields that it is about.
  var fields: [ProfileField] { if case .noDataset(let fields, _) = reason { fields } else { [field] } }

  /// Without the field.
  var sentence: String {
    switch reason {
    case .placeWithoutFigures(let place):
      "\(place) has no figures in the dataset; the report has no state figures"
    case .ignored(let table): "ignored; the dataset has no \(table)"
    case .noDataset(_, let occupation): "kept and not used; there is no dataset about \(occupation)"
    case .areaOutsideState(let area, let state):
      "\(area) is not in \(state), the state of the profile; check both"
    }
  }
}

/// Every problem of one profile.
public struct ProfileProblems: Error, Sendable, Equatable {
  /// Never empty; in the order of the fields.
  public let problems: [ProfileProblem]
}

extension ProfileProblem.Reason {
  /// What kind it is, whatever was found.
  public var kind: String { String(String(describing: self).prefix { $0 != "(" }) }
}

extension ProfileNotice.Reason {
  /// What kind it is, whatever was found.
  public var kind: String { String(String(describing: self).prefix { $0 != "(" }) }
}

/// Values of unknown content in a message: short, and without effect on a terminal.
enum Quoting {
  /// At most this many characters of a value stand in a message.
  static let longestQuote = 40

  static func quoted(_ text: String) -> String { "\"\(visible(text))\"" }

  /// The text with control and formatting characters made visible, cut to ``longestQuote``.
  static func visible(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(longestQuote)
    let shown = VisibleText.of(start, leastDigits: 4) { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
      default: false
      }
    }
    return start.endIndex == text.unicodeScalars.endIndex ? shown : shown + "…"
  }
}
