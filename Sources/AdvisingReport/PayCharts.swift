import Advising
import CareerData
import ReportModel

/// Charts of published pay with the client's own.
struct PayChart {
  let context: SectionContext
  let id: String
  let categoryAxis: AxisPhrase
  /// What the chart shows, when there is no finding to name: `Pay by setting`.
  let subject: Prose
  /// What the axis counts and the client's pay is in.
  var basis = PayBasis.annual

  /// Bars of annual pay. Nil with fewer than two points.
  ///
  /// What is published only as "this or more", or by the hour only, is left to the table: a bar would claim more.
  func bars(_ allGroups: [(title: Prose, rows: [PayRow])]) -> Chart? {
    let groups = allGroups.map { group in
      (
        title: group.title,
        rows: group.rows.filter { !$0.pay.isFloor && context.isShown(.annual, of: $0.pay.record) }
      )
    }.filter { !$0.rows.isEmpty }
    let rows = groups.flatMap(\.rows)
    guard rows.count + (context.advice.pay == nil ? 0 : 1) >= 2 else { return nil }
    return chart(
      kind: .bars, title: title(rows),
      groups: groups.map { group in
        ChartGroup(
          title: group.title.words,
          points: group.rows.map { row in
            ChartPoint(
              id: row.id, label: row.chartLabel ?? row.title,
              high: context.annual(row.pay.amount, row.pay.record),
              emphasis: row.emphasis)
          })
      },
      sources: rows.map(\.pay.record.sourceID))
  }

  /// Floating bars of annual pay, a group for each population, and a dot for each item that has a single amount instead.
  /// Nil without a range.
  ///
  /// - Parameter rows: one for each item, ranges or an amount; those without either are left out.
  func ranges(_ rows: [(ranges: [RangeRow], pay: PayRow?)], title: Prose) -> Chart? {
    var groups: [(record: PayFigure, points: [ChartPoint])] = []
    var sources: [String] = []
    for row in rows {
      let ranges = row.ranges.compactMap { range in
        point(range).map { (point: $0, record: range.range.record) }
      }
      for (point, record) in ranges {
        let place = groups.firstIndex { $0.record.isComparable(with: record) }
        groups.append(contentsOf: place == nil ? [(record, [])] : [])
        groups[place ?? groups.count - 1].points.append(point)
        sources.append(record.sourceID)
      }
      // Named by its statistic, it stands in the order of the items among the ranges.
      if ranges.isEmpty, let pay = row.pay, let last = groups.indices.last {
        groups[last].points.append(point(pay))
        sources.append(pay.pay.record.sourceID)
      }
    }
    guard !groups.isEmpty else { return nil }
    return chart(
      kind: .ranges, title: title,
      groups: zip(titles(groups.map(\.record)), groups).map { ChartGroup(title: $0, points: $1.points) },
      sources: sources)
  }

  /// What each group is, and of whom where two are the same otherwise.
  private func titles(_ records: [PayFigure]) -> [String] {
    let titles = records.map { context.plainBasis($0).words }
    return zip(titles, records).map { title, record in
      guard titles.count(where: { $0 == title }) > 1,
        let population = context.dataset.population(record.populationID)?.label
      else { return title }
      return "\(title) (\(population))"
    }
  }

  private func point(_ row: RangeRow) -> ChartPoint? {
    let record = row.range.record
    guard let low = record.low else { return nil }
    return ChartPoint(
      id: row.id, label: row.title, low: context.annual(low, record),
      high: context.annual(record.high ?? low, record), isOpen: record.isOpenEnded || record.high == nil,
      emphasis: row.emphasis)
  }

  private func point(_ row: PayRow) -> ChartPoint {
    let amount = context.annual(row.pay.amount, row.pay.record)
    return ChartPoint(
      id: row.id, label: row.title, low: row.pay.isFloor ? amount : nil, high: amount,
      isOpen: row.pay.isFloor, statistic: context.plainStatistic(row.pay.record).lowercasedFirst,
      emphasis: row.emphasis)
  }

  func chart(kind: Chart.Kind, title: Prose, groups: [ChartGroup], sources: [String]) -> Chart {
    let wording = context.wording
    return Chart(
      id: id, kind: kind, title: title,
      alternativeText: wording.prose(
        AxisPhrase.alternativeText, ["title": title, "points": points(groups)]),
      categoryAxis: wording.text(categoryAxis),
      valueAxis: wording.text(basis == .annual ? AxisPhrase.dollarsPerYear : .dollarsPerHour),
      unit: basis.unit, groups: groups, reference: reference,
      source: wording.prose(AxisPhrase.source, ["sources": sourceTitles(sources)]))
  }

