import Advising
import AdvisingReport
import CareerData
import ReportModel
import SafeFiles

/// What a comparison is made from: the catalogue, a dataset of the user's own where it covers an occupation, and the
/// occupations and places that somebody asks for.
public struct ComparisonInputs: Sendable {
  public let inputs: ReportInputs
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - datasetFolder: nil for the dataset in the binary.
  ///   - template: the name of a template in the binary, or a folder.
  public init(datasetFolder: String?, template: String) throws(ExportFailure) {
    self.init(try ReportInputs(datasetFolder: datasetFolder, template: template))
  }

  /// - Parameter inputs: read before.
  public init(_ inputs: ReportInputs) {
    self.inputs = inputs
    catalogue = inputs.datasets.catalogue
  }

  /// The report that sets occupations beside each other for a client.
  ///
  /// - Parameters:
  ///   - occupations: SOC codes or titles; none for those of the profile.
  ///   - places: states or areas in which the report says how far pay goes; the client's own state comes first.
  /// - Throws: every occupation and place that is not known at once.
  public func report(
    on profile: ClientProfile, occupations: [String], places: [String], date: CalendarDate
  ) throws(ExportFailure) -> Report {
    let named = try resolved(occupations, places)
    let codes = Self.codes(profile, named.codes, subject: inputs.dataset.occupation.socCode)
    guard (2...OccupationComparison.mostOccupations).contains(codes.all.count) else {
      throw .usage(
        "a comparison has 2 to \(OccupationComparison.mostOccupations) occupations, and this one has "
          + "\(codes.all.count); name them after the profile, by SOC code or title, or in its field compare")
    }
    let datasets = codes.all.compactMap(dataset)
    let comparison = OccupationComparison(
      of: datasets, profile: profile, presentSOC: codes.present, reportDate: date)
    let areas = Self.areas(profile, named.placeIDs, datasets)
    return ComparisonReportBuilder(
      template: inputs.template.report, programVersion: ProgramVersion.current
    ).report(on: comparison, places: areas, catalogue: catalogue.identity)
  }

  /// The report that sets places beside each other for a client and one occupation: the dataset's, or the catalogue's where
  /// the profile names another.
  ///
  /// - Parameter places: states or areas; none for those of the profile. The client's own comes first.
  public func report(
    on profile: ClientProfile, places: [String], date: CalendarDate
  ) throws(ExportFailure) -> Report {
    let named = try resolved([], places)
    let subject = profile.occupationCode ?? inputs.dataset.occupation.socCode
    let dataset =
      subject == inputs.reportDataset.occupation.socCode ? inputs.reportDataset : dataset(for: subject)
    guard let dataset else { throw .usage("compare: no occupation has the code '\(subject)'") }
    let own = [profile.areaID, profile.stateCode.map { "state:\($0)" }].compactMap(\.self).prefix(1)
    let listed = named.placeIDs.isEmpty ? profile.comparedPlaces ?? [] : named.placeIDs
    let ids = (own + listed).reduce(into: [String]()) { ids, id in if !ids.contains(id) { ids.append(id) } }
    let areas = ids.compactMap { id in dataset.records.areas.first { $0.id == id } }
    guard (2...PlaceComparison.mostPlaces).contains(areas.count) else {
      throw .usage(
        "a comparison has 2 to \(PlaceComparison.mostPlaces) places, and this one has \(areas.count); name them with "
          + "--place, or in the profile's field compare_places")
    }
    let advice = Advice(
      profile: profile, dataset: dataset.adding(concentrations(of: subject, in: dataset)), reportDate: date)
    return PlaceComparisonReportBuilder(
      template: inputs.template.report, programVersion: ProgramVersion.current
    ).report(on: PlaceComparison(advice, areas: areas))
  }

  /// The location quotients of the catalogue, in percent of the nation's share, for states whose wages are of the same time.
  private func concentrations(of socCode: String, in dataset: CareerDataset) -> [PublishedFigure] {
    guard let source = catalogue.wageSource, dataset.source(source.id) != nil else { return [] }
    return catalogue.statePay(of: socCode).compactMap { state in
      let subject = Subject(.area, "state:\(state.stateCode)")
      guard let quotient = state.locationQuotient,
        let pay = dataset.pay(of: subject).first(where: { $0.sourceID == source.id })
      else { return nil }
      return PublishedFigure(
        id: "oews-state-\(state.stateCode)-location-quotient", subject: subject,
        measure: PlaceComparison.concentrationMeasure, label: "", low: nil, value: quotient * 100, high: nil,
        unit: .percent, statistic: "", population: "", period: pay.period, sourceID: source.id,
        isEditorial: false, note: "")
    }
  }

