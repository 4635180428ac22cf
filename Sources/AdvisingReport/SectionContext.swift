import Advising
import Calculation
import CareerData
import ReportModel

/// What every section works with: the findings, the words, and how findings become figures.
///
/// A class because every part of a section holds it: as a struct, retaining and releasing its hundred references took
/// longer than the rules themselves.
final class SectionContext: Sendable {
  let advice: Advice
  let wording: Wording
  let origin: ReportOrigin
  /// In the numbers of the template.
  let formatter: ValueFormatter
  /// January first.
  let monthNames: [String]
  /// Nil when there is none.
  let newerEdition: DatasetEdition?
  /// US dollars a year; nil without stated pay.
  let fullTimePay: AppliedRule.Operand?
  /// US dollars a year as paid for the hours worked; nil without stated pay.
  let actualPay: AppliedRule.Operand?

  init(
    advice: Advice, wording: Wording, origin: ReportOrigin, formatter: ValueFormatter, monthNames: [String],
    newerEdition: DatasetEdition? = nil
  ) {
    self.advice = advice
    self.wording = wording
    self.origin = origin
    self.formatter = formatter
    self.monthNames = monthNames
    self.newerEdition = newerEdition
    fullTimePay = advice.pay.map(Self.fullTimePay)
    actualPay = advice.pay.map(Self.actualPay)
  }

  var dataset: CareerDataset { advice.dataset }
  var profile: ClientProfile { advice.profile }

  // MARK: - Where numbers come from

  func citation(_ figure: PayFigure) -> Citation {
    Citation(
      sourceID: figure.sourceID, statistic: figure.statistic.rawValue,
      figureID: figure.id, population: populationLabel(figure), period: figure.period)
  }

  func citation(_ figure: PublishedFigure) -> Citation {
    Citation(
      sourceID: figure.sourceID, statistic: figure.statistic, figureID: figure.id,
      population: figure.population, period: figure.period)
  }

  /// The years of experience that a rung asks for.
  func experienceCitation(_ rung: Rung) -> Citation {
    Citation(
      sourceID: rung.sourceID, statistic: "experience", population: "",
      period: dataset.source(rung.sourceID)?.period ?? "")
  }

  func citation(_ line: CredentialCost) -> Citation {
    Citation(sourceID: line.sourceID, statistic: line.item, population: "", period: line.period)
  }

  func published(_ figure: PayFigure) -> Provenance { .published(citation(figure)) }

  private func populationLabel(_ figure: PayFigure) -> String {
    let label = dataset.population(figure.populationID)?.label ?? figure.populationID
    return figure.detail.isEmpty ? label : "\(label): \(figure.detail)"
  }

  // MARK: - Quantities

  /// An amount as published, on the figure's own basis.
  func published(_ amount: Double, _ figure: PayFigure) -> Quantity {
    Quantity(amount, figure.basis.unit, published(figure))
  }

  /// A mean or a median as published: "239,200 or more" where it is a lower bound.
  func publishedValue(_ pay: ComparedPay) -> Value {
    let quantity = published(pay.amount, pay.figure)
    return pay.isFloor ? .bounded(.orMore, quantity) : .quantity(quantity)
  }

  /// An amount of a published figure as dollars a year.
  func annual(_ amount: Double, _ figure: PayFigure) -> Quantity {
    figure.basis == .annual
      ? published(amount, figure)
      : Quantity(
        figure.annual(amount), .dollarsPerYear,
        .calculated(AppliedRule(.annualOfHourly, operand(amount, figure))))
  }

  /// An amount of a published figure as dollars an hour.
  func hourly(_ amount: Double, _ figure: PayFigure) -> Quantity {
    figure.basis == .hourly
      ? published(amount, figure)
      : Quantity(
        Rule.hourlyOfAnnual.number(amount), .dollarsPerHour,
        .calculated(AppliedRule(.hourlyOfAnnual, operand(amount, figure))))
  }

  /// The client's pay in dollars a year, as the profile states it or calculated from that.
  func clientPay(_ annual: Double) -> Quantity { Quantity(annual, .dollarsPerYear, .statedByClient) }

  func clientHourly(_ hourly: Double) -> Quantity { Quantity(hourly, .dollarsPerHour, .statedByClient) }

  // MARK: - Words

  /// The basis as a title: with a capital.
  func basisTitle(_ figure: PayFigure) -> Prose { basis(figure).capitalized }

  /// The statistic, the population and the origin of a figure: `median, wage and salary workers; BLS, May 2024`.
  func basis(_ figure: PayFigure) -> Prose {
    basis(figure, statistic: wording.text(figure.statistic.phrase))
  }

  /// The same in a client's words: `half earn more, wage and salary workers; BLS, May 2024`.
  func clientBasis(_ figure: PayFigure) -> Prose {
    basis(figure, statistic: plainStatistic(figure).lowercasedFirst)
  }

