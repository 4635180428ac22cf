import Advising
import Calculation
import CareerData
import ReportModel

/// A table of the report on a caseload, and its figures.
struct CaseloadTable {
  let table: Table
  let figures: [Figure]
}

/// The tables of the report on a caseload.
struct CaseloadTables {
  /// So many clients of one kind.
  private struct Count {
    let id: String
    let title: String
    let count: Int
  }

  private let summary: CaseloadSummary
  private let dataset: CareerDataset
  private let wording: Wording
  private let formatter: ValueFormatter

  init(
    _ summary: CaseloadSummary, dataset: CareerDataset, wording: Wording, formatter: ValueFormatter
  ) {
    self.summary = summary
    self.dataset = dataset
    self.wording = wording
    self.formatter = formatter
  }

  var totals: [Fact] {
    [
      Fact(label: wording.text(CaseloadPhrase.inAll), value: .quantity(quantity(summary.clients))),
      Fact(
        label: wording.text(CaseloadPhrase.incomplete), value: .quantity(quantity(summary.incompleteCount))),
    ]
  }

  var totalFigures: [Figure] {
    [
      ("clients", CaseloadPhrase.inAll, summary.clients),
      ("incomplete", .incomplete, summary.incompleteCount),
    ]
    .map { (id, phrase, count) in
      Figure(
        itemID: id, item: wording.text(phrase), measure: "clients", unit: .count, value: Double(count),
        provenance: Self.counted)
    }
  }

  // MARK: - Counts

  private static let counted = Provenance.counted([])

  /// Empty for clients of one occupation. Most clients first; among equals in the order of the codes.
  var byOccupation: CaseloadTable {
    let codes = summary.byOccupation.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return table(
      "by_occupation", wording.prose(CaseloadPhrase.byOccupation), wording.text(ReportPhrase.occupation),
      summary.isMixed
        ? codes.map { code, count in
          Count(id: code, title: "\(summary.occupationTitles[code] ?? code) (SOC \(code))", count: count)
        } : [], of: summary.clients)
  }

  /// A table of the clients whose reports are about the dataset's occupation, which its header says where others are not.
  private func tableOfOccupation(
    _ id: String, _ title: CaseloadPhrase, _ header: String, _ counts: [Count]
  ) -> CaseloadTable {
    let whole = ["column": Prose(header), "occupation": Prose(dataset.occupation.title)]
    return table(
      id, wording.prose(title),
      summary.isMixed ? formatter.text(wording.prose(CaseloadPhrase.ofOccupation, whole)) : header, counts,
      of: summary.clientsOfOccupation, share: summary.isMixed ? .shareOfThem : .share)
  }

  var byRung: CaseloadTable {
    tableOfOccupation(
      "by_rung", .byRung, wording.text(LadderPhrase.rung),
      counts(summary.byRung, dataset.records.rungs.map { ($0.id, $0.title) }))
  }

  var bySetting: CaseloadTable {
    tableOfOccupation(
      "by_setting", .bySetting, wording.text(SettingsPhrase.setting),
      counts(summary.bySetting, dataset.records.settings.map { ($0.id, $0.title) }))
  }

  var byCredentials: CaseloadTable {
    let groups = zip(CredentialGroup.allCases, [.none, .one, .two, .threeOrMore] as [CredentialsPhrase])
    return tableOfOccupation(
      "by_credentials", .byCredentials, wording.text(CredentialsPhrase.held),
      counts(
        Dictionary(uniqueKeysWithValues: summary.byCredentials.map { ($0.key?.rawValue, $0.value) }),
        groups.map { ($0.rawValue, wording.text($1)) }))
  }

  var byState: CaseloadTable {
    let states = dataset.records.areas.filter { $0.kind == .state }
    return table(
      "by_state", .byState, wording.text(EmployersPhrase.state),
      counts(summary.byState, states.map { ($0.id, $0.title) }))
  }

  var byGap: CaseloadTable { table("by_gap", .byGap, wording.text(CaseloadPhrase.gap), gaps) }

  var byQuestion: CaseloadTable {
    table(
      "by_question", .byQuestion, wording.text(CaseloadPhrase.question),
      ClientQuestion.allCases.compactMap { question in
        summary.byQuestion[question].map {
          Count(id: question.rawValue, title: wording.text(question), count: $0)
        }
      })
  }

  /// Those of the dataset that have a client, in its order, and those that are not known.
  private func counts(_ counts: [String?: Int], _ items: [(id: String, title: String)]) -> [Count] {
    let known = items.compactMap { item in
      counts[item.id].map { Count(id: item.id, title: item.title, count: $0) }
    }
    let unknown = counts[nil].map {
      Count(id: "unknown", title: wording.text(CaseloadPhrase.unknown), count: $0)
    }
    return known + (known.isEmpty ? [] : [unknown].compactMap(\.self))
  }

