import ShippedFiles

/// The scripts of a page, which are files of their own.
enum PageScript {
  /// The script as it stands in the page, marked so that the page can be read as XML too.
  static func text(_ name: String) -> String { "/*<![CDATA[*/\n\(file(name))/*]]>*/" }

  private static func file(_ name: String) -> String {
    for index in 0..<shipped_file_count()
    where String(cString: shipped_file_name(index)) == "scripts/\(name)" {
      let bytes = UnsafeBufferPointer(start: shipped_file_bytes(index), count: shipped_file_length(index))
      return String(decoding: bytes, as: UTF8.self)
    }
    preconditionFailure("the script is part of the binary")
  }
}
