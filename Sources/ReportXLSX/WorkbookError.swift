#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why there is no workbook. It names places, never what stands in a cell.
public struct WorkbookError: Error, Sendable, Equatable {
  public enum Cause: Sendable, Equatable {
    /// libxlsxwriter refused or failed: its `lxw_error` number and its words for it.
    case library(code: Int, message: String)
    /// The operating system refused: its `errno` and what it was asked about.
    case system(errno: Int32, path: String)
    /// The finished file is not whole: the part inside it, and what is wrong with it. libxlsxwriter 1.1.4 reports
    /// success when its temporary directory is full.
    case damaged(part: String, reason: String)
    /// The system has another version of libxlsxwriter than this program was made with; as `LXW_VERSION_ID`.
    case version(found: Int, known: Int)
    /// A report has more than a sheet can hold.
    case limit(name: String, maximum: Int)
  }

  public let cause: Cause
  /// The call that failed, by the name of its C function where there is one.
  public let operation: String
  public let sheet: String?
  /// As Excel writes it: `C12`.
  public let cell: String?

  public init(_ cause: Cause, operation: String, sheet: String? = nil, cell: String? = nil) {
    self.cause = cause
    self.operation = operation
    self.sheet = sheet
    self.cell = cell
  }
}

extension WorkbookError {
  /// Whether the scratch directory is the trouble, and not what the report holds; a workbook that is damaged may be
  /// either's.
  public var isOfScratchDirectory: Bool {
    switch cause {
    case .system: true
    case .library(let code, _): Self.codesOfPlace.contains(code)
    case .damaged, .version, .limit: false
    }
  }
}

extension WorkbookError: CustomStringConvertible {
  public var description: String {
    let place = sheet.map { sheet in
      cell.map { ": the cell \($0) of the sheet '\(sheet)'" } ?? ": the sheet '\(sheet)'"
    }
    let start = "the workbook could not be written\(place ?? "")"
    let remedy =
      isOfScratchDirectory
      ? "the scratch directory must exist, be writable and have room"
      : "leave out the format xlsx, and report this"
    switch cause {
    case .library(_, let message):
      let words = message.hasSuffix(".") ? String(message.dropLast()) : message
      return "\(start) (\(words)); \(remedy)"
    case .system(let errno, let path):
      return "\(start): \(path) (\(String(cString: strerror(errno)))); \(remedy)"
    case .damaged(let part, let reason):
      return "the finished workbook is damaged and was thrown away: \(part): \(reason); "
        + "the scratch directory may be full: free some room and run again"
    case .version(let found, let known):
      return "\(start): libxlsxwriter \(Self.dotted(found)) is installed, and this pathbook needs "
        + "\(Self.dotted(known)); install that version, or leave out the format xlsx"
    case .limit(let name, let maximum):
      return "\(start): more than \(maximum) \(name); leave out the format xlsx"
    }
  }

  /// `1.1.4` for 114.
  private static func dotted(_ version: Int) -> String {
    String(version).map(String.init).joined(separator: ".")
  }
}
