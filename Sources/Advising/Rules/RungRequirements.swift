import Calculation
import CareerData

/// What the rungs of a dataset ask for.
struct RungRequirements {
  let dataset: CareerDataset

  func credentials(of rung: Rung, _ need: RungCredential.Need) -> [Credential] {
    let ids = dataset.records.rungCredentials.filter { $0.rungID == rung.id && $0.need == need }
      .map(\.credentialID)
    return ids.compactMap { id in dataset.records.credentials.first { $0.id == id } }
  }

  /// Any one of the required credentials is enough; what an early form has become meets it too.
  func areCredentialsMet(_ rung: Rung, held: HeldCredentials) -> Bool {
    let required = credentials(of: rung, .required)
    return required.isEmpty || required.contains { held.meets($0.id, in: dataset) }
  }

  /// A rung without published years asks for as many as the highest of the rungs below it.
  func yearsAsked(for rung: Rung) -> Double {
    dataset.records.rungs.filter { $0.order <= rung.order }.compactMap(\.experienceLow).max() ?? 0
  }

  /// Years still missing, 0 when none are; nil when the client's years are unknown.
  func yearsMissing(for rung: Rung, years: Double?) -> Double? {
    guard let years else { return nil }
    return Rule.yearsMissing.number(yearsAsked(for: rung), years)
  }

  func need(of rung: Rung, held: HeldCredentials?) -> CareerLadder.CredentialNeed {
    let required = credentials(of: rung, .required)
    guard !required.isEmpty else { return .nothingRequired }
    guard let held else { return .unknown(required) }
    if let met = required.first(where: { held.meets($0.id, in: dataset) }) { return .met(by: met) }
    for early in held.early {
      if let later = required.first(where: { $0.id == early.becomesID }) {
        return .becomes(from: early, to: later)
      }
    }
    return .anyOf(required)
  }

  /// The lowest published pay of the rung, in US dollars a year.
  func lowEnd(of rung: Rung) -> Double? {
    dataset.pay(of: Subject(.rung, rung.id)).compactMap { figure in
      (figure.low ?? figure.value).map(figure.annual)
    }.min()
  }
}
