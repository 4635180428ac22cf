import CExpat
import Glibc

/// What a well-formed XML text holds, as far as a check needs it.
struct XMLOutline: Equatable {
  /// How often each of the elements that were asked for stands in the text.
  let counts: [String: Int]
  /// The attributes of those of them that were asked for, in the order of the text.
  let attributes: [[String: String]]

  /// Why a text is not well-formed.
  struct Malformed: Error, Equatable {
    /// From 1.
    let line: Int
    let reason: String
  }

  /// Reads the text to its end.
  ///
  /// - Parameters:
  ///   - counting: names of elements to count, with their prefix as it stands.
  ///   - attributesOf: names of elements whose attributes are kept.
  init(of bytes: [UInt8], counting: Set<String> = [], attributesOf: Set<String> = []) throws(Malformed) {
    // expat.h, XML_ParserCreate: "Constructs a new parser"; NULL when there is no memory.
    guard let parser = XML_ParserCreate(nil) else { throw Malformed(line: 0, reason: "out of memory") }
    defer { XML_ParserFree(parser) }
    let tally = Tally(counting: counting, attributesOf: attributesOf)
    XML_SetUserData(parser, Unmanaged.passUnretained(tally).toOpaque())
    // Most parts are only parsed; a handler would be called for each of their elements.
    if !counting.isEmpty || !attributesOf.isEmpty { Self.setHandler(parser) }
    // expat.h, XML_Parse: "Returns XML_STATUS_ERROR if a fatal error is detected. The last call to XML_Parse must
    // have isFinal true".
    let status = withExtendedLifetime(tally) {
      bytes.withUnsafeBytes {
        XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: $0.count), 1)
      }
    }
    guard status == XML_STATUS_OK, bytes.count <= Int32.max else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "malformed"
      throw Malformed(line: Int(XML_GetCurrentLineNumber(parser)), reason: reason)
    }
    counts = tally.counts
    self.attributes = tally.attributes
  }

  fileprivate static func setHandler(_ parser: XML_Parser) {
    // expat.h: "atts is array of name/value pairs, terminated by 0; names and values are 0 terminated."
    XML_SetStartElementHandler(parser) { userData, name, attributes in
      guard let userData, let name else { return }
      Unmanaged<Tally>.fromOpaque(userData).takeUnretainedValue().start(name, attributes)
    }
  }
}

extension XMLOutline {
  /// A text that comes in pieces.
  final class Reading {
    private let parser: XML_Parser
    private let tally: Tally
    private var malformed: Malformed?

    /// Nil when there is no memory.
    init?(counting: Set<String>) {
      guard let parser = XML_ParserCreate(nil) else { return nil }
      self.parser = parser
      tally = Tally(counting: counting, attributesOf: [])
      XML_SetUserData(parser, Unmanaged.passUnretained(tally).toOpaque())
      if !counting.isEmpty { XMLOutline.setHandler(parser) }
    }

    /// False when the rest need not be read.
    func read(_ piece: UnsafeRawBufferPointer, isLast: Bool = false) -> Bool {
      let bytes = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      let status = withExtendedLifetime(tally) {
        XML_Parse(parser, bytes, Int32(clamping: piece.count), isLast ? 1 : 0)
      }
      if status != XML_STATUS_OK, malformed == nil {
        let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "malformed"
        malformed = Malformed(line: Int(XML_GetCurrentLineNumber(parser)), reason: reason)
      }
      return malformed == nil
    }

    func finish() -> Result<XMLOutline, Malformed> {
      if malformed == nil { _ = read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }
      if let malformed { return .failure(malformed) }
      return .success(XMLOutline(counts: tally.counts, attributes: []))
    }

    deinit { XML_ParserFree(parser) }
  }
}

/// Gathers while expat reads.
private final class Tally {
  /// The names that are looked for, as C strings: a worksheet has thousands of elements, and few of them count.
  private let counted: [[CChar]]
  private let kept: [[CChar]]
  private var numbers: [Int]
  var attributes: [[String: String]] = []

  init(counting: Set<String>, attributesOf: Set<String>) {
    counted = counting.sorted().map { Array($0.utf8CString) }
    kept = attributesOf.map { Array($0.utf8CString) }
    numbers = counted.map { _ in 0 }
  }

  var counts: [String: Int] {
    let found = zip(counted, numbers).filter { $0.1 > 0 }
    return Dictionary(
      uniqueKeysWithValues: found.map {
        (String(decoding: $0.0.dropLast().map(UInt8.init), as: UTF8.self), $0.1)
      })
  }

  func start(_ name: UnsafePointer<CChar>, _ cAttributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    for index in counted.indices where strcmp(counted[index], name) == 0 { numbers[index] += 1 }
    guard kept.contains(where: { strcmp($0, name) == 0 }), var next = cAttributes else { return }
    var pairs: [String: String] = [:]
    while let key = next[0], let value = next[1] {
      pairs[String(cString: key)] = String(cString: value)
      next += 2
    }
    attributes.append(pairs)
  }
}
