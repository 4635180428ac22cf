import SafeFiles

/// The files over a whole caseload, written row by row from those of its parts.
final class MergedFiles {
  private let tree: OutputTree
  private let manifest: MergedFile
  private let rejects: MergedFile?
  private let csv: MergedFile?
  /// How the rejected rows of a workbook are written; nil for other forms.
  private let workbook: RejectWorkbook?

  /// Begins them, with what stands above their rows.
  init(_ readers: [PartReader], in tree: OutputTree) throws(ExportFailure) {
    self.tree = tree
    for reader in readers where reader.run != readers[0].run {
      throw PartReader.damaged(reader.part, "its \(Manifest.name) begins in another way")
    }
    manifest = try MergedFile(Manifest.name, in: tree)
    try manifest.append((readers.first?.run ?? []) + [0x0A])
    workbook = readers.lazy.compactMap(\.workbook).first
    rejects = try Self.file(RejectList.name, readers.compactMap(\.rejectsStart).first, in: tree)
    csv = try Self.file(BatchWriter.csvName, readers.compactMap(\.csvStart).first, in: tree)
  }

  private static func file(
    _ name: String, _ start: [UInt8]?, in tree: OutputTree
  ) throws(ExportFailure) -> MergedFile? {
    guard let start else { return nil }
    let file = try MergedFile(name, in: tree)
    try file.append(start)
    return file
  }

  /// - Parameter part: the name of the part that the row is in.
  func add(_ row: PartReader.MergedRow, part: String) throws(ExportFailure) {
    // The line is an object, and the name has nothing to escape.
    try manifest.append(row.line.dropLast() + Array(",\"part\":\"\(part)\"}\n".utf8))
    try (row.isRejected ? rejects : csv)?.append(row.bytes)
  }

  /// Gives them their names.
  func finish() throws(ExportFailure) {
    var files = [try manifest.finished()]
    if let csv { files.append(try csv.finished()) }
    if let rejects, workbook == nil { files.append(try rejects.finished()) }
    if let rejects, let workbook {
      let path = "\(tree.unfinished)/\(RejectWorkbook.name)"
      try workbook.write(try rejects.flushed(), to: path, in: tree)
      files.append(.init(temporary: path, path: RejectWorkbook.name))
    }
    try tree.finish(files)
  }
}

/// One of them, written in pieces of some size.
private final class MergedFile {
  private static let size = 1 << 18

  private let name: String
  private let file: AppendFile
  private var waiting: [UInt8] = []

  init(_ name: String, in tree: OutputTree) throws(ExportFailure) {
    self.name = name
    file = try AppendFile("\(tree.unfinished)/merged-\(name)", shownAs: "\(tree.root)/\(name)")
  }

  func append(_ bytes: [UInt8]) throws(ExportFailure) {
    waiting += bytes
    if waiting.count >= Self.size { try flush() }
  }

  private func flush() throws(ExportFailure) {
    try file.append(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// With all that was added.
  func flushed() throws(ExportFailure) -> AppendFile {
    try flush()
    return file
  }

  func finished() throws(ExportFailure) -> OutputTree.Unfinished {
    .init(temporary: try flushed().path, path: name)
  }
}
