/// What the plausibility checks look at: a dataset without a problem of its schema, and the places of its records.
struct CheckedDataset {
  let open: OpenDataset
  let files: DatasetFiles
  /// The day for which figures are old or new; nil when that is not asked.
  let asOf: CalendarDate?

  var dataset: CareerDataset { open.dataset }
  var records: CareerDataset.Records { open.dataset.records }

  private let indexes: [String: (table: CareerDataset.Table, index: Int)]

  init(_ open: OpenDataset, files: DatasetFiles, asOf: CalendarDate?) {
    self.open = open
    self.files = files
    self.asOf = asOf
    let pay = open.dataset.records.pay.enumerated().map { ($1.id, (CareerDataset.Table.pay, $0)) }
    let figures = open.dataset.records.figures.enumerated()
      .map { ($1.id, (CareerDataset.Table.figures, $0)) }
    indexes = Dictionary(pay + figures, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a record.
  ///
  /// - Parameter index: of the record in its table.
  func place(_ table: CareerDataset.Table, _ index: Int, _ column: String? = nil) -> CheckFinding.Place {
    let place = open.place(table, index)
    return CheckFinding.Place(
      file: place?.file ?? DatasetFiles.packageName, row: place?.row, column: column)
  }

  /// The place of a figure of `pay` or `figures`.
  func place(ofFigure id: String, _ column: String? = "value") -> CheckFinding.Place {
    guard let (table, index) = indexes[id] else {
      return CheckFinding.Place(file: DatasetFiles.packageName)
    }
    return place(table, index, column)
  }
}

/// A check that makes sense of the figures; each has a file of its own.
protocol PlausibilityCheck {
  static func findings(in checked: CheckedDataset) -> [CheckFinding]
}

/// A rule that finds figures which do not agree.
protocol ContradictionRule {
  static func contradictions(in checked: CheckedDataset) -> [Contradiction]
}

/// The check of a dataset: first by its Table Schemas and what Pathbook needs beyond them, then whether the figures
/// make sense.
///
/// ```swift
/// let check = DatasetCheck(files, asOf: today)
/// for finding in check.findings where finding.severity == .error { print(finding) }
/// ```
public struct DatasetCheck: Sendable, Equatable {
  /// Nil when the schema's errors leave none.
  public let identity: CareerDataset.Identity?
  /// Errors first, then warnings, then notes; each in the order of the files in the package and of their rows.
  public let findings: [CheckFinding]

  private static var plausibilityChecks: [any PlausibilityCheck.Type] {
    [
      PercentileOrderCheck.self, HourlyAnnualCheck.self, PaySizeCheck.self, SpreadsheetCheck.self,
      ShareCheck.self, SourceDateCheck.self, AgeCheck.self,
      OrphanCheck.self, PremiumClaimCheck.self, DisagreementCheck.self, TranslationCheck.self,
    ]
  }

  /// Checks a dataset. Whether its figures make sense is looked at only when the tables have no error: what is wrong
  /// there would lead to findings that explain nothing.
  ///
  /// - Parameter asOf: the day for which figures are old or new.
  public init(_ files: DatasetFiles, asOf: CalendarDate) {
    do throws(DatasetErrors) {
      let open = try DatasetReader.open(files)
      identity = open.dataset.identity
      let checked = CheckedDataset(open, files: files, asOf: asOf)
      let found = Self.plausibilityChecks.flatMap { $0.findings(in: checked) }
      findings = Self.sorted(found, files: open.resources.map(\.path))
    } catch {
      identity = nil
      findings =
        error.problems.map {
          CheckFinding(.error, .init(file: $0.file, row: $0.row, column: $0.column), .schema($0))
        } + error.rest.map { CheckFinding(.error, .init(file: $0.file), .furtherProblems(count: $0.count)) }
    }
  }

  /// The number of findings of a severity.
  public func count(_ severity: CheckFinding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  private static func sorted(_ findings: [CheckFinding], files: [String]) -> [CheckFinding] {
    func rank(_ finding: CheckFinding, _ offset: Int) -> (Int, Int, Int, Int) {
      let severity = CheckFinding.Severity.allCases.firstIndex(of: finding.severity) ?? 0
      let file = files.firstIndex(of: finding.place.file) ?? files.count
      return (severity, file, finding.place.row ?? 0, offset)
    }
    return findings.enumerated().map { (rank($1, $0), $1) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
