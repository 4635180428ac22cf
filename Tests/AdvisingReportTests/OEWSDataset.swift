import Advising
import AdvisingReport
import CareerData
import Export
import ReportModel
import SampleReports
import Testing

/// Datasets as an import of OEWS files alone makes them: real cells of the national table of May 2024.
enum OEWSDataset {
  /// A cell of a table: an amount, `#` (at or above the limit), or nothing.
  enum Cell {
    case amount(Double)
    case limit
    case none
  }

  /// The 10th, 25th, 50th, 75th and 90th percentile and the mean.
  struct Wages {
    var annual: [Cell] = []
    var hourly: [Cell] = []
  }

  static let teacher = Wages(
    annual: [46_440, 50_680, 62_340, 79_410, 102_010, 69_790].map(Cell.amount))
  static let actor = Wages(hourly: [14, 16.94, 23.33, 41.09, 97.19, 44.4].map(Cell.amount))
  static let surgeon = Wages(
    annual: [.amount(77_290), .amount(139_070), .limit, .limit, .limit, .amount(371_280)],
    hourly: [.amount(37.16), .amount(66.86), .limit, .limit, .limit, .amount(178.5)])

  static let statistics: [PayStatistic] = [
    .percentile10, .percentile25, .median, .percentile75, .percentile90, .mean,
  ]

  static func pay(_ subject: Subject, _ wages: Wages) -> [PayFigure] {
    func figures(_ cells: [Cell], _ basis: PayBasis, limit: Double) -> [PayFigure] {
      zip(statistics, cells).compactMap { statistic, cell in
        var (low, value): (Double?, Double?) = (nil, nil)
        switch cell {
        case .amount(let amount): value = amount
        case .limit: low = limit
        case .none: return nil
        }
        return PayFigure(
          id: "oews-\(subject.id)-\(basis.rawValue)-\(statistic.rawValue)", subject: subject,
          statistic: statistic, basis: basis, low: low, value: value, high: nil, isOpenEnded: low != nil,
          populationID: "oews", detail: "", period: "May 2024", sourceID: "bls-oews-2024",
          isEditorial: false, note: "")
      }
    }
    return figures(wages.annual, .annual, limit: 239_200) + figures(wages.hourly, .hourly, limit: 115)
  }

  /// The tables that OEWS files fill, and no other.
  static func dataset(
    _ title: String, _ wages: Wages, _ change: (inout CareerDataset.Records) -> Void = { _ in }
  ) -> CareerDataset {
    var records = CareerDataset.Records()
    records.sources = [
      Source(
        id: "bls-oews-2024", publisher: "U.S. Bureau of Labor Statistics",
        title: "Occupational Employment and Wage Statistics", period: "May 2024",
        lastDay: CalendarDate(year: 2024, month: 5, day: 31), link: "https://www.bls.gov/oes/",
        isEditorial: false, note: "")
    ]
    records.populations = [
      Population(id: "oews", label: "wage and salary workers", kind: .paidWages, caveat: "")
    ]
    records.occupations = [
      Occupation(socCode: "00-0000", title: title, commonName: title, isSubject: true, note: "")
    ]
    records.areas = [
      Area(id: "national", kind: .nation, code: "", fips: "", title: "United States"),
      Area(id: "state:CA", kind: .state, code: "CA", fips: "06", title: "California"),
      Area(id: "state:NV", kind: .state, code: "NV", fips: "32", title: "Nevada"),
      Area(id: "area:31080", kind: .metropolitan, code: "31080", fips: "", title: losAngeles),
      Area(id: "area:99999", kind: .metropolitan, code: "99999", fips: "", title: "Emptyville, CA"),
    ]
    records.pay = pay(.national, wages)
    records.figures = [
      PublishedFigure(
        id: "oews-national-employment", subject: .national, measure: "employment", label: "Employment",
        low: nil, value: 1000, high: nil, unit: .count, statistic: "count",
        population: "wage and salary workers", period: "May 2024", sourceID: "bls-oews-2024",
        isEditorial: false, note: "")
    ]
    change(&records)
    let tables: [CareerDataset.Table] = [
      .sources, .populations, .occupations, .areas, .pay, .figures, .industries,
    ]
    return CareerDataset(
      identity: .init(name: "oews", title: title, version: "1"), tables: Set(tables), records: records)
  }

  static let losAngeles = "Los Angeles-Long Beach-Anaheim, CA"

  static func report(_ dataset: CareerDataset, _ change: (inout ClientProfile) -> Void) throws -> Report {
    var profile = ClientProfile(id: "c")
    profile.isInField = true
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    return try exporter(dataset).report(on: profile, date: date)
  }

  static func exporter(_ dataset: CareerDataset) throws -> ReportExporter {
    var options = ReportExporter.Options()
    options.formats = [.txt]
    return ReportExporter(
      dataset: dataset, template: try SampleClients.template(), options: options)
  }

  static func text(_ report: Report, _ dataset: CareerDataset) throws -> String {
    let file = try #require(try exporter(dataset).files(for: report).first { $0.name == "c.txt" })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}
