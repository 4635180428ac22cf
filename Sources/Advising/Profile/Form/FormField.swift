import Calculation

/// A field as a form asks for it.
package struct FormField: Sendable, Equatable {
  package let field: ProfileField
  package let input: FormInput
  /// Of a number; nil for other values.
  package let unit: Unit?
  package let isRequired: Bool

  /// Its name in a form, in profiles and in problems: `pay_amount`.
  package var key: String { field.rawValue }
}

/// What somebody does to fill in a field.
package enum FormInput: Sendable, Equatable {
  /// One line of at most so many characters.
  case line(longest: Int)
  case longText(longest: Int)
  /// A number, also as people write it: `$46,000`.
  case number(ClosedRange<Double>, isWhole: Bool)
  case date
  /// `yes`, `no`, or nothing for what is not known.
  case yesNo
  /// One of the dataset's, by id.
  case choice([FormOption])
  /// One of a few words that are the same in every dataset.
  case word([String])
  /// None or more of the dataset's, by id. No id means that nobody knows; ``FormOption/none`` stands for none held.
  case several([FormOption])
  /// One thing by its name or code, of more than a list can hold.
  case search(FormSearch)
  /// At most so many of them.
  case searches(FormSearch, most: Int)
  /// Lines of several members each, at most so many: steps that were agreed on.
  case objects([FormMember], most: Int)
}

package struct FormOption: Sendable, Equatable {
  package let id: String
  /// In the language of the dataset that the form was made for.
  package let title: String

  /// In the place of ids: none of them. `FormInput.several` takes it.
  package static let none = "none"
}

/// Where ``ProfileForm/matches(for:text:limit:)`` looks.
package enum FormSearch: String, Sendable {
  case area, occupation, place
}

/// A member of the objects of a field: the day by which a step is to be done.
package struct FormMember: Sendable, Equatable {
  package let key: String
  package let input: FormInput
  package let isRequired: Bool

  /// The name of a member in a form, which is that of its problems too: `agreed_steps[2].due`.
  ///
  /// - Parameter number: of the object, from 1.
  package static func name(_ key: String, _ number: Int, _ member: String) -> String {
    "\(key)[\(number)].\(member)"
  }

  /// The number in such a name, from 1; nil for another name.
  static func number(_ name: String, _ key: String, _ member: String) -> Int? {
    guard let digits = name.dropFirst(key.count + 1).split(separator: "]").first, let number = Int(digits),
      number > 0, Self.name(key, number, member) == name
    else { return nil }
    return number
  }
}

/// What stands in a field of a form: as it was typed, or as it is to be shown.
package enum FormValue: Sendable, Equatable {
  /// Nothing, for what is not known.
  case text(String)
  case several([String])
  /// By key of the member.
  case objects([[String: String]])
}
