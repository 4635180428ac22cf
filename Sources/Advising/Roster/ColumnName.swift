import CareerData

/// A name of a column, as people and programs write it.
enum ColumnName {
  struct Meaning: Sendable, Equatable {
    var field: ProfileField
    /// What the pay is for, where the name says it.
    var basis: PayBasis?
    var isWeak = false
  }

  /// The meanings by folded name.
  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for field in ProfileField.allCases {
      for columns in field.declaration.columns {
        let meaning = Meaning(field: field, basis: columns.basis, isWeak: columns.isWeak)
        for name in columns.names.split(separator: ",") { meanings[folded(String(name))] = meaning }
      }
    }
    for field in ProfileField.allCases { meanings[folded(field.rawValue)] = Meaning(field: field) }
    return meanings
  }()

  /// Letters, digits and `%` only, small and without accents: letter case, spaces, `_`, `-`, marks and signs that nobody
  /// sees do not count. Empty for `#`.
  static func folded(_ name: String) -> String {
    if let plain = foldedASCII(name) { return plain }
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

  /// The same for ASCII, which nearly every name is; nil for any other.
  private static func foldedASCII(_ name: String) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "%"):
        result.append(byte)
      case 0x80...: return nil
      default: break
      }
    }
    return String(decoding: result, as: UTF8.self)
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
  static func meaning(_ name: String) -> Meaning? {
    if let meaning = meanings[folded(name)] { return meaning }
    guard let open = name.lastIndex(of: "("), name.trimmed.hasSuffix(")") || !name[open...].contains(")"),
      harmlessNotes.contains(folded(String(name[open...])))
    else { return nil }
    return meanings[folded(String(name[..<open]))]
  }

  /// The field that an unknown name is most likely a misspelling of; nil when it is another name.
  ///
  /// - Parameter isObject: whether it is a key of an object of JSON, which has fields that tables do not have.
  static func near(_ name: String, isObject: Bool = false) -> ProfileField? {
    let wanted = folded(name)
    let length = wanted.unicodeScalars.count
    guard length >= 3, !foldedUnrelated.contains(wanted) else { return nil }
    let kind = kinds.first(where: wanted.hasSuffix)
    var best: (field: ProfileField, edits: Int, name: String)?
    for (name, meaning) in meanings where !meaning.isWeak && (isObject || !meaning.field.kind.isOfObjects) {
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

  /// What tables of people have besides. A name like these is itself, and no slip for one of a roster, however near.
  static let unrelated: Set<String> = [
    "stage", "status", "start", "started", "store", "street", "date", "dates", "dob", "race", "age", "page",
    "rate", "rank",
    "stat", "game", "city", "county", "country", "phone", "email", "zip", "address", "title", "type", "owner",
    "gender", "sex", "tags",
    "tag", "dept", "vote", "votes", "quote", "quotes", "name2", "first name", "last name", "grade", "grades",
    "dorm", "form",
    "same", "fame", "frame", "days", "day", "play", "bay", "way", "role", "roles", "rating", "ratings",
    "getting", "location",
    "bonus", "vocation", "image", "usage", "cage", "stages", "estatus", "etapa", "edad", "estadio", "costs",
    "cost", "cents",
    "remove", "day rate", "pay day", "remoteid", "house", "hour", "ours", "states2", "estate", "coat",
    "couch", "metra", "retro", "base", "bases",
    "raza", "nombre2", "saldo", "notes2", "voe", "toe", "nodes", "area2", "phone2", "sic", "sin", "aid",
    "naics", "bid",
  ]

  /// Last words that say what a name is: `Work status` is no slip for `Work state`, and `Pay date` none for `Pay rate`.
  private static let kinds = [
    "date", "status", "stage", "street", "phone", "city", "type", "email", "count", "total", "time", "year",
    "month", "note",
    "notes", "name", "zip", "county", "country", "fecha", "ciudad", "estatus",
  ]

  private static let foldedUnrelated = Set(unrelated.map(folded))
}

/// Which columns of a roster are which fields of a profile, where somebody says so: `Case No=id,Wage=pay_amount`.
public struct RosterColumns: Sendable, Equatable {
  /// The meaning of each column by its folded name; nil for one to leave out.
  private(set) var meanings: [String: ColumnName.Meaning?] = [:]
  /// The names as they were given, in their order.
  public private(set) var names: [String] = []

  public init() {}

  /// - Parameter pairs: a name of a column and a field, or any name that tables know for one, which may tell the basis of
  ///   pay: `hourly rate`. An empty field leaves the column out.
  /// - Throws: which pair cannot be read, and why.
  public init(_ pairs: [(name: String, field: String)]) throws(RosterError) {
    for (name, field) in pairs {
      let folded = ColumnName.folded(name)
      let shown = Quoting.visible(name)
      guard !folded.isEmpty else {
        throw RosterError(text: "--columns: a name is empty; give it as Name=field")
      }
      guard meanings[folded] == nil else {
        throw RosterError(text: "--columns: \"\(shown)\" appears twice; leave out one of the two")
      }
      let target = field.trimmed
      if target.isEmpty || target == "-" {
        meanings[folded] = .some(nil)
      } else if let meaning = ColumnName.meaning(target) {
        meanings[folded] = ColumnName.Meaning(field: meaning.field, basis: meaning.basis)
      } else {
        let fields = ProfileField.keys
        let near = NearestName.of(target, among: fields).map { "did you mean \($0)? " } ?? ""
        throw RosterError(
          text: "--columns: unknown field \"\(Quoting.visible(target))\" for \"\(shown)\"; \(near)allowed: "
            + "\(fields.joined(separator: ", ")), or nothing to leave the column out")
      }
      names.append(name.trimmed)
    }
  }

  /// - Parameter text: `Case No=id,Wage=pay_amount`.
  public init(_ text: String) throws(RosterError) {
    var pairs: [(name: String, field: String)] = []
    for part in text.split(separator: ",") {
      guard let sign = part.lastIndex(of: "=") else {
        throw RosterError(
          text:
            "--columns: \"\(Quoting.visible(String(part)))\" is not a pair; give Name=field, separated by commas, "
            + "or a file of two columns")
      }
      pairs.append((String(part[..<sign]), String(part[part.index(after: sign)...])))
    }
    try self.init(pairs)
  }

  /// What a name means, and whether that was said here or is one of ``ColumnName``.
  func meaning(_ name: String) -> (meaning: ColumnName.Meaning?, isGiven: Bool) {
    if let given = meanings[ColumnName.folded(name)] { return (given, true) }
    return (ColumnName.meaning(name), false)
  }

  /// The same for the same choices, for a journal.
  public var identity: String {
    meanings.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value?.field.rawValue ?? ""):\($0.value?.basis?.rawValue ?? "")" }.joined(
        separator: ",")
  }
}
