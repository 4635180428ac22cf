import CareerData

/// What the published pay of a setting, a specialization, a rung or an employer means for the client.
public struct ItemComparison: Sendable, Equatable {
  public let id: String
  public let title: String
  public let mark: ItemMark
  /// The item's mean or median; nil when none is published.
  public let pay: ComparedPay?
  /// Means and medians of other sources for the same item.
  public let otherPay: [ComparedPay]
  /// The industries whose pay stands for a setting, each with its own figure, never averaged: the first is the
  /// one that ``pay`` is of. Empty for what is no setting, or has a figure that is of no industry.
  public let industries: [IndustryPay]
  /// Industries that are each only a part of a setting, beside the setting's own figure, which leads.
  public let parts: [IndustryPay]
  /// What the best paid earn.
  public let top: ComparedPay?
  public let ranges: [ComparedRange]
  /// What is nearest when the item has no figure of its own; several are in the order of the dataset.
  public let nearest: [NearestPay]

  /// True when nothing at all is published about the item's pay.
  public var hasNoFigure: Bool { hasNoOwnFigure && nearest.isEmpty }

  /// True when nothing is published of the item itself, whatever stands in for it.
  public var hasNoOwnFigure: Bool { pay == nil && top == nil && ranges.isEmpty }

  /// True when the client earns as much as the high end of what is published, or more. False where nobody knows.
  public var paysNoMore: Bool {
    if let range = ranges.first {
      return !range.figure.isOpenEnded && (range.highFromClient.map { $0.amount <= 0 } ?? false)
    }
    return pay?.fromClient.map { $0.amount <= 0 } ?? false
  }

  init(
    id: String, title: String, mark: ItemMark, pay: ComparedPay?, otherPay: [ComparedPay],
    industries: [IndustryPay] = [], parts: [IndustryPay] = [], top: ComparedPay?, ranges: [ComparedRange],
    nearest: [NearestPay] = []
  ) {
    self.id = id
    self.title = title
    self.mark = mark
    self.pay = pay
    self.otherPay = otherPay
    self.industries = industries
    self.parts = parts
    self.top = top
    self.ranges = ranges
    self.nearest = nearest
  }
}

/// The pay of an industry that stands for a setting.
public struct IndustryPay: Sendable, Equatable {
  public let industry: Industry
  public let pay: ComparedPay
}

/// Why an item concerns the client.
public struct ItemMark: Sendable, Equatable {
  public let isPresent: Bool
  public let isTarget: Bool

  public static let none = ItemMark(isPresent: false, isTarget: false)

  public init(isPresent: Bool, isTarget: Bool) {
    self.isPresent = isPresent
    self.isTarget = isTarget
  }

  init(_ id: String, present: String?, target: String?) {
    isPresent = id == present
    isTarget = id == target
  }
}

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
