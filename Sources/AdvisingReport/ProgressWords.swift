import Advising
import Calculation
import CareerData
import ReportModel

/// "Since last time" (rule 12): what has changed, which agreed steps are done, and which are open still.
struct ProgressWords {
  private let context: SectionContext
  private let progress: Progress
  private var wording: Wording { context.wording }

  /// Nil where nothing of an earlier session is known.
  init?(_ context: SectionContext) {
    guard let progress = context.advice.progress else { return nil }
    self.context = context
    self.progress = progress
  }

  var title: Prose { wording.prose(ProgressPhrase.title) }

  var sentences: [Prose] { changes + progress.done.map(done) + progress.open.map(open) }

  // MARK: - Sentences

  private var changes: [Prose] {
    guard let since = progress.since.map(Self.date) else { return [] }
    guard progress.hasChanged == true else {
      return [
        wording.prose(
          progress.hasChanged == nil ? ProgressPhrase.nothingKnown : .nothingChanged, ["date": since])
      ]
    }
    return [payWords(since), rungWords].compactMap(\.self) + credentialWords
  }

  private func payWords(_ since: Prose) -> Prose? {
    guard let pay = progress.pay, let change = payChange, let amount = change.value.exact,
      let difference = Quantity(change, .dollarsPerYear)
    else { return nil }
    let values = [
      "date": since, "difference": Prose(difference.withoutSign),
      "before": Prose(context.clientPay(pay.before)), "now": Prose(context.clientPay(pay.now)),
    ]
    guard amount.magnitude >= 1 else { return nil }
    return wording.prose(amount > 0 ? ProgressPhrase.payMore : .payLess, values)
  }

  /// Full-time pay now less that of then.
  private var payChange: AppliedRule? {
    guard let before, let now = context.fullTimePay else { return nil }
    return AppliedRule(.difference, now, before)
  }

  private var before: AppliedRule.Operand? {
    progress.pay.map { AppliedRule.Operand(.exactly($0.before), .dollarsPerYear, .stated) }
  }

  private var rungWords: Prose? {
    guard let rung = progress.rung, rung.isChange else { return nil }
    return wording.prose(
      ProgressPhrase.rung, ["before": Prose(rung.before.title), "now": Prose(rung.now.title)])
  }

  private var credentialWords: [Prose] {
    guard let change = progress.credentials else { return [] }
    func list(_ phrase: ProgressPhrase, _ credentials: [Credential]) -> [Prose] {
      guard !credentials.isEmpty else { return [] }
      let ids = credentials.map(\.id).joined(separator: ", ")
      return [wording.prose(phrase, ["credentials": Prose(ids)])]
    }
    return change.grown.map {
      wording.prose(ProgressPhrase.grown, ["from": Prose($0.from.id), "to": Prose($0.to.id)])
    } + list(.gained, change.gained) + list(.ended, change.ended)
  }

  private func done(_ step: AgreedStep) -> Prose {
    dated(step, .done, step.done.map { (.doneOn, $0) })
  }

  private func open(_ step: AgreedStep) -> Prose {
    let isLate = step.due.map { $0 < context.advice.reportDate } ?? false
    return dated(step, .open, step.due.map { (isLate ? .openLate : .openDue, $0) })
  }

  private func dated(
    _ step: AgreedStep, _ phrase: ProgressPhrase, _ dated: (phrase: ProgressPhrase, date: CalendarDate)?
  ) -> Prose {
    let values = ["step": Prose(.text(step.text))]
    guard let dated else { return wording.prose(phrase, values) }
    return wording.prose(
      dated.phrase, values.merging(["date": Self.date(dated.date)]) { first, _ in first })
  }

  private static func date(_ date: CalendarDate) -> Prose { Prose(.date(ReportDate(date))) }

  // MARK: - Figures

  /// The next report can read all of it again; see ``EarlierReport``.
  var figures: [Figure] {
    let steps = (progress.done + progress.open).enumerated().flatMap { index, step in
      stepFigures(step, id: "agreed-\(index + 1)")
    }
    return previousFigures + steps
  }

  private var previousFigures: [Figure] {
    guard let previous = context.profile.previous else { return [] }
    func row(_ measure: String, _ unit: Unit = .count, _ value: Double? = nil, note: String = "") -> Figure {
      Figure(
        itemID: "client", item: wording.text(SummaryPhrase.client), measure: measure, unit: unit,
        value: value, provenance: .statedByClient, note: Prose(note))
    }
    var rows = [row("previous_report", note: previous.date.iso)]
    if let pay = previous.fullTimePay { rows.append(row("previous_pay", .dollarsPerYear, pay)) }
    if let before, let now = context.fullTimePay {
      for (measure, unit, rule) in [
        ("pay_change", Unit.dollarsPerYear, Rule.difference), ("pay_change_percent", .percent, .percent),
      ] {
        rows.append(
          Figure(
            itemID: "client", item: wording.text(SummaryPhrase.client), measure: measure, unit: unit,
            AppliedRule(rule, now, before)))
      }
    }
    if let id = previous.rungID { rows.append(row("previous_rung", note: id)) }
    if let ids = previous.credentialIDs {
      rows.append(row("previous_credentials", note: ids.joined(separator: ";")))
    }
    return rows
  }

  private func stepFigures(_ step: AgreedStep, id: String) -> [Figure] {
    func row(_ measure: String, _ statistic: String, _ note: String) -> Figure {
      Figure(
        itemID: id, item: wording.text(ProgressPhrase.title), measure: measure, statistic: statistic,
        unit: .count, provenance: .statedByClient, note: Prose(note))
    }
    return [row("agreed_step", step.done == nil ? "open" : "done", step.text)]
      + [
        step.due.map { row("agreed_step_due", "", $0.iso) },
        step.done.map { row("agreed_step_done", "", $0.iso) },
      ]
      .compactMap(\.self)
  }
}

enum ProgressPhrase: String, PhraseKey {
  static let group = "progress"
  case title
  case payMore = "pay_more"
  case payLess = "pay_less"
  case rung, grown, gained, ended
  case nothingChanged = "nothing_changed"
  case nothingKnown = "nothing_known"
  case done
  case doneOn = "done_on"
  case open
  case openDue = "open_due"
  case openLate = "open_late"
}
