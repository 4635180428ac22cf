/// One thing that the check of a dataset found: where it is, what was found, what is expected and what to do.
public struct CheckFinding: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable {
    /// The dataset is wrong: a report from it would be too.
    case error
    /// Something to look at; reports are right all the same.
    case warning
    /// Something that the dataset itself explains.
    case note
  }

  public struct Place: Sendable, Equatable {
    /// The path of the file in the package.
    public let file: String
    /// The line of the file on which the row begins, from 1; nil when the file as a whole is meant.
    public let row: Int?
    public let column: String?

    public init(file: String, row: Int? = nil, column: String? = nil) {
      self.file = file
      self.row = row
      self.column = column
    }
  }

  /// The row of `disagreements` that explains a contradiction.
  public struct Acknowledgement: Sendable, Equatable {
    public let id: String
    public let place: Place
    public let reason: String
  }

  public enum Kind: Sendable, Equatable {
    /// What the reader of datasets finds: the Table Schema, and what Pathbook needs beyond it.
    case schema(DatasetProblem)
    /// Problems of a file beyond ``DatasetErrors/limitPerFile``.
    case furtherProblems(count: Int)
    /// A higher percentile below a lower one.
    case percentileOrder(lower: PayStatistic, lowerAmount: Double, upper: PayStatistic, upperAmount: Double)
    /// Hourly pay for a full year is not the annual pay; US dollars.
    case hourlyAgainstAnnual(PayStatistic, hourly: Double, annual: Double)
    /// An amount that nobody earns; US dollars on the basis.
    case paySize(PayStatistic, PayBasis, amount: Double)
    /// A text that a spreadsheet program has most likely made a date.
    case spreadsheetDate(String)
    /// A share that is not from 0 to 100 percent.
    case shareOutOfRange(Double)
    /// Shares of one whole that add up to more than it.
    case shareSumAbove100(Double, count: Int)
    /// No last day of the period, and not said to be undated.
    case sourceUndated
    /// The source says itself that it is undated.
    case sourceSaysUndated
    /// The last day is of a year that the period does not name.
    case periodAgainstLastDay(period: String, lastDay: CalendarDate)
    /// Figures of a period that ended before ``AgeCheck``'s limit, without a mark.
    case old(lastDay: CalendarDate, limit: CalendarDate, figureCount: Int)
    /// A row that nothing refers to.
    case unused(CareerDataset.Table, id: String)
    /// A NAICS code of a setting that no industry with figures is or holds.
    case industryMissing(naics: String)
    /// A CSV that `datapackage.json` does not list.
    case fileOutsidePackage
    /// Words for readers that have no translation into a language of `translations`.
    case untranslated(String, language: String)
    /// A translation of words that no table has.
    case translationUnused(String)
    /// A published comparison without the figures to calculate it from.
    case claimNotCalculable(percent: Double?)
    /// Published figures that do not agree; acknowledged when a row of `disagreements` explains them.
    case contradiction(Contradiction, Acknowledgement?)
    /// A recalculation over figures of which one is no single number.
    case disagreementNotCalculable
    /// A recalculated value that the figures no longer give.
    case disagreementOutdated(stated: Double, recalculated: Double)
    /// A disagreement between figures that agree.
    case disagreementSettled(recalculated: Double)
    /// A disagreement that no rule finds by itself.
    case disagreementStated(published: Double?, recalculated: Double, unit: String, Acknowledgement)
  }

  public let severity: Severity
  public let place: Place
  public let kind: Kind
  /// The ids of the figures concerned; those of a contradiction begin with the one at ``place``.
  public let figureIDs: [String]

  public init(_ severity: Severity, _ place: Place, _ kind: Kind, figureIDs: [String] = []) {
    self.severity = severity
    self.place = place
    self.kind = kind
    self.figureIDs = figureIDs
  }

  public var acknowledgement: Acknowledgement? {
    switch kind {
    case .contradiction(_, let acknowledgement): acknowledgement
    case .disagreementStated(_, _, _, let acknowledgement): acknowledgement
    default: nil
    }
  }

  /// The name of the rule, for programs; it does not change between versions.
  public var rule: String {
    switch kind {
    case .schema, .furtherProblems: "table_schema"
    case .percentileOrder: "percentile_order"
    case .hourlyAgainstAnnual: "hourly_annual"
    case .paySize: "pay_size"
    case .spreadsheetDate: "spreadsheet"
    case .shareOutOfRange: "share_range"
    case .shareSumAbove100: "share_sum"
    case .sourceUndated, .sourceSaysUndated: "source_date"
    case .periodAgainstLastDay: "source_period"
    case .old: "age"
    case .unused, .industryMissing, .fileOutsidePackage: "orphan"
    case .untranslated, .translationUnused: "translation"
    case .claimNotCalculable: "claim"
    case .contradiction(let contradiction, _): contradiction.rule
    case .disagreementNotCalculable, .disagreementOutdated, .disagreementSettled, .disagreementStated:
      "disagreement"
    }
  }
}

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
      "the last day \(lastDay.iso) does not fall in the period \"\(period)\""
    case .old(let lastDay, _, let count):
      "\(count) \(count == 1 ? "figure is" : "figures are") for a period that ended on \(lastDay.iso)"
    case .unused(let table, let id): "nothing refers to \"\(id)\" in \(table.rawValue)"
    case .industryMissing(let naics): "no industry in the dataset is or contains NAICS \(naics)"
    case .fileOutsidePackage: "\(DatasetFiles.packageName) does not list the file"
    case .untranslated(let text, let language): "\"\(text)\" has no translation into \"\(language)\""
    case .translationUnused(let text): "no table contains the text \"\(text)\""
    case .claimNotCalculable(let percent):
      "a premium\(percent.map { " of \(PlainNumber.text($0)) %" } ?? "") is published, but not the mean pay to calculate it from"
    case .contradiction(let contradiction, _): contradiction.found
    case .disagreementNotCalculable:
      "a figure in the recalculation is not a single number, or is a divisor of zero"
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
      "\(PlainNumber.text((hourly * FullTimeYear.hours).rounded())) a year (hourly pay x 2,080), within \(PlainNumber.text(HourlyAnnualCheck.tolerance)) for rounding"
    case .paySize(_, let basis, _):
      basis == .annual
        ? "at most \(PlainNumber.text(PaySizeCheck.mostAnnual)) a year"
        : "at most \(PlainNumber.text(PaySizeCheck.mostHourly)) an hour"
    case .spreadsheetDate: "words"
    case .shareOutOfRange: "0 to 100 %"
    case .shareSumAbove100: "at most 100 %"
    case .sourceUndated, .sourceSaysUndated: "a day, YYYY-MM-DD"
    case .periodAgainstLastDay(let period, _): "a day in \(period)"
    case .old(_, let limit, _):
      "\(limit.iso) or later (\(AgeCheck.years) years), or the mark \"\(AgeCheck.mark)\""
    case .unused, .industryMissing: "at least one reference"
    case .fileOutsidePackage: "a resource for each table"
    case .untranslated(_, let language): "a row of translations for \(language)"
    case .translationUnused: "the exact text of a cell"
    case .claimNotCalculable: "the mean pay of the subject and of its base"
    case .contradiction(let contradiction, _): contradiction.expected
    case .disagreementOutdated(_, let recalculated): PlainNumber.tenths(recalculated)
    case .disagreementSettled: "figures that do not agree"
    }
  }

  /// What to do, in words.
  public var remedy: String {
    switch kind {
    case .schema(let problem): problem.remedy
    case .furtherProblems: "fix the others first"
    case .spreadsheetDate: "write what was meant, in a text column"
    case .percentileOrder, .hourlyAgainstAnnual, .paySize: "correct the figures against their source"
    case .shareOutOfRange: "correct the share, or its unit"
    case .shareSumAbove100:
      "correct the shares, or set overlaps_others for a setting whose people also work in others"
    case .sourceUndated:
      "fill in the last day of its period; where the source has none, say \"\(SourceDateCheck.undatedMark)\" in its period"
    case .sourceSaysUndated:
      "find out when it was published; until then nobody can tell how old its figures are"
    case .periodAgainstLastDay: "correct one or the other"
    case .old:
      "import newer figures, or say in the note of the figures or their source that they are older and why they stay"
    case .unused(.areas, _), .unused(.industries, _): "add its figures, or remove the row"
    case .unused: "use it, or remove the row"
    case .industryMissing: "import the figures of the industry, or of one that contains it"
    case .fileOutsidePackage: "add a resource for it, or remove the file"
    case .untranslated: "translate it; repeat text that stays as it is, such as a name"
    case .translationUnused: "correct the text, or remove the row"
    case .claimNotCalculable: "add the means, or remove the claim"
    case .contradiction(let contradiction, nil): contradiction.remedy
    case .contradiction(_, .some), .disagreementStated: "nothing: the dataset explains it"
    case .disagreementNotCalculable: "name figures with a value"
    case .disagreementOutdated: "correct the value and the explanation"
    case .disagreementSettled: "remove the row"
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
      "\(publishedText) is attributed to SOC \(socCode), \(title), whose own figure is \(PlainNumber.text(recalculated)) (\(ownFigure))"
    case .incompleteShares(let shares):
      "\(shares.count) shares of employment add up to \(PlainNumber.tenths(recalculated)) %; \(PlainNumber.tenths(100 - recalculated)) % is unaccounted for"
    case .sharesAboveIndustry(let shares, let sum, let naics):
      "\(shares.count) shares of settings in industry \(naics) add up to \(PlainNumber.tenths(sum)) %, but the industry has \(PlainNumber.tenths(recalculated)) % of the employment"
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
    case .sharesAboveIndustry: "at most \(PlainNumber.tenths(recalculated)) %"
    }
  }

  fileprivate var remedy: String {
    "correct the figures, or explain them in the table disagreements: subject \(subject.kind.rawValue) \(subject.id), published_value \(published == nil ? "empty" : publishedText), recalculation \"\(recalculation.text)\""
  }
}
