/// A nation or a state: a row of `areas`.
public struct Area: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case nation
    case state
    case metropolitan
    case nonmetropolitan
  }

  /// The id of the nation as a whole.
  public static let nationalID = "national"

  /// `national`, `state:CA`.
  public var id: String
  public var kind: Kind
  /// The postal code of a state; empty for the nation.
  public var code: String
  /// The FIPS code, two digits for a state.
  public var fips: String
  public var title: String

  public init(
    id: String, kind: Kind, code: String, fips: String, title: String
  ) {
    self.id = id
    self.kind = kind
    self.code = code
    self.fips = fips
    self.title = title
  }
}

extension Area: DatasetRecord {
  init(_ row: inout RowReader) throws(RowReader.UnreadableCell) {
    id = row.id("id")
    kind = try row.choice("kind")
    code = row.text("code")
    fips = row.text("fips")
    title = row.prose("title", .needed)
  }
}
