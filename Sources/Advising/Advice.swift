import CareerData

/// All findings about one client: what every rule says, with its reasons and sources.
///
/// ```swift
/// let advice = Advice(profile: reading.profile, dataset: dataset, reportDate: date)
/// ```
public struct Advice: Sendable, Equatable {
  public let profile: ClientProfile
  public let dataset: CareerDataset
  public let reportDate: CalendarDate
  public let status: FieldStatus
  /// Nil without stated pay.
  public let pay: FullTimePay?
  public let national: Position?
  /// The client's state; nil when the profile or the dataset names none.
  public let state: Position?
  /// The client's metropolitan or nonmetropolitan area; nil when the profile names none.
  public let area: Position?
  public let place: Place
  /// The only basis on which the wages of the occupation are published, such as the year for teachers: they are not
  /// turned into the other, since a year of that work has no 2,080 hours. Nil when both bases are published.
  public let onlyWageBasis: PayBasis?
  public let staleness: Staleness?
  /// The settings of the dataset; its industries where it names no settings.
  public let settings: [ItemComparison]
  public let specializations: [ItemComparison]
  public let held: HeldCredentials?
  public let credentials: CredentialComparison
  public let ladder: CareerLadder
  public let certificationPlan: CertificationPlan
  public let employers: [ItemComparison]
  /// When things can begin.
  public let timeline: Timeline
  private let comparer: PayComparer
  /// At most ``KeyFinding/mostShown``, most valuable first.
  public var keyFindings: [KeyFinding] { KeyFinding.choose(self) }
  /// What the answers would change, most useful first.
  public var questions: [ClientQuestion] { ClientQuestion.open(self) }
  /// Doable from where the client is, in the order of time.
  public var steps: [PlannedStep] {
    PlannedSteps(
      status: status, held: held, isSelfEmployed: isSelfEmployed, ladder: ladder, plan: certificationPlan,
      timeline: timeline, aims: aims, entry: entryNeed,
      relatedTitles: dataset.records.catalogue?.relatedTitles ?? [],
      canAim: !(dataset.records.settings.isEmpty && dataset.records.specializations.isEmpty)
    ).steps
  }

  /// Applies every rule. Pure: the same input gives the same advice.
  public init(profile: ClientProfile, dataset: CareerDataset, reportDate: CalendarDate) {
    let status = FieldStatus(profile)
    let pay = profile.pay.map { FullTimePay($0, hoursPerWeek: profile.hoursPerWeek) }
    let (nationalMedian, nationalEdition) = Self.nationalMedian(dataset)
    let comparer = PayComparer(
      clientAnnual: pay?.annual, nationalMedian: nationalMedian, nationalEdition: nationalEdition)
    let held = profile.credentialIDs.flatMap { ids in
      dataset.tables.contains(.credentials) ? HeldCredentials(ids, in: dataset) : nil
    }
    func position(_ area: Area) -> Position {
      Position(
        area: area, dataset: dataset, pay: pay, status: status, nationalMedian: nationalMedian,
        nationalEdition: nationalEdition)
    }
    let place = Place(profile, in: dataset)
    let ladder = CareerLadder(
      dataset, profile: profile, status: status, pay: pay, held: held, comparer: comparer)
    self.profile = profile
    self.comparer = comparer
    self.dataset = dataset
    self.reportDate = reportDate
    self.status = status
    self.pay = pay
    self.place = place
    national = dataset.records.areas.first { $0.kind == .nation }.map(position)
    state = place.state.map(position)
    area = place.area.map(position)
    onlyWageBasis = dataset.onlyWageBasis
    staleness = national?.benchmark.flatMap { dataset.source($0.sourceID) }
      .flatMap { Staleness($0, reportDate: reportDate) }
    settings =
      dataset.tables.contains(.settings)
      ? comparer.settings(dataset, profile: profile) : comparer.industries(dataset)
    specializations = comparer.specializations(dataset, profile: profile)
    self.held = held
    credentials = CredentialComparison(dataset, held: held, comparer: comparer)
    self.ladder = ladder
    let plan = CertificationPlan(
      dataset, profile: profile, status: status, held: held, ladder: ladder,
      actualAnnual: status == .inField ? pay?.actualAnnual : nil)
    certificationPlan = plan
    employers = comparer.employers(dataset)
    timeline = Timeline(dataset, reportDate: reportDate, next: plan.next)
  }

  /// What getting in asks for; nil where nothing is published of it.
  public var entryNeed: EntryNeed? { EntryNeed(dataset, profile: profile) }

