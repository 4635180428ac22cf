/// A sentence or a phrase whose numbers are still numbers.
///
/// ```swift
/// let sentence = Prose([.text("The median is "), .value(.quantity(median)), .text(".")])
/// ```
public struct Prose: Sendable, Equatable, ExpressibleByStringLiteral {
  public enum Run: Sendable, Equatable {
    case text(String)
    case value(Value)
  }

  public let runs: [Run]

  public init(_ runs: [Run]) { self.runs = runs }
  public init(_ text: String) { runs = text.isEmpty ? [] : [.text(text)] }
  public init(stringLiteral text: String) { self.init(text) }

  public var isEmpty: Bool { runs.isEmpty }

  /// The values inside, in reading order.
  public var values: [Value] {
    runs.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }

  /// The sentences one after another, `separator` between them.
  public static func joined(_ parts: [Prose], separator: String) -> Prose {
    Prose(Array(parts.map(\.runs).joined(separator: [.text(separator)])))
  }
}
