import CXlsxWriter

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
