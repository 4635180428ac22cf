import Tabular

/// What somebody typed into a form, read.
package struct FormReading: Sendable {
  /// The profile to be stored: all that is sound, in the order of the fields' declarations. What cannot be read is as it was
  /// before, or left out where that is unsound too.
  package let json: JSONText
  /// What ``json`` says; nil as long as there is no id.
  package let profile: ClientProfile?
  /// What is wrong, by the name of the input that it is about: `pay_amount`, `agreed_steps[2].due`. In English. A key that no
  /// input has is one of the former profile, such as a field that there is not.
  package let problems: [String: [String]]
  /// What to know about a value that is no error, by field. In English.
  package let notices: [String: [String]]
  /// The fields of which ``json`` has something else than was typed.
  package let unsaved: [ProfileField]
}
