/// How many clients wait for the disk together: so many that waiting takes little of the time, and so few that little is
/// lost when the power goes.
struct GroupPace {
  /// Seconds of work between two waits.
  private static let seconds = 1.5
  private static let smallest = 8

  private let jobs: Int
  private let largest: Int
  private var secondsPerRow = 0.05

  /// - Parameter largest: the most clients of a group.
  init(jobs: Int, largest: Int = 512) {
    self.jobs = jobs
    self.largest = largest
  }

  /// - Parameter rowsLeft: of the roster; the last groups are small, so that all jobs end together. Nil when unknown.
  func size(rowsLeft: Int?) -> Int {
    let wanted = Int(Self.seconds / secondsPerRow)
    let fair = rowsLeft.map { max(1, $0 / (jobs * 2)) } ?? .max
    return min(max(min(wanted, fair), Self.smallest), largest)
  }

  mutating func took(_ seconds: Double, rows: Int) {
    guard rows > 0 else { return }
    secondsPerRow = max(seconds / Double(rows), 1e-5)
  }
}
