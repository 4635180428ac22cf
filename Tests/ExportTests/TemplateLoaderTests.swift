import Foundation
import SafeFiles
import TestValues
import Testing

@testable import Export

@Suite struct TemplateLoaderTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func failure(_ template: String) -> ExportFailure? {
    do throws(ExportFailure) {
      _ = try TemplateLoader.load(template)
      return nil
    } catch {
      return error
    }
  }

  private func standardYAML() throws -> String {
    try String(contentsOfFile: Repository.path("Templates/standard/template.yaml"), encoding: .utf8)
  }

  @Test func `the shipped templates load by name, the standard one among them`() throws {
    #expect(TemplateLoader.shippedNames.contains(TemplateLoader.standardName))
    let folder = try TestFolder()
    for name in TemplateLoader.shippedNames {
      let template = try TemplateLoader.load(name)
      // A copy is held to every rule of a stranger's template.
      _ = try TemplateLoader.copy(name, to: folder.path(name))
      let copy = try TemplateLoader.load(folder.path(name))
      #expect(template.text == copy.text, "\(name)")
      #expect(template.html == copy.html, "\(name)")
    }
  }

  @Test func `an unknown name tells the shipped ones`() {
    let names = TemplateLoader.shippedNames.joined(separator: ", ")
    #expect(
      failure("standrad")
        == .missingInput(
          path: "standrad", reason: "no folder and no template of this name; templates: \(names)"))
  }

  @Test func `a missing folder is missing input`() {
    let path = folder.path("none")
    #expect(failure(path) == .missingInput(path: path, reason: "No such file or directory"))
  }

  @Test func `a folder without a template says which file it needs, and reads nothing else`() throws {
    try folder.makeHugeFile("huge.bin")
    let expected = ExportFailure.missingInput(
      path: folder.path("template.yaml"), reason: "it is missing, and a template needs it")
    #expect(failure(folder.path) == expected)
  }

  @Test(arguments: ["es-MX", "es-US", "es"])
  func `a folder in Spanish of any country has the words of the shipped Spanish`(tag: String) throws {
    try folder.write("language: \(tag)\nbranding: { organization: Centro }\n", to: "template.yaml")
    let template = try TemplateLoader.load(folder.path)
    #expect(template.report.language == tag)
    #expect(try template.report.wording == TemplateLoader.load("standard-es").report.wording)
    let text = try SampleReports.files("worked-example", formats: [.txt], template: template)[0]
    #expect(String(decoding: text.bytes, as: UTF8.self).contains("Usted gana"))
  }

  @Test func `a folder with only the wording works, and its words stand in the report`() throws {
    let yaml = try standardYAML()
    try #require(yaml.contains("organization: \"\""))
    try folder.write(
      yaml.replacingOccurrences(of: "organization: \"\"", with: "organization: Harbor Career Center"),
      to: "template.yaml")
    let template = try TemplateLoader.load(folder.path)
    let text = try SampleReports.files("worked-example", formats: [.txt], template: template)[0]
    #expect(String(decoding: text.bytes, as: UTF8.self).contains("Harbor Career Center"))
  }

  @Test(arguments: [
    ("logo: \"\"", "logo: none.png", "there is no file none.png in the template's folder; put it there"),
    ("logo: \"\"", "logo: text.png", "the file is not a PNG picture; save the logo as PNG"),
    ("logo: \"\"", "logo: ../secret.png", "give the name of a .png file in the template's folder"),
    ("\"#1F3864\"", "\"#FFCC00\"", "the contrast of the color with white is 1.51, and must be 4.5 or more"),
    ("\"#B45309\"", "orange", "give a color as \"#1F3864\", in quotes"),
    ("  contact: \"\"", "  phone: \"\"", "unknown key; allowed: organization, contact"),
  ])
  func `branding that cannot be shown is told`(_ line: String, _ other: String, _ words: String) throws {
    let yaml = try standardYAML()
    try #require(yaml.contains(line))
    try folder.write(yaml.replacingOccurrences(of: line, with: other), to: "template.yaml")
    try folder.write("no picture", to: "text.png")
    let found = try #require(failure(folder.path))
    #expect(found.exitCode == 65)
    #expect(found.lines.count == 1)
    #expect(found.lines.first?.contains(words) == true, "\(found.lines)")
  }

  @Test func `a folder's page of text is used`() throws {
    try folder.write(try standardYAML(), to: "template.yaml")
    try folder.write("Only this: {{{title}}}\n", to: "report.txt.mustache")
    let template = try TemplateLoader.load(folder.path)
    let text = try SampleReports.files("worked-example", formats: [.txt], template: template)[0]
    #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix("Only this: "))
  }

  @Test func `broken wording names the file, the line and the key, all problems in one run`() throws {
    var lines = try standardYAML().components(separatedBy: "\n")
    let dollars = try #require(lines.firstIndex { $0.hasPrefix("  dollars:") })
    lines[dollars] = "  money: \"${n}\""
    let client = try #require(lines.firstIndex { $0.hasPrefix("    client:") })
    lines[client] = "    cleint: Client"
    let settings = try #require(lines.firstIndex { $0.contains("id: settings,") })
    lines[settings] = lines[settings].replacingOccurrences(of: "id: settings,", with: "id: settigns,")
    let file = try folder.write(lines.joined(separator: "\n"), to: "template.yaml")
    let found = try #require(failure(folder.path))
    #expect(found.exitCode == 65)
    let starts = [
      "\(file): line \(settings + 1): sections.4.id: unknown section",
      "\(file): style.dollars: the key is missing",
      "\(file): line \(client + 1): wording.report.cleint: unknown key",
    ]
    for start in starts {
      #expect(found.lines.contains { $0.hasPrefix(start) }, "\(start) in \(found.lines)")
    }
  }

  @Test func `wording that is not YAML names the file and the line`() throws {
    let file = try folder.write("language: en-US\norganization: [1\nsections: 2\n", to: "template.yaml")
    let lines = try #require(failure(folder.path)).lines
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("\(file): line 3: this is not valid YAML ("), "\(lines)")
  }

  @Test func `a broken page of text names its file`() throws {
    try folder.write(try standardYAML(), to: "template.yaml")
    let file = try folder.write("{{#sections}}\nno end\n", to: "report.txt.mustache")
    let found = try #require(failure(folder.path))
    #expect(found.exitCode == 65)
    #expect(!found.lines.isEmpty && found.lines.allSatisfy { $0.hasPrefix("\(file): ") }, "\(found.lines)")
  }

  @Test func `a link in a template's folder leads to nothing`() throws {
    let secret = try TestFolder()
    try secret.write("language: en-US\n", to: "template.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/template.yaml", withDestinationPath: secret.path + "/template.yaml")
    #expect(throws: ExportFailure.self) { _ = try TemplateLoader.load(folder.path) }
  }
}
