import Advising
import Calculation
import CareerData
import ReportModel

/// A published mean or median: a row of the CSV, which cells, points and sentences are made from.
struct PublishedPay {
  let record: PayFigure
  let figure: Figure
  /// The amount less the national median; nil when none is published, and for a lower bound.
  let national: Comparison?

  /// True for "this or more": nothing is compared with it, and no bar drawn of it.
  var isFloor: Bool { figure.value == nil }
  /// As published, on the record's basis.
  var amount: Double { record.value ?? record.floor ?? 0 }
  /// US dollars a year.
  var annual: Double { record.annual(amount) }
}

/// A published range: a row of the CSV, and one of its gap to the client's pay.
struct PublishedRange {
  let record: PayFigure
  let figure: Figure
  /// The ends less the client's full-time pay; nil without pay or without that end.
  let lowGap: AppliedRule?
  let highGap: AppliedRule?
  /// Nil without either.
  let gap: Figure?

  var figures: [Figure] { [figure] + [gap].compactMap(\.self) }
}

/// What is nearest for an item without a figure of its own.
struct NearestFigures {
  let nearest: NearestPay
  var pay: PublishedPay?
  var range: PublishedRange?

  var figures: [Figure] { [pay?.figure, range?.figure].compactMap(\.self) }
}

/// What is published of an item whose pay is compared with the client's: the rows of the CSV, which the item's cells and
/// points are made from.
struct ItemFigures {
  let item: ItemComparison
  /// Of a setting the leading industry's.
  let pay: PublishedPay?
  /// One for each of the item's industries, the leading one first.
  let industries: [PublishedPay]
  /// Of a setting: industries that are only a part of it.
  let parts: [PublishedPay]
  let otherPay: [PublishedPay]
  let top: PublishedPay?
  let ranges: [PublishedRange]
  let nearest: [NearestFigures]
  /// Pay, what the best paid earn, ranges with their gaps, and the nearest figures: in this order. The nearest
  /// industries, which settings may share, are not among them.
  let all: [Figure]

  var id: String { item.id }
  var title: String { item.title }
  var mark: ItemMark { item.mark }
}

extension SectionContext {
  /// A setting has its leading industry's pay under its own id; each further industry is an item of its own,
  /// `billing-company/5611`, so that an item has one `pay` row.
  func figures(of item: ItemComparison) -> ItemFigures {
    let words = IndustryWords(self)
    let leading = item.industries.first
    let pay = item.pay.map {
      published(
        $0, id: item.id, title: leading.map { words.title(of: item, $0) } ?? item.title,
        note: Prose(leading.map(words.note) ?? ""))
    }
    func further(_ own: IndustryPay) -> PublishedPay {
      published(
        own.pay, id: "\(item.id)/\(own.industry.naics)", title: words.title(of: item, own),
        note: Prose(words.note(own)))
    }
    let others = item.industries.dropFirst().map(further)
    let parts = item.parts.map(further)
    let otherPay = item.otherPay.map {
      published($0, id: item.id, title: item.title, measure: "pay_other_source")
    }
    let top = item.top.map { published($0, id: item.id, title: item.title, measure: "pay_top") }
    let ranges = item.ranges.map { published($0, id: item.id, title: item.title) }
    let nearest = item.nearest.filter { $0.subject.kind != .industry }.map { nearestFigures(item, $0) }
    let isNearestElsewhere = nearest.count < item.nearest.count
    let compared = ([pay].compactMap(\.self) + others + parts).flatMap {
      [$0.figure] + nationalDifference($0)
    }
    return ItemFigures(
      item: item, pay: pay, industries: leading == nil ? [] : [pay].compactMap(\.self) + others,
      parts: parts, otherPay: otherPay, top: top, ranges: ranges, nearest: nearest,
      all: compared + otherPay.map(\.figure) + [top?.figure].compactMap(\.self)
        + ranges.flatMap(\.figures) + nearest.flatMap(\.figures)
        + (item.hasNoFigure || isNearestElsewhere ? [noFigure(item)] : []))
  }

  /// The industries that stand in for settings without a figure, each once: items such as `industry:62`.
  var nearestIndustries: [NearestFigures] {
    let words = IndustryWords(self)
    return words.nearestIndustries.compactMap { nearest in
      nearest.pay.map { pay in
        NearestFigures(
          nearest: nearest,
          pay: published(
            pay, id: IndustryWords.itemID(nearest.subject), title: nearest.subjectTitle,
            measure: "pay_nearest", note: Prose(words.nearestFor(nearest.subject))))
      }
    }
  }

  /// A published mean or median, in its own unit.
  ///
  /// - Parameter note: in place of the record's own; empty for that.
  func published(
    _ pay: ComparedPay, id: String, title: String, measure: String = "pay", note: Prose = ""
  ) -> PublishedPay {
    PublishedPay(
      record: pay.figure,
      figure: Figure(
        itemID: id, item: title, measure: measure, statistic: pay.figure.statistic.rawValue,
        unit: pay.figure.basis.unit, low: pay.isFloor ? pay.amount : nil,
        value: pay.isFloor ? nil : pay.amount, comparison: comparison(pay),
        provenance: published(pay.figure),
        note: Prose.joined(
          [
            pay.isFloor ? wording.prose(RangePhrase.open) : "",
            note.isEmpty ? Prose(pay.figure.note) : note,
          ].filter { !$0.isEmpty }, separator: "; ")),
      national: pay.fromNationalMedian == nil
        ? nil
        : nationalMedian.map { comparison(of: annualOperand(pay.amount, pay.figure), from: $0) })
  }

