import Advising
import ReportModel

/// The sections of the report on a caseload; those with nothing in them are left out.
struct CaseloadSections {
  let tables: CaseloadTables
  let wording: Wording

  /// Those that ``all`` can have.
  static let ids = ["caseload", "states", "pay", "gains", "missing"]

  var all: [Section] {
    let sections = [
      overview,
      section("states", .states, [tables.byState]),
      section("pay", .pay, [tables.byGap], chart: tables.gapChart, note: .gapNote),
      section("gains", .gains, [tables.gains], note: .gainNote, named: CaseloadSummary.mostGains),
      section(
        "missing", .missingData, [tables.byQuestion, tables.incomplete], note: .namedNote,
        named: CaseloadSummary.mostIncomplete),
    ]
    return sections.compactMap(\.self)
  }

  private var overview: Section {
    let groups = [tables.byRung, tables.bySetting, tables.byCredentials].filter { !$0.table.rows.isEmpty }
    return Section(
      id: "caseload", title: wording.text(CaseloadPhrase.section),
      shortTitle: wording.text(CaseloadPhrase.sheet),
      figures: tables.totalFigures + groups.flatMap(\.figures),
      blocks: [.facts(tables.totals)] + groups.map { .table($0.table) })
  }

  private func section(
    _ id: String, _ title: CaseloadPhrase, _ tables: [CaseloadTable], chart: Chart? = nil,
    note: CaseloadPhrase? = nil, named: Int = 0
  ) -> Section? {
    let filled = tables.filter { !$0.table.rows.isEmpty }
    guard !filled.isEmpty else { return nil }
    let notes = note.map {
      Block.notes(
        title: wording.prose(PositionPhrase.notes),
        items: [wording.prose($0, ["count": Prose(String(named))])])
    }
    return Section(
      id: id, title: wording.text(title), shortTitle: wording.text(title),
      figures: filled.flatMap(\.figures),
      blocks: filled.map { .table($0.table) } + [chart.map(Block.chart), notes].compactMap(\.self))
  }
}
