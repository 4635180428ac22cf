import CareerData
import Tabular

/// The keys of a profile; a roster has the same names as columns.
public enum ProfileField: String, Sendable, CaseIterable {
  case id, name, advisor
  case reportDate = "report_date"
  case state, area
  case payAmount = "pay_amount"
  case payBasis = "pay_basis"
  case hoursPerWeek = "hours_per_week"
  case inField = "in_field"
  case rung
  case yearsOfExperience = "years_of_experience"
  case credentials, setting
  case targetSetting = "target_setting"
  case specialization
  case targetSpecialization = "target_specialization"
  case openToRemote = "open_to_remote"
  case education
  case certificationBudget = "certification_budget"
  case horizonYears = "horizon_years"
  case notes
}

/// A value of a profile as it was read, before anything is known of its meaning.
public enum FieldValue: Sendable, Equatable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([FieldValue])
  /// An object, which no field takes.
  case object

  /// What it is, for a message that must not quote it.
  var kind: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .flag: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

extension FieldValue {
  init(_ node: JSONNode) {
    self =
      switch node.value {
      case .string(let text): .text(text)
      case .boolean(let flag): .flag(flag)
      case .array(let nodes): .list(nodes.map(FieldValue.init))
      case .integer, .real: .number(node.double ?? 0)
      case .object, .null: .object
      }
  }
}
