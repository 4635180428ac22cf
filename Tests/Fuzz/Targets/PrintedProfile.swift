import Advising
import CareerData
import ReportWriters
import Tabular

/// A profile as a reader of profiles takes it.
struct PrintedProfile {
  private enum Value {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([String])
    /// Text of JSON, which no table holds.
    case json(String)
  }

  private var values: [(field: ProfileField, value: Value)] = []

  /// - Parameter areas: of the dataset: a profile names its area by the code.
  init(_ profile: ClientProfile, areas: [Area]) {
    func add(_ field: ProfileField, _ value: Value?) { if let value { values.append((field, value)) } }
    add(.id, .text(profile.id))
    add(.name, profile.name.map(Value.text))
    add(.advisor, profile.advisor.map(Value.text))
    add(.reportDate, (profile.reportDate?.iso).map(Value.text))
    add(.state, profile.stateCode.map(Value.text))
    add(.area, (areas.first { $0.id == profile.areaID }?.code).map(Value.text))
    add(.payAmount, (profile.pay?.amount).map(Value.number))
    add(.payBasis, (profile.pay?.basis.rawValue).map(Value.text))
    add(.hoursPerWeek, .number(profile.hoursPerWeek))
    add(.inField, profile.isInField.map(Value.flag))
    add(.rung, profile.rungID.map(Value.text))
    add(.yearsOfExperience, profile.yearsOfExperience.map(Value.number))
    add(.credentials, profile.credentialIDs.map(Value.list))
    add(.setting, profile.settingID.map(Value.text))
    add(.targetSetting, profile.targetSettingID.map(Value.text))
    add(.specialization, profile.specializationID.map(Value.text))
    add(.targetSpecialization, profile.targetSpecializationID.map(Value.text))
    add(.openToRemote, profile.isOpenToRemote.map(Value.flag))
    add(.education, (profile.education?.rawValue).map(Value.text))
    add(.certificationBudget, profile.certificationBudget.map(Value.number))
    add(.horizonYears, .number(Double(profile.horizonYears)))
    add(.notes, profile.notes.map(Value.text))
    add(.agreedSteps, profile.agreedSteps.map { .json("[\($0.map(Self.json).joined(separator: ","))]") })
    add(.previous, profile.previous.map { .json(Self.json($0)) })
  }

  private static func json(_ step: AgreedStep) -> String {
    let dates = [("due", step.due), ("done", step.done)].compactMap { key, date in
      date.map { "\(json(key)):\(json($0.iso))" }
    }
    let text = "\(json("text")):\(json(step.text))"
    return "{\(([text] + dates).joined(separator: ","))}"
  }

  private static func json(_ previous: PreviousReport) -> String {
    let members: [(String, Value?)] = [
      ("date", .text(previous.date.iso)), ("pay", previous.fullTimePay.map(Value.number)),
      ("rung", previous.rungID.map(Value.text)), ("credentials", previous.credentialIDs.map(Value.list)),
    ]
    let texts = members.compactMap { key, value in value.map { "\(json(key)):\(json($0))" } }
    return "{\(texts.joined(separator: ","))}"
  }

  /// Whether a table holds all of it.
  var fitsTable: Bool { !values.contains { if case .json = $0.value { true } else { false } } }

  var json: [UInt8] {
    let members = values.map { "\(Self.json($0.field.rawValue)):\(Self.json($0.value))" }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }

  /// A roster of one row.
  var csv: [UInt8] {
    CSVWriter.exact.table(columns: values.map(\.field.rawValue), rows: [values.map { Self.cell($0.value) }])
  }

  private static func json(_ text: String) -> String { JSONText.string(text).compact }

  private static func json(_ value: Value) -> String {
    switch value {
    case .text(let text): json(text)
    // As Swift prints it: no digit of it is lost.
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .list(let texts): "[\(texts.map(json).joined(separator: ","))]"
    case .json(let text): text
    }
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .list(let texts): texts.isEmpty ? "none" : texts.joined(separator: ";")
    case .json(let text): text
    }
  }
}
