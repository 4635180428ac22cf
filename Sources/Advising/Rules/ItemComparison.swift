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

/// A published amount beside the client's pay and the national median.
public struct ComparedPay: Sendable, Equatable {
  public let figure: PayFigure
  /// As published, on the figure's basis.
  public let amount: Double
  /// US dollars a year; hourly pay x 2,080.
  public let annual: Double
  /// True when the source says "this or more": the amounts are lower bounds, and nothing is compared with them.
  public let isFloor: Bool
  /// The item less the client's full-time pay; nil without pay, and for a lower bound.
  public let fromClient: Difference?
  /// The item less the national median; nil when none is published, and for a lower bound.
  public let fromNationalMedian: Difference?

  /// Whether the pay may be set in proportion to another: a lower bound says nothing of how far it is, and nothing is a
  /// part of no pay.
  func isComparable(with base: ComparedPay) -> Bool {
    !isFloor && !base.isFloor && base.annual >= Difference.leastBase
  }
}

/// A published range beside the client's pay.
public struct ComparedRange: Sendable, Equatable {
  public let figure: PayFigure
  /// US dollars a year; nil when the source gives no low end.
  public let annualLow: Double?
  /// US dollars a year; nil when the range is open.
  public let annualHigh: Double?
  /// The low end less the client's full-time pay.
  public let lowFromClient: Difference?
  public let highFromClient: Difference?
}

/// The nearest published figure of an item that has none of its own.
public struct NearestPay: Sendable, Equatable {
  /// What the figure is about, in words: an industry, a rung.
  public let subjectTitle: String
  public let subject: Subject
  public let pay: ComparedPay?
  public let range: ComparedRange?
}
