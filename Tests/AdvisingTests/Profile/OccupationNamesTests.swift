import CareerData
import TestValues
import Testing

@testable import Advising

@Suite struct OccupationNamesTests {
  private static let shared = Result {
    let catalogue = Catalogue(DatasetFiles(files: try SampleFiles.catalogue()))
    return (catalogue, OccupationNames(catalogue))
  }

  private let catalogue: Catalogue
  private let names: OccupationNames

  init() throws { (catalogue, names) = try Self.shared.get() }

  private func found(_ text: String) -> String? {
    if case .found(let occupation) = names.match(text) { occupation.socCode } else { nil }
  }

  @Test(arguments: [
    ("29-2052", "29-2052"), (" 29-2052 ", "29-2052"), ("Pharmacy Technicians", "29-2052"),
    ("pharmacy technician", "29-2052"), ("PHARMACY  TECHNICIANS", "29-2052"),
    ("medical assistant", "31-9092"),
    ("Médical Assistant", "31-9092"), ("registered nurses", "29-1141"), ("chief executive", "11-1011"),
    ("Chief Sustainability Officers", "11-1011"), ("medical coder", "29-2072"),
    ("Home health aide", "31-1120"),
    ("secretaries and administrative assistants, except legal, medical, and executive", "43-6014"),
    ("RHIT", "29-2072"),
  ])
  func `a code or a title finds its occupation, whatever case, accents and number`(
    _ text: String, _ code: String
  ) {
    #expect(found(text) == code)
  }

  @Test func `every official title finds its own occupation`() {
    for (code, title) in catalogue.titles { #expect(found(title) == code, "\(title)") }
  }

  @Test(arguments: [
    "", " ", "-", "nurse", "pharmacy", "xyzzy", "medcal assistant", "29-2073", "29", "\u{202E}",
  ])
  func `what is only near is not taken`(text: String) {
    guard case .none = names.match(text) else {
      Issue.record("\(text): \(names.match(text))")
      return
    }
  }

  @Test func `a code without figures of its own leads to its group`() {
    guard case .group(let group, let code) = names.match("31-1121") else {
      Issue.record("\(names.match("31-1121"))")
      return
    }
    #expect(group.socCode == "31-1120" && code == "31-1121")
  }

  @Test(arguments: [
    ("medcal assistant", "31-9092"), ("pharmcy technicain", "29-2052"), ("29-2073", "29-2072"),
    ("regstered nurse", "29-1141"),
  ])
  func `what was probably meant comes first`(_ text: String, _ code: String) {
    guard case .none(let nearest) = names.match(text) else {
      Issue.record("\(text) was taken")
      return
    }
    #expect(nearest.first?.socCode == code, "\(nearest.map(\.title))")
  }

  @Test func `a search begins with the best: exact, beginning, words, near`() {
    #expect(
      names.search("pharmacy").map(\.socCode) == ["29-2052", "31-9095", "29-1051"])
    let hits = names.search("registered nurse")
    #expect(hits.first?.socCode == "29-1141" && hits.first?.rank == .exact)
    #expect(hits.map(\.rank) == hits.map(\.rank).sorted())
    #expect(Set(hits.map(\.socCode)).count == hits.count)
    #expect(names.search("medical coder").first?.jobTitle == "Medical Coder")
    #expect(names.search("31-1121").map(\.socCode) == ["31-1120"])
    #expect(names.search("29-2052").map(\.socCode) == ["29-2052"])
    #expect(names.search("").isEmpty && names.search("qqqqqq").isEmpty)
  }

  @Test(arguments: NastyText.cells) func `no text breaks a search`(text: String) {
    _ = names.search(text)
    _ = names.match(text)
  }
}
