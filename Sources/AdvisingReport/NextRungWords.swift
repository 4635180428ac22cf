import Advising
import CareerData
import ReportModel

/// The next rung in words: its pay, the gap, and what is missing.
struct NextRungWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  /// `Next rung: certified coder, $55,000 to $70,000 (+$9,000 to +$24,000). Missing: …`
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
