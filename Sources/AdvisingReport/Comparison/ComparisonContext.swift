import Advising
import Calculation
import CareerData
import ReportModel

/// What every part of a comparison works with: each occupation with its figures, and the words.
struct ComparisonContext {
  let comparison: OccupationComparison
  /// The places in which the report says how far pay goes: those with wages of every occupation.
  let places: [Area]
  let wording: Wording
  let formatter: ValueFormatter
  /// In the comparison's order.
  let columns: [Compared]

  /// An occupation with the figures that tables, sentences and the CSV show of it.
  struct Compared {
    let occupation: ComparedOccupation
    let context: SectionContext
    let figures: ComparisonFigures
    var title: String { occupation.occupation.title }
    var emphasis: Emphasis { occupation.isPresent ? .present : .none }
  }

  init(
    _ comparison: OccupationComparison, places: [Area], template: ReportTemplate, origin: ReportOrigin
  ) {
    let formatter = ValueFormatter(style: template.style)
    self.comparison = comparison
    let shown = places.filter { area in
      comparison.occupations.allSatisfy { $0.buyingPower(in: area) != nil }
    }
    self.places = shown
    self.formatter = formatter
    wording = template.wording
    columns = comparison.occupations.map { occupation in
      let context = SectionContext(
        advice: occupation.advice, wording: template.wording, origin: origin, formatter: formatter,
        monthNames: template.style.monthNames)
      return Compared(
        occupation: occupation, context: context,
        figures: ComparisonFigures(occupation, comparison, places: shown, context))
    }
  }

  var hasPay: Bool { comparison.pay != nil }

  func compared(_ occupation: ComparedOccupation) -> Compared? {
    columns.first { $0.occupation.occupation.socCode == occupation.occupation.socCode }
  }

  /// The client's full-time pay on the basis of the comparison; nil without stated pay.
  var clientPay: Quantity? {
    comparison.pay.map { pay in
      comparison.basis == .annual
        ? Quantity(pay.annual, .dollarsPerYear, .statedByClient)
        : Quantity(pay.hourly, .dollarsPerHour, .statedByClient)
    }
  }

  /// The best paid by what half earn more than; nil where no such wage is published.
  var bestPaid: Compared? {
    columns.filter { $0.figures.middle != nil }.max { one, other in
      (one.occupation.middlePay?.leastAmount ?? 0) < (other.occupation.middlePay?.leastAmount ?? 0)
    }
  }

  /// The same of those that the client could change to.
  var bestAlternative: Compared? { comparison.alternatives.first.flatMap(compared) }

  /// The place of the wages in a sentence.
  var areaWords: Prose {
    comparison.area.kind == .nation
      ? wording.prose(ComparisonPhrase.nation) : Prose(comparison.area.title)
  }

  /// A published wage as a sentence shows it.
  func pay(_ figure: Figure) -> Prose {
    figure.unit == .dollarsPerHour
      ? wording.prose(SummaryPhrase.perHour, ["hourly": Prose(figure.shown())]) : Prose(figure.shown())
  }

  /// A sum of earnings in thousands, with the word for it.
  func about(_ figure: Figure) -> Prose {
    guard let value = figure.value else { return Prose(figure.shown()) }
    let thousands = (value / 1000).rounded() * 1000
    return Prose(.bounded(.about, Quantity(thousands, figure.unit, figure.provenance)))
  }

  /// The client's state in words: what the profile names, where no occupation has wages of it.
  var stateTitle: String {
    columns.lazy.compactMap { column in
      column.occupation.dataset.records.areas.first {
        $0.code == comparison.profile.stateCode && $0.kind == .state
      }
    }.first?.title ?? comparison.profile.stateCode ?? ""
  }

  /// The sources that the figures rest on, each once.
  var sources: [Source] {
    let used = Set(columns.flatMap(\.figures.all).flatMap(\.provenance.sourceIDs))
    return columns.flatMap(\.occupation.dataset.records.sources).filter { used.contains($0.id) }.reduce(
      into: []) { sources, source in
        if !sources.contains(where: { $0.id == source.id }) { sources.append(source) }
      }
  }
}
