/// Finds what a person probably meant: "did you mean".
package enum NearestName {
  /// The candidate with the fewest edits from `text`, case aside; nil when none is near.
  ///
  /// Near is at most a third of the letters (one at least, so that `Cx` finds `CA`). Of equals the first wins.
  package static func of(_ text: String, among candidates: [String]) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars.prefix(longest))
    guard !wanted.isEmpty else { return nil }
    let limit = limit(for: text)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = edits(from: wanted, to: Array(candidate.lowercased().unicodeScalars))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name ?? candidates.first { isPart(wanted, of: $0) }
  }

  /// The one candidate that is one edit away, case aside; nil when none is or several are.
  package static func only(_ text: String, among candidates: [String]) -> String? {
    guard !text.isEmpty else { return nil }
    let near = candidates.filter { edits(text, $0) == 1 }
    return Set(near.map { $0.lowercased() }).count == 1 ? near.first : nil
  }

  /// The edits up to which a name is near.
  static func limit(for text: String) -> Int { max(1, min(text.unicodeScalars.count, longest) / 3) }

  /// The edits between two names, case aside. Only the first ``longest`` letters of `text` count.
  static func edits(_ text: String, _ candidate: String) -> Int {
    edits(
      from: Array(text.lowercased().unicodeScalars.prefix(longest)),
      to: Array(candidate.lowercased().unicodeScalars))
  }

  private static let longest = 80

  /// `remot` is no near edit of `remote-work`, but stands in it.
  private static func isPart(_ wanted: [Unicode.Scalar], of candidate: String) -> Bool {
    let name = Array(candidate.lowercased().unicodeScalars)
    guard wanted.count >= 3, wanted.count <= name.count else { return false }
    return (0...(name.count - wanted.count)).contains { name[$0..<($0 + wanted.count)] == wanted[...] }
  }

  /// Damerau-Levenshtein distance of neighbors (optimal string alignment): insertions, deletions, substitutions
  /// and swaps of two neighbors. Time and memory grow with the product of the lengths.
  static func edits(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [Int](repeating: i, count: b.count + 1)
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        current[j] = min(previous[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
