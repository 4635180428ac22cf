import ReportWriters
import SafeFiles

/// The compiler of PDFs as it is installed for a user: Typst and its fonts, in one folder. It is fetched when the user asks
/// for it; no other part of Pathbook uses a network.
///
/// The folder is made under another name, and takes its own when all is in it: what is there is whole.
package struct TypstInstallation: Sendable {
  /// In the user's folder for data.
  static let folderName = "pathbook/typst"

  package let folder: String
  /// What is installed, as a list for pip with versions and hashes. A copy of it lies in the folder.
  private let requirements: [UInt8]
  /// Which the installer gets: those of the user name proxies, certificates and a mirror of the index.
  private let variables: [String]
  private let programFolders: [String]

  /// - Throws: where the user has no folder for data.
  package init() throws(ExportFailure) {
    guard let data = UserFolders.data else {
      throw .usage(
        "HOME is not set, so there is no folder to install into; set it, or XDG_DATA_HOME, to a folder of yours"
      )
    }
    self.init(
      folder: "\(data)/\(Self.folderName)", requirements: ShippedFile.bytes("scripts/typst-requirements.txt"),
      variables: UserFolders.variables, programFolders: UserFolders.path)
  }

  /// - Parameter folders: where Python is looked for.
  init(folder: String, requirements: [UInt8], variables: [String], programFolders folders: [String]) {
    self.folder = folder
    self.requirements = requirements
    self.variables = variables
    programFolders = folders
  }

  /// Whether it is there, in this version, and runs: after an upgrade of the system its Python may be another one.
  package var isThere: Bool {
    let list = "\(folder)/requirements.txt"
    guard InputFile.isThere(list), (try? InputFile.read(list)) == requirements,
      let process = try? ChildProcess(
        "\(folder)/bin/python3", ["-I", "-c", "import typst"], environment: TypstWorker.environment,
        patience: TypstWorker.patience)
    else { return false }
    process.endInput()
    while let bytes = try? process.receive(atMost: 1 << 12), !bytes.isEmpty {}
    return process.hasSucceeded()
  }

  /// Installs it where it is not there yet; another version makes room for it.
  ///
  /// - Throws: what is missing or out of reach, and what to do. Then nothing has changed.
  package func install() throws(ExportFailure) {
    guard !isThere else { return }
    guard let python = UserFolders.program("python3", in: programFolders) else { throw Self.noPython }
    let fonts = PDFFontFiles.found(in: [])
    guard fonts.count == PDFFontFiles.families.count else { throw Self.noFonts }
    let place = FilePlace(folder)
    _ = try OutputFolder(path: place.folder)
    let hidden: UnfinishedFolder
    do throws(SystemError) { hidden = try UnfinishedFolder(in: place.folder) } catch {
      throw error.creating(place.folder)
    }
    defer { hidden.remove() }
    let new = "\(hidden.path)/\(place.name)"
    try fill(new, python: python, fontFiles: fonts.flatMap(\.paths))
    do throws(SystemError) { try hidden.giveAway(place.name, as: folder) } catch {
      throw error.creating(folder)
    }
  }

  private func fill(_ new: String, python: String, fontFiles: [String]) throws(ExportFailure) {
    let script = String(decoding: ShippedFile.bytes("scripts/typst-setup.py"), as: UTF8.self)
    let list = String(decoding: requirements, as: UTF8.self)
    var answer: [UInt8] = []
    do throws(ChildProcess.Failure) {
      let process = try ChildProcess(
        python, ["-I", "-c", script, new, list] + fontFiles, environment: variables, patience: Self.patience)
      while case let bytes = try process.receive(atMost: 1 << 12), !bytes.isEmpty { answer += bytes }
    } catch {
      switch error {
      case .notStarted(let cause):
        throw .missingProgram(
          reason: "\(python): cannot be started (\(cause.reason)); install python3-venv again")
      case .ended: break
      case .silent: throw Self.unreachable("it took longer than half an hour")
      }
    }
    let words = String(decoding: answer, as: UTF8.self).split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let rest = words.dropFirst().first.map { $0.trimming(while: \.isWhitespace) } ?? ""
    switch words.first {
    case "done": return
    case "venv": throw Self.noPython
    case "changed": throw Self.changed
    case "unreachable": throw Self.unreachable(rest)
    case "full": throw .writeFailed(path: folder, reason: "no space left", isFull: true)
    case "disk": throw .writeFailed(path: folder, reason: rest)
    default: throw Self.broken
    }
  }

  // MARK: - What can go wrong

  /// In seconds, for 34 MB through a slow line.
  private static let patience = 1_800

  /// All that it needs, so that one command is enough.
  private static let packages =
    "run \"sudo apt-get install python3-venv fonts-dejavu-core fonts-wqy-microhei\""

  private static let again = "then run \"pathbook setup pdf\" again; nothing was installed"

  private static let noPython = ExportFailure.missingProgram(
    reason: "setup pdf needs Python with venv, which is not installed; \(packages), \(again)")

  private static let noFonts = ExportFailure.missingProgram(
    reason:
      "setup pdf needs the fonts \(PDFFontFiles.families.map(\.name).joined(separator: " and ")), which are not "
      + "installed; \(packages), \(again)")

  private static let changed = ExportFailure.unavailable(
    reason:
      "the Python Package Index, or your mirror of it, has another file than the one that Pathbook knows by its hash; "
      + "ask your IT department about the mirror, \(again)")

  private static let broken = ExportFailure.unavailable(
    reason: "the compiler of PDFs does not run with this Python, as it was fetched; "
      + "take another --format, and report it; nothing was installed")

  private static func unreachable(_ reason: String) -> ExportFailure {
    .unavailable(
      reason: "the compiler of PDFs cannot be fetched from the Python Package Index (\(reason)); "
        + "check the connection, the proxy and pip's settings, \(again)")
  }
}

extension Substring {
  fileprivate func trimming(while isCut: (Character) -> Bool) -> String {
    String(drop(while: isCut).reversed().drop(while: isCut).reversed())
  }
}