  private func basis(_ figure: PayFigure, statistic: String) -> Prose {
    wording.prose(
      BasisPhrase.basis,
      [
        "statistic": Prose(statistic),
        "population": Prose(dataset.population(figure.populationID)?.label ?? figure.populationID),
        "publisher": Prose(dataset.source(figure.sourceID)?.publisher ?? figure.sourceID),
        "period": Prose(figure.period),
      ])
  }

  /// Who published a figure, and when: `BLS, May 2024`.
  func origin(_ figure: PayFigure) -> Prose {
    Prose("\(dataset.source(figure.sourceID)?.publisher ?? figure.sourceID), \(figure.period)")
  }

  /// The same for a client: `Half earn more than this; BLS, May 2024`.
  func plainBasis(_ figure: PayFigure) -> Prose {
    wording.prose(
      BasisPhrase.plain,
      [
        "statistic": Prose(plainStatistic(figure)),
        "publisher": Prose(dataset.source(figure.sourceID)?.publisher ?? figure.sourceID),
        "period": Prose(figure.period),
      ])
  }

  /// What a figure says, for a client: `Half earn more`.
  func plainStatistic(_ figure: PayFigure) -> String {
    wording.text(isAdvertised(figure) ? .advertised : figure.statistic.plainPhrase)
  }

  /// The basis in few words: `Median, wage and salary workers`.
  func basisLabel(_ figure: PayFigure) -> String {
    wording.prose(
      BasisPhrase.label,
      [
        "statistic": Prose(wording.text(figure.statistic.phrase)),
        "population": Prose(dataset.population(figure.populationID)?.label ?? figure.populationID),
      ]
    ).capitalized.words
  }

  /// Who published a figure that is not pay, and when: `AAPC, 2025 [3]`.
  func origin(_ figure: PublishedFigure) -> Prose {
    wording.prose(
      BasisPhrase.origin,
      [
        "publisher": Prose(dataset.source(figure.sourceID)?.publisher ?? figure.sourceID),
        "period": Prose(figure.period), "source": Prose(.source(figure.sourceID)),
      ])
  }

  func mark(_ mark: ItemMark, present: MarkPhrase = .present, target: MarkPhrase = .target) -> Value {
    switch (mark.isPresent, mark.isTarget) {
    case (true, true): .text("\(wording.text(present)), \(wording.text(target))")
    case (true, false): .text(wording.text(present))
    case (false, true): .text(wording.text(target))
    case (false, false): .text("")
    }
  }

  /// Headers of columns that set something against the client's pay say so when that pay is from another field.
  func againstPay(_ inField: ColumnPhrase, _ otherField: ColumnPhrase) -> String {
    wording.text(advice.status == .outsideField ? otherField : inField)
  }
}

extension ItemMark {
  var emphasis: Emphasis { isPresent ? .present : isTarget ? .target : .none }
}

extension PayStatistic {
  var phrase: StatisticPhrase {
    switch self {
    case .percentile10: .p10
    case .percentile25: .p25
    case .median: .median
    case .percentile75: .p75
    case .percentile90: .p90
    case .mean: .mean
    case .range: .range
    case .top: .top
    }
  }
}

extension PayStatistic {
  var plainPhrase: PlainStatisticPhrase {
    switch self {
    case .percentile10: .tenth
    case .percentile25: .quarter
    case .median: .half
    case .percentile75: .topQuarter
    case .percentile90: .topTenth
    case .mean: .average
    case .range: .range
    case .top: .top
    }
  }
}

enum BasisPhrase: String, PhraseKey {
  static let group = "basis"
  case basis, label, origin, plain
  case noFigure = "no_figure"
  case noFigureLabel = "no_figure_label"
  case nearest
  case nearestLabel = "nearest_label"
  case mixed, compare, unpublished
  case plainNearest = "plain_nearest"
  case editorial
}

enum StatisticPhrase: String, PhraseKey {
  static let group = "statistic"
  case p10, p25, median, p75, p90, mean, range, top
}

/// What a published figure is, in the words of people who are no statisticians.
enum PlainStatisticPhrase: String, PhraseKey {
  static let group = "plain_statistic"
  case tenth, quarter, half
  case topQuarter = "top_quarter"
  case topTenth = "top_tenth"
  case average, range, top, advertised
}

enum MarkPhrase: String, PhraseKey {
  static let group = "mark"
  case present, target, held, next
  case presentInferred = "present_inferred"
}

/// Headers of the columns that several tables share.
enum ColumnPhrase: String, PhraseKey {
  static let group = "column"
  case mark, basis, kind, pay, hourly, difference, percent
  case differenceOtherField = "difference_other_field"
  case percentOtherField = "percent_other_field"
  case fromNationalMedian = "from_national_median"
  case source, from, to
  case hourlyFrom = "hourly_from"
  case hourlyTo = "hourly_to"
  case gapFrom = "gap_from"
  case gapTo = "gap_to"
  case gapFromOtherField = "gap_from_other_field"
  case gapToOtherField = "gap_to_other_field"
  case note
}
