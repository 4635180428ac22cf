import CareerData
import TestValues
import Testing

@testable import Advising

/// What may be meant by what is typed so far.
struct FormSearchTests {
  private let form: ProfileForm

  init() throws {
    let files = DatasetFiles(files: try SampleFiles.catalogue())
    form = ProfileForm(ProfileReader(dataset: FormDataset.withAreas, catalogue: Catalogue(files)))
  }

  private func titles(_ field: ProfileField, _ text: String, limit: Int = 8) -> [String] {
    form.matches(for: field, text: text, limit: limit).map(\.title)
  }

  @Test func `an area is found by the beginning of any of its places, and with a slip`() {
    let losAngeles = "Los Angeles-Long Beach-Anaheim, CA (31080)"
    for text in [
      "los ang", "Long Bea", "anaheim", "31080", "Los Angelos", "Los Angeles-Long Beach-Anaheim, C",
    ] {
      #expect(titles(.area, text).first == losAngeles, "\(text)")
    }
    #expect(titles(.area, "Fogp") == ["Fogport, AA (11111)", "Fogport, BB (22222)"])
    #expect(titles(.area, "Timbuktu in the sand") == [] && titles(.area, " ") == [])
    #expect(titles(.area, "Fogp", limit: 1).count == 1 && titles(.area, "Fogp", limit: 0) == [])
  }

  @Test func `states are found for places and by name`() {
    #expect(titles(.state, "bet") == ["Betaland (BB)"])
    #expect(titles(.comparePlaces, "AA").first == "Alphaland (AA)")
    #expect(titles(.comparePlaces, "Orlan").first == "Orlando-Kissimmee-Sanford, FL (36740)")
  }

  @Test func `occupations are found in the dataset and by what people call them`() {
    #expect(titles(.occupation, "keep").first == "Keepers (00-0001)")
    #expect(titles(.occupation, "pharmacy tech").first == "Pharmacy Technicians (29-2052)")
    #expect(titles(.compare, "29-2052") == ["Pharmacy Technicians (29-2052)"])
    #expect(titles(.occupation, "nurse", limit: 3).count == 3)
    #expect(titles(.rung, "two") == [])
  }

  @Test func `what is chosen leads to what was shown`() throws {
    for (field, text) in [
      (ProfileField.area, "fog"), (.comparePlaces, "alpha"), (.comparePlaces, "orl"), (.occupation, "coder"),
      (.compare, "nurs"), (.state, "a"),
    ] {
      let found = form.matches(for: field, text: text, limit: 20)
      #expect(!found.isEmpty, "\(field) \(text)")
      for match in found {
        let reading = form.reading(of: ["id": .text("c"), field.rawValue: .text(match.value)])
        #expect(reading.problems == [:], "\(match)")
        let code = match.title.split(separator: "(").last.map { String($0.dropLast()) } ?? ""
        #expect(reading.json.compact.contains("\"\(code)\""), "\(match) \(reading.json.compact)")
      }
    }
  }
}
