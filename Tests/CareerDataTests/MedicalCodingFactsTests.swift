import CareerData
import TestValues
import Testing

/// The rows of the fact sheet that are not pay.
struct MedicalCodingFactsTests {
  private func dataset() throws -> CareerDataset { try SampleFiles.medicalCoding() }

  @Test func `the dataset is about medical records specialists`() throws {
    let dataset = try dataset()
    #expect(dataset.identity.name == "medical-coding")
    #expect(dataset.identity.version == "2026.3.0")
    #expect(dataset.tables == Set(CareerDataset.Table.allCases))
    #expect(dataset.occupation.socCode == "29-2072")
    #expect(dataset.occupation.title == "Medical Records Specialists")
    #expect(dataset.records.occupations.map(\.socCode) == ["29-2072", "11-9111"])
  }

  @Test(arguments: [
    ("bls-oews-2024", "U.S. Bureau of Labor Statistics", "May 2024", "2024-05-31", false),
    ("bls-ep-2024", "U.S. Bureau of Labor Statistics", "2024-2034", "2024-12-31", false),
    ("aapc-2025", "AAPC", "2025", "2025-12-31", false),
    ("datausa", "Data USA", "as read in 2026", "2026-12-31", false),
    ("ziprecruiter", "ZipRecruiter", "as read in 2026", "2026-12-31", false),
    ("guide-2026", "Medical billing and coding career guide", "as read in 2026", "2026-12-31", true),
    ("bea-rpp-2024", "U.S. Bureau of Economic Analysis", "2024", "2024-12-31", false),
  ])
  func `each source is there`(
    _ id: String, _ publisher: String, _ period: String, _ lastDay: String, _ isEditorial: Bool
  ) throws {
    let source = try #require(try dataset().source(id))
    #expect(source.publisher == publisher)
    #expect(source.period == period)
    #expect(source.lastDay?.iso == lastDay)
    #expect(source.isEditorial == isEditorial)
    #expect(source.link?.hasPrefix("https://") ?? (id == "guide-2026"))
  }

  @Test(
    arguments: [
      ("area", "national", "employment", nil, 194_800, nil, "count", "bls-ep-2024", ""),
      ("area", "national", "employment", nil, 187_910, nil, "count", "bls-oews-2024", ""),
      (
        "area", "national", "growth", nil, 7, nil, "percent", "bls-ep-2024",
        "faster than the average for all occupations; 7.1 in the table of the projections"
      ),
      (
        "area", "national", "openings", nil, 14_200, nil, "count", "bls-ep-2024",
        "growth and replacement together"
      ),
      (
        "area", "national", "unemployment", nil, 2.5, nil, "percent", "aapc-2025",
        "well below the national average"
      ),
      (
        "setting", "remote", "remote_share", nil, 64.8, nil, "percent", "aapc-2025", "not an employment share"
      ),
      ("area", "national", "code_count", 72_000, nil, nil, "count", "guide-2026", "more than"),
      ("setting", "hospital", "employment_share", nil, 58.6, nil, "percent", "datausa", ""),
      ("setting", "physician-office", "employment_share", nil, 20.2, nil, "percent", "datausa", ""),
      ("setting", "outpatient-care-center", "employment_share", nil, 11, nil, "percent", "datausa", ""),
      ("industry", "62", "employment", nil, 122_640, nil, "count", "bls-oews-2024", ""),
      ("step", "train", "duration", 4, nil, 9, "months", "guide-2026", ""),
      ("step", "train", "duration", nil, 24, nil, "months", "guide-2026", "about"),
      ("step", "specialty", "experience", 2, nil, 3, "years", "guide-2026", ""),
      ("step", "management", "experience", 8, nil, 15, "years", "guide-2026", ""),
    ] as [(String, String, String, Double?, Double?, Double?, String, String, String)])
  func `each figure other than pay is there`(
    _ kind: String, _ id: String, _ measure: String, _ low: Double?, _ value: Double?, _ high: Double?,
    _ unit: String,
    _ source: String, _ note: String
  ) throws {
    let subject = Subject(try #require(Subject.Kind(rawValue: kind)), id)
    let rows = try dataset().figures(of: subject).filter {
      $0.measure == measure && $0.low == low && $0.value == value && $0.high == high && $0.sourceID == source
    }
    let row = try #require(rows.count == 1 ? rows[0] : nil)
    #expect(row.unit.rawValue == unit)
    #expect(note.isEmpty || row.note.contains(note))
    #expect(!row.isEditorial)
  }

  @Test func `only the named settings have an employment share`() throws {
    let shares = try dataset().records.figures.filter { $0.measure == "employment_share" }
    #expect(shares.map(\.subject.id) == ["hospital", "physician-office", "outpatient-care-center"])
    #expect(
      try dataset().records.figures.first { $0.measure == "unemployment" }?.population
        == "CPC-certified coders")
  }

