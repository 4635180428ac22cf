import CareerData

extension PayComparer {
  /// Every specialization of the dataset, in the order of the dataset.
  ///
  /// One without a figure of its own names the rung whose pay is nearest, when the dataset names one.
  func specializations(_ dataset: CareerDataset, profile: ClientProfile) -> [ItemComparison] {
    dataset.records.specializations.map { specialization in
      let figures = dataset.pay(of: Subject(.specialization, specialization.id))
      let own = pay(figures)
      let ownRanges = ranges(figures)
      let hasOwn = own != nil || !ownRanges.isEmpty
      return ItemComparison(
        id: specialization.id, title: specialization.title,
        mark: ItemMark(
          specialization.id, present: profile.specializationID, target: profile.targetSpecializationID),
        pay: own, otherPay: otherPay(figures), top: top(figures), ranges: ownRanges,
        nearest: hasOwn ? [] : nearestRung(specialization, dataset))
    }
  }

  private func nearestRung(_ specialization: Specialization, _ dataset: CareerDataset) -> [NearestPay] {
    guard let rungID = specialization.nearestRungID,
      let rung = dataset.records.rungs.first(where: { $0.id == rungID })
    else { return [] }
    let subject = Subject(.rung, rungID)
    let figures = dataset.pay(of: subject)
    let nearest = NearestPay(
      subjectTitle: rung.title, subject: subject, pay: pay(figures), range: ranges(figures).first)
    return nearest.pay == nil && nearest.range == nil ? [] : [nearest]
  }
}
