import ReportWriters
import TestValues
import Testing

/// Our reader of templates against one by others, which keeps to the specification of Mustache.
@Suite(.enabled(if: IndependentReaders.python != nil, Comment(rawValue: IndependentReaders.missing)))
struct MustacheTests {
  @Test func `made-up templates are filled as another reader of Mustache fills them`() throws {
    var random = SplitMix64(state: 26)
    let templates = (0..<Rounds.count(2_000)).map { _ in MadeUpTemplate(&random).text }
    let expected = try IndependentReaders.filledByChevron(templates, values: MadeUpTemplate.json)
    try #require(expected.count == templates.count)
    for (template, text) in zip(templates, expected) {
      let filled = try MustacheTemplate(template) { $0 }.filled(with: MadeUpTemplate.values)
      #expect(filled == text, "\(template)")
    }
    // Many of them show something.
    #expect(expected.count { $0.contains { $0.isLetter } } > templates.count / 3)
  }
}

/// Tags that read, in lines of their own and within lines.
private struct MadeUpTemplate {
  static let values: MustacheValues = [
    "a": "A", "b": true, "c": false, "d": [["a": "1", "e": "E"] as MustacheValues, ["f": "F"]],
    "g": ["x", "y"], "h": ["a": "H"] as MustacheValues, "none": [String](),
  ]
  static let json = """
    {"a": "A", "b": true, "c": false, "d": [{"a": "1", "e": "E"}, {"f": "F"}], "g": ["x", "y"], "h": {"a": "H"}, "none": []}
    """

  private(set) var text = ""

  init(_ random: inout SplitMix64) {
    add(&random, inside: [])
    // Spaces after the last tag are in no specification.
    text += "\n"
  }

  private mutating func add(_ random: inout SplitMix64, inside open: [String]) {
    func one(_ texts: String...) -> String { texts.randomElement(using: &random) ?? "" }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3: text += one("\n", " ", "\n\n", "  word", "\t\n", "w")
      case 4: text += one("", "\n", "\n  ") + "{{! say\n}}" + one("", "\n", " \n")
      case 5, 6:
        let name = one("a", "e", "f", "h.a", "missing", "h.missing")
        text += one("{{\(name)}}", "{{{\(name)}}}", "{{& \(name) }}")
      default:
        let name = one("a", "b", "c", "d", "g", "h", "h.a", "missing", "none")
        // chevron loses its way in a section inside one of the same name.
        guard open.count < 3, !open.contains(name) else { continue }
        let (indent, end) = (one("", "", "\n", "\n  "), one("", "\n"))
        text += "\(indent){{\(one("#", "^"))\(name)}}\(end)"
        add(&random, inside: open + [name])
        text += "\(indent){{/\(name)}}\(end)"
      }
    }
  }
}
