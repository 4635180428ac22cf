extension CheckFinding: CustomStringConvertible {
  /// `pay.csv: row 12, value: p25 is 41600, below p10, 45000; expected: …; what to do`.
  public var description: String {
    if case .schema(let problem) = kind { return problem.description }
    var parts = [found]
    if let acknowledgement {
      parts.append("the dataset explains it as \(acknowledgement.id) (\(acknowledgement.place))")
      return "\(place): \(parts.joined(separator: "; ")): \(acknowledgement.reason)"
    }
    if !expected.isEmpty { parts.append("expected: \(expected)") }
    parts.append(remedy)
    return "\(place): \(parts.joined(separator: "; "))"
  }

  /// What was found, in words.
  public var found: String {
    switch kind {
    case .schema(let problem): problem.finding
    case .furtherProblems(let count): "\(count) more problems"
    case .percentileOrder(let lower, let lowerAmount, let upper, let upperAmount):
      "\(upper.rawValue) is \(PlainNumber.text(upperAmount)), below \(lower.rawValue), \(PlainNumber.text(lowerAmount))"
    case .hourlyAgainstAnnual(let statistic, let hourly, let annual):
      "\(statistic.rawValue) is \(PlainNumber.text(hourly)) an hour and \(PlainNumber.text(annual)) a year"
    case .paySize(let statistic, let basis, let amount):
      "\(statistic.rawValue) is \(PlainNumber.text(amount)) \(basis == .annual ? "a year" : "an hour")"
    case .spreadsheetDate(let text): "\"\(text)\" may be a date that a spreadsheet program made of a text"
    case .shareOutOfRange(let share): "a share of \(PlainNumber.text(share)) %"
    case .shareSumAbove100(let sum, let count): "\(count) shares add up to \(PlainNumber.tenths(sum)) %"
    case .sourceUndated: "the source has no last day"
    case .sourceSaysUndated: "the source is undated"
    case .periodAgainstLastDay(let period, let lastDay):
      "the last day \(lastDay.iso) is in no year of the period \"\(period)\""
    case .old(let lastDay, _, let count):
      "\(count) \(count == 1 ? "figure is" : "figures are") of a period that ended on \(lastDay.iso)"
    case .unused(let table, let id): "nothing refers to \"\(id)\" of \(table.rawValue)"
    case .industryMissing(let naics): "no industry of the dataset is NAICS \(naics) or holds it"
    case .fileOutsidePackage: "\(DatasetFiles.packageName) does not list the file"
    case .untranslated(let text, let language): "no translation into \"\(language)\" of \"\(text)\""
    case .translationUnused(let text): "no table has the words \"\(text)\""
    case .claimNotCalculable(let percent):
      "a premium\(percent.map { " of \(PlainNumber.text($0)) %" } ?? "") is published without means to calculate it from"
    case .contradiction(let contradiction, _): contradiction.found
    case .disagreementNotCalculable:
      "a figure of the recalculation is no single number, or zero where it divides"
    case .disagreementOutdated(let stated, let recalculated):
      "\(PlainNumber.text(stated)) is stated; the figures give \(PlainNumber.tenths(recalculated))"
    case .disagreementSettled(let recalculated):
      "the figures agree: they give \(PlainNumber.tenths(recalculated))"
    case .disagreementStated(let published, let recalculated, let unit, _):
      "\(published.map { "\(PlainNumber.text($0)) is published; " } ?? "")the figures give \(PlainNumber.tenths(recalculated)) \(unit)"
    }
  }

  /// What would be right, in words; empty where `found` says it already.
  public var expected: String {
    switch kind {
    case .schema(let problem): problem.allowed.joined(separator: ", ")
    case .furtherProblems, .disagreementNotCalculable, .disagreementStated: ""
    case .percentileOrder(let lower, let amount, let upper, _):
      "\(upper.rawValue) at or above \(lower.rawValue), \(PlainNumber.text(amount))"
    case .hourlyAgainstAnnual(_, let hourly, _):
      "\(PlainNumber.text((hourly * HourlyAnnualCheck.hoursPerYear).rounded())) a year, the hour x 2,080, within \(PlainNumber.text(HourlyAnnualCheck.tolerance)) for rounding"
    case .paySize(_, let basis, _):
      basis == .annual
        ? "\(PlainNumber.text(PaySizeCheck.mostAnnual)) a year at most"
        : "\(PlainNumber.text(PaySizeCheck.mostHourly)) an hour at most"
    case .spreadsheetDate: "words"
    case .shareOutOfRange: "0 to 100 %"
    case .shareSumAbove100: "100 % at most"
    case .sourceUndated, .sourceSaysUndated: "a day, YYYY-MM-DD"
    case .periodAgainstLastDay(let period, _): "a day in \(period)"
    case .old(_, let limit, _):
      "\(limit.iso) or later (\(AgeCheck.years) years), or the mark \"\(AgeCheck.mark)\""
    case .unused, .industryMissing: "one reference at least"
    case .fileOutsidePackage: "a resource for each table"
    case .untranslated(_, let language): "a row of translations for \(language)"
    case .translationUnused: "words as a table has them, to the letter"
    case .claimNotCalculable: "a mean of the subject and one of its base"
    case .contradiction(let contradiction, _): contradiction.expected
    case .disagreementOutdated(_, let recalculated): PlainNumber.tenths(recalculated)
    case .disagreementSettled: "figures that do not agree"
    }
  }

  /// What to do, in words.
  public var remedy: String {
    switch kind {
    case .schema(let problem): problem.remedy
    case .furtherProblems: "mend the others first"
    case .spreadsheetDate: "write what was meant in a column of text"
    case .percentileOrder, .hourlyAgainstAnnual, .paySize: "correct the figures from their source"
    case .shareOutOfRange: "correct the share, or its unit"
    case .shareSumAbove100:
      "correct the shares, or set overlaps_others of a setting that shares people with others"
    case .sourceUndated:
      "fill in the last day of its period; where the source has none, say \"\(SourceDateCheck.undatedMark)\" in its period"
    case .sourceSaysUndated:
      "find out when it was published; until then nobody can tell how old its figures are"
    case .periodAgainstLastDay: "correct the one or the other"
    case .old:
      "import the newer figures, or say in the note of the figures or of their source that they are older, and why they stay"
    case .unused(.areas, _), .unused(.industries, _): "add its figures, or take the row out"
    case .unused: "use it, or take the row out"
    case .industryMissing: "import the figures of the industry, or of one that holds it"
    case .fileOutsidePackage: "add a resource for it, or take the file out"
    case .untranslated: "translate it; what stays as it is, such as a name, is its own translation"
    case .translationUnused: "correct the words, or take the row out"
    case .claimNotCalculable: "add the means, or take the claim out"
    case .contradiction(let contradiction, nil): contradiction.remedy
    case .contradiction(_, .some), .disagreementStated: "nothing: the dataset explains it"
    case .disagreementNotCalculable: "name figures with a value"
    case .disagreementOutdated: "correct the value, and the explanation with it"
    case .disagreementSettled: "take the row out"
    }
  }
}

