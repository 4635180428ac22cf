import CareerData
import TestValues
import Testing

@testable import Advising
@testable import Tabular

/// A form that is filled from a profile and sent as it is changes nothing; neither does typing all of it anew.
struct FormRoundTripTests {
  private static let shipped = Result {
    try DatasetReader.read(DatasetFiles(files: SampleFiles.files("medical-coding")))
  }

  private func profiles() throws -> ProfileReader {
    let files = DatasetFiles(files: try SampleFiles.catalogue())
    return ProfileReader(dataset: try Self.shipped.get(), catalogue: Catalogue(files))
  }

  /// Through the form with the former profile, and without it.
  private func expectSame(_ bytes: [UInt8], _ profiles: ProfileReader, _ name: String) throws {
    let document = try JSONDocument(bytes)
    let read = try profiles.read(json: bytes).profile
    let form = ProfileForm(profiles, occupation: read.occupationCode)
    let values = form.values(of: document.root)
    let kept = form.reading(of: values, keeping: document.root)
    #expect(kept.problems == [:] && kept.unsaved == [] && kept.profile == read, "\(name)")
    #expect(kept.json.compact == Self.inOrder(document.root).compact, "\(name)")
    #expect(try profiles.read(json: kept.json.bytes).profile == read, "\(name)")

    var hidden: [(name: String, value: JSONText)] = []
    for key in ["report_date", "previous"] {
      if let node = document.root[key] { hidden.append((key, JSONText(node))) }
    }
    let rest = try JSONDocument(JSONText.object(hidden).bytes).root
    let anew = form.reading(of: values, keeping: rest)
    #expect(anew.problems == [:] && anew.profile == read, "\(name): \(anew.problems)")
  }

  /// The members as the declarations have them.
  private static func inOrder(_ profile: JSONNode) -> JSONText {
    .object(
      ProfileField.keys.compactMap { key in profile[key].map { (name: key, value: JSONText($0)) } })
  }

