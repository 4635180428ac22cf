import Advising
import CareerData
import ReportModel

/// The industries whose pay stands for settings, in words.
struct IndustryWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }
  private var settings: [ItemComparison] { context.advice.settings }

  init(_ context: SectionContext) { self.context = context }

  /// `Hospitals (NAICS 622)`
  func name(_ title: String, _ code: String) -> String {
    wording.prose(SettingsPhrase.industryName, ["industry": Prose(title), "code": Prose(code)]).words
  }

  /// The setting, with the code where several codes of it have a figure each.
  func title(of item: ItemComparison, _ pay: IndustryPay) -> String {
    guard item.industries.count > 1 || item.parts.contains(pay) else { return item.title }
    return wording.prose(
      SettingsPhrase.industryRow, ["setting": Prose(item.title), "code": Prose(pay.industry.naics)]
    ).words
  }

  /// Which industry a figure is of; the industry may also be what is nearest for other settings.
  func detail(_ pay: IndustryPay) -> String {
    [
      name(pay.industry.title, pay.industry.naics), nearestFor(Subject(.industry, pay.industry.naics)),
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The same where no header says that it is an industry.
  func note(_ pay: IndustryPay) -> String {
    wording.prose(SettingsPhrase.figureOf, ["industry": Prose(detail(pay))]).words
  }

  /// The nearest industries of a setting without a figure: `nearest: Health Care (NAICS 62)`. Empty without any.
  func nearest(of item: ItemComparison) -> String {
    let names = item.nearest.map { name($0.subjectTitle, $0.subject.id) }
    guard !names.isEmpty else { return "" }
    return wording.prose(
      SettingsPhrase.nearest, ["industry": Prose(names.joined(separator: "; "))]
    ).words
  }

  /// The settings that an industry is nearest for; empty without any.
  func nearestFor(_ subject: Subject) -> String {
    let titles = sharing(subject).map(\.title)
    guard !titles.isEmpty else { return "" }
    return wording.prose(
      SettingsPhrase.nearestFor, ["settings": Prose(titles.joined(separator: ", "))]
    ).words
  }

  func sharing(_ subject: Subject) -> [ItemComparison] {
    settings.filter { $0.nearest.contains { $0.subject == subject } }
  }

  /// Each nearest industry once, however many settings share it, in the order of the settings. An industry that has
  /// a row of its own as the figure of another setting has no second one.
  var nearestIndustries: [NearestPay] {
    var shown = settings.flatMap { ($0.industries + $0.parts).map { Subject(.industry, $0.industry.naics) } }
    return settings.flatMap(\.nearest).filter { nearest in
      guard nearest.subject.kind == .industry, !shown.contains(nearest.subject) else { return false }
      shown.append(nearest.subject)
      return true
    }
  }

  /// The item of an industry in the tidy rows: `industry:62`.
  static func itemID(_ subject: Subject) -> String { "industry:\(subject.id)" }
}
