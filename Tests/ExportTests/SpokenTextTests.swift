import Advising
import AdvisingReport
import CareerData
import SampleReports
import Testing

@testable import Export

/// What `--ascii` writes, by what a voice makes of its characters.
struct SpokenTextTests {
  private static func text(_ id: String, _ template: String) throws -> String {
    try lines(SampleClients.profile(id), template).joined(separator: " ").split(
      whereSeparator: \.isWhitespace
    )
    .joined(separator: " ")
  }

  private static func lines(_ profile: ClientProfile, _ template: String) throws -> [String] {
    var options = ReportExporter.Options()
    (options.formats, options.usesASCII) = ([.txt], true)
    let exporter = ReportExporter(
      dataset: try DatasetLoader.shipped(), template: try TemplateLoader.load(template), options: options)
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let files = try exporter.files(for: exporter.report(on: profile, date: date))
    return String(decoding: files[0].bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test(arguments: SampleClients.ids, ["full", "full-es"])
  func `no sign, span or number of a source is left to a voice`(id: String, template: String) throws {
    let text = try Self.text(id, template)
    #expect(text.matches(of: /[-+][$]?[0-9]/).allSatisfy { text.isJoined(at: $0.range.lowerBound) })
    #expect(!text.contains(#/ [0-9]{1,2}-[0-9]{1,2}[ ,.;)]/#))
    #expect(!text.contains(#/ (19|20)[0-9]{2}-(19|20)[0-9]{2}[ ,.;)]/#))
    #expect(!text.contains(/\[[0-9]+\]/) && !text.contains("|") && !text.contains("_"))
    #expect(text.contains(template == "full" ? " more" : " más"))
    // A Spanish voice may take the comma for a decimal one.
    if template == "full-es" { #expect(!text.contains(/[$][0-9]+,[0-9]/)) }
  }

  // Names of every length, so that the line breaks before each part in turn.
  @Test(arguments: 1...70)
  func `no line of the subtitle begins as an item of a list does`(length: Int) throws {
    var profile = try SampleClients.profile("worked-example")
    profile.name = String(repeating: "N", count: length)
    let subtitle = try Self.lines(profile, "brief").dropFirst().prefix { !$0.isEmpty }
    #expect(!subtitle.isEmpty && !subtitle.contains { $0.hasPrefix("-") })
    #expect(subtitle.joined(separator: " ").hasSuffix(", November 23, 2026"))
  }
}

extension String {
  /// Whether the sign joins parts of a word, a code or an address.
  fileprivate func isJoined(at place: Index) -> Bool {
    place > startIndex && !self[index(before: place)].isWhitespace && self[index(before: place)] != "("
  }
}