  /// What the client aims at: the specialization before the setting.
  public var aims: [ItemComparison] { (specializations + settings).filter(\.mark.isTarget) }

  /// The nearest place with published wages: the area, else the state, else the nation. Nil where none has any.
  public var nearestPosition: Position? {
    [area, state, national].compactMap(\.self).first { $0.benchmark != nil }
  }

  /// Whether the client works on their own account.
  public var isSelfEmployed: Bool {
    dataset.records.specializations.contains { $0.id == profile.specializationID && $0.isSelfEmployed }
  }

  /// Years until the credential that a rung asks for can be there, by the long end; 0 when the client has what it asks
  /// for. Nil where nobody knows: the study is not published, or the education that it asks for is missing.
  public func credentialWait(for rung: Rung) -> Double? {
    switch RungRequirements(dataset: dataset).need(of: rung, held: held) {
    case .nothingRequired, .met, .becomes: return 0
    case .unknown: return timeline.study.map { $0.high / 12 }
    case .anyOf(let credentials):
      let isOpen = credentials.contains { credential in
        CredentialRequirement.all(of: credential, profile: profile, held: held, in: dataset).allSatisfy {
          $0.isEditorial || $0.status == .met
        }
      }
      let isNext = credentials.contains { $0.id == certificationPlan.next?.credential.id }
      let study = isNext ? timeline.nextStudy : timeline.study
      return isOpen ? study.map { $0.high / 12 } : nil
    }
  }

  /// Where the client stands in any area of the dataset.
  func position(in area: Area) -> Position {
    Position(
      area: area, dataset: dataset, pay: pay, status: status, nationalMedian: comparer.nationalMedian,
      nationalEdition: comparer.nationalEdition)
  }

  /// What is published of an item by the best source there is; nil where nothing is.
  public func leadingPay(of item: ItemComparison) -> LeadingPay? {
    func worth(_ figure: PayFigure) -> Int {
      LeadingPay.worth(dataset.population(figure.populationID)?.kind)
    }
    let pays = ([item.pay].compactMap(\.self) + item.otherPay).map {
      (worth($0.figure), LeadingPay.pay($0))
    }
    let ranges = item.ranges.filter { $0.annualLow != nil }.map { (worth($0.figure), LeadingPay.range($0)) }
    return (pays + ranges).sortedStably { $0.0 < $1.0 }.first?.1
  }

  /// The leading mean or median of any subject beside the client's pay; nil when none is published.
  public func pay(of subject: Subject) -> ComparedPay? { comparer.pay(dataset.pay(of: subject)) }

  /// The published median of any subject, be it only a lower bound; nil when none is published.
  public func median(of subject: Subject) -> ComparedPay? { comparer.median(dataset.pay(of: subject)) }

  /// The published ranges of any subject beside the client's pay, in the order of the dataset.
  public func ranges(of subject: Subject) -> [ComparedRange] { comparer.ranges(dataset.pay(of: subject)) }

  /// US dollars a year; hourly pay x 2,080.
  private static func nationalMedian(
    _ dataset: CareerDataset
  ) -> (annual: Double?, edition: SurveyEdition?) {
    let comparer = PayComparer(clientAnnual: nil, nationalMedian: nil)
    let leading = comparer.pay(dataset.pay(of: .national))
    guard let leading, leading.figure.statistic == .median, !leading.isFloor,
      leading.annual >= Difference.leastBase
    else { return (nil, nil) }
    return (leading.annual, SurveyEdition(of: leading.figure, in: dataset))
  }
}

extension CareerDataset {
  /// See ``Advice/onlyWageBasis``: what the national wages tell, or those of all areas where there are none.
  fileprivate var onlyWageBasis: PayBasis? {
    let national = pay(of: .national)
    let wages = national.isEmpty ? records.pay.filter { $0.subject.kind == .area } : national
    let bases = Set(wages.map(\.basis))
    return bases.count == 1 ? bases.first : nil
  }
}

extension PayComparer {
  /// Every employer of the dataset, in the order of the dataset.
  fileprivate func employers(_ dataset: CareerDataset) -> [ItemComparison] {
    dataset.records.employers.map { employer in
      let figures = dataset.pay(of: Subject(.employer, employer.id))
      return ItemComparison(
        id: employer.id, title: employer.title, mark: .none, pay: pay(figures),
        otherPay: otherPay(figures), top: top(figures), ranges: ranges(figures))
    }
  }
}
