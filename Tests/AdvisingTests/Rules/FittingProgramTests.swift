import Advising
import CareerData
import Testing

@Suite struct FittingProgramTests {
  private func program(
    _ id: String, _ credential: String? = "K", months: Double? = 6, cost: Double? = 1000,
    specialization: String? = nil
  ) -> TrainingProgram {
    TrainingProgram(
      id: id, provider: "P", title: id, place: "online", months: months, cost: cost, credentialID: credential,
      specializationID: specialization, asOf: Self.day)
  }

  // swift-format-ignore: NeverForceUnwrap
  private static let day = CalendarDate(iso: "2024-11-01")!

  private func fitting(
    _ programs: [TrainingProgram], for credential: String = "K",
    _ change: (inout ClientProfile) -> Void = { _ in }
  ) -> FittingProgram? {
    var client = ClientProfile(id: "c")
    change(&client)
    return SmallDataset.dataset { $0.programs = programs }.fittingProgram(for: credential, client: client)
  }

  @Test func `none fits where none prepares for the credential`() {
    #expect(fitting([]) == nil)
    #expect(fitting([program("l", "L"), program("s", nil, specialization: "lamp")]) == nil)
  }

  @Test func `a program for the specialization one aims at prepares for what is usual in it`() {
    let lamp = [program("s", nil, specialization: "lamp")]
    #expect(fitting(lamp, for: "M") == nil)
    #expect(fitting(lamp, for: "M") { $0.targetSpecializationID = "lamp" }?.program.id == "s")
    #expect(fitting(lamp, for: "K") { $0.targetSpecializationID = "lamp" } == nil)
    let both = lamp + [program("m", "M", months: 9)]
    #expect(fitting(both, for: "M") { $0.targetSpecializationID = "lamp" }?.program.id == "s")
  }

  @Test func `a program for the lasting form prepares for the early form, and the other way`() {
    #expect(fitting([program("k")], for: "J")?.program.id == "k")
    #expect(fitting([program("j", "J")], for: "K")?.program.id == "j")
  }

  @Test func `the client's aim comes first, then the budget, then what is known`() {
    let programs = [
      program("dear", months: 3, cost: 5000), program("unknown", months: nil, cost: nil),
      program("long", months: 12),
      program("short", months: 4), program("aim", months: 12, cost: 9000, specialization: "lamp"),
    ]
    let plain = fitting(programs)
    #expect(plain?.program.id == "dear" && plain?.fit == nil)
    #expect(plain?.others.map(\.id) == ["short", "long", "aim", "unknown"])
    let budget = fitting(programs) { $0.certificationBudget = 2000 }
    #expect(budget?.program.id == "short" && budget?.fit == .within)
    #expect(budget?.others.map(\.id) == ["long", "unknown", "dear", "aim"])
    let aim = fitting(programs) {
      $0.certificationBudget = 2000
      $0.targetSpecializationID = "lamp"
    }
    #expect(aim?.program.id == "aim" && aim?.fit == .over)
  }

  @Test func `the cheaper of two that are alike comes first, and then the order of the table`() {
    #expect(fitting([program("a", cost: 900), program("b", cost: 800)])?.program.id == "b")
    #expect(fitting([program("b"), program("a")])?.program.id == "b")
  }

  @Test func `what is not known is not called within the budget`() {
    #expect(fitting([program("a", cost: nil)]) { $0.certificationBudget = 10_000 }?.fit == nil)
  }
}
