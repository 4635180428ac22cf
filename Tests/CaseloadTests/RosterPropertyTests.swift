import Advising
import CareerData
import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Caseload
@testable import Export

/// The same clients as any table that people make of them: what is read back is the same clients or a refusal with its
/// reason, never another value.
@Suite struct RosterPropertyTests {
  private let folder: TestFolder
  private static let dataset = Result { () throws(ExportFailure) in
    try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName).dataset
  }

  init() throws { folder = try TestFolder() }

  private static func clients(_ count: Int, basis: PayBasis?) throws -> [ClientProfile] {
    var random = SeededScribe(state: 20_261_125)
    let records = try dataset.get().records
    func maybe<Value>(_ value: () -> Value?) -> Value? {
      Int.random(in: 0..<4, using: &random) == 0 ? nil : value()
    }
    return (0..<count).map { index in
      var client = ClientProfile(
        id: random.next(of: ["c-\(index)", "000\(index)", "\(index)E5x", "\(index)-5"], ""))
      client.name = random.next(
        of: ["Zoë Example", "Example, Gil", "Ana \"Bo\" Muster", "Noah Ñandú", "Jo O'Example"], "")
      client.reportDate = maybe {
        CalendarDate(
          year: Int.random(in: 2024...2027, using: &random), month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...28, using: &random))
      }
      client.stateCode = maybe {
        records.areas.filter { $0.kind == .state }.map(\.code).randomElement(using: &random)
      }
      let isHourly = basis.map { $0 == .hourly } ?? Bool.random(using: &random)
      client.pay = maybe {
        isHourly
          ? StatedPay(amount: Double(Int.random(in: 1500...6000, using: &random)) / 100, basis: .hourly)
          : StatedPay(amount: Double(Int.random(in: 30_000...110_000, using: &random)), basis: .annual)
      }
      client.hoursPerWeek = random.next(of: [40, 36, 37.5], 40)
      client.isInField = maybe { Bool.random(using: &random) }
      client.rungID = maybe { records.rungs.map(\.id).randomElement(using: &random) }
      client.yearsOfExperience = maybe { Double(Int.random(in: 0...20, using: &random)) }
      client.credentialIDs = maybe {
        Array(
          records.credentials.map(\.id).shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
        )
      }
      client.settingID = maybe { records.settings.map(\.id).randomElement(using: &random) }
      client.targetSettingID = maybe { records.settings.map(\.id).randomElement(using: &random) }
      client.specializationID = maybe { records.specializations.map(\.id).randomElement(using: &random) }
      client.isOpenToRemote = maybe { Bool.random(using: &random) }
      client.education = maybe {
        [.highSchool, .associate, .bachelor, Education.none].randomElement(using: &random)
      }
      client.certificationBudget = maybe { random.next(of: [500, 1_500, 29.99, 2_000], 500) }
      client.notes = maybe {
        random.next(of: ["first; second, third | fourth", "two\nlines", "says \"no\"", "plain"], "")
      }
      return client
    }
  }

  @Test(arguments: 1...24)
  func `any table gives the same clients, or says what it refuses`(_ seed: UInt64) throws {
    let dataset = try Self.dataset.get()
    var scribe = RosterScribe(seed: seed, dataset: dataset)
    let clients = try Self.clients(Rounds.count(80), basis: scribe.basis)
    let path = folder.path("roster-\(seed)")
    try Data(scribe.write(clients)).write(to: URL(fileURLWithPath: path))
    let file = try RosterFile(path)
    var stream = try RosterStream(file, dataset: dataset)
    let byID = Dictionary(clients.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(byID.count == clients.count)
    var (good, bad) = (0, 0)
    while let row = try stream.nextRow() {
      guard let profile = row.profile else {
        bad += 1
        #expect(!row.problems.isEmpty)
        #expect(!scribe.isClear, "\(scribe.form) \(row.line): \(row.problems.map(\.description))")
        continue
      }
      good += 1
      #expect(profile == byID[profile.id], "\(scribe.form) line \(row.line)")
    }
    #expect(good + bad == clients.count, "\(stream.notesAtEnd)")
    #expect(try file.rowCount() == clients.count)
    // Those without a doubtful value come back in any case.
    #expect(good > 0)
  }
}
