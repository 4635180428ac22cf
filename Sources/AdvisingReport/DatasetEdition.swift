import Advising
import CareerData

/// A dataset that can be had by its name, and the time of its wages.
public struct DatasetEdition: Sendable, Equatable {
  /// `medical-coding-2025`
  public var datasetName: String
  /// The occupation that it is about.
  public var socCode: String
  /// The last day of the period of its national wages.
  public var lastDay: CalendarDate

  public init(datasetName: String, socCode: String, lastDay: CalendarDate) {
    self.datasetName = datasetName
    self.socCode = socCode
    self.lastDay = lastDay
  }

  /// The newest edition with later wages of the same occupation; nil when there is none, or the report's wages are not
  /// dated.
  static func newest(of editions: [DatasetEdition], than advice: Advice) -> DatasetEdition? {
    guard let lastDay = advice.staleness?.source.lastDay else { return nil }
    return editions.filter { $0.socCode == advice.dataset.occupation.socCode && $0.lastDay > lastDay }
      .max { $0.lastDay < $1.lastDay }
  }
}
