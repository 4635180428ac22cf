/// A picture in the PNG format, for a logo.
public struct PNGImage: Sendable, Equatable {
  /// The file.
  public let bytes: [UInt8]
  /// In pixels.
  public let width: Int
  public let height: Int
  /// Pixels in an inch, across and down; nil where the file does not say.
  public let density: Density?

  public struct Density: Sendable, Equatable {
    public let across: Double
    public let down: Double
  }

  /// In bytes; a logo needs far less.
  public static let largestSize = 1 << 20
  /// In pixels, for width and height.
  public static let largestSide = 4_000

  /// Reads the chunks of the file, not the pixels.
  ///
  /// - Throws: why a report cannot use the picture.
  public init(bytes: [UInt8]) throws(PNGProblem) {
    guard bytes.count <= Self.largestSize else { throw .tooLarge }
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { throw .notPNG }
    guard let header = Self.headerOfWholeFile(bytes) else { throw .cutShort }
    guard (1...Self.largestSide).contains(header.width), (1...Self.largestSide).contains(header.height) else {
      throw .badSides
    }
    self.bytes = bytes
    width = header.width
    height = header.height
    density = header.density
  }

  private struct Header {
    let width: Int
    let height: Int
    var density: Density?
  }

  /// The sides of the picture, when the chunks follow one another from `IHDR` to `IEND`, which ends the file.
  private static func headerOfWholeFile(_ bytes: [UInt8]) -> Header? {
    func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    var header: Header?
    var place = 8
    // A chunk is its length, its name, its content and its checksum.
    while place + 12 <= bytes.count {
      let length = number(at: place)
      let name = bytes[(place + 4)..<(place + 8)]
      let end = place + 12 + length
      guard end <= bytes.count else { return nil }
      if header == nil {
        guard name.elementsEqual("IHDR".utf8), length == 13 else { return nil }
        header = Header(width: number(at: place + 8), height: number(at: place + 12))
      }
      // Pixels in a meter, when the unit is 1.
      if name.elementsEqual("pHYs".utf8), length == 9, bytes[place + 16] == 1 {
        let (across, down) = (number(at: place + 8), number(at: place + 12))
        if across > 0, down > 0 {
          header?.density = Density(across: Double(across) * 0.0254, down: Double(down) * 0.0254)
        }
      }
      if name.elementsEqual("IEND".utf8) { return end == bytes.count ? header : nil }
      place = end
    }
    return nil
  }
}

/// Why a report cannot use a picture.
public enum PNGProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case notPNG, cutShort, badSides, tooLarge

  public var description: String {
    switch self {
    case .notPNG: "the file is not a PNG picture; save the logo as PNG"
    case .cutShort: "the PNG picture is cut short or damaged; save the logo again"
    case .badSides:
      "the picture must be 1 to \(PNGImage.largestSide) pixels wide and high; make the logo smaller"
    case .tooLarge: "the file must not be above \(PNGImage.largestSize) bytes; make the logo smaller"
    }
  }
}
