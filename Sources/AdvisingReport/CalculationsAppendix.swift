import Advising
import Calculation
import CareerData
import ReportModel

/// The section of the appendix that says of each calculated number how it was made: what `explain` says, in a line for each
/// thing that has such numbers.
struct CalculationsAppendix {
  private let context: SectionContext
  private let figures: [FigureGroup]
  private let words: ExplanationWords
  private let explanations: [Explanation]

  /// - Parameter figures: all of the report.
  init(_ context: SectionContext, _ figures: [FigureGroup]) {
    self.context = context
    self.figures = figures
    words = ExplanationWords(context.wording, context.formatter)
    explanations = Explanation.all(of: figures, from: context.dataset)
  }

  /// Nil where nothing was calculated.
  var section: Section? {
    guard !explanations.isEmpty else { return nil }
    let wording = context.wording
    return Section(
      id: Section.calculationsID, part: .appendix, title: wording.text(ExplanationPhrase.title),
      shortTitle: wording.text(ExplanationPhrase.sheetTitle),
      blocks: [
        .paragraph(wording.prose(ExplanationPhrase.intro)),
        .list(title: wording.prose(ExplanationPhrase.rules), items: rules),
      ] + passages)
  }

  /// Each calculation once, by the names of its numbers.
  private var rules: [Prose] {
    explanations.flatMap(\.steps).map(\.calculation)
      .map { "\(words.purpose($0)): \(words.rule($0))" }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      .map { Prose($0) }
  }

  /// What is calculated for many things, such as full-time pay, stands in the first line that needs it.
  private var passages: [Block] {
    var said: Set<String> = []
    return figures.compactMap { passage($0, after: &said) }
  }

  private func passage(_ group: FigureGroup, after said: inout Set<String>) -> Block? {
    let own = explanations.filter { $0.id.hasPrefix("\(group.sectionID)/") }
    let items = own.reduce(into: [[Explanation]]()) { items, explanation in
      if items.last?.last?.item == explanation.item {
        items[items.count - 1].append(explanation)
      } else {
        items.append([explanation])
      }
    }
    guard !items.isEmpty else { return nil }
    let common = commonBasis(items)
    let lines = items.map { line($0, after: &said, common) }
    let last = common.map { basis in
      context.wording.prose(
        ExplanationPhrase.common,
        ["figures": Prose([.text("\(basis.statistic) "), .value(.source(basis.sourceID))])])
    }
    return .passage(title: Prose(group.title), paragraphs: lines + [last].compactMap(\.self))
  }

  /// What is published of a thing by a single figure, but for its amount.
  private struct Basis: Hashable {
    let statistic: String
    let sourceID: String
  }

  /// Nil for a thing with another number of figures than one, or with a figure of another place.
  private func basis(_ explanations: [Explanation]) -> Basis? {
    let published = Self.published(explanations)
    guard published.count == 1, let only = published.first,
      ["", explanations[0].item].contains(only.place)
    else { return nil }
    return Basis(
      statistic: words.statistic(only.citation.statistic), sourceID: only.citation.sourceID)
  }

  /// Of many lines that would end alike, as those of the states, the end that is said once.
  private func commonBasis(_ items: [[Explanation]]) -> Basis? {
    guard items.allSatisfy({ !Self.published($0).isEmpty }) else { return nil }
    let counts = Dictionary(grouping: items.compactMap(basis), by: { $0 }).filter { $0.value.count >= 8 }
    return counts.count == 1 ? counts.first?.key : nil
  }

  private static func published(_ explanations: [Explanation]) -> [Explanation.Published] {
    explanations.flatMap(\.published).reduce(into: []) {
      if !$0.contains($1), $1.unit != .percentile { $0.append($1) }
    }
  }

  private func line(_ explanations: [Explanation], after said: inout Set<String>, _ common: Basis?) -> Prose {
    let all = calculations(explanations.flatMap(\.steps))
    let new = all.filter { !said.contains($0) }
    said.formUnion(all)
    let published = Self.published(explanations)
    let isSaid = published.isEmpty || common != nil && basis(explanations) == common
    return context.wording.prose(
      isSaid ? ExplanationPhrase.lineStated : .line,
      [
        "item": Prose(explanations[0].item).capitalized,
        "calculations": Prose((new.isEmpty ? all : new).joined(separator: "; ")),
        "figures": Prose.joined(
          published.map { figure($0, in: explanations[0].item) }, separator: "; "),
      ])
  }

  /// `$46,000 - $59,700 = -$13,700 (-22.9%)`: the percent of a difference stands beside it.
  private func calculations(_ steps: [Explanation.Step]) -> [String] {
    var calculations: [String] = []
    var before: AppliedRule?
    for step in steps {
      let calculation = step.calculation
      if calculation.rule == .percent, before?.rule == .difference, before?.operands == calculation.operands {
        calculations[calculations.count - 1] += " (\(words.number(calculation.value, step.unit)))"
      } else {
        let isPlain = calculation.rule == .difference || calculation.rule == .percent
        calculations.append((isPlain ? "" : "\(words.purpose(calculation)): ") + words.result(step))
      }
      before = calculation
    }
    return calculations.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// `$59,700: median, California [1]`; without the area in a line about it.
  private func figure(_ published: Explanation.Published, in item: String) -> Prose {
    let what = [words.statistic(published.citation.statistic), published.place].filter {
      !$0.isEmpty && $0 != item
    }
    return Prose([
      .text("\(words.number(published.amount, published.unit)): \(what.joined(separator: ", ")) "),
      .value(.source(published.citation.sourceID)),
    ])
  }
}
