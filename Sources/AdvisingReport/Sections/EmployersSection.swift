import Advising
import CareerData
import ReportModel

/// Who employs, remote work, and the states' medians for those who are open to it.
struct EmployersSection: ReportSection {
  typealias Words = EmployersPhrase

  private let context: SectionContext
  private let items: [ItemFigures]
  private var advice: Advice { context.advice }
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) {
    self.context = context
    items = context.advice.employers.map(context.figures)
  }

  /// Nil when the dataset names no employers and no state is shown.
  var content: SectionContent? {
    let states = self.states
    guard !items.isEmpty || !states.isEmpty else { return nil }
    return SectionContent(
      figures: items.flatMap(\.all)
        + remoteShares.map { context.figure(id: $0.subject.id, title: $0.label, $0) }
        + states.map(\.pay.figure), choice: choice(states), blocks: blocks(states))
  }

  private struct StatePay {
    let area: Area
    let pay: PublishedPay
  }

  /// The states' medians, highest first, for a client who is open to remote work.
  private var states: [StatePay] {
    guard advice.profile.isOpenToRemote == true else { return [] }
    let positions = context.dataset.records.areas.filter { $0.kind == .state }.compactMap { area in
      let subject = Subject(.area, area.id)
      return (advice.median(of: subject) ?? advice.pay(of: subject)).map { (area, $0) }
    }
    let states = positions.map { area, pay in
      StatePay(area: area, pay: context.published(pay, id: area.id, title: area.title))
    }
    // Numbers are sorted, since each comparison of the states themselves would copy both.
    let annual = states.map(\.pay.annual)
    return states.indices.sorted { a, b in
      annual[a] != annual[b] ? annual[a] > annual[b] : states[a].area.id < states[b].area.id
    }.map { states[$0] }
  }

  private var remoteShares: [PublishedFigure] {
    context.dataset.records.figures.filter { $0.measure == "remote_share" }
  }

  /// For a client who is open to remote work the states come first, with her own among them.
  private func choice(_ states: [StatePay]) -> Choice {
    let columns: Set<String> = ["mark", "pay", "difference", "source", "from", "to", "gap_from", "gap_to"]
    return Choice(
      bearing: states.isEmpty ? .none : .aim,
      table: states.isEmpty
        ? employerTable.withoutEmptyColumns.forChoice(columns: columns)
        : stateTable(states, basis: context.plainBasis).forChoice(columns: columns),
      sentences: [wording.prose(states.isEmpty ? EmployersPhrase.caveat : .remoteCaveat)])
  }

  private func blocks(_ states: [StatePay]) -> [Block] {
    var blocks: [Block] = []
    if !items.isEmpty { blocks.append(.table(employerTable)) }
    let remote = remoteFacts
    if !remote.isEmpty { blocks.append(.facts(remote)) }
    if !states.isEmpty { blocks.append(.table(stateTable(states))) }
    var notes: [Prose] = []
    if !items.isEmpty { notes.append(wording.prose(EmployersPhrase.caveat)) }
    if !states.isEmpty { notes.append(wording.prose(EmployersPhrase.remoteCaveat)) }
    blocks.append(.callout(title: wording.prose(PositionPhrase.notes), items: notes))
    return blocks
  }

  private var employerTable: Table {
    let rows = context.dataset.records.employers.map { employer -> Row in
      let range = items.first { $0.id == employer.id }?.ranges.first
      let (hourly, annual) = (
        range.map { context.ends($0, .hourly) }, range.map { context.ends($0, .annual) }
      )
      let gaps = range.map(context.gaps)
      return Row(
        id: employer.id,
        cells: [
          .text(employer.title),
          hourly?.low ?? .missing, hourly?.high ?? .missing, annual?.low ?? .missing,
          annual?.high ?? .missing,
          gaps?.low ?? .missing, gaps?.high ?? .missing,
          .source(range?.record.sourceID ?? employer.sourceID),
          employer.work.isEmpty ? .missing : .text(employer.work),
          employer.note.isEmpty ? .missing : .text(employer.note),
        ])
    }
    let figureColumns: [(String, String)] = [
      ("hourly_from", wording.text(ColumnPhrase.hourlyFrom)),
      ("hourly_to", wording.text(ColumnPhrase.hourlyTo)),
      ("from", wording.text(ColumnPhrase.from)), ("to", wording.text(ColumnPhrase.to)),
      ("gap_from", context.againstPay(.gapFrom, .gapFromOtherField)),
      ("gap_to", context.againstPay(.gapTo, .gapToOtherField)),
    ]
    return Table(
      id: "employers", title: wording.prose(EmployersPhrase.tableTitle),
      columns: [Column(id: "employer", header: wording.text(EmployersPhrase.employer), role: .stub)]
        + figureColumns.map { Column(id: $0.0, header: $0.1, role: .figure) }
        + [
          Column(id: "source", header: wording.text(ColumnPhrase.source), role: .source),
          Column(id: "work", header: wording.text(EmployersPhrase.work), role: .detail),
          Column(id: "note", header: wording.text(ColumnPhrase.note), role: .detail),
        ], groups: [RowGroup(rows: rows)])
  }

  private var remoteFacts: [Fact] {
    remoteShares.map { figure in
      Fact(label: figure.label, value: context.value(figure), note: context.origin(figure))
    }
  }

  private func stateTable(_ states: [StatePay], basis: ((PayFigure) -> Prose)? = nil) -> Table {
    let payTable = PayTable(
      context: context, id: "employers-states", title: wording.prose(EmployersPhrase.stateTitle),
      stubHeader: wording.text(EmployersPhrase.state))
    let rows = states.map { state in
      let mark = ItemMark(isPresent: state.area == advice.place.state, isTarget: false)
      return PayRow(
        id: state.area.id, title: state.area.title, mark: context.mark(mark), emphasis: mark.emphasis,
        pay: state.pay)
    }
    let groups = payTable.grouped(rows).map {
      RowGroup(
        title: (basis ?? context.basisTitle)($0[0].pay.record), label: context.basisLabel($0[0].pay.record),
        rows: $0.map(payTable.row))
    }
    return Table(
      id: payTable.id, title: payTable.title, columns: payTable.columns, groups: groups,
      groupHeading: wording.text(ColumnPhrase.basis))
  }
}

enum EmployersPhrase: String, PhraseKey {
  static let group = "employers"
  case tableTitle = "table_title"
  case stateTitle = "state_title"
  case employer, state, work, caveat
  case remoteCaveat = "remote_caveat"
}
