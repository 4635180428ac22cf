import Glibc

/// Why nothing could be exported: data first, words in one place. No case holds a client's name or notes.
public enum ExportFailure: Error, Sendable, Equatable {
  /// A file or folder that is not there or cannot be read.
  case missingInput(path: String, reason: String)
  /// A program that a format needs is not installed. The reason says what to do.
  case missingProgram(reason: String)
  /// What was to be fetched cannot be, or is something else. The reason says what to do.
  case unavailable(reason: String)
  /// Reading failed after it had begun: a broken device.
  case readFailed(path: String, reason: String)
  /// Input that was read and is wrong; each line names a place, what is wrong and what to do.
  case badData(path: String, problems: [String])
  /// An output folder or file that cannot be made.
  case cannotCreate(path: String, reason: String)
  /// A dataset that cannot be written where it should be.
  case datasetNotWritten(path: String, reason: String)
  /// A folder in which no temporary files can be made.
  case noScratch(path: String, reason: String)
  /// A format's writer cannot write this report: one client's failure. The reason says what to do.
  case notRendered(path: String, reason: String)
  /// Writing failed after it had begun: a full disk, or a broken device.
  case writeFailed(path: String, reason: String, isFull: Bool = false)
  /// Standard output is closed or its device is full.
  case printFailed(reason: String)
  /// A mistake on the command line that only shows when the command runs.
  case usage(String)

  /// The exit code of the command, as sysexits.h names them.
  public var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .badData: 65
    case .missingInput, .missingProgram: 66
    case .unavailable: 69
    case .cannotCreate, .datasetNotWritten, .noScratch: 73
    case .readFailed, .notRendered, .writeFailed, .printFailed: 74
    }
  }

  /// Whether there was no room for what was written.
  public var isFullDisk: Bool {
    if case .writeFailed(_, _, isFull: true) = self { true } else { false }
  }

  /// Lines for standard error, each whole: `FILE: FIELD: what is wrong; what to do`.
  public var lines: [String] { lines(assurance: "; no file was changed") }

  /// The lines of a batch, which has written files by then.
  public var linesOfBatch: [String] { lines(assurance: "") }

  private func lines(assurance: String) -> [String] {
    switch self {
    case .usage(let text), .missingProgram(let text), .unavailable(let text): [text]
    case .missingInput(let path, let reason):
      ["\(shown(path)): cannot be read (\(reason)); check the path and the permissions"]
    case .readFailed(let path, let reason):
      ["\(shown(path)): reading failed (\(reason)); copy it to another disk and give that"]
    case .badData(let path, let problems): problems.map { "\(shown(path)): \($0)" }
    case .cannotCreate(let path, let reason):
      ["\(path): cannot be created (\(reason)); choose a folder you may write to with --output"]
    case .datasetNotWritten(let path, let reason):
      ["\(shown(path)): the dataset cannot be written (\(reason)); nothing was changed"]
    case .noScratch(let path, let reason):
      ["\(path): temporary files cannot be written here (\(reason)); set TMPDIR to a folder you may write to"]
    case .notRendered(let path, let reason):
      ["\(path): \(reason)\(assurance)"]
    case .writeFailed(let path, let reason, _):
      ["\(path): writing failed (\(reason)); free some space or choose another folder\(assurance)"]
    case .printFailed(let reason):
      ["standard output: writing failed (\(reason)); check where the output goes"]
    }
  }

  /// The failure with another path in place of a hidden one, and of what is in it.
  package func showing(_ shown: String, insteadOf hidden: String) -> ExportFailure {
    func path(_ path: String) -> String {
      path == hidden || path.hasPrefix(hidden + "/") ? shown + path.dropFirst(hidden.count) : path
    }
    return switch self {
    case .readFailed(let place, let reason): .readFailed(path: path(place), reason: reason)
    case .cannotCreate(let place, let reason): .cannotCreate(path: path(place), reason: reason)
    case .notRendered(let place, let reason): .notRendered(path: path(place), reason: reason)
    case .writeFailed(let place, let reason, let isFull):
      .writeFailed(path: path(place), reason: reason, isFull: isFull)
    default: self
    }
  }

  /// What a writer threw, as the failure of the file it was to make.
  package static func notRendered(_ path: String, _ error: any Error) -> ExportFailure {
    error as? ExportFailure ?? .notRendered(path: path, reason: words(of: error))
  }

  /// The description of an error. One without a description would be shown as the name of its type, which says nothing to
  /// a person.
  package static func words(of error: any Error) -> String {
    isWorded(error)
      ? "\(error)" : "Pathbook failed with an error that it cannot describe; report what you did"
  }

  private static func isWorded<Failure: Error>(_ error: Failure) -> Bool {
    Failure.self is any CustomStringConvertible.Type
  }

  /// An empty path would leave nothing to see.
  private func shown(_ path: String) -> String { path.isEmpty ? "\"\"" : path }
}

/// A failed system call: its `errno`.
package struct SystemError: Error, Equatable {
  package let code: Int32

  /// The error of the call that has just failed.
  package static var last: SystemError { SystemError(code: errno) }

  /// The system's words for it.
  package var reason: String { String(cString: strerror(code)) }

  /// True when the device is at fault, and not the place: no space, a quota, an I/O error.
  package var isDeviceFailure: Bool {
    [ENOSPC, EDQUOT, EIO, EFBIG].contains(code)
  }

  /// True when there is no room, or no more of it for this user.
  package var isFull: Bool { [ENOSPC, EDQUOT].contains(code) }

  /// True when another process has the lock.
  package var isLocked: Bool { code == EWOULDBLOCK }

  /// The failure to write what was begun.
  package func failure(of path: String) -> ExportFailure {
    .writeFailed(path: path, reason: reason, isFull: isFull)
  }

  /// The failure to make an output file or folder.
  package func creating(_ path: String) -> ExportFailure {
    isDeviceFailure
      ? failure(of: path) : .cannotCreate(path: path, reason: reason)
  }

  /// The failure to write a file, which may be one to make it.
  package func writing(_ path: String) -> ExportFailure {
    [EACCES, EPERM, ENOENT, ENOTDIR, EMFILE, ENFILE, EROFS].contains(code)
      ? creating(path) : failure(of: path)
  }

  /// The failure to make a folder for unfinished files.
  package func preparing(_ path: String) -> ExportFailure {
    isDeviceFailure ? failure(of: path) : .noScratch(path: path, reason: reason)
  }
}
