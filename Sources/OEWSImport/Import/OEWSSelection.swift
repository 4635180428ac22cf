/// The rows of OEWS tables that a dataset takes, one for each subject.
struct OEWSSelection {
  struct Chosen {
    let subject: OEWSSubject
    let row: OEWSRow
    /// The name of the table.
    let table: String
  }

  /// In the order in which new rows of a dataset stand.
  private(set) var chosen: [Chosen] = []
  /// Subjects of which rows for some owners were left out, in favour of the row for all of them.
  private(set) var partlyOwned: [String] = []
  /// Subjects whose rows are for some owners each, none for all: none is taken.
  private(set) var withoutTotal: [String] = []
  /// Rows of one owner each, as BLS marks them: they stand for no industry and no area, and none is taken.
  private(set) var ofOneOwner: [String] = []
  /// Rows of an industry in a part of the nation.
  private(set) var unplacedCount = 0
  /// Tables without a row of the occupation.
  private(set) var tablesWithoutRows: [String] = []

  init(_ tables: [OEWSImporter.Table], soc: String, compared: Set<String>) throws(OEWSImportError) {
    var candidates: [OEWSSubject: [Chosen]] = [:]
    var subjects: [OEWSSubject] = []
    for table in tables {
      var hasRows = false
      for row in table.rows where row.isDetailed && (row.socCode == soc || compared.contains(row.socCode)) {
        let found: OEWSSubject?
        do throws(OEWSImportError) { found = try OEWSSubject(row, isSubject: row.socCode == soc) } catch {
          throw error.inTable(table.name)
        }
        hasRows = hasRows || row.socCode == soc
        guard let subject = found else {
          unplacedCount += row.socCode == soc ? 1 : 0
          continue
        }
        guard !row.isOfOneOwner else {
          ofOneOwner.append("\(row.place)\(row.ownership.isEmpty ? "" : ", owner \(row.ownership)")")
          continue
        }
        if candidates[subject] == nil { subjects.append(subject) }
        candidates[subject, default: []].append(Chosen(subject: subject, row: row, table: table.name))
      }
      if !hasRows { tablesWithoutRows.append(table.name) }
    }
    for subject in subjects {
      if let one = try choose(candidates[subject] ?? []) { chosen.append(one) }
    }
    // Stable: the order of the tables and their rows within one kind of subject.
    chosen = chosen.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
  }

  /// Of rows that differ in who owns the employers, the one that covers all others; nil when none does.
  private mutating func choose(_ rows: [Chosen]) throws(OEWSImportError) -> Chosen? {
    var leaders = rows.filter { one in rows.allSatisfy { one.row.coversOwners(of: $0.row) } }
    guard let index = leaders.indices.min(by: { leaders[$0].order < leaders[$1].order }) else {
      withoutTotal.append(rows[0].row.place)
      return nil
    }
    if leaders.count < rows.count { partlyOwned.append(leaders[index].row.place) }
    let leader = leaders.remove(at: index)
    // One industry may be published on two levels, with the same figures; on one level each row stands once.
    for other in leaders
    where other.row.industryGroup == leader.row.industryGroup || !other.row.hasFigures(of: leader.row) {
      throw OEWSImportError(
        .duplicate(place: leader.row.place, otherTable: leader.table), table: other.table)
    }
    return leader
  }
}

extension OEWSSelection.Chosen {
  /// Of an industry its level counts, which is not part of what tells subjects apart.
  fileprivate var order: Int {
    subject.order + (subject.kind == .industry ? row.industryGroup.depth : 0)
  }
}

extension OEWSRow {
  /// BLS publishes some groups under one code as "broad" too, with the same figures; tables of one group may leave the
  /// column out.
  fileprivate var isDetailed: Bool { occupationGroup == "detailed" || occupationGroup.isEmpty }

  fileprivate func hasFigures(of other: OEWSRow) -> Bool {
    employment == other.employment && pay == other.pay
  }

  /// True when the owners of the row are at least those of the other.
  ///
  /// `OWN_CODE`: 1 federal, 2 state, 3 local government, 5 private, written one after the other; 7 is a part of 3
  /// (gambling), 8 a part of 2 and 3 (hospitals), 9 a part of 1 (the postal service).
  fileprivate func coversOwners(of other: OEWSRow) -> Bool {
    if ownership == other.ownership { return true }
    let owners = Set(ownership)
    return !other.ownership.isEmpty
      && other.ownership.allSatisfy { owner in
        switch owner {
        case "7": owners.contains("7") || owners.contains("3")
        case "8": owners.contains("8") || owners.isSuperset(of: "23")
        case "9": owners.contains("9") || owners.contains("1")
        default: owners.contains(owner)
        }
      }
  }
}
