import Foundation
import Testing

@testable import ReportWriters

@Suite struct StyleSheetTests {
  @Test(arguments: [
    "@import \"https://x.example/\";", "@import url(x.css);", "@IMPORT 'x';", "@\\69mport \"x\";",
    "@\\000069 mport 'x';",
    "@/**/import; @import'x'", "p{background:url(https://x.example/)}", "p{background:URL(\"//x.example/\")}",
    "p{background:\\75rl(https://x.example/)}", "p{background:u\\72 l(https://x.example/)}",
    "p{background:url( 'x.png' )}", "p{background:url(h\\74tps://x.example/)}",
    "p{background:url(data:text/html,x)}",
    "p{background:image-set(\"https://x.example/\" 1x)}", "p{background:-webkit-image-set(url(x) 1x)}",
    "p{--a:\"https://x.example/\";background:image-set(var(--a) 1x)}", "p{background:src(attr(title))}",
    "@font-face{font-family:x;src:url(x.woff)}", "p{cursor:url(x),auto}", "p{content:image(\"x\")}",
    "p{background:cross-fade(\"x\", \"y\")}", "/* open */ /* p{ */ p{background:url(x)}",
    "p{width:expression(x)}",
    "p{content:\"\\\"\";background:url(x)}", "p{background:url(\"data:image/png;base64,\"), url(x)}",
    "p{content:'a\n;background:url(x)}", "p{background:url(\u{0}x)}",
    "p{background:image-set(calc(url(x)) 1x)}",
    "p{background:url(", "@namespace url(https://x.example/);",
  ])
  func `a style sheet that would load something is refused`(_ sheet: String) {
    #expect(throws: PageTemplateError.self) { try HTMLTemplate.checkStyle(sheet) }
  }

  @Test(arguments: [
    "", "p { color: red }", "p{content:\"url(https://x.example/)\"}", "/* @import 'x'; url(x) */",
    "p{fill:url(#a)}",
    "p{background:url(data:image/png;base64,AAAA)}",
    "p{background:image-set(\"data:image/png,\" type(\"image/png\") 1x)}",
    "p{color:var(--a)}", "@media print { p { color: black } }", ".import, .url { margin: calc(1px + 2px) }",
    "p::before{content:'@import'}", "p{content:\"https://example.org\"}",
  ])
  func `a style sheet that loads nothing is allowed`(_ sheet: String) throws {
    try HTMLTemplate.checkStyle(sheet)
  }

  @Test func `the shipped style sheets load nothing`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = try #require(
      FileManager.default.enumerator(at: root.appending(path: "Templates"), includingPropertiesForKeys: nil))
    let sheets = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "css" }
    #expect(sheets.count >= 3)
    for sheet in sheets { try HTMLTemplate.checkStyle(String(contentsOf: sheet, encoding: .utf8)) }
  }

  @Test func `two sheets that are harmless alone are read together too`() throws {
    let (first, second) = ("p{background:url(", "//x.example)}")
    try HTMLTemplate.checkStyle(second)
    #expect(throws: PageTemplateError.self) { try HTMLTemplate.checkStyles(first, then: second) }
  }

  @Test func `a problem has its line`() {
    let error = #expect(throws: PageTemplateError.self) {
      try HTMLTemplate.checkStyle("/*\n*/\np{}\n@import 'x';")
    }
    #expect(error?.problems == [.init(line: 4, kind: .loadingStyle("@import"))])
  }
}
