import CXlsxPackaging
import CXlsxWriter
import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a workbook says of itself.
struct WorkbookProperties: Sendable, Equatable {
  let title: WorkbookText
  let subject: WorkbookText
  let author: WorkbookText
  let company: WorkbookText
  let keywords: WorkbookText
  let comments: WorkbookText
  /// Seconds since 1970-01-01 00:00 UTC; not 0, which the library takes for "now".
  let created: Int
}

/// A workbook being written, in memory.
///
/// Sheets are borrowed: a ``Worksheet`` lives as long as the closure that fills it.
struct Workbook: ~Copyable {
  private let handle: WorkbookHandle
  private let formats: FormatCache

  /// - Parameter branding: the colors of the styles that have no color of their own.
  init(branding: Branding) throws(WorkbookError) {
    try LibraryVersion.check()
    guard let pointer = workbook_new(pathbook_in_memory) else {
      throw WorkbookError(library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "workbook_new")
    }
    handle = WorkbookHandle(pointer)
    formats = FormatCache(of: pointer, branding: branding)
  }

  func setProperties(_ properties: WorkbookProperties) throws(WorkbookError) {
    let arena = CStringArena()
    var fields = lxw_doc_properties()
    fields.title = arena.copy(properties.title)
    fields.subject = arena.copy(properties.subject)
    fields.author = arena.copy(properties.author)
    fields.company = arena.copy(properties.company)
    fields.keywords = arena.copy(properties.keywords)
    fields.comments = arena.copy(properties.comments)
    fields.created = time_t(properties.created)
    // workbook.h: "If you wish to create files that are binary equivalent (for the same input data) then you
    // should set this creation date/time to a known value". It is written in UTC (gmtime). The library copies
    // the fields.
    let code = withExtendedLifetime(arena) { workbook_set_properties(handle.pointer, &fields) }
    try WorkbookError.check(code, "workbook_set_properties")
  }

  /// Adds a sheet after the others and lets the body fill it.
  func addWorksheet(
    named name: SheetName, _ body: (inout Worksheet) throws -> Void
  ) throws {
    // workbook.h: "The worksheet name must be a valid Excel worksheet name …"; workbook_validate_sheet_name
    // says why not, where workbook_add_worksheet only returns NULL.
    try WorkbookError.check(
      workbook_validate_sheet_name(handle.pointer, name.text), "workbook_validate_sheet_name", sheet: name)
    guard let pointer = workbook_add_worksheet(handle.pointer, name.text) else {
      throw WorkbookError(
        library: LXW_ERROR_MEMORY_MALLOC_FAILED, operation: "workbook_add_worksheet", sheet: name)
    }
    var sheet = Worksheet(name: name, pointer: pointer, workbook: handle.pointer, formats: formats)
    try body(&sheet)
  }

  /// Frees the workbook, also when it throws.
  ///
  /// - Returns: the bytes of the workbook's file.
  consuming func close() throws(WorkbookError) -> [UInt8] {
    var package = pathbook_package()
    try WorkbookError.check(handle.close(into: &package), "workbook_close")
    defer { free(package.bytes) }
    return Array(UnsafeBufferPointer(start: package.bytes, count: package.count))
  }
}

/// Owns the library's workbook and frees it once, closed or not.
///
/// Not private: Swift 6.3.1 then ends with "Global is external, but doesn't have external or weak linkage" when tests that
/// see inside this module are optimized.
struct WorkbookHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<lxw_workbook>

  init(_ pointer: UnsafeMutablePointer<lxw_workbook>) { self.pointer = pointer }

  // workbook.h: "The workbook_close() function closes a Workbook object, writes the Excel file to disk, frees any
  // memory allocated internally to the Workbook and frees the object itself." It frees on failure too.
  consuming func close(into package: inout pathbook_package) -> lxw_error {
    let pointer = pointer
    discard self
    return lxw_error(rawValue: UInt32(pathbook_close_in_memory(pointer, &package)))
  }

  // lxw_workbook_free is what workbook_close calls last; it frees the sheets, formats and charts with it.
  deinit { lxw_workbook_free(pointer) }
}

/// Owns the C strings that the fields of libxlsxwriter's structs point to.
///
/// The fields are `char *`. The library copies what it keeps, so the arena must live until the call returns:
/// keep it alive with `withExtendedLifetime`.
final class CStringArena {
  private var strings: [UnsafeMutablePointer<CChar>] = []

  deinit {
    for string in strings { string.deallocate() }
  }

  /// A copy of the text with a final zero.
  func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    strings.append(copy)
    return copy
  }

  func copy(_ text: WorkbookText) -> UnsafeMutablePointer<CChar> { copy(text.string) }
}

/// Runs the body with the numbers of the C locale on this thread.
///
/// Debian's libxlsxwriter prints numbers with `printf("%.16G")`. In a program that has called `setlocale` this
/// may write `0,5`, which no reader takes as a number.
func withPlainNumbers<Result>(_ body: () throws -> Result) rethrows -> Result {
  // newlocale(3): returns 0 on error; the locale object is freed with freelocale.
  guard let plain = newlocale(Int32(1) << Int32(LC_NUMERIC), "C", nil) else { return try body() }
  // uselocale(3): sets the locale of the calling thread and returns the one before.
  let previous = uselocale(plain)
  defer {
    uselocale(previous)
    freelocale(plain)
  }
  return try body()
}
