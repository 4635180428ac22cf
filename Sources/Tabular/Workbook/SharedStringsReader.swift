/// Reads the part with the shared strings.
final class SharedStringsReader: XMLPart {
  private(set) var strings: SharedStrings
  private var isText = false
  /// Inside a reading aid of Japanese text, which is no part of the text.
  private var isPhonetic = false

  init(_ name: String, limits: SharedStrings.Limits) throws(WorkbookReadingError) {
    strings = SharedStrings(limits)
    try super.init(name)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isLetter("t") { isText = !isPhonetic } else if name.equals("rPh") { isPhonetic = true }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isText, !strings.append(bytes) else { return }
    fail(WorkbookReadingError(.tooManyStrings))
  }

  override func end(_ name: XMLName) {
    if name.isLetter("t") {
      isText = false
    } else if name.equals("rPh") {
      isPhonetic = false
    } else if name.equals("si"), !strings.endString() {
      fail(WorkbookReadingError(.tooManyStrings))
    }
  }
}

/// The shared strings of a workbook, one after the other in one piece of memory.
package struct SharedStrings: Sendable {
  /// How much of them is held.
  package struct Limits: Sendable, Equatable {
    package let bytes: Int
    package let count: Int

    package init(bytes: Int = WorkbookLimits.sharedStringBytes, count: Int = WorkbookLimits.sharedStrings) {
      self.bytes = bytes
      self.count = count
    }
  }

  private let limits: Limits
  private var bytes: [UInt8] = []
  /// The end of each string in ``bytes``.
  private var ends: [UInt32] = []

  init(_ limits: Limits = Limits()) { self.limits = limits }

  /// The bytes of a string; nil when there are fewer.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// False when there is no room for them.
  mutating func append(_ text: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count + text.count <= limits.bytes else { return false }
    bytes.append(contentsOf: text)
    return true
  }

  /// False when there is no room for another one.
  mutating func endString() -> Bool {
    guard ends.count < limits.count else { return false }
    ends.append(UInt32(bytes.count))
    return true
  }
}
