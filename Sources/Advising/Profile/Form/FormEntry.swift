import Tabular

/// The fields of a profile while a form is read: what was typed into some, and what others had before.
struct FormEntry {
  /// Of the former profile; what is null is as good as absent.
  let former: [String: FieldValue]
  /// The values that are read, by key.
  var fields: [String: FieldValue]
  /// Problems of what was typed and has no value.
  private(set) var unreadable: [ProfileProblem] = []

  private let nodes: [String: JSONNode]
  private let schema: JSONNode?
  private var numbers: [String: [Int]] = [:]
  /// Fields that have had their former value back.
  private var restored: Set<String> = []

  init(_ profile: JSONNode?) {
    let members = (profile?.members ?? []).filter { $0.node.value != .null }
    nodes = Dictionary(members.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
    schema = nodes[Self.schemaKey]
    former = nodes.filter { $0.key != Self.schemaKey }.mapValues(FieldValue.init)
    fields = former
  }

  /// Editors look for the schema under it.
  private static let schemaKey = "$schema"

  mutating func put(_ field: ProfileField, _ value: FormCells.Value) {
    fields[field.rawValue] = value.value
    numbers[field.rawValue] = value.numbers
    unreadable += value.problems
  }

  /// With the former values of fields that cannot be read. Of a list with such members the rest stays.
  var fieldsToStore: [String: FieldValue] {
    var result = fields
    for key in unreadable.compactMap(\.field) where result[Self.key(key)] == nil { result[key] = former[key] }
    return result
  }

  /// `agreed_steps` of `agreed_steps[2].due`.
  static func key(_ path: String) -> String { String(path.prefix { !".[".contains($0) }) }

  /// The name of the input that a problem is about.
  func input(of problem: ProfileProblem) -> String {
    guard let path = problem.field else { return "" }
    let parts = Self.parts(path)
    guard parts.count > 1, let index = Int(parts[1]), let numbers = numbers[parts[0]],
      !unreadable.contains(where: { $0 == problem }), numbers.indices.contains(index - 1)
    else { return path }
    guard parts.count > 2 else { return path }
    return FormMember.name(parts[0], numbers[index - 1], parts[2])
  }

  private static func parts(_ path: String) -> [String] {
    path.split { ".[]".contains($0) }.map(String.init)
  }

  // MARK: - Leaving out what is unsound

  /// Takes away what a problem is about: a member, an object of a list, or the field, which has its former value back if that
  /// was another one. Of a missing field what means nothing without it.
  ///
  /// - Returns: false when there is nothing to take away.
  mutating func leaveOut(_ problem: ProfileProblem) -> Bool {
    guard let path = problem.field else { return false }
    let parts = Self.parts(path)
    // A key of another program may hold any sign.
    guard let key = [path, parts.first ?? path].first(where: { fields[$0] != nil }) else {
      return leaveOutDependents(of: path)
    }
    if key != path, leaveOut(parts.dropFirst(), of: key) { return true }
    let value = fields[key]
    fields[key] = nil
    if restored.insert(key).inserted, let old = former[key], old != value { fields[key] = old }
    return true
  }

  private mutating func leaveOutDependents(of key: String) -> Bool {
    if let old = former[key], restored.insert(key).inserted {
      fields[key] = old
      return true
    }
    let dependent = ProfileField.allCases.filter { field in
      fields[field.rawValue] != nil && field.declaration.requires.contains { $0.rawValue == key }
    }
    for field in dependent { fields[field.rawValue] = nil }
    return !dependent.isEmpty
  }

  private mutating func leaveOut(_ parts: ArraySlice<String>, of key: String) -> Bool {
    guard let field = ProfileField(rawValue: key), let first = parts.first else { return false }
    switch (field.kind, fields[key]) {
    case (.object(let members), .object(let object)):
      guard let less = Self.without(first, object, members) else { return false }
      fields[key] = .object(less)
    case (.objects(let members, _), .list(var items)):
      guard let index = Int(first).map({ $0 - 1 }), items.indices.contains(index) else { return false }
      if case .object(let object) = items[index], let member = parts.dropFirst().first,
        let less = Self.without(member, object, members)
      {
        items[index] = .object(less)
      } else {
        items.remove(at: index)
      }
      fields[key] = items.isEmpty ? nil : .list(items)
    default: return false
    }
    return true
  }

  /// Nil when the object means nothing without the member, or does not have it.
  private static func without(
    _ name: String, _ object: [String: FieldValue], _ members: [ObjectMember]
  ) -> [String: FieldValue]? {
    guard object[name] != nil, members.first(where: { $0.rawValue == name })?.isRequired != true else {
      return nil
    }
    var less = object
    less[name] = nil
    return less
  }

  // MARK: - JSON

  /// In the order of the declarations; what is as it was before, as it was written.
  var json: JSONText {
    var members: [(name: String, value: JSONText)] = []
    if let schema { members.append((Self.schemaKey, JSONText(schema))) }
    for field in ProfileField.allCases {
      guard let value = fields[field.rawValue] else { continue }
      let node = former[field.rawValue] == value ? nodes[field.rawValue] : nil
      members.append((field.rawValue, node.map(JSONText.init) ?? Self.text(value, field.kind)))
    }
    return .object(members)
  }

  private static func text(_ value: FieldValue, _ kind: FieldKind) -> JSONText {
    switch value {
    case .text(let text): return .string(text)
    case .number(let number): return .number(number)
    case .flag(let flag): return .bool(flag)
    case .list(let items): return .array(items.map { text($0, kind) })
    case .object(let object):
      let members: [ObjectMember] =
        switch kind {
        case .object(let members), .objects(let members, _): members
        default: []
        }
      return .object(
        members.compactMap { member in
          object[member.rawValue].map { (member.rawValue, text($0, member.kind)) }
        })
    }
  }
}
