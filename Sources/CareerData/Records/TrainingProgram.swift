/// A course that prepares for the work, as an advising center knows it: a row of `programs`.
public struct TrainingProgram: Sendable, Equatable {
  public var id: String
  public var provider: String
  public var title: String
  /// Where it is held: a town, or `online`.
  public var place: String
  /// How long it takes; nil when that is not known.
  public var months: Double?
  /// US dollars for the whole program, exam and membership not counted; nil when that is not known.
  public var cost: Double?
  /// The credential that it prepares for; nil when it prepares for a specialization alone.
  public var credentialID: String?
  public var specializationID: String?
  /// Who may pay for it, in words: grants, an employer.
  public var funding: String
  /// Nil when there is none.
  public var link: String?
  /// The day on which somebody last looked.
  public var asOf: CalendarDate
  public var note: String

  public init(
    id: String, provider: String, title: String, place: String, months: Double?, cost: Double?,
    credentialID: String?, specializationID: String?, funding: String = "", link: String? = nil,
    asOf: CalendarDate, note: String = ""
  ) {
    self.id = id
    self.provider = provider
    self.title = title
    self.place = place
    self.months = months
    self.cost = cost
    self.credentialID = credentialID
    self.specializationID = specializationID
    self.funding = funding
    self.link = link
    self.asOf = asOf
    self.note = note
  }
}

extension TrainingProgram: DatasetRecord {
  static let rules: [TableRule] = [.oneValue(["credential", "specialization"])]

  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    provider = row.text("provider", .needed)
    title = row.prose("title", .needed)
    place = row.prose("place", .needed)
    months = row.optionalNumber("months", in: 0.1...120)
    cost = row.optionalNumber("cost", in: 0...1_000_000)
    credentialID = row.optionalReference("credential", to: .credentials)
    specializationID = row.optionalReference("specialization", to: .specializations)
    funding = row.prose("funding")
    let address = row.link("link")
    link = address.isEmpty ? nil : address
    asOf = try row.date("as_of")
    note = row.prose("note")
  }
}
