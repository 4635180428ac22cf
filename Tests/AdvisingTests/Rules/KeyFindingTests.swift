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

  private func kinds(_ findings: [KeyFinding]) -> [String] {
    findings.map { finding in
      switch finding {
      case .rungPay: "rung pay"
      case .position(let position): position.area.id
      case .nextRung(let next, _): "next \(next.rung.id)"
      case .entryRung(let item): "entry \(item.id)"
      case .target(let item, _): "target \(item.id)"
      case .firstCredentials(let candidates):
        "first \(candidates.map(\.credential.id).joined(separator: " "))"
      case .choice: "choice"
      case .cost(let candidate): "cost \(candidate.credential.id)"
      case .premium: "premium"
      case .entryNeed: "entryNeed"
      case .outlook: "outlook"
      }
    }
  }

  @Test func `the nearest place comes first, then the next step, the aim and what it costs`() throws {
    let findings = try findings {
      $0.pay = StatedPay(amount: 40_000, basis: .annual)
      $0.stateCode = "AA"
      $0.rungID = "one"
      $0.credentialIDs = ["J"]
      $0.yearsOfExperience = 1
      $0.targetSpecializationID = "lamp"
      $0.targetSettingID = "office"
    }
    #expect(kinds(findings) == ["state:AA", "next two", "target lamp", "cost M"])
  }

  @Test func `pay below the rung's range comes before all else, above it after the place`() throws {
    func with(_ pay: Double) throws -> [String] {
      kinds(
        try findings {
          $0.pay = StatedPay(amount: pay, basis: .annual)
          $0.credentialIDs = ["K"]
          $0.yearsOfExperience = 3
        })
    }
    #expect(try with(49_000).prefix(2) == ["rung pay", "national"])
    #expect(try with(61_000).prefix(2) == ["national", "rung pay"])
  }

  @Test func `who is not in the field hears where the ladder starts and which credentials fit`() throws {
    let findings = try findings {
      $0.credentialIDs = []
      $0.certificationBudget = 350
    }
    #expect(kinds(findings) == ["national", "entry one", "first L K", "premium"])
  }

  @Test func `a target without a figure and without words is no finding`() throws {
    let findings = try findings {
      $0.targetSpecializationID = "bell"
      $0.isInField = true
    }
    #expect(!kinds(findings).contains { $0.hasPrefix("target") })
  }

  @Test func `five are the most, and none is told twice`() {
    #expect(KeyFinding.mostShown == 5)
  }
}
