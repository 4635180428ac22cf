import TestValues
import Testing

@testable import CareerData

struct SearchLinkTests {
  private func problems(_ url: String) throws -> [String] {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append("mine,job_board,,Mine,\(url),", to: "links.csv")
    return dataset.errors()?.problems.map(\.description) ?? []
  }

  @Test(arguments: [
    "https://example.org", "https://jobs.example.org/search?q={occupation}&l={state}#top",
    "https://example.org/{area}/{specialization}", "https://example.org/a%20b",
  ])
  func `an address that people can follow is taken`(url: String) throws {
    #expect(try problems(url) == [])
  }

  @Test(arguments: [
    "http://example.org", "HTTPS://example.org", "javascript:alert(1)", "//example.org", "ftp://example.org",
    "https://", "https://localhost/", "https://127.0.0.1/", "https://me@example.org/",
    "https://example.org:8080/",
    "https://{state}.example.org/", "https://example.org/ x", "https://example.org/<b>",
    "https://example.org\\x",
    "https://exämple.org/", "https://example.org/‮x", "https://-a.example/", "https://a..example/",
    "https://example.org/'x", "https://example.org/`x`",
    "https://example.org/" + String(repeating: "a", count: 500),
  ])
  func `another address is refused with its file, line and field`(url: String) throws {
    let found = try problems(url)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("links.csv: row 13, url: ") == true)
    #expect(
      found.first?.hasSuffix("; write it as https:// with a host, in plain letters, at most 500 of them")
        == true)
  }

  @Test(arguments: ["{city}", "{State}", "{}", "{state", "}"])
  func `a place that nothing is filled into is refused, and the others are named`(place: String) throws {
    let found = try problems("https://example.org/?q=\(place)")
    #expect(
      found == [
        "links.csv: row 13, url: \"\(place)\" is not something that a report fills in; use {state}, {area}, {occupation} or {specialization}"
      ])
  }

  @Test func `a link of a program has no places`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append("x,P,T,online,4,100,CPC,,,https://example.org/{state},2026-11-01,", to: "programs.csv")
    #expect(
      dataset.errors()?.problems.map(\.description) == [
        "programs.csv: row 2, link: \"{state}\" is not something that a report fills in; take it out"
      ])
  }

  private func link(_ url: String) -> SearchLink {
    SearchLink(id: "l", kind: .jobBoard, title: "L", url: url)
  }

  @Test func `what is filled in stays within its place`() {
    let link = link("https://example.org/{area}?q={occupation}&l={state}")
    #expect(
      link.filled([.area: "a/b", .occupation: "R&D #1 {state}", .state: "Año <x>"])
        == "https://example.org/a%2Fb?q=R%26D%20%231%20%7Bstate%7D&l=A%C3%B1o%20%3Cx%3E")
  }

  @Test(arguments: NastyText.cells)
  func `no text leaves its place`(_ text: String) {
    let filled = link("https://example.org/?q={state}").filled([.state: text])
    guard let filled else {
      #expect(text.allSatisfy { $0 == "." })
      return
    }
    #expect(filled.hasPrefix("https://example.org/?q="))
    #expect(
      filled.dropFirst(23).utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "-._~%".utf8.contains(byte)
      })
  }

  @Test(arguments: ["", ".", ".."])
  func `without something to fill in there is no address`(text: String) {
    #expect(link("https://example.org/{state}").filled([.state: text]) == nil)
    #expect(link("https://example.org/{state}").filled([:]) == nil)
  }
}
