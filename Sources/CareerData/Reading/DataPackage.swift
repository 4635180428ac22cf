import Tabular

/// What Pathbook reads of `datapackage.json`, a Frictionless Data Package (version 1).
struct DataPackage {
  struct Resource {
    let name: String
    let path: String
    /// `resources[2]`: where the resource stands.
    let place: String
    let line: Int
    let fields: [Field]
    /// The fields that are unique together; empty: none.
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]
    /// The cells that mean "no value".
    let missingValues: [String]
  }

  struct Field {
    let name: String
    let type: String
    let line: Int
    /// `resources[2].schema.fields[0]`.
    let place: String
    /// Its constraints as they stand; nil when there are none.
    let constraints: JSONNode?
  }

  struct ForeignKey {
    let fields: [String]
    /// Empty: the same table.
    let resource: String
    let referencedFields: [String]
    let place: String
    let line: Int
  }

  let name: String
  let title: String
  let version: String
  let resources: [Resource]
  /// False when a resource could not be read: which table it is may be unknown.
  let isComplete: Bool

  /// Nil, with a problem in the log, when the bytes are not JSON.
  ///
  /// - Parameter areChecked: whether they were read before without a problem.
  init?(_ bytes: [UInt8], areChecked: Bool = false, log: inout ProblemLog) {
    let file = DatasetFiles.packageName
    let root: JSONNode
    do throws(JSONError) {
      let document = areChecked ? try JSONDocument(checked: bytes) : try JSONDocument(bytes)
      if let key = document.repeatedKeys.first {
        let found = "the key \"\(key.key)\" appears twice, first on line \(key.firstLine)"
        log.add(DatasetProblem(file: file, row: key.line, kind: .invalidJSON, found: found))
        return nil
      }
      root = document.root
    } catch {
      let found = "column \(error.column): \(error.finding)"
      log.add(DatasetProblem(file: file, row: error.line, kind: .invalidJSON, found: found))
      return nil
    }
    var properties = PropertyReader(file: file, log: log)
    name = properties.string(root, "name") ?? ""
    title = properties.string(root, "title") ?? ""
    version = properties.string(root, "version") ?? ""
    let elements = properties.elements(
      root, "resources", isNeeded: true, atMost: DatasetLimits.resources)
    resources = elements.enumerated().compactMap { index, node in
      properties.resource(node, place: "resources[\(index)]")
    }
    isComplete = resources.count == elements.count
    log = properties.log
  }
}

/// Reads properties of `datapackage.json` and notes those that are missing or of another type.
private struct PropertyReader {
  let file: String
  var log: ProblemLog

  private mutating func note(
    _ node: JSONNode, _ place: String, _ kind: DatasetProblem.Kind, found: String? = nil,
    allowed: [String] = []
  ) {
    let problem = DatasetProblem(
      file: file, row: node.line, column: place, kind: kind, found: found, allowed: allowed)
    log.add(problem)
  }

