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
