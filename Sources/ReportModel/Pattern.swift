/// A pattern of the style, taken apart once.
///
/// A report fills a few patterns some hundred times; to look for `{n}` anew each time costs more than all the
/// digits do.
struct Pattern: Sendable {
  /// One more than there are holes: the text before, between and after them.
  private let literals: [String]
  /// For each hole the place of its name in the names.
  private let holes: [Int]

  /// - Parameter names: what may stand in braces; other braces stay text.
  init(_ pattern: String, holes names: [String] = ["n"]) {
    var literals = [""]
    var holes: [Int] = []
    var rest = pattern[...]
    // No further than the longest name can reach: each brace is looked at once, however many there are.
    let reach = (names.map(\.utf8.count).max() ?? 0) + 1
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      literals[literals.count - 1] += rest[..<brace]
      rest = rest[rest.utf8.index(after: brace)...]
      if let end = rest.utf8.prefix(reach).firstIndex(of: UInt8(ascii: "}")),
        let hole = names.firstIndex(where: { $0 == rest[..<end] })
      {
        holes.append(hole)
        literals.append("")
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        literals[literals.count - 1] += "{"
      }
    }
    literals[literals.count - 1] += rest
    self.literals = literals
    self.holes = holes
  }

  /// The pattern with a text for each name, in the order of the names.
  func filled(_ texts: String...) -> String {
    var result = literals[0]
    for (index, hole) in holes.enumerated() {
      result += texts[hole]
      result += literals[index + 1]
    }
    return result
  }
}
