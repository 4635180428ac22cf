import Advising
import Testing

@Suite struct FieldStatusTests {
  private func status(_ change: (inout ClientProfile) -> Void) -> FieldStatus {
    var profile = ClientProfile(id: "c")
    change(&profile)
    return FieldStatus(profile)
  }

  @Test func `what the profile says comes first`() {
    #expect(
      status {
        $0.isInField = false
        $0.rungID = "one"
      } == .outsideField)
    #expect(
      status {
        $0.isInField = true
        $0.credentialIDs = []
      } == .inField)
  }

  @Test func `a rung, a setting, a specialization or years above zero mean yes`() {
    #expect(status { $0.rungID = "one" } == .inField)
    #expect(status { $0.settingID = "tower" } == .inField)
    #expect(status { $0.specializationID = "fog" } == .inField)
    #expect(
      status {
        $0.yearsOfExperience = 0.5
        $0.credentialIDs = []
      } == .inField)
  }

  @Test func `no credentials mean no, and anything else is a question`() {
    #expect(status { $0.credentialIDs = [] } == .outsideField)
    #expect(
      status {
        $0.yearsOfExperience = 0
        $0.credentialIDs = []
      } == .outsideField)
    #expect(status { $0.credentialIDs = ["K"] } == .unknown)
    #expect(status { _ in } == .unknown)
  }
}
