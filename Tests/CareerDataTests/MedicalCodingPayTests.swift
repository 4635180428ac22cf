import CareerData
import TestValues
import Testing

/// Every published pay figure of the fact sheet, one row each.
struct MedicalCodingPayTests {
  struct Fact: Sendable, CustomTestStringConvertible {
    let subject: Subject
    let statistic: PayStatistic
    var basis = PayBasis.annual
    var low: Double?
    var value: Double?
    var high: Double?
    var isOpenEnded = false
    let population: Population.Kind
    let source: String
    var testDescription: String { "\(subject.kind.rawValue) \(subject.id) \(statistic.rawValue)" }
  }

  private static func oews(
    _ statistic: PayStatistic, _ value: Double, _ subject: Subject = .national, _ basis: PayBasis = .annual
  ) -> Fact {
    Fact(
      subject: subject, statistic: statistic, basis: basis, value: value, population: .paidWages,
      source: "bls-oews-2024")
  }

  private static func credentials(_ group: String, _ mean: Double) -> Fact {
    Fact(
      subject: Subject(.credentialGroup, group), statistic: .mean, value: mean, population: .selfReported,
      source: "aapc-2025")
  }

  private static func guide(
    _ kind: Subject.Kind, _ id: String, _ low: Double, _ high: Double?, isOpenEnded: Bool = false,
    basis: PayBasis = .annual
  ) -> Fact {
    Fact(
      subject: Subject(kind, id), statistic: .range, basis: basis, low: low, high: high,
      isOpenEnded: isOpenEnded,
      population: .editorial, source: "guide-2026")
  }

  private static func advertised(_ statistic: PayStatistic, _ value: Double) -> Fact {
    Fact(
      subject: Subject(.specialization, "hcc-risk-adjustment"), statistic: statistic, value: value,
      population: .advertised, source: "ziprecruiter")
  }

  static let facts: [Fact] = [
    // National pay, all medical records specialists
    oews(.median, 50250), oews(.percentile10, 35780), oews(.percentile25, 41600), oews(.percentile75, 64070),
    oews(.percentile90, 80950), oews(.mean, 55970),
    oews(.percentile10, 17.2, .national, .hourly), oews(.percentile25, 20, .national, .hourly),
    oews(.median, 24.16, .national, .hourly), oews(.percentile75, 30.8, .national, .hourly),
    oews(.percentile90, 38.92, .national, .hourly), oews(.mean, 26.91, .national, .hourly),
    oews(.median, 59700, Subject(.area, "state:CA")),
    oews(.median, 117960, Subject(.occupation, "11-9111")),
    // Pay by number of credentials
    credentials("none", 55721), credentials("any", 66979), credentials("two", 71130),
    credentials("three_or_more", 81227),
    // Pay by specialization
    advertised(.mean, 84640), advertised(.top, 124023),
    guide(.specialization, "hcc-risk-adjustment", 70000, 95000, isOpenEnded: true),
    guide(.specialization, "surgical", 70000, 95000, isOpenEnded: true),
    guide(.specialization, "auditing-compliance", 70000, 95000, isOpenEnded: true),
    Fact(
      subject: Subject(.specialization, "freelance"), statistic: .mean, basis: .hourly, value: 29.99,
      population: .editorial, source: "guide-2026"),
    guide(.specialization, "freelance", 34, 45, isOpenEnded: true, basis: .hourly),
    // Work settings
    Fact(
      subject: Subject(.setting, "research"), statistic: .mean, value: 80965, population: .paidWages,
      source: "datausa"),
    // Career ladder
    guide(.rung, "entry-level-coder", 37500, 50000), guide(.rung, "certified-coder", 55000, 70000),
    guide(.rung, "senior-coder", 70000, 85000), guide(.rung, "coding-auditor", 70000, 95000),
    guide(.rung, "him-manager", 80000, 110_000),
    Fact(
      subject: Subject(.rung, "him-director"), statistic: .median, value: 110_680, population: .paidWages,
      source: "guide-2026"),
    guide(.rung, "him-director", 110_000, nil, isOpenEnded: true),
    // How to start
    guide(.step, "entry-level-position", 37500, 50000),
    guide(.step, "specialty", 70000, 95000, isOpenEnded: true),
    guide(.step, "management", 80000, 110_000),
    // Employers
    guide(.employer, "optum", 23, 42, basis: .hourly),
  ]

  @Test(arguments: facts)
  func `each pay figure of the fact sheet is in the dataset once`(_ fact: Fact) throws {
    let dataset = try SampleFiles.medicalCoding()
    let rows = dataset.pay(of: fact.subject).filter {
      $0.statistic == fact.statistic && $0.basis == fact.basis && $0.sourceID == fact.source
    }
    let row = try #require(rows.count == 1 ? rows[0] : nil, "\(rows.count) rows")
    #expect(row.low == fact.low)
    #expect(row.value == fact.value)
    #expect(row.high == fact.high)
    #expect(row.isOpenEnded == fact.isOpenEnded)
    #expect(!row.isEditorial)
    #expect(dataset.population(row.populationID)?.kind == fact.population)
    #expect(row.period == dataset.source(fact.source)?.period)
  }

  @Test func `there is no pay figure that the fact sheet and the OEWS files do not have`() throws {
    let dataset = try SampleFiles.medicalCoding()
    let states = 51 * 8
    let sectors = 13 * 12
    // Of the more detailed industries a mean alone, which one of them does not have.
    let industries = 38 - 1
    // California's median is among the states.
    #expect(dataset.records.pay.count == Self.facts.count - 1 + states + sectors + industries)
    #expect(dataset.pay(of: Subject(.credentialGroup, "one")).isEmpty)
    for id in ["inpatient", "outpatient-generalist"] {
      #expect(dataset.pay(of: Subject(.specialization, id)).isEmpty)
    }
    let settingsWithPay = dataset.records.settings.map(\.id).filter {
      !dataset.pay(of: Subject(.setting, $0)).isEmpty
    }
    #expect(settingsWithPay == ["research"])
  }

  @Test(arguments: [
    ("guide-rung-him-director-median", "117,960"), ("datausa-research-mean", "56 %"),
    ("guide-specialty-surgical", "together"), ("guide-specialty-hcc-risk-adjustment", "together"),
    ("guide-specialty-auditing-compliance", "together"),
  ])
  func `a figure that needs a word beside it has it`(_ id: String, _ word: String) throws {
    let dataset = try SampleFiles.medicalCoding()
    let row = try #require(dataset.records.pay.first { $0.id == id })
    #expect(row.note.contains(word))
  }

  @Test func `freelance pay says that it is gross`() throws {
    let dataset = try SampleFiles.medicalCoding()
    for row in dataset.pay(of: Subject(.specialization, "freelance")) {
      let caveat = try #require(dataset.population(row.populationID)?.caveat)
      for word in ["gross", "self-employment tax", "benefits", "unpaid hours", "percentiles"] {
        #expect(caveat.contains(word))
      }
    }
  }
}
