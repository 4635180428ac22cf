import ReportWriters
import SafeFiles

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
          reason: "\(path): cannot be started (\(cause.reason)); run \"make pdf\" in Pathbook's folder")
      case .silent:
        throw .notRendered(
          path: document.name,
          reason: "typst took longer than a minute; correct the template, or take --template standard")
      case .ended:
        throw .notRendered(
          path: document.name,
          reason: "\(path) refused the document; it must be version 0.14 or later. "
            + "Run \"make pdf\" in Pathbook's folder, whose compiler says which line of the template is wrong"
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
