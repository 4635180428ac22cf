import SafeFiles

/// Where the files over a part can be read.
enum PartFiles {
  /// The part itself when it is a folder; of an archive a folder of the attempt, into which they are unpacked.
  static func folder(
    of part: DonePart, in folder: String, attempt: AttemptFolder
  ) throws(ExportFailure) -> String {
    let path = "\(folder)/\(part.part)"
    guard part.part != part.shard.name else { return path }
    let unpacked = "\(attempt.path)/\(part.shard.name)"
    _ = try OutputFolder(path: unpacked)
    let wanted = Dictionary(
      uniqueKeysWithValues: part.files.filter { DonePart.isWholeFile($0.name) }.map { ($0.name, $0.bytes) })
    do throws(ExportFailure) { try UnpackedFiles.write(wanted, of: path, into: unpacked) } catch {
      guard case .badData(_, let problems) = error else { throw error }
      throw PartReader.damaged(part, problems.joined(separator: "; "))
    }
    return unpacked
  }
}
