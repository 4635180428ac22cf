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

  /// - Parameter tell: gets a line for each problem and each notice, in the order of the roster.
  public func check(_ roster: RosterFile, tell: (String) -> Void) throws(ExportFailure) -> Result {
    var stream = try RosterStream(roster, dataset: dataset)
    var result = Result()
    let name = ProfileLoader.name(of: roster.path)
    while let row = try stream.nextRow() {
      let place = roster.place(of: row)
      switch row.outcome {
      case .client(let reading):
        result.good += 1
        for notice in reading.notices { tell("\(name): \(place): \(notice)") }
      case .refused(let problems):
        result.bad += 1
        for problem in problems { tell("\(name): \(place): \(problem)") }
      case .counted: break
      }
    }
    result.extraColumns = stream.header?.extraColumns ?? []
    return result
  }
}
