/// A path as its folder and its name.
struct FilePlace {
  let folder: String
  /// Empty when the path ends in a slash.
  let name: String

  init(_ path: String) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    name = String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...])
  }
}
