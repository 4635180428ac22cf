import Calculation
import CareerData

/// How long it takes until a client can work in another occupation, by the education that entry asks for (rule 14).
///
/// BLS publishes which education is typical and no length of it. The lengths are Pathbook's own: full-time years of the
/// usual program in the United States. A report marks them as such.
public enum StudyYears {
  /// The years of study that a client lacks.
  ///
  /// - Returns: zero for who has it; missing where the client's education is not known.
  public static func missing(from education: Education?, to asked: EntryEducation) -> Amount {
    guard asked != .none else { return .exactly(0) }
    guard let education, let held = held(education) else { return .missing }
    guard held.level < asked.level else { return .exactly(0) }
    let school: ClosedRange<Double> = held.level < EntryEducation.highSchool.level ? highSchool : 0...0
    return Amount(
      low: school.lowerBound + max(0, asked.years.lowerBound - held.years.lowerBound),
      high: school.upperBound + max(0, asked.years.upperBound - held.years.upperBound))
  }

  /// A high-school equivalency beside work.
  private static let highSchool = 0.25...2.0

  /// What a client's education counts as; nil for one that is not known.
  private static func held(_ education: Education) -> EntryEducation? {
    switch education {
    case .none: EntryEducation.none
    case .highSchool: .highSchool
    case .certificate: .certificate
    case .associate: .associate
    case .bachelor: .bachelor
    case .master: .master
    case .other: nil
    }
  }
}

extension EntryEducation {
  /// The order in which one contains another: a certificate and some college are worth the same.
  fileprivate var level: Int {
    switch self {
    case .none: 0
    case .highSchool: 1
    case .someCollege, .certificate: 2
    case .associate: 3
    case .bachelor: 4
    case .master: 5
    case .doctoral: 6
    }
  }

  /// Full-time years after high school, as programs usually take. What a certificate counts toward a degree differs from
  /// school to school: nothing is taken off for it.
  fileprivate var years: ClosedRange<Double> {
    switch self {
    case .none, .highSchool: 0...0
    case .someCollege: 1...1
    case .certificate: 0.25...2
    case .associate: 2...2
    case .bachelor: 4...4
    case .master: 5...6
    case .doctoral: 7...10
    }
  }
}

extension EntryTraining {
  /// Years of training on the job, by the definitions of BLS. Only a least is known of long-term training; nothing of an
  /// internship or residency.
  public var years: Amount {
    switch self {
    case .none: .exactly(0)
    case .shortTerm: .between(0, 1 / 12)
    case .moderateTerm: .between(1 / 12, 1)
    case .longTerm: .atLeast(1)
    case .apprenticeship: .between(3, 5)
    case .internship: .missing
    }
  }
}

extension EntryExperience {
  /// Years of work in a related occupation, by the categories of BLS.
  public var years: Amount {
    switch self {
    case .none: .exactly(0)
    case .under5Years: .atMost(5)
    case .atLeast5Years: .atLeast(5)
    }
  }
}
