import Glibc
import ReportWriters
import SafeFiles

/// The compiler of PDFs: Typst, as `pathbook setup pdf` installs it for a user, else a command of this name on the `PATH`.
///
/// The installed one works as a process beside this one, which is started with the first document and takes all that
/// follow; as many at a time as there are cores. The command is run once for each document.
struct TypstCompiler: Sendable {
  private enum Kind {
    /// A Python that has Typst as a package.
    case package(TypstWorker.Start)
    case command(TypstCommand)
  }

  private let kind: Kind
  let fonts: PDFFonts

  /// - Throws: what is missing, and the one command that installs it.
  init() throws(ExportFailure) {
    let families = PDFFontFiles.found(in: Self.folder.map { ["\($0)/fonts"] } ?? [])
    guard !families.isEmpty else {
      throw .missingProgram(
        reason: "--format pdf needs the font \(PDFFontFiles.families[0].name), which is not installed; "
          + Self.remedy)
    }
    let fontFiles = families.flatMap(\.paths)
    if let python = Self.python {
      kind = .package(TypstWorker.Start(python: python, fontFiles: fontFiles))
    } else if let command = Self.command {
      kind = .command(try TypstCommand(command, fontFiles: fontFiles))
    } else {
      throw .missingProgram(
        reason: "--format pdf needs the compiler Typst, which is not installed; \(Self.remedy)")
    }
    fonts = PDFFonts(families.map(\.family))
  }

  /// Whether there is one, as far as it shows without starting it.
  static var isThere: Bool { python != nil || command != nil }

  private static var folder: String? { UserFolders.data.map { "\($0)/\(TypstInstallation.folderName)" } }

  private static var python: String? {
    folder.flatMap { UserFolders.program("python3", in: ["\($0)/bin"]) }
  }

  private static var command: String? { UserFolders.program("typst", in: UserFolders.path) }

  private static let remedy =
    "run \"pathbook setup pdf\" once, or take another --format: all others work without it"

  /// - Throws: ``ExportFailure/notRendered(path:reason:)`` when the document or its template is the trouble.
  func pdf(_ document: TypstDocument) throws(ExportFailure) -> [UInt8] {
    switch kind {
    case .package(let start):
      switch try TypstWorkers.shared.answer(to: document, start) {
      case .pdf(let bytes): return bytes
      case .refused(let refusal): throw refusal.failure(document.name)
      }
    case .command(let command):
      return try command.pdf(document)
    }
  }
}

/// What Typst has against a document.
struct TypstRefusal: Equatable {
  /// In the template, from 1; nil where it is not of the template.
  let line: Int?
  private let words: String

  /// - Parameters:
  ///   - line: in the document; 0 for none.
  ///   - message: of Typst.
  init(line: Int, message: String) {
    let line = line - TypstDocument.linesBefore
    self.line = line > 0 ? line : nil
    words = Self.withoutQuotations(message)
  }

  func failure(_ name: String) -> ExportFailure {
    let place = line.map { "\(TypstTemplate.fileName), line \($0)" } ?? TypstTemplate.fileName
    return .notRendered(
      path: name, reason: "\(place): \(words); correct the template, or take --template standard")
  }

  /// A message may quote what a template took from the report: a name, a note. What stands in quotation marks is cut
  /// out, and what a template says itself is not repeated at all.
  private static func withoutQuotations(_ message: String) -> String {
    let line = message.prefix { !$0.isNewline }
    if line.hasPrefix("panicked") { return "panicked" }
    if line.hasPrefix("assertion failed") { return "assertion failed" }
    var result = ""
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      result += index % 2 == 0 ? String(part) : "\"…\""
    }
    let short = result.prefix(160)
    return short.isEmpty ? "Typst refuses it" : "\(short)"
  }
}

/// The files of the fonts that `pathbook setup pdf` installs, and no others: the same report has the same bytes everywhere.
enum PDFFontFiles {
  struct Found {
    let family: PDFFonts.Family
    let paths: [String]
  }

  /// The first is for most of the text, and must be there.
  static let families: [(name: String, files: [String])] = [
    ("DejaVu Sans", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]),
    // Chinese, Japanese, Korean.
    ("WenQuanYi Micro Hei", ["wqy-microhei.ttc"]),
  ]

  /// Where Debian has them.
  private static let systemFolders = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/wqy"]

  /// - Parameter folders: to look into before those of the system.
  /// - Returns: the families of which every file is there; none without the first.
  static func found(in folders: [String]) -> [Found] {
    var found: [Found] = []
    for (name, files) in families {
      let paths = files.compactMap { file -> String? in
        let places = (folders + systemFolders).map { "\($0)/\(file)" }
        return places.first { access($0, R_OK) == 0 }
      }
      let contents = paths.compactMap { try? InputFile.read($0) }
      guard contents.count == files.count else {
        if found.isEmpty { return [] }
        continue
      }
      found.append(Found(family: PDFFonts.Family(name: name, files: contents), paths: paths))
    }
    return found
  }
}

/// The command `typst`, run once for a document. The document comes through a pipe, and so does the PDF.
struct TypstCommand: Sendable {
  private let path: String
  private let scratch: ScratchFolder
  /// Empty: what a template can read, and where packages would be.
  private let root: String
  /// The fonts, and no others.
  private let fontFolder: String

  init(_ path: String, fontFiles: [String]) throws(ExportFailure) {
    self.path = path
    scratch = try ScratchFolder()
    (root, fontFolder) = try scratch.folders(linkingTo: fontFiles)
  }

  func pdf(_ document: TypstDocument) throws(ExportFailure) -> [UInt8] {
    do throws(ChildProcess.Failure) {
      let process = try ChildProcess(
        path, arguments(document), environment: Self.environment, patience: TypstWorker.patience)
      // It ends early over a wrong option, and says so by its exit code.
      let isTaken = (try? process.send(document.source)) != nil
      process.endInput()
      var pdf: [UInt8] = []
      while case let bytes = try process.receive(atMost: 1 << 18), !bytes.isEmpty { pdf += bytes }
      guard isTaken, process.hasSucceeded() else { throw ChildProcess.Failure.ended }
      return pdf
    } catch {
      switch error {
      case .notStarted(let cause):
        throw .missingProgram(
          reason: "\(path): cannot be started (\(cause.reason)); run \"pathbook setup pdf\"")
      case .silent:
        throw .notRendered(
          path: document.name,
          reason: "typst took longer than a minute; correct the template, or take --template standard")
      case .ended:
        throw .notRendered(
          path: document.name,
          reason: "\(path) refused the document; it must be version 0.14 or later. "
            + "Run \"pathbook setup pdf\", whose compiler says which line of the template is wrong"
        )
      }
    }
  }

  private func arguments(_ document: TypstDocument) -> [String] {
    [
      "compile", "--root", root, "--package-path", root, "--package-cache-path", root, "--font-path",
      fontFolder,
      "--ignore-system-fonts", "--ignore-embedded-fonts", "--pdf-standard", "ua-1", "--creation-timestamp",
      "\(document.madeAt)",
      "--jobs", "1", "--format", "pdf", "-", "-",
    ]
  }

  /// A proxy that is not there: a template that asks for a package gets none.
  private static var environment: [String] {
    TypstWorker.environment
      + ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap { name in
        [name, name.lowercased()].map { "\($0)=http://127.0.0.1:9" }
      }
  }
}
