/// A record that one of two datasets has alone, or that both have with another content.
public struct RecordDifference: Sendable, Equatable {
  public enum Change: String, Sendable, CaseIterable {
    case added, removed, changed
  }

  /// A number of a figure.
  public struct Amount: Sendable, Equatable {
    /// `low`, `value` or `high`.
    public let column: String
    /// Nil when there is none.
    public let old: Double?
    public let new: Double?

    /// The new number less the old one; nil when one of them is missing, or the difference too great for a Double.
    public var difference: Double? {
      guard let old, let new, (new - old).isFinite else { return nil }
      return new - old
    }

    /// The difference in percent of the old number; nil without a difference or when that is 0.
    public var percent: Double? {
      guard let old, old != 0, let difference else { return nil }
      let percent = difference / abs(old) * 100
      return percent.isFinite ? percent : nil
    }
  }

  /// A cell that is no number of a figure.
  public struct Field: Sendable, Equatable {
    public let column: String
    /// As the file has it; nil when there is no value.
    public let old: String?
    public let new: String?
  }

  /// The name of the resource: `pay`.
  public let table: String
  /// The values of the table's key, with a comma between several.
  public let key: String
  public let change: Change
  /// `USD/year`, `percent`, …; nil for a record that is no figure.
  public let unit: String?
  /// The numbers that differ, of a figure; those that there are, of one that was added or removed.
  public let amounts: [Amount]
  /// The other cells that differ, in the order of the columns, without the key.
  public let fields: [Field]

  /// The greatest of the percentages, without its sign; nil when there is none.
  public var greatestPercent: Double? { amounts.compactMap(\.percent).map(\.magnitude).max() }
}