  private var gaps: [Count] {
    let ranges = summary.gapsToStateMedian
    guard ranges.contains(where: { $0.count > 0 }) else { return [] }
    return ranges.map { range in
      func percent(_ end: Double) -> Prose {
        Prose(Quantity(end, .percent, Self.counted, isDifference: true))
      }
      let title =
        switch (range.low, range.high) {
        case (nil, let high?): wording.prose(CaseloadPhrase.gapBelow, ["high": percent(high)])
        case (let low?, nil): wording.prose(CaseloadPhrase.gapFrom, ["low": percent(low)])
        case (let low, let high):
          wording.prose(
            CaseloadPhrase.gapBetween, ["low": percent(low ?? 0), "high": percent(high ?? 0)])
        }
      let ends = [range.low, range.high].map { $0.map { String(Int($0)) } ?? "" }
      return Count(id: ends.joined(separator: "to"), title: formatter.text(title), count: range.count)
    }
  }

  private func quantity(_ count: Int) -> Quantity { Quantity(Double(count), .count, Self.counted) }

  private func table(
    _ id: String, _ title: CaseloadPhrase, _ header: String, _ counts: [Count]
  ) -> CaseloadTable {
    table(id, wording.prose(title), header, counts, of: summary.clients)
  }

  /// - Parameters:
  ///   - all: clients, of whom the shares are.
  ///   - share: what the column of shares is called.
  private func table(
    _ id: String, _ title: Prose, _ header: String, _ counts: [Count], of all: Int,
    share: CaseloadPhrase = .share
  ) -> CaseloadTable {
    let table = Table(
      id: id, title: title,
      columns: [
        Column(id: "item", header: header, role: .stub),
        Column(id: "clients", header: wording.text(CaseloadPhrase.clients), role: .figure),
        Column(id: "share", header: wording.text(share), role: .figure),
      ],
      groups: [
        RowGroup(
          rows: counts.map { count in
            let share = Double(count.count) / Double(max(1, all)) * 100
            return Row(
              id: count.id,
              cells: [
                .text(count.title), .quantity(quantity(count.count)),
                .quantity(Quantity(share, .percent, Self.counted)),
              ])
          })
      ])
    let figures = counts.map { count in
      Figure(
        itemID: count.id, item: count.title, measure: "clients_\(id)", unit: .count,
        value: Double(count.count), provenance: Self.counted)
    }
    return CaseloadTable(table: table, figures: figures)
  }

  /// Nil when there is no gap to show.
  var gapChart: Chart? {
    guard !gaps.isEmpty else { return nil }
    let points = gaps.map {
      ChartPoint(id: $0.id, label: $0.title, high: quantity($0.count))
    }
    let title = wording.prose(CaseloadPhrase.chartTitle)
    return Chart(
      id: "gaps", kind: .bars, title: title, alternativeText: title,
      categoryAxis: wording.text(CaseloadPhrase.gap), valueAxis: wording.text(CaseloadPhrase.clients),
      unit: .count, groups: [ChartGroup(title: "", points: points)], reference: nil, source: "")
  }

  // MARK: - Clients

  var gains: CaseloadTable {
    CaseloadTable(
      table: table(
        "largest_gains", .largestGains,
        [Column(id: "gain", header: wording.text(CaseloadPhrase.gain), role: .figure)],
        summary.largestGains.map {
          Row(
            id: $0.clientID,
            cells: [.text($0.clientID), Value($0.gain, .dollarsPerYear, Self.counted, isDifference: true)])
        }),
      figures: summary.largestGains.map { client in
        Figure(
          itemID: client.clientID, item: client.clientID, measure: "yearly_gain", unit: .dollarsPerYear,
          client.gain, Self.counted)
      })
  }

  var incomplete: CaseloadTable {
    let columns = [
      Column(id: "questions", header: wording.text(CaseloadPhrase.missing), role: .figure),
      Column(id: "fields", header: wording.text(CaseloadPhrase.missingFields), role: .detail),
    ]
    let rows = summary.incomplete.map { client in
      Row(
        id: client.clientID,
        cells: [
          .text(client.clientID), .quantity(quantity(client.questions.count)), .text(Self.fields(client)),
        ])
    }
    return CaseloadTable(
      table: table("incomplete_clients", .incompleteClients, columns, rows),
      figures: summary.incomplete.map { client in
        Figure(
          itemID: client.clientID, item: client.clientID, measure: "open_questions", unit: .count,
          value: Double(client.questions.count), provenance: Self.counted,
          note: Prose(Self.fields(client)))
      })
  }

  /// The names that the columns of a roster have, in every language.
  private static func fields(_ client: CaseloadSummary.Incomplete) -> String {
    client.questions.map(\.field.rawValue).joined(separator: ", ")
  }

  /// - Parameter columns: those behind the client's.
  private func table(_ id: String, _ title: CaseloadPhrase, _ columns: [Column], _ rows: [Row]) -> Table {
    Table(
      id: id, title: wording.prose(title),
      columns: [Column(id: "client", header: wording.text(CaseloadPhrase.client), role: .stub)] + columns,
      groups: [RowGroup(rows: rows)])
  }
}
