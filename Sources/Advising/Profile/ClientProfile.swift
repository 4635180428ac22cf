import CareerData

/// What the advisor knows about a client. Only the id is required; what is missing leaves out what depends on it.
public struct ClientProfile: Sendable, Equatable {
  /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`; it names the report's files.
  public var id: String
  public var name: String?
  public var advisor: String?
  public var reportDate: CalendarDate?
  /// The postal code of the state: `CA`.
  public var stateCode: String?
  /// The id of a metropolitan or nonmetropolitan area of the dataset: `area:31080`. A profile names it by its title
  /// or its code.
  public var areaID: String?
  public var pay: StatedPay?
  /// Hours of paid work in a week; ``defaultHoursPerWeek`` when the profile does not say.
  public var hoursPerWeek: Double
  /// The SOC code of the occupation that the report is about; nil for the dataset's own.
  public var occupationCode: String?
  /// SOC codes of occupations to set beside each other, the client's present one first.
  public var comparedOccupations: [String]?
  /// Ids of states and areas to set beside each other: `state:NV`.
  public var comparedPlaces: [String]?
  /// Whether the client works in the field of the dataset, when the profile says so.
  public var isInField: Bool?
  public var rungID: String?
  /// Years of work in the field.
  public var yearsOfExperience: Double?
  /// The credentials held; nil when unknown, empty when there are none.
  public var credentialIDs: [String]?
  public var settingID: String?
  public var targetSettingID: String?
  public var specializationID: String?
  public var targetSpecializationID: String?
  public var isOpenToRemote: Bool?
  public var education: Education?
  /// US dollars that the client can spend on a certification.
  public var certificationBudget: Double?
  /// Years over which a gain is added up; ``defaultHorizonYears`` when the profile does not say.
  public var horizonYears: Int
  public var notes: String?
  /// What was agreed on in earlier sessions, in the order of the profile; nil when the profile does not say.
  public var agreedSteps: [AgreedStep]?
  /// What held at the time of an earlier report.
  public var previous: PreviousReport?

  /// Full time, as published annual pay counts it.
  public static let defaultHoursPerWeek = FullTimeYear.hoursPerWeek
  public static let defaultHorizonYears = 5

  public init(id: String) {
    self.id = id
    hoursPerWeek = Self.defaultHoursPerWeek
    horizonYears = Self.defaultHorizonYears
  }
}

/// Pay as the client states it, before tax.
public struct StatedPay: Sendable, Equatable {
  /// US dollars a year, as actually paid, or an hour.
  public let amount: Double
  public let basis: PayBasis

  public init(amount: Double, basis: PayBasis) {
    self.amount = amount
    self.basis = basis
  }
}

/// The pay that a profile may state. What lies outside is most likely a slip: an hourly rate given as annual pay,
/// a digit too many.
enum PayLimits {
  /// US dollars an hour.
  static let hourly = 5.0...500
  /// US dollars a year, as the full-time equivalent.
  static let fullTimeAnnual = 10_000.0...1_000_000
  /// A week has 168 hours; above 100 is a slip, and 0 hours earn nothing.
  static let hoursPerWeek = 1.0...100
  /// An amount outside is refused on either basis.
  static let amount = hourly.lowerBound...fullTimeAnnual.upperBound
}

/// The highest level of education finished.
public enum Education: String, Sendable, CaseIterable {
  case none
  case highSchool = "high-school"
  case certificate, associate, bachelor, master, other
}
