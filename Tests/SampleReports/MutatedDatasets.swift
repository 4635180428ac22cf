import CareerData

/// The shipped dataset with some of it taken away or opened by chance: what a dataset may lack, many at once.
///
/// A few states stand for all, so that each dataset is small.
public struct MutatedDatasets {
  private var random: SeededGenerator
  private var records: CareerDataset.Records
  private var tables: Set<CareerDataset.Table>
  private let identity: CareerDataset.Identity

  /// - Parameter seed: the same seed gives the same dataset.
  public static func dataset(seed: UInt64) throws -> CareerDataset {
    var mutation = MutatedDatasets(
      of: try SampleClients.advice("worked-example").dataset, seed: seed &* 7919 &+ 1)
    mutation.mutate()
    return mutation.dataset
  }

  private init(of dataset: CareerDataset, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    records = dataset.records
    tables = dataset.tables
    // Without a hash: nothing that is kept for a dataset of the same hash is of this one.
    identity = CareerDataset.Identity(
      name: dataset.identity.name, title: dataset.identity.title, version: "mutated-\(seed)")
  }

  private var dataset: CareerDataset { CareerDataset(identity: identity, tables: tables, records: records) }

  private mutating func mutate() {
    keepFewAreas()
    records.pay = records.pay.flatMap { figure in changed(figure) }
    openDistributions()
    removeSubjects()
    removeTables()
    if chance(8) { records.areas.reverse() }
    if chance(3) { records.credentialCosts = [] }
    records.credentialCosts = records.credentialCosts.filter { _ in !chance(6) }
  }

  /// True once in so many cases.
  private mutating func chance(_ cases: Int) -> Bool { Int.random(in: 0..<cases, using: &random) == 0 }

  private mutating func keepFewAreas() {
    let states = records.areas.filter { $0.kind == .state }.shuffled(using: &random).prefix(5).map(\.id)
    let others = records.areas.filter { $0.kind != .state && $0.kind != .nation }
      .shuffled(using: &random).prefix(1).map(\.id)
    let kept = Set(states + others + (chance(25) ? [] : [Area.nationalID]))
    records.areas = records.areas.filter { kept.contains($0.id) }
    records.pay = records.pay.filter { $0.subject.kind != .area || kept.contains($0.subject.id) }
    records.figures = records.figures.filter { $0.subject.kind != .area || kept.contains($0.subject.id) }
  }

  /// A figure as it is, none, or one of which less is known.
  private mutating func changed(_ figure: PayFigure) -> [PayFigure] {
    var changed = Figure(figure)
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return []
    case 2 where figure.value != nil: changed.open()
    case 3: changed.turnToHourly()
    case 4 where figure.value == nil: changed.low = nil
    case 5 where figure.value == nil: changed.high = nil
    case 6 where figure.value == nil: changed.isOpenEnded.toggle()
    case 7 where chance(6) && figure.value != nil: changed.value = 0
    default: break
    }
    return changed.isEmpty ? [] : [changed.figure]
  }

  /// From some percentile on, published only as "this or more", as OEWS does with high wages.
  private mutating func openDistributions() {
    let order: [PayStatistic] = [.percentile10, .percentile25, .median, .percentile75, .percentile90]
    for area in records.areas.map(\.id) {
      guard chance(3), let first = (0..<order.count).randomElement(using: &random) else { continue }
      let opened = order[first...] + [.mean]
      records.pay = records.pay.map { figure in
        guard figure.subject == Subject(.area, area), opened.contains(figure.statistic) else { return figure }
        var changed = Figure(figure)
        changed.open()
        return changed.figure
      }
    }
  }

  /// All that is published of something.
  private mutating func removeSubjects() {
    let subjects = records.pay.map(\.subject).reduce(into: [Subject]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    for subject in subjects where chance(8) { records.pay.removeAll { $0.subject == subject } }
    let kinds: [Subject.Kind] = [.credentialGroup, .area, .setting, .industry, .rung, .specialization]
    for kind in kinds where chance(20) { records.pay.removeAll { $0.subject.kind == kind } }
  }

  private mutating func removeTables() {
    if chance(12) {
      tables.subtract([.settings, .settingIndustries])
      (records.settings, records.settingIndustries) = ([], [])
    }
    if chance(12) {
      tables.subtract([.specializations, .specializationCredentials])
      (records.specializations, records.specializationCredentials) = ([], [])
    }
    if chance(12) {
      tables.subtract([.credentials, .credentialCosts, .rungCredentials, .specializationCredentials])
      (records.credentials, records.credentialCosts) = ([], [])
      (records.rungCredentials, records.specializationCredentials) = ([], [])
    }
    if chance(12) {
      tables.subtract([.rungs, .rungCredentials])
      (records.rungs, records.rungCredentials) = ([], [])
    }
    if chance(12) { (records.figures, records.disagreements) = ([], []) }
    if chance(12) { (records.employers, records.startSteps, records.drivers) = ([], [], []) }
    records.rungs = records.rungs.filter { _ in !chance(12) }
    let rungs = Set(records.rungs.map(\.id))
    records.rungCredentials.removeAll { !rungs.contains($0.rungID) }
  }
}

/// The parts of a pay figure that change.
private struct Figure {
  private let old: PayFigure
  var basis: PayBasis
  var low: Double?
  var value: Double?
  var high: Double?
  var isOpenEnded: Bool

  init(_ figure: PayFigure) {
    old = figure
    (basis, low, value, high) = (figure.basis, figure.low, figure.value, figure.high)
    isOpenEnded = figure.isOpenEnded
  }

  mutating func open() {
    guard let amount = value else { return }
    (low, value, isOpenEnded) = (amount, nil, true)
  }

  mutating func turnToHourly() {
    guard basis == .annual else { return }
    basis = .hourly
    func hourly(_ amount: Double?) -> Double? { amount.map { ($0 / 20.8).rounded() / 100 } }
    (low, value, high) = (hourly(low), hourly(value), hourly(high))
  }

  var isEmpty: Bool { low == nil && value == nil && high == nil }

  var figure: PayFigure {
    PayFigure(
      id: old.id, subject: old.subject, statistic: old.statistic, basis: basis, low: low, value: value,
      high: high, isOpenEnded: isOpenEnded, populationID: old.populationID, detail: old.detail,
      period: old.period, sourceID: old.sourceID, isEditorial: old.isEditorial, note: old.note)
  }
}

extension CareerDataset {
  /// The dataset in which every credential costs as much, or nothing is published of any cost.
  public func pricing(everyCredential cost: Double?) -> CareerDataset {
    var records = records
    records.credentialCosts =
      cost.map { cost in
        records.credentials.map {
          CredentialCost(
            credentialID: $0.id, item: "exam", low: cost, high: cost, isApproximate: false, period: "",
            sourceID: $0.sourceID, note: "")
        }
      } ?? []
    return CareerDataset(identity: identity, tables: tables, records: records)
  }
}
