import Advising
import Calculation
import CareerData
import ReportModel
import SafeFiles
import Tabular

/// The provenance of a figure, as a command prints it.
public struct FigureProvenanceReport: Sendable {
  private let provenance: FigureProvenance
  private let formatter: ValueFormatter

  /// - Parameter style: how numbers are written.
  /// - Throws: what is wrong with the dataset, or that it has no such figure, with the ids that are near.
  public init(figure id: String, in input: DatasetInput, style: ValueStyle) throws(ExportFailure) {
    let found: FigureProvenance?
    let ids: [String]
    do throws(DatasetErrors) {
      found = try FigureProvenance(of: id, in: input.files)
      ids = found == nil ? try FigureProvenance.ids(in: input.files) : []
    } catch { throw DatasetLoader.failure(error, path: input.name) }
    guard let found else {
      let problem = "no figure has the id \"\(VisibleText.of(id))\"; \(Self.advice(id, ids))"
      throw .badData(path: input.name, problems: [problem])
    }
    provenance = found
    formatter = ValueFormatter(style: style)
  }

  /// At most three ids that are near.
  private static func advice(_ id: String, _ ids: [String]) -> String {
    var near: [String] = []
    while near.count < 3, let next = NearestName.of(id, among: ids.filter({ !near.contains($0) })) {
      near.append(next)
    }
    guard !near.isEmpty else { return "the column id of the tables pay and figures has them all" }
    return "did you mean \(near.joined(separator: ", "))?"
  }

  /// A line for each fact; what does not agree with the figure comes last.
  public var lines: [String] {
    let source = provenance.source
    var facts: [(String, String)] = figureFacts
    facts += [
      ("Source", "\(source.publisher): \(source.title), \(source.period)"),
      ("", source.isEditorial ? "the editors' own figures, not measured" : ""), ("", source.note),
      ("", source.link ?? ""), ("", "\(provenance.sourcePlace): \(source.id)"),
      ("Row", "\(provenance.place)"),
      (
        "Dataset",
        "\(provenance.dataset.name) \(provenance.dataset.version), content \(provenance.dataset.contentHash)"
      ),
    ]
    let lines = facts.filter { !$0.1.isEmpty }.map { label, text in
      let name = label.isEmpty ? "" : label + ":"
      return name + String(repeating: " ", count: max(1, 13 - name.count)) + text
    }
    return (lines + disagreementLines).map(VisibleText.of)
  }

  private var figureFacts: [(String, String)] {
    switch provenance.figure {
    case .pay(let pay):
      let population = provenance.population
      let detail = pay.detail.isEmpty ? "" : ": \(pay.detail)"
      return [
        ("Figure", pay.id), ("About", provenance.subjectTitle),
        ("Amount", amount(pay)),
        (
          "Statistic",
          "\(statisticWords(pay.statistic)), \(pay.basis == .annual ? "pay a year" : "pay an hour")"
        ),
        ("Population", (population?.label ?? pay.populationID) + detail), ("", population?.caveat ?? ""),
        ("Period", pay.period), ("Editorial", editorial(pay.isEditorial)), ("Note", pay.note),
      ]
    case .published(let figure):
      return [
        ("Figure", figure.id), ("About", provenance.subjectTitle),
        ("Measure", "\(figure.label) (\(figure.measure))"),
        ("Amount", amount(figure)), ("Statistic", figure.statistic), ("Population", figure.population),
        ("Period", figure.period), ("Editorial", editorial(figure.isEditorial)), ("Note", figure.note),
      ]
    }
  }

  private func editorial(_ isEditorial: Bool) -> String {
    isEditorial ? "the reading is the dataset's own, not the source's" : ""
  }

  private func statisticWords(_ statistic: PayStatistic) -> String {
    switch statistic {
    case .median: "median"
    case .mean: "mean"
    case .range: "range"
    case .top: "top earners"
    case .percentile10, .percentile25, .percentile75, .percentile90:
      "\(Int(statistic.percentile ?? 0))th percentile"
    }
  }

  private func amount(_ pay: PayFigure) -> String {
    let unit: Unit = pay.basis == .annual ? .dollarsPerYear : .dollarsPerHour
    return amount(pay.low, pay.value, pay.high, unit, isOpen: pay.isOpenEnded)
      + (pay.basis == .annual ? " a year" : " an hour")
  }

  private func amount(_ figure: PublishedFigure) -> String {
    guard let unit = Unit(datasetUnit: figure.unit.rawValue) else { return "" }
    return amount(figure.low, figure.value, figure.high, unit, isOpen: false)
  }

  private func amount(
    _ low: Double?, _ value: Double?, _ high: Double?, _ unit: Unit, isOpen: Bool
  ) -> String {
    func quantity(_ amount: Double) -> Quantity { Quantity(amount, unit, .statedByClient) }
    if let value {
      return formatter.text(isOpen ? .bounded(.orMore, quantity(value)) : .quantity(quantity(value)))
    }
    switch (low, high) {
    case (let low?, let high?):
      return formatter.text(.range(low: quantity(low), high: quantity(high), isOpen: isOpen))
    case (let low?, nil): return formatter.text(.bounded(.atLeast, quantity(low)))
    case (nil, let high?): return formatter.text(.bounded(.atMost, quantity(high)))
    case (nil, nil): return formatter.text(.missing)
    }
  }

  private var disagreementLines: [String] {
    if provenance.disagreements.isEmpty { return [] }
    return ["", "What does not agree with it:"] + provenance.disagreements.map { "  \($0)" }
  }
}
