import Advising
import CareerData
import Export
import SafeFiles

/// Reads a whole roster and tells what is wrong with it; nothing is written.
public struct RosterCheck: Sendable {
  public struct Result: Sendable, Equatable {
    public var good = 0
    public var bad = 0
    /// Columns that are no part of a profile.
    public var extraColumns: [String] = []
  }

  private let dataset: CareerDataset

  public init(dataset: CareerDataset) { self.dataset = dataset }

  /// - Parameter tell: gets a line for each problem and each notice, in the order of the roster, and one for a kind of
  ///   which there are more than ``ProblemDigest/most``.
  public func check(_ roster: RosterFile, tell: (String) -> Void) throws(ExportFailure) -> Result {
    var stream = try RosterStream(roster, dataset: dataset)
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
