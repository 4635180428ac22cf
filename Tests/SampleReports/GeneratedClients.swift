import Advising
import CareerData

extension SampleClients {
  /// Profiles of every kind: with and without pay, in the field and out of it, whole and nearly empty.
  ///
  /// - Parameter seed: the same seed gives the same profiles.
  public static func generated(_ count: Int, seed: UInt64) throws -> [ClientProfile] {
    let records = try advice("worked-example").dataset.records
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { client("generated-\($0)", records, &random) }
  }

  private static func client(
    _ id: String, _ records: CareerDataset.Records, _ random: inout SeededGenerator
  ) -> ClientProfile {
    /// Something in three of four cases.
    func maybe<Known>(_ value: (inout SeededGenerator) -> Known?) -> Known? {
      Int.random(in: 0..<4, using: &random) == 0 ? nil : value(&random)
    }
    var profile = ClientProfile(id: id)
    profile.name = maybe { "Client \($0.next() % 1_000)" }
    profile.stateCode = maybe { random in
      records.areas.filter { $0.kind == .state }.randomElement(using: &random)?.code
    }
    profile.pay = maybe { random in
      Bool.random(using: &random)
        ? StatedPay(amount: Double(Int.random(in: 900...7_000, using: &random)) / 100 + 1, basis: .hourly)
        : StatedPay(amount: Double(Int.random(in: 12_000...230_000, using: &random)), basis: .annual)
    }
    profile.hoursPerWeek = maybe { Double(Int.random(in: 8...60, using: &$0)) } ?? 40
    profile.isInField = maybe { Bool.random(using: &$0) }
    profile.rungID = maybe { records.rungs.randomElement(using: &$0)?.id }
    profile.yearsOfExperience = maybe { Double(Int.random(in: 0...60, using: &$0)) / 2 }
    profile.credentialIDs = maybe { random in
      Array(
        records.credentials.map(\.id).shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)))
    }
    profile.settingID = maybe { records.settings.randomElement(using: &$0)?.id }
    profile.targetSettingID = maybe { records.settings.randomElement(using: &$0)?.id }
    profile.specializationID = maybe { records.specializations.randomElement(using: &$0)?.id }
    profile.targetSpecializationID = maybe { records.specializations.randomElement(using: &$0)?.id }
    profile.certificationBudget = maybe { Double(Int.random(in: 0...3_000, using: &$0)) }
    profile.horizonYears = maybe { Int.random(in: 1...50, using: &$0) } ?? 5
    return profile
  }
}
