extension CatalogueOccupation {
  init(_ row: CatalogueTable.Row, _ catalogue: Catalogue) {
    socCode = row["soc"]
    title = row["title"]
    let wages = WageFigures(row, subject: .national, slug: Area.nationalID, source: catalogue.wageSource)
    pay = wages.pay
    employment = wages.employment
    let code = row["projection_soc"]
    projectionCode = code.isEmpty ? nil : code
    let projection = ProjectionFigures(row, source: catalogue.projectionSource, groupCode: projectionCode)
    outlook = projection.figures
    entry = projection.entry
  }
}

extension CatalogueStatePay {
  init(_ row: CatalogueTable.Row, _ catalogue: Catalogue) {
    stateCode = row["state"]
    let wages = WageFigures(
      row, subject: Subject(.area, "state:\(row["state"])"), slug: "state-\(row["state"])",
      source: catalogue.wageSource)
    pay = wages.pay
    employment = wages.employment
    locationQuotient = row.number("location_quotient")
  }
}

/// The rows of `pay` and `figures` that an import of OEWS would make of a row.
private struct WageFigures {
  private(set) var pay: [PayFigure] = []
  private(set) var employment: PublishedFigure?

  /// - Parameter slug: the part of the ids that tells the subject.
  init(_ row: CatalogueTable.Row, subject: Subject, slug: String, source: Source?) {
    guard let source else { return }
    for basis in PayBasis.allCases {
      for statistic in PayStatistic.ofOEWS {
        let cell = "\(basis.rawValue)_\(statistic.rawValue)"
        let isOpen = row[cell] == OEWSTopCode.mark
        let value = row.number(cell)
        guard isOpen || value != nil else { continue }
        let part = basis == .annual ? statistic.rawValue : "hourly-\(statistic.rawValue)"
        pay.append(
          PayFigure(
            id: "oews-\(slug)-\(part)", subject: subject, statistic: statistic, basis: basis,
            low: isOpen ? OEWSTopCode.amount(basis) : nil, value: value, high: nil, isOpenEnded: isOpen,
            populationID: Population.wageAndSalaryWorkers.id, detail: "", period: source.period,
            sourceID: source.id, isEditorial: false,
            note: isOpen ? "published as at or above this amount" : ""))
      }
    }
    employment = row.number("employment").map {
      PublishedFigure(
        id: "oews-\(slug)-employment", subject: subject, measure: OutlookMeasure.employment.rawValue,
        label: "Jobs that employers report", low: nil, value: $0, high: nil, unit: .count,
        statistic: "count (rounded)", population: "wage and salary workers (self-employed excluded)",
        period: source.period, sourceID: source.id, isEditorial: false,
        note: "rounded to the nearest 10; self-employed excluded")
    }
  }
}

/// The rows of `figures` and `entry_requirements` that an import of the projections would make of a row.
private struct ProjectionFigures {
  private(set) var figures: [PublishedFigure] = []
  private(set) var entry: EntryRequirement?

  /// - Parameter groupCode: of the group that the figures are about, when the occupation has none of its own.
  init(_ row: CatalogueTable.Row, source: Source?, groupCode: String?) {
    guard let source else { return }
    let note = groupCode.map(ProjectedFigure.groupNote) ?? ""
    let years = ProjectionYears(source.period)
    figures = ProjectedFigure.all(years).compactMap { figure in
      row.number(figure.column).map { figure.published($0, years: years, sourceID: source.id, note: note) }
    }
    let requirement = EntryRequirement(
      occupationID: row["soc"], education: EntryEducation(rawValue: row["education"]),
      experience: EntryExperience(rawValue: row["experience"]),
      training: EntryTraining(rawValue: row["training"]), period: years.first, sourceID: source.id, note: note
    )
    let isKnown =
      requirement.education != nil || requirement.experience != nil || requirement.training != nil
    entry = isKnown ? requirement : nil
  }
}

/// The first and the last year of projections.
package struct ProjectionYears: Sendable, Equatable {
  package let first: String
  package let last: String

  /// - Parameter period: `2024-2034`.
  package init(_ period: String) {
    let years = period.split(separator: "-").map(String.init)
    first = years.first ?? period
    last = years.last ?? period
  }

  package var text: String { "\(first)-\(last)" }
}

/// A figure of the projections: where it stands, and its words.
package struct ProjectedFigure: Sendable {
  package let measure: OutlookMeasure
  /// Of the table `occupations` of the catalogue.
  package let column: String
  package let label: String
  package let unit: PublishedFigure.Unit
  var statistic = "count (rounded)"
  /// Of the first year alone.
  var isOfFirstYear = false
  var note = ""

  package static func all(_ years: ProjectionYears) -> [ProjectedFigure] {
    [
      ProjectedFigure(
        measure: .employment, column: "base_employment", label: "Employment in \(years.first)", unit: .count,
        isOfFirstYear: true),
      ProjectedFigure(
        measure: .projectedEmployment, column: "projected_employment", label: "Employment in \(years.last)",
        unit: .count),
      ProjectedFigure(
        measure: .growth, column: "employment_change",
        label: "Projected growth of employment, \(years.text)", unit: .percent,
        statistic: "projected change over ten years"),
      ProjectedFigure(
        measure: .openings, column: "openings", label: "Openings a year", unit: .count,
        note: "growth and replacement together"),
      ProjectedFigure(
        measure: .laborForceExits, column: "labor_force_exits",
        label: "People leaving the labor force a year", unit: .count),
      ProjectedFigure(
        measure: .occupationalTransfers, column: "occupational_transfers",
        label: "People changing to other occupations a year", unit: .count),
      ProjectedFigure(
        measure: .separations, column: "separations", label: "People leaving the occupation a year",
        unit: .count, note: "leaving the labor force and changing occupations together"),
      ProjectedFigure(
        measure: .selfEmployed, column: "self_employed", label: "Self-employed people in \(years.first)",
        unit: .percent, statistic: "share of jobs", isOfFirstYear: true),
    ]
  }

  /// - Parameter number: as the table has it: of counts thousands.
  package func published(
    _ number: Double, years: ProjectionYears, sourceID: String, note: String
  ) -> PublishedFigure {
    PublishedFigure(
      id: "bls-ep-\(id)", subject: .national, measure: measure.rawValue, label: label, low: nil,
      // Published with one decimal: a thousandth of it is a whole number of tens.
      value: unit == .count ? (number * 1000).rounded() : number, high: nil, unit: unit,
      statistic: statistic, population: "all jobs of the occupation",
      period: isOfFirstYear ? years.first : years.text, sourceID: sourceID, isEditorial: false,
      note: [self.note, note].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  /// What a figure says of which only a group has it.
  package static func groupNote(_ code: String) -> String { "published for the group \(code) alone" }

  private var id: String { String(measure.rawValue.map { $0 == "_" ? "-" : $0 }) }
}

extension PayStatistic {
  /// Those of OEWS, in the order of its rows in a dataset.
  package static let ofOEWS: [PayStatistic] = [
    .percentile10, .percentile25, .median, .percentile75, .percentile90, .mean,
  ]
}

/// The mark of OEWS for wages of which it says no more than that they are at or above an amount, since May 2022.
package enum OEWSTopCode {
  package static let mark = "#"

  /// US dollars.
  package static func amount(_ basis: PayBasis) -> Double { basis == .annual ? 239_200 : 115 }
}

extension Population {
  /// Whom OEWS is about.
  package static let wageAndSalaryWorkers = Population(
    id: "oews-wage-and-salary", label: "wage and salary workers", kind: .paidWages,
    caveat: "Wages that employers report; the self-employed are left out.")
}
