import Advising
import Calculation
import CareerData
import ReportModel

/// The what-if of a comparison: another pay, one of the occupations, one of the places, and what follows.
struct ComparisonWhatIf {
  let compared: ComparisonContext
  private let words: WhatIfWords
  private let areas: [Area]

  /// Nil where no occupation has wages of a year: sums over years would be made up.
  init?(compared: ComparisonContext) {
    guard compared.comparison.basis == .annual, let first = compared.columns.first else { return nil }
    self.compared = compared
    words = WhatIfWords(context: first.context, formatter: compared.formatter)
    areas = Self.areas(compared)
  }

  /// The compared place, then those whose prices are compared, each once.
  private static func areas(_ compared: ComparisonContext) -> [Area] {
    let nation = compared.columns.first?.context.advice.national?.area
    return ([compared.comparison.area] + compared.places + [nation].compactMap(\.self))
      .reduce(into: []) { areas, area in
        if !areas.contains(where: { $0.id == area.id }) { areas.append(area) }
      }
  }

  var whatIf: WhatIf {
    let tables = self.tables
    let pay = WhatIfFormulas(words: words, tables: tables, nationRow: nil).pay
    return WhatIf(
      title: words.text(.title), shortTitle: words.text(.sheet),
      introduction: Prose(words.text(.introduction)),
      pageIntroduction: Prose(words.text(.pageIntroduction)), resetLabel: words.text(.reset),
      inputTitle: words.text(.assumptions), inputs: inputs(tables), tables: tables, steps: steps,
      groups: [pay, there], projection: projection,
      notes: [.noteProjection, .noteGross, .noteSources].map { Prose(words.text($0)) },
      changed: compared.comparison.pay.map { pay in
        ChangedNote(
          name: WhatIfName.fullTimePay.rawValue, amount: pay.annual,
          text: words.text(
            .changed, ["pay": Prose(Quantity(pay.annual, .dollarsPerYear, .statedByClient))]))
      })
  }

  // MARK: - Assumptions

  private func inputs(_ tables: [WhatIfTable]) -> [WhatIfInput] {
    let shared: [WhatIfName] = [.payAmount, .payBasis, .hoursPerWeek, .horizon, .raise]
    var inputs = WhatIfInputs(words: words, tables: tables).all.filter { input in
      shared.contains { $0.rawValue == input.name }
    }
    let best = compared.bestAlternative?.title ?? compared.columns.first?.title ?? ""
    inputs.insert(
      contentsOf: [
        choice(.occupation, text(.whatIfOccupation), Self.occupations, initial: best),
        choice(.area, words.text(.area), Self.places, initial: compared.comparison.area.title),
      ], at: 3)
    return inputs
  }

  private func choice(_ name: WhatIfName, _ label: String, _ table: String, initial: String) -> WhatIfInput {
    WhatIfInput(
      name: name.rawValue, label: label,
      kind: .choice(Formula.TableColumn(table, WhatIfTables.option)),
      initial: WhatIfTables.labels([initial]).first.map(FormulaValue.text) ?? .missing,
      hint: words.text(.chooseHint))
  }

  // MARK: - What the formulas look up

  private static let occupations = "compared_occupations"
  private static let places = "compared_places"
  private static let wages = "compared_wages"

  private var tables: [WhatIfTable] {
    let columns = compared.columns
    let paid = columns.flatMap { column in areas.map { Self.wages(column.occupation, $0) } }
    let labels = columns.flatMap { column in areas.map { "\(column.title), \($0.title)" } }
    return [
      WhatIfTable(
        id: WhatIfTables.ID.bases.rawValue, title: words.text(.payBasis),
        columns: [texts(WhatIfTables.option, .choice, [words.text(.aYear), words.text(.anHour)])]),
      WhatIfTable(
        id: Self.occupations, title: text(.whatIfOccupation),
        columns: [
          texts(WhatIfTables.option, .choice, WhatIfTables.labels(columns.map(\.title))),
          numbers("study_low", .wait, columns.map(\.occupation.study.low)),
          numbers("study_high", .wait, columns.map(\.occupation.study.high)),
          numbers("trained", .wait, columns.map { trained($0.occupation) }),
        ]),
      WhatIfTable(
        id: Self.places, title: words.text(.area),
        columns: [
          texts(WhatIfTables.option, .choice, WhatIfTables.labels(areas.map(\.title))),
          numbers("parity", .published, areas.map(parity)),
        ]),
      WhatIfTable(
        id: Self.wages, title: words.text(.publishedPay),
        columns: [
          texts(WhatIfTables.option, .choice, WhatIfTables.labels(labels)),
          numbers("low", .point, paid.map { $0.low?.figure.value }),
          numbers("middle", .median, paid.map { $0.middle?.figure.value }),
          texts(
            "basis", .basis, paid.map { $0.middle.map { words.basis($0.figure) } ?? words.text(.noFigure) }),
        ]),
    ]
  }

  private static func wages(_ occupation: ComparedOccupation, _ area: Area) -> ComparedWages {
    ComparedWages(occupation.dataset.pay(of: Subject(.area, area.id)), basis: .annual)
  }

  /// Years until the training is done too, by its short end.
  private func trained(_ occupation: ComparedOccupation) -> Double? {
    occupation.study.low.map { $0 + (occupation.training.low ?? 0) }
  }

  private func parity(_ area: Area) -> Double? {
    area.kind == .nation
      ? nil : compared.columns.lazy.compactMap { $0.occupation.dataset.priceParity(of: area.id)?.rpp }.first
  }

  private func texts(_ id: String, _ header: WhatIfPhrase, _ cells: [String]) -> WhatIfColumn {
    WhatIfColumn(
      id: id, header: words.text(header), kind: .text,
      cells: cells.map { $0.isEmpty ? .missing : .text($0) })
  }

