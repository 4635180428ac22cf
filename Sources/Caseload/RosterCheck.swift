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
    var stream = try RosterStream(roster, datasets: datasets)
    var result = Result()
    let name = ProfileLoader.name(of: roster.path)
    for note in stream.notesOfHeader { tell("\(name): \(note)") }
    var digest = ProblemDigest()
    while let row = try stream.nextRow() {
      let place = roster.place(of: row)
      switch row.outcome {
      case .client(let reading):
        result.good += 1
        for notice in reading.notices { digest.add(notice, place) }
      case .refused(let problems):
        result.bad += 1
        for problem in problems { digest.add(problem, place) }
      case .counted: break
      }
    }
    for line in digest.lines + stream.notesAtEnd { tell("\(name): \(line)") }
    result.extraColumns = stream.extraColumns
    return result
  }
}

/// The problems and notices of a roster as lines: one line each, except for a kind that recurs, which gets one line with
/// its count.
struct ProblemDigest {
  /// Lines of one kind that are given one by one.
  static let most = 20

  private struct Kind {
    var count = 0
    /// The first of them, as lines with their order among all.
    var lines: [(order: Int, text: String)] = []
    var first = ""
    var firstPlace = ""
  }

  private var kinds: [String: Kind] = [:]
  private var order = 0

  mutating func add(_ problem: ProfileProblem, _ place: String) {
    // Keys of JSON may be as many as there are rows.
    let field = problem.field.map { ProfileField(rawValue: $0)?.rawValue ?? "?" } ?? ""
    add("\(problem)", place, kind: "\(field):\(problem.reason.kind)")
  }

  mutating func add(_ notice: ProfileNotice, _ place: String) {
    add("\(notice)", place, kind: "\(notice.field.rawValue):\(notice.reason.kind)")
  }

  private mutating func add(_ text: String, _ place: String, kind name: String) {
    order += 1
    var kind = kinds.removeValue(forKey: name) ?? Kind()
    kind.count += 1
    if kind.count == 1 { (kind.first, kind.firstPlace) = (text, place) }
    if kind.count <= Self.most {
      kind.lines.append((order, "\(place): \(text)"))
    } else if kind.count == Self.most + 1 {
      kind.lines = [(kind.lines[0].order, "")]
    }
    kinds[name] = kind
  }

  /// In the order of the roster.
  var lines: [String] {
    kinds.values.flatMap { kind in
      guard kind.count > Self.most else { return kind.lines }
      return [
        (
          kind.lines[0].order,
          "\(kind.count) rows have a problem of this kind, the first in \(kind.firstPlace): \(kind.first)"
        )
      ]
    }
    .sorted { $0.order < $1.order }.map(\.text)
  }
}