  @Test func `what drives demand is there`() throws {
    #expect(
      try dataset().records.drivers.map(\.text) == [
        "value-based care", "yearly code-set updates", "an ageing population",
      ])
  }

  @Test(arguments: [
    ("hospital", "ICD-10-PCS procedure coding", "CDI specialist", ["622"]),
    ("physician-office", "coding and billing often one role", "practice billing manager", ["6211"]),
    ("outpatient-care-center", "outpatient encounters", "outpatient coder", ["6214"]),
    ("billing-company", "denial management", "revenue cycle analyst", ["5412", "5611"]),
    ("remote", "most posts ask 1-2 years on site first", "remote HCC risk adjustment coder", []),
    ("insurer", "risk adjustment, claims", "risk adjustment coder", ["524114"]),
    ("research", "", "", ["5417", "54171"]), ("government", "", "", ["99"]), ("head-office", "", "", ["55"]),
  ])
  func `each setting is there with its work, jobs and industries`(
    _ id: String, _ work: String, _ jobs: String, _ naics: [String]
  ) throws {
    let dataset = try dataset()
    let setting = try #require(dataset.records.settings.first { $0.id == id })
    #expect(work.isEmpty ? setting.typicalWork.isEmpty : setting.typicalWork.contains(work))
    #expect(jobs.isEmpty ? setting.typicalJobs.isEmpty : setting.typicalJobs.contains(jobs))
    #expect(setting.overlapsOthers == (id == "remote"))
    #expect(setting.isEditorial == (id == "insurer"))
    let industries = dataset.records.settingIndustries.filter { $0.settingID == id }
    #expect(industries.map(\.naics) == naics)
    #expect(industries.map(\.order) == Array(1...5).prefix(naics.count).map(\.self))
    #expect(industries.allSatisfy { !$0.reason.isEmpty })
    #expect(dataset.records.settings.count == 9)
  }

  @Test(arguments: [
    ("hcc-risk-adjustment", ["CRC"], true, nil), ("surgical", ["COC", "CIC"], true, nil),
    ("auditing-compliance", ["CPMA"], false, nil), ("inpatient", ["CIC"], true, nil),
    ("outpatient-generalist", ["CPC", "COC"], true, "certified-coder"), ("freelance", [], true, nil),
  ])
  func `each specialization is there with its usual credentials`(
    _ id: String, _ credentials: [String], _ isEditorial: Bool, _ nearest: String?
  ) throws {
    let dataset = try dataset()
    let specialization = try #require(dataset.records.specializations.first { $0.id == id })
    #expect(specialization.nearestRungID == nearest)
    let links = dataset.records.specializationCredentials.filter { $0.specializationID == id }
    #expect(links.map(\.credentialID) == credentials)
    #expect(links.allSatisfy { $0.isEditorial == isEditorial })
    #expect(dataset.records.specializations.count == 6)
  }

  @Test(
    arguments: [
      ("entry-level-coder", 0, 2, true, ["CPC-A", "CCA", "CBCS"], false, []),
      ("certified-coder", 2, nil, false, ["CPC", "CCA"], true, ["CIC", "COC", "CRC"]),
      ("senior-coder", nil, nil, false, ["CIC", "COC", "CRC", "CPMA"], true, []),
      ("coding-auditor", nil, nil, false, ["CPMA"], false, []),
      ("him-manager", 8, 15, false, ["RHIA", "RHIT"], false, []),
      ("him-director", 15, nil, false, ["RHIA"], true, []),
    ] as [(String, Double?, Double?, Bool, [String], Bool, [String])])
  func `each rung is there with its years and credentials`(
    _ id: String, _ low: Double?, _ high: Double?, _ isEditorial: Bool, _ required: [String],
    _ isRequiredEditorial: Bool, _ typical: [String]
  ) throws {
    let dataset = try dataset()
    let index = try #require(dataset.records.rungs.firstIndex { $0.id == id })
    let rung = dataset.records.rungs[index]
    #expect(rung.order == index + 1)
    #expect(rung.experienceLow == low)
    #expect(rung.experienceHigh == high)
    #expect(rung.isExperienceEditorial == isEditorial)
    #expect(!rung.work.isEmpty)
    let links = dataset.records.rungCredentials.filter { $0.rungID == id }
    #expect(links.filter { $0.need == .required }.map(\.credentialID) == required)
    #expect(links.filter { $0.need == .required }.allSatisfy { $0.isEditorial == isRequiredEditorial })
    #expect(links.filter { $0.need == .typical }.map(\.credentialID) == typical)
  }

  @Test(arguments: [
    ("CPC-A", "AAPC", []), ("CPC", "AAPC", ["exam 425-425", "membership 222-222"]), ("COC", "AAPC", []),
    ("CIC", "AAPC", []), ("CRC", "AAPC", []), ("CPMA", "AAPC", []), ("CCA", "AHIMA", ["exam 199-299"]),
    ("CBCS", "NHA", ["exam about 117-117"]), ("RHIT", "AHIMA", []), ("RHIA", "AHIMA", []),
  ])
  func `each credential is there with its body and costs`(_ id: String, _ body: String, _ costs: [String])
    throws
  {
    let dataset = try dataset()
    let credential = try #require(dataset.records.credentials.first { $0.id == id })
    #expect(credential.body == body)
    #expect(credential.becomesID == (id == "CPC-A" ? "CPC" : nil))
    #expect(credential.becomesAfterYears == (id == "CPC-A" ? 2 : nil))
    let rows = dataset.records.credentialCosts.filter { $0.credentialID == id }
    #expect(
      rows.map { "\($0.item) \($0.isApproximate ? "about " : "")\(Int($0.low))-\(Int($0.high))" } == costs)
    #expect(rows.allSatisfy { $0.sourceID == "guide-2026" })
    #expect(dataset.records.credentials.count { !$0.isKnownOnly } == 10)
  }

  @Test func `the other credentials of the field are known, and no plan suggests them`() throws {
    let known = try dataset().records.credentials.filter(\.isKnownOnly)
    func ids(_ body: String) -> [String] { known.filter { $0.body == body }.map(\.id) }
    #expect(
      ids("AAPC") == [
        "CPB", "CDEO", "CPCO", "CPPM", "CASCC", "CANPC", "CCC", "CEDC", "CEMC", "CFPC", "CGIC", "CGSC",
        "CHONC",
        "CIRCC", "COBGC", "COPC", "COSC", "CPEDC", "CPRC", "CRHC", "CUC",
      ])
    #expect(ids("AHIMA") == ["CCS", "CCS-P", "CDIP", "CHDA", "CHPS"] && ids("NHA") == ["CEHRS"])
    #expect(known.count == 27 && known.allSatisfy { $0.becomesID == nil && !$0.title.isEmpty })
  }

  @Test(arguments: [
    (
      1, "train",
      ["4-9 months", "2 years", "ICD-10-CM", "CPT", "HCPCS", "terminology", "anatomy", "exam preparation"]
    ),
    (2, "first-certification", ["target setting", "budget"]),
    (3, "entry-level-position", ["hospitals", "physician offices", "billing companies"]),
    (4, "specialty", ["2-3 years", "CIC", "COC", "CRC", "CPMA"]),
    (5, "management", ["8-15 years", "HIM management", "independent consulting"]),
  ])
  func `each step of starting out is there`(_ order: Int, _ id: String, _ words: [String]) throws {
    let step = try #require(try dataset().records.startSteps.first { $0.id == id })
    #expect(step.order == order)
    for word in words { #expect(step.text.contains(word)) }
  }

  @Test func `each employer is there`() throws {
    let employers = try dataset().records.employers
    #expect(
      employers.map(\.title) == [
        "Optum (UnitedHealth Group)", "The Coding Network", "AGS Health", "Datavant (formerly Ciox Health)",
        "GeBBS Healthcare Solutions", "CVS Health / Aetna", "Regional health systems",
        "Third-party billing firms",
        "Insurers",
      ])
    #expect(employers[0].work == "risk adjustment, outpatient and inpatient coding")
    #expect(employers[0].note == "one of the largest single employers")
  }

  @Test(
    arguments: [
      ("certified-premium", 20.7, 20.2), ("research-premium", 56, 44.7),
      ("director-median", 110_680, 117_960),
      ("employment", 194_800, 187_910), ("setting-shares-sum", nil, 89.8),
      ("setting-shares-health-care", nil, 65.3),
    ] as [(String, Double?, Double)])
  func `each disagreement is there`(_ id: String, _ published: Double?, _ recalculated: Double) throws {
    let row = try #require(try dataset().records.disagreements.first { $0.id == id })
    #expect(row.publishedValue == published)
    #expect(row.recalculatedValue == recalculated)
    #expect(!row.explanation.isEmpty)
  }
}
