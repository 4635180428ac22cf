import Calculation
import Testing

/// A rule is stated once: it is calculated, applied to other formulas, and said.
struct RuleTests {
  static let percent = Rule("percent", "amount", "base") { amount, base in (amount - base) / base * 100 }
  static let fullTime = Rule("full_time", "pay", "hours") { pay, hours in
    when(hours < 35, pay * 40 / hours, pay)
  }

  @Test
  func `a rule comes to what its formula says`() {
    #expect(Self.percent.value(.exactly(150), .exactly(100)) == .exactly(50))
    #expect(Self.percent.value(.atLeast(150), .exactly(100)) == .atLeast(50))
    #expect(Self.percent.value(.exactly(150), .exactly(0)) == .missing)
    #expect(Self.percent.value(.exactly(150)) == .missing)
    #expect(Self.fullTime.value(.exactly(30_000), .exactly(20)) == .exactly(60_000))
    #expect(Self.fullTime.value(.exactly(30_000), .exactly(35)) == .exactly(30_000))
    #expect(Self.fullTime.value(.exactly(30_000), .missing) == .missing)
  }

  /// The names are those of the parameters, exchanged: one replaced after the other would come to something else.
  @Test(
    arguments: [Amount.missing, .exactly(20), .exactly(40)], [Amount.missing, .exactly(30), .exactly(0)])
  func `a rule applied to names comes to the same`(hours: Amount, pay: Amount) throws {
    let applied = Self.fullTime.applied(to: .name("hours"), .name("pay"))
    let named = ["hours": FormulaValue(pay), "pay": FormulaValue(hours)]
    let found = try FormulaEvaluator { named[$0] }.value(applied)
    #expect(found.amount == Self.fullTime.value(pay, hours))
  }

  @Test
  func `a rule is said in its own words and with numbers`() {
    let words = FormulaWords(name: { $0 }, number: { "\(Int($0))" })
    #expect(words.text(Self.percent.formula) { _ in .missing } == "(amount - base) / base x 100")
    let partTime = ["hours": FormulaValue.number(20), "pay": .number(30_000)]
    #expect(words.text(Self.fullTime.formula) { partTime[$0] } == "pay x 40 / hours")
    let fullTime = ["hours": FormulaValue.number(40), "pay": .number(30_000)]
    #expect(words.text(Self.fullTime.formula) { fullTime[$0] } == "pay")
    let nested = Formula.name("a") - (.name("b") - .name("c")) / (.name("d") * .name("e"))
    #expect(words.text(nested) { _ in .missing } == "a - (b - c) / (d x e)")
  }

  @Test
  func `a calculation cites each figure once, those of its operands too`() {
    let median = Citation(sourceID: "s", statistic: "median", population: "", period: "2024")
    let pay = AppliedRule.Operand(.exactly(46_000), .dollarsPerYear, .stated, name: "full_time_pay")
    let difference = AppliedRule(
      Self.percent, pay, .init(.exactly(59_700), .dollarsPerYear, .published(median)))
    let outer = AppliedRule(
      Self.percent, .init(difference, .dollarsPerYear),
      .init(.exactly(59_700), .dollarsPerYear, .published(median)))
    #expect(outer.citations == [median])
    #expect(difference.value.exact.map { ($0 * 10).rounded() } == -229)
  }
}
