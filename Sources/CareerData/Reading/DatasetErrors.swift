/// Everything that is wrong with a dataset, of all its files.
public struct DatasetErrors: Error, Sendable, Equatable {
  /// The problems of one file that are counted only.
  public struct Rest: Sendable, Equatable {
    public let file: String
    public let count: Int

    public init(file: String, count: Int) {
      self.file = file
      self.count = count
    }
  }

  /// The most problems of one file that are listed.
  public static let limitPerFile = 50

  /// The problems, in the order of the files in the package and of their rows; at least one.
  public let problems: [DatasetProblem]
  /// The files with more problems than ``limitPerFile``, and how many more.
  public let rest: [Rest]

  /// - Precondition: there is at least one problem.
  public init(problems: [DatasetProblem], rest: [Rest] = []) {
    precondition(!problems.isEmpty, "errors without a problem")
    self.problems = problems
    self.rest = rest
  }
}

extension DatasetErrors: CustomStringConvertible {
  /// A line for each problem, and one for each file with more of them.
  public var description: String {
    (problems.map(\.description) + rest.map { "\($0.file): \($0.count) more problems" }).joined(
      separator: "\n")
  }
}
