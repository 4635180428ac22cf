import Advising
import ReportModel

/// A place among percentiles as people say it: `About 1 in 5 earn less than you do.`
struct ShareWords {
  private let wording: Wording

  init(_ wording: Wording) { self.wording = wording }

  func earnLess(_ placement: WageDistribution.Placement) -> Prose? {
    switch placement {
    case .at(let percentile): say(.about, Self.share(percentile))
    case .below(let percentile): say(.fewer, Self.share(percentile))
    case .above(let percentile): say(.more, Self.share(percentile))
    case .between(let low, let high):
      wording.prose(
        SharePhrase.between,
        [
          "low": Prose(wording.text(Self.share(low))), "high": Prose(wording.text(Self.share(high))),
        ])
    }
  }

  private func say(_ phrase: SharePhrase, _ share: SharePhrase) -> Prose {
    wording.prose(phrase, ["share": Prose(wording.text(share))])
  }

  /// The nearest share in small numbers; the lower of two that are as near.
  private static func share(_ percentile: Double) -> SharePhrase {
    let shares: [(Double, SharePhrase)] = [
      (10, .tenth), (20, .fifth), (25, .quarter), (100.0 / 3, .third), (40, .twoFifths), (50, .half),
      (60, .threeFifths), (200.0 / 3, .twoThirds), (75, .threeQuarters), (80, .fourFifths), (90, .nineTenths),
    ]
    return shares.min { abs($0.0 - percentile) < abs($1.0 - percentile) }?.1 ?? .half
  }
}

enum SharePhrase: String, PhraseKey {
  static let group = "share"
  case about, fewer, more, between
  case tenth, fifth, quarter, third
  case twoFifths = "two_fifths"
  case half
  case threeFifths = "three_fifths"
  case twoThirds = "two_thirds"
  case threeQuarters = "three_quarters"
  case fourFifths = "four_fifths"
  case nineTenths = "nine_tenths"
}
