import Advising
import CareerData
import TestValues
import Testing

@testable import Session

/// The form as a browser gets it.
struct FormMarkupTests {
  private let form: ProfileForm

  init() throws { form = try SessionDataset.form() }

  private static let hostile =
    NastyText.cells + [
      "\"><script>alert(1)</script>", "' onfocus='alert(1)", "</textarea><b>", "&quot;&#34;",
      "\u{0}\u{7}\u{1B}",
      "\" autofocus onfocus=\"x", "<!--", "]]>", "\"\u{301}><i>", "\u{2066}a\u{2069}", "a\u{2028}b",
    ]

  /// Each input has the text, whatever it is.
  private func everywhere(_ text: String) -> [String: FormValue] {
    Dictionary(
      uniqueKeysWithValues: form.fields.map { field in
        switch field.input {
        case .several, .searches: (field.key, .several([text, text + "2"]))
        case .objects(let members, _):
          (field.key, .objects([Dictionary(uniqueKeysWithValues: members.map { ($0.key, text) })]))
        default: (field.key, .text(text))
        }
      })
  }

  private func page(
    _ values: [String: FormValue], problems: [String: [String]] = [:], notices: [String: [String]] = [:],
    _ language: SessionLanguage = .english
  ) throws -> PageTags {
    try PageTags(FormMarkup(form, language).html(values, problems: problems, notices: notices))
  }

