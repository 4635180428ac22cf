import CareerData
import ReportWriters
import Tabular

/// The check of a dataset as a command prints it.
public struct DatasetCheckReport: Sendable {
  private let check: DatasetCheck
  /// What messages call the dataset.
  private let name: String
  private let asOf: CalendarDate

  public init(_ input: DatasetInput, asOf: CalendarDate) {
    check = DatasetCheck(input.files, asOf: asOf)
    name = input.name
    self.asOf = asOf
  }

  /// True when a finding is an error.
  public var hasErrors: Bool { check.count(.error) > 0 }

  /// A line for each finding, `error: FILE: row N, COLUMN: what was found; expected: …; what to do`, and one that sums
  /// up.
  public var lines: [String] {
    check.findings.map { VisibleText.of("\($0.severity.rawValue): \($0)") } + [VisibleText.of(summary)]
  }

  private var summary: String {
    let identity = check.identity.map { "\($0.name) \($0.version)" } ?? name
    let counts = CheckFinding.Severity.allCases.map { severity in
      let count = check.count(severity)
      return "\(count == 0 ? "no" : String(count)) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let rest =
      check.identity == nil
      ? "; whether the figures are plausible is checked once the tables have no errors" : ""
    return "\(identity), as of \(asOf.iso): \(counts.joined(separator: ", "))\(rest)"
  }

  /// The same for programs, in JSON with sorted keys:
  ///
  /// - `as_of`: the day for which figures are old or new.
  /// - `counts`: `error`, `note`, `warning`: how many there are of each.
  /// - `dataset`: `content_sha256`, `name`, `version`; null for a dataset that cannot be read.
  /// - `findings`: errors first, then warnings, then notes. Each has `severity`; `rule` (`table_schema`,
  ///   `percentile_order`, `hourly_annual`, `pay_size`, `spreadsheet`, `share_range`, `share_sum`, `source_date`, `source_period`, `age`, `orphan`,
  ///   `claim`, `two_figures`, `other_occupation`, `share_of_industry`, `disagreement`); `file`, `row` (the line of the
  ///   file, from 1) and `column`, null where there is none; `found`, `expected` and `remedy`, in words; `figures`, the
  ///   ids of the figures concerned; and for what the dataset explains `acknowledged_by`, the id of the row of
  ///   `disagreements`, and `reason`, else null.
  public var json: [UInt8] {
    let document: JSONText = [
      "as_of": .string(asOf.iso),
      "counts": ["error": count(.error), "note": count(.note), "warning": count(.warning)],
      "dataset": check.identity.map(Self.identity) ?? .null,
      "findings": .array(check.findings.map(Self.finding)),
    ]
    return document.bytes
  }

  private func count(_ severity: CheckFinding.Severity) -> JSONText {
    .number(Double(check.count(severity)))
  }

  private static func identity(_ identity: CareerDataset.Identity) -> JSONText {
    [
      "content_sha256": .string(identity.contentHash), "name": .string(identity.name),
      "version": .string(identity.version),
    ]
  }

  private static func finding(_ finding: CheckFinding) -> JSONText {
    [
      "acknowledged_by": .text(finding.acknowledgement?.id),
      "column": .text(finding.place.column),
      "expected": .string(finding.expected),
      "figures": .array(finding.figureIDs.map { .string($0) }),
      "file": .string(finding.place.file),
      "found": .string(finding.found),
      "reason": .text(finding.acknowledgement?.reason),
      "remedy": .string(finding.remedy),
      "row": finding.place.row.map { .number(Double($0)) } ?? .null,
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
    ]
  }
}

extension JSONText {
  /// Null for nil.
  static func text(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// Null for nil.
  static func amount(_ number: Double?) -> JSONText { number.map { .number($0) } ?? .null }
}

/// What a dataset holds, for a person at a terminal.
public struct DatasetOverview: Sendable {
  private let dataset: CareerDataset

  public init(_ dataset: CareerDataset) { self.dataset = dataset }

  /// The lines to print: identity, sizes, and the ids that profiles use.
  public var lines: [String] {
    let records = dataset.records
    var lines = [
      "\(dataset.identity.title) (\(dataset.identity.name) \(dataset.identity.version))",
      "Occupation: \(dataset.occupation.title), SOC \(dataset.occupation.socCode)",
      "Figures: \(records.pay.count) of pay, \(records.figures.count) others, from \(records.sources.count) sources",
    ]
    lines += records.sources.map { "  \($0.id): \($0.publisher), \($0.title), \($0.period)" }
    let ids: [(String, [(String, String)])] = [
      ("setting", records.settings.map { ($0.id, $0.title) }),
      ("specialization", records.specializations.map { ($0.id, $0.title) }),
      ("rung", records.rungs.map { ($0.id, $0.title) }),
      ("credentials", records.credentials.map { ($0.id, $0.title) }),
    ]
    for (field, rows) in ids where !rows.isEmpty {
      lines += ["", "\(field):"] + rows.map { "  \($0.0): \($0.1)" }
    }
    let states = records.areas.filter { $0.kind == .state }.map(\.code)
    if !states.isEmpty { lines += ["", "state: \(states.joined(separator: " "))"] }
    return lines
  }
}
