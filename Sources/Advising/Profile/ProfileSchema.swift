import CareerData
import Tabular

/// The JSON Schema (draft 7) of a profile, with which editors complete and check one as it is typed.
///
/// ```swift
/// print(String(decoding: ProfileSchema(dataset: dataset).bytes, as: UTF8.self))
/// ```
public struct ProfileSchema: Sendable {
  private let dataset: CareerDataset
  private let vocabulary: ProfileVocabulary

  /// - Parameter dataset: whose ids a profile may use.
  public init(dataset: CareerDataset) {
    self.dataset = dataset
    vocabulary = ProfileVocabulary(dataset)
  }

  /// In UTF-8, the fields in their order.
  public var bytes: [UInt8] {
    let fields = ProfileField.allCases.map { (name: $0.rawValue, value: JSONText.object(property($0))) }
    let schemaKey: JSONText = ["description": "The address of this schema, for editors.", "type": "string"]
    let dependencies = ProfileField.allCases.compactMap { field -> (name: String, value: JSONText)? in
      let needed = field.declaration.requires
      return needed.isEmpty ? nil : (field.rawValue, .array(needed.map { .string($0.rawValue) }))
    }
    let schema: JSONText = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "$id": "pathbook-profile",
      "title": "Pathbook client profile",
      "description": .string(
        "One client. The ids are those of the dataset \(dataset.identity.name); another dataset has its own: "
          + "pathbook profile schema --dataset DIR."),
      "type": "object",
      "required": [.string(ProfileField.id.rawValue)],
      "properties": .object(fields + [(name: "$schema", value: schemaKey)]),
      "dependencies": .object(dependencies),
      "additionalProperties": false,
    ]
    return schema.bytes
  }

  private func property(_ field: ProfileField) -> [(name: String, value: JSONText)] {
    [("description", .string(field.declaration.description))] + constraints(field)
  }

  private func constraints(_ field: some FieldKey) -> [(name: String, value: JSONText)] {
    switch field.kind {
    case .object(let members): [orNull("object")] + properties(members)
    case .objects(let members, let most):
      [
        orNull("array"), ("maxItems", .number(Double(most))),
        ("items", .object([("type", "object")] + properties(members))),
      ]
    case .id: [("type", "string"), ("pattern", .string(ClientID.pattern))]
    case .text(let longest, _): [orNull("string"), ("maxLength", .number(Double(longest)))]
    case .date: [orNull("string"), ("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), ("format", "date")]
    case .number(let range, _):
      [orNull("number"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
    case .wholeNumber(let range, _):
      [
        orNull("integer"), ("minimum", .number(Double(range.lowerBound))),
        ("maximum", .number(Double(range.upperBound))),
      ]
    case .flag: [orNull("boolean")]
    case .word(let list): [("enum", .array(list.words.map(JSONText.string) + [.null]))]
    case .area, .occupation: [orNull("string")]
    case .occupations(let most), .places(let most):
      [
        orNull("array"), ("maxItems", .number(Double(most))), ("items", .object([("type", "string")])),
      ]
    case .choice:
      // Ids that the dataset has no table for are ignored.
      if let ids = ids(field) { [("enum", .array(ids + [.null]))] } else { [orNull("string")] }
    case .choices:
      [orNull("array"), ("items", .object([ids(field).map { ("enum", .array($0)) } ?? ("type", "string")]))]
    }
  }

  private func properties(_ members: [ObjectMember]) -> [(name: String, value: JSONText)] {
    let properties = members.map { member in
      (
        name: member.rawValue,
        value: JSONText.object([("description", .string(member.description))] + constraints(member))
      )
    }
    let required = members.filter(\.isRequired).map { JSONText.string($0.rawValue) }
    return [
      ("required", .array(required)), ("properties", .object(properties)), ("additionalProperties", false),
    ]
  }

  private func ids(_ field: some FieldKey) -> [JSONText]? {
    field.choices(in: vocabulary)?.ids.map { $0.map(JSONText.string) }
  }

  /// A field that is null is as good as absent.
  private func orNull(_ type: String) -> (name: String, value: JSONText) {
    ("type", [.string(type), "null"])
  }
}
