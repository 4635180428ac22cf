import Tabular

extension ProfileReader.Reading {
  /// The profile as a file of its own, with the fields in the order of their declaration: what a row of a table said, or an
  /// object of JSON. It reads as the same profile.
  package var file: [UInt8] {
    let members = ProfileField.allCases.compactMap { field in
      fields[field.rawValue].map { (name: field.rawValue, value: $0.json) }
    }
    return JSONText.object(members).bytes
  }
}

extension FieldValue {
  fileprivate var json: JSONText {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .bool(flag)
    case .list(let values): .array(values.map(\.json))
    case .object(let members):
      .object(members.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value.json) })
    }
  }
}
