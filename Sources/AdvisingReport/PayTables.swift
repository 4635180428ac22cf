import Advising
import CareerData
import ReportModel

/// A row of a table of means and medians.
struct PayRow {
  let id: String
  var title: String
  let mark: Value
  let emphasis: Emphasis
  let pay: PublishedPay
  /// One for each extra column.
  var details: [Value] = []
  /// Shorter than the title, for a chart; nil for the title.
  var chartLabel: String?
}

/// A table of published means and medians, in groups that may be compared: one statistic of one population.
struct PayTable {
  let context: SectionContext
  let id: String
  let title: Prose
  let stubHeader: String
  /// Columns after the shared ones.
  var detailColumns: [Column] = []

  /// The groups stand in the order of ``grouped(_:)``.
  ///
  /// - Parameters:
  ///   - lastGroups: groups that come after those of `rows`, such as the nearest figures.
  ///   - basis: what a group's figures are, as its title; nil for the exact words.
  func table(
    _ rows: [PayRow], lastGroups: [RowGroup] = [], notes: [Prose] = [], basis: ((PayFigure) -> Prose)? = nil
  ) -> Table? {
    let groups = grouped(rows).map { group in
      RowGroup(
        title: (basis ?? context.basisTitle)(group[0].pay.record),
        label: context.basisLabel(group[0].pay.record),
        rows: group.map(row))
    }
    guard !groups.isEmpty || !lastGroups.isEmpty else { return nil }
    let caveats =
      groups.count > 1 ? [context.wording.prose(basis == nil ? BasisPhrase.mixed : .compare)] : []
    return Table(
      id: id, title: title, columns: columns, groups: groups + lastGroups,
      groupHeading: context.wording.text(ColumnPhrase.basis), notes: notes + caveats)
  }

  /// The same in short and in plain words, for a page that a client reads.
  func choice(_ rows: [PayRow], lastGroups: [RowGroup] = []) -> Table? {
    table(rows, lastGroups: lastGroups, basis: context.plainBasis)?.forChoice(columns: [
      "mark", "pay", "difference", "source",
    ])
  }

  /// So many rows that one looks at them all: the client's own, then those that come first in the table.
  func leading(_ rows: [PayRow]) -> [PayRow] {
    let ordered = grouped(rows).flatMap(\.self)
    let (own, others) = (ordered.filter { $0.emphasis != .none }, ordered.filter { $0.emphasis == .none })
    let kept = Set((own + others).prefix(Choice.mostRows).map(\.id))
    return ordered.filter { kept.contains($0.id) }
  }

  /// Rows of one statistic and one population, highest pay first. The group that compares with the national
  /// benchmark leads.
  func grouped(_ rows: [PayRow]) -> [[PayRow]] {
    var groups: [[PayRow]] = []
    for row in rows {
      if let index = groups.firstIndex(where: { $0[0].pay.record.isComparable(with: row.pay.record) }) {
        groups[index].append(row)
      } else {
        groups.append([row])
      }
    }
    if let benchmark = context.advice.national?.benchmark,
      let index = groups.firstIndex(where: { $0[0].pay.record.isComparable(with: benchmark) })
    {
      groups.insert(groups.remove(at: index), at: 0)
    }
    return groups.map { group in
      // Numbers are sorted, since each comparison of the rows themselves would copy both.
      let annual = group.map(\.pay.annual)
      return group.indices.sorted { a, b in
        annual[a] != annual[b] ? annual[a] > annual[b] : a < b
      }.map { group[$0] }
    }
  }

  var columns: [Column] {
    let wording = context.wording
    let shared = [
      Column(id: "item", header: stubHeader, role: .stub),
      Column(id: "mark", header: wording.text(ColumnPhrase.mark), role: .word),
      Column(id: "pay", header: wording.text(ColumnPhrase.pay), role: .figure),
      Column(id: "hourly", header: wording.text(ColumnPhrase.hourly), role: .figure),
      Column(
        id: "difference", header: context.againstPay(.difference, .differenceOtherField), role: .figure),
      Column(id: "percent", header: context.againstPay(.percent, .percentOtherField), role: .figure),
      Column(
        id: "from_national_median", header: wording.text(ColumnPhrase.fromNationalMedian), role: .figure),
      Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
    ]
    return shared + detailColumns
  }