  @Test func `the sample clients come back as they are`() throws {
    let profiles = try profiles()
    let files = try Repository.files(in: "Samples/clients")
    #expect(files.count >= 8)
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) { try expectSame(bytes, profiles, name) }
  }

  @Test func `generated profiles come back as they are`() throws {
    let profiles = try profiles()
    let records = try Self.shipped.get().records
    var random = SplitMix64(state: 21)
    for round in 0..<Rounds.count(200) {
      let json = Self.profile(round, records, &random)
      try expectSame(json.bytes, profiles, json.compact)
    }
  }

  /// In the order of the declarations, three fields of four.
  private static func profile(
    _ number: Int, _ records: CareerDataset.Records, _ random: inout SplitMix64
  ) -> JSONText {
    var members: [(name: String, value: JSONText)] = [("id", .string("g-\(number)"))]
    func add(_ name: String, _ value: (inout SplitMix64) -> JSONText?) {
      if Int.random(in: 0..<4, using: &random) > 0, let value = value(&random) {
        members.append((name, value))
      }
    }
    func one(_ ids: [String]) -> (inout SplitMix64) -> JSONText? {
      { ids.randomElement(using: &$0).map(JSONText.string) }
    }
    func some(_ ids: [String], _ most: Int) -> (inout SplitMix64) -> JSONText? {
      { random in
        let count = Int.random(in: 0...most, using: &random)
        return .array(ids.shuffled(using: &random).prefix(count).map(JSONText.string))
      }
    }
    func flag(_ random: inout SplitMix64) -> JSONText? { .bool(Bool.random(using: &random)) }
    let states = records.states.map(\.code)
    add("name") { .string("Client \($0.next() % 1000)") }
    add("report_date") { _ in "2026-11-23" }
    add("state", one(states))
    let isHourly = Bool.random(using: &random)
    members.append(
      ("pay_amount", .number(isHourly ? Double(Int.random(in: 900...7000, using: &random)) / 100 : 46_000)))
    members.append(("pay_basis", isHourly ? "hourly" : "annual"))
    add("hours_per_week") { .number(Double(Int.random(in: 20...60, using: &$0))) }
    add("compare_places") { random in .array(states.shuffled(using: &random).prefix(2).map(JSONText.string)) }
    add("in_field", flag)
    add("rung", one(records.rungs.map(\.id)))
    add("years_of_experience") { .number(Double(Int.random(in: 0...60, using: &$0)) / 4) }
    add("credentials", some(records.credentials.map(\.id), 4))
    add("setting", one(records.settings.map(\.id)))
    add("target_setting", one(records.settings.map(\.id)))
    add("specialization", one(records.specializations.map(\.id)))
    add("target_specialization", one(records.specializations.map(\.id)))
    add("open_to_remote", flag)
    add("education", one(Education.allCases.map(\.rawValue)))
    add("certification_budget") { .number(Double(Int.random(in: 0...300_000, using: &$0)) / 100) }
    add("horizon_years") { .number(Double(Int.random(in: 1...50, using: &$0))) }
    add("notes") { random in one(["a\nb", "tab\tstop", "<b>", "Zoë & Co"])(&random) }
    add("agreed_steps") { random in
      let steps: [JSONText] = (0...Int.random(in: 0...3, using: &random)).map { number in
        number == 1
          ? ["text": "Call", "due": "2026-12-01"] : ["text": .string("Step \(number)"), "done": "2026-11-01"]
      }
      return .array(steps)
    }
    return .object(members)
  }

  @Test(arguments: [
    #"{"id":"5-Mar","name":"N/A","advisor":"?"}"#, #"{"id":"c","name":"=\"x\"","notes":"-"}"#,
    #"{"id":"c","name":"\u202edlrow\u202c","notes":" a\r\nb\tc\rd "}"#,
    #"{"id":"c","certification_budget":12.345,"years_of_experience":0.00001}"#,
    #"{"id":"c","credentials":["CPC","CPC-A","CPC"],"compare_places":["california","CA"]}"#,
  ])
  func `what a cell would read in another way stays when nobody types it`(_ json: String) throws {
    let profiles = try profiles()
    let root = try JSONDocument(Array(json.utf8)).root
    let form = ProfileForm(profiles)
    let reading = form.reading(of: form.values(of: root), keeping: root)
    #expect(reading.problems == [:] && reading.unsaved == [])
    #expect(reading.json.compact == Self.inOrder(root).compact)
  }

  /// As a page shows it: what HTML cannot hold is replaced, and browsers end lines with two characters.
  @Test(arguments: NastyText.cells + ["a\u{202E}b\u{2066}c", "a\tb", "a\nb"])
  func `a hostile text that a browser sends back stays what it was`(_ text: String) throws {
    let profiles = ProfileReader(dataset: SmallDataset.dataset())
    let json: JSONText = ["id": "c", "notes": .string(text)]
    let root = try JSONDocument(json.bytes).root
    let sent = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\t": " "
          case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": "\u{FFFD}"
          default: scalar
          }
        })
    ).replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\n", with: "\r\n")
    let reading = ProfileForm(profiles).reading(of: ["notes": .text(sent)], keeping: root)
    #expect(reading.json.compact == json.compact)
  }

  @Test func `whatever is typed, what is stored can be read`() throws {
    let profiles = ProfileReader(dataset: FormDataset.withAreas)
    let form = ProfileForm(profiles)
    let former = try JSONDocument(
      Array(
        #"{"id": "c", "pay_amount": 22.5, "pay_basis": "hourly", "agreed_steps": [{"text": "One"}]}"#.utf8)
    ).root
    let words =
      NastyText.cells + [
        "AA", "46000", "annual", "yes", "one", "J", "2026-11-23", "0", "22.50", "none", "1e400",
      ]
    var random = SplitMix64(state: 7)
    func text() -> String { words.randomElement(using: &random) ?? "" }
    func some(_ most: Int) -> [String] { (0..<Int.random(in: 0...most, using: &random)).map { _ in text() } }
    for _ in 0..<Rounds.count(400) {
      var typed: [String: FormValue] = [:]
      for field in form.fields where Bool.random(using: &random) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: typed[field.key] = .several(some(7))
        case 1:
          typed[field.key] = .objects(
            some(5).map { ["text": $0, "due": text(), "done": text(), "x": text()] })
        default:
          typed[field.key] =
            field.field == .agreedSteps
            ? .objects([["text": text(), "due": text()], ["done": text()]]) : .text(text())
        }
      }
      let reading = form.reading(of: typed, keeping: former)
      let profile = try #require(reading.profile)
      #expect(try profiles.read(json: reading.json.bytes).profile == profile)
      #expect(
        reading.unsaved.isEmpty == reading.problems.isEmpty, "\(typed) \(reading.problems) \(reading.unsaved)"
      )
    }
  }
}
