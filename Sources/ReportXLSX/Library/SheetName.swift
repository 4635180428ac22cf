/// A name that Excel takes for a sheet.
struct SheetName: Hashable, Sendable {
  let text: String

  /// As a reference inside the workbook writes it: `'Pay by setting'`, an apostrophe doubled.
  var quoted: String {
    // Each chart and table asks for it, and hardly a name has one.
    let hasApostrophe = text.utf8.contains(UInt8(ascii: "'"))
    return "'" + (hasApostrophe ? text.replacing("'", with: "''") : text) + "'"
  }
}

/// Gives each sheet of a workbook a name of its own.
struct SheetNames {
  /// Excel keeps this name for itself.
  private static let reserved = "history"
  private var names = UniqueNames(taken: [Self.reserved])
  /// The name of a sheet whose wanted name has nothing that Excel allows.
  private let nameless: String

  init(nameless: String) { self.nameless = nameless }

  /// The wanted name with what Excel does not allow as a space, at most 31 UTF-16 units; a number is added when
  /// a sheet has the name already. Excel does not tell capitals from small letters.
  mutating func unique(_ wanted: String) -> SheetName {
    let base = Self.cleaned(wanted) ?? Self.cleaned(nameless) ?? "1"
    return SheetName(
      text: names.unique(base) { number in
        let ending = " \(number)"
        return Self.trimmed(Self.prefix(base, ExcelLimits.sheetNameLength - ending.utf16.count)) + ending
      })
  }

  /// Nil when nothing is left.
  private static func cleaned(_ wanted: String) -> String? {
    let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\", "\u{FFFE}", "\u{FFFF}"]
    var words = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      words.append(forbidden.contains(scalar) || scalar.properties.generalCategory == .control ? " " : scalar)
    }
    let spaced = String(words).split(separator: " ").joined(separator: " ")
    let name = trimmed(prefix(trimmed(withoutEscapes(spaced)), ExcelLimits.sheetNameLength))
    return name.isEmpty ? nil : name
  }

  /// Excel would read `_x0041_` in the name of a sheet as a letter, and a reference to the sheet as it stands.
  private static func withoutEscapes(_ name: String) -> String {
    WorkbookText.line(name, limit: .max).string == name ? name : name.replacing("_", with: " ")
  }

  private static func trimmed(_ name: String) -> String {
    var name = Substring(name)
    while let first = name.first, first == "'" || first == " " { name.removeFirst() }
    while let last = name.last, last == "'" || last == " " { name.removeLast() }
    return String(name)
  }

  private static func prefix(_ name: String, _ limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in name.unicodeScalars {
      used += scalar.value > 0xFFFF ? 2 : 1
      if used > limit { break }
      result.append(scalar)
    }
    return String(result)
  }
}

/// Gives each of several things a name of its own. Excel does not tell capitals from small letters.
struct UniqueNames {
  /// In small letters.
  private var taken: Set<String>

  init(taken: Set<String> = []) { self.taken = taken }

  /// The wanted name, or the first of those with a number, from 2, that nothing has yet.
  mutating func unique(_ wanted: String, _ numbered: (Int) -> String) -> String {
    var name = wanted
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = numbered(number)
    }
    return name
  }
}
