import Calculation

/// People's words for the codes of figures, which the CSV keeps as they are.
public struct FigureWords: Sendable, Equatable {
  /// By ``key(_:)`` of the code.
  private let measures: [String: String]
  private let statistics: [String: String]
  private let units: [Unit: String]

  public init(measures: [String: String], statistics: [String: String], units: [Unit: String]) {
    self.measures = measures
    self.statistics = statistics
    self.units = units
  }

  /// What is measured. A code without words, such as a measure of a dataset's own, is written with spaces.
  public func measure(_ code: String) -> String { Self.words(code, measures) }

  public func statistic(_ code: String) -> String { Self.words(code, statistics) }

  public func unit(_ unit: Unit) -> String { units[unit] ?? unit.rawValue }

  private static func words(_ code: String, _ words: [String: String]) -> String {
    // Nearly every code is its own key, and a report has thousands.
    words[code] ?? words[key(code)] ?? String(code.map { $0 == "_" ? " " : $0 })
  }

  /// `count_rounded` of `count (rounded)`: what a template calls a code.
  private static func key(_ code: String) -> String {
    code.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
  }
}
