import CareerData

/// The rows of OEWS that the catalogue takes: detailed occupations, all industries together, in the nation and the states.
struct WageRows {
  private let nation: [OEWSRow]
  private let states: [OEWSRow]
  private let period: OEWSEdition

  init(_ tables: [OEWSImporter.Table], period: OEWSEdition) throws(OEWSImportError) {
    self.period = period
    var nation: [OEWSRow] = []
    var states: [OEWSRow] = []
    var seen: Set<String> = []
    for table in tables {
      for row in table.rows where Self.isTaken(row) {
        guard seen.insert("\(row.socCode) \(row.primaryState)").inserted else {
          throw OEWSImportError(.duplicate(place: row.place, otherTable: table.name), table: table.name)
        }
        if row.areaType == .nation { nation.append(row) } else { states.append(row) }
      }
    }
    (self.nation, self.states) = (nation, states)
    guard !nation.isEmpty || !states.isEmpty else { throw OEWSImportError(.noRows(soc: "any occupation")) }
  }

  /// Whether a row of a table has a place in the catalogue.
  static func isTaken(_ row: OEWSRow) -> Bool {
    row.industryGroup == .crossIndustry && !row.isOfOneOwner && row.occupationGroup == "detailed"
      && [.nation, .state, .territory].contains(row.areaType)
  }

  /// - Parameter held: the source of the wages that the catalogue has.
  func renew(_ made: inout CatalogueDraft, held: Source?, _ notes: inout [String]) throws(OEWSImportError) {
    let isOfOtherPeriod = held?.period != period.text
    if nation.isEmpty {
      // Years are never mixed: a state stands beside the nation.
      if isOfOtherPeriod, let edition = held.flatMap({ OEWSEdition.read($0.period) }) {
        throw OEWSImportError(.periods(found: period, expected: edition))
      }
    } else {
      try renewOccupations(&made, &notes)
      if isOfOtherPeriod {
        let count = made.statePay.rows.count
        made.statePay.rows = []
        if count > 0, let held {
          notes.append(
            "state_pay.csv: \(count) rows of \(held.period) left out; years are never mixed, give the tables of the states of \(period.text) too"
          )
        }
      }
    }
    try renewStates(&made)
  }

