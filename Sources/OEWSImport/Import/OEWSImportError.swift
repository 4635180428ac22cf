import CareerData

/// Why OEWS tables cannot be imported into a dataset.
public struct OEWSImportError: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// No table names its period, and none was given.
    case periodUnknown
    /// A table of another period than the tables before it.
    case periods(found: OEWSEdition, expected: OEWSEdition)
    /// No table has a row of the occupation.
    case noRows(soc: String)
    /// Rows of the occupation, and each of them of one owner of the employers alone.
    case onlyOneOwner([String])
    /// Figures of an edition before those that the dataset holds.
    case older(OEWSEdition, held: OEWSEdition, count: Int)
    /// The projections have neither the occupation nor a group with it.
    case noProjection(soc: String)
    /// Projections from an earlier year than those that the dataset holds.
    case olderProjections(String, held: String)
    /// Two files of projections.
    case projectionsTwice
    /// Projections alone, for a dataset that is to be made.
    case noWages
    /// Tables of O*NET without the one of its occupations.
    case noOccupationData
    /// Two rows about the same.
    case duplicate(place: String, otherTable: String)
    /// A cell that is not what its column holds.
    case badCell(column: String, found: String, place: String)
    /// The mark `#` in a table of a time when it stood for another amount.
    case limitUnknown(OEWSEdition)
    /// The dataset has a source of this id that is about another time.
    case sourceOfOtherPeriod(id: String, found: String)
    case draft(DraftError)
    /// What the occupation's code and titles make is no dataset.
    case notADataset(DatasetErrors)
  }

  /// The name of the table; nil when all are meant, or the dataset is.
  public let table: String?
  public let kind: Kind

  package init(_ kind: Kind, table: String? = nil) {
    self.kind = kind
    self.table = table
  }

  func inTable(_ name: String) -> OEWSImportError {
    table == nil ? OEWSImportError(kind, table: name) : self
  }
}

extension OEWSImportError: CustomStringConvertible {
  /// What is wrong and what to do, without the name of the table.
  public var description: String {
    switch kind {
    case .periodUnknown: #"the files do not state their period; give --period "May 2024""#
    case .periods(let found, let expected):
      "the figures are for \(found.text), not \(expected.text); use files of one period"
    case .noRows(let soc): "no row of \(soc) in these files; check the SOC code"
    case .onlyOneOwner(let rows):
      "only rows for some types of ownership, which represent no whole industry or area: \(rows.listed); use the table for all ownerships"
    case .older(let found, let held, let count):
      "the figures for \(found.text) are older than the \(count) for \(held.text) in the dataset; use a newer file, or --older to replace them with the older figures"
    case .noProjection(let soc): "the projections have no row of \(soc); check the SOC code"
    case .olderProjections(let found, let held):
      "the projections for \(found) are older than those for \(held) in the dataset; use a newer file, or --older to replace them with the older ones"
    case .projectionsTwice: "a second file of projections; give one"
    case .noWages: "projections alone make no dataset; give the national OEWS file too"
    case .noOccupationData:
      "tables of O*NET need the one of its occupations (Occupation Data) beside them; give it too"
    case .duplicate(let place, let other):
      "two rows for \(place)\(other == table ? "" : ", the other in \(other)"); give each table once"
    case .badCell(let column, let found, let place):
      "\(place): \(column): \"\(found.prefix(60))\" cannot be read; use the table as BLS publishes it"
    case .limitUnknown(let period):
      "the mark # stood for another amount in \(period.text); use tables of May 2022 or later"
    case .sourceOfOtherPeriod(let id, let found):
      "sources.csv: \(id): its period is \(found); change its id, or use files of that period"
    case .draft(let error): error.description
    case .notADataset(let errors): errors.description
    }
  }
}
