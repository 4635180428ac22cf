import CXlsxWriter

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
    /// The finished file on disk is not whole: the part inside it, and what is wrong with it. libxlsxwriter 1.1.4
    /// reports success when its temporary directory is full.
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
  /// Whether a directory that was written to is the trouble, and not what the workbook holds.
  var isOfPlace: Bool {
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
      isOfPlace
      ? "the folder for temporary files must exist, be writable and have room"
      : "leave out the format xlsx, and report this"
    switch cause {
    case .library(_, let message):
      let words = message.hasSuffix(".") ? String(message.dropLast()) : message
      return "\(start) (\(words)); \(remedy)"
    case .system(let errno, let path):
      return "\(start): \(path) (\(String(cString: strerror(errno)))); \(remedy)"
    case .damaged(let part, let reason):
      return "the finished workbook is damaged and was thrown away: \(part): \(reason); "
        + "the disk may be full: free some room and run again"
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

extension WorkbookError {
  init(library code: lxw_error, operation: String, sheet: SheetName? = nil, cell: CellAddress? = nil) {
    // utility.h: "lxw_strerror(): Converts a libxlsxwriter error number to a string." The string is static.
    let message = lxw_strerror(code).map { String(cString: $0) } ?? ""
    self.init(
      .library(code: Int(code.rawValue), message: message), operation: operation, sheet: sheet?.text,
      cell: cell?.a1)
  }

  /// The codes for files that cannot be made, read or packed.
  static let codesOfPlace: Set<Int> = Set(
    [
      LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE,
      LXW_ERROR_READING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR,
      LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
    ].map { Int($0.rawValue) })

  /// Throws unless the library's return code says that all went well.
  static func check(
    _ code: lxw_error, _ operation: String, sheet: SheetName? = nil, cell: CellAddress? = nil
  ) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else {
      throw WorkbookError(library: code, operation: operation, sheet: sheet, cell: cell)
    }
  }
}

/// libxlsxwriter as it was compiled against and as it was loaded. `shim.h` of CXlsxWriter knows the insides of one
/// version; another one may keep them elsewhere.
enum LibraryVersion {
  /// Throws unless the loaded library is the one whose insides are known.
  ///
  /// - Parameter loaded: as `LXW_VERSION_ID`: 114 for 1.1.4.
  static func check(loaded: Int = Int(lxw_version_id())) throws(WorkbookError) {
    let known = Int(LXW_VERSION_ID)
    guard loaded == known else {
      throw WorkbookError(.version(found: loaded, known: known), operation: "lxw_version_id")
    }
  }
}
