import Advising
import Calculation
import CareerData
import ReportModel

/// The assumptions, prefilled from the profile.
struct WhatIfInputs {
  let words: WhatIfWords
  let tables: [WhatIfTable]
  private var advice: Advice { words.context.advice }
  private var profile: ClientProfile { advice.profile }

  /// Those whose choices the dataset has.
  var all: [WhatIfInput] {
    [
      choice(.inField, .inField, .yesNo, inField),
      number(.payAmount, .payAmount, 0...1_000_000, .dollars, profile.pay?.amount),
      choice(.payBasis, .payBasis, .bases, profile.pay?.basis == .hourly ? 1 : 0),
      number(.hoursPerWeek, .hoursPerWeek, 1...100, .hoursPerWeek, profile.hoursPerWeek),
      choice(.area, .area, .areas, areaIndex),
      choice(
        .setting, .setting, .settings, index(advice.settings, profile.targetSettingID ?? profile.settingID)),
      choice(
        .specialization, .specialization, .specializations,
        index(advice.specializations, profile.targetSpecializationID ?? profile.specializationID)),
      choice(
        .credentialCount, .credentials, .credentials,
        advice.held.flatMap { CredentialGroup.allCases.firstIndex(of: $0.group) }),
      choice(
        .rung, .rung, .rungs,
        advice.ladder.standing.rung.flatMap { rung in advice.ladder.rungs.firstIndex { $0.rung == rung } }),
      number(
        .yearsOfExperience, .yearsOfExperience, 0...Double(Self.longestHorizon), .years,
        profile.yearsOfExperience.map { min($0, Double(Self.longestHorizon)) }),
      number(.cost, .cost, Self.cost, .dollars, totalCost),
      number(
        .horizon, .horizon, 1...Double(Self.longestHorizon), .years,
        Double(min(profile.horizonYears, Self.longestHorizon))),
      number(.raise, .raise, -10...20, .percent, 0),
    ].compactMap { $0 }
  }

  /// US dollars.
  private static let cost = 0.0...100_000

  /// What the next certification costs in all, by the long end; not known without a training program of the dataset.
  private var totalCost: Double? {
    advice.certificationPlan.next?.total?.high.flatMap { Self.cost.contains($0) ? $0 : nil }
  }

  /// As many years as a profile may ask for.
  static let longestHorizon = 50

  private var inField: Int? {
    switch advice.status {
    case .inField: 0
    case .outsideField: 1
    case .unknown: nil
    }
  }

  /// The client's state; the nation where the profile names none.
  private var areaIndex: Int? {
    let shown = WhatIfTables(words: words).shownAreas
    let id = (advice.state ?? advice.national)?.area.id
    return shown.firstIndex { $0.id == id }
  }

  private func index(_ items: [ItemComparison], _ id: String?) -> Int? {
    id.flatMap { id in items.firstIndex { $0.id == id } }
  }

  private func choice(
    _ name: WhatIfName, _ label: WhatIfPhrase, _ table: WhatIfTables.ID, _ index: Int?
  ) -> WhatIfInput? {
    guard let options = tables.first(where: { $0.id == table.rawValue })?.columns.first?.cells else {
      return nil
    }
    return WhatIfInput(
      name: name.rawValue, label: words.text(label),
      kind: .choice(WhatIfTables.column(table, WhatIfTables.option)),
      initial: index.map { options[$0] } ?? .missing, hint: words.text(.chooseHint))
  }

  private func number(
    _ name: WhatIfName, _ label: WhatIfPhrase, _ range: ClosedRange<Double>, _ unit: Unit, _ initial: Double?
  ) -> WhatIfInput {
    func end(_ amount: Double) -> Prose { Prose(Quantity(amount, unit, .statedByClient)) }
    return WhatIfInput(
      name: name.rawValue, label: words.text(label), kind: .number(range, unit),
      initial: initial.map(FormulaValue.number) ?? .missing,
      hint: words.text(.numberHint, ["low": end(range.lowerBound), "high": end(range.upperBound)]))
  }
}
