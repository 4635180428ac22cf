/// Looks through a style sheet for what would load something: `@import`, and addresses other than of pictures in the
/// sheet itself and of places in the page.
///
/// It reads tokens as CSS Syntax does, escapes included: `\75rl(` is `url(`.
struct StyleSheetCheck {
  private(set) var problems: [PageTemplateError.Problem] = []

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  /// The names of the functions that are open; "" for a bracket alone.
  private var functions: [String] = []
  /// How many of them take a text for an address.
  private var loadingDepth = 0

  init(_ sheet: String) {
    // CSS Syntax, "Preprocessing the input stream".
    scalars = Array(sheet.replacing("\r\n", with: "\n").unicodeScalars)
    while let next = peek() { token(next) }
  }

  private static let loading: Set<String> = [
    "url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
  ]
  /// What could bring a text from elsewhere into one of ``loading``.
  private static let indirect: Set<String> = ["var", "attr", "env", "if", "inherit"]

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  @discardableResult private mutating func take() -> Unicode.Scalar? {
    guard let next = peek() else { return nil }
    if next == "\n" || next == "\r" || next == "\u{C}" { line += 1 }
    position += 1
    return next
  }

  private mutating func problem(_ what: String) {
    guard problems.count < 100 else { return }
    let found = PageTemplateError.Problem(line: line, kind: .loadingStyle(what))
    if problems.last != found { problems.append(found) }
  }

  private mutating func token(_ next: Unicode.Scalar) {
    switch next {
    case "/" where peek(1) == "*": comment()
    case "\"", "'": text()
    case "@":
      take()
      if isNameStart(), name().lowercased() == "import" { problem("@import") }
    case "(": open("")
    case ")":
      take()
      if let last = functions.popLast(), Self.loading.contains(last) { loadingDepth -= 1 }
    default: if isNameStart() { word() } else { take() }
    }
  }

  private mutating func comment() {
    position += 2
    while peek() != nil, !(peek() == "*" && peek(1) == "/") { take() }
    position = min(position + 2, scalars.count)
  }

  private mutating func open(_ function: String) {
    take()
    functions.append(function)
    if Self.loading.contains(function) { loadingDepth += 1 }
  }

  private mutating func word() {
    let name = name().lowercased()
    guard peek() == "(" else { return }
    if loadingDepth > 0, Self.indirect.contains(name) || name.hasPrefix("--") { problem("\(name)(…)") }
    open(name)
    if name == "expression" { problem("expression(…)") }
    guard name == "url" else { return }
    var ahead = 0
    while let space = peek(ahead), space.properties.isWhitespace { ahead += 1 }
    if peek(ahead) == "\"" || peek(ahead) == "'" { return }
    var address = ""
    while let next = peek(), next != ")" {
      if next == "\\" { address.unicodeScalars.append(escape()) } else { address.unicodeScalars.append(next) }
      if next != "\\" { take() }
    }
    check(address)
  }

  private mutating func text() {
    let quote = take()
    var text = ""
    while let next = peek(), next != quote, next != "\n" {
      if next == "\\", peek(1) == "\n" {
        position += 1
        take()
      } else if next == "\\" {
        text.unicodeScalars.append(escape())
      } else {
        text.unicodeScalars.append(next)
        take()
      }
    }
    if peek() == quote { take() }
    if loadingDepth > 0, functions.last != "type" { check(text) }
  }

  private mutating func check(_ address: String) {
    let start = address.drop { $0.isWhitespace }.prefix(11).lowercased()
    if !start.hasPrefix("#"), start != "data:image/" { problem("an address") }
  }

  // MARK: - Names

  /// Wider than in CSS: digits may begin a name, which finds more and loses nothing.
  private func isNameStart() -> Bool {
    guard let next = peek() else { return false }
    if next == "\\" { return peek(1) != nil && peek(1) != "\n" }
    return next == "-" || next == "_" || next.value >= 0x80 || next.properties.isAlphabetic
      || ("0"..."9").contains(next)
  }

  private mutating func name() -> String {
    var name = ""
    while isNameStart() {
      if peek() == "\\" {
        name.unicodeScalars.append(escape())
      } else if let next = take() {
        name.unicodeScalars.append(next)
      }
    }
    return name
  }

  /// The character that an escape means; the position stands at its backslash.
  private mutating func escape() -> Unicode.Scalar {
    take()
    var digits = ""
    while digits.count < 6, let next = peek(), next.properties.isASCIIHexDigit {
      digits.unicodeScalars.append(next)
      take()
    }
    guard !digits.isEmpty else { return take() ?? "\u{FFFD}" }
    if let next = peek(), next.properties.isWhitespace { take() }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }
}
