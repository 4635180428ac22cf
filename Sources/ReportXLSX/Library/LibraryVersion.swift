import CXlsxWriter

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
