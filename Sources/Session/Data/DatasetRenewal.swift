import AdvisingReport
import CareerData
import Caseload
import Export
import SafeFiles

/// A dataset with the figures of files that were dropped, before it is taken over: a copy in a private folder, and what it
/// would change.
struct DatasetRenewal: Sendable {
  /// For whom of the clients in the folder the advice changes.
  struct Affected: Sendable {
    var count: Int
    var clients: Int
    /// Files in the folder that are no clients by the new dataset, with the reasons.
    var problems: [String]
    /// The report on them, whole in itself.
    var page: [UInt8]
  }

  /// The datasets in use, as `--dataset` takes them, and which of them is renewed.
  let names: [String]
  let place: Int
  /// The files that were dropped, in their order.
  private(set) var files: [String] = []
  /// What the import said.
  private(set) var lines: [String] = []
  private(set) var isChanged = false
  /// The renewed copy.
  private(set) var draft = ""
  /// What changes, for a person and as CSV.
  private(set) var difference: [String] = []
  private(set) var differenceTable: [UInt8] = []
  /// What the check says of the renewed dataset.
  private(set) var check: [String] = []
  /// Nil where the folder has no clients, or nothing changes.
  private(set) var affected: Affected?
  let folder: UnfinishedFolder

  /// - Parameters:
  ///   - names: the datasets in use; none for the shipped one.
  ///   - place: of the one to renew among them, from 0.
  init(_ names: [String], place: Int, in own: PrivateFolder) throws(ExportFailure) {
    self.names = Self.single(names)
    self.place = self.names.indices.contains(place) ? place : 0
    do throws(SystemError) { folder = try UnfinishedFolder(in: own.path) } catch {
      throw error.creating(own.path)
    }
  }

  /// The datasets in use, one name each: a folder may hold several.
  static func single(_ names: [String]) -> [String] {
    names.isEmpty ? [DatasetLoader.defaultName] : names.flatMap(DatasetLoader.datasets)
  }

  var name: String { names[place] }

  /// The datasets in use with a new one in the place of the old.
  func names(with path: String) -> [String] {
    var names = names
    names[place] = path
    return names
  }

  /// The renewal with one file more. All files are imported together into a fresh copy, so that their order does not matter
  /// and the version is raised once.
  ///
  /// - Parameters:
  ///   - fileName: as the person's file is called; it may tell the period of its figures.
  ///   - language: of the report on the clients.
  /// - Throws: why the file cannot be imported; it is not kept then.
  func adding(_ fileName: String, _ bytes: [UInt8], _ desk: Desk, _ language: SessionLanguage)
    throws(ExportFailure) -> DatasetRenewal
  {
    var new = self
    let fileName = Self.plain(fileName)
    new.files = files.filter { $0 != fileName } + [fileName]
    let number = (Int(draft.split(separator: "-").last ?? "") ?? 0) + 1
    new.draft = "\(folder.path)/draft-\(number)"
    let path = filesPrefix + fileName
    let former = files.contains(fileName) ? try InputFile.read(path) : nil
    do throws(ExportFailure) {
      try OutputFolder.write(bytes, to: path)
      try new.renew(desk, language)
    } catch {
      FolderTree.removeAll(new.draft)
      FolderTree.removeAll(path)
      if let former { try OutputFolder.write(former, to: path) }
      throw new.told(error)
    }
    if !draft.isEmpty { FolderTree.removeAll(draft) }
    return new
  }

  private mutating func renew(_ desk: Desk, _ language: SessionLanguage) throws(ExportFailure) {
    _ = try DatasetPlace.create(draft, DatasetLoader.files(folder: name))
    let paths = files.map { filesPrefix + $0 }
    let result = try DatasetImporter(files: paths, period: nil).renewed(draft, soc: nil)
    lines = (result.lines + result.notices).map(plain)
    isChanged = result.isChanged
    let report = try DifferenceReport(from: DatasetInput(folder: name), to: DatasetInput(folder: draft))
    let template = try desk.template("standard", language)
    difference = report.lines(style: template.report.style)
    differenceTable = report.csv
    check = DatasetCheckReport(try DatasetInput(folder: draft), asOf: desk.clock().day).lines
    affected = isChanged ? try affected(desk, template) : nil
  }

  private func affected(_ desk: Desk, _ template: LoadedTemplate) throws(ExportFailure) -> Affected? {
    guard try !desk.clients.list().isEmpty else { return nil }
    let language = template.report.language
    let exporter = AffectedExporter(
      old: ReportInputs(datasets: try DatasetShelf(names, language: language), template: template),
      new: ReportInputs(
        datasets: try DatasetShelf(names(with: draft), language: language), template: template))
    let path = desk.clients.path
    var problems: [String] = []
    let result = try exporter.compare(RosterFile(path), date: desk.clock().day) { line in
      problems.append(line.hasPrefix("\(path): ") ? String(line.dropFirst(path.count + 2)) : line)
    }
    var options = ReportExporter.Options()
    options.formats = [.html]
    let page = try exporter.exporter(options).files(for: result.report).first?.bytes ?? []
    return Affected(count: result.affected, clients: result.clients, problems: problems, page: page)
  }

  // MARK: - Words

  /// A failure in words with the names that the person knows.
  private func told(_ failure: ExportFailure) -> ExportFailure {
    .usage(failure.lines.map(plain).joined(separator: "\n"))
  }

  private func plain(_ line: String) -> String {
    // The copy stands for the dataset itself.
    line.replacing(draft, with: name).replacing(filesPrefix, with: "")
  }

  private var filesPrefix: String { "\(folder.path)/files/" }

  /// A name that is one of a single file in the folder, whatever was sent.
  private static func plain(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let kept = last.unicodeScalars.map { scalar -> Character in
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || "._-".unicodeScalars.contains(scalar)
      return isPlain ? Character(scalar) : "_"
    }
    let text = String(String(kept).drop { $0 == "." }.suffix(100))
    return text.isEmpty ? "file" : text
  }
}
