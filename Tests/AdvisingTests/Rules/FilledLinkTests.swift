import Advising
import CareerData
import Testing

@Suite struct FilledLinkTests {
  private func advice(
    links: [SearchLink], translations: [Translation] = [], _ change: (inout ClientProfile) -> Void = { _ in }
  ) throws -> Advice {
    var profile = ClientProfile(id: "c")
    change(&profile)
    let date = try #require(CalendarDate(iso: "2024-12-01"))
    let dataset = SmallDataset.dataset {
      $0.links = links
      $0.translations = translations
    }
    return Advice(profile: profile, dataset: dataset, reportDate: date)
  }

  private let boards = [
    SearchLink(id: "a", kind: .jobBoard, title: "A", url: "https://a.example/?q={specialization}&l={state}"),
    SearchLink(id: "b", kind: .jobBoard, title: "B", url: "https://b.example/?q={occupation}"),
    SearchLink(id: "c", kind: .certifyingBody, body: "Guild", title: "C", url: "https://c.example/"),
  ]

  @Test func `the first link that can be filled is taken`() throws {
    #expect(try advice(links: boards).link(.jobBoard)?.url == "https://b.example/?q=keeping")
    let full = try advice(links: boards) {
      $0.stateCode = "AA"
      $0.targetSpecializationID = "lamp"
    }
    #expect(full.link(.jobBoard)?.url == "https://a.example/?q=lamp&l=Alphaland")
    #expect(full.link(.jobBoard, specializationID: "fog")?.url == "https://a.example/?q=fog&l=Alphaland")
    #expect(full.links(.jobBoard).map(\.title) == ["A", "B"])
  }

  @Test func `a link about another body is passed over`() throws {
    let advice = try advice(links: boards)
    #expect(advice.link(.certifyingBody, body: "Guild")?.title == "C")
    #expect(advice.link(.certifyingBody, body: "Other") == nil)
    #expect(advice.link(.localChapter) == nil)
  }

  @Test func `postings are searched in the words of the field`() throws {
    let advice = try advice(
      links: boards, translations: [Translation(language: "es", text: "watching", translation: "keeping")])
    #expect(advice.link(.jobBoard)?.url == "https://b.example/?q=watching")
  }
}
