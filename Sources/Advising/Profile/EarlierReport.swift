import CareerData
import Tabular

/// An earlier report on a client, read from its CSV: what held then, and the steps that were suggested or open.
public struct EarlierReport: Sendable, Equatable {
  public let previous: PreviousReport
  /// None is done: what was done by then is told already.
  public let steps: [AgreedStep]

  /// Something that is wrong with the CSV; see ``description``.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// A column, or the measure of a row.
    public let field: String
    /// From 1; nil where no line is to blame.
    public let line: Int?
    let wrong: String
    let remedy: String

    /// `FIELD: line N: what is wrong; what to do`
    public var description: String {
      ([field] + [line.map { "line \($0)" }].compactMap(\.self) + ["\(wrong); \(remedy)"])
        .joined(separator: ": ")
    }
  }

  public struct Problems: Error, Sendable, Equatable {
    /// Never empty.
    public let problems: [Problem]
  }

  /// Reads the rows of the client in section `summary`.
  ///
  /// - Parameters:
  ///   - csv: of one report, or of many: rows of other clients are passed over.
  ///   - clientID: whose rows to read.
  ///   - reportDate: of the new report, which is not before the earlier one.
  /// - Throws: every problem at once.
  public init(
    csv bytes: [UInt8], clientID: String, reportDate: CalendarDate, dataset: CareerDataset
  ) throws(Problems) {
    let rows = try SummaryRow.all(bytes, clientID: clientID)
    var values = EarlierValues(rows)
    var reader = FieldReader(
      fields: values.fields, doubtful: [], vocabulary: ProfileVocabulary(dataset))
    let previous: PreviousReport? = reader.object(.previous)
    let steps: [AgreedStep]? = reader.objects(.agreedSteps, most: EarlierValues.mostSteps)
    for problem in reader.problems { values.add(problem) }
    if let date = previous?.date, date > reportDate {
      values.add(
        "report_date", line: rows.first?.line, "\(date.iso) is after the new report's \(reportDate.iso)",
        "give an earlier report, or set the date of the new one by --report-date")
    }
    guard values.problems.isEmpty, let previous, let steps else { throw Problems(problems: values.problems) }
    self.previous = previous
    self.steps = steps
  }
}

extension ClientProfile {
  /// The profile with what an earlier report tells; what the profile says itself stays.
  public func filled(from earlier: EarlierReport) -> ClientProfile {
    var copy = self
    copy.previous = previous ?? earlier.previous
    copy.agreedSteps = agreedSteps ?? earlier.steps
    return copy
  }
}

/// A row of the client in section `summary`.
private struct SummaryRow {
  let line: Int
  let reportDate: String
  let itemID: String
  let measure: String
  let statistic: String
  let unit: String
  let value: String
  let note: String

  private static let columns = [
    "client_id", "report_date", "section", "item_id", "measure", "statistic", "unit", "value", "note",
  ]

  /// A roster's combined CSV has some hundred rows a client.
  private static let limits = CSVLimits(
    rows: 1_000_000, cells: 16_000_000, columns: 64, rowBytes: 1 << 17, brokenRows: 20)

  static func all(_ bytes: [UInt8], clientID: String) throws(EarlierReport.Problems) -> [SummaryRow] {
    let remedy = "give the CSV of an earlier report as Pathbook wrote it"
    func failure(_ field: String, _ line: Int?, _ wrong: String, _ remedy: String) -> EarlierReport.Problems {
      EarlierReport.Problems(problems: [
        EarlierReport.Problem(field: field, line: line, wrong: wrong, remedy: remedy)
      ])
    }
    let document = CSVDocument(bytes, limits: limits)
    guard document.errors.isEmpty else {
      throw EarlierReport.Problems(
        problems: document.errors.map {
          EarlierReport.Problem(field: "CSV", line: $0.line, wrong: $0.finding, remedy: $0.remedy)
        })
    }
    let indices = Dictionary(
      document.header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let missing = columns.filter { indices[$0] == nil }
    guard missing.isEmpty else {
      throw EarlierReport.Problems(
        problems: missing.map {
          EarlierReport.Problem(field: $0, line: 1, wrong: "there is no such column", remedy: remedy)
        })
    }
    func text(_ row: Int, _ column: String) -> String {
      indices[column].map { RejectCell.text(document.text(row, $0)) } ?? ""
    }
    let own = (0..<document.rowCount).filter { text($0, "client_id") == clientID }
    guard !own.isEmpty else {
      throw failure(
        "client_id", nil, "there is no row of the client \(Quoting.quoted(clientID))",
        "give the CSV of an earlier report on this client")
    }
    let rows = own.filter { text($0, "section") == "summary" }
    guard !rows.isEmpty else {
      throw failure(
        "section", document.line(ofRow: own[0]), "no row of the client is of section summary",
        "give a report whose template has the section summary")
    }
    return rows.map { row in
      SummaryRow(
        line: document.line(ofRow: row), reportDate: text(row, "report_date"), itemID: text(row, "item_id"),
        measure: text(row, "measure"), statistic: text(row, "statistic"), unit: text(row, "unit"),
        value: text(row, "value"), note: text(row, "note"))
    }
  }
}

/// The rows as values of a profile, with the line that each came from.
private struct EarlierValues {
  static let mostSteps = 50