extension CheckFinding.Place: CustomStringConvertible {
  /// `pay.csv: row 12, value`.
  public var description: String {
    let rest = [row.map { "row \($0)" }, column].compactMap(\.self).joined(separator: ", ")
    return rest.isEmpty ? file : "\(file): \(rest)"
  }
}

extension Contradiction {
  fileprivate var found: String {
    switch kind {
    case .premium(let above, let amount, let base, let baseAmount):
      "a premium of \(publishedText) % is published; the means \(PlainNumber.text(amount)) (\(above)) and \(PlainNumber.text(baseAmount)) (\(base)) give \(PlainNumber.tenths(recalculated)) %\(impliedBase(amount))"
    case .twoFigures(let first, let second, let sources):
      "two numbers for \(measure) of \(subject.id): \(publishedText) (\(first), \(sources[0])) and \(PlainNumber.text(recalculated)) (\(second), \(sources[1]))"
    case .otherOccupation(_, let ownFigure, let socCode, let title):
      "\(publishedText) is said to be of SOC \(socCode), \(title); its own figure is \(PlainNumber.text(recalculated)) (\(ownFigure))"
    case .incompleteShares(let shares):
      "\(shares.count) shares of employment add up to \(PlainNumber.tenths(recalculated)) %; \(PlainNumber.tenths(100 - recalculated)) % is not named"
    case .sharesAboveIndustry(let shares, let sum, let naics):
      "\(shares.count) shares, together \(PlainNumber.tenths(sum)) %, are of settings in industry \(naics), which has \(PlainNumber.tenths(recalculated)) % of the employment"
    }
  }

  private var publishedText: String { published.map(PlainNumber.text) ?? "" }

  private func impliedBase(_ amount: Double) -> String {
    guard let published, published > -100 else { return "" }
    return
      "; the published percentage implies a base of about \(PlainNumber.text((amount / (1 + published / 100)).rounded()))"
  }

  fileprivate var expected: String {
    switch kind {
    case .premium: "\(PlainNumber.tenths(recalculated)) %"
    case .twoFigures: "one number"
    case .otherOccupation: PlainNumber.text(recalculated)
    case .incompleteShares: "100 %"
    case .sharesAboveIndustry: "\(PlainNumber.tenths(recalculated)) % at most"
    }
  }

  fileprivate var remedy: String {
    "correct the figures, or explain them in the table disagreements: subject \(subject.kind.rawValue) \(subject.id), published_value \(published == nil ? "empty" : publishedText), recalculation \"\(recalculation.text)\""
  }
}
