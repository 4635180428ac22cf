import Advising
import CareerData
import ReportModel
import SafeFiles

/// The datasets and the template of a run.
public struct ReportInputs: Sendable {
  public let datasets: DatasetShelf
  public let template: LoadedTemplate

  /// The dataset of a profile that names no occupation, in its own words, by which profiles name what they mean.
  public var dataset: CareerDataset { datasets.first }
  /// The same in the language of the template, as far as the dataset has it.
  public var reportDataset: CareerDataset { datasets.firstReported }

  /// - Parameters:
  ///   - datasets: as ``DatasetShelf/init(_:language:)`` has them; none for the dataset in the binary.
  ///   - template: the name of a template in the binary, or a folder.
  ///   - paper: nil for that of the template.
  public init(datasets names: [String], template: String, paper: Paper? = nil) throws(ExportFailure) {
    let datasets = try DatasetShelf.read(names)
    self.template = try TemplateLoader.load(template).printed(on: paper)
    self.datasets = try DatasetShelf(datasets, language: self.template.report.language)
  }

  /// - Parameters:
  ///   - datasetFolder: nil for the dataset in the binary.
  ///   - paper: nil for that of the template.
  public init(datasetFolder: String?, template: String, paper: Paper? = nil) throws(ExportFailure) {
    try self.init(datasets: datasetFolder.map { [$0] } ?? [], template: template, paper: paper)
  }

  /// - Parameters:
  ///   - datasets: in the language of the template.
  ///   - template: read before.
  package init(datasets: DatasetShelf, template: LoadedTemplate) {
    self.datasets = datasets
    self.template = template
  }

  /// The dataset of a client's report, in the language of the template.
  public func dataset(for profile: ClientProfile) -> CareerDataset {
    datasets.dataset(for: profile.occupationCode)
  }

  /// A client's report before it is written in any format.
  public func report(on profile: ClientProfile, date: CalendarDate) -> Report {
    ReportExporter(datasets: datasets, template: template.withEveryPart, options: .init())
      .report(on: profile, date: date)
  }
}

/// Reads client profiles from files and checks them against a dataset.
public struct ProfileLoader: Sendable {
  /// A profile is a page of JSON. A larger file is something else, and could have millions of problems.
  package static let largestBytes = 1 << 20

  private let reader: ProfileReader

  /// - Parameter dataset: of profiles that name no occupation.
  public init(dataset: CareerDataset) { self.init(datasets: DatasetShelf(dataset)) }

  /// - Parameter datasets: whose ids a profile may use, by the occupation that it names.
  public init(datasets: DatasetShelf) { reader = datasets.profileReader }

  /// - Parameter path: a JSON file; `-` is standard input.
  /// - Throws: every problem of the profile at once.
  public func load(_ path: String) throws(ExportFailure) -> ProfileReader.Reading {
    try read(InputFile.read(path, largestBytes: Self.largestBytes, takesPipes: true), path: path)
  }

  /// - Parameter path: what messages call the profile.
  package func read(_ bytes: [UInt8], path: String) throws(ExportFailure) -> ProfileReader.Reading {
    do { return try reader.read(json: bytes) } catch {
      throw .badData(path: Self.name(of: path), problems: error.problems.map(\.description))
    }
  }

  /// The profile without the names of people; see ``ClientProfile/redacted()``.
  ///
  /// - Parameter path: where the profile was read from.
  public static func redacted(_ profile: ClientProfile, path: String) throws(ExportFailure) -> ClientProfile {
    do { return try profile.redacted() } catch {
      throw .badData(path: name(of: path), problems: [error.description])
    }
  }

  /// The name of a path in a message.
  public static func name(of path: String) -> String { path == "-" ? "standard input" : path }
}

/// The version of Pathbook.
public enum ProgramVersion {
  public static let current = "0.1.0"

  /// What `pathbook --version` says: the version of the program and that of the dataset in it.
  package static var sentence: String { "pathbook \(current) (dataset \(DatasetLoader.defaultEdition))" }
}
