import CareerData

/// The training program that fits a client's next credential best, of those that the advising center has entered.
public struct FittingProgram: Sendable, Equatable {
  public let program: TrainingProgram
  /// Nil when the cost or the budget is not known.
  public let fit: BudgetFit?
  /// The other programs that prepare for the credential, in their order of fit.
  public let others: [TrainingProgram]

  /// Nil when nobody knows how long it takes.
  var span: TimeSpan? { program.months.map { TimeSpan(low: $0, high: $0, program: program) } }
}

extension CareerDataset {
  /// The program that fits; nil when none prepares for the credential.
  ///
  /// A program for the lasting form of a credential prepares for its early form too: the exam is one. One that names no
  /// credential prepares for those that are usual in its specialization, when the client aims at that. Of several, those
  /// for the client's target specialization come first, then those that the certification budget pays for, then those
  /// with a known length and cost; then the shorter, the cheaper, and the order of the table.
  public func fittingProgram(for credentialID: String, client: ClientProfile) -> FittingProgram? {
    let forms =
      records.credentials.filter { $0.id == credentialID }.compactMap(\.becomesID)
      + records.credentials.filter { $0.becomesID == credentialID }.map(\.id)
    let isUsualInTarget = records.specializationCredentials.contains {
      $0.specializationID == client.targetSpecializationID && $0.credentialID == credentialID
    }
    let suitable = records.programs.filter { program in
      program.credentialID.map { $0 == credentialID || forms.contains($0) }
        ?? (isUsualInTarget && program.specializationID == client.targetSpecializationID)
    }
    func fit(_ program: TrainingProgram) -> BudgetFit? {
      program.cost.flatMap { cost in client.certificationBudget.map { cost <= $0 ? .within : .over } }
    }
    func rank(_ program: TrainingProgram) -> [Double] {
      let isForTarget =
        client.targetSpecializationID != nil && program.specializationID == client.targetSpecializationID
      let budget: Double =
        switch fit(program) {
        case .within: 0
        case .partly, nil: 1
        case .over: 2
        }
      let unknown = (program.months == nil ? 1.0 : 0) + (program.cost == nil ? 1 : 0)
      return [isForTarget ? 0 : 1, budget, unknown, program.months ?? 0, program.cost ?? 0]
    }
    let ordered = suitable.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      return first == second ? a.offset < b.offset : first.lexicographicallyPrecedes(second)
    }.map(\.element)
    return ordered.first.map {
      FittingProgram(program: $0, fit: fit($0), others: Array(ordered.dropFirst()))
    }
  }
}
