import Advising
import CareerData
import ReportModel
import Synchronization

/// The published wages of an area, laid out for formulas: a fixed number of points, the last one repeated.
struct AreaPlace {
  static let slots = 5

  let title: String
  /// US dollars a year: the median, or the mean where no median is published. Nil for "this or more", and when nothing
  /// is published.
  let benchmark: Double?
  /// What the benchmark is when it is no median, or no amount; empty for an amount that is a median.
  let basis: String
  /// In US dollars a year, lowest first; those published only as "this or more" are not among them. Empty when no
  /// percentile is published as an amount.
  private(set) var points: [(percentile: Double, pay: Double)] = []
  /// For each point the words for a place between it and the next; empty where the place can be calculated.
  private(set) var gaps: [String] = []
  private(set) var below = ""
  private(set) var above = ""
  /// US dollars a year: pay below this is below a percentile that is published only as "this or more". Nil where no
  /// such percentile tells more than the points.
  private(set) var openPay: Double?
  /// The words for a place above all points and below that.
  private(set) var underOpen = ""

  init(_ area: Area, _ words: WhatIfWords) {
    let subject = Subject(.area, area.id)
    let pay = words.context.advice.pay(of: subject)
    title = area.title
    benchmark = pay?.exactAnnual
    basis = pay.map { $0.isFloor || $0.figure.statistic != .median ? words.basis($0) : "" } ?? ""
    guard let distribution = WageDistribution(words.context.dataset.pay(of: subject)) else { return }
    addOpenPoint(of: distribution, words)
    addPoints(of: distribution, words)
  }

  private mutating func addOpenPoint(of distribution: WageDistribution, _ words: WhatIfWords) {
    guard let open = distribution.openPoints.first else { return }
    guard let last = distribution.points.last else {
      openPay = open.figure.annual(open.pay)
      underOpen = words.place(.below, ["percentile": open.percentile])
      return
    }
    guard open.percentile > last.percentile else { return }
    openPay = open.figure.annual(open.pay)
    underOpen = words.place(.between, ["low": last.percentile, "high": open.percentile])
  }

  private mutating func addPoints(of distribution: WageDistribution, _ words: WhatIfWords) {
    guard let first = distribution.points.first, let last = distribution.points.last else { return }
    let known = distribution.points.map { (percentile: $0.percentile, pay: $0.figure.annual($0.pay)) }
    let padding = [(percentile: Double, pay: Double)](
      repeating: (last.percentile, last.figure.annual(last.pay)), count: Self.slots - known.count)
    let points = known + padding
    gaps = points.indices.map { index in
      guard index + 1 < points.count else { return "" }
      let (low, high) = (points[index].percentile, points[index + 1].percentile)
      let isCalculated = WageDistribution.areNeighbors(low, high) || low == high
      return isCalculated ? "" : words.place(.between, ["low": low, "high": high])
    }
    self.points = points
    below = words.place(.below, ["percentile": first.percentile])
    above = words.place(.above, ["percentile": last.percentile])
  }
}

extension ComparedPay {
  /// US dollars a year; nil for a lower bound, which nothing is counted with.
  var exactAnnual: Double? { isFloor ? nil : annual }
}

/// The largest table of the what-if, which is the same for every client of a dataset: made once for a caseload.
final class AreaTable: Sendable {
  private struct Key: Equatable {
    let contentHash: String
    /// A dataset in another language has the same hash.
    let title: String
  }

  private let known = Mutex<(key: Key, table: WhatIfTable)?>(nil)

  func table(_ words: WhatIfWords) -> WhatIfTable {
    let dataset = words.context.dataset
    let key = Key(contentHash: dataset.identity.contentHash, title: dataset.identity.title)
    if let known = known.withLock({ $0 }), known.key == key, !key.contentHash.isEmpty { return known.table }
    let table = WhatIfTables(words: words).areas
    known.withLock { $0 = (key, table) }
    return table
  }
}
