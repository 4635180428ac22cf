import Advising
import Calculation
import CareerData
import ReportModel

/// What the what-if looks up: the choices, and what is published of each.
struct WhatIfTables {
  let words: WhatIfWords
  /// The table of areas when it was made for a client before.
  var knownAreas: WhatIfTable?
  private var advice: Advice { words.context.advice }
  private var dataset: CareerDataset { words.context.dataset }

  enum ID: String {
    case yesNo = "yes_no"
    case bases = "pay_bases"
    case areas, settings, specializations, rungs
    case credentials = "credential_counts"
  }

  static let option = "option"

  static func column(_ table: ID, _ column: String) -> Formula.TableColumn {
    Formula.TableColumn(table.rawValue, column)
  }

  /// The tables that have rows.
  var all: [WhatIfTable] {
    [yesNo, bases, knownAreas ?? areas, settings, specializations, credentials, rungs].filter {
      !$0.columns[0].cells.isEmpty
    }
  }

  // MARK: - Choices

  private var yesNo: WhatIfTable {
    table(.yesNo, .inField, [text(Self.option, .choice, [words.text(.yes), words.text(.no)])])
  }

  /// In the order of ``PayBasis``.
  private var bases: WhatIfTable {
    table(.bases, .payBasis, [text(Self.option, .choice, [words.text(.aYear), words.text(.anHour)])])
  }

  /// The areas that wages are published of: the nation first, then in the order of the dataset.
  var shownAreas: [Area] {
    let shown = dataset.records.areas.filter { !dataset.pay(of: Subject(.area, $0.id)).isEmpty }
    let national = shown.filter { $0.id == nation?.id }
    return national + shown.filter { $0.id != nation?.id }
  }

  /// The nation's row among the areas, from 1; nil where no wages of the nation are published.
  var nationRow: Int? { shownAreas.first.flatMap { $0.id == nation?.id ? 1 : nil } }

  private var nation: Area? { dataset.records.areas.first { $0.kind == .nation } }

  /// The same for every client.
  var areas: WhatIfTable {
    let places = shownAreas.map { AreaPlace($0, words) }
    var columns = [
      text(Self.option, .choice, Self.labels(places.map(\.title))),
      number("median", .median, places.map(\.benchmark)),
      text("basis", .basis, places.map(\.basis)),
    ]
    for slot in 0..<AreaPlace.slots {
      columns.append(number("pay_\(slot + 1)", .point, places.map { $0.points[safe: slot]?.pay }))
      columns.append(
        number("percentile_\(slot + 1)", .percentile, places.map { $0.points[safe: slot]?.percentile }))
      columns.append(text("gap_\(slot + 1)", .gapWords, places.map { $0.gaps[safe: slot] ?? "" }))
    }
    columns.append(text("below", .belowWords, places.map(\.below)))
    columns.append(text("above", .aboveWords, places.map(\.above)))
    columns.append(number("open_pay", .point, places.map(\.openPay)))
    columns.append(text("under_open", .gapWords, places.map(\.underOpen)))
    return table(.areas, .area, columns)
  }

  private var settings: WhatIfTable { items(.settings, .setting, advice.settings) }

  private var specializations: WhatIfTable {
    let years = dataset.records.specializations.map { $0.experienceHigh ?? $0.experienceLow }
    var table = items(.specializations, .specialization, advice.specializations)
    // A way whose pay is a range is a band up to its high end.
    let ranges = advice.specializations.map { item -> ComparedRange? in
      if case .range(let range) = advice.leadingPay(of: item) { range } else { nil }
    }
    table.columns += [
      number("years", .yearsAsked, years), number("high", .to, ranges.map { $0?.annualHigh }),
      text("high_side", .gainSide, ranges.map { $0.map(highSide) ?? "" }),
    ]
    return table
  }

  /// Pay by the best source. Of a range the low end stands for the pay, and the basis says so. What is published only as "this or more" is no
  /// number to count with.
  private func items(_ id: ID, _ title: WhatIfPhrase, _ items: [ItemComparison]) -> WhatIfTable {
    let pays = items.map { item -> (pay: Double?, basis: String) in
      switch advice.leadingPay(of: item) {
      case .pay(let pay): return (pay.exactAnnual, words.basis(pay))
      case .range(let range): return (range.annualLow, words.lowEnd(range.figure))
      case nil: return (nil, item.ranges.first.map(words.basis(highEndOf:)) ?? words.text(.noFigure))
      }
    }
    return table(
      id, title,
      [
        text(Self.option, .choice, Self.labels(items.map(\.title))),
        number("pay", .published, pays.map(\.pay)),
        text("basis", .basis, pays.map(\.basis)),
      ])
  }

