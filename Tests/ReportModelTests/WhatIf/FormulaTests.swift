import Calculation
import ReportModel
import Testing

/// Formulas come to what a spreadsheet would show.
struct FormulaTests {
  private static let column = Formula.TableColumn("fruit", "name")
  private static let price = Formula.TableColumn("fruit", "price")

  private static func whatIf(_ formula: Formula) -> WhatIf {
    let table = WhatIfTable(
      id: "fruit", title: "Fruit",
      columns: [
        .init(id: "name", header: "Name", kind: .text, cells: [.text("Apple"), .text("Pear"), .missing]),
        .init(id: "price", header: "Price", kind: .number, cells: [.number(2), .missing, .number(5)]),
      ])
    let inputs = [
      WhatIfInput(
        name: "fruit_choice", label: "", kind: .choice(column), initial: .text("Apple"), hint: ""),
      WhatIfInput(name: "how_many", label: "", kind: .number(0...9, .count), initial: .number(3), hint: ""),
    ]
    return WhatIf(
      title: "", shortTitle: "", introduction: "", inputTitle: "", inputs: inputs, tables: [table],
      steps: [WhatIfFormula(name: "the_result", label: "", formula: formula)], groups: [], projection: nil,
      notes: [])
  }

  private static func value(_ formula: Formula, _ changes: [String: FormulaValue] = [:]) throws
    -> FormulaValue?
  {
    try whatIf(formula).values(changes).named["the_result"]
  }

  static let cases: [(Formula, FormulaValue)] = [
    (.number(2) + .number(3) * .number(4), .number(14)),
    (.calculation(.power, .number(1.5), .number(3)), .number(3.375)),
    (.calculation(.power, .number(2), .number(-2)), .number(0.25)),
    (.calculation(.power, .number(7), .number(0)), .number(1)),
    (.calculation(.power, .number(9), .number(1.5)), .number(27)),
    (.calculation(.power, .number(4), .number(-0.5)), .number(0.5)),
    (.calculation(.power, .number(0.25), .number(0.5)), .number(0.5)),
    (.calculation(.power, .number(1), .number(1e300)), .number(1)),
    (.calculation(.power, .number(2), .number(-5_000)), .number(0)),
    (.name("how_many") / .number(2), .number(1.5)),
    (.when(.number(2) < .number(2), then: .text("less"), otherwise: .text("not")), .text("not")),
    (.when(.number(2) <= .number(2), then: .text("yes"), otherwise: .missing), .text("yes")),
    (
      .when(
        Formula.text("apple").isEqual(to: .name("fruit_choice")), then: .number(1), otherwise: .number(0)),
      .number(1)
    ),
    (.row(of: .text("PEAR"), in: column), .number(2)),
    (.row(of: .text("Plum"), in: column), .missing),
    (.row(of: .missing, in: column), .missing),
    (.cell(price, row: .number(3)), .number(5)),
    (.cell(price, row: .number(2)), .missing),
    (
      .when(.either(.isMissing(.missing), .number(2) < .number(1)), then: .number(1), otherwise: .number(2)),
      .number(1)
    ),
    (
      .when(.either(.isMissing(.number(0)), .isMissing(.text("x"))), then: .number(1), otherwise: .number(2)),
      .number(2)
    ),
    (.known(["how_many"], .name("how_many")), .number(3)),
  ]

  @Test(arguments: cases.indices) func `a formula comes to its value`(index: Int) throws {
    #expect(try Self.value(Self.cases[index].0) == Self.cases[index].1)
  }

  @Test func `what is not entered is missing, and so is what needs it`() throws {
    let formula = Formula.known(["how_many", "fruit_choice"], .name("how_many") + .number(1))
    #expect(try Self.value(formula) == .number(4))
    #expect(try Self.value(formula, ["how_many": .missing]) == .missing)
    #expect(try Self.value(formula, ["fruit_choice": .missing]) == .missing)
  }

  static let mistakes: [(Formula, FormulaError)] = [
    (.missing + .number(1), .notANumber(.missing)),
    (.text("a") * .number(1), .notANumber(.text("a"))),
    (.number(1) / .number(0), .notANumber(.number(1) / .number(0))),
    (
      .calculation(.power, .number(-8), .number(0.5)),
      .notANumber(.calculation(.power, .number(-8), .number(0.5)))
    ),
    (
      .calculation(.power, .number(2), .number(5_000)),
      .notANumber(.calculation(.power, .number(2), .number(5_000)))
    ),
    (.name("no_such"), .unknownName("no_such")),
    (.row(of: .text("a"), in: .init("fruit", "color")), .unknownColumn(.init("fruit", "color"))),
    (.cell(price, row: .number(4)), .notANumber(.number(4))),
    (.when(.number(1), then: .missing, otherwise: .missing), .notACondition(.number(1))),
  ]

  @Test(arguments: mistakes.indices) func `a mistake in a formula is an error and not a wrong number`(
    index: Int
  ) {
    #expect(throws: Self.mistakes[index].1) { _ = try Self.value(Self.mistakes[index].0) }
  }

  @Test func `a path grows from the year before`() throws {
    let growth = Projection.Path(
      id: "a", label: "A", start: .number(10), next: .name(Projection.previous) + .name(Projection.year))
    let base = Self.whatIf(.missing)
    let whatIf = WhatIf(
      title: "", shortTitle: "", introduction: "", inputTitle: "", inputs: base.inputs, tables: base.tables,
      steps: [],
      groups: [],
      projection: Projection(
        title: "", chartTitle: "", alternativeText: "", yearHeader: "", amountAxis: "", horizon: "how_many",
        lastYear: 4,
        paths: [growth], source: ""), notes: [])
    #expect(try whatIf.values().projected == [[10, 11, 13, 16, 20].map(FormulaValue.number)])
  }
}
