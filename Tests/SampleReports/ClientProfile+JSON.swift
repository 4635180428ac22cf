import Advising
import Foundation

extension ClientProfile {
  /// What a generated client's file would say.
  public var jsonObject: [String: Any] {
    let all: [ProfileField: Any?] = [
      .id: id, .name: name, .state: stateCode, .payAmount: pay?.amount, .payBasis: pay?.basis.rawValue,
      .hoursPerWeek: hoursPerWeek, .inField: isInField, .rung: rungID, .yearsOfExperience: yearsOfExperience,
      .credentials: credentialIDs, .setting: settingID, .targetSetting: targetSettingID,
      .specialization: specializationID, .targetSpecialization: targetSpecializationID,
      .certificationBudget: certificationBudget, .horizonYears: horizonYears,
    ]
    return Dictionary(
      uniqueKeysWithValues: all.compactMap { field, value in value.map { (field.rawValue, $0) } })
  }
}
