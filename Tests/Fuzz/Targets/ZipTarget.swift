import CareerData
import Export
import SafeFiles
import Tabular
import Zip

extension FuzzTarget {
  /// What an archive unpacks to is as long as its directory says, packs and unpacks again to the same; a dataset in an
  /// archive is the same when it is packed anew.
  static let zip = FuzzTarget("zip") { input in
    let entries: [(name: String, bytes: [UInt8])]
    do throws(ZipError) { entries = try unpacked(input) } catch {
      try Messages.check(["\(error)"], about: input)
      _ = try packedDataset(input)
      return .refused
    }
    // libzip writes no archive without entries.
    if !entries.isEmpty, Set(entries.map(\.name)).count == entries.count,
      entries.allSatisfy({ isEntryName($0.name) })
    {
      let again = try unpacked(try ZipWriter.archive(entries))
      try promise(
        "what was packed unpacks to the same",
        again.elementsEqual(entries) { $0.name == $1.name && $0.bytes == $1.bytes })
    }
    guard let files = try packedDataset(input) else { return .accepted }
    let inOrder = files.inOrder.map { (name: $0.path, bytes: $0.bytes) }
    let again = try packedDataset(try ZipWriter.archive(inOrder))
    try promise("a packed dataset reads back equal", again == files)
    return .accepted
  }

  private static func unpacked(_ input: [UInt8]) throws(ZipError) -> [(name: String, bytes: [UInt8])] {
    let archive = try ZipReader(input)
    var entries: [(name: String, bytes: [UInt8])] = []
    for entry in try archive.entries() {
      let bytes = try archive.bytes(of: entry, atMost: 1 << 20)
      guard bytes.count == entry.size else {
        throw ZipError(reason: "the length of an entry is not the directory's")
      }
      entries.append((entry.name, bytes))
    }
    return entries
  }

  /// A name that libzip writes as it is: no folder, and no byte that it would take for another character set.
  static func isEntryName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasSuffix("/") && name.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Nil for an archive that is no dataset's.
  private static func packedDataset(_ input: [UInt8]) throws -> DatasetFiles? {
    try ScratchFile.at(input, suffix: ".zip") { path in
      do throws(ExportFailure) { return try DatasetLoader.files(folder: path) } catch {
        try Messages.check(error.lines, about: input)
        return nil
      }
    }
  }
}
