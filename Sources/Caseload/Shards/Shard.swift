import Advising
import SafeFiles

/// One of several shares into which a roster is parted, so that as many processes can work on it, on machines that know nothing
/// of each other.
///
/// Which share a row belongs to depends on its id alone, in small letters: whoever runs a share again, anywhere, gets the
/// same clients, and two rows with one id meet. A row without an id goes by its line.
public struct Shard: Sendable, Equatable {
  /// From 1.
  public let number: Int
  /// Of all shares.
  public let count: Int

  /// More shares than this are refused.
  public static let most = 10_000

  /// The variables by which a scheduler tells a task its number, and the first number that each gives.
  private static let variables = [("SLURM_ARRAY_TASK_ID", 1), ("JOB_COMPLETION_INDEX", 0)]

  /// - Parameters:
  ///   - text: `3/16`; or `auto/16`, for the number that a scheduler gives its task.
  ///   - variable: a variable of the environment; nil for none.
  public init(_ text: String, variable: (String) -> String?) throws(ExportFailure) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let count = Self.number(parts[1]), (1...Self.most).contains(count) else {
      throw Self.unreadable(text)
    }
    self.count = count
    if parts[0] == "auto" {
      number = try Self.automatic(of: count, variable)
      return
    }
    guard let number = Self.number(parts[0]), (1...count).contains(number) else {
      throw Self.unreadable(text)
    }
    self.number = number
  }

  init(number: Int, of count: Int) { (self.number, self.count) = (number, count) }

  /// `part-3-of-16`.
  package var name: String { "part-\(number)-of-\(count)" }

  /// The rows that are its own.
  var share: RosterShare {
    RosterShare { [self] id, line in has(id: id, line: line) }
  }

  /// - Parameter id: nil for a row that has none.
  func has(id: String?, line: Int) -> Bool {
    let place = id.map { ClientIDs.key($0) % UInt64(count) } ?? UInt64(line - 1) % UInt64(count)
    return place == UInt64(number - 1)
  }

  private static func automatic(
    of count: Int, _ variable: (String) -> String?
  ) throws(ExportFailure) -> Int {
    let set = variables.compactMap { name, first in
      variable(name).map { (name: name, first: first, text: $0) }
    }
    guard let only = set.first else {
      throw .usage(
        "--shard auto/\(count): neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set; give the number "
          + "itself, as in --shard 1/\(count)")
    }
    guard set.count == 1 else {
      throw .usage(
        "--shard auto/\(count): both SLURM_ARRAY_TASK_ID and JOB_COMPLETION_INDEX are set; give the number itself, as "
          + "in --shard 1/\(count)")
    }
    let last = only.first + count - 1
    guard let index = number(only.text), (only.first...last).contains(index) else {
      throw .usage(
        "--shard auto/\(count): \(only.name) is \"\(only.text.visible)\", and \(only.first) to \(last) are allowed; "
          + (only.first == 1 ? "submit with --array=1-\(count)" : "set completions to \(count)"))
    }
    return index - only.first + 1
  }

  private static func unreadable(_ text: String) -> ExportFailure {
    .usage(
      "--shard \"\(text.visible)\": give a number and how many there are, such as 3/16 or auto/16, of at most \(most)"
    )
  }

  /// Digits alone, without a zero in front: one share has one spelling.
  private static func number(_ text: String) -> Int? {
    guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      String(number) == text
    else { return nil }
    return number
  }

  /// The share whose part has this name, and what follows the name; nil for another.
  static func named(_ name: String) -> (shard: Shard, ending: String)? {
    guard name.hasPrefix("part-") else { return nil }
    let base = name.prefix { $0 != "." }
    let parts = base.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[2] == "of", let number = Self.number(parts[1]),
      let count = Self.number(parts[3]), (1...most).contains(count), (1...count).contains(number)
    else { return nil }
    return (Shard(number: number, of: count), String(name.dropFirst(base.count)))
  }
}
