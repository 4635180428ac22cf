import Calculation
import CareerData
import ReportModel
import Tabular

/// What the catalogue has about an occupation, as a command prints it.
public struct OccupationReport: Sendable {
  private let occupation: CatalogueOccupation
  private let catalogue: Catalogue
  private let formatter: ValueFormatter

  /// - Parameter style: how numbers are written.
  public init(_ occupation: CatalogueOccupation, in catalogue: Catalogue, style: ValueStyle) {
    self.occupation = occupation
    self.catalogue = catalogue
    formatter = ValueFormatter(style: style)
  }

  /// Pay, people employed, growth, openings and what entry asks for, in sentences; then the sources.
  public var lines: [String] {
    let parts: [(String, [String])] = [
      (payTitle, payLines), ("Jobs", jobLines), ("Outlook", outlookLines), ("To get in", entryLines),
      ("By state", stateLines), ("People also say", titleLines), ("Sources", sourceLines),
    ]
    let body = parts.filter { !$0.1.isEmpty }.flatMap { title, lines in
      ["", "\(title):"] + lines.map { "  \($0)" }
    }
    return (["\(occupation.title) (SOC \(occupation.socCode))"] + body).map(VisibleText.of)
  }

  // MARK: Pay

  private var payTitle: String {
    guard let pay = occupation.pay.first else { return "Pay" }
    return "Pay of wage and salary workers in the United States, \(pay.period)"
  }

  private var payLines: [String] {
    guard !occupation.pay.isEmpty else { return ["No pay is published."] }
    var lines = PayBasis.allCases.compactMap(sentence)
    if occupation.isAnnualOnly { lines.append("Pay by the hour is not published for this occupation.") }
    if occupation.isHourlyOnly { lines.append("Pay by the year is not published for this occupation.") }
    return lines
  }

  /// The middle, the middle half and the rest, on a basis.
  private func sentence(_ basis: PayBasis) -> String? {
    func amount(_ statistic: PayStatistic) -> String? { occupation.pay(statistic, basis).map(dollars) }
    let unit = basis == .annual ? "a year" : "an hour"
    guard let median = amount(.median) else { return nil }
    var sentence = "Half earn more and half less than \(median) \(unit)"
    if occupation.pay(.median, basis)?.isOpenEnded == true { sentence = "Half earn \(median) \(unit)" }
    if let low = amount(.percentile25), let high = amount(.percentile75) {
      sentence += "; the middle half \(low) to \(high)"
    }
    if let low = amount(.percentile10), let high = amount(.percentile90) {
      let orMore = occupation.pay(.percentile90, basis)?.isOpenEnded == true ? "" : " or more"
      sentence += "; the lowest tenth \(low) or less, the highest tenth \(high)\(orMore)"
    }
    return sentence + "."
  }

  private func dollars(_ pay: PayFigure) -> String {
    let unit: Unit = pay.basis == .annual ? .dollarsPerYear : .dollarsPerHour
    if let value = pay.value { return formatter.text(Quantity(value, unit, .statedByClient)) }
    guard let low = pay.low else { return formatter.text(Value.missing) }
    return formatter.text(.bounded(.orMore, Quantity(low, unit, .statedByClient)))
  }

  // MARK: Jobs and outlook

  private var jobLines: [String] {
    var lines: [String] = []
    if let employment = occupation.employment {
      lines.append("Employers report \(text(employment)) jobs (\(employment.period)).")
    }
    if let all = occupation.outlook(.employment) {
      let share = occupation.outlook(.selfEmployed).map { "; \(text($0)) are self-employed" } ?? ""
      lines.append("With the self-employed there were \(text(all)) jobs in \(all.period)\(share).")
    }
    return lines
  }

