import Advising
import Calculation
import CareerData
import ReportModel
import SampleReports

@testable import AdvisingReport

/// A profile of chance, and the same as changes of the what-if.
struct ChangedAssumptions {
  private(set) var profile = ClientProfile(id: "random")
  private(set) var changes: [String: FormulaValue] = [:]
  private let whatIf: WhatIf

  init(_ whatIf: WhatIf, _ dataset: CareerDataset, _ random: inout SeededGenerator) {
    self.whatIf = whatIf
    profile.isInField = choose(.inField, &random) == 0
    choosePay(dataset, &random)
    chooseArea(dataset, &random)
    let advice = Advice(
      profile: profile, dataset: dataset, reportDate: CalendarDate(year: 2026, month: 11, day: 23)!)
    profile.targetSettingID = choose(.setting, &random).map { advice.settings[$0].id }
    profile.targetSpecializationID = choose(.specialization, &random).map { advice.specializations[$0].id }
    chooseCredentials(dataset, &random)
    let rung = choose(.rung, &random)
    profile.rungID = profile.isInField == true ? rung.map { advice.ladder.rungs[$0].rung.id } : nil
    if profile.isInField != true { changes[WhatIfName.rung.rawValue] = .missing }
    profile.yearsOfExperience =
      Bool.random(using: &random) ? Double(Int.random(in: 0...40, using: &random)) / 2 : nil
    changes[WhatIfName.yearsOfExperience.rawValue] =
      profile.yearsOfExperience.map(FormulaValue.number) ?? .missing
    let cost = Double(Int.random(in: 0...3_000, using: &random))
    changes[WhatIfName.cost.rawValue] = Bool.random(using: &random) ? .number(cost) : .missing
    changes[WhatIfName.horizon.rawValue] = .number(Double(Int.random(in: 1...50, using: &random)))
    changes[WhatIfName.raise.rawValue] = .number(Double(Int.random(in: -20...40, using: &random)) / 2)
  }

  private func options(_ name: WhatIfName) -> [FormulaValue] {
    guard case .choice(let column)? = whatIf.inputs.first(where: { $0.name == name.rawValue })?.kind else {
      return []
    }
    return whatIf.table(column.table)?.columns[0].cells ?? []
  }

  /// Nil where there is nothing to choose.
  private mutating func choose(_ name: WhatIfName, _ random: inout SeededGenerator) -> Int? {
    let options = options(name)
    let index = options.indices.randomElement(using: &random)
    if let index { changes[name.rawValue] = options[index] }
    return index
  }

  /// Often exactly what is published, or the floor of it.
  private mutating func choosePay(_ dataset: CareerDataset, _ random: inout SeededGenerator) {
    let isHourly = choose(.payBasis, &random) == 1
    let figure = dataset.records.pay.filter { $0.basis == (isHourly ? .hourly : .annual) }
      .randomElement(using: &random)
    let published = figure.flatMap { $0.value ?? $0.low }.flatMap { $0 > 0 ? $0 : nil }
    let random0 =
      (isHourly
      ? Double.random(in: 10...120, using: &random) : Double.random(in: 15_000...240_000, using: &random))
      .rounded()
    let amount = Int.random(in: 0..<3, using: &random) == 0 ? published ?? random0 : random0
    profile.pay = StatedPay(amount: amount, basis: isHourly ? .hourly : .annual)
    changes[WhatIfName.payAmount.rawValue] = .number(amount)
    profile.hoursPerWeek = Double(Int.random(in: 10...60, using: &random))
    changes[WhatIfName.hoursPerWeek.rawValue] = .number(profile.hoursPerWeek)
  }

  /// The nation or a state: of another area the rules say more than the what-if.
  private mutating func chooseArea(_ dataset: CareerDataset, _ random: inout SeededGenerator) {
    let shown = Set(options(.area).compactMap(\.text))
    let areas = dataset.records.areas.filter {
      ($0.kind == .nation || $0.kind == .state) && shown.contains($0.title)
    }
    guard let area = areas.randomElement(using: &random) else {
      changes[WhatIfName.area.rawValue] = .missing
      // No state of the dataset, and the nation is not published either.
      profile.stateCode = "none"
      return
    }
    changes[WhatIfName.area.rawValue] = .text(area.title)
    profile.stateCode = area.kind == .state ? area.code : nil
  }

  private mutating func chooseCredentials(_ dataset: CareerDataset, _ random: inout SeededGenerator) {
    guard dataset.tables.contains(.credentials) else {
      changes[WhatIfName.credentialCount.rawValue] = .missing
      return
    }
    let ids = Array(
      dataset.records.credentials.filter { $0.becomesID == nil }.map(\.id)
        .prefix(Int.random(in: 0...3, using: &random)))
    profile.credentialIDs = ids
    let options = options(.credentialCount)
    guard let index = CredentialGroup.allCases.firstIndex(of: CredentialGroup(count: ids.count)),
      options.indices.contains(index)
    else { return }
    changes[WhatIfName.credentialCount.rawValue] = options[index]
  }
}