  private(set) var fields: [String: FieldValue] = [:]
  private(set) var problems: [EarlierReport.Problem] = []
  /// The row by the path of a value, such as `previous.rung`.
  private var origins: [String: (field: String, line: Int)] = [:]

  init(_ rows: [SummaryRow]) {
    addPrevious(rows)
    addSteps(rows)
  }

  private mutating func addPrevious(_ rows: [SummaryRow]) {
    var members: [String: FieldValue] = [:]
    func add(_ member: String, _ value: FieldValue, _ field: String, _ row: SummaryRow) {
      members[member] = value
      origins["previous.\(member)"] = (field, row.line)
    }
    if let first = rows.first {
      add("date", .text(first.reportDate), "report_date", first)
      if let other = rows.first(where: { $0.reportDate != first.reportDate }) {
        self.add(
          "report_date", line: other.line, "the client has rows of two reports",
          "leave those of one")
      }
    }
    for row in rows where row.itemID == "client" {
      switch row.measure {
      case "pay_full_time":
        if let pay = number(row) { add("pay", .number(pay), row.measure, row) }
      case "rung": add("rung", .text(row.note), row.measure, row)
      case "credentials":
        let ids = row.note.split(separator: ";").map { FieldValue.text(String($0)) }
        add("credentials", .list(ids), row.measure, row)
      default: break
      }
    }
    fields["previous"] = .object(members)
  }

  /// Steps that were open, and then those that were suggested: by the row that has them in words alone, or as older reports
  /// have them.
  private mutating func addSteps(_ rows: [SummaryRow]) {
    var steps: [FieldValue] = []
    let own = Dictionary(grouping: rows, by: \.itemID)
    for row in rows {
      let others = own[row.itemID] ?? []
      var members: [String: FieldValue] = ["text": .text(row.note)]
      let path = "agreed_steps[\(steps.count + 1)]"
      switch row.measure {
      case "agreed_step" where row.statistic != "done":
        if let due = others.first(where: { $0.measure == "agreed_step_due" }) {
          members["due"] = .text(due.note)
          origins["\(path).due"] = (due.measure, due.line)
        }
      case "next_step_due":
        if !row.value.isEmpty, let day = due(row) { members["due"] = .text(day.iso) }
      case "next_step" where !others.contains(where: { $0.measure == "next_step_due" }): break
      default: continue
      }
      origins[path] = (row.measure, row.line)
      origins["\(path).text"] = (row.measure, row.line)
      steps.append(.object(members))
    }
    fields["agreed_steps"] = .list(steps)
  }

  /// Months from the day of the report on.
  private mutating func due(_ row: SummaryRow) -> CalendarDate? {
    guard let months = number(row) else { return nil }
    guard let whole = Int(exactly: months), let date = CalendarDate(iso: row.reportDate),
      let due = date.adding(months: whole)
    else {
      add(row.measure, line: row.line, "the value is no number of months", "write a whole number, 0 or more")
      return nil
    }
    return due
  }

  private mutating func number(_ row: SummaryRow) -> Double? {
    guard let number = Double(row.value), number.isFinite else {
      add(
        row.measure, line: row.line, "the value is no number", "write it as 46000, without $ and separators")
      return nil
    }
    return number
  }

  mutating func add(_ field: String, line: Int?, _ wrong: String, _ remedy: String) {
    problems.append(EarlierReport.Problem(field: field, line: line, wrong: wrong, remedy: remedy))
  }

  /// A problem of a value, at the row that it came from.
  mutating func add(_ problem: ProfileProblem) {
    let path = problem.field ?? ""
    let origin = origins[path]
    let words = problem.words
    add(origin?.field ?? path, line: origin?.line, words.wrong, words.remedy)
  }
}
