/// Words for values that are the same in every dataset.
enum CodedWords {
  /// A text of which letter case, spaces, hyphens and signs that nobody sees do not count.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format, .dashPunctuation, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator,
        .connectorPunctuation:
        continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `none` as credentials: none held.
  static func isNone(_ text: String) -> Bool { ["none", "ninguna", "ninguno"].contains(folded(text)) }

  static func payBasis(_ text: String) -> String? {
    switch folded(text) {
    case "annual", "annually", "yearly", "year", "peryear", "ayear", "peryr", "/year", "/yr", "yr",
      "perannum", "anual",
      "anualmente", "año", "poraño", "alaño":
      "annual"
    case "hourly", "hour", "perhour", "anhour", "perhr", "/hour", "/hr", "/h", "hr", "hora", "porhora":
      "hourly"
    default: nil
    }
  }

  static func education(_ text: String) -> String? {
    switch folded(text).filter({ !"'’.".contains($0) }) {
    case "none", "ninguna", "ninguno": "none"
    case "highschool", "highschooldiploma", "hsdiploma", "hs", "ged", "highschoolorged", "highschool/ged",
      "highschooldiplomaorged", "highschoolorequivalent", "highschooldiplomaorequivalent", "secundaria",
      "escuelasecundaria", "preparatoria":
      "high-school"
    case "certificate", "certificateprogram", "certificado": "certificate"
    case "associate", "associates", "associatedegree", "associatesdegree", "associate(degree)",
      "títulodeasociado", "titulodeasociado", "gradoasociado", "asociado":
      "associate"
    case "bachelor", "bachelors", "bachelordegree", "bachelorsdegree", "licenciatura": "bachelor"
    case "master", "masters", "masterdegree", "mastersdegree", "maestría", "maestria": "master"
    case "other", "otro", "otra": "other"
    default: nil
    }
  }
}

/// Words for what nobody knows.
enum MissingWords {
  /// - Parameter text: without white space around it.
  static func contains(_ text: String, _ field: ProfileField) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    // Na is a name.
    if field == .name || field == .advisor, text == "Na" || text == "na" { return false }
    if exact.contains(text.lowercased()) { return true }
    // `$ -` is how accounting shows nothing.
    let sign = text.filter { !$0.isWhitespace && $0 != "$" && $0 != "\u{A0}" }
    return !sign.isEmpty && sign.allSatisfy { "-–—‒−?".contains($0) } && sign.count <= 3
  }

  private static let exact: Set<String> = [
    "n/a", "na", "n.a.", "n.a", "n / a", "unknown", "unk", "null", "#n/a", "#n/a!", "#null!", "#ref!",
    "#value!", "#name?", "#div/0!",
    "#num!", "not available", "not applicable", "nil", "(blank)", "(unknown)", "(null)", "desconocido",
    "desconocida",
    "no disponible", "no aplica", "s/d", "n/d", "?", "??",
  ]
}