  private var isOfOtherField: Bool { context.advice.status == .outsideField }

  private var reference: ChartReference? {
    context.advice.pay.map {
      ChartReference(
        label: context.wording.text(isOfOtherField ? AxisPhrase.presentPayOtherField : .presentPay),
        shortLabel: context.wording.text(isOfOtherField ? AxisPhrase.youOtherField : .you),
        quantity: basis == .annual ? context.clientPay($0.annual) : context.clientHourly($0.hourly),
        name: basis == .annual ? WhatIfName.fullTimePay.rawValue : nil)
    }
  }

  /// What the row pays, against the client's pay where both are known.
  private func title(_ row: PayRow) -> Prose {
    let values: [String: Prose] = [
      "item": Prose(row.chartLabel ?? row.title), "subject": subject,
      "amount": Prose(context.annual(row.pay.amount, row.pay.record)),
    ]
    guard let comparison = row.pay.figure.comparison, let difference = comparison.difference.value.exact,
      let percent = row.pay.figure.differencePercent
    else { return context.wording.prose(AxisPhrase.titleAmount, values) }
    let distance = Quantity(percent.magnitude, .percent, .calculated(comparison.percent))
    return context.wording.prose(
      difference < 0 ? AxisPhrase.titleBelow : .titleAbove,
      values.merging(["percent": Prose(distance)]) { first, _ in first })
  }

  /// The aim, else where the client is, else how far pay is spread: never the highest bar, at which nobody aims.
  private func title(_ rows: [PayRow]) -> Prose {
    let row = rows.first { $0.emphasis == .target } ?? rows.first { $0.emphasis == .present }
    return row.map(title) ?? spread(rows) ?? subject
  }

  /// From the lowest to the highest of the largest group of rows that may be compared; nil where no two may.
  private func spread(_ rows: [PayRow]) -> Prose? {
    let groups = rows.map { row in rows.filter { $0.pay.record.isComparable(with: row.pay.record) } }
    guard let largest = groups.max(by: { $0.count < $1.count }), largest.count > 1,
      let low = largest.min(by: { $0.annual(context) < $1.annual(context) }),
      let high = largest.max(by: { $0.annual(context) < $1.annual(context) })
    else { return nil }
    let record = low.pay.record
    return context.wording.prose(
      AxisPhrase.titleSpread,
      [
        "subject": subject, "statistic": Prose(context.wording.text(record.statistic.phrase)),
        "low": Prose(context.annual(low.pay.amount, record)), "low_item": Prose(low.chartLabel ?? low.title),
        "high": Prose(context.annual(high.pay.amount, high.pay.record)),
        "high_item": Prose(high.chartLabel ?? high.title),
      ])
  }

  /// The client's pay, and every point with its value: `Hospital: $60,530`.
  private func points(_ groups: [ChartGroup]) -> Prose {
    let own = reference.map { Prose([.text("\($0.label): "), .value(.quantity($0.quantity))]) }
    return Prose.joined(
      [own].compactMap(\.self)
        + groups.flatMap(\.points).map { point in
          let statistic: [Prose.Run] = point.statistic.isEmpty ? [] : [.text(" (\(point.statistic))")]
          return Prose([.text("\(point.label): "), .value(point.value)] + statistic)
        }, separator: "; ")
  }

  private func sourceTitles(_ ids: [String]) -> Prose {
    let distinct = ids.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let names = distinct.map { id -> Prose in
      let words = context.dataset.source(id).map { "\($0.publisher), \($0.title), \($0.period) " } ?? ""
      return Prose([.text(words), .value(.source(id))])
    }
    return Prose.joined(names, separator: "; ")
  }
}

extension String {
  /// For words that are not the first of a line.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension PayRow {
  fileprivate func annual(_ context: SectionContext) -> Double {
    context.annual(pay.amount, pay.record).amount
  }
}

enum AxisPhrase: String, PhraseKey {
  static let group = "chart"
  case dollarsPerYear = "dollars_per_year"
  case settings, industries, specializations, credentials, rungs, percentiles
  case dollarsPerHour = "dollars_per_hour"
  case presentPay = "present_pay"
  case presentPayOtherField = "present_pay_other_field"
  case alternativeText = "alternative_text"
  case source
  case titleAbove = "title_above"
  case titleBelow = "title_below"
  case titleAmount = "title_amount"
  case titleSpread = "title_spread"

  // At the client's marker, and at the percentiles of a place.
  case you
  case youOtherField = "you_other_field"
  case middleHalf = "middle_half"
  case halfMoreThan = "half_more_than"
  case halfFloor = "half_floor"
  case quarterFloor = "quarter_floor"
  case tenthFloor = "tenth_floor"
}