  // MARK: - Occupations

  /// The occupations to compare, and the present one among them (rule 14).
  ///
  /// The client's own comes first: the occupation of the report where she works in it, else the first that the profile names
  /// to compare. Who says that she does not work in that one has no present occupation.
  static func codes(
    _ profile: ClientProfile, _ named: [String], subject: String
  ) -> (all: [String], present: String?) {
    let subject = profile.occupationCode ?? subject
    let listed = named.isEmpty ? profile.comparedOccupations ?? [] : named
    let present: String? =
      switch FieldStatus(profile) {
      case .inField: subject
      case .outsideField, .unknown:
        profile.pay == nil
          ? nil
          : profile.comparedOccupations?.first.flatMap {
            $0 == subject && profile.isInField == false ? nil : $0
          }
      }
    let all = ([present].compactMap(\.self) + listed).reduce(into: [String]()) { codes, code in
      if !codes.contains(code) { codes.append(code) }
    }
    return (all, present)
  }

  /// What the catalogue has, with the states and areas of the user's own dataset where it covers the occupation: wages of
  /// one edition alone, since those of two years are not set beside each other.
  private func dataset(for code: String) -> CareerDataset? {
    let shipped = catalogue.dataset(for: code, language: inputs.template.report.language)
    guard let own = inputs.datasets.reported(covering: code) else { return shipped }
    return shipped?.withPlaces(of: own) ?? own
  }

  private func resolved(
    _ occupations: [String], _ places: [String]
  ) throws(ExportFailure) -> (codes: [String], placeIDs: [String]) {
    let reader = ProfileReader(dataset: inputs.dataset)
    var problems: [String] = []
    var codes: [String] = []
    var placeIDs: [String] = []
    for text in occupations {
      do throws(ExportFailure) { codes.append(try code(text, reader)) } catch { problems.append("\(error)") }
    }
    for text in places {
      if let id = reader.place(text) {
        placeIDs.append(id)
      } else {
        problems.append("--place: '\(text)' is neither a state nor an area of the dataset")
      }
    }
    guard problems.isEmpty else { throw .usage(problems.joined(separator: "\n")) }
    return (codes, placeIDs)
  }

  /// The dataset's own occupation goes before the catalogue's.
  private func code(_ text: String, _ reader: ProfileReader) throws(ExportFailure) -> String {
    if let code = reader.occupation(text) { return code }
    return try catalogue.occupation(named: text, as: "compare").socCode
  }

  // MARK: - Places

  /// The client's state, then those that were asked for, then those of the profile.
  private static func areas(
    _ profile: ClientProfile, _ named: [String], _ datasets: [CareerDataset]
  ) -> [Area] {
    let own = profile.stateCode.map { ["state:\($0)"] } ?? []
    let ids = (own + named + (profile.comparedPlaces ?? [])).reduce(into: [String]()) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
    let areas = ids.compactMap { id in
      datasets.lazy.compactMap { $0.records.areas.first { $0.id == id } }.first
    }
    return Array(areas.prefix(OccupationComparison.mostPlaces))
  }
}

extension CareerDataset {
  fileprivate func adding(_ figures: [PublishedFigure]) -> CareerDataset {
    var records = self.records
    records.figures += figures
    return CareerDataset(identity: identity, tables: tables, records: records)
  }

  /// The dataset with the wages and the jobs of places that another one on the same occupation has of the same time.
  fileprivate func withPlaces(of other: CareerDataset) -> CareerDataset {
    let editions = Set(pay(of: .national).map(\.period))
    let known = Set(records.pay.map(\.subject))
    func isNew(_ subject: Subject) -> Bool { subject.kind == .area && !known.contains(subject) }
    let pay = other.records.pay.filter { isNew($0.subject) && editions.contains($0.period) }
    guard !pay.isEmpty else { return self }
    let places = Set(pay.map(\.subject))
    var records = self.records
    records.pay += pay
    records.figures += other.records.figures.filter { places.contains($0.subject) }
    records.areas += other.records.areas.filter { area in !records.areas.contains { $0.id == area.id } }
    records.sources += other.records.sources.filter { source in
      !records.sources.contains { $0.id == source.id }
    }
    records.populations += other.records.populations.filter { population in
      !records.populations.contains { $0.id == population.id }
    }
    records.priceParities += other.records.priceParities.filter { priceParity(of: $0.areaID) == nil }
    return CareerDataset(identity: identity, tables: tables, records: records)
  }
}

extension Catalogue {
  /// What stands at the foot of a report that is made from it.
  var identity: CareerDataset.Identity {
    CareerDataset.Identity(
      name: "occupations-us", title: "Occupations of the United States", version: version,
      contentHash: contentHash)
  }
}
