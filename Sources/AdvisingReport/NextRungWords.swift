import Advising
import CareerData
import ReportModel

/// The next rung in words: its pay, the gap, and what is missing.
struct NextRungWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// `Your next step: Certified coder, $55,000 to $70,000 a year, or $9,000 to $24,000 more than now. You need 6 more
  /// months of experience, until May 2027; then your CPC-A becomes a CPC.`
  func finding(_ next: CareerLadder.NextRung, _ item: ItemComparison) -> Prose {
    let rung = ["rung": Prose(next.rung.title)]
    var parts: [Prose]
    if let range = item.ranges.first, range.annualLow != nil {
      let values = rung.merging(["pay": pay(range)]) { first, _ in first }
      parts = [wording.prose(NextRungPhrase.step, values)]
      if let more = more(range) { parts.append(more) }
    } else if let pay = item.pay {
      parts = [
        wording.prose(
          NextRungPhrase.step,
          rung.merging(["pay": Prose(context.publishedValue(pay))]) { first, _ in first })
      ]
    } else {
      parts = [wording.prose(NextRungPhrase.stepUnpaid, rung)]
    }
    parts.append(needs(next))
    return Prose.joined(parts.filter { !$0.isEmpty }, separator: " ")
  }

  /// How far the range lies above what the client earns; nil without pay.
  func more(_ range: ComparedRange) -> Prose? {
    func end(_ end: Double?) -> (amount: Double, words: Prose)? {
      context.gap(end, range.figure).flatMap { gap in
        context.quantity(gap, of: range.figure).map { ($0.amount, Prose($0.withoutSign)) }
      }
    }
    guard let low = end(range.figure.low) else { return nil }
    guard let high = end(range.figure.high), !range.figure.isOpenEnded else {
      return low.amount > 0 ? wording.prose(NextRungPhrase.moreFrom, ["low": low.words]) : nil
    }
    if low.amount > 0 { return wording.prose(NextRungPhrase.more, ["low": low.words, "high": high.words]) }
    guard high.amount > 0 else { return wording.prose(NextRungPhrase.noMore) }
    return low.amount == 0
      ? wording.prose(NextRungPhrase.moreUpTo, ["high": high.words])
      : wording.prose(NextRungPhrase.lessToMore, ["low": low.words, "high": high.words])
  }

  /// What is missing, how long that takes and until when.
  private func needs(_ next: CareerLadder.NextRung) -> Prose {
    if next.isReached { return wording.prose(LadderPhrase.missingNothing) }
    var sentences: [Prose] = []
    let missing = (next.yearsMissing ?? 0) > 0
    if missing, let years = context.yearsMissingWords(next) {
      let month = context.month(context.advice.timeline.date(afterYears: next.yearsMissing))
      sentences.append(
        wording.prose(
          month == nil ? NextRungPhrase.years : .yearsUntil, ["years": years, "month": month ?? ""]))
    } else if next.yearsMissing == nil, next.yearsAsked > 0 {
      sentences.append(
        wording.prose(
          NextRungPhrase.yearsAsked,
          [
            "years": Prose(
              Quantity(next.yearsAsked, .years, .published(context.experienceCitation(next.rung))))
          ]))
    }
    switch next.credentials {
    case .becomes(let from, let to):
      sentences.append(
        wording.prose(
          missing ? NextRungPhrase.thenBecomes : .becomes, ["from": Prose(from.id), "to": Prose(to.id)]))
    case .anyOf(let credentials), .unknown(let credentials):
      sentences.append(
        wording.prose(
          credentials.count == 1 ? NextRungPhrase.oneOf : .anyOf, ["credentials": names(credentials)]))
    case .met(let credential):
      sentences.append(wording.prose(NextRungPhrase.held, ["credential": Prose(credential.id)]))
    case .nothingRequired: break
    }
    return Prose.joined(sentences, separator: " ")
  }

  /// `Next rung: Certified coder. It pays $55,000 to $70,000 a year. That is +$9,000 to +$24,000 …`
  func sentence(_ next: CareerLadder.NextRung, _ item: ItemComparison) -> Prose {
    var parts = [wording.prose(LadderPhrase.next, ["rung": Prose(next.rung.title)])]
    if let range = item.ranges.first {
      parts.append(wording.prose(LadderPhrase.nextPay, ["pay": pay(range)]))
      if let gap = gap(range, isOpen: range.figure.isOpenEnded) {
        parts.append(wording.prose(LadderPhrase.nextGap, ["gap": Prose(gap)]))
      }
    }
    parts.append(missing(next))
    return Prose.joined(parts, separator: " ")
  }

  /// The ends of a published range against the client's pay; nil without pay or without a low end.
  func gap(_ range: ComparedRange, isOpen: Bool) -> Value? {
    func quantity(_ end: Double?) -> Quantity? {
      context.gap(end, range.figure).flatMap { context.quantity($0, of: range.figure) }
    }
    return quantity(range.figure.low).map {
      .range(low: $0, high: quantity(range.figure.high), isOpen: isOpen)
    }
  }

  /// A published range as one value of dollars a year.
  func pay(_ range: ComparedRange) -> Prose {
    guard let low = range.figure.low else { return "" }
    return Prose(
      .range(
        low: context.annual(low, range.figure),
        high: range.figure.high.map { context.annual($0, range.figure) },
        isOpen: range.figure.isOpenEnded))
  }

  /// What the client lacks, as one sentence.
  func missing(_ next: CareerLadder.NextRung) -> Prose {
    var needs: [Prose] = []
    let years = context.yearsMissing(next).flatMap { Quantity($0, .years) }.map { Prose($0) }
    let lacksYears = (next.yearsMissing ?? 0) > 0
    switch next.credentials {
    case .becomes(let from, let to):
      let names = ["from": Prose(from.id), "to": Prose(to.id)]
      needs.append(
        lacksYears
          ? wording.prose(
            LadderPhrase.missingYearsBecomes, names.merging(["years": years ?? ""]) { first, _ in first })
          : wording.prose(LadderPhrase.missingBecomes, names))
    case .anyOf(let credentials):
      if lacksYears { needs.append(wording.prose(LadderPhrase.missingYears, ["years": years ?? ""])) }
      needs.append(wording.prose(LadderPhrase.missingAnyOf, ["credentials": names(credentials)]))
    case .unknown(let credentials):
      if lacksYears { needs.append(wording.prose(LadderPhrase.missingYears, ["years": years ?? ""])) }
      needs.append(wording.prose(LadderPhrase.unknownCredentials, ["credentials": names(credentials)]))
    case .met, .nothingRequired:
      if lacksYears { needs.append(wording.prose(LadderPhrase.missingYears, ["years": years ?? ""])) }
    }
    if next.yearsMissing == nil { needs.append(wording.prose(LadderPhrase.unknownYears)) }
    if needs.isEmpty { return wording.prose(LadderPhrase.missingNothing) }
    return wording.prose(LadderPhrase.missing, ["needs": Prose.joined(needs, separator: "; ")])
  }

  private func names(_ credentials: [Credential]) -> Prose {
    Prose(credentials.map(\.id).joined(separator: ", "))
  }
}

/// The next rung in the words of a finding.
enum NextRungPhrase: String, PhraseKey {
  static let group = "next_rung"
  case step
  case stepUnpaid = "step_unpaid"
  case more
  case moreFrom = "more_from"
  case moreUpTo = "more_up_to"
  case lessToMore = "less_to_more"
  case noMore = "no_more"
  case years
  case yearsUntil = "years_until"
  case yearsAsked = "years_asked"
  case thenBecomes = "then_becomes"
  case becomes
  case oneOf = "one_of"
  case anyOf = "any_of"
  case held
}
