/// A certification: a row of `credentials`.
public struct Credential: Sendable, Equatable {
  public var id: String
  public var title: String
  /// Who grants it.
  public var body: String
  /// The credential that this one turns into by experience; it needs no second exam and adds none to the
  /// count.
  public var becomesID: String?
  /// The years of experience after which it does.
  public var becomesAfterYears: Double?
  /// How far on in a career it is usual; nil where the dataset does not say.
  public var level: Level?
  /// The credential that this one stands for where a rung asks for it.
  public var countsAsID: String?
  /// What the exam asks for.
  public var requirements: Requirements
  /// Whether it is known and counted only: clients may hold it, and no plan suggests it.
  public var isKnownOnly: Bool
  public var sourceID: String
  public var note: String

  public init(
    id: String, title: String, body: String, becomesID: String?, becomesAfterYears: Double?,
    level: Level? = nil, countsAsID: String? = nil, requirements: Requirements = Requirements(),
    isKnownOnly: Bool = false, sourceID: String, note: String
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.becomesID = becomesID
    self.becomesAfterYears = becomesAfterYears
    self.level = level
    self.countsAsID = countsAsID
    self.requirements = requirements
    self.isKnownOnly = isKnownOnly
    self.sourceID = sourceID
    self.note = note
  }

  /// The lowest first. A judgment of the dataset's editors.
  public enum Level: String, Sendable, CaseIterable, Comparable {
    case entry, core, specialty, management

    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What an exam asks for; nothing where all is nil.
  public struct Requirements: Sendable, Equatable {
    /// The least education: `high-school`, `associate`.
    public var education: RequiredEducation?
    /// Who must have accredited the program of that education; empty when nobody must.
    public var accreditation: String
    /// Years of experience.
    public var years: Double?
    /// Whether experience is asked for and no number of years given.
    public var isExperienceAsked: Bool
    public var credentialID: String?
    /// All that it asks for, in words.
    public var note: String
    /// Whether the experience is advice of the dataset's editors, and no rule of the certifying body.
    public var isEditorial: Bool

    public init(
      education: RequiredEducation? = nil, accreditation: String = "", years: Double? = nil,
      isExperienceAsked: Bool = false, credentialID: String? = nil, note: String = "",
      isEditorial: Bool = false
    ) {
      self.education = education
      self.accreditation = accreditation
      self.years = years
      self.isExperienceAsked = isExperienceAsked
      self.credentialID = credentialID
      self.note = note
      self.isEditorial = isEditorial
    }
  }

  public enum RequiredEducation: String, Sendable, CaseIterable {
    case highSchool = "high-school"
    case certificate, associate, bachelor, master
  }
}

extension Credential: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    title = row.prose("title", .needed)
    body = row.text("body", .needed)
    becomesID = row.optionalReference("becomes", to: .credentials)
    becomesAfterYears = row.optionalNumber("becomes_after_years")
    level = row.optionalChoice("level")
    countsAsID = row.optionalReference("counts_as", to: .credentials)
    requirements = Requirements(
      education: row.optionalChoice("requires_education"), accreditation: row.text("accreditation"),
      years: row.optionalNumber("requires_years"), isExperienceAsked: row.flag("requires_experience"),
      credentialID: row.optionalReference("requires_credential", to: .credentials),
      note: row.prose("requirement_note"), isEditorial: row.flag("requirement_editorial"))
    isKnownOnly = row.flag("known_only")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}

/// A cost of a credential: a row of `credential_costs`. Exam and membership are rows of their own.
public struct CredentialCost: Sendable, Equatable {
  public var credentialID: String
  /// What is paid for: `exam`, `membership`.
  public var item: String
  /// US dollars; equal to `high` when the cost is one number.
  public var low: Double
  /// US dollars.
  public var high: Double
  public var isApproximate: Bool
  public var period: String
  public var sourceID: String
  public var note: String

  public init(
    credentialID: String, item: String, low: Double, high: Double, isApproximate: Bool, period: String,
    sourceID: String, note: String
  ) {
    self.credentialID = credentialID
    self.item = item
    self.low = low
    self.high = high
    self.isApproximate = isApproximate
    self.period = period
    self.sourceID = sourceID
    self.note = note
  }
}

extension CredentialCost: DatasetRecord {
  static let rules: [TableRule] = [.unique(["credential", "item"]), .rising(["low", "high"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    credentialID = row.reference("credential", to: .credentials)
    item = row.prose("item", .needed)
    low = try row.number("low")
    high = try row.number("high")
    isApproximate = row.flag("approximate")
    period = row.period("period")
    sourceID = row.reference("source", to: .sources)
    note = row.prose("note")
  }
}