  @Test(arguments: SessionLanguage.allCases)
  func `labels, legends and descriptions lead to what there is, and each id is there once`(
    _ language: SessionLanguage
  ) throws {
    for values in [[:], everywhere("x")] {
      let page = try page(values, language)
      let ids = page.tags.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      let known = Set(ids)
      let labelled = page.tags.filter { $0.name == "label" }.compactMap { $0.attributes["for"] }
      #expect(Set(labelled).count == labelled.count && Set(labelled).isSubset(of: known))
      for tag in page.tags where ["input", "select", "textarea"].contains(tag.name) {
        if tag.attributes["type"] == "hidden" { continue }
        #expect(tag.attributes["id"].map(labelled.contains) == true, "\(tag)")
        #expect(tag.attributes["autocomplete"] == "off", "\(tag)")
      }
      for tag in page.tags {
        for id in (tag.attributes["aria-describedby"] ?? "").split(separator: " ") {
          #expect(known.contains(String(id)), "\(id)")
        }
      }
      for field in form.fields { #expect(known.contains("field-\(field.key)"), "\(field.key)") }
      let fieldsets = page.tags.filter { $0.name == "fieldset" }.count
      #expect(fieldsets > form.groups.count)
      #expect(page.tags.filter { $0.name == "legend" }.count == fieldsets)
    }
  }

  @Test func `inputs are named by what reads them`() throws {
    let page = try page(form.values(of: .nothing))
    let names = Set(page.tags.compactMap { $0.attributes["name"] })
    #expect(Set(form.fields.map(\.key)).subtracting(names) == ["agreed_steps"])
    #expect(names.contains("agreed_steps[1].due") && !names.contains("agreed_steps[2].text"))
    func tag(_ name: String) throws -> PageTags.Tag {
      try #require(page.tags.first { $0.attributes["name"] == name })
    }
    #expect(try tag("id").attributes["required"] != nil && tag("name").attributes["required"] == nil)
    #expect(try tag("pay_amount").attributes["inputmode"] == "decimal")
    #expect(try tag("horizon_years").attributes["inputmode"] == "numeric")
    #expect(try tag("occupation").attributes["data-search"] == "occupation")
    #expect(try tag("compare_places").attributes["data-search"] == "place")
    #expect(
      page.tags.filter { $0.attributes["name"] == "compare_places" }.count == PlaceComparison.mostPlaces)
    #expect(try tag("agreed_steps[1].due").attributes["type"] == "date")
    #expect(
      try tag("pay_amount").attributes["aria-describedby"]
        == "f-pay_amount-unit f-pay_amount-hint f-pay_amount-problem f-pay_amount-notice")
  }

  @Test func `what is sent back unchanged is what was shown`() throws {
    let json = """
      {"id": "c", "name": "Ana", "state": "CA", "in_field": false, "credentials": ["CPC"], "pay_amount": 22.5,
       "pay_basis": "hourly", "notes": "one\\n\\ntwo", "compare_places": ["NV"], "setting": "gone",
       "agreed_steps": [{"text": "Call", "due": "2026-12-01"}, {"text": "Read", "done": "soon"}]}
      """
    let values = form.values(of: try StoredJSON.root(json))
    for language in SessionLanguage.allCases {
      let sent = try page(values, language).sent
      let back = form.values(of: sent.map { (name: $0.0, value: $0.1) })
      for field in form.fields where field.field != .agreedSteps {
        #expect(back[field.key] == values[field.key], "\(field.key)")
      }
      #expect(
        back["agreed_steps"]
          == .objects([
            ["text": "Call", "due": "2026-12-01", "done": ""], ["text": "Read", "due": "", "done": "soon"],
            ["text": "", "due": "", "done": ""],
          ]))
    }
  }

  @Test(arguments: hostile) func `a hostile value is text wherever it stands`(_ text: String) throws {
    let plain = try page(everywhere("x"), problems: ["id": ["x"], "x": ["x"]], notices: ["id": ["x"]])
    let page = try page(
      everywhere(text), problems: ["id": [text], text + "?": [text]], notices: ["id": [text]])
    // The same tags and names, but for options that are one more or less.
    func outline(_ page: PageTags) -> [String] {
      page.tags.filter {
        !["option"].contains($0.name) && $0.attributes["type"] != "radio"
          && $0.attributes["type"] != "checkbox"
      }
      .filter { $0.name != "label" && $0.attributes["class"] != "tick" && $0.name != "div" }
      .map { "\($0.name) \($0.attributes.keys.sorted().filter { $0 != "checked" })" }
    }
    #expect(outline(page) == outline(plain))
    #expect(
      page.tags.allSatisfy { tag in tag.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "style" } })
    #expect(page.tags.allSatisfy { !["script", "style", "b", "i"].contains($0.name) })
    if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.properties.generalCategory != .format }) {
      #expect(page.sent.contains { $0.0 == "name" && $0.1 == text })
    }
  }

  @Test func `a problem stands at its input, and others above the form`() throws {
    let markup = FormMarkup(form, .spanish)
    let problems = [
      "pay_amount": ["too <much>"], "agreed_steps[2].due": ["no date"], "previous.rung": ["unknown"],
    ]
    let html = markup.html(
      ["agreed_steps": .objects([["text": "One"], ["text": "Two", "due": "tomorrow"]])], problems: problems)
    #expect(html.contains(#"id="f-pay_amount-problem" lang="en" aria-live="polite">too &lt;much&gt;</p>"#))
    #expect(html.contains(#"id="f-agreed_steps-2-due-problem" lang="en" aria-live="polite">no date</p>"#))
    #expect(html.contains("<li><code>previous.rung</code>: unknown</li>"))
    let page = try PageTags(html)
    let wrong = page.tags.filter { $0.attributes["aria-invalid"] == "true" }.compactMap {
      $0.attributes["name"]
    }
    #expect(wrong == ["pay_amount", "agreed_steps[2].due"])
    let due = try #require(page.tags.first { $0.attributes["name"] == "agreed_steps[2].due" })
    #expect(due.attributes["type"] == "text" && due.attributes["value"] == "tomorrow")
  }

  @Test func `the words are those of the language`() throws {
    let english = FormMarkup(form, .english).html([:])
    let spanish = FormMarkup(form, .spanish).html([:])
    #expect(english.contains(">Not known<") && !english.contains("No se sabe"))
    #expect(spanish.contains(">No se sabe<") && !spanish.contains("Not known"))
    #expect(spanish.contains(">horas por semana<") && english.contains(">hours a week<"))
  }

  @Test func `a field can be renewed by itself`() throws {
    let markup = FormMarkup(form, .english)
    let field = try #require(form.fields.first { $0.field == .state })
    let html = markup.html(field, .text("CA"))
    #expect(html.hasPrefix("<div class=\"field\" id=\"field-state\">"))
    #expect(markup.html(["state": .text("CA")]).contains(html))
  }
}
