import CareerData
import Tabular

/// An object in a profile, such as a step that was agreed on: its members are read and described as fields are.
protocol ProfileObject: Sendable {
  /// In their order.
  static var members: [ObjectMember] { get }

  /// Nil after a problem.
  init?(_ reader: inout FieldReader)
}

/// A member of an object of a profile.
struct ObjectMember: FieldKey {
  let rawValue: String
  /// For somebody who fills in a profile.
  let description: String
  let kind: FieldKind
  let isRequired: Bool

  init(_ key: String, _ description: String, _ kind: FieldKind, isRequired: Bool = false) {
    rawValue = key
    self.description = description
    self.kind = kind
    self.isRequired = isRequired
  }

  func choices(in vocabulary: ProfileVocabulary) -> ProfileVocabulary.Choices? {
    kind.codes.flatMap(vocabulary.choices(of:))
  }
}

/// What a value of a profile stands under: a field, or a member of an object.
protocol FieldKey: Sendable {
  var rawValue: String { get }
  var kind: FieldKind { get }
  /// Nil for one that takes no id of the dataset.
  func choices(in vocabulary: ProfileVocabulary) -> ProfileVocabulary.Choices?
}

extension ProfileField: FieldKey {
  func choices(in vocabulary: ProfileVocabulary) -> ProfileVocabulary.Choices? {
    vocabulary.choices(for: self)
  }
}

extension FieldInput {
  static func object<Object: ProfileObject>(into path: Path<Object?>) -> FieldInput {
    FieldInput(kind: .object(Object.members)) { field, reader, profile in
      profile[keyPath: path] = reader.object(field)
    }
  }

  static func objects<Object: ProfileObject>(most: Int, into path: Path<[Object]?>) -> FieldInput {
    FieldInput(kind: .objects(Object.members, most: most)) { field, reader, profile in
      profile[keyPath: path] = reader.objects(field, most: most)
    }
  }
}

extension FieldReader {
  mutating func object<Object: ProfileObject>(_ field: ProfileField) -> Object? {
    fields[field.rawValue].flatMap { object($0, path: field.rawValue) }
  }

  mutating func objects<Object: ProfileObject>(_ field: ProfileField, most: Int) -> [Object]? {
    guard let value = fields[field.rawValue] else { return nil }
    guard case .list(let items) = value else {
      wrongType(field, value, allowed: "a list of objects, [] for none")
      return nil
    }
    guard items.count <= most else {
      report(field, .outOfRange(found: "a list of \(items.count)", allowed: "at most \(most)", hint: nil))
      return nil
    }
    return items.enumerated().compactMap { object($1, path: "\(field.rawValue)[\($0 + 1)]") }
  }

  /// - Parameter path: what its problems are about: `agreed_steps[2]`, and from there `agreed_steps[2].due`.
  private mutating func object<Object: ProfileObject>(_ value: FieldValue, path: String) -> Object? {
    guard case .object(let members) = value else {
      add([ProfileProblem(field: path, reason: .wrongType(found: value.kind, allowed: "an object"))])
      return nil
    }
    var inner = FieldReader(fields: members, doubtful: [], vocabulary: vocabulary)
    let object = Object(&inner)
    for member in Object.members where member.isRequired && inner.isMissing(member) {
      inner.report(member, .missing)
    }
    let keys = Object.members.map(\.rawValue)
    for key in members.keys.sorted() where !keys.contains(key) {
      inner.add([
        ProfileProblem(field: key, reason: .unknownField(nearest: NearestName.of(key, among: keys)))
      ])
    }
    add(
      inner.problems.map { ProfileProblem(field: "\(path).\($0.field ?? "")", reason: $0.reason) })
    return inner.problems.isEmpty ? object : nil
  }

  /// Whether a member is not there, or is a text of white space alone.
  private func isMissing(_ member: ObjectMember) -> Bool {
    guard let value = fields[member.rawValue] else { return true }
    if case .text(let text) = value { return text.allSatisfy(\.isWhitespace) }
    return false
  }
}

extension ProfileProblem {
  /// The line of what a path such as `agreed_steps[2].due` leads to, as far as it leads.
  static func line(of path: String, in root: JSONNode) -> Int? {
    if let node = root[path] { return node.line }
    var (node, line): (JSONNode, Int?) = (root, nil)
    for part in path.split(whereSeparator: { ".[]".contains($0) }) {
      let element = Int(part).flatMap { index in node.elements?.dropFirst(index - 1).first }
      guard let next = element ?? node[String(part)] else { break }
      (node, line) = (next, next.line)
    }
    return line
  }
}
