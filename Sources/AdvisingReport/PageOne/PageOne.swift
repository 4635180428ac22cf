import Advising
import CareerData
import ReportModel

/// What matters most, on one page: two or three numbers, a picture, what it means, what to do.
struct PageOne {
  private let context: SectionContext
  private var wording: Wording { context.wording }

  init(_ context: SectionContext) { self.context = context }

  static let id = "page_one"

  /// - Parameter showsCharts: false leaves the picture out.
  func section(showsCharts: Bool) -> Section {
    let findings = context.advice.keyFindings.map(KeyFindingWords(context).sentence)
    let picture = showsCharts ? DistributionChart(context: context).ofNearest.map(Block.chart) : nil
    let progress = ProgressWords(context).map { words in
      Block.list(title: words.title, items: words.sentences.map(\.asSaid))
    }
    let blocks: [Block?] = [
      .leadFigures(LeadFigures(context).all.map(\.asSaid)), picture,
      .passage(title: wording.prose(PageOnePhrase.meaning), paragraphs: findings.map(\.asSaid)),
      progress,
      .nextSteps(NextStepWords(context).all),
    ]
    return Section(
      id: Self.id, part: .pageOne, title: wording.text(PageOnePhrase.title),
      shortTitle: wording.text(PageOnePhrase.sheet), blocks: blocks.compactMap(\.self))
  }
}

extension LeadFigure {
  fileprivate var asSaid: LeadFigure {
    var figure = self
    figure.note = note.asSaid
    return figure
  }
}

extension Prose {
  /// The sentence with calculated pay in hundreds, as people say it. What is published or stated stays exact.
  var asSaid: Prose {
    Prose(
      runs.map { run in
        switch run {
        case .text: run
        case .value(let value): .value(value.asSaid)
        }
      })
  }
}

extension Value {
  fileprivate var asSaid: Value {
    switch self {
    case .quantity(let quantity):
      quantity.asSaid == quantity ? self : .bounded(.about, quantity.asSaid)
    case .bounded(let bound, let quantity): .bounded(bound, quantity.asSaid)
    case .range(let low, let high, let isOpen):
      .range(low: low.asSaid, high: high.map(\.asSaid), isOpen: isOpen)
    case .missing, .text, .link, .date, .source: self
    }
  }
}

extension Quantity {
  /// Calculated pay of a year in hundreds; less than that, and everything else, as it is.
  fileprivate var asSaid: Quantity {
    guard case .calculated = provenance, unit == .dollarsPerYear, amount.magnitude >= 1000 else {
      return self
    }
    return inHundreds
  }

  /// For words with "about": a calculated amount of pay has three digits that mean something.
  var inHundreds: Quantity {
    Quantity((amount / 100).rounded() * 100, unit, provenance, isDifference: isDifference)
  }
}

enum PageOnePhrase: String, PhraseKey {
  static let group = "page_one"
  case title, sheet, subtitle
  case subtitleAdvisor = "subtitle_advisor"
  case meaning
  case youEarn = "you_earn"
  case youEarnElsewhere = "you_earn_elsewhere"
  case yourRate = "your_rate"
  case aYear = "a_year"
  case aYearHourly = "a_year_hourly"
  case fullTime = "full_time"
  case halfEarnMore = "half_earn_more"
  case average
  case moreThanYou = "more_than_you"
  case lessThanYou = "less_than_you"
  case asMuch = "as_much"
  case usually
  case nextStep = "next_step"
  case startAs = "start_as"
  case training
  case needYears = "need_years"
  case asksYears = "asks_years"
  case asksFor = "asks_for"
  case reached
  case jobs
  case jobsNote = "jobs_note"
  case fewerJobs = "fewer_jobs"
  case sameJobs = "same_jobs"
  case anHour = "an_hour"
  case openings
  case openingsNote = "openings_note"
  case sources
}
