/// What pay figures have in common that may be set against each other as one distribution.
struct PayKey: Hashable {
  let subject: Subject
  let populationID: String
  let detail: String
  let period: String
  let sourceID: String

  init(_ figure: PayFigure) {
    subject = figure.subject
    populationID = figure.populationID
    detail = figure.detail
    period = figure.period
    sourceID = figure.sourceID
  }
}

extension Sequence {
  /// The elements by a key, the groups in the order of their first elements.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var positions: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let key = key(element)
      if let position = positions[key] {
        groups[position].append(element)
      } else {
        positions[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}
