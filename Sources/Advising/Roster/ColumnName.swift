/// A name of a column, as people and programs write it.
enum ColumnName {
  /// Letters, digits and `%` only, small and without accents: letter case, spaces, `_`, `-`, marks and signs that nobody
  /// sees do not count. Empty for `#`.
  static func folded(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      if scalar.value < 0x80 {
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "%" {
          result.append(scalar)
        }
      } else if let plain = plain[scalar] {
        result.append(plain)
      } else if scalar.properties.generalCategory != .nonspacingMark, scalar.properties.isAlphabetic {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "á": "a", "à": "a", "ä": "a", "â": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ï": "i",
    "ó": "o", "ö": "o",
    "ô": "o", "ú": "u", "ü": "u", "ñ": "n", "ç": "c", "º": "o", "ª": "a",
  ]

  /// Notes behind a name that do not change what it means.
  private static let harmlessNotes: Set<String> = [
    "", "usd", "us", "dollars", "indollars", "required", "optional", "ifany", "text", "yn", "yesno",
    "yesorno", "mmddyyyy",
    "yyyymmdd", "years", "code", "abbr", "obligatorio", "opcional", "sino", "endolares", "dolares", "anos",
  ]

  /// What a name means; nil for one that no table knows.
  static func meaning(_ name: String) -> ColumnSynonyms.Meaning? {
    if let meaning = ColumnSynonyms.meanings[folded(name)] { return meaning }
    guard let open = name.lastIndex(of: "("), name.trimmed.hasSuffix(")") || !name[open...].contains(")"),
      harmlessNotes.contains(folded(String(name[open...])))
    else { return nil }
    return ColumnSynonyms.meanings[folded(String(name[..<open]))]
  }

  /// The field that a name, which nobody knows, is most likely a slip for; nil when it is a name of its own.
  static func near(_ name: String) -> ProfileField? {
    let wanted = folded(name)
    let length = wanted.unicodeScalars.count
    guard length >= 3, !strangers.contains(wanted) else { return nil }
    let kind = ColumnSynonyms.kinds.first(where: wanted.hasSuffix)
    var best: (field: ProfileField, edits: Int, name: String)?
    for (name, meaning) in ColumnSynonyms.meanings where !meaning.isWeak {
      let shorter = min(length, name.unicodeScalars.count)
      let allowed = shorter >= 9 ? 2 : 1
      guard name.unicodeScalars.count >= 4, abs(length - name.unicodeScalars.count) <= allowed else {
        continue
      }
      if let kind, !name.hasSuffix(kind) { continue }
      let edits = NearestName.edits(wanted, name)
      guard edits <= allowed else { continue }
      // Whatever the order of the table.
      if let best, (best.edits, best.name) <= (edits, name) { continue }
      best = (meaning.field, edits, name)
    }
    return best?.field
  }

  private static let strangers = Set(ColumnSynonyms.strangers.map(folded))
}
