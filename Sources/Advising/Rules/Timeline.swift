import Calculation
import CareerData

/// How long something takes, in months.
public struct TimeSpan: Sendable, Equatable {
  public let low: Double
  public let high: Double
  /// What is published of it; nil for years that are missing.
  public let figure: PublishedFigure?
  /// The program that takes so long; nil where it is the field's in general.
  public let program: TrainingProgram?

  init(low: Double, high: Double, figure: PublishedFigure? = nil, program: TrainingProgram? = nil) {
    self.low = low
    self.high = high
    self.figure = figure
    self.program = program
  }

  init?(_ figure: PublishedFigure) {
    guard let low = figure.low ?? figure.value, let high = figure.high ?? figure.value,
      figure.unit == .months || figure.unit == .years
    else { return nil }
    let months = figure.unit == .years ? 12.0 : 1
    self.init(low: low * months, high: high * months, figure: figure)
  }

  /// One after the other.
  static func + (a: TimeSpan, b: TimeSpan) -> TimeSpan {
    TimeSpan(low: a.low + b.low, high: a.high + b.high)
  }
}

/// When things can begin (rule 5): train, register, sit the exam, apply. Dates are counted from the report's, by the long
/// end of what is published; what is not known has no date.
public struct Timeline: Sendable, Equatable {
  public let reportDate: CalendarDate
  /// The training that people start with, by the program for the first credential where one fits; nil where nothing says how
  /// long it takes.
  public let training: TimeSpan?
  /// The step of the dataset that is the training.
  public let trainingStep: StartStep?
  /// Study for one more exam beside work.
  public let study: TimeSpan?
  /// The same for the credential to take next, by the program where one fits.
  public let nextStudy: TimeSpan?

  /// - Parameter next: the credential to take next; nil where there is none, or the client must choose.
  init(_ dataset: CareerDataset, reportDate: CalendarDate, next: CertificationPlan.Candidate? = nil) {
    self.reportDate = reportDate
    let steps = dataset.records.startSteps.sortedStably { $0.order < $1.order }
    func span(_ step: StartStep, _ measure: String) -> TimeSpan? {
      dataset.figures(of: Subject(.step, step.id)).first { $0.measure == measure }.flatMap(TimeSpan.init)
    }
    trainingStep = steps.first
    let program = next?.program?.span
    let published = trainingStep.flatMap { span($0, "duration") }
    training = next?.order == .first ? program ?? published : published
    study = steps.lazy.compactMap { span($0, "study") }.first
    nextStudy = next?.order == .further ? program ?? study : study
  }

  /// The day by which something that starts on the report's date is done; nil when the span is not known.
  public func end(of span: TimeSpan?) -> CalendarDate? {
    span.flatMap { reportDate.adding(months: Int($0.high.rounded(.up))) }
  }

  /// The day on which years of experience that are missing today are there; nil when nobody knows.
  public func date(afterYears years: Double?) -> CalendarDate? {
    years.flatMap { reportDate.adding(months: Int(($0 * 12).rounded(.up))) }
  }
}

/// When the work of a specialization can begin, by the years that its source names.
public struct AimStart: Sendable, Equatable {
  /// Years in the field that the source names: low, high.
  public let yearsAsked: ClosedRange<Double>
  /// Years from the report's date on, by the long end, training among them; 0 for a client who has them. Nil when the
  /// client's years are not known.
  public let yearsMissing: Double?

  /// Nil where the source names no years.
  init?(_ specialization: Specialization, profile: ClientProfile, status: FieldStatus, _ timeline: Timeline) {
    guard let low = specialization.experienceLow else { return nil }
    let high = max(low, specialization.experienceHigh ?? low)
    yearsAsked = low...high
    let years = status == .outsideField ? 0 : profile.yearsOfExperience
    let experience = years.map { Rule.yearsMissing.number(high, $0) }
    switch status {
    case .inField: yearsMissing = experience
    case .outsideField:
      yearsMissing = experience.flatMap { experience in timeline.training.map { experience + $0.high / 12 } }
    case .unknown: yearsMissing = nil
    }
  }
}

extension CalendarDate {
  /// The same day some months later, or the last of that month; nil beyond the calendar.
  ///
  /// - Parameter months: zero or more.
  public func adding(months: Int) -> CalendarDate? {
    guard (0...120_000).contains(months) else { return nil }
    let total = year * 12 + (month - 1) + months
    return [day, 30, 29, 28].lazy.compactMap {
      CalendarDate(year: total / 12, month: total % 12 + 1, day: min(day, $0))
    }.first
  }
}
