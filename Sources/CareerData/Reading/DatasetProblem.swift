import Tabular

/// One thing that is wrong with a dataset: where it is, what was found, what is allowed and what to do.
public struct DatasetProblem: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The package names a file that is not there.
    case fileMissing
    case invalidJSON
    /// `datapackage.json` lacks a property.
    case propertyMissing
    /// A property has a value that Pathbook does not read.
    case propertyUnsupported
    /// A list of `datapackage.json` has more elements than a limit.
    case tooManyElements(limit: Int)
    /// A table that every dataset has is not in the package.
    case tableMissing
    /// Two resources of one name, or two columns of one name.
    case nameTwice
    /// A column that Pathbook needs is not in the schema.
    case columnMissing
    /// A column has a type in the schema that Pathbook cannot use.
    case columnType
    /// The first line of a file does not name the columns of the schema.
    case headerMismatch
    /// A key of the schema names a column or table that is not there.
    case badKey
    case malformedCSV(CSVError.Kind)
    /// Another sign than a comma between the fields, as spreadsheets of some countries write it.
    case otherDelimiter
    /// Columns without a name behind the others, as spreadsheets leave them.
    case emptyColumn
    /// What a spreadsheet program has made of a period.
    case spreadsheetDate
    /// A code without the zeros in front.
    case zerosLost
    case controlCharacter
    case valueMissing
    case wrongType
    /// A value that is not one of a list.
    case notAllowed
    case belowMinimum
    case aboveMaximum
    case tooShort
    case tooLong
    case patternMismatch
    /// A value, or the values of a key, that an earlier row has.
    case duplicate(firstRow: Int)
    /// An id of a figure that another table of figures has too.
    case idInTwoTables
    /// An id that its table does not have.
    case orphan
    /// A figure without low, value and high.
    case numberMissing
    /// A row without a value in any of several columns.
    case oneValueMissing
    /// low, value and high in another order.
    case wrongOrder
    /// An address that is not `https`, or that holds what no address does.
    case badLink
    /// A place in an address that nothing is filled into.
    case unknownLinkPlace
    /// Not exactly one occupation that the dataset is about.
    case subjectOccupations
    /// A recalculation that cannot be read.
    case badRecalculation
  }

  /// The path of the file in the package.
  public let file: String
  /// The line of the file on which the row begins, from 1; nil when the file as a whole is meant.
  public let row: Int?
  /// The column; of `datapackage.json` the property, such as `resources[2].schema.fields[0].type`.
  public let column: String?
  public let kind: Kind
  /// What stands there, at most 60 characters of it; nil when nothing does.
  public let found: String?
  /// What may stand there: values, a bound, a type, a pattern, or the table whose ids are meant.
  public let allowed: [String]

  public init(
    file: String, row: Int? = nil, column: String? = nil, kind: Kind, found: String? = nil,
    allowed: [String] = []
  ) {
    self.file = file
    self.row = row
    self.column = column
    self.kind = kind
    self.found = found.map(\.excerpt)
    self.allowed = allowed
  }
}

extension DatasetProblem: CustomStringConvertible {
  /// `pay.csv: row 12, low: "abc" is not a number; write digits with a decimal point`.
  public var description: String {
    let place = [row.map { "row \($0)" }, column]
    return "\(file): \(ProblemText.sentence(at: place, finding, remedy: remedy))"
  }

  /// What is wrong, in words.
  public var finding: String {
    switch kind {
    case .fileMissing: "the file is missing"
    case .invalidJSON: "not valid JSON: \(found ?? "unreadable")"
    case .propertyMissing: "the property is missing"
    case .propertyUnsupported: "\(quotedFound) is not supported"
    case .tooManyElements(let limit): "a list of \(found ?? "more") elements, more than \(limit)"
    case .tableMissing: "the package has no table \(choices)"
    case .nameTwice: "the name \(quotedFound) is used twice"
    case .columnMissing: "the schema has no such column"
    case .columnType: "the type is \(quotedFound)"
    case .headerMismatch: found == nil ? "the column is missing" : "the column is named \(quotedFound)"
    case .badKey: "the key names \(quotedFound), which does not exist"
    case .malformedCSV(let kind): CSVError(line: row ?? 1, field: nil, kind: kind).finding
    case .otherDelimiter: "the fields are separated by \(found ?? "another sign"), not by commas"
    case .emptyColumn: "a column without a name"
    case .spreadsheetDate: "\(quotedFound) is a date that a spreadsheet program made of a period"
    case .zerosLost: "\(quotedFound) is a code that has lost its leading zeros"
    case .controlCharacter: "the text contains a control character, \(quotedFound)"
    case .valueMissing: "no value"
    case .wrongType: "\(quotedFound) is not \(typeInWords)"
    case .notAllowed: "\(quotedFound) is not one of the allowed values"
    case .belowMinimum: "\(found ?? "the value") is too small"
    case .aboveMaximum: "\(found ?? "the value") is too large"
    case .tooShort: "\(quotedFound) is too short"
    case .tooLong: "\(quotedFound) is too long"
    case .patternMismatch: "\(quotedFound) does not have the expected form"
    case .duplicate(let firstRow): "\(quotedFound) is already in row \(firstRow)"
    case .idInTwoTables: "\(quotedFound) is also an id in \(choices)"
    case .orphan: "\(quotedFound) is not \(orphanTarget)"
    case .numberMissing: "the row has no number"
    case .oneValueMissing: "the row has no value in any of \(allowed.joined(separator: ", "))"
    case .badLink: "\(quotedFound) is no address that a reader can follow safely"
    case .unknownLinkPlace: "\(quotedFound) is not something that a report fills in"
    case .wrongOrder: "low, value and high are out of order: \(found ?? "")"
    case .subjectOccupations: "\(found ?? "0") occupations are the subject of the dataset"
    case .badRecalculation: "\(quotedFound) cannot be read"
    }
  }

