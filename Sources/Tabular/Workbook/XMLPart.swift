import CExpat
import Glibc

/// Reads a part of a workbook piece by piece. What its elements mean, a subclass knows.
package class XMLPart {
  private(set) var failure: WorkbookReadingError?
  /// True when nothing of the rest is needed.
  private(set) var isFinished = false
  private let parser: XML_Parser
  private let name: String
  private var fedBytes = 0
  /// Elements that have begun and not ended; the parser keeps the names of them all.
  private var depth = 0

  /// - Parameter name: the path in the workbook, for messages.
  init(_ name: String) throws(WorkbookReadingError) {
    // expat.h, XML_ParserCreate: "Constructs a new parser"; NULL when there is no memory.
    guard let parser = XML_ParserCreate(nil) else {
      throw WorkbookReadingError(.malformedXML, found: "out of memory")
    }
    self.parser = parser
    self.name = name
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    // expat.h: "atts is array of name/value pairs, terminated by 0; names and values are 0 terminated."
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let part = XMLPart.of(data), part.enter() else { return }
        part.start(XMLName(name), XMLAttributes(attributes))
      },
      { data, name in
        guard let name, let part = XMLPart.of(data) else { return }
        part.depth -= 1
        part.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      XMLPart.of(data)?.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let part = XMLPart.of(data) else { return }
      part.fail(WorkbookReadingError(.documentType))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next piece.
  /// - Returns: false when nothing of the rest is needed.
  final func read(_ chunk: UnsafeRawBufferPointer, isLast: Bool = false) throws(WorkbookReadingError) -> Bool
  {
    guard !isFinished else { return false }
    fedBytes += chunk.count
    // expat.h, XML_Parse: "Returns XML_STATUS_ERROR if a fatal error is detected. The last call to XML_Parse must
    // have isFinal true"; XML_StopParser makes it return the same.
    let bytes = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, bytes, Int32(clamping: chunk.count), isLast ? 1 : 0)
    if let failure { throw failure }
    if isFinished { return false }
    guard status == XML_STATUS_OK else { throw malformed() }
    // A tag that has not ended yet is held by the parser as a whole.
    guard isLast || fedBytes - Int(XML_GetCurrentByteIndex(parser)) <= WorkbookLimits.tagBytes else {
      throw WorkbookReadingError(.tooLong(limit: WorkbookLimits.tagBytes))
    }
    return true
  }

  /// Ends the part.
  final func finish() throws(WorkbookReadingError) {
    _ = try read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  /// False, with an error, when there are too many elements inside one another.
  private func enter() -> Bool {
    depth += 1
    if depth > WorkbookLimits.depth { fail(WorkbookReadingError(.tooDeep(limit: WorkbookLimits.depth))) }
    return depth <= WorkbookLimits.depth
  }

  private func malformed() -> WorkbookReadingError {
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "malformed"
    return WorkbookReadingError(
      .malformedXML, found: "\(name), line \(XML_GetCurrentLineNumber(parser)): \(reason)")
  }

  // MARK: For subclasses

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// Ends the parsing with an error; the first one counts.
  final func fail(_ error: WorkbookReadingError) {
    guard failure == nil else { return }
    failure = error
    stop()
  }

  final func stop() {
    isFinished = true
    // expat.h, XML_StopParser: "Stops parsing, causing XML_Parse() … to return. Must be called from within a
    // call-back handler"; a few handlers may still be called.
    XML_StopParser(parser, 0)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLPart? {
    data.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// The name of an element, without the prefix of its namespace; valid during the call of a handler.
struct XMLName {
  /// Terminated by 0.
  let local: UnsafePointer<CChar>

  /// - Parameter name: as it stands in the text; `x:row` is `row`.
  init(_ name: UnsafePointer<CChar>) {
    // Cells and values have names of one letter, and there are millions of them.
    guard name[0] != 0, name[1] != 0, let colon = strchr(name, 0x3A) else {
      local = name
      return
    }
    local = UnsafePointer(colon) + 1
  }

  /// Whether this is the name; a letter is compared as a letter.
  func isLetter(_ letter: Unicode.Scalar) -> Bool {
    local[0] == CChar(truncatingIfNeeded: letter.value) && local[1] == 0
  }

  func equals(_ name: StaticString) -> Bool {
    // A static string ends with a 0 too.
    strcmp(local, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// The attributes of an element; valid during the call of a handler.
struct XMLAttributes: Sequence, IteratorProtocol {
  private var rest: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    rest = pairs
  }

  mutating func next() -> (name: XMLName, value: UnsafePointer<CChar>)? {
    guard let pair = rest, let name = pair[0], let value = pair[1] else { return nil }
    rest = pair + 2
    return (XMLName(name), value)
  }

  /// The text of an attribute.
  subscript(name: StaticString) -> String? {
    for attribute in self where attribute.name.equals(name) { return String(cString: attribute.value) }
    return nil
  }
}
