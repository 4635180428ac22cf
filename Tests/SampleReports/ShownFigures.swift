import Foundation

/// The numbers that people read in a part of a report: `$84,640`, `+84.0%`, `38th`.
public struct ShownNumbers {
  private let shown: [(magnitude: Double, step: Double)]

  public init(_ text: String) {
    shown = text.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/).compactMap { match in
      let digits = match.output.0.replacing(",", with: "")
      let fraction = match.output.1.map { $0.count - 1 } ?? 0
      // The worth of the last digit.
      return Double(digits).map { ($0, pow(10, -Double(fraction))) }
    }
  }

  /// True when a number was shown, at the precision at which it was shown.
  public func has(_ number: Double) -> Bool {
    shown.contains { abs($0.magnitude - abs(number)) <= 0.5 * $0.step + 1e-9 }
  }
}

/// A number of the CSV, and where people read it.
public struct ShownFigure: CustomStringConvertible {
  public let number: Double
  /// The sections of the report that may show it.
  public let sections: [String]
  public let description: String

  /// Measures that only the CSV has: they restate in dollars what the tables say in percent, or say that a number
  /// does not exist.
  private static let onlyInCSV: Set<String> = [
    "difference_from_national_median", "key_finding", "pay_not_published", "cost_not_published",
    "pay_full_time_hourly", "pay_stated", "hours_per_week", "duration", "experience", "next_step_due",
  ]

  /// The numbers of a row of the CSV that people read.
  public static func all(of row: [String: String]) -> [ShownFigure] {
    let measure = row["measure"] ?? ""
    guard !onlyInCSV.contains(measure) else { return [] }
    // What the best paid earn is no row of a table, so that nothing is set beside it there.
    let columns =
      measure == "pay_top" ? ["value"] : ["low", "value", "high", "difference", "difference_percent"]
    let section = row["section"] ?? ""
    return columns.compactMap { column in
      guard let exact = Double(row[column] ?? "") else { return nil }
      return ShownFigure(
        // What pay buys is said in hundreds: "about $53,900".
        number: measure == "buying_power" ? (exact / 100).rounded() * 100 : exact,
        // In the appendix, but for what page one says.
        sections: [section, "\(section)_all"] + (section == "summary" ? ["page_one"] : []),
        description: "\(section) \(row["item_id"] ?? "") \(measure) \(column) \(exact)")
    }
  }
}
