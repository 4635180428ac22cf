import Advising
import CareerData
import Testing

@Suite struct KeyFindingTests {
  private func findings(_ change: (inout ClientProfile) -> Void) throws -> [KeyFinding] {
    var profile = ClientProfile(id: "c")
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return Advice(profile: profile, dataset: SmallDataset.dataset(), reportDate: date).keyFindings
  }

  @Test func `the target comes first and five are the most`() throws {
    let findings = try findings {
      $0.pay = StatedPay(amount: 40_000, basis: .annual)
      $0.stateCode = "AA"
      $0.rungID = "one"
      $0.credentialIDs = ["J"]
      $0.yearsOfExperience = 1
      $0.targetSpecializationID = "lamp"
      $0.targetSettingID = "office"
    }
    #expect(findings.count == KeyFinding.mostShown)
    guard case .targetPay(let item, .specialization)? = findings.first else {
      Issue.record("the first finding is \(String(describing: findings.first))")
      return
    }
    #expect(item.id == "lamp")
  }

  @Test func `who is not in the field hears where the ladder starts and of a first credential in the budget`()
    throws
  {
    let findings = try findings {
      $0.credentialIDs = []
      $0.certificationBudget = 350
    }
    guard case .entryRung(let item)? = findings.first, case .firstCredential(let first) = findings[1] else {
      Issue.record("the findings are \(findings)")
      return
    }
    #expect(item.id == "one")
    #expect(first.credential.id == "L")
  }

  @Test func `a target without a figure is no finding`() throws {
    let findings = try findings {
      $0.targetSpecializationID = "bell"
      $0.isInField = true
    }
    #expect(
      !findings.contains {
        if case .targetPay = $0 { true } else { false }
      })
  }
}