  private func renewOccupations(
    _ made: inout CatalogueDraft, _ notes: inout [String]
  ) throws(OEWSImportError) {
    let old = Dictionary(
      made.occupations.rows.map { ($0["soc"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    made.occupations.rows = try nation.map { (row) throws(OEWSImportError) in
      var cells = old[row.socCode] ?? [:]
      cells["soc"] = row.socCode
      cells["title"] = row.occupationTitle
      cells.merge(try wages(row, [.annual, .hourly])) { $1 }
      return cells
    }
    let codes = Set(nation.map(\.socCode))
    for (code, row) in old.sorted(by: { $0.key < $1.key }) where !codes.contains(code) {
      notes.append("\(code), \(row["title"] ?? ""): OEWS \(period.text) does not publish it; removed")
    }
  }

  private func renewStates(_ made: inout CatalogueDraft) throws(OEWSImportError) {
    let codes = Set(states.map(\.socCode))
    made.statePay.rows.removeAll { codes.contains($0["soc"] ?? "") }
    var areas = Set(made.areas.rows.compactMap { $0["id"] })
    for row in states {
      var cells = ["soc": row.socCode, "state": row.primaryState]
      cells["location_quotient"] = try text(row.locationQuotient ?? .notPublished, row)
      cells.merge(try wages(row, [.annual])) { $1 }
      made.statePay.rows.append(cells)
      let area = try OEWSSubject.areaCells(row)
      if areas.insert(area["id"] ?? "").inserted { made.areas.rows.append(area) }
    }
  }

  private func wages(_ row: OEWSRow, _ bases: [PayBasis]) throws(OEWSImportError) -> CatalogueRows.Cells {
    var cells = ["employment": try text(row.employment ?? .notPublished, row)]
    for basis in bases {
      for statistic in PayStatistic.ofOEWS {
        cells["\(basis.rawValue)_\(statistic.rawValue)"] = try text(
          row.pay[OEWSRow.Point(statistic, basis)] ?? .notPublished, row)
      }
    }
    return cells
  }

  private func text(_ estimate: OEWSEstimate, _ row: OEWSRow) throws(OEWSImportError) -> String {
    switch estimate {
    case .number(let text): return try OEWSFigures.plain(text, "wages", row)
    case .atOrAboveLimit:
      guard period.limit != nil else { throw OEWSImportError(.limitUnknown(period)) }
      return OEWSTopCode.mark
    case .notPublished, .belowHalfPercent: return ""
    }
  }
}

extension Projections {
  /// Puts the projections into every row of `occupations`, and the factors of all industries together.
  func renew(_ made: inout CatalogueDraft, _ notes: inout [String]) {
    let groups = made.groupByMember
    var missing: [String] = []
    made.factors.rows = []
    for index in made.occupations.rows.indices {
      let soc = made.occupations.rows[index]["soc"] ?? ""
      let row = row(for: soc, group: groups[soc])
      if row == nil { missing.append(soc) }
      if let row, row.code != soc {
        notes.append("\(soc): only the group \(row.code), \(row.title), has projections")
      }
      made.occupations.rows[index].merge(cells(row, soc)) { $1 }
      let words =
        row?.factors.filter { $0.industryCode == ProjectionRow.Factor.allIndustries }.map(\.text) ?? []
      if !words.isEmpty { made.factors.rows.append(["soc": soc, "factor": words.joined(separator: " ")]) }
    }
    if !missing.isEmpty { notes.append("no projections: \(missing.listed)") }
    let codes = made.codes
    let members = Set(groups.keys)
    let others = rows.filter { !$0.isSummary && !codes.contains($0.code) && !members.contains($0.code) }
    if !others.isEmpty {
      notes.append(
        "left out, projected but without wages: \(others.map { "\($0.code), \($0.title)" }.listed)")
    }
  }

  private func cells(_ row: ProjectionRow?, _ soc: String) -> CatalogueRows.Cells {
    var cells = [
      "projection_soc": row.map { $0.code == soc ? "" : $0.code } ?? "",
      "education": row?.education?.rawValue ?? "", "experience": row?.experience?.rawValue ?? "",
      "training": row?.training?.rawValue ?? "",
    ]
    for figure in ProjectedFigure.all(ProjectionYears(period)) {
      cells[figure.column] = row?.numbers[figure.measure] ?? ""
    }
    return cells
  }
}

extension ONETTables {
  /// Makes the titles and the related occupations anew, as far as there are tables of them; codes of O*NET fold to those of
  /// the catalogue.
  func renew(_ made: inout CatalogueDraft) throws(OEWSImportError) {
    guard !isEmpty else { return }
    guard !occupations.isEmpty else { throw OEWSImportError(.noOccupationData) }
    let fold = CodeFold(made.codes, known: Set(occupations.map { String($0.code.prefix(7)) }))
    let titles = Dictionary(
      made.occupations.rows.map { ($0["soc"] ?? "", $0["title"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    made.jobTitles.rows = []
    var seen: Set<String> = []
    for (code, title) in occupations + alternateTitles {
      guard let soc = fold.code(code), title != titles[soc], seen.insert("\(soc) \(title)").inserted else {
        continue
      }
      made.jobTitles.rows.append(["soc": soc, "title": title, "onet_soc_code": code])
    }
    if !related.isEmpty { made.related.rows = rows(fold) }
  }

  /// For each occupation the related ones of all O*NET occupations that fold to it, by their order there, each once.
  private func rows(_ fold: CodeFold) -> [CatalogueRows.Cells] {
    var pairs: [String: [(related: Related, soc: String)]] = [:]
    for one in related {
      guard let soc = fold.code(one.code), let other = fold.code(one.relatedCode), soc != other else {
        continue
      }
      pairs[soc, default: []].append((one, other))
    }
    return pairs.sorted { $0.key < $1.key }.map { soc, pairs in
      var cells = ["soc": soc]
      var seen: Set<String> = []
      let sorted = pairs.sorted { a, b in
        (a.related.index, a.related.code, a.soc) < (b.related.index, b.related.code, b.soc)
      }
      for (one, other) in sorted where seen.insert(other).inserted {
        let listed = cells[one.tier.rawValue].map { "\($0) " } ?? ""
        cells[one.tier.rawValue] = listed + other
      }
      return cells
    }
  }
}

/// From the codes of O*NET to those of the catalogue.
struct CodeFold {
  private let codes: Set<String>
  /// The group of a broad one, by its first six characters: a code that is none of the SOC, so that O*NET does not have it.
  private let groups: [String: String]

  /// - Parameter known: the codes of the SOC that O*NET has.
  init(_ codes: Set<String>, known: Set<String>) {
    self.codes = codes
    let byBroad = Dictionary(grouping: codes.subtracting(known), by: { String($0.prefix(6)) })
    groups = byBroad.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Nil for an occupation that is published neither alone nor with others.
  func code(_ onetCode: String) -> String? {
    let code = String(onetCode.prefix(7))
    return codes.contains(code) ? code : groups[String(code.prefix(6))]
  }
}
