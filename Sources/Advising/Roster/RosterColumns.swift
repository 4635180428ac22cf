import CareerData

/// Which columns of a roster are which fields of a profile, where somebody says so: `Case No=id,Wage=pay_amount`.
public struct RosterColumns: Sendable, Equatable {
  /// The meaning of each column by its folded name; nil for one to leave out.
  private(set) var meanings: [String: ColumnSynonyms.Meaning?] = [:]
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
        throw RosterError(text: "--columns: \"\(shown)\" stands twice; leave out one of the two")
      }
      let target = field.trimmed
      if target.isEmpty || target == "-" {
        meanings[folded] = .some(nil)
      } else if let meaning = ColumnName.meaning(target) {
        meanings[folded] = ColumnSynonyms.Meaning(field: meaning.field, basis: meaning.basis)
      } else {
        let fields = ProfileField.allCases.map(\.rawValue)
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
            "--columns: \"\(Quoting.visible(String(part)))\" is no pair; give Name=field, separated by commas, "
            + "or a file of two columns")
      }
      pairs.append((String(part[..<sign]), String(part[part.index(after: sign)...])))
    }
    try self.init(pairs)
  }

  /// What a name means, and whether that was said here or is one of ``ColumnSynonyms``.
  func meaning(_ name: String) -> (meaning: ColumnSynonyms.Meaning?, isGiven: Bool) {
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
