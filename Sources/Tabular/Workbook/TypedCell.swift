/// A cell of a sheet with what its type and its format tell.
package struct TypedCell: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case text
    case number(Double)
    /// The time of day is left out.
    case date(SheetDate)
    case flag(Bool)
    /// `#N/A`, `#REF!`.
    case error
    /// A formula that no program has calculated.
    case uncalculated
    /// A number that its format makes something else of: a time, a share, other money.
    case otherNumber(Double)
  }

  /// From 0.
  package let column: Int
  package let value: Value
  /// As a person sees it, as far as the file tells: `00123` for 123 in the format `00000`, dates as `2026-11-23`.
  package let text: String
  /// The format of the cell's numbers; of another cell `General`, or `@` for text.
  package let format: NumberFormat
  /// Of a date, in days of the system of 1900.
  package let serial: Double?
}

extension TypedCell {
  init(_ cell: SheetReader.Cell, _ formats: [NumberFormat], _ dates: SheetDate.System) {
    column = cell.column
    format = formats.indices.contains(cell.style) ? formats[cell.style] : .general
    switch cell.kind {
    case .text:
      text = Self.unescaped(cell.bytes)
      value =
        !cell.hasFormula
        ? .text : Self.errors.contains(text) ? .error : text == Self.uncalculated ? .uncalculated : .text
      serial = nil
    case .error:
      text = cell.bytes.text
      value = .error
      serial = nil
    case .boolean:
      let isTrue = cell.bytes.elementsEqual("TRUE".utf8)
      text = isTrue ? "TRUE" : "FALSE"
      value = .flag(isTrue)
      serial = nil
    case .uncalculated:
      text = ""
      value = .uncalculated
      serial = nil
    case .date:
      let date = SheetDate(iso: cell.bytes.text)
      text = date?.iso ?? cell.bytes.text
      value = date.map(Value.date) ?? .text
      serial = date?.serial
    case .number:
      guard let number = Double(cell.bytes.text), number.isFinite else {
        // What is no number stays as it is, for the error to name it.
        text = cell.bytes.text
        value = .text
        serial = nil
        return
      }
      text = format.shown(number, dates)
      let date = format.kind == .date ? SheetDate(serial: number, dates) : nil
      serial = date == nil ? nil : dates.in1900(number)
      value = date.map(Value.date) ?? Self.value(number, format)
    }
  }

  private static func value(_ number: Double, _ format: NumberFormat) -> Value {
    switch format.kind {
    case .number, .text: .number(number)
    case .date, .time, .percent, .otherUnit: .otherNumber(number)
    }
  }

  /// The value that a formula without one is given where it must have one.
  package static let uncalculated = "(formula not calculated)"

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!",
  ]

  /// `_x000D_` in a text is a carriage return, by ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "_x") {
      result += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix(4)
      let after = rest[start.upperBound...].dropFirst(4)
      if digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), after.first == "_",
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = after.dropFirst()
      } else {
        result += rest[start]
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
}

/// A day as a workbook counts it.
package struct SheetDate: Sendable, Equatable {
  package let year: Int
  /// From 1.
  package let month: Int
  package let day: Int

  /// From which day a workbook counts, by ECMA-376 part 1, 18.17.4.1.
  package enum System: Sendable, Equatable {
    /// 1 is 1900-01-01, and 60 the 29th of February 1900, which there never was.
    case from1900
    /// 0 is 1904-01-01; old workbooks of the Macintosh.
    case from1904

    /// The same day as a number of days of the system of 1900.
    package func in1900(_ serial: Double) -> Double { self == .from1904 ? serial + 1_462 : serial }
  }

  /// The day of a number of days; its fraction is the time of day. Nil for what is no day that a workbook can have.
  package init?(serial: Double, _ system: System) {
    let days = system.in1900(serial)
    guard days >= 1, days < 2_958_466 else { return nil }
    let whole = Int(days)
    guard whole != 60 else { return nil }
    self.init(daysSince1970: whole - 25_569 + (whole < 60 ? 1 : 0))
  }

  /// The day of `2026-11-23T00:00:00`, as a cell of the type `d` has it.
  package init?(iso text: some StringProtocol) {
    let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// By eras of 400 years, which begin in March.
  private init(daysSince1970 days: Int) {
    let fromMarch = days + 719_468
    let era = fromMarch / 146_097
    let dayOfEra = fromMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Its number of days in the system of 1900.
  package var serial: Double {
    let fromMarch = month > 2 ? month - 3 : month + 9
    let years = month > 2 ? year : year - 1
    let days = years * 365 + years / 4 - years / 100 + years / 400 + (153 * fromMarch + 2) / 5 + day - 1
    let serial = days - 719_468 + 25_569
    return Double(serial <= 60 ? serial - 1 : serial)
  }

  /// `2026-11-23`.
  package var iso: String { PlainDate.text(year: year, month: month, day: day) }
}
