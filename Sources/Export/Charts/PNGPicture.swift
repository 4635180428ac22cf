import CPicture
import Glibc
import SafeFiles

/// Pictures of charts, drawn by librsvg, which is loaded when the first is asked for.
enum PNGPicture {
  /// Why there is no picture.
  enum Failure: Error, Equatable {
    /// A library is not there; the words of the system name it.
    case noLibrary(String)
    /// librsvg does not take the document.
    case badSVG(String)
    /// A side of more pixels than cairo draws: 32,767.
    case tooLarge
    case noMemory
    case refused(String)
  }

  /// - Parameters:
  ///   - svg: a whole document.
  ///   - scale: pixels of the picture for each of the document. A pixel of the document is 1/96 inch, as everywhere in
  ///     SVG, and the picture says so: at scale 2 it has 192 pixels in an inch.
  static func bytes(svg: String, scale: Double) throws(Failure) -> [UInt8] {
    var svg = svg
    var picture: UnsafeMutablePointer<UInt8>?
    var length = 0
    var reason = [CChar](repeating: 0, count: 200)
    let result = svg.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { bytes in
        pathbook_png(bytes.baseAddress, bytes.count, scale, &picture, &length, &reason)
      }
    }
    let words = String(
      decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard Int(result) == Int(PATHBOOK_PICTURE_DRAWN), let picture else { throw Failure(result, words) }
    defer { free(picture) }
    return PNGDensity(pixelsPerInch: 96 * scale)
      .added(to: Array(UnsafeBufferPointer(start: picture, count: length)))
  }
}

extension PNGPicture.Failure {
  fileprivate init(_ result: Int32, _ words: String) {
    self =
      switch Int(result) {
      case Int(PATHBOOK_PICTURE_NO_LIBRARY): .noLibrary(words)
      case Int(PATHBOOK_PICTURE_BAD_SVG): .badSVG(words)
      case Int(PATHBOOK_PICTURE_TOO_LARGE): .tooLarge
      case Int(PATHBOOK_PICTURE_NO_MEMORY): .noMemory
      default: .refused(words)
      }
  }

  /// What was wrong, and one remedy.
  var exportFailure: ExportFailure {
    let words =
      switch self {
      case .noLibrary(let found):
        "a library is missing (\(found)); install librsvg (on Debian: apt-get install librsvg2-2 "
          + "fonts-dejavu-core), or use --format svg"
      case .badSVG(let found): "librsvg cannot draw the chart (\(found)); use --format svg"
      case .tooLarge:
        "the picture is wider or higher than 32767 pixels; use a smaller --scale, --width or --height"
      case .noMemory:
        "there is not enough memory for the picture; use a smaller --scale, or --format svg"
      case .refused(let found): "the picture cannot be made (\(found)); use --format svg"
      }
    return .notRendered(path: "PNG", reason: words)
  }
}

/// How many pixels of a picture make an inch, so that a page shows it in the size of the chart.
struct PNGDensity: Equatable {
  /// PNG counts in meters.
  let pixelsPerMeter: Int

  init(pixelsPerInch: Double) { pixelsPerMeter = Int((pixelsPerInch / 0.0254).rounded()) }

  /// Puts the density into a PNG file that says none: a chunk `pHYs` behind the header.
  func added(to png: [UInt8]) -> [UInt8] {
    // The signature, and the chunk IHDR with its 13 bytes, which is always the first.
    let headerEnd = 8 + 12 + 13
    guard png.count > headerEnd else { return png }
    return png[..<headerEnd] + chunk + png[headerEnd...]
  }

  private var chunk: [UInt8] {
    let side = Self.bytes(UInt32(clamping: pixelsPerMeter))
    let content = Array("pHYs".utf8) + side + side + [1]
    return Self.bytes(9) + content + Self.bytes(Self.checksum(content))
  }

  /// The most significant byte first.
  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The CRC-32 of the PNG specification, appendix D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return ~sum
  }
}
