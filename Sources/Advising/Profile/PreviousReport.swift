import CareerData

/// What held of the client at the time of an earlier report.
public struct PreviousReport: Sendable, Equatable {
  /// That of the earlier report.
  public var date: CalendarDate
  /// US dollars a year at full time; nil when it was not known.
  public var fullTimePay: Double?
  public var rungID: String?
  /// Nil when nobody had asked, empty when none was held.
  public var credentialIDs: [String]?

  public init(
    date: CalendarDate, fullTimePay: Double? = nil, rungID: String? = nil, credentialIDs: [String]? = nil
  ) {
    self.date = date
    self.fullTimePay = fullTimePay
    self.rungID = rungID
    self.credentialIDs = credentialIDs
  }
}

extension PreviousReport: ProfileObject {
  private static let dateMember = ObjectMember(
    "date", "The date of the earlier report, YYYY-MM-DD.", .date, isRequired: true)
  private static let payMember = ObjectMember(
    "pay", "Pay before tax at that time, in US dollars a year at full time.",
    .number(PayLimits.fullTimeAnnual, .dollars))
  private static let rungMember = ObjectMember(
    "rung", "The rung of the ladder at that time.", .choice(.rungs))
  private static let credentialsMember = ObjectMember(
    "credentials", "The credentials held at that time; [] for none; leave out when unknown.",
    .choices(.credentials))

  static let members = [dateMember, payMember, rungMember, credentialsMember]

  init?(_ reader: inout FieldReader) {
    let date = reader.date(Self.dateMember)
    let pay = reader.number(Self.payMember, in: PayLimits.fullTimeAnnual)
    let rungID = reader.choice(Self.rungMember)
    let credentialIDs = reader.choices(Self.credentialsMember)
    guard let date else { return nil }
    self.init(date: date, fullTimePay: pay, rungID: rungID, credentialIDs: credentialIDs)
  }
}

extension FieldDeclaration {
  static let previous = FieldDeclaration(
    "What held at the time of an earlier report; the report says what has changed since.",
    .object(into: \.previous), form: nil, columns: [])
}