  /// What to do, in words.
  public var remedy: String {
    switch kind {
    case .fileMissing: "add it, or remove its resource from \(DatasetFiles.packageName)"
    case .invalidJSON: "fix it there"
    case .propertyMissing: "add it"
    case .tooManyElements: "shorten the list"
    case .propertyUnsupported, .columnType: "make it \(choices)"
    case .tableMissing: "add the resource and its file"
    case .nameTwice: "rename one"
    case .columnMissing: "add it to the schema and to the file"
    case .headerMismatch: "name it \(choices), in the order of the schema"
    case .badKey: "name one that exists"
    case .malformedCSV(let kind): CSVError(line: row ?? 1, field: nil, kind: kind).remedy
    case .otherDelimiter: "save the file as CSV UTF-8 with commas"
    case .emptyColumn: "delete the empty columns"
    case .spreadsheetDate:
      allowed.isEmpty
        ? "write the period as its source does, such as \"May 2024\", in a text column"
        : "write \"\(choices)\" in a text column, or as its source writes it"
    case .zerosLost: "write \(choices) in a text column"
    case .controlCharacter: "remove it"
    case .valueMissing: allowed.isEmpty ? "fill it in" : "fill in \(choices)"
    case .wrongType: typeRemedy
    case .notAllowed: "use \(choices)"
    case .belowMinimum: "the minimum is \(choices)"
    case .aboveMaximum: "the maximum is \(choices)"
    case .tooShort: "use at least \(choices) characters"
    case .tooLong: "use at most \(choices) characters"
    case .patternMismatch: "use the form \(choices)"
    case .duplicate: "change or remove one"
    case .idInTwoTables: "change one"
    case .orphan:
      allowed.first.flatMap(CareerDataset.Table.init) == nil
        ? "use \(choices)" : "add it there, or correct it here"
    case .numberMissing: "fill in value, or low and high"
    case .oneValueMissing: "fill in \(choices)"
    case .badLink: "write it as \(choices)"
    case .unknownLinkPlace: allowed.isEmpty ? "take it out" : "use \(choices)"
    case .wrongOrder: "correct the numbers"
    case .subjectOccupations: "set is_subject to true for exactly one"
    case .badRecalculation: "use \(choices)"
    }
  }

  private var quotedFound: String { found?.quoted ?? "nothing" }

  private var choices: String { allowed.choices }

  private var orphanTarget: String {
    guard let name = allowed.first, allowed.count == 1 else { return "one of the known ids" }
    return "an id in the table \(name)"
  }

  private var typeInWords: String {
    switch allowed.first {
    case "integer": "a whole number"
    case "boolean": "true or false"
    case "date": "a date"
    default: "a number"
    }
  }

  private var typeRemedy: String {
    switch allowed.first {
    case "integer": "write only digits"
    case "boolean": "write true or false"
    case "date": "write an existing day as YYYY-MM-DD"
    default: "write digits with a decimal point, without commas or a currency sign"
    }
  }
}

/// Everything that is wrong with a dataset, of all its files.
public struct DatasetErrors: Error, Sendable, Equatable {
  /// The problems of one file that are counted only.
  public struct Rest: Sendable, Equatable {
    public let file: String
    public let count: Int

    public init(file: String, count: Int) {
      self.file = file
      self.count = count
    }
  }

  /// The most problems of one file that are listed.
  public static let limitPerFile = 50

  /// The problems, in the order of the files in the package and of their rows; at least one.
  public let problems: [DatasetProblem]
  /// The files with more problems than ``limitPerFile``, and how many more.
  public let rest: [Rest]

  /// - Precondition: there is at least one problem.
  public init(problems: [DatasetProblem], rest: [Rest] = []) {
    precondition(!problems.isEmpty, "errors without a problem")
    self.problems = problems
    self.rest = rest
  }
}

extension DatasetErrors: CustomStringConvertible {
  /// A line for each problem, and one for each file with more of them.
  public var description: String {
    (problems.map(\.description) + rest.map { "\($0.file): \($0.count) more problems" }).joined(
      separator: "\n")
  }
}
