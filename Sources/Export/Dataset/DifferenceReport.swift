import CareerData
import SafeFiles

/// What changed between two datasets, as a command prints it.
public struct DifferenceReport: Sendable {
  let difference: DatasetDifference

  /// - Throws: what is wrong with the first of the two that cannot be read.
  public init(from old: DatasetInput, to new: DatasetInput) throws(ExportFailure) {
    // Each of them once alone, for a message that names the right one.
    for input in [old, new] {
      do { _ = try DatasetReader.read(input.files) } catch {
        throw DatasetLoader.failure(error, path: input.name)
      }
    }
    do { difference = try DatasetDifference(from: old.files, to: new.files) } catch {
      throw DatasetLoader.failure(error, path: new.name)
    }
  }

  init(_ difference: DatasetDifference) { self.difference = difference }

  /// The changes of name, title and version, and of the content.
  var identityFields: [(column: String, old: String, new: String)] {
    let (old, new) = (difference.old, difference.new)
    return [
      ("name", old.name, new.name), ("title", old.title, new.title), ("version", old.version, new.version),
      ("content_sha256", old.contentHash, new.contentHash),
    ].filter { $0.1 != $0.2 }
  }
}
