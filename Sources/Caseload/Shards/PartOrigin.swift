import Advising
import Export
import ReportWriters
import SafeFiles
import Tabular

/// What all parts of a caseload must have been made from: the same roster, by the same datasets, template, options and program.
struct PartOrigin: Equatable {
  /// What was given, and the SHA-256 of what was found there.
  struct Given: Equatable {
    let names: [String]
    let sha256: String
  }

  let program: String
  let reportDate: String
  let rosterSHA256: String
  /// None for the one in the binary.
  let dataset: Given
  let template: Given
  /// By their names, in the order in which they are told.
  let options: [Option]

  struct Option: Equatable {
    let name: String
    let value: String
  }

  static func == (one: PartOrigin, other: PartOrigin) -> Bool { one.differences(from: other).isEmpty }

  /// What differs, in words; empty for the same origin.
  func differences(from other: PartOrigin) -> [String] {
    var words: [String] = []
    if rosterSHA256 != other.rosterSHA256 { words.append("another roster") }
    if dataset.sha256 != other.dataset.sha256 { words.append("another dataset") }
    if template.sha256 != other.template.sha256 { words.append("another template") }
    if reportDate != other.reportDate { words.append("--report-date \(reportDate)") }
    if program != other.program { words.append("Pathbook \(program)") }
    // A record that another program has written again has them in an order of its own.
    if Set(options.map(\.name)) == Set(other.options.map(\.name)) {
      for own in options where own.value != other.option(own.name) {
        words.append("\(own.name) \(own.value)")
      }
    } else {
      words.append("other options")
    }
    return words
  }
}

extension PartOrigin {
  private static func yesOrNo(_ flag: Bool) -> String { flag ? "yes" : "no" }

  /// - Parameters:
  ///   - given: the datasets and the template as they were named.
  init(
    _ roster: RosterFile, _ inputs: ReportInputs, _ options: BatchOptions,
    given: (datasets: [String], template: String), date: String
  ) throws(ExportFailure) {
    program = ProgramVersion.current
    reportDate = date
    rosterSHA256 = try roster.sha256()
    dataset = Given(names: given.datasets, sha256: inputs.datasets.contentHash)
    template = Given(names: [given.template], sha256: inputs.template.contentHash)
    let export = options.export
    self.options = [
      ("formats", export.formats.map(\.id).joined(separator: ",")),
      ("copy", export.copy.rawValue),
      ("paper", inputs.template.report.paper.rawValue),
      ("ascii", Self.yesOrNo(export.usesASCII)),
      ("raw_csv", Self.yesOrNo(!export.escapesFormulas)),
      ("bom", Self.yesOrNo(export.marksCSV)),
      ("protect", Self.yesOrNo(export.workbook.isProtected)),
      ("redact", Self.yesOrNo(options.redacts)),
      ("layout", options.layout?.rawValue ?? "default"),
      ("pack", options.pack?.rawValue ?? "none"),
      ("combined_csv", Self.yesOrNo(options.combinesCSV)),
      ("summary", Self.yesOrNo(options.summarizes)),
      ("roster_form", roster.formName),
      ("columns", roster.columns.identity),
    ]
    .map { Option(name: $0.0, value: $0.1) }
  }

  /// A digest of the options.
  private var optionsSHA256: String {
    SHA256.text(Array(options.map { "\($0.name)=\($0.value)" }.joined(separator: "\u{0}").utf8))
  }

  // MARK: - JSON

  /// - Parameter rows: of the whole roster.
  func members(rows: Int) -> [(name: String, value: JSONText)] {
    [
      ("program", .string(program)), ("report_date", .string(reportDate)),
      ("roster", ["rows": .number(Double(rows)), "sha256": .string(rosterSHA256)]),
      ("dataset", Self.json(dataset)), ("template", Self.json(template)),
      (
        "options",
        .object(
          [(name: "sha256", value: .string(optionsSHA256))]
            + options.map { (name: $0.name, value: .string($0.value)) })
      ),
    ]
  }

  /// Nil for what ``members(rows:)`` does not give.
  init?(_ node: JSONNode) {
    guard let program = node["program"]?.string, let date = node["report_date"]?.string,
      let roster = node["roster"]?["sha256"]?.string, let dataset = node["dataset"].flatMap(Self.given),
      let template = node["template"].flatMap(Self.given), let options = node["options"]?.members
    else { return nil }
    (self.program, reportDate, rosterSHA256) = (program, date, roster)
    (self.dataset, self.template) = (dataset, template)
    self.options = options.filter { $0.key != "sha256" }.compactMap { member in
      member.node.string.map { Option(name: member.key, value: $0) }
    }
  }

  private static func json(_ given: Given) -> JSONText {
    ["given": .array(given.names.map { .string($0) }), "sha256": .string(given.sha256)]
  }

  private static func given(_ node: JSONNode) -> Given? {
    guard let names = node["given"]?.elements, let hash = node["sha256"]?.string else { return nil }
    return Given(names: names.compactMap(\.string), sha256: hash)
  }

  /// The value of an option; nil for one that is not there.
  func option(_ name: String) -> String? { options.first { $0.name == name }?.value }
}
