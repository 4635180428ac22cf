import Advising
import Export
import SafeFiles
import Tabular

/// The form of one client: what the file says, and what is typed over it and cannot be saved so far.
struct ClientForm {
  private let id: String
  private let stored: JSONNode
  private let form: ProfileForm
  private let language: SessionLanguage
  /// By key, as the form shows them.
  private var shown: [String: FormValue]
  private var reading: FormReading
  /// What was typed, in the order of the inputs.
  private var typed: [(name: String, value: String)]

  /// The file of a client with its draft over it.
  ///
  /// - Throws: for a file that is no profile: what is typed would take its place.
  init(_ client: StoredClient, _ desk: Desk, _ language: SessionLanguage) throws(ExportFailure) {
    self.language = language
    id = client.id
    do {
      stored = try JSONDocument(client.bytes).root
    } catch { throw .badData(path: "\(client.id).json", problems: ["\(error)"]) }
    guard stored.members != nil else {
      throw .badData(
        path: "\(client.id).json", problems: ["this is no profile; put the fields between { and }"])
    }
    let profiles = try desk.shelf(language).profileReader
    let occupation = stored[ProfileField.occupation.rawValue]?.string
    // The id is the name of the client's files, which another one would leave behind.
    form = ProfileForm(profiles, occupation: occupation).hiding([.id])
    typed = Self.pairs(desk.clients.draft(of: client.id).flatMap { (try? JSONDocument($0))?.root })
    let draft = form.values(of: typed)
    shown = form.values(of: stored).merging(draft) { $1 }
    reading = form.reading(of: Self.named(client.id, draft), keeping: stored)
  }

  /// Takes what the inputs of the page hold: `[[name, value], …]`.
  mutating func take(_ inputs: JSONNode) {
    typed = Self.pairs(inputs)
    let values = form.values(of: typed)
    shown.merge(values) { $1 }
    reading = form.reading(of: Self.named(id, values), keeping: stored)
  }

  /// With the id of the file, whatever the profile in it says.
  private static func named(_ id: String, _ values: [String: FormValue]) -> [String: FormValue] {
    values.merging([ProfileField.id.rawValue: .text(id)]) { $1 }
  }

  /// What a page calls the client.
  var shownName: String {
    if case .text(let name) = shown[ProfileField.name.rawValue], !name.isEmpty { return name }
    return id
  }

  var hasProblems: Bool { !reading.problems.isEmpty }

  /// Whether the form asks for other things now: another occupation has other rungs and credentials.
  var isOfOtherOccupation: Bool {
    let key = ProfileField.occupation.rawValue
    return reading.profile != nil && Self.text(reading.json, key) != stored[key]?.string
  }

  private static func text(_ profile: JSONText, _ key: String) -> String? {
    guard case .object(let members) = profile,
      case .string(let text) = members.first(where: { $0.name == key })?.value
    else { return nil }
    return text
  }

  var markup: String {
    FormMarkup(form, language).html(shown, problems: reading.problems, notices: reading.notices)
  }

  /// The profile to be stored.
  var profile: [UInt8] { reading.json.bytes }

  /// What was typed into fields that cannot be saved; nil where all of it is in ``profile``.
  var draft: [UInt8]? {
    let keys = Set(reading.unsaved.map(\.rawValue))
    let unsaved = typed.filter { keys.contains(String($0.name.prefix { $0 != "[" })) }
    return unsaved.isEmpty
      ? nil : JSONText.array(unsaved.map { [.string($0.name), .string($0.value)] }).bytes
  }

  /// By the name of the input.
  var problems: JSONText { Self.lists(reading.problems) }
  /// By the name of the input.
  var notices: JSONText { Self.lists(reading.notices) }

  private static func lists(_ lines: [String: [String]]) -> JSONText {
    .object(lines.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value.map(JSONText.string))) })
  }

  /// What the form shows, as its inputs would be sent: `[[name, value], …]`.
  var inputs: JSONText {
    .array(form.inputs(of: shown).map { [.string($0.name), .string($0.value)] })
  }

  /// What a text in a field may mean.
  func matches(_ search: String, _ text: String) -> [(value: String, title: String)] {
    let field: ProfileField
    switch FormSearch(rawValue: search) {
    case .area: field = .area
    case .occupation: field = .occupation
    case .place: field = .comparePlaces
    case nil: return []
    }
    return form.matches(for: field, text: text, limit: 12).map { ($0.value, $0.title) }
  }

  private static func pairs(_ inputs: JSONNode?) -> [(name: String, value: String)] {
    (inputs?.elements ?? []).compactMap { pair in
      guard let parts = pair.elements, parts.count == 2, let name = parts[0].string,
        let value = parts[1].string
      else { return nil }
      return (name, value)
    }
  }
}
