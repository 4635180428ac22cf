/// Why nothing could be exported: data first, words in one place. No case holds a client's name or notes.
public enum ExportFailure: Error, Sendable, Equatable {
  /// A file or folder that is not there or cannot be read.
  case missingInput(path: String, reason: String)
  /// Input that was read and is wrong; each line names a place, what is wrong and what to do.
  case badData(path: String, problems: [String])
  /// An output folder or file that cannot be made.
  case cannotCreate(path: String, reason: String)
  /// Writing failed after it had begun: a full disk, a broken device.
  case writeFailed(path: String, reason: String)
  /// The wrong words on the command line that only Export can know.
  case usage(String)

  /// The exit code of the command, as sysexits.h names them.
  public var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .badData: 65
    case .missingInput: 66
    case .cannotCreate: 73
    case .writeFailed: 74
    }
  }

  /// Lines for standard error, each whole: `FILE: FIELD: what is wrong; what to do`.
  public var lines: [String] {
    switch self {
    case .usage(let text): [text]
    case .missingInput(let path, let reason):
      ["\(path): cannot be read (\(reason)); check the path and the permissions"]
    case .badData(let path, let problems): problems.map { "\(path): \($0)" }
    case .cannotCreate(let path, let reason):
      ["\(path): cannot be created (\(reason)); choose a folder you may write to with --output"]
    case .writeFailed(let path, let reason):
      ["\(path): writing failed (\(reason)); free some space or choose another folder; no file was changed"]
    }
  }
}
