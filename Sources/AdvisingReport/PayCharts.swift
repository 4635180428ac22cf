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

  /// Bars of annual pay. Nil with fewer than two points.
  ///
  /// What is published only as "this or more", or by the hour only, is left to the table: a bar would claim more.
  ///
  /// - Parameter isOfClient: true for a title about the client's aim, else the client's present item, else the spread of
  ///   what may be compared: the highest bar of all would be nobody's.
  func bars(_ allGroups: [(title: Prose, rows: [PayRow])], isOfClient: Bool = false) -> Chart? {
    let groups = allGroups.map { group in
      (
        title: group.title,
        rows: group.rows.filter { !$0.pay.isFloor && context.isShown(.annual, of: $0.pay.record) }
      )
    }.filter { !$0.rows.isEmpty }
    let rows = groups.flatMap(\.rows)
    guard rows.count + (context.advice.pay == nil ? 0 : 1) >= 2 else { return nil }
    return chart(
      kind: .bars, title: isOfClient ? titleOfClient(rows) : title(rows),
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

  /// Floating bars of annual pay. A range without an upper end is left to the table. Nil without a range.
  func ranges(_ groups: [(title: Prose, rows: [RangeRow])], title: Prose) -> Chart? {
    let chartGroups = groups.map { group in
      ChartGroup(
        title: group.title.words,
        points: group.rows.compactMap { row in
          let record = row.range.record
          guard let low = record.low, let high = record.high else { return nil }
          return ChartPoint(
            id: row.id, label: row.title, low: context.annual(low, record),
            high: context.annual(high, record), emphasis: row.emphasis)
        })
    }.filter { !$0.points.isEmpty }
    guard !chartGroups.isEmpty else { return nil }
    return chart(
      kind: .ranges, title: title, groups: chartGroups,
      sources: groups.flatMap { $0.rows.map(\.range.record.sourceID) })
  }

  func chart(kind: Chart.Kind, title: Prose, groups: [ChartGroup], sources: [String]) -> Chart {
    let wording = context.wording
    return Chart(
      id: id, kind: kind, title: title,
      alternativeText: wording.prose(
        AxisPhrase.alternativeText, ["title": title, "points": Self.points(groups)]),
      categoryAxis: wording.text(categoryAxis), valueAxis: wording.text(AxisPhrase.dollarsPerYear),
      unit: .dollarsPerYear, groups: groups, reference: reference,
      source: wording.prose(AxisPhrase.source, ["sources": sourceTitles(sources)]))
  }

  private var reference: ChartReference? {
    context.advice.pay.map {
      ChartReference(
        label: context.wording.text(
          context.advice.status == .outsideField ? AxisPhrase.presentPayOtherField : .presentPay),
        quantity: context.clientPay($0.annual), name: WhatIfName.fullTimePay.rawValue)
    }
  }

  /// The finding: the target if it has pay, else the best paid of the first group, against the client's pay.
  private func title(_ rows: [PayRow]) -> Prose {
    guard let row = rows.first(where: { $0.emphasis == .target }) ?? rows.first else { return subject }
    let values: [String: Prose] = [
      "item": Prose(row.title), "subject": subject,
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

  private func titleOfClient(_ rows: [PayRow]) -> Prose {
    if let row = rows.first(where: { $0.emphasis == .target })
      ?? rows.first(where: { $0.emphasis == .present })
    {
      var named = row
      named.title = row.chartLabel ?? row.title
      return title([named])
    }
    return spread(rows) ?? title(rows)
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

  private static func points(_ groups: [ChartGroup]) -> Prose {
    Prose.joined(
      groups.flatMap(\.points).map { point in
        let value: Value =
          point.low.map { .range(low: $0, high: point.high, isOpen: false) } ?? .quantity(point.high)
        return Prose([.text("\(point.label) "), .value(value)])
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

extension PayRow {
  fileprivate func annual(_ context: SectionContext) -> Double {
    context.annual(pay.amount, pay.record).amount
  }
}

enum AxisPhrase: String, PhraseKey {
  static let group = "chart"
  case dollarsPerYear = "dollars_per_year"
  case settings, industries, specializations, credentials, rungs, percentiles
  case presentPay = "present_pay"
  case presentPayOtherField = "present_pay_other_field"
  case alternativeText = "alternative_text"
  case source
  case titleAbove = "title_above"
  case titleBelow = "title_below"
  case titleAmount = "title_amount"
  case titleSpread = "title_spread"
}

/// The published percentiles of wages of each place, with the client's pay.
struct DistributionChart {
  let context: SectionContext

  /// Nil where fewer than two percentiles of annual pay are published.
  ///
  /// What is published only as "this or more", or by the hour only, is left to the table: a bar would claim more.
  ///
  /// - Parameter title: the finding.
  func chart(_ positions: [Position], id: String = "distribution", title: Prose) -> Chart? {
    let groups = positions.compactMap { position -> (area: Area, figures: [PayFigure])? in
      let figures = (position.distribution?.points ?? []).map(\.figure)
        .filter { context.isShown(.annual, of: $0) }
      return figures.isEmpty ? nil : (position.area, figures)
    }
    let figures = groups.flatMap(\.figures)
    guard figures.count >= 2 else { return nil }
    let pay = PayChart(context: context, id: id, categoryAxis: .percentiles, subject: title)
    return pay.chart(
      kind: .distribution, title: title,
      groups: groups.map { area, figures in
        ChartGroup(title: area.title, points: figures.map { point($0, in: area) })
      }, sources: figures.map(\.sourceID))
  }

  /// The wages of the nearest place alone, for page one.
  var nearest: Chart? {
    guard let position = context.advice.nearestPosition else { return nil }
    let area = ["area": Prose(position.area.title)]
    return chart(
      [position], id: "page-one-wages",
      title: context.wording.prose(
        context.advice.pay == nil ? PositionPhrase.nearestTitleUnpaid : .nearestTitle, area))
  }

  private func point(_ figure: PayFigure, in area: Area) -> ChartPoint {
    let statistic = Prose(context.wording.text(figure.statistic.phrase))
    let label = context.wording.prose(
      PositionPhrase.chartPoint, ["statistic": statistic, "area": Prose(area.title)])
    return ChartPoint(
      id: "\(area.id)-\(figure.statistic.rawValue)", label: label.capitalized.words,
      shortLabel: statistic.capitalized.words,
      high: context.annual(figure.value ?? 0, figure))
  }
}
