import CPicture
import Glibc

/// Pictures of charts, drawn by librsvg, which is loaded when the first is asked for.
enum PNGPicture {
  /// - Parameters:
  ///   - svg: a whole document.
  ///   - scale: pixels of the picture for each of the document.
  static func bytes(svg: String, scale: Double) throws(ExportFailure) -> [UInt8] {
    var svg = svg
    var picture: UnsafeMutablePointer<UInt8>?
    var length = 0
    var reason = [CChar](repeating: 0, count: 200)
    let result = svg.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { bytes in
        pathbook_png(bytes.baseAddress, bytes.count, scale, &picture, &length, &reason)
      }
    }
    guard result == 0, let picture else {
      let words = reason.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      let remedy =
        result == 1
        ? "install librsvg (on Debian: apt-get install librsvg2-2 fonts-dejavu-core), or take --format svg"
        : "take --format svg, or a smaller --scale"
      throw .notRendered(path: "PNG", reason: "\(words); \(remedy)")
    }
    defer { free(picture) }
    return Array(UnsafeBufferPointer(start: picture, count: length))
  }
}
