import Advising
import CareerData
import SafeFiles

/// Reads client profiles from files and checks them against a dataset.
public struct ProfileLoader: Sendable {
  /// A profile is a page of JSON. A file that is larger is another one, and its problems could be millions.
  package static let largestBytes = 1 << 20

  private let reader: ProfileReader

  public init(dataset: CareerDataset) { reader = ProfileReader(dataset: dataset) }

  /// - Parameter path: a JSON file; `-` is standard input.
  /// - Throws: every problem of the profile at once.
  public func load(_ path: String) throws(ExportFailure) -> ProfileReader.Reading {
    try read(InputFile.read(path, largestBytes: Self.largestBytes, takesPipes: true), path: path)
  }

  /// - Parameter path: what messages call the profile.
  package func read(_ bytes: [UInt8], path: String) throws(ExportFailure) -> ProfileReader.Reading {
    do { return try reader.read(json: bytes) } catch {
      throw .badData(path: Self.name(of: path), problems: error.problems.map(\.description))
    }
  }

  /// The profile without the names of people; see ``ClientProfile/redacted()``.
  ///
  /// - Parameter path: where the profile was read from.
  public static func redacted(_ profile: ClientProfile, path: String) throws(ExportFailure) -> ClientProfile {
    do { return try profile.redacted() } catch {
      throw .badData(path: name(of: path), problems: [error.description])
    }
  }

  /// The name of a path in a message.
  public static func name(of path: String) -> String { path == "-" ? "standard input" : path }
}