  /// In the order of ``CredentialGroup``: none, one, two, three or more.
  private var credentials: WhatIfTable {
    func pay(_ id: String) -> ComparedPay? { advice.pay(of: Subject(.credentialGroup, id)) }
    guard !advice.credentials.groups.isEmpty else {
      return table(.credentials, .credentials, [text(Self.option, .choice, [])])
    }
    let groups = CredentialGroup.allCases
    let steps = groups.map { CredentialStep(from: $0) }
    return table(
      .credentials, .credentials,
      [
        text(Self.option, .choice, [.noneHeld, .oneHeld, .twoHeld, .threeHeld].map(words.text)),
        number("pay", .published, groups.map { pay($0.rawValue)?.exactAnnual }),
        text(
          "basis", .basis, groups.map { pay($0.rawValue).map(words.basis) ?? words.text(.noFigure) }),
        number("upper", .upperMean, steps.map { $0.groupIDs.flatMap { pay($0.upper)?.exactAnnual } }),
        number("lower", .lowerMean, steps.map { $0.groupIDs.flatMap { pay($0.lower)?.exactAnnual } }),
        text("gain_side", .gainSide, steps.map(gainSide)),
        text("payback_side", .paybackSide, steps.map(paybackSide)),
      ])
  }

  private func gainSide(_ step: CredentialStep) -> String {
    switch step {
    case .noneToOne: words.text(.atMost)
    case .oneToTwo: words.text(.atLeast)
    case .twoToThree: words.text(.association)
    case .beyond: words.text(.beyond)
    }
  }

  /// A gain that is at most so much pays a cost back in at least so many months.
  private func paybackSide(_ step: CredentialStep) -> String {
    switch step {
    case .noneToOne: words.text(.atLeast)
    case .oneToTwo: words.text(.atMost)
    case .twoToThree: words.text(.association)
    case .beyond: words.text(.beyond)
    }
  }

  /// Each rung with what is published of the next one, and how long its credential takes a client who holds what the
  /// profile says: other credentials than those cannot be entered.
  private var rungs: WhatIfTable {
    let rungs = advice.ladder.rungs
    let next = rungs.indices.map { $0 + 1 < rungs.count ? rungs[$0 + 1] : nil }
    let ends = next.map { rung -> RungEnds in
      if let range = rung?.comparison.ranges.first {
        return RungEnds(
          low: range.annualLow, high: range.annualHigh, highSide: highSide(range),
          basis: words.basis(range.figure))
      }
      guard let pay = rung?.comparison.pay else { return RungEnds() }
      return RungEnds(low: pay.exactAnnual, high: pay.exactAnnual, basis: words.basis(pay))
    }
    return table(
      .rungs, .rung,
      [
        text(Self.option, .choice, Self.labels(rungs.map(\.rung.title))),
        text("next", .nextRung, next.map { $0?.rung.title ?? words.text(.highestRung) }),
        number("years", .yearsAsked, next.map { $0?.yearsAsked }),
        number("study", .studyAsked, next.map { $0.flatMap { advice.credentialWait(for: $0.rung) } }),
        number("low", .from, ends.map(\.low)), number("high", .to, ends.map(\.high)),
        text("high_side", .gainSide, ends.map(\.highSide)), text("basis", .basis, ends.map(\.basis)),
      ])
  }

  /// The high end of an open range is published as "this and more".
  private func highSide(_ range: ComparedRange) -> String {
    range.figure.isOpenEnded && range.annualHigh != nil ? words.text(.atLeast) : ""
  }

  // MARK: - Labels

  /// The titles as choices: each once, and without the signs that a look-up in a spreadsheet takes for others.
  static func labels(_ titles: [String]) -> [String] {
    var taken: Set<String> = []
    return titles.map { title in
      let words =
        title.utf8.contains { "*?~".utf8.contains($0) } ? String(title.map { signs[$0] ?? $0 }) : title
      let plain = String(words.prefix(longestLabel))
      var label = plain.isEmpty ? "-" : plain
      var number = 1
      while !taken.insert(label.lowercased()).inserted {
        number += 1
        label = "\(plain) (\(number))"
      }
      return label
    }
  }

  private static let signs: [Character: Character] = ["*": "×", "?": "¿", "~": "-"]

  /// A spreadsheet looks up at most 255 characters.
  private static let longestLabel = 200

  private func table(_ id: ID, _ title: WhatIfPhrase, _ columns: [WhatIfColumn]) -> WhatIfTable {
    WhatIfTable(id: id.rawValue, title: words.text(title), columns: columns)
  }

  private func text(_ id: String, _ header: WhatIfPhrase, _ cells: [String]) -> WhatIfColumn {
    let values = cells.map { $0.isEmpty ? FormulaValue.missing : .text($0) }
    return WhatIfColumn(id: id, header: words.text(header), kind: .text, cells: values)
  }

  private func number(_ id: String, _ header: WhatIfPhrase, _ cells: [Double?]) -> WhatIfColumn {
    let values = cells.map { $0.map(FormulaValue.number) ?? .missing }
    return WhatIfColumn(id: id, header: words.text(header), kind: .number, cells: values)
  }
}

/// What is published of the pay of a rung, in US dollars a year.
private struct RungEnds {
  var low: Double?
  var high: Double?
  /// Words beside the high end where it is no end.
  var highSide = ""
  var basis = ""
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
