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
