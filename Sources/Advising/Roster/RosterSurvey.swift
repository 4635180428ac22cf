import CareerData

/// What only whole columns of a roster tell: whether its dates have the month or the day first.
public struct RosterSurvey: Sendable, Equatable {
  struct Witness: Sendable, Equatable {
    let line: Int
    let text: String
  }

  /// What a place is called: a line of a text, a row of a workbook.
  var placeWord = "line"
  /// The first date that is none with the day first.
  private var monthFirst: Witness?
  /// The first date that is none with the month first.
  private var dayFirst: Witness?
  private var ambiguous: Witness?

  public init() {}

  public var order: DateOrder {
    guard dayFirst != nil else { return .monthFirst }
    return monthFirst == nil ? .dayFirst : .both
  }

  mutating func add(_ record: RosterRecord, _ header: RosterHeader) {
    guard let column = header.index(of: .reportDate), column < record.cells.count,
      case .text(let text) = header.own(record.cells[column])
    else { return }
    add(text.trimmed, line: record.line)
  }

  mutating func add(_ text: String, line: Int) {
    guard let date = WrittenDate(text) else { return }
    let witness = Witness(line: line, text: text)
    switch date.onlyOrder {
    case .monthFirst: monthFirst = monthFirst ?? witness
    case .dayFirst: dayFirst = dayFirst ?? witness
    case .both, nil: if date.isAmbiguous { ambiguous = ambiguous ?? witness }
    }
  }

  /// Which order was taken, and why; nil when it makes no difference.
  public var note: String? {
    let name = ProfileField.reportDate.rawValue
    switch (monthFirst, dayFirst) {
    case (nil, let day?):
      return
        "\(name): dates are read with the day first, since \"\(day.text)\" in \(placeWord) \(day.line) has no other reading"
    case (let month?, let day?):
      return
        "\(name): \"\(month.text)\" in \(placeWord) \(month.line) has the month first and \"\(day.text)\" in \(placeWord) \(day.line) "
        + "the day, so dates that could be both are refused"
    case (_, nil):
      return ambiguous == nil ? nil : "\(name): dates are read with the month first, as 11/23/2026"
    }
  }
}

extension DateOrder {
  /// In a list of rejects; nil for the usual order.
  public var word: String? {
    switch self {
    case .monthFirst: nil
    case .dayFirst: "day-first"
    case .both: "both"
    }
  }

  init?(word: String) {
    switch word {
    case "day-first": self = .dayFirst
    case "both": self = .both
    default: return nil
    }
  }
}
