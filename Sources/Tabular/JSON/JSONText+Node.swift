extension JSONText {
  /// What was read, to be written again: the members in their order, a repeated key once.
  package init(_ node: JSONNode) {
    self =
      switch node.value {
      case .null: .null
      case .boolean(let flag): .bool(flag)
      case .integer(let number): .number(Double(number))
      case .real(let number): .number(number)
      case .string(let text): .string(text)
      case .array(let elements): .array(elements.map(JSONText.init))
      case .object(let members): .object(members.map { (name: $0.key, value: JSONText($0.node)) })
      }
  }
}
