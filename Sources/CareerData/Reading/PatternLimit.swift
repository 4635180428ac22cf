/// Which regular expressions of a package are tried on cells. A repeated group that repeats something itself, `(a+)+`, can
/// take a time that doubles with each letter, and a text of 40 letters takes years.
enum PatternLimit {
  /// True for a pattern without such a group. What is no pattern at all is for the engine to tell.
  static func isAllowed(_ pattern: String) -> Bool {
    /// Whether each open group, and the pattern itself, repeats something, leaves it open or has alternatives.
    var groups = [false]
    var isClass = false
    var previousWasRiskyGroup = false
    var rest = Array(pattern.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      let wasRiskyGroup = previousWasRiskyGroup
      previousWasRiskyGroup = false
      switch scalar {
      case "\\": _ = rest.popFirst()
      case "[" where !isClass: isClass = true
      case "]": isClass = false
      case _ where isClass: continue
      case "(":
        groups.append(false)
        // `(?:`: this question mark repeats nothing.
        if rest.first == "?" { rest.removeFirst() }
      case ")":
        let isRisky = groups.count > 1 ? groups.removeLast() : false
        previousWasRiskyGroup = isRisky
        groups[groups.count - 1] = groups[groups.count - 1] || isRisky
      case "|": groups[groups.count - 1] = true
      case "*", "+", "{":
        if wasRiskyGroup { return false }
        groups[groups.count - 1] = true
      case "?": groups[groups.count - 1] = true
      default: continue
      }
    }
    return true
  }
}
