import OrderedCollections

/// Collects the problems of a dataset: one for each cell, and no more than a limit for each file.
struct ProblemLog {
  private struct Place: Hashable {
    let file: String
    let row: Int?
    let column: String?
  }

  private struct Listed {
    var problems: [DatasetProblem] = []
    /// Problems beyond the limit.
    var restCount = 0
  }

  /// In the order of the files in the package.
  private var files: OrderedDictionary<String, Listed> = [:]
  private var places: Set<Place> = []

  /// Fixes a file's place in the order.
  mutating func begin(_ file: String) {
    if files[file] == nil { files[file] = Listed() }
  }

  /// Adds a problem; a cell that has one already keeps it, for what follows from it explains nothing.
  mutating func add(_ problem: DatasetProblem) {
    begin(problem.file)
    let place = Place(file: problem.file, row: problem.row, column: problem.column)
    guard places.insert(place).inserted || (place.row == nil && place.column == nil) else { return }
    if files[problem.file, default: Listed()].problems.count < DatasetErrors.limitPerFile {
      files[problem.file, default: Listed()].problems.append(problem)
    } else {
      files[problem.file, default: Listed()].restCount += 1
    }
  }

  /// Nil when there is no problem.
  var errors: DatasetErrors? {
    let sorted = files.values.flatMap { listed in
      // Stable within a row: the order in which they were found.
      listed.problems.enumerated()
        .sorted { ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset) }
        .map(\.element)
    }
    guard !sorted.isEmpty else { return nil }
    let rest = files.filter { $0.value.restCount > 0 }.map {
      DatasetErrors.Rest(file: $0.key, count: $0.value.restCount)
    }
    return DatasetErrors(problems: sorted, rest: rest)
  }
}
