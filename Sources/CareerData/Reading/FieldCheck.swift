import Tabular

/// Checks the cells of one column against its field in the Table Schema: type and constraints.
struct FieldCheck {
  /// The types of Table Schema that are checked; cells of other types are taken as text.
  enum FieldType: String {
    case string, integer, number, boolean, date
  }

  let name: String
  /// The type as the schema has it.
  let typeName: String
  let isRequired: Bool
  let isUnique: Bool
  private let type: FieldType?
  private let allowed: [[UInt8]]
  /// The values of the constraint `enum`; empty: any.
  let allowedTexts: [String]
  private let minimum: Bound?
  private let maximum: Bound?
  private let lengths: (minimum: Int?, maximum: Int?)
  private let pattern: Pattern?

  private struct Bound {
    let text: String
    let number: Double?
    let date: CalendarDate?
  }

  private struct Pattern {
    let text: String
    let regex: Regex<AnyRegexOutput>
  }

  /// Notes constraints that cannot be read.
  init(_ field: DataPackage.Field, log: inout ProblemLog) {
    name = field.name
    typeName = field.type
    type = FieldType(rawValue: field.type)
    var constraints = ConstraintReader(field: field, log: log)
    isRequired = constraints.boolean("required")
    isUnique = constraints.boolean("unique")
    allowedTexts = constraints.texts("enum")
    allowed = allowedTexts.map { Array($0.utf8) }
    minimum = constraints.text("minimum").map(Self.bound)
    maximum = constraints.text("maximum").map(Self.bound)
    lengths = (constraints.integer("minLength"), constraints.integer("maxLength"))
    pattern = constraints.pattern().map { Pattern(text: $0.text, regex: $0.regex) }
    log = constraints.log
  }

  private static func bound(_ text: String) -> Bound {
    Bound(text: text, number: CellValue.double(ArraySlice(text.utf8)), date: CalendarDate(iso: text))
  }

  /// True when any text will do.
  var isFreeText: Bool {
    (type == .string || type == nil) && allowed.isEmpty && pattern == nil && lengths == (nil, nil)
  }

  /// What a cell breaks; nil when it breaks nothing. The cell has a value.
  func violation(_ cell: ArraySlice<UInt8>) -> (kind: DatasetProblem.Kind, allowed: [String])? {
    switch type {
    case .string, nil:
      break
    case .integer:
      guard let number = CellValue.integer(cell) else { return (.wrongType, [typeName]) }
      if let violation = boundViolation(Double(number), \.number) { return violation }
    case .number:
      guard let number = CellValue.double(cell) else { return (.wrongType, [typeName]) }
      if let violation = boundViolation(number, \.number) { return violation }
    case .boolean:
      guard CellValue.boolean(cell) != nil else { return (.wrongType, [typeName]) }
    case .date:
      guard let date = CellValue.date(cell) else { return (.wrongType, [typeName]) }
      if let violation = boundViolation(date, \.date) { return violation }
    }
    return textViolation(cell)
  }

  private func boundViolation<Value: Comparable>(
    _ value: Value, _ bound: KeyPath<Bound, Value?>
  ) -> (kind: DatasetProblem.Kind, allowed: [String])? {
    if let minimum, let least = minimum[keyPath: bound], value < least {
      return (.belowMinimum, [minimum.text])
    }
    if let maximum, let most = maximum[keyPath: bound], value > most {
      return (.aboveMaximum, [maximum.text])
    }
    return nil
  }

  private func textViolation(_ cell: ArraySlice<UInt8>) -> (kind: DatasetProblem.Kind, allowed: [String])? {
    if !allowed.isEmpty, !isAllowed(cell) { return (.notAllowed, allowedTexts) }
    if lengths.minimum != nil || lengths.maximum != nil {
      let length = String(decoding: cell, as: UTF8.self).unicodeScalars.count
      if let least = lengths.minimum, length < least { return (.tooShort, [String(least)]) }
      if let most = lengths.maximum, length > most { return (.tooLong, [String(most)]) }
    }
    if let pattern, (try? pattern.regex.wholeMatch(in: String(decoding: cell, as: UTF8.self))) == nil {
      return (.patternMismatch, [pattern.text])
    }
    return nil
  }