  /// The item less the national median, in dollars and in percent.
  func nationalDifference(_ pay: PublishedPay) -> [Figure] {
    guard let comparison = pay.national, let median = advice.national?.benchmark else { return [] }
    func row(_ measure: String, _ unit: Unit, _ calculation: AppliedRule) -> Figure {
      Figure(
        itemID: pay.figure.itemID, item: pay.figure.item, measure: measure, statistic: pay.figure.statistic,
        unit: unit, calculation,
        note: pay.record.isComparable(with: median) ? "" : wording.prose(BasisPhrase.mixed))
    }
    return [
      row("difference_from_national_median", .dollarsPerYear, comparison.difference),
      row("difference_from_national_median_percent", .percent, comparison.percent),
    ]
  }

  /// A published range and its gap to the client's pay.
  func published(
    _ range: ComparedRange, id: String, title: String, measure: String = "pay_range", note: Prose? = nil
  ) -> PublishedRange {
    let record = range.figure
    let (low, high) = (gap(record.low, record), gap(record.high, record))
    func row(
      _ measure: String, _ unit: Unit, _ low: Double?, _ high: Double?, _ provenance: Provenance
    ) -> Figure {
      Figure(
        itemID: id, item: title, measure: measure, statistic: record.statistic.rawValue, unit: unit,
        low: low, high: high, provenance: provenance, note: note ?? rangeNote(record))
    }
    return PublishedRange(
      record: record, figure: row(measure, record.basis.unit, record.low, record.high, published(record)),
      lowGap: low, highGap: high,
      gap: (low ?? high).map {
        row("pay_gap", .dollarsPerYear, low?.value.exact, high?.value.exact, .calculated($0))
      })
  }

  private func rangeNote(_ figure: PayFigure) -> Prose {
    let parts = [
      figure.isOpenEnded ? wording.prose(RangePhrase.open) : "", Prose(figure.detail), Prose(figure.note),
    ]
    return Prose.joined(parts.filter { !$0.isEmpty }, separator: "; ")
  }

  private func nearestFigures(_ item: ItemComparison, _ nearest: NearestPay) -> NearestFigures {
    let note = wording.prose(RangePhrase.nearest, ["subject": Prose(nearest.subjectTitle)])
    func published(_ pay: ComparedPay) -> PublishedPay {
      self.published(pay, id: item.id, title: item.title, measure: "pay_nearest", note: note)
    }
    func published(_ range: ComparedRange) -> PublishedRange {
      self.published(range, id: item.id, title: item.title, measure: "pay_nearest", note: note)
    }
    return nearest.pay == nil
      ? NearestFigures(nearest: nearest, range: nearest.range.map(published))
      : NearestFigures(nearest: nearest, pay: nearest.pay.map(published))
  }

  /// Says that nothing is published, and which industry is nearest.
  private func noFigure(_ item: ItemComparison) -> Figure {
    let nearest = IndustryWords(self).nearest(of: item)
    return Figure(
      itemID: item.id, item: item.title, measure: "pay_not_published", unit: .dollarsPerYear,
      provenance: .counted([]),
      note: Prose.joined(
        [wording.prose(BasisPhrase.noFigure), Prose(nearest)].filter { !$0.isEmpty }, separator: "; "))
  }

  /// A published figure that is not pay.
  func figure(id: String, title: String, _ published: PublishedFigure) -> Figure {
    Figure(
      itemID: id, item: title, measure: published.measure, statistic: published.statistic,
      unit: published.unit.unit, low: published.low, value: published.value, high: published.high,
      provenance: .published(citation(published)),
      note: Prose.joined(
        [published.label, published.population, published.note].filter { !$0.isEmpty }.map { Prose($0) },
        separator: "; "))
  }

  /// What a cell or a sentence shows of a published figure that is not pay.
  func value(_ published: PublishedFigure) -> Value {
    figure(id: published.subject.id, title: published.label, published).shown(
      withoutHigh: .above, withoutLow: .below)
  }
}

extension PayBasis {
  var unit: Unit { self == .annual ? .dollarsPerYear : .dollarsPerHour }
}

extension PayFigure {
  /// Figures are ranked together only when they are the same statistic of the same population and time.
  func isComparable(with other: PayFigure) -> Bool {
    statistic == other.statistic && populationID == other.populationID && period == other.period
  }
}

extension PublishedFigure.Unit {
  var unit: Calculation.Unit {
    switch self {
    case .count: .count
    case .percent: .percent
    case .months: .months
    case .years: .years
    }
  }
}

enum RangePhrase: String, PhraseKey {
  static let group = "range"
  case open, nearest
}
