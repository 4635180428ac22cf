import Calculation
import ReportModel
import Testing

@testable import ReportXLSX

/// A calculated cell follows the inputs of the what-if and the published cell beside it.
struct LiveFormulaTests {
  private static let rule = Rule("difference", "amount", "base") { amount, base in amount - base }
  private static let citation = Citation(sourceID: "s", statistic: "median", population: "", period: "2024")
  private static let pay = AppliedRule.Operand(
    .exactly(46_000), .dollarsPerYear, .stated, name: "full_time_pay")
  private static let median = AppliedRule.Operand(.exactly(59_700), .dollarsPerYear, .published(citation))
  private static let published = Value.quantity(Quantity(59_700, .dollarsPerYear, .published(citation)))
  private static let difference = Value(AppliedRule(rule, median, pay), .dollarsPerYear, isDifference: true)

  private static func text(_ formula: LiveFormula?) -> String? {
    let content = formula?.content(.number(13_700, format: "0", shown: ""), row: 9)
    if case .formula(let text, .number(13_700), "0")? = content { return text }
    return nil
  }

  @Test func `the published cell of the row and the name of the what-if stand in the formula`() {
    let cells = [Value.text("California"), Self.published, Self.difference]
    let formula = LiveFormula(Self.difference, among: cells, names: ["full_time_pay"])
    #expect(
      Self.text(formula)
        == #"IF(OR(full_time_pay=""),"",IFERROR(ROUND((B10-full_time_pay),2),""))"#)
    #expect(
      Self.text(formula?.movingColumns(from: 1))
        == #"IF(OR(full_time_pay=""),"",IFERROR(ROUND((C10-full_time_pay),2),""))"#)
  }

  @Test func `a published number that no cell of the row shows stands as a number`() {
    let formula = LiveFormula(Self.difference, among: [Self.difference], names: ["full_time_pay"])
    #expect(
      Self.text(formula) == #"IF(OR(full_time_pay=""),"",IFERROR(ROUND((59700-full_time_pay),2),""))"#)
  }

  @Test func `what follows from nothing that can be changed is a number`() {
    let cells = [Self.published, Self.difference]
    #expect(LiveFormula(Self.difference, among: cells, names: []) == nil)
    #expect(LiveFormula(Self.published, among: cells, names: ["full_time_pay"]) == nil)
  }
}
