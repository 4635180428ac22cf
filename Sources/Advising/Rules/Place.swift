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

extension Area {
  /// The postal codes of the states that a metropolitan or nonmetropolitan area lies in, as its title tells them:
  /// `New York-Newark-Jersey City, NY-NJ` ends with them, and titles without such an ending name a state
  /// (`Northeast Alabama nonmetropolitan area`). Empty when the title does not tell.
  ///
  /// - Parameter states: the states of the dataset.
  public func stateCodes(among states: [Area]) -> [String] {
    if let comma = title.lastIndex(of: ",") {
      let ending = title[title.index(after: comma)...].drop { $0 == " " }
      let codes = ending.prefix { $0 != " " }.split(separator: "-").map(String.init)
      if !codes.isEmpty, codes.allSatisfy(Self.isPostalCode) { return codes }
    }
    let named = states.filter { Self.names(title, $0.title) }
    // `West Virginia` holds the name of `Virginia`.
    return named.filter { state in
      !named.contains { $0.title != state.title && Self.names($0.title, state.title) }
    }.map(\.code)
  }

  private static func isPostalCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// True when the words of a name stand in a text, one after another.
  private static func names(_ text: String, _ name: String) -> Bool {
    let words = text.split { !$0.isLetter }
    let wanted = name.split { !$0.isLetter }
    guard !wanted.isEmpty, words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { words[$0..<($0 + wanted.count)] == wanted[...] }
  }
}

extension CareerDataset.Records {
  /// The states, in the order of the table.
  var states: [Area] { areas.filter { $0.kind == .state } }

  /// The metropolitan and nonmetropolitan areas, in the order of the table.
  var localAreas: [Area] { areas.filter { $0.kind == .metropolitan || $0.kind == .nonmetropolitan } }
}
