import Calculation
import ReportModel
import Testing

@testable import ReportXLSX

struct FormulaTextTests {
  private static let names = Formula.TableColumn("fruit", "name")
  private static let prices = Formula.TableColumn("fruit", "price")
  private static let text = FormulaText(
    columns: [names: ("'D'!$A$2:$A$4", .text), prices: ("'D'!$B$2:$B$4", .number)],
    replacements: ["yearly_raise": "(yearly_raise*100)"])

  static let cases: [(Formula, String)] = [
    (.number(46_000), "46000"), (.number(0.1), "0.1"), (.number(-2.5), "-2.5"),
    (.text("say \"no\""), #""say ""no""""#), (.missing, #""""#),
    (.name("pay_amount"), "pay_amount"), (.name("yearly_raise"), "(yearly_raise*100)"),
    ((.number(1) + .number(2)) * .number(3), "((1+2)*3)"),
    (.calculation(.power, .number(2), .number(3)), "(2^3)"),
    (.known(["a_b"], .name("a_b") - .number(1)), #"IF((a_b=""),"",(a_b-1))"#),
    (
      .when(.either(.number(1) < .number(2), .isMissing(.text("x"))), then: .number(1), otherwise: .missing),
      #"IF(OR((1<2),("x"="")),1,"")"#
    ),
    (
      .row(of: .name("the_choice"), in: names),
      #"IF(the_choice="","",IFERROR(MATCH(the_choice,'D'!$A$2:$A$4,0),""))"#
    ),
    (.cell(prices, row: .number(2)), #"IF(ISNUMBER(INDEX('D'!$B$2:$B$4,2)),INDEX('D'!$B$2:$B$4,2),"")"#),
    (.cell(names, row: .number(2)), #"INDEX('D'!$A$2:$A$4,2)&"""#),
  ]

  @Test(arguments: cases.indices) func `a formula is written as Excel writes it`(index: Int) {
    #expect(Self.text.text(Self.cases[index].0) == Self.cases[index].1)
  }

  @Test func `a long text is put together from pieces that a formula can hold`() {
    let long = String(repeating: "xä", count: 400)
    let pieces = FormulaText.literal(long).dropFirst().dropLast().split(separator: "\"&\"")
    #expect(pieces.count == 4 && pieces.allSatisfy { $0.utf16.count <= 255 })
    #expect(pieces.joined() == long)
  }
}
