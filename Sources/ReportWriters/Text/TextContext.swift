import Mustache

/// What a template finds in a report. The names are those of ``TextTemplate``.
struct TextContext: MustacheParent {
  let clientID: String
  let reportDate: String
  let title: TextTitle
  let heading: [TextHeadingContext]
  let sections: [TextSectionContext]
  let footer: String?
  let placedSections: Set<String>

  func child(named name: String) -> Any? {
    switch name {
    case "client_id": clientID
    case "report_date": reportDate
    case "title": title.text
    case "underline": title.underline
    case "heading": heading
    case "sections": sections
    case "other_sections": sections.filter { !placedSections.contains($0.id) }
    case "footer": footer
    default:
      name.hasPrefix("section_") ? sections.first { $0.id == name.dropFirst("section_".count) } : nil
    }
  }
}

/// A title and the line under it; nil where there is none.
struct TextTitle {
  let text: String
  let underline: String?
}

struct TextHeadingContext: MustacheParent {
  let label: String
  let value: String
  let note: String?
  let text: String

  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "value": value
    case "note": note
    case "text": text
    default: nil
    }
  }
}

struct TextSectionContext: MustacheParent {
  let id: String
  let title: TextTitle
  let blocks: [TextBlockContext]

  func child(named name: String) -> Any? {
    switch name {
    case "id": id
    case "title": title.text
    case "underline": title.underline
    case "text": blocks.map(\.text).joined(separator: "\n\n")
    case "blocks": blocks
    default: nil
    }
  }
}

struct TextBlockContext: MustacheParent {
  let text: String

  func child(named name: String) -> Any? { name == "text" ? text : nil }
}
