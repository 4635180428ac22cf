/// Collects the problems of a dataset: one for each cell, and no more than a limit for each file.
struct ProblemLog {
  private struct Place: Hashable {
    let file: String
    let row: Int?
    let column: String?
  }

  /// The files in the order of the package.
  private var files: [String] = []
  private var problems: [String: [DatasetProblem]] = [:]
  private var restCounts: [String: Int] = [:]
  private var places: Set<Place> = []

  var isEmpty: Bool { problems.isEmpty }

  /// Fixes a file's place in the order.
  mutating func begin(_ file: String) {
    if !files.contains(file) { files.append(file) }
  }

  /// Adds a problem; a cell that has one already keeps it, for what follows from it explains nothing.
  mutating func add(_ problem: DatasetProblem) {
    begin(problem.file)
    let place = Place(file: problem.file, row: problem.row, column: problem.column)
    guard places.insert(place).inserted || (place.row == nil && place.column == nil) else { return }
    if problems[problem.file, default: []].count < DatasetErrors.limitPerFile {
      problems[problem.file, default: []].append(problem)
    } else {
      restCounts[problem.file, default: 0] += 1
    }
  }

  /// Nil when there is no problem.
  var errors: DatasetErrors? {
    guard !isEmpty else { return nil }
    let sorted = files.flatMap { file in
      // Stable within a row: the order in which they were found.
      (problems[file] ?? []).enumerated()
        .sorted { ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset) }
        .map(\.element)
    }
    let rest = files.compactMap { file in restCounts[file].map { DatasetErrors.Rest(file: file, count: $0) } }
    return DatasetErrors(problems: sorted, rest: rest)
  }
}
