import Advising
import CareerData
import ReportModel

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

  /// The rows keep their order within a group.
  func table(_ rows: [RangeRow], lastGroups: [RowGroup] = [], notes: [Prose] = []) -> Table? {
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
          title: context.basisTitle($0[0].range.record), label: context.basisLabel($0[0].range.record),
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
