/// What an occupation typically asks of those who enter it: a row of `entry_requirements`.
///
/// The categories and what they mean are those of the Employment Projections of BLS.
public struct EntryRequirement: Sendable, Equatable {
  /// The SOC code.
  public var occupationID: String
  /// Nil where nothing is published.
  public var education: EntryEducation?
  /// Nil where nothing is published.
  public var experience: EntryExperience?
  /// Nil where nothing is published.
  public var training: EntryTraining?
  /// The time of the assessment, as the source gives it: `2024`.
  public var period: String
  public var sourceID: String
  /// Whom the categories are about, when it is not the occupation alone.
  public var note: String

  public init(
    occupationID: String, education: EntryEducation?, experience: EntryExperience?,
    training: EntryTraining?, period: String, sourceID: String, note: String = ""
  ) {
    self.occupationID = occupationID
    self.education = education
    self.experience = experience
    self.training = training
    self.period = period
    self.sourceID = sourceID
    self.note = note
  }
}

extension EntryRequirement: DatasetRecord {
  static let rules: [TableRule] = [
    .unique(["occupation"]), .oneValue(["education", "experience", "training"]),
  ]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    occupationID = row.reference("occupation", to: .occupations)
    education = row.optionalChoice("education")
    experience = row.optionalChoice("experience")
    training = row.optionalChoice("training")
    period = row.period("period")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

/// The education that people typically need to enter an occupation, from none to the most.
public enum EntryEducation: String, Sendable, CaseIterable {
  case none
  case highSchool = "high-school"
  case someCollege = "some-college"
  /// A postsecondary award that is no degree.
  case certificate
  case associate, bachelor, master
  /// A doctor's degree, or one of a profession: medicine, law.
  case doctoral

  /// As BLS publishes it.
  public var published: String {
    switch self {
    case .none: "No formal educational credential"
    case .highSchool: "High school diploma or equivalent"
    case .someCollege: "Some college, no degree"
    case .certificate: "Postsecondary nondegree award"
    case .associate: "Associate's degree"
    case .bachelor: "Bachelor's degree"
    case .master: "Master's degree"
    case .doctoral: "Doctoral or professional degree"
    }
  }
}

/// The work experience in a related occupation that employers typically ask of those who enter.
public enum EntryExperience: String, Sendable, CaseIterable {
  case none
  case under5Years = "under-5-years"
  case atLeast5Years = "5-years"

  /// As BLS publishes it.
  public var published: String {
    switch self {
    case .none: "None"
    case .under5Years: "Less than 5 years"
    case .atLeast5Years: "5 years or more"
    }
  }
}

/// The training on the job that people typically need until they work on their own.
public enum EntryTraining: String, Sendable, CaseIterable {
  case none
  /// Up to a month.
  case shortTerm = "short-term"
  /// More than a month, up to 12.
  case moderateTerm = "moderate-term"
  /// More than 12 months.
  case longTerm = "long-term"
  /// A formal one, often of 3 or 4 years.
  case apprenticeship
  /// Supervised work as part of the training for a profession, such as that of doctors.
  case internship

  /// As BLS publishes it.
  public var published: String {
    switch self {
    case .none: "None"
    case .shortTerm: "Short-term on-the-job training"
    case .moderateTerm: "Moderate-term on-the-job training"
    case .longTerm: "Long-term on-the-job training"
    case .apprenticeship: "Apprenticeship"
    case .internship: "Internship/residency"
    }
  }
}
