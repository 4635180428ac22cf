import ShippedFiles

/// The script of the what-if, which is a file of its own: `what-if.js`.
enum WhatIfScript {
  /// Marked so that the page can be read as XML too.
  static let text = "/*<![CDATA[*/\n\(file)/*]]>*/"

  private static let file: String = {
    for index in 0..<shipped_file_count()
    where String(cString: shipped_file_name(index)) == "scripts/what-if.js" {
      let bytes = UnsafeBufferPointer(start: shipped_file_bytes(index), count: shipped_file_length(index))
      return String(decoding: bytes, as: UTF8.self)
    }
    preconditionFailure("the script is part of the binary")
  }()
}
