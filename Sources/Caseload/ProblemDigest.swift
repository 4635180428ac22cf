import Advising

/// The problems and notices of a roster as lines: each by itself, but a kind that comes again and again once, with how many
/// of it there are.
struct ProblemDigest {
  /// Of a kind, that are told one by one.
  static let most = 20

  private struct Kind {
    var count = 0
    /// The first of them, as lines with their order among all.
    var lines: [(order: Int, text: String)] = []
    var first = ""
    var firstPlace = ""
  }

  private var kinds: [String: Kind] = [:]
  private var order = 0

  mutating func add(_ problem: ProfileProblem, _ place: String) {
    // Keys of JSON may be as many as there are rows.
    let field = problem.field.map { ProfileField(rawValue: $0)?.rawValue ?? "?" } ?? ""
    add("\(problem)", place, kind: "\(field):\(problem.reason.kind)")
  }

  mutating func add(_ notice: ProfileNotice, _ place: String) {
    add("\(notice)", place, kind: "\(notice.field.rawValue):\(notice.reason.kind)")
  }

  private mutating func add(_ text: String, _ place: String, kind name: String) {
    order += 1
    var kind = kinds.removeValue(forKey: name) ?? Kind()
    kind.count += 1
    if kind.count == 1 { (kind.first, kind.firstPlace) = (text, place) }
    if kind.count <= Self.most {
      kind.lines.append((order, "\(place): \(text)"))
    } else if kind.count == Self.most + 1 {
      kind.lines = [(kind.lines[0].order, "")]
    }
    kinds[name] = kind
  }

  /// In the order of the roster.
  var lines: [String] {
    kinds.values.flatMap { kind in
      guard kind.count > Self.most else { return kind.lines }
      return [
        (
          kind.lines[0].order,
          "\(kind.count) rows have a problem of this kind, the first in \(kind.firstPlace): \(kind.first)"
        )
      ]
    }
    .sorted { $0.order < $1.order }.map(\.text)
  }
}
