import CareerData

/// A small made-up dataset for the rules, with round numbers that can be checked in the head.
enum SmallDataset {
  static func pay(
    _ subject: Subject, _ statistic: PayStatistic, low: Double? = nil, value: Double? = nil,
    high: Double? = nil, basis: PayBasis = .annual, population: String = "workers", source: String = "census",
    isOpenEnded: Bool = false
  ) -> PayFigure {
    PayFigure(
      id: "\(subject.id)-\(statistic.rawValue)-\(basis.rawValue)-\(source)", subject: subject,
      statistic: statistic, basis: basis, low: low, value: value, high: high, isOpenEnded: isOpenEnded,
      populationID: population, detail: "", period: "May 2024", sourceID: source, isEditorial: false, note: ""
    )
  }

  static func credential(_ id: String, becomes: String? = nil, after years: Double? = nil) -> Credential {
    Credential(
      id: id, title: "Title of \(id)", body: "Guild", becomesID: becomes, becomesAfterYears: years,
      sourceID: "guide", note: "")
  }

  static func rung(_ id: String, _ order: Int, from years: Double? = nil) -> Rung {
    Rung(
      id: id, order: order, title: "Rung \(id)", experienceLow: years, experienceHigh: nil,
      isExperienceEditorial: false, experienceNote: "", credentialNote: "", work: "", sourceID: "guide",
      note: "")
  }

  static func cost(_ credential: String, _ item: String, _ low: Double, _ high: Double) -> CredentialCost {
    CredentialCost(
      credentialID: credential, item: item, low: low, high: high, isApproximate: false, period: "2026",
      sourceID: "guide", note: "")
  }

  /// Group means 50,000 (none), 60,000 (any), 66,000 (two), 72,600 (three or more).
  static var records: CareerDataset.Records {
    var records = CareerDataset.Records()
    records.sources = ["census", "guide", "survey", "postings"].map {
      Source(
        id: $0, publisher: $0, title: "Title", period: "May 2024",
        lastDay: CalendarDate(year: 2024, month: 5, day: 31), link: nil, isEditorial: $0 == "guide", note: "")
    }
    records.populations = ["workers", "respondents", "ads", "guide"].map {
      Population(id: $0, label: $0, kind: .paidWages, caveat: "")
    }
    records.occupations = [
      Occupation(socCode: "00-0001", title: "Keepers", commonName: "keeping", isSubject: true, note: "")
    ]
    records.areas = [
      Area(id: "national", kind: .nation, code: "", fips: "", title: "Nation"),
      Area(id: "state:AA", kind: .state, code: "AA", fips: "01", title: "Alphaland"),
      Area(id: "state:BB", kind: .state, code: "BB", fips: "02", title: "Betaland"),
    ]
    records.industries = sectors
    records.pay = nationalPay + statePay + groupPay + itemPay
    records.credentials = [
      credential("J", becomes: "K", after: 2), credential("K"), credential("L"), credential("M"),
    ]
    records.credentialCosts = [
      cost("K", "exam", 400, 400), cost("K", "membership", 200, 200), cost("L", "exam", 100, 300),
    ]
    records.rungs = [rung("one", 1, from: 0), rung("two", 2, from: 2), rung("three", 3)]
    records.rungCredentials = [("one", "J"), ("one", "L"), ("two", "K"), ("three", "M")].map {
      RungCredential(rungID: $0.0, credentialID: $0.1, need: .required, isEditorial: false)
    }
    records.settings = ["tower", "shore", "office", "boat"].map {
      Setting(
        id: $0, title: $0, overlapsOthers: false, typicalWork: "", typicalJobs: "", isEditorial: false,
        sourceID: "guide", note: "")
    }
    records.settingIndustries = [
      ("tower", "622", 1), ("shore", "621", 1), ("office", "99", 1), ("office", "55", 2),
    ].map { SettingIndustry(settingID: $0.0, naics: $0.1, order: $0.2, reason: "") }
    records.specializations = [("fog", "two"), ("lamp", nil), ("bell", nil)].map {
      Specialization(id: $0.0, title: $0.0, nearestRungID: $0.1, sourceID: "guide", note: "")
    }
    records.specializationCredentials = [
      SpecializationCredential(specializationID: "lamp", credentialID: "M", isEditorial: false)
    ]
    return records
  }

  private static var sectors: [Industry] {
    [("62", "Care"), ("99", "Government"), ("31-33", "Making")].map {
      Industry(naics: $0.0, title: $0.1, level: "sector")
    }
  }

  private static var nationalPay: [PayFigure] {
    [
      (PayStatistic.percentile10, 30_000.0), (.percentile25, 40_000), (.median, 50_000),
      (.percentile75, 60_000), (.percentile90, 80_000), (.mean, 52_000),
    ].map { pay(.national, $0.0, value: $0.1) }
  }

  private static var statePay: [PayFigure] {
    [(PayStatistic.percentile10, 40_000.0), (.median, 60_000), (.percentile90, 90_000)]
      .map { pay(Subject(.area, "state:AA"), $0.0, value: $0.1) }
  }

  private static var groupPay: [PayFigure] {
    [("none", 50_000.0), ("any", 60_000), ("two", 66_000), ("three_or_more", 72_600)].map {
      pay(
        Subject(.credentialGroup, $0.0), .mean, value: $0.1, population: "respondents", source: "survey")
    }
  }

  private static var itemPay: [PayFigure] {
    [
      pay(Subject(.industry, "62"), .median, value: 48_000),
      pay(Subject(.industry, "99"), .median, value: 58_000),
      pay(Subject(.setting, "office"), .mean, value: 65_000, population: "guide", source: "guide"),
      pay(
        Subject(.specialization, "lamp"), .mean, value: 30, basis: .hourly, population: "ads",
        source: "postings"),
      pay(Subject(.rung, "one"), .range, low: 35_000, high: 45_000, population: "guide", source: "guide"),
      pay(Subject(.rung, "two"), .range, low: 50_000, high: 60_000, population: "guide", source: "guide"),
      pay(
        Subject(.rung, "three"), .range, low: 70_000, population: "guide", source: "guide", isOpenEnded: true),
    ]
  }

  static func dataset(_ change: (inout CareerDataset.Records) -> Void = { _ in }) -> CareerDataset {
    var records = records
    change(&records)
    return CareerDataset(
      identity: .init(name: "keeping", title: "Keeping", version: "1"),
      tables: Set(CareerDataset.Table.allCases), records: records)
  }
}