  private func isAllowed(_ cell: ArraySlice<UInt8>) -> Bool {
    if allowed.contains(where: { cell.elementsEqual($0) }) { return true }
    guard type == .number || type == .integer, let number = CellValue.double(cell) else { return false }
    return allowed.contains { CellValue.double($0[...]) == number }
  }
}

/// Reads the constraints of a field and notes those of another form.
private struct ConstraintReader {
  let field: DataPackage.Field
  var log: ProblemLog

  private mutating func note(_ node: JSONNode, _ key: String, _ allowed: String) {
    let problem = DatasetProblem(
      file: DatasetFiles.packageName, row: node.line, column: "\(field.place).constraints.\(key)",
      kind: .propertyUnsupported, found: node.excerpt, allowed: [allowed])
    log.add(problem)
  }

  mutating func boolean(_ key: String) -> Bool {
    guard let node = field.constraints?[key] else { return false }
    if let boolean = node.boolean { return boolean }
    note(node, key, "true or false")
    return false
  }

  mutating func integer(_ key: String) -> Int? {
    guard let node = field.constraints?[key] else { return nil }
    if let integer = node.integer { return integer }
    note(node, key, "a whole number")
    return nil
  }

  /// A bound, as the text of a number or a date.
  mutating func text(_ key: String) -> String? {
    guard let node = field.constraints?[key] else { return nil }
    let text = node.excerpt
    let isBound =
      field.type == "date" ? CalendarDate(iso: text) != nil : CellValue.double(ArraySlice(text.utf8)) != nil
    if isBound { return text }
    note(node, key, field.type == "date" ? "a date" : "a number")
    return nil
  }

  mutating func texts(_ key: String) -> [String] {
    guard let node = field.constraints?[key] else { return [] }
    if let elements = node.elements, !elements.isEmpty, elements.count <= DatasetLimits.listElements {
      return elements.map(\.excerpt)
    }
    note(node, key, "a list of 1 to \(DatasetLimits.listElements) values")
    return []
  }

  mutating func pattern() -> (text: String, regex: Regex<AnyRegexOutput>)? {
    guard let node = field.constraints?["pattern"] else { return nil }
    if let text = node.string, PatternLimit.isAllowed(text), let regex = try? Regex(text) {
      return (text, regex)
    }
    note(node, "pattern", "a regular expression that repeats no group which repeats something itself")
    return nil
  }
}

/// Checks the foreign keys that the schemas of a package declare.
struct ForeignKeyCheck {
  let package: DataPackage
  /// The tables that could be opened, by name.
  let tables: [String: OpenTable]

  func check(_ resource: DataPackage.Resource, log: inout ProblemLog) {
    guard let table = tables[resource.name] else { return }
    for key in resource.foreignKeys {
      check(key, of: table, to: key.resource.isEmpty ? resource.name : key.resource, log: &log)
    }
  }

  private func check(
    _ key: DataPackage.ForeignKey, of table: OpenTable, to name: String, log: inout ProblemLog
  ) {
    guard let columns = positions(key.fields, in: table, key, log: &log) else { return }
    guard !package.isComplete || package.resources.contains(where: { $0.name == name }) else {
      return note(name, key, log: &log)
    }
    guard let target = tables[name],
      let targetColumns = positions(key.referencedFields, in: target, key, log: &log),
      target.isComplete
    else { return }
    let values = Set((0..<target.document.rowCount).compactMap { target.key($0, targetColumns) })
    table.checkReferences(columns, to: name, values, log: &log)
  }

  private func positions(
    _ names: [String], in table: OpenTable, _ key: DataPackage.ForeignKey, log: inout ProblemLog
  ) -> [Int]? {
    var positions: [Int] = []
    for name in names {
      guard let position = table.column(name) else {
        note(name, key, log: &log)
        return nil
      }
      positions.append(position)
    }
    return positions
  }

  private func note(_ name: String, _ key: DataPackage.ForeignKey, log: inout ProblemLog) {
    let problem = DatasetProblem(
      file: DatasetFiles.packageName, row: key.line, column: key.place, kind: .badKey, found: name)
    log.add(problem)
  }
}
