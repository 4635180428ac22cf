/// What is wrong with a record of a CSV file, and where.
public struct CSVError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A quotation mark inside a field that does not begin with one.
    case strayQuote
    /// Something other than a comma or a line end after the closing quotation mark.
    case textAfterQuote
    /// The input ends inside a quoted field; the line is the one on which the field begins.
    case unclosedQuote
    /// A carriage return outside quotation marks that no line feed follows.
    case bareCarriageReturn
    /// A line without any field.
    case blankLine
    case fieldCount(expected: Int, found: Int)
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// A record of more bytes than the scanner's limit.
    case recordTooLong(limit: Int)
    /// The input holds no record at all.
    case empty
    /// More rows than a limit.
    case tooManyRows(limit: Int)
    /// More fields of all rows together than a limit.
    case tooManyFields(limit: Int)
    /// More fields in the header than a limit.
    case tooManyColumns(limit: Int)
    /// More rows with an error than a limit; the rest is not looked at.
    case tooManyErrors(limit: Int)
  }

  /// The line of the file, from 1; lines end with a line feed, inside quotation marks too.
  public let line: Int
  /// The field of the record, from 1; nil when the record as a whole is meant.
  public let field: Int?
  public let kind: Kind

  public init(line: Int, field: Int?, kind: Kind) {
    self.line = line
    self.field = field
    self.kind = kind
  }
}

extension CSVError: CustomStringConvertible {
  /// `line 3, field 2: text after the closing quotation mark`.
  public var description: String {
    let place = field.map { "line \(line), field \($0)" } ?? "line \(line)"
    return "\(place): \(finding)"
  }

  /// What was found, in words.
  public var finding: String {
    switch kind {
    case .strayQuote: "a quotation mark inside a field that is not quoted"
    case .textAfterQuote: "text after the closing quotation mark"
    case .unclosedQuote: "a quoted field that is not closed"
    case .bareCarriageReturn: "a carriage return without a line feed"
    case .blankLine: "a blank line"
    case .fieldCount(let expected, let found):
      "\(found) \(found == 1 ? "field" : "fields") where the header has \(expected)"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .recordTooLong(let limit): "a record of more than \(limit) bytes"
    case .empty: "no header"
    case .tooManyRows(let limit): "more than \(limit) rows"
    case .tooManyFields(let limit): "more than \(limit) fields in all rows"
    case .tooManyColumns(let limit): "more than \(limit) columns"
    case .tooManyErrors(let limit): "more than \(limit) rows with an error; the rest is not looked at"
    }
  }

  /// What to do about it, in words.
  public var remedy: String {
    switch kind {
    case .strayQuote, .textAfterQuote: "put the whole field in quotation marks and double those inside it"
    case .unclosedQuote: "close the field with a quotation mark"
    case .bareCarriageReturn: "end lines with a line feed, or a carriage return and a line feed"
    case .blankLine: "take the line out"
    case .fieldCount: "give each column one field; put fields that hold commas in quotation marks"
    case .invalidUTF8: "save the file as CSV UTF-8"
    case .recordTooLong: "look for a quotation mark that is not closed"
    case .tooManyRows, .tooManyFields: "give a smaller table"
    case .tooManyColumns: "give a table with fewer columns"
    case .tooManyErrors: "check that it is a CSV file"
    case .empty: "give a first line with the names of the columns"
    }
  }
}
