import CareerData
import Tabular

/// An element of the list of sources of a package.
struct SourceEntry {
  let title: String

  init?(_ text: String) {
    guard let title = (try? JSONDocument(Array(text.utf8)))?.root["title"]?.string else { return nil }
    self.title = title
  }

  /// The text as JSON has it.
  static func quoted(_ text: String) -> String { JSONText.string(text).compact }
}

extension PublishedEdition {
  /// The labels and periods of the figures of the edition, with their Spanish.
  var wordsInSpanish: [(text: String, translation: String)] {
    if let wages = OEWSEdition(period) {
      return [(wages.text, "\(Self.spanishMonths[wages.month - 1]) de \(wages.year)")]
    }
    let years = ProjectionYears(period)
    return [
      ("Employment in \(years.first)", "Empleo en \(years.first)"),
      ("Employment in \(years.last)", "Empleo en \(years.last)"),
      (
        "Projected growth of employment, \(years.text)", "Crecimiento proyectado del empleo, \(years.text)"
      ),
      (
        "Self-employed people in \(years.first)",
        "Personas que trabajan por cuenta propia en \(years.first)"
      ),
    ]
  }

  private static let spanishMonths = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
  ]
}
