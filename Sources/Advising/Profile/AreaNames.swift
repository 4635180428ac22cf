import CareerData

/// The metropolitan and nonmetropolitan areas of a dataset by the names that people use for them.
struct AreaNames: Sendable {
  enum Match: Sendable, Equatable {
    case one(Area)
    /// Two areas at least.
    case several([Area])
    /// The areas whose names are nearest, nearest first; `isClose` when the first was probably meant.
    case none(nearest: [Area], isClose: Bool)
  }

  /// At most this many areas stand in a message.
  static let mostNamed = 5

  private struct Entry: Sendable {
    let area: Area
    /// Title and name in a form in which letter case, spaces and kinds of dashes do not matter.
    let title: String
    let name: String
  }

  private let entries: [Entry]
  private let states: [Area]

  /// How many areas the dataset has.
  var count: Int { entries.count }

  init(_ records: CareerDataset.Records) {
    states = records.states
    entries = records.localAreas.map { area in
      Entry(area: area, title: Self.folded(area.title), name: Self.folded(Self.name(of: area)))
    }
  }

  func stateCodes(of area: Area) -> [String] { area.stateCodes(among: states) }

  /// The area of a code, an id, a title, or the part of a title before the comma: the first of these that finds
  /// any.
  func match(_ text: String) -> Match {
    let wanted = Self.folded(text)
    let ways: [(Entry) -> Bool] = [
      { $0.area.code == wanted || $0.area.id == wanted }, { $0.title == wanted }, { $0.name == wanted },
    ]
    for way in ways {
      let found = entries.filter(way).map(\.area)
      if found.count > 1 { return .several(found) }
      if let only = found.first { return .one(only) }
    }
    return nearest(to: wanted)
  }

  private func nearest(to wanted: String) -> Match {
    let ranked = ranked(wanted)
    let isClose = ranked.first.map { $0.distance <= NearestName.limit(for: wanted) } ?? false
    return .none(nearest: ranked.prefix(Self.mostNamed).map(\.area), isClose: isClose)
  }

  /// The areas that may be meant by what somebody has typed so far, the nearest first.
  func search(_ text: String) -> [Area] {
    let wanted = Self.folded(text)
    let found: [Area] =
      switch match(text) {
      case .one(let area): [area]
      case .several(let areas): areas
      case .none: []
      }
    let near = ranked(wanted).filter { $0.distance <= NearestName.limit(for: wanted) }.map(\.area)
    return found + near.filter { !found.contains($0) }
  }

  private func ranked(_ wanted: String) -> [(area: Area, distance: Int)] {
    entries.map { ($0.area, Self.distance(wanted, $0)) }.sortedStably { $0.1 < $1.1 }
  }

  /// A name that begins with what was typed is near, however long it is: `Los Angeles`. So is one of which a later place
  /// begins with it: `Long Beach`.
  private static func distance(_ wanted: String, _ entry: Entry) -> Int {
    let isBeginning = wanted.unicodeScalars.count >= 3
    if isBeginning, entry.name.hasPrefix(wanted) || entry.title.hasPrefix(wanted) { return 0 }
    let places = entry.name.split(separator: "-")
    if isBeginning, places.contains(where: { $0.hasPrefix(wanted) }) { return 1 }
    return [entry.title, entry.name, String(places.first ?? ""), entry.area.code]
      .map { NearestName.edits(wanted, $0) }.min() ?? .max
  }

  /// The part of the title before the comma, without the words that every nonmetropolitan area has.
  private static func name(of area: Area) -> String {
    let beforeComma = area.title.prefix { $0 != "," }
    let ending = " nonmetropolitan area"
    return String(beforeComma.hasSuffix(ending) ? beforeComma.dropLast(ending.count) : beforeComma)
  }

  private static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      result.append((0x2010...0x2015).contains(scalar.value) ? "-" : scalar)
    }
    return String(result)
  }

  /// `31080 (Los Angeles-Long Beach-Anaheim, CA)`
  static func label(_ area: Area) -> String { "\(area.code) (\(area.title))" }
}

/// Places that people give for a state, and for which most datasets have no figures.
enum USPlaces {
  /// Postal codes with their names: territories, freely associated states, and addresses of the military.
  static let withoutFigures: [(code: String, name: String)] = [
    ("PR", "Puerto Rico"), ("GU", "Guam"), ("VI", "Virgin Islands"), ("AS", "American Samoa"),
    ("MP", "Northern Mariana Islands"), ("AA", "Armed Forces Americas"), ("AE", "Armed Forces Europe"),
    ("AP", "Armed Forces Pacific"), ("FM", "Federated States of Micronesia"), ("MH", "Marshall Islands"),
    ("PW", "Palau"), ("UM", "U.S. Minor Outlying Islands"),
  ]

  /// Other names, folded and without points.
  private static let otherNames: [String: String] = [
    "usvirginislands": "VI", "unitedstatesvirginislands": "VI", "virginislandsofus": "VI", "usvi": "VI",
    "commonwealthofpuertorico": "PR", "cnmi": "MP", "commonwealthofthenorthernmarianaislands": "MP",
    "micronesia": "FM", "armedforces": "AE", "armedforcesamericas": "AA", "armedforcestheamericas": "AA",
    "armedforcesafrica": "AE", "armedforcescanada": "AE", "armedforcesmiddleeast": "AE",
    "armedforceseurope": "AE",
    "armedforcespacific": "AP", "islasvirgenes": "VI", "islasvírgenes": "VI", "usminoroutlyingislands": "UM",
    "washingtondc": "DC", "washington,dc": "DC", "dc": "DC", "districtofcolumbia": "DC",
  ]

  static func name(ofCode code: String) -> String? { withoutFigures.first { $0.code == code }?.name }

  /// The code of a place by any of its names.
  ///
  /// - Parameter known: the states of the dataset; a state that it lacks is none of these places.
  static func code(of text: String, known: ProfileVocabulary.Choices) -> String? {
    let folded = CodedWords.folded(text).filter { $0 != "." }
    if let code = withoutFigures.first(where: { $0.code.lowercased() == folded })?.code { return code }
    if let code = withoutFigures.first(where: { CodedWords.folded($0.name).filter { $0 != "." } == folded })?
      .code
    {
      return code
    }
    if let code = otherNames[folded] {
      return code == "DC" && known.ids?.contains(code) != true ? nil : code
    }
    return known.canonical(folded)
  }

  /// Codes of states and provinces that are real, though no dataset of the United States has them: no slips for others.
  static let foreignCodes: Set<String> = [
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
  ]
}
