import Advising
import CareerData
import ReportModel

/// Makes the what-if of a client: the assumptions that the profile states, and the rules as formulas.
struct WhatIfBuilder {
  private let words: WhatIfWords
  private let areas: AreaTable

  init(_ context: SectionContext, formatter: ValueFormatter, areas: AreaTable) {
    words = WhatIfWords(context: context, formatter: formatter)
    self.areas = areas
  }

  var whatIf: WhatIf {
    let made = WhatIfTables(words: words, knownAreas: areas.table(words))
    let tables = made.all
    let formulas = WhatIfFormulas(words: words, tables: tables, nationRow: made.nationRow)
    let names = Set(formulas.groups.flatMap { $0.results.map(\.formula.name) })
    return WhatIf(
      title: words.text(.title), shortTitle: words.text(.sheet),
      introduction: Prose(words.text(.introduction)),
      pageIntroduction: Prose(words.text(.pageIntroduction)), resetLabel: words.text(.reset),
      inputTitle: words.text(.assumptions), inputs: WhatIfInputs(words: words, tables: tables).all,
      tables: tables,
      steps: formulas.steps, groups: formulas.groups,
      projection: EarningsPaths(words: words, names: names).projection, notes: notes(names), changed: changed)
  }

  /// The report's sentences, differences and chart titles are about the full-time pay that the profile states.
  private var changed: ChangedNote? {
    words.context.advice.pay.map { pay in
      ChangedNote(
        name: WhatIfName.fullTimePay.rawValue, amount: pay.annual,
        text: words.text(.changed, ["pay": Prose(words.context.clientPay(pay.annual))]))
    }
  }

  private func notes(_ names: Set<String>) -> [Prose] {
    var notes: [WhatIfPhrase] = [.noteProjection, .noteGross]
    if names.contains(WhatIfName.yearlyGain.rawValue) { notes.append(.noteAssociation) }
    if names.contains(WhatIfName.nextLow.rawValue) { notes.append(.noteRange) }
    notes.append(.noteSources)
    return notes.map { Prose(words.text($0)) }
  }
}
