/// A reader of files that strangers hand over, with what it promises about them: the fuzzer runs it with inputs that it
/// invents, the tests with those in `Tests/Fuzz/Corpus`.
public struct FuzzTarget: Sendable, CustomStringConvertible {
  /// What became of an input.
  public enum Verdict: Sendable { case accepted, refused }

  /// The word after `Fuzz`, and the folder of its inputs.
  public let name: String
  /// In bytes: the fuzzer makes none longer, so that the reader's limits of size stay out of its way.
  public let longestInput: Int
  private let check: @Sendable ([UInt8]) throws -> Verdict

  init(
    _ name: String, longestInput: Int = 1 << 12, _ check: @escaping @Sendable ([UInt8]) throws -> Verdict
  ) {
    self.name = name
    self.longestInput = longestInput
    self.check = check
  }

  /// Reads an input and holds the reader to its promises.
  ///
  /// - Throws: a ``BrokenPromise``, or an error that the reader must not have.
  @discardableResult
  public func run(_ input: [UInt8]) throws -> Verdict { try check(input) }

  public var description: String { name }

  /// Every target; a new one is a file in this folder, a line here, and inputs.
  public static let all: [FuzzTarget] = [
    .profile, .csvRoster, .ndjsonRoster, .csv, .dataset, .yamlTemplate, .textTemplate, .pageTemplate, .zip,
    .oews, .oewsWorkbook, .projections, .onet, .png, .manifest,
  ]

  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// A reader did not do what it says.
public struct BrokenPromise: Error, CustomStringConvertible {
  public let description: String
}

/// - Throws: a ``BrokenPromise`` in the words of `promise` when it does not hold.
func promise(_ promise: @autoclosure () -> String, _ holds: Bool) throws(BrokenPromise) {
  guard holds else { throw BrokenPromise(description: promise()) }
}
