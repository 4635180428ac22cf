import Advising
import Calculation
import CareerData
import ReportModel

/// Days and spans of time in sentences.
extension SectionContext {
  /// `May 2027`: a plan counts by months. Nil for no day.
  func month(_ date: CalendarDate?) -> Prose? {
    date.map { date in
      wording.prose(
        TimePhrase.month,
        ["month": Prose(monthNames[date.month - 1]), "year": Prose(String(date.year))])
    }
  }

  /// `4 to 9 months`; nil for what is not known.
  func span(_ span: TimeSpan?) -> Prose? {
    guard let span, let figure = span.figure else { return nil }
    let provenance = Provenance.published(citation(figure))
    let high = Prose(Quantity(span.high, .months, provenance))
    guard span.low < span.high else { return high }
    return wording.prose(
      TimePhrase.span, ["low": Prose(Quantity(span.low, .count, provenance)), "high": high])
  }

  /// Less than a year in months, else years: `6 months`, `1.5 years`. Nil where the client's years are not known.
  func yearsMissingWords(_ next: CareerLadder.NextRung) -> Prose? {
    guard let missing = next.yearsMissing, let calculation = yearsMissing(next) else { return nil }
    guard missing < 1 else { return Quantity(calculation, .years).map { Prose($0) } }
    return Quantity(AppliedRule(.monthsOfYears, Operand(calculation, .years)), .months).map { Prose($0) }
  }

  /// Whether a figure is of pay that advertisements name.
  func isAdvertised(_ figure: PayFigure) -> Bool {
    dataset.population(figure.populationID)?.kind == .advertised
  }
}

extension Quantity {
  /// Where the words around it say which way it goes.
  var withoutSign: Quantity { Quantity(amount.magnitude, unit, provenance) }
}

enum TimePhrase: String, PhraseKey {
  static let group = "time"
  case month
  case span, by, from
}
