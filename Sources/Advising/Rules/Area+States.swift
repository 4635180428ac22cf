import CareerData

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
