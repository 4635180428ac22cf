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
  public let id: String
  public let kind: Kind
  /// The postal code of a state; empty for the nation.
  public let code: String
  /// The FIPS code, two digits for a state.
  public let fips: String
  public let title: String

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

/// Columns of `areas`.
struct AreasTable: TableLayout {
  static let table = CareerDataset.Table.areas

  private let id: TextColumn
  private let kind: ChoiceColumn<Area.Kind>
  private let code: TextColumn
  private let fips: TextColumn
  private let title: TextColumn

  init(_ columns: inout ColumnBinder) {
    id = columns.id("id")
    kind = columns.choice("kind")
    code = columns.text("code")
    fips = columns.text("fips")
    title = columns.prose("title", .needed)
  }

  func record(_ row: Row) -> Area? {
    guard let kind = row[kind] else { return nil }
    return Area(
      id: row[id], kind: kind, code: row[code], fips: row[fips], title: row[title])
  }
}
