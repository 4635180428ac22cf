import Advising
import CareerData
import ReportModel

/// The tables of a comparison: a row for each occupation, in the comparison's order.
struct ComparisonTables {
  let compared: ComparisonContext
  private var comparison: OccupationComparison { compared.comparison }
  private var wording: Wording { compared.wording }

  private typealias Cells = (ComparisonContext.Compared) -> Value

  /// What the job pays: to begin with, later, and in all over the years.
  var pay: Table {
    let isAnnual = comparison.basis == .annual
    return table(
      "compare-pay", .pay,
      [
        (
          "beginning", wording.text(isAnnual ? ComparisonPhrase.beginning : .beginningHourly), .figure,
          { $0.figures.low?.shown() ?? .missing }
        ),
        (
          "middle", wording.text(isAnnual ? ComparisonPhrase.halfEarnMore : .halfEarnMoreHourly), .figure,
          { $0.figures.middle?.shown() ?? .missing }
        ),
        ("least", horizonHeader(.least), .figure, { $0.figures.earnings?.low.shown() ?? .missing }),
        ("most", horizonHeader(.most), .figure, { $0.figures.earnings?.high.shown() ?? .missing }),
      ])
  }

  /// What entry asks for, beside what the client has.
  var entry: Table {
    table(
      "compare-entry", .entry,
      [
        ("education", wording.text(ComparisonPhrase.education), .word, { $0.entryWords(EntryFigures.study) }),
        ("study", wording.text(ComparisonPhrase.study), .word, study),
        (
          "experience", wording.text(ComparisonPhrase.experience), .word,
          { $0.entryWords(EntryFigures.experience) }
        ),
        (
          "training", wording.text(ComparisonPhrase.training), .word, { $0.entryWords(EntryFigures.training) }
        ),
        (
          "time", wording.text(ComparisonPhrase.yearsUntil), .figure,
          yearsUntil
        ),
      ])
  }

  /// How many jobs there are, and how far the middle pay goes, place by place.
  var jobs: Table {
    table(
      "compare-jobs", compared.places.isEmpty ? .jobsAlone : .jobs,
      [
        ("employment", header(.employment, "employment"), .figure, { $0.outlookValue("employment") }),
        ("growth", header(.growth, "growth"), .figure, { $0.outlookValue("growth") }),
        ("openings", header(.openings, "openings"), .figure, { $0.outlookValue("openings") }),
      ]
        + compared.places.enumerated().map { index, area in
          (
            "place_\(index + 1)", area.title, .figure,
            { $0.figures.buyingPower[index]?.shown() ?? .missing }
          )
        }, notes: notes(of: compared.places.isEmpty ? .jobsNote : .placesNote))
  }

  // MARK: - Cells

  private func study(_ column: ComparisonContext.Compared) -> Value {
    if column.occupation.isPresent { return .text(wording.text(ComparisonPhrase.now)) }
    guard let asked = column.figures.entry(EntryFigures.study) else { return .missing }
    if asked.value == 0 { return .text(wording.text(ComparisonPhrase.enough)) }
    guard asked.low != nil || asked.value != nil else {
      return .text(wording.text(ComparisonPhrase.educationUnknown))
    }
    return .text(wording.text(ComparisonPhrase.notYet))
  }

  private func yearsUntil(_ column: ComparisonContext.Compared) -> Value {
    guard let time = column.figures.yearsUntil else { return .missing }
    if time.value == 0 { return .text(wording.text(ComparisonPhrase.atOnce)) }
    return time.shown(withoutHigh: .atLeast, withoutLow: .atMost)
  }

  // MARK: - Headers

  private func header(_ phrase: ComparisonPhrase, _ measure: String) -> String {
    let published = compared.columns.lazy.compactMap { column in
      column.occupation.dataset.outlook(measure)
    }.first
    return compared.formatter.text(wording.prose(phrase, ["period": Prose(published?.period ?? "")]))
  }

  private func horizonHeader(_ phrase: ComparisonPhrase) -> String {
    compared.formatter.text(
      wording.prose(
        phrase,
        ["years": Prose(Quantity(Double(comparison.profile.horizonYears), .years, .statedByClient))]))
  }

  private func notes(of phrase: ComparisonPhrase) -> [Prose] {
    [wording.prose(phrase, ["area": Prose(comparison.area.title)])]
  }

  private func table(
    _ id: String, _ title: ComparisonPhrase, _ columns: [(String, String, Column.Role, Cells)],
    notes: [Prose] = []
  ) -> Table {
    Table(
      id: id, title: wording.prose(title),
      columns: [Column(id: "occupation", header: wording.text(ComparisonPhrase.occupation), role: .stub)]
        + columns.map { Column(id: $0.0, header: $0.1, role: $0.2) },
      groups: [
        RowGroup(
          rows: compared.columns.map { column in
            Row(
              id: column.occupation.occupation.socCode,
              cells: [.text(column.title)] + columns.map { $0.3(column) }, emphasis: column.emphasis)
          })
      ], notes: notes)
  }
}

extension ComparisonContext.Compared {
  fileprivate func outlookValue(_ measure: String) -> Value { figures.outlook(measure)?.shown() ?? .missing }

  fileprivate func entryWords(_ measure: String) -> Value {
    figures.entry(measure).map { .text($0.note.words) } ?? .missing
  }
}
