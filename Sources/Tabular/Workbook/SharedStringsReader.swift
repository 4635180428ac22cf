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
