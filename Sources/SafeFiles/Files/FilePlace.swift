/// A path as its folder and its name.
package struct FilePlace {
  package let folder: String
  /// Empty when the path ends in a slash.
  package let name: String

  package init(_ path: String) {
    // By bytes, as the system does: a letter may be joined with a slash before it.
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    name = String(path[(slash.map { path.utf8.index(after: $0) } ?? path.startIndex)...])
  }
}