  func row(_ row: PayRow) -> Row {
    let pay = row.pay
    let shared: [Value] = [
      .text(row.title), row.mark, context.cell(pay, .annual), context.cell(pay, .hourly),
      context.value(pay.figure.comparison?.difference, of: pay.record),
      context.percent(pay.figure.comparison?.percent), context.percent(pay.national?.percent),
      .source(pay.record.sourceID),
    ]
    return Row(id: row.id, cells: shared + row.details, emphasis: row.emphasis)
  }

  /// A row of an item of which nothing is published.
  func emptyRow(id: String, title: String, mark: Value, emphasis: Emphasis, details: [Value] = []) -> Row {
    Row(
      id: id, cells: [.text(title), mark] + Array(repeating: .missing, count: 6) + details,
      emphasis: emphasis)
  }
}

/// A row of a table of ranges.
struct RangeRow {
  let id: String
  let title: String
  let mark: Value
  let emphasis: Emphasis
  let range: PublishedRange
  /// One for each extra column.
  var details: [Value] = []
}

/// A table of published ranges, in groups of one population.
struct RangeTable {
  let context: SectionContext
  let id: String
  let title: Prose
  let stubHeader: String
  var detailColumns: [Column] = []

  /// The same in short and in plain words, for a page that a client reads.
  func choice(_ rows: [RangeRow]) -> Table? {
    table(rows, basis: context.plainBasis)?
      .forChoice(columns: ["mark", "from", "to", "gap_from", "gap_to", "source"])
  }

  /// The rows keep their order within a group.
  ///
  /// - Parameter basis: what a group's figures are, as its title; nil for the exact words.
  func table(
    _ rows: [RangeRow], lastGroups: [RowGroup] = [], notes: [Prose] = [], basis: ((PayFigure) -> Prose)? = nil
  ) -> Table? {
    var groups: [[RangeRow]] = []
    for row in rows {
      if let index = groups.firstIndex(where: { $0[0].range.record.isComparable(with: row.range.record) }) {
        groups[index].append(row)
      } else {
        groups.append([row])
      }
    }
    guard !groups.isEmpty else { return nil }
    return Table(
      id: id, title: title, columns: columns,
      groups: groups.map {
        RowGroup(
          title: (basis ?? context.basisTitle)($0[0].range.record),
          label: context.basisLabel($0[0].range.record),
          rows: $0.map(row))
      } + lastGroups,
      groupHeading: context.wording.text(ColumnPhrase.basis), notes: notes)
  }

  private var columns: [Column] {
    let wording = context.wording
    func figure(_ id: String, _ header: String) -> Column { Column(id: id, header: header, role: .figure) }
    return [
      Column(id: "item", header: stubHeader, role: .stub),
      Column(id: "mark", header: wording.text(ColumnPhrase.mark), role: .word),
      figure("from", wording.text(ColumnPhrase.from)), figure("to", wording.text(ColumnPhrase.to)),
      figure("gap_from", context.againstPay(.gapFrom, .gapFromOtherField)),
      figure("gap_to", context.againstPay(.gapTo, .gapToOtherField)),
      figure("hourly_from", wording.text(ColumnPhrase.hourlyFrom)),
      figure("hourly_to", wording.text(ColumnPhrase.hourlyTo)),
      Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
    ] + detailColumns
  }

  private func row(_ row: RangeRow) -> Row {
    let (annual, hourly) = (context.ends(row.range, .annual), context.ends(row.range, .hourly))
    let gaps = context.gaps(row.range)
    return Row(
      id: row.id,
      cells: [
        .text(row.title), row.mark, annual.low, annual.high, gaps.low, gaps.high, hourly.low, hourly.high,
        .source(row.range.record.sourceID),
      ] + row.details, emphasis: row.emphasis)
  }
}
