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
    /// low, value and high in another order.
    case wrongOrder
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
