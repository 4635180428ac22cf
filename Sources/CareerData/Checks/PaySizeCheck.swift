/// No amount of pay is one that nobody earns: units are mixed up, or a file is damaged.
enum PaySizeCheck: PlausibilityCheck {
  /// US dollars. No published statistic of an occupation in the United States comes near these.
  static let mostAnnual = 10_000_000.0
  static let mostHourly = 5_000.0

  static func findings(in checked: CheckedDataset) -> [CheckFinding] {
    checked.records.pay.compactMap { figure in
      let most = figure.basis == .annual ? mostAnnual : mostHourly
      let amounts = [("value", figure.value), ("low", figure.low), ("high", figure.high)]
      for case (let column, let amount?) in amounts where amount > most || amount < 0 {
        return CheckFinding(
          .error, checked.place(ofFigure: figure.id, column),
          .paySize(figure.statistic, figure.basis, amount: amount), figureIDs: [figure.id])
      }
      return nil
    }
  }
}
