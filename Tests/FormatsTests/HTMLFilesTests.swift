import Export
import Foundation
import FoundationXML
import ReportModel
import ReportWriters
import SampleReports
import Testing

/// The page of every sample client.
struct HTMLFilesTests {
  private static func page(_ report: Report) throws -> String {
    let files = HTMLReportWriter(template: try SampleClients.template().html).files(for: report)
    return String(decoding: files[0].bytes, as: UTF8.self)
  }

  private final class Outline: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append((name, attributes))
      text += " "
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    static func of(_ page: String) throws -> Outline {
      let outline = Outline()
      let parser = XMLParser(data: Data(page.utf8))
      parser.delegate = outline
      try #require(parser.parse(), "\(String(describing: parser.parserError))")
      return outline
    }

    func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }
  }

  @Test(arguments: SampleClients.ids)
  func `a page is whole, needs nothing else, and leads each note to its source`(_ id: String) throws {
    let report = try SampleClients.report(id)
    let page = try Self.page(report)
    #expect(page == (try Self.page(report)))
    let outline = try Outline.of(page)
    #expect(outline.all("html").first?["lang"] == "en-US")
    // The data of the what-if, and its script.
    #expect(outline.all("script").map { $0["type"] ?? "" } == ["application/json", ""])
    #expect(outline.all("link").isEmpty && outline.all("iframe").isEmpty)
    #expect(
      outline.elements.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
    #expect(outline.all("h1").count == 1)
    #expect(outline.all("h2").count == report.sections.count + 1)
    let ids = outline.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in outline.all("a").compactMap({ $0["href"] }) {
      #expect(link.hasPrefix("https://") || ids.contains(String(link.dropFirst())), "\(link)")
    }
    let charts = report.sections.flatMap(\.blocks).filter { if case .chart = $0 { true } else { false } }
    // One for a wide screen and one for a telephone: rules show one of them, and without rules the wide one shows.
    let classes = outline.all("svg").map { $0["class"] ?? "" }
    #expect(classes.count { $0 == "pathbook-chart" } == charts.count)
    #expect(classes.count { $0 == "pathbook-chart narrow" } == charts.count)
    #expect(
      outline.all("svg").allSatisfy { ($0["display"] == "none") == ($0["class"] == "pathbook-chart narrow") })
    #expect(outline.all("svg").filter { $0["display"] == "none" }.allSatisfy { $0["width"] == "340" })
    #expect(outline.all("th").allSatisfy { $0["scope"] != nil })
    #expect(outline.all("caption").count == outline.all("table").count)
  }

  @Test func `a title of a table is not seen where it repeats the heading above it`() throws {
    let page = try Self.page(SampleClients.report("worked-example"))
    #expect(page.contains(#"<caption id="caption-sources" class="repeated">Sources</caption>"#))
    let repeated = page.matches(of: /<caption id="[^"]+" class="repeated">([^<]+)</).map(\.output.1)
    #expect(repeated.allSatisfy { page.contains("<h2>\($0)</h2>") })
    #expect(page.contains(/<caption id="[^"]+">/))
  }

  @Test func `a step leads to all of a long address, and shows its site`() throws {
    let page = try Self.page(SampleClients.report("worked-example"))
    let links = page.matches(of: /<br \/><small>[^<]*<a href="([^"]+)"[^>]*>([^<]+)</)
    #expect(links.count > 1 && links.contains { $0.output.1.count > 60 })
    for link in links {
      let (address, shown) = (String(link.output.1), String(link.output.2))
      #expect(address.hasPrefix(shown) && shown.count <= 60, "\(shown)")
      if address.count <= 60 { #expect(shown == address) }
    }
  }

  @Test(arguments: SampleClients.ids)
  func `every value of the report stands in the page`(_ id: String) throws {
    let report = try SampleClients.report(id)
    let formatter = ValueFormatter(for: report)
    let words = try Outline.of(Self.page(report)).words
    for section in report.sections {
      for case .table(let table) in section.blocks {
        for value in table.rows.flatMap(\.cells) where !value.isEmpty {
          let shown = formatter.text(value).split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(words.contains(shown), "\(table.id): \(shown)")
        }
      }
      for case .list(_, let items) in section.blocks {
        for value in items.flatMap(\.values) { #expect(words.contains(formatter.text(value))) }
      }
    }
  }

  @Test(arguments: [("style", "style-src"), ("script", "script-src")])
  func `the policy names the hash of what is in the page`(_ element: String, _ directive: String) throws {
    let page = try Self.page(SampleClients.report("worked-example"))
    let content = try #require(
      page.firstRange(of: "<\(element)>").flatMap { start in
        page[start.upperBound...].firstRange(of: "</\(element)>").map {
          String(page[start.upperBound..<$0.lowerBound])
        }
      })
    let hash = try IndependentReaders.sha256InBase64(content)
    let policy = try Outline.of(page).all("meta").first { $0["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?["content"]?.contains("\(directive) 'sha256-\(hash)'") == true)
    #expect(policy?["content"]?.hasPrefix("default-src 'none'") == true)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"onload=\"alert(1)", "]]>", "{{title}}", "a\u{202E}b", "</style><b>",
    "\u{0}\u{B}x",
    "javascript:alert(1)", "https://x.example/\"><b>", "http://x.example/", "https://x.example/",
    "mailto:a@x.example",
    "www.x.example", "internal:'Summary'!A1", "external:x.xlsx", "HTTPS://X.EXAMPLE/",
  ])
  func `hostile text stays text`(_ text: String) throws {
    let report = Report(
      clientID: "c", clientName: text, reportDate: ReportDate(year: 2026, month: 1, day: 1),
      language: "en-US",
      title: text, heading: [Fact(label: text, value: .text(text), note: Prose(text))], footer: Prose(text),
      sections: [
        Section(
          id: "a", title: text, shortTitle: "a",
          blocks: [
            .facts([Fact(label: text, value: .text(text), note: Prose(text))]), .paragraph(Prose(text)),
            .list(title: Prose(text), items: [Prose(text)]),
            .callout(title: Prose(text), items: [Prose(text)]),
            .table(
              Table(
                id: "t", title: Prose(text),
                columns: [
                  Column(id: "a", header: text, role: .stub, note: text),
                  Column(id: "b", header: text, role: .detail),
                ],
                groups: [
                  RowGroup(title: Prose(text), rows: [Row(id: text, cells: [.text(text), .text(text)])])
                ],
                notes: [Prose(text)])),
            .nextSteps(
              NextSteps(
                title: Prose(text), stepHeader: text, dateHeader: text, steps: [.init(Prose(text))],
                blankLines: 1)),
          ])
      ], sources: [],
      properties: DocumentProperties(
        title: "", subject: "", author: "", organization: "", keywords: "", comments: ""),
      style: try SampleClients.report("worked-example").style)
    let page = try Self.page(report)
    let outline = try Outline.of(page)
    #expect(outline.all("script").isEmpty && outline.all("b").count == 1)
    #expect(outline.elements.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
    // The contents alone lead somewhere.
    #expect(outline.all("a").allSatisfy { $0 == ["href": "#a"] })
    #expect(!page.contains("\u{202E}") && !page.contains("\u{0}"))
  }

  @Test
  func
    `before each variable of a style sheet stands a color, and heads are dark where backgrounds are not printed`()
    throws
  {
    var report = try SampleClients.report("worked-example")
    let page = try Self.page(report)
    let sheet = try #require(
      page.firstMatch(of: /<style>((?s:.*?))\/\*/)?.1 ?? page.firstMatch(of: /<style>((?s:.*?))<\/style>/)?.1)
    let own = sheet.components(separatedBy: ":root{--primary").first ?? ""
    for rule in own.split(separator: "{").dropFirst() {
      let declarations = rule.prefix { $0 != "}" }.split(separator: ";").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      for (index, declaration) in declarations.enumerated() where declaration.contains("var(") {
        let name = declaration.prefix { $0 != ":" }
        let before = index > 0 ? declarations[index - 1] : ""
        #expect(
          before.hasPrefix(name + ": ") && before.contains("#") && !before.contains("var("), "\(declaration)")
      }
    }
    let print = try #require(own.components(separatedBy: "@media print").last)
    #expect(print.contains("thead th { background: none; color: #1b1f24;"))
    #expect(own.contains(/@page \{ size: [a-z]/))
    let branding = Branding(primaryColor: RGBColor(0x7A1F1F))
    report = Report(
      clientID: "c", reportDate: report.reportDate, language: "en-US", title: "x", heading: [], footer: "",
      sections: [],
      sources: [], properties: report.properties, style: report.style, branding: branding)
    let branded = try Self.page(report)
    #expect(
      branded.contains("background: #7A1F1F; background: var(--primary)") && !branded.contains("#1F3864"))
  }
}

extension Branding {
  fileprivate init(primaryColor: RGBColor) {
    self.init()
    self.primaryColor = primaryColor
  }
}