  private var outlookLines: [String] {
    guard let growth = occupation.outlook(.growth), let amount = growth.value else {
      return ["No projection is published."]
    }
    let period = growth.period
    let change = formatter.text(Quantity(amount.magnitude, .percent, .statedByClient))
    var lines = [
      amount == 0
        ? "Jobs are projected to stay the same, \(period)."
        : "Jobs are projected to \(amount > 0 ? "grow" : "fall") by \(change), \(period)."
    ]
    if let openings = occupation.outlook(.openings) {
      lines.append("About \(text(openings)) openings come up each year, from growth and people who leave.")
    }
    if let code = occupation.projectionCode { lines.append("The projection is for the group \(code) alone.") }
    if let factor = catalogue.factor(of: occupation.socCode) { lines.append("BLS says: \(factor)") }
    return lines
  }

  private func text(_ figure: PublishedFigure) -> String {
    guard let value = figure.value, let unit = Unit(datasetUnit: figure.unit.rawValue) else { return "" }
    return formatter.text(Quantity(value, unit, .statedByClient))
  }

  // MARK: Entry, states, titles, sources

  private var entryLines: [String] {
    guard let entry = occupation.entry else { return [] }
    return [
      entry.education.map { "Education: \($0.published.lowercasedFirst)" },
      entry.experience.map { "Work experience in a related occupation: \($0.published.lowercasedFirst)" },
      entry.training.map { "Training on the job: \($0.published.lowercasedFirst)" },
    ].compactMap(\.self)
  }

  private var stateLines: [String] {
    let states = catalogue.statePay(of: occupation.socCode)
    if states.isEmpty { return [] }
    let places = states.count == 1 ? "1 state or territory" : "\(states.count) states and territories"
    return ["The catalogue has pay in \(places)."]
  }

  private var titleLines: [String] {
    let titles = catalogue.jobTitles(of: occupation.socCode)
    if titles.isEmpty { return [] }
    let rest = titles.count > 8 ? [" and \(titles.count - 8) more"] : []
    return [titles.prefix(8).joined(separator: ", ") + (rest.first ?? "")]
  }

  private var sourceLines: [String] {
    let used = [
      occupation.pay.isEmpty && occupation.employment == nil ? nil : catalogue.wageSource,
      occupation.outlook.isEmpty && occupation.entry == nil ? nil : catalogue.projectionSource,
      titleLines.isEmpty ? nil : catalogue.onetSource,
    ]
    return used.compactMap(\.self).map(\.attribution)
  }
}

extension OccupationReport {
  /// JSON with sorted keys: `soc`, `title`, `pay` and `figures` (as the tables of a dataset have them, null where nothing
  /// is published), `entry`, `projection_soc`, `job_titles`, `sources`.
  public var json: [UInt8] {
    let entry = occupation.entry
    let document: JSONText = [
      "entry": [
        "education": .text(entry?.education?.rawValue), "experience": .text(entry?.experience?.rawValue),
        "training": .text(entry?.training?.rawValue),
      ],
      "figures": .array(([occupation.employment].compactMap(\.self) + occupation.outlook).map(Self.figure)),
      "job_titles": .array(catalogue.jobTitles(of: occupation.socCode).map { .string($0) }),
      "pay": .array(occupation.pay.map(Self.pay)), "projection_soc": .text(occupation.projectionCode),
      "soc": .string(occupation.socCode),
      "sources": .array(catalogue.sources.map { .string($0.attribution) }),
      "title": .string(occupation.title),
    ]
    return document.bytes
  }

  private static func pay(_ pay: PayFigure) -> JSONText {
    [
      "basis": .string(pay.basis.rawValue), "low": .amount(pay.low), "open_ended": .bool(pay.isOpenEnded),
      "period": .string(pay.period), "source": .string(pay.sourceID),
      "statistic": .string(pay.statistic.rawValue), "value": .amount(pay.value),
    ]
  }

  private static func figure(_ figure: PublishedFigure) -> JSONText {
    [
      "id": .string(figure.id), "measure": .string(figure.measure), "period": .string(figure.period),
      "source": .string(figure.sourceID), "unit": .string(figure.unit.rawValue),
      "value": .amount(figure.value),
    ]
  }
}

extension String {
  /// `high school diploma` of `High school diploma`.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
