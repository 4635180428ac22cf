import Advising
import CareerData
import Export
import SafeFiles

/// Reads a whole roster and reports what is wrong with it; nothing is written.
public struct RosterCheck: Sendable {
  public struct Result: Sendable, Equatable {
    public var good = 0
    public var bad = 0
    /// Columns that are not part of a profile.
    public var extraColumns: [String] = []
  }

  private let datasets: DatasetShelf

  public init(dataset: CareerDataset) { self.init(datasets: DatasetShelf(dataset)) }

  /// - Parameter datasets: whose ids the rows may use, by the occupation that each names.
  public init(datasets: DatasetShelf) { self.datasets = datasets }

  /// - Parameter tell: gets a line for each problem and each notice, in the order of the roster, and one for a kind of
  ///   which there are more than ``ProblemDigest/most``.
  public func check(_ roster: RosterFile, tell: (String) -> Void) throws(ExportFailure) -> Result {
    let name = ProfileLoader.name(of: roster.path)
    var stream = try RosterStream(roster, datasets: datasets)
    for note in stream.notesOfHeader { tell("\(name): \(note)") }
    let overview = try overview(of: roster, &stream) { _ in }
    for line in overview.findings.map(\.line) + stream.notesAtEnd { tell("\(name): \(line)") }
    return Result(good: overview.good, bad: overview.bad, extraColumns: overview.extraColumns)
  }

  /// What the roster was understood to be.
  ///
  /// - Parameter take: gets each client, in the order of the roster.
  package func overview(
    of roster: RosterFile,
    take: (ProfileReader.Reading) throws(ExportFailure) -> Void = { (_) throws(ExportFailure) in }
  ) throws(ExportFailure) -> RosterOverview {
    var stream = try RosterStream(roster, datasets: datasets)
    return try overview(of: roster, &stream, take: take)
  }

  private func overview(
    of roster: RosterFile, _ stream: inout RosterStream,
    take: (ProfileReader.Reading) throws(ExportFailure) -> Void
  ) throws(ExportFailure) -> RosterOverview {
    var overview = RosterOverview()
    var digest = ProblemDigest()
    while let row = try stream.nextRow() {
      let place = roster.place(of: row)
      switch row.outcome {
      case .client(let reading):
        overview.good += 1
        for notice in reading.notices { digest.add(notice, place) }
        try take(reading)
      case .refused(let problems):
        overview.bad += 1
        for problem in problems { digest.add(problem, place) }
      case .counted: break
      }
    }
    if case .workbook(let sheet) = roster.form { overview.sheet = sheet }
    overview.sheets = roster.sheets
    overview.columns = (stream.header?.meanings ?? []).map { .init(name: $0.name, field: $0.field) }
    overview.extraColumns = stream.extraColumns
    overview.notes = [roster.encodingNote, stream.survey.note].compactMap(\.self) + stream.notesAtEnd
    overview.findings = digest.findings
    return overview
  }
}

extension RosterOverview.Finding {
  fileprivate var line: String {
    count == 1
      ? "\(place): \(text)" : "\(count) rows have a problem of this kind, the first in \(place): \(text)"
  }
}

/// The problems and notices of a roster: one finding each, except for a kind that recurs, which gets one with its count.
struct ProblemDigest {
  /// Findings of one kind that are given one by one.
  static let most = 20

  private struct Kind {
    var count = 0
    /// The first of them, with their order among all.
    var findings: [(order: Int, finding: RosterOverview.Finding)] = []
  }

  private var kinds: [String: Kind] = [:]
  private var order = 0

  mutating func add(_ problem: ProfileProblem, _ place: String) {
    // Keys of JSON may be as many as there are rows.
    let field = problem.field.map { ProfileField(rawValue: $0)?.rawValue ?? "?" } ?? ""
    add("\(problem)", place, isNotice: false, kind: "\(field):\(problem.reason.kind)")
  }

  mutating func add(_ notice: ProfileNotice, _ place: String) {
    add("\(notice)", place, isNotice: true, kind: "notice:\(notice.field.rawValue):\(notice.reason.kind)")
  }

  private mutating func add(_ text: String, _ place: String, isNotice: Bool, kind name: String) {
    order += 1
    var kind = kinds.removeValue(forKey: name) ?? Kind()
    kind.count += 1
    if kind.count <= Self.most {
      kind.findings.append((order, .init(place: place, text: text, isNotice: isNotice, count: 1)))
    } else if kind.count == Self.most + 1 {
      kind.findings = [kind.findings[0]]
    }
    kinds[name] = kind
  }

  /// In the order of the roster.
  var findings: [RosterOverview.Finding] {
    kinds.values.flatMap { kind in
      guard kind.count > Self.most else { return kind.findings }
      var first = kind.findings[0]
      first.finding.count = kind.count
      return [first]
    }
    .sorted { $0.order < $1.order }.map(\.finding)
  }

  /// The same as lines.
  var lines: [String] { findings.map(\.line) }
}