  private func numbers(_ id: String, _ header: WhatIfPhrase, _ cells: [Double?]) -> WhatIfColumn {
    WhatIfColumn(
      id: id, header: words.text(header), kind: .number,
      cells: cells.map { $0.map(FormulaValue.number) ?? .missing })
  }

  // MARK: - What follows

  private var steps: [WhatIfFormula] {
    [
      step(.occupationRow, .row(of: .named(.occupation), in: column(Self.occupations, WhatIfTables.option))),
      step(.areaRow, .row(of: .named(.area), in: column(Self.places, WhatIfTables.option))),
      step(
        .wageRow,
        .known(
          [.occupationRow, .areaRow],
          (Formula.named(.occupationRow) - 1) * .number(Double(areas.count)) + .named(.areaRow))),
      step(.studyLow, looked(Self.occupations, "study_low", .occupationRow)),
      step(.studyHigh, looked(Self.occupations, "study_high", .occupationRow)),
      step(.untilTrained, looked(Self.occupations, "trained", .occupationRow)),
    ]
  }

  /// The pay of the occupation in the place, beside the client's.
  private var there: WhatIfGroup {
    let middle = Formula.named(.comparedPay)
    return WhatIfGroup(
      title: text(.whatIfGroup),
      results: [
        result(
          .comparedPay, words.text(.publishedPay), .dollarsPerYear, looked(Self.wages, "middle", .wageRow),
          note: looked(Self.wages, "basis", .wageRow)),
        result(
          .comparedDifference, words.text(.difference), .dollarsPerYear,
          Rule.difference.applied(to: middle, .named(.fullTimePay)), isDifference: true),
        result(
          .comparedPercent, words.text(.percent), .percent,
          Rule.percent.applied(to: middle, .named(.fullTimePay)), isDifference: true),
        result(
          .comparedLow, text(.beginning), .dollarsPerYear, looked(Self.wages, "low", .wageRow)),
        result(
          .comparedBuys, text(.whatIfBuys), .dollarsPerYear,
          Rule.buyingPower.applied(to: middle, looked(Self.places, "parity", .areaRow))),
        result(.comparedWait, text(.study), .years, .known([.studyHigh], .named(.studyHigh))),
      ])
  }

  private func column(_ table: String, _ column: String) -> Formula.TableColumn {
    Formula.TableColumn(table, column)
  }

  private func looked(_ table: String, _ column: String, _ row: WhatIfName) -> Formula {
    .known([row], .cell(self.column(table, column), row: .named(row)))
  }

  private func step(_ name: WhatIfName, _ formula: Formula) -> WhatIfFormula {
    WhatIfFormula(name: name.rawValue, label: words.text(.step), formula: formula)
  }

  private func result(
    _ name: WhatIfName, _ label: String, _ unit: Unit, _ formula: Formula, isDifference: Bool = false,
    note: Formula = .missing
  ) -> WhatIfResult {
    WhatIfResult(
      WhatIfFormula(name: name.rawValue, label: label, formula: formula), unit: unit,
      isDifference: isDifference, note: note, isMain: true)
  }

  private func text(_ phrase: ComparisonPhrase) -> String { compared.wording.text(phrase) }

  // MARK: - Over the years

  private var projection: Projection {
    Projection(
      title: Prose(words.text(.projectionTitle)), chartTitle: words.text(.chartTitle),
      alternativeText: words.text(.alternativeText), yearHeader: words.text(.year),
      amountAxis: words.text(.amountAxis), horizon: WhatIfName.horizon.rawValue,
      lastYear: WhatIfInputs.longestHorizon, paths: [stay, least, most],
      source: Prose(words.text(.projectionSource)), later: words.text(.laterPath))
  }

  private var stay: Projection.Path {
    path(
      "stay", words.text(.stay), needs: [.actualPay], ofYear: .named(.actualPay), wait: nil,
      emphasis: .present)
  }

  private var partOfFullTime: Formula { .named(.actualPay) / .named(.fullTimePay) }

  /// ``ComparedEarnings/low``.
  private var least: Projection.Path {
    let beginning = Formula.named(.comparedLow) * partOfFullTime
    return path(
      "compared_least", text(.whatIfLeast), needs: [.comparedLow, .studyHigh],
      ofYear: Rule.payOfYear.unguarded([
        .named(.actualPay), beginning, .named(.studyHigh), .name(Projection.year),
      ]), wait: .studyHigh)
  }

  /// ``ComparedEarnings/high``.
  private var most: Projection.Path {
    let part = partOfFullTime
    return path(
      "compared_most", text(.whatIfMost), needs: [.comparedLow, .comparedPay, .studyLow, .untilTrained],
      ofYear: Rule.payOfYearInTraining.unguarded([
        .named(.actualPay), .named(.comparedLow) * part, .named(.comparedPay) * part, .named(.studyLow),
        .named(.untilTrained), .name(Projection.year),
      ]), wait: .studyLow, emphasis: .target)
  }

  private func path(
    _ id: String, _ label: String, needs: [WhatIfName], ofYear: Formula, wait: WhatIfName?,
    emphasis: Emphasis = .none
  ) -> Projection.Path {
    let known = [.actualPay, .fullTimePay, .raise] + needs
    let next = Rule.earnings.unguarded([
      .name(Projection.previous), ofYear, .named(.raise), .name(Projection.year),
    ])
    return Projection.Path(
      id: id, label: label, start: .known(known, 0), next: .known(known, next), wait: wait?.rawValue,
      emphasis: emphasis, unknown: words.text(.unknownPath))
  }
}
