import Tabular

extension DatasetProblem: CustomStringConvertible {
  /// `pay.csv: row 12, low: "abc" is not a number; write digits with a decimal point`.
  public var description: String {
    let place = [row.map { "row \($0)" }, column].compactMap(\.self).joined(separator: ", ")
    return "\(file): \(place.isEmpty ? "" : place + ": ")\(finding); \(remedy)"
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
    case .nameTwice: "the name \(quotedFound) is there twice"
    case .columnMissing: "the schema has no such column"
    case .columnType: "the type is \(quotedFound)"
    case .headerMismatch: found == nil ? "the column is missing" : "the column is named \(quotedFound)"
    case .badKey: "the key names \(quotedFound), which is not there"
    case .malformedCSV(let kind): CSVError(line: row ?? 1, field: nil, kind: kind).finding
    case .otherDelimiter: "the fields are separated by \(found ?? "another sign"), not by commas"
    case .emptyColumn: "a column without a name"
    case .spreadsheetDate: "\(quotedFound) is a date that a spreadsheet program made of a period"
    case .zerosLost: "\(quotedFound) is a code without its zeros in front"
    case .controlCharacter: "the text holds a control character, \(quotedFound)"
    case .valueMissing: "no value"
    case .wrongType: "\(quotedFound) is not \(typeInWords)"
    case .notAllowed: "\(quotedFound) is not one of the allowed values"
    case .belowMinimum: "\(found ?? "the value") is too small"
    case .aboveMaximum: "\(found ?? "the value") is too great"
    case .tooShort: "\(quotedFound) is too short"
    case .tooLong: "\(quotedFound) is too long"
    case .patternMismatch: "\(quotedFound) has another form"
    case .duplicate(let firstRow): "\(quotedFound) is in row \(firstRow) already"
    case .idInTwoTables: "\(quotedFound) is an id of \(choices) too"
    case .orphan: "\(quotedFound) is not \(orphanTarget)"
    case .numberMissing: "the row has no number"
    case .wrongOrder: "low, value and high are out of order: \(found ?? "")"
    case .subjectOccupations: "\(found ?? "0") occupations are the subject of the dataset"
    case .badRecalculation: "\(quotedFound) cannot be read"
    }
  }

  /// What to do, in words.
  public var remedy: String {
    switch kind {
    case .fileMissing: "add it, or take its resource out of \(DatasetFiles.packageName)"
    case .invalidJSON: "mend it there"
    case .propertyMissing: "add it"
    case .tooManyElements: "give a shorter list"
    case .propertyUnsupported, .columnType: "make it \(choices)"
    case .tableMissing: "add the resource and its file"
    case .nameTwice: "rename one"
    case .columnMissing: "add it to the schema and to the file"
    case .headerMismatch: "name it \(choices), in the order of the schema"
    case .badKey: "name one that is"
    case .malformedCSV(let kind): CSVError(line: row ?? 1, field: nil, kind: kind).remedy
    case .otherDelimiter: "save the file as CSV UTF-8 with commas"
    case .emptyColumn: "delete the empty columns"
    case .spreadsheetDate:
      allowed.isEmpty
        ? "write the period as its source does, such as \"May 2024\", in a column of text"
        : "write \"\(choices)\" in a column of text, or as its source writes it"
    case .zerosLost: "write \(choices) in a column of text"
    case .controlCharacter: "take it out"
    case .valueMissing: allowed.isEmpty ? "fill it in" : "fill in \(choices)"
    case .wrongType: typeRemedy
    case .notAllowed: "use \(choices)"
    case .belowMinimum: "the least is \(choices)"
    case .aboveMaximum: "the most is \(choices)"
    case .tooShort: "give at least \(choices) characters"
    case .tooLong: "give at most \(choices) characters"
    case .patternMismatch: "give a value of the form \(choices)"
    case .duplicate: "change one, or take it out"
    case .idInTwoTables: "change one"
    case .orphan:
      allowed.first.flatMap(CareerDataset.Table.init) == nil
        ? "use \(choices)" : "add it there, or correct it here"
    case .numberMissing: "fill in value, or low and high"
    case .wrongOrder: "correct the numbers"
    case .subjectOccupations: "set is_subject to true for exactly one"
    case .badRecalculation: "use \(choices)"
    }
  }

  private var quotedFound: String {
    guard let found else { return "nothing" }
    var text = "\""
    for scalar in found.unicodeScalars {
      // Controls, and the format characters that turn text around, must not act on a terminal.
      let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
      text += isHidden ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return text + "\""
  }

  private var choices: String {
    guard let last = allowed.last, allowed.count > 1 else { return allowed.first ?? "" }
    return allowed.dropLast().joined(separator: ", ") + " or " + last
  }

  private var orphanTarget: String {
    guard let name = allowed.first, allowed.count == 1 else { return "one of the known ids" }
    return "an id of the table \(name)"
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
    case "integer": "write digits alone"
    case "boolean": "write true or false"
    case "date": "write a day that exists as YYYY-MM-DD"
    default: "write digits with a decimal point, without commas or a currency sign"
    }
  }
}
