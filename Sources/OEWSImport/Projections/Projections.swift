import CareerData

/// The Employment Projections of BLS as published: every occupation and every group.
public struct Projections: Sendable, Equatable {
  /// The year that employment is known of.
  public let firstYear: Int
  /// The year that it is projected to.
  public let lastYear: Int
  /// In the order of the file.
  public let rows: [ProjectionRow]
  private let positions: [String: Int]

  public init(firstYear: Int, lastYear: Int, rows: [ProjectionRow]) {
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.rows = rows
    positions = Dictionary(
      rows.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The row of a code; nil where there is none.
  public subscript(code: String) -> ProjectionRow? { positions[code].map { rows[$0] } }

  /// What is published for an occupation: its own row, or that of the broad group that it belongs to, whose code ends in 0.
  /// Where neither is there, that of `group`.
  ///
  /// - Parameter group: the code of another group with the occupation, when one is known.
  public func row(for socCode: String, group: String? = nil) -> ProjectionRow? {
    let broad = String(socCode.dropLast()) + "0"
    return self[socCode] ?? (broad == Self.total ? nil : self[broad]) ?? group.flatMap { self[$0] }
  }

  /// The code of all occupations together.
  private static let total = "00-0000"

  /// `2024-2034`.
  public var period: String { "\(firstYear)-\(lastYear)" }
}

extension Projections {
  /// Figures whose id begins like this belong to the import.
  static let idPrefix = "bls-ep-"

  var published: PublishedEdition {
    guard let lastDay = CalendarDate.lastDay(ofMonth: 12, firstYear) else {
      preconditionFailure("the year was read from four digits")
    }
    return PublishedEdition(
      sourcePrefix: Self.idPrefix, sourceID: Self.idPrefix + String(firstYear), period: period,
      lastDay: lastDay,
      row: [
        "publisher": "U.S. Bureau of Labor Statistics", "title": "Employment Projections",
        "link": "https://www.bls.gov/emp/", "editorial": "false", "note": "all jobs of the occupation",
      ])
  }
}

/// What the Employment Projections say of an occupation, or of a group of them.
public struct ProjectionRow: Sendable, Equatable {
  /// What changes the share of the occupation in the employment of an industry, in the words of BLS.
  public struct Factor: Sendable, Equatable {
    /// `TE1000`: all industries together.
    public let industryCode: String
    public let text: String

    public static let allIndustries = "TE1000"
  }

  /// The code of the National Employment Matrix: a SOC code, of some a group.
  public let code: String
  public let title: String
  /// True for a group of occupations that have rows of their own.
  public let isSummary: Bool
  /// As published, in plain digits: thousands of jobs or people, percent. Those that are not published are missing.
  public internal(set) var numbers: [OutlookMeasure: String]
  public let education: EntryEducation?
  public let experience: EntryExperience?
  public let training: EntryTraining?
  public internal(set) var factors: [Factor] = []
}

extension ProjectionRow {
  /// The figures of a dataset about the nation.
  ///
  /// - Parameter socCode: the occupation, which may be another one than the row's: a member of its group.
  func figures(_ socCode: String, in projections: Projections) -> [PublishedFigure] {
    let years = ProjectionYears(projections.period)
    return ProjectedFigure.all(years).compactMap { figure in
      numbers[figure.measure].flatMap(Double.init).map {
        figure.published(
          $0, years: years, sourceID: projections.published.sourceID, note: note(for: socCode))
      }
    }
  }

  func requirement(_ socCode: String, in projections: Projections) -> EntryRequirement? {
    guard education != nil || experience != nil || training != nil else { return nil }
    return EntryRequirement(
      occupationID: socCode, education: education, experience: experience, training: training,
      period: String(projections.firstYear), sourceID: projections.published.sourceID,
      note: note(for: socCode))
  }

  private func note(for socCode: String) -> String {
    socCode == code ? "" : ProjectedFigure.groupNote(code)
  }
}
