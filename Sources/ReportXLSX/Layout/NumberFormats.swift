import Calculation
import ReportModel

/// Excel's number formats for the quantities of a report: a cell holds the number and shows what
/// ``ValueFormatter`` would write, except that a percentile keeps its decimal and has no ending.
struct NumberFormats {
  let style: ValueStyle
  private let known = KnownFormats()

  init(style: ValueStyle) { self.style = style }

  /// Nil when the words around the number cannot be put in a number format; then the cell holds text.
  func format(_ quantity: Quantity, bound: Bound? = nil) -> String? {
    let kind = Kind(quantity, bound)
    if let format = known.formats[kind] { return format }
    let format = newFormat(quantity, bound: bound)
    known.formats[kind] = format
    return format
  }

  /// All that a format depends on. A report has thousands of numbers and a few kinds.
  private struct Kind: Hashable {
    let unit: Unit
    let bound: Bound?
    let isDifference: Bool
    let showsNonzero: Bool
    let isNegative: Bool
    let isHuge: Bool
    let isOne: Bool
    let shownDigits: Int

    init(_ quantity: Quantity, _ bound: Bound?) {
      unit = quantity.unit
      self.bound = bound
      isDifference = quantity.isDifference
      showsNonzero = NumberFormats.showsNonzero(quantity)
      isNegative = quantity.amount < 0
      isHuge = quantity.amount.magnitude >= NumberFormats.huge
      isOne = quantity.amount.magnitude == 1
      shownDigits = NumberFormats.countedDigits(quantity.amount)
    }
  }

  private final class KnownFormats {
    var formats: [Kind: String?] = [:]
  }

  private static let huge = 1e15

  private func newFormat(_ quantity: Quantity, bound: Bound?) -> String? {
    guard let parts = parts(of: quantity) else { return nil }
    guard let around = Self.split(bound.flatMap { style.bounds[$0] } ?? "{n}") else { return nil }
    func section(sign: String, digits: String) -> String {
      Self.quoted(around.before) + sign + parts.before + digits + parts.after + Self.quoted(around.after)
    }
    let format: String
    if quantity.isDifference, Self.showsNonzero(quantity) {
      format = [
        section(sign: "+", digits: parts.digits), section(sign: "-", digits: parts.digits),
        section(sign: "", digits: parts.zero),
      ].joined(separator: ";")
    } else if quantity.amount < 0, bound != nil {
      format =
        section(sign: "", digits: parts.digits) + ";" + section(sign: "-", digits: parts.digits)
    } else {
      format = section(sign: "", digits: parts.digits)
    }
    return format.utf8.count <= ExcelLimits.numberFormatBytes ? format : nil
  }

  /// The number that the cell holds: percents as parts of one, as Excel's percent formats want them.
  static func number(_ quantity: Quantity) -> Double {
    quantity.unit == .percent ? partOfOne(percent: quantity.amount) : quantity.amount
  }

  /// The number nearest to the decimal fraction; 37.7 / 100 would be the nearest to something else at times.
  private static func partOfOne(percent: Double) -> Double {
    let tenths = (percent * 10).rounded()
    return tenths.magnitude < 1e15 ? tenths / 1000 : percent / 100
  }

  /// The format of an axis: the digits of the unit without words.
  func axisFormat(_ unit: Unit) -> String {
    switch unit {
    case .dollars, .dollarsPerYear: dollars("#,##0")
    case .dollarsPerHour: dollars("#,##0.00")
    case .percent: "0%"
    case .index: "0.0##"
    case .percentile, .count, .months, .years, .hoursPerWeek: "#,##0"
    }
  }

  /// The format of the labels of bars: the digits of the unit, one format for all bars.
  func labelFormat(_ unit: Unit) -> String {
    switch unit {
    case .percent: "0.0%"
    case .percentile, .months, .years, .hoursPerWeek: "#,##0.0"
    case .index: "0.000"
    case .dollars, .dollarsPerYear, .dollarsPerHour, .count: axisFormat(unit)
    }
  }

  /// A day as the style writes it; Excel shows the month in the language of its reader.
  var dateFormat: String {
    let codes = [("{year}", "yyyy"), ("{month}", "mmmm"), ("{day}", "d")]
    var format = ""
    var literal = ""
    var rest = style.date[...]
    while let character = rest.first {
      if let (name, code) = codes.first(where: { rest.hasPrefix($0.0) }) {
        format += Self.quoted(literal) + code
        literal = ""
        rest.removeFirst(name.count)
      } else {
        literal.append(character)
        rest.removeFirst()
      }
    }
    format += Self.quoted(literal)
    return format.utf8.count <= ExcelLimits.numberFormatBytes ? format : "yyyy-mm-dd"
  }

