import CareerData

/// The rows of every table that an import makes.
struct MadeRows {
  private var pay: [DatasetDraft.Cells] = []
  private var figures: [DatasetDraft.Cells] = []
  private var areas: [DatasetDraft.Cells] = []
  private var industries: [DatasetDraft.Cells] = []
  private var subjects: Set<[String]> = []
  /// What the tables have columns for, of each subject: a figure of another statistic is none of theirs.
  private var covered: Set<[String]> = []

  init(_ selection: OEWSSelection, period: OEWSEdition) throws(OEWSImportError) {
    let maker = OEWSFigures(period: period)
    for one in selection.chosen {
      do throws(OEWSImportError) {
        pay += try maker.pay(one.row, one.subject)
        if let row = try maker.employment(one.row, one.subject) { figures.append(row) }
        if one.subject.kind == .area { areas.append(try OEWSSubject.areaCells(one.row)) }
      } catch { throw error.inTable(one.table) }
      if one.subject.kind == .industry { industries.append(OEWSSubject.industryCells(one.row)) }
      let subject = [one.subject.kind.rawValue, one.subject.id]
      subjects.insert(subject)
      for point in one.row.pay.keys {
        covered.insert(subject + [point.statistic.rawValue, point.basis.rawValue])
      }
      if one.row.employment != nil { covered.insert(subject + [Self.employment]) }
    }
  }

  private static let employment = "employment"

  /// The ids of the figures.
  var figureIDs: Set<String> { Set((pay + figures).compactMap { $0["id"] }) }

  /// The newest edition among the figures that these rows take the place of, and how many figures of a dataset are of
  /// it; nil when there is none.
  func newest(in draft: DatasetDraft) -> (edition: OEWSEdition, count: Int)? {
    let rows = [draft[.pay], draft[.figures]].compactMap(\.self).flatMap { table in
      table.rows.map(table.cells(of:)).filter { isReplaced($0) }
    }
    let editions = rows.compactMap { OEWSEdition.read($0["period"] ?? "") }
    return editions.max().map { newest in (newest, editions.count { $0 == newest }) }
  }

  /// True for a figure of the import that the tables have a column for.
  private func isReplaced(_ row: DatasetDraft.Cells) -> Bool {
    let subject = [row["subject_kind"] ?? "", row["subject"] ?? ""]
    guard row["id"]?.hasPrefix(OEWSNames.idPrefix) == true, subjects.contains(subject) else { return false }
    let figure = row["measure"].map { [$0] } ?? [row["statistic"] ?? "", row["basis"] ?? ""]
    return covered.contains(subject + figure)
  }

  func renew(
    _ draft: inout DatasetDraft, catalog: TableCatalog
  ) throws(DraftError) -> [DatasetDraft.Change] {
    // A figure that an earlier edition of the same tables held and this one does not.
    let isStale = isReplaced
    if !figures.isEmpty { try draft.addTable(.figures, from: catalog) }
    if !industries.isEmpty { try draft.addTable(.industries, from: catalog) }
    var changes = [try draft.renew(.pay, key: "id", with: pay, removing: isStale)]
    if draft[.figures] != nil {
      changes.append(try draft.renew(.figures, key: "id", with: figures, removing: isStale))
    }
    changes.append(try draft.renew(.areas, key: "id", with: areas, dispensable: ["fips"]))
    if draft[.industries] != nil {
      changes.append(try draft.renew(.industries, key: "naics", with: industries))
    }
    return changes
  }
}

/// Makes the rows of `pay` and `figures` from rows of OEWS tables.
struct OEWSFigures {
  let period: OEWSEdition

  /// The points of a row of the occupation, in the order of the rows.
  private static let points: [OEWSRow.Point] = PayBasis.allCases.flatMap { basis in
    [.percentile10, .percentile25, .median, .percentile75, .percentile90, .mean].map { .init($0, basis) }
  }

  /// The rows of `pay`: one for each point with an estimate.
  func pay(_ row: OEWSRow, _ subject: OEWSSubject) throws(OEWSImportError) -> [DatasetDraft.Cells] {
    let points = subject.kind == .occupation ? [OEWSRow.Point(.median, .annual)] : Self.points
    var rows: [DatasetDraft.Cells] = []
    for point in points {
      guard let amount = try amount(row.pay[point] ?? .notPublished, point.basis, row) else { continue }
      let part = point.basis == .annual ? point.statistic.rawValue : "hourly-\(point.statistic.rawValue)"
      rows.append([
        "id": "\(OEWSNames.idPrefix)\(subject.slug)-\(part)", "subject_kind": subject.kind.rawValue,
        "subject": subject.id, "statistic": point.statistic.rawValue, "basis": point.basis.rawValue,
        "low": amount.low, "value": amount.value, "high": "",
        "open_ended": amount.value.isEmpty ? "true" : "false",
        "population": OEWSNames.population, "period": period.text, "source": period.sourceID,
        "editorial": "false",
        "note": amount.value.isEmpty ? "published as at or above this amount" : "",
      ])
    }
    return rows
  }

  /// The row of `figures` with the employment; nil without an estimate, and for an occupation to compare with.
  func employment(_ row: OEWSRow, _ subject: OEWSSubject) throws(OEWSImportError) -> DatasetDraft.Cells? {
    guard subject.kind != .occupation, case .number(let text)? = row.employment else { return nil }
    return [
      "id": "\(OEWSNames.idPrefix)\(subject.slug)-employment", "subject_kind": subject.kind.rawValue,
      "subject": subject.id, "measure": "employment", "label": "Jobs that employers report", "low": "",
      "value": try Self.plain(text, "TOT_EMP", row), "high": "", "unit": "count",
      "statistic": "count (rounded)", "population": OEWSNames.populationInWords, "period": period.text,
      "source": period.sourceID, "editorial": "false",
      "note": "rounded to the nearest 10; self-employed excluded",
    ]
  }

  /// An amount as the cells of `low` and `value`; nil without an estimate.
  private func amount(
    _ estimate: OEWSEstimate, _ basis: PayBasis, _ row: OEWSRow
  ) throws(OEWSImportError) -> (low: String, value: String)? {
    switch estimate {
    case .number(let text): return ("", try Self.plain(text, "wages", row))
    case .atOrAboveLimit:
      guard let limit = period.limit else { throw OEWSImportError(.limitUnknown(period)) }
      return (basis == .annual ? limit.annual : limit.hourly, "")
    // The mark ~ belongs to shares of employers; on pay it would mean nothing.
    case .notPublished, .belowHalfPercent: return nil
    }
  }

  /// A number without zeros that say nothing: `50250.0` is `50250`, `24.10` is `24.1`.
  static func plain(_ text: String, _ column: String, _ row: OEWSRow) throws(OEWSImportError) -> String {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isNumber, text.utf8.count <= 15 else {
      throw OEWSImportError(.badCell(column: column, found: text, place: row.place))
    }
    let whole = parts[0].drop { $0 == "0" }
    let fraction = parts.count > 1 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
    return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