  private func path(_ place: String, _ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

  /// A text that is not empty; nil and a problem when there is none.
  mutating func string(_ node: JSONNode, _ key: String, at place: String = "", isNeeded: Bool = true)
    -> String?
  {
    guard let value = node[key] else {
      if isNeeded { note(node, path(place, key), .propertyMissing) }
      return nil
    }
    guard let string = value.string, !string.isEmpty else {
      note(value, path(place, key), .propertyUnsupported, found: value.excerpt, allowed: ["a text"])
      return nil
    }
    return string
  }

  mutating func elements(
    _ node: JSONNode, _ key: String, at place: String = "", isNeeded: Bool = false,
    atMost limit: Int = DatasetLimits.listElements
  ) -> [JSONNode] {
    guard let value = node[key] else {
      if isNeeded { note(node, path(place, key), .propertyMissing) }
      return []
    }
    guard let elements = value.elements else {
      note(value, path(place, key), .propertyUnsupported, found: value.excerpt, allowed: ["a list"])
      return []
    }
    guard isShort(elements, value, path(place, key), atMost: limit) else { return [] }
    return elements
  }

  /// False, with a problem, for a list of more elements than a limit.
  private mutating func isShort(
    _ elements: [JSONNode], _ node: JSONNode, _ place: String, atMost limit: Int
  ) -> Bool {
    guard elements.count > limit else { return true }
    note(node, place, .tooManyElements(limit: limit), found: String(elements.count))
    return false
  }

  /// One name, or a list of names.
  mutating func names(_ node: JSONNode, _ key: String, at place: String) -> [String] {
    guard let value = node[key] else { return [] }
    if let name = value.string { return [name] }
    guard isShort(value.elements ?? [], value, path(place, key), atMost: DatasetLimits.listElements) else {
      return []
    }
    let names = (value.elements ?? []).compactMap(\.string)
    if value.elements?.count != names.count {
      note(
        value, path(place, key), .propertyUnsupported, found: value.excerpt,
        allowed: ["a name", "a list of names"])
    }
    return names
  }

  mutating func resource(_ node: JSONNode, place: String) -> DataPackage.Resource? {
    requireDialect(node, place)
    guard let name = string(node, "name", at: place), let path = string(node, "path", at: place) else {
      return nil
    }
    guard let schema = node["schema"], schema.members != nil else {
      let kind: DatasetProblem.Kind = node["schema"] == nil ? .propertyMissing : .propertyUnsupported
      let found = node["schema"]?.excerpt
      note(node, "\(place).schema", kind, found: found, allowed: ["a Table Schema in the package"])
      return nil
    }
    let schemaPlace = "\(place).schema"
    let fields = elements(schema, "fields", at: schemaPlace, isNeeded: true)
    let keys = elements(schema, "foreignKeys", at: schemaPlace)
    return DataPackage.Resource(
      name: name, path: path, place: place, line: node.line,
      fields: fields.enumerated().compactMap { field($1, place: "\(schemaPlace).fields[\($0)]") },
      primaryKey: names(schema, "primaryKey", at: schemaPlace),
      foreignKeys: keys.enumerated().compactMap {
        foreignKey($1, place: "\(schemaPlace).foreignKeys[\($0)]")
      },
      missingValues: schema["missingValues"] == nil ? [""] : names(schema, "missingValues", at: schemaPlace))
  }

  private mutating func field(_ node: JSONNode, place: String) -> DataPackage.Field? {
    guard let name = string(node, "name", at: place) else { return nil }
    let type = string(node, "type", at: place, isNeeded: false) ?? "string"
    return DataPackage.Field(
      name: name, type: type, line: node.line, place: place, constraints: node["constraints"])
  }

  private mutating func foreignKey(_ node: JSONNode, place: String) -> DataPackage.ForeignKey? {
    guard let reference = node["reference"] else {
      note(node, "\(place).reference", .propertyMissing)
      return nil
    }
    let fields = names(node, "fields", at: place)
    let referenced = names(reference, "fields", at: "\(place).reference")
    guard !fields.isEmpty, fields.count == referenced.count else {
      note(
        node, "\(place).fields", .propertyUnsupported, found: "\(fields.count)",
        allowed: ["as many as referenced"])
      return nil
    }
    return DataPackage.ForeignKey(
      fields: fields, resource: reference["resource"]?.string ?? "", referencedFields: referenced,
      place: place,
      line: node.line)
  }

  /// Pathbook reads one dialect: commas, quotation marks, a header, UTF-8.
  private mutating func requireDialect(_ node: JSONNode, _ place: String) {
    if let encoding = node["encoding"], !["utf-8", "utf8"].contains(encoding.string?.lowercased()) {
      note(encoding, "\(place).encoding", .propertyUnsupported, found: encoding.excerpt, allowed: ["utf-8"])
    }
    for (dialect, name) in [(node["dialect"], "dialect"), (node["dialect"]?["csv"], "dialect.csv")] {
      if let delimiter = dialect?["delimiter"], delimiter.string != "," {
        let found = delimiter.excerpt
        note(
          delimiter, "\(place).\(name).delimiter", .propertyUnsupported, found: found, allowed: ["a comma"])
      }
      if let quote = dialect?["quoteChar"], quote.string != "\"" {
        note(quote, "\(place).\(name).quoteChar", .propertyUnsupported, found: quote.excerpt, allowed: ["\""])
      }
      if let header = dialect?["header"], header.boolean != true {
        note(
          header, "\(place).\(name).header", .propertyUnsupported, found: header.excerpt, allowed: ["true"])
      }
    }
  }
}

extension JSONNode {
  /// The value for a message: a text itself, a word for what has parts.
  var excerpt: String {
    switch value {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .string(let text): text
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Which regular expressions of a package are tried on cells. A repeated group that repeats something itself, `(a+)+`, can
/// take a time that doubles with each letter, and a text of 40 letters takes years.
enum PatternLimit {
  /// True for a pattern without such a group. What is no pattern at all is for the engine to tell.
  static func isAllowed(_ pattern: String) -> Bool {
    /// Whether each open group, and the pattern itself, repeats something, leaves it open or has alternatives.
    var groups = [false]
    var isClass = false
    var previousWasRiskyGroup = false
    var rest = Array(pattern.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      let wasRiskyGroup = previousWasRiskyGroup
      previousWasRiskyGroup = false
      switch scalar {
      case "\\": _ = rest.popFirst()
      case "[" where !isClass: isClass = true
      case "]": isClass = false
      case _ where isClass: continue
      case "(":
        groups.append(false)
        // `(?:`: this question mark repeats nothing.
        if rest.first == "?" { rest.removeFirst() }
      case ")":
        let isRisky = groups.count > 1 ? groups.removeLast() : false
        previousWasRiskyGroup = isRisky
        groups[groups.count - 1] = groups[groups.count - 1] || isRisky
      case "|": groups[groups.count - 1] = true
      case "*", "+", "{":
        if wasRiskyGroup { return false }
        groups[groups.count - 1] = true
      case "?": groups[groups.count - 1] = true
      default: continue
      }
    }
    return true
  }
}
