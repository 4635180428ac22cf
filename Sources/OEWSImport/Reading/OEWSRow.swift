import CareerData

/// A row of a table of the BLS Occupational Employment and Wage Statistics (OEWS): one occupation in one area and one
/// industry.
///
/// Source: the sheet "Field Descriptions" of the tables that BLS offers for download.
public struct OEWSRow: Sendable, Equatable {
  /// `AREA_TYPE`.
  public enum AreaType: Int, Sendable {
    case nation = 1
    case state = 2
    case territory = 3
    case metropolitan = 4
    case nonmetropolitan = 6
  }

  /// `I_GROUP`.
  public enum IndustryGroup: String, Sendable {
    case crossIndustry = "cross-industry"
    case sector
    case threeDigit = "3-digit"
    case fourDigit = "4-digit"
    case fiveDigit = "5-digit"
    case sixDigit = "6-digit"
  }

  /// A point of the wage distribution: a statistic on a basis.
  public struct Point: Sendable, Hashable {
    public let statistic: PayStatistic
    public let basis: PayBasis
    public init(_ statistic: PayStatistic, _ basis: PayBasis) {
      self.statistic = statistic
      self.basis = basis
    }
  }

  /// `AREA`: 99 for the nation, the FIPS code of a state, the code of a metropolitan (CBSA) or nonmetropolitan area.
  public let areaCode: String
  public let areaTitle: String
  public let areaType: AreaType
  /// `PRIM_STATE`: the postal code of the (first) state; `US` for the nation.
  public let primaryState: String
  /// As BLS writes it, without the zeros that fill up the code of a whole branch: `62`, `31-33`, `622`, `6211`;
  /// `000000` in tables of all industries together.
  public let naics: String
  public let naicsTitle: String
  public let industryGroup: IndustryGroup
  /// `OWN_CODE`, or `OWNERSHIP` of the tables before May 2019: who owns the employers; a table has several rows of one
  /// industry that differ in this alone.
  public let ownership: String
  /// True for a row that BLS marks as one of a single owner, by an `I_GROUP` that ends in "ownership" or by a column
  /// `OWNERSHIP`: it stands for a part of its industry or area alone.
  public let isOfOneOwner: Bool
  public let socCode: String
  public let occupationTitle: String
  /// `O_GROUP`: `detailed`, `broad`, `minor`, `major`, `total`.
  public let occupationGroup: String
  /// Nil when the table has no column for it.
  public let employment: OEWSEstimate?
  /// The occupation's share of jobs in the area against its share in the nation; nil when the table has no column for it.
  public let locationQuotient: OEWSEstimate?
  /// Only points that the table has a column for.
  public let pay: [Point: OEWSEstimate]
  /// True for occupations that BLS publishes only by the year, teachers for one.
  public let isAnnualOnly: Bool
  /// True for occupations that BLS publishes only by the hour, actors for one.
  public let isHourlyOnly: Bool

  public init(
    areaCode: String, areaTitle: String, areaType: AreaType, primaryState: String, naics: String,
    naicsTitle: String, industryGroup: IndustryGroup, ownership: String, isOfOneOwner: Bool = false,
    socCode: String, occupationTitle: String, occupationGroup: String, employment: OEWSEstimate?,
    locationQuotient: OEWSEstimate? = nil, pay: [Point: OEWSEstimate], isAnnualOnly: Bool, isHourlyOnly: Bool
  ) {
    self.areaCode = areaCode
    self.areaTitle = areaTitle
    self.areaType = areaType
    self.primaryState = primaryState
    self.naics = naics
    self.naicsTitle = naicsTitle
    self.industryGroup = industryGroup
    self.ownership = ownership
    self.isOfOneOwner = isOfOneOwner
    self.socCode = socCode
    self.occupationTitle = occupationTitle
    self.occupationGroup = occupationGroup
    self.employment = employment
    self.locationQuotient = locationQuotient
    self.pay = pay
    self.isAnnualOnly = isAnnualOnly
    self.isHourlyOnly = isHourlyOnly
  }
}

/// A cell of an OEWS table that holds an estimate or the mark of BLS that stands for one.
public enum OEWSEstimate: Sendable, Equatable {
  /// As published, in plain decimal digits without separators: `50250`, `24.16`.
  case number(String)
  /// `*` (wages) or `**` (employment), `NA` as programs write it, or an empty cell: no estimate.
  case notPublished
  /// `#`: at or above 115.00 US dollars an hour or 239,200 a year.
  case atOrAboveLimit
  /// `~`: below 0.5 percent.
  case belowHalfPercent
}
