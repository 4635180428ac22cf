import ReportModel

/// A figure that CSV cannot hold.
public struct CSVReportError: Error, Equatable, CustomStringConvertible {
  public let section: String
  public let itemID: String
  public let measure: String
  /// The column of the number that is not finite.
  public let column: String

  public var description: String {
    "section \(section), item \(itemID), measure \(measure): \(column) is not a finite number; "
      + "leave the number out or correct the data it is calculated from"
  }
}
