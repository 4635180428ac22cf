import Glibc

/// Files for readers that want one; in memory, and gone after use.
enum ScratchFile {
  struct Failure: Error {}

  /// Gives the path of a file that ends with `suffix`.
  static func at<Result>(
    _ bytes: [UInt8], suffix: String, _ body: (String) throws -> Result
  ) throws -> Result {
    try open(bytes, suffix: suffix) { path, _ in
      defer { unlink(path) }
      return try body(path)
    }
  }

  /// Gives the descriptor of a file without a name.
  static func descriptor<Result>(_ bytes: [UInt8], _ body: (Int32) throws -> Result) throws -> Result {
    try open(bytes, suffix: "") { path, descriptor in
      unlink(path)
      return try body(descriptor)
    }
  }

  /// Gives the path of a folder that is the owner's alone.
  static func folder<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("\(base)/pathbook-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    let path = text(template)
    defer { rmdir(path) }
    return try body(path)
  }

  private static var base: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/dev/shm" }

  private static func text(_ template: [CChar]) -> String {
    String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func open<Result>(
    _ bytes: [UInt8], suffix: String, _ body: (String, Int32) throws -> Result
  ) throws -> Result {
    var template = Array("\(base)/pathbook-fuzz-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { throw Failure() }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure() }
      rest = rest.dropFirst(count)
    }
    return try body(text(template), descriptor)
  }
}
