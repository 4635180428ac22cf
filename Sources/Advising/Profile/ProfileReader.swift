import CareerData
import Tabular

/// Reads client profiles and checks them against a dataset.
///
/// ```swift
/// let reader = ProfileReader(dataset: dataset)
/// let reading = try reader.read(json: bytes)
/// ```
public struct ProfileReader: Sendable {
  /// A profile that holds, and what was left unused of it.
  public struct Reading: Sendable, Equatable {
    public let profile: ClientProfile
    public let notices: [ProfileNotice]
  }

  let vocabulary: ProfileVocabulary

  public init(dataset: CareerDataset) {
    vocabulary = ProfileVocabulary(dataset)
  }

  /// Whether a field is looked into: not when the dataset has no table for it.
  func reads(_ field: ProfileField) -> Bool {
    field == .area ? vocabulary.areas.count > 0 : vocabulary.choices(for: field).map { $0.ids != nil } ?? true
  }

  /// Reads a profile that is one JSON object in UTF-8.
  ///
  /// - Throws: every problem of the profile at once; text that is not JSON has one.
  public func read(json bytes: [UInt8]) throws(ProfileProblems) -> Reading {
    let document: JSONDocument
    do { document = try JSONDocument(bytes) } catch {
      throw ProfileProblems(problems: [
        ProfileProblem(
          field: nil, line: error.line, column: error.column, reason: .notJSON(error.finding))
      ])
    }
    guard let members = document.root.members else {
      throw ProfileProblems(problems: [ProfileProblem(field: nil, line: 1, column: 1, reason: .notAnObject)])
    }
    var problems = document.repeatedKeys.map { key in
      ProfileProblem(field: key.key, line: key.line, reason: .duplicateKey(firstLine: key.firstLine))
    }
    // Editors look for the schema under its own key. A field that is null is as good as absent.
    let named = members.filter { $0.key != "$schema" && $0.node.value != .null }
    do throws(ProfileProblems) {
      let fields = Dictionary(
        named.map { ($0.key, FieldValue($0.node)) }, uniquingKeysWith: { first, _ in first })
      let reading = try read(fields: fields, doubtful: Set(problems.compactMap(\.field)))
      if problems.isEmpty { return reading }
    } catch {
      problems += error.problems.map { problem in
        var located = problem
        located.line = members.first { $0.key == problem.field }?.node.line
        return located
      }
    }
    throw ProfileProblems(problems: problems)
  }

  /// Reads a profile from fields by name, as a roster has them.
  ///
  /// - Parameter doubtful: the names of fields that have a problem already, such as a cell that cannot be read; they
  ///   cause no other one.
  /// - Throws: every problem of the profile at once.
  public func read(
    fields: [String: FieldValue], doubtful: Set<String> = []
  ) throws(ProfileProblems) -> Reading {
    var check = FieldCheck(fields: fields, doubtful: doubtful, vocabulary: vocabulary)
    var profile = ClientProfile(id: check.id() ?? "")
    profile.name = check.text(.name, isOneLine: true)
    profile.advisor = check.text(.advisor, isOneLine: true)
    profile.reportDate = check.date(.reportDate)
    profile.stateCode = check.choice(.state)
    profile.areaID = check.area(stateCode: profile.stateCode)
    profile.hoursPerWeek =
      check.number(.hoursPerWeek, in: PayLimits.hoursPerWeek) ?? ClientProfile.defaultHoursPerWeek
    profile.pay = check.pay(hoursPerWeek: check.isSound(.hoursPerWeek) ? profile.hoursPerWeek : nil)
    profile.isInField = check.flag(.inField)
    profile.rungID = check.choice(.rung)
    profile.yearsOfExperience = check.number(.yearsOfExperience, in: 0...80)
    profile.credentialIDs = check.choices(.credentials)
    profile.settingID = check.choice(.setting)
    profile.targetSettingID = check.choice(.targetSetting)
    profile.specializationID = check.choice(.specialization)
    profile.targetSpecializationID = check.choice(.targetSpecialization)
    profile.isOpenToRemote = check.flag(.openToRemote)
    profile.education = check.education()
    profile.certificationBudget = check.number(.certificationBudget, in: 0...1_000_000)
    profile.horizonYears = check.wholeNumber(.horizonYears, in: 1...50) ?? ClientProfile.defaultHorizonYears
    profile.notes = check.text(.notes, isOneLine: false)
    check.refuseUnknownFields()
    guard check.problems.isEmpty else { throw ProfileProblems(problems: check.problems) }
    return Reading(profile: profile, notices: check.notices)
  }
}
