import CareerData

/// Where the client works: a state, and perhaps an area of a state or of several.
public struct Place: Sendable, Equatable {
  /// The client's state; nil when neither the profile nor its area tells, or the dataset lacks it.
  public let state: Area?
  /// A metropolitan or nonmetropolitan area; nil when the profile names none.
  public let area: Area?
  /// True when the profile names no state, and the area lies in this one alone.
  public let isStateInferred: Bool
  /// True when the area is known to lie in other states than the profile names.
  public let isAreaOutsideState: Bool

  init(_ profile: ClientProfile, in dataset: CareerDataset) {
    let states = dataset.records.states
    let area = dataset.records.localAreas.first { $0.id == profile.areaID }
    let codes = area?.stateCodes(among: states) ?? []
    let only = codes.count == 1 ? codes.first : nil
    let code = profile.stateCode ?? only
    self.area = area
    state = states.first { $0.code == code }
    isStateInferred = profile.stateCode == nil && state != nil
    isAreaOutsideState = profile.stateCode.map { !codes.isEmpty && !codes.contains($0) } ?? false
  }
}
