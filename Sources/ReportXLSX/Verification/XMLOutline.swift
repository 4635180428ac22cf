import CExpat
import Glibc

/// What a well-formed XML text holds, as far as a check needs it: of a part in memory ``PartScanner`` says it, of a text
/// that comes in pieces ``Reading``.
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

  fileprivate static func setHandler(_ parser: XML_Parser) {
    // expat.h: names "are 0 terminated".
    XML_SetStartElementHandler(parser) { userData, name, _ in
      guard let userData, let name else { return }
      Unmanaged<Tally>.fromOpaque(userData).takeUnretainedValue().start(name)
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
      tally = Tally(counting: counting)
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
  private var numbers: [Int]

  init(counting: Set<String>) {
    counted = counting.sorted().map { Array($0.utf8CString) }
    numbers = counted.map { _ in 0 }
  }

  var counts: [String: Int] {
    let found = zip(counted, numbers).filter { $0.1 > 0 }
    return Dictionary(
      uniqueKeysWithValues: found.map {
        (String(decoding: $0.0.dropLast().map(UInt8.init), as: UTF8.self), $0.1)
      })
  }

  func start(_ name: UnsafePointer<CChar>) {
    for index in counted.indices where strcmp(counted[index], name) == 0 { numbers[index] += 1 }
  }
}