  private func dollars(_ digits: String) -> String {
    Self.split(style.dollars).map { Self.quoted($0.before) + digits + Self.quoted($0.after) } ?? digits
  }

  /// What stands around the digits, quoted; the digits, and the digits of zero.
  private struct Parts {
    let before: String
    let digits: String
    let zero: String
    let after: String
  }

  private func parts(of quantity: Quantity) -> Parts? {
    if quantity.amount.magnitude >= Self.huge {
      return Parts(before: "", digits: "0.00E+00", zero: "0", after: "")
    }
    switch quantity.unit {
    case .dollars, .dollarsPerYear: return Self.parts(style.dollars, "#,##0", zero: "0")
    case .dollarsPerHour: return Self.parts(style.dollars, "#,##0.00", zero: "0.00")
    case .percent:
      // An unquoted percent sign makes Excel show parts of one as percents; without it the format shows 0.5 for 50%.
      guard let around = Self.split(style.percent),
        (around.before + around.after).filter({ $0 == "%" }).count == 1
      else { return nil }
      return Parts(
        before: Self.quoted(around.before, plain: ["%"]), digits: "0.0", zero: "0.0",
        after: Self.quoted(around.after, plain: ["%"]))
    case .percentile: return Parts(before: "", digits: "0.0", zero: "0.0", after: "")
    case .index: return Parts(before: "", digits: "0.000", zero: "0.000", after: "")
    case .count: return Parts(before: "", digits: "#,##0", zero: "0", after: "")
    case .months: return Self.counted(style.months, quantity.amount)
    case .years: return Self.counted(style.years, quantity.amount)
    case .hoursPerWeek: return Self.counted(style.hoursPerWeek, quantity.amount)
    }
  }

  /// As many digits as the number has, at most two: Excel has no format for "no point when nothing follows it".
  private static func counted(_ words: ValueStyle.Counted, _ amount: Double) -> Parts? {
    parts(
      amount.magnitude == 1 ? words.one : words.other, ["0", "0.0", "0.00"][countedDigits(amount)], zero: "0")
  }

  /// 0 to 2.
  private static func countedDigits(_ amount: Double) -> Int {
    let hundredths = (amount * 100).rounded()
    if hundredths.truncatingRemainder(dividingBy: 100) == 0 { return 0 }
    return hundredths.truncatingRemainder(dividingBy: 10) == 0 ? 1 : 2
  }

  private static func parts(_ pattern: String, _ digits: String, zero: String) -> Parts? {
    split(pattern).map {
      Parts(before: quoted($0.before), digits: digits, zero: zero, after: quoted($0.after))
    }
  }

  /// What stands before and after the one `{n}` of a pattern.
  private static func split(_ pattern: String) -> (before: String, after: String)? {
    guard let place = pattern.firstRange(of: "{n}") else { return nil }
    let (before, after) = (String(pattern[..<place.lowerBound]), String(pattern[place.upperBound...]))
    return after.contains("{n}") ? nil : (before, after)
  }

  /// Literal text of a number format: `$` and spaces alone as they are, all else in quotes.
  private static func quoted(_ text: String, plain: Set<Character> = []) -> String {
    let bare: Set<Character> = plain.union(["$", " "])
    if text.allSatisfy(bare.contains) { return text }
    let clean = WorkbookText.line(text, limit: .max).string
    return clean.split(separator: "\"", omittingEmptySubsequences: false)
      .map { quotedPiece(String($0), plain: plain) }.joined(separator: "\\\"")
  }

  private static func quotedPiece(_ text: String, plain: Set<Character>) -> String {
    var result = ""
    var literal = ""
    for character in text {
      if plain.contains(character) {
        if !literal.isEmpty { result += "\"\(literal)\"" }
        literal = ""
        result.append(character)
      } else {
        literal.append(character)
      }
    }
    return literal.isEmpty ? result : result + "\"\(literal)\""
  }

  /// False for a difference that is shown as zero, which has no sign.
  private static func showsNonzero(_ quantity: Quantity) -> Bool {
    let shownDigits: Double =
      switch quantity.unit {
      case .dollars, .dollarsPerYear: 0.5
      case .dollarsPerHour: 0.005
      default: 0
      }
    return quantity.amount.magnitude >= shownDigits
  }
}
