/// No cell of text holds what a spreadsheet program makes of text that looks like a date. Periods are not looked at here:
/// the reader refuses them.
enum SpreadsheetCheck: PlausibilityCheck {
  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.open.resources.compactMap { checked.open.tables[$0.name] }.flatMap(findings)
  }

  private static func findings(in table: OpenTable) -> [CheckFinding] {
    table.fields.indices.filter { table.fields[$0].typeName == "string" }.flatMap { column in
      (0..<table.document.rowCount).compactMap { row -> CheckFinding? in
        // The longest such text is that of a day with its hour.
        guard let cell = table.cell(row, column), cell.count <= 20 else { return nil }
        let text = String(decoding: cell, as: UTF8.self)
        guard SpreadsheetDate.isMade(text) else { return nil }
        let place = CheckFinding.Place(
          file: table.file, row: table.document.line(ofRow: row), column: table.fields[column].name)
        return CheckFinding(.warning, place, .spreadsheetDate(text))
      }
    }
  }
}

/// What spreadsheet programs make of text that looks like a month or a day to them: `May 2024` comes back as `May-24` or
/// `05/01/2024`, and a code such as `2-7` as `7-Feb`.
enum SpreadsheetDate {
  /// Whether a whole text has such a form.
  ///
  /// - Parameter isPeriod: true where a number of five digits can only be the day count of a spreadsheet: `45413`.
  static func isMade(_ text: String, isPeriod: Bool = false) -> Bool {
    let words = words(text)
    if isPeriod, words.count == 1, let count = number(words[0]) { return dayCounts.contains(count) }
    let numbers = words.map(number)
    // What follows is an hour: `2024-05-01 00:00:00`.
    if words.count == 6, words[0].utf8.count == 4, !numbers.contains(nil) { return true }
    // People write `1 May 2024`; spreadsheets join the parts.
    guard !text.contains(" ") else { return false }
    switch words.count {
    case 2: return isShortMonth(words, numbers)
    case 3: return isDay(words, numbers)
    default: return false
    }
  }

  /// The period that was meant, `May 2024`; nil when it cannot be told.
  static func meant(_ text: String) -> String? {
    let words = words(text)
    let numbers = words.map(number)
    if words.count == 1, let count = numbers[0], dayCounts.contains(count) { return period(dayCount: count) }
    if words.count == 6, let year = numbers[0], let month = numbers[1] { return period(month, year) }
    if words.count == 2, let month = month(words[0]), let year = numbers[1] { return period(month, year) }
    if words.count == 2, let month = month(words[1]), let year = numbers[0] { return period(month, year) }
    if words.count == 3, let month = month(words[1]), let year = numbers[2] { return period(month, year) }
    // The United States write the month first; the first day of a month is the same either way.
    guard words.count == 3, let first = numbers[0], let second = numbers[1], let year = numbers[2] else {
      return nil
    }
    return period(second > 12 || second == 1 ? first : (first == 1 ? second : first), year)
  }

  /// `May-24`, `24-May`; not `May 2024`, which is as it should be.
  private static func isShortMonth(_ words: [Substring], _ numbers: [Int?]) -> Bool {
    let (name, count) = numbers[0] == nil ? (words[0], words[1]) : (words[1], words[0])
    return month(name) != nil && (1...2).contains(count.utf8.count) && number(count) != nil
  }

  /// `5/1/2024`, `05/01/24`, `01.05.2024`, `1-May-24`; not `2024-05-01`, which people write.
  private static func isDay(_ words: [Substring], _ numbers: [Int?]) -> Bool {
    guard numbers[0] != nil, (1...2).contains(words[0].utf8.count), numbers[2] != nil,
      [2, 4].contains(words[2].utf8.count)
    else { return false }
    return month(words[1]) != nil || (numbers[1] != nil && (1...2).contains(words[1].utf8.count))
  }

  /// The days of 1970 to 2099, as spreadsheets count them.
  private static let dayCounts = 25_569...73_050

  private static func period(dayCount: Int) -> String? {
    var rest = dayCount - dayCounts.lowerBound
    for year in 1970...2099 {
      for month in 1...12 {
        let days = CalendarDate.lastDay(ofMonth: month, year)?.day ?? 28
        if rest < days { return period(month, year) }
        rest -= days
      }
    }
    return nil
  }

  private static func period(_ month: Int, _ year: Int) -> String? {
    let year = year < 100 ? 2000 + year : year
    guard (1...12).contains(month), (1997...2199).contains(year) else { return nil }
    return "\(CalendarDate.monthNames[month - 1]) \(year)"
  }

  private static func month(_ word: Substring) -> Int? {
    let name = word.lowercased()
    guard name.utf8.count >= 3 else { return nil }
    return PeriodText.months.firstIndex { $0 == name || ($0.hasPrefix(name) && name.utf8.count == 3) }
      .map { $0 + 1 }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  private static func number(_ word: Substring) -> Int? {
    word.utf8.count <= 5 && word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word) : nil
  }
}
