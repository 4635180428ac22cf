import Advising
import CareerData
import ReportModel
import SafeFiles

/// The dataset and the template of a run, read side by side.
public struct ReportInputs: Sendable {
  /// In its own words, by which profiles name what they mean.
  public let dataset: CareerDataset
  /// In the language of the template, as far as the dataset has it.
  public let reportDataset: CareerDataset
  public let template: LoadedTemplate

  /// - Parameters:
  ///   - datasetFolder: nil for the dataset in the binary.
  ///   - template: the name of a template in the binary, or a folder.
  ///   - paper: nil for that of the template.
  public init(datasetFolder: String?, template: String, paper: Paper? = nil) throws(ExportFailure) {
    let (dataset, template) = InParallel.both({ Self.dataset(datasetFolder) }, { Self.template(template) })
    let (read, files) = try dataset.get()
    self.dataset = read
    self.template = try template.get().printed(on: paper)
    let language = self.template.report.language
    reportDataset =
      read.isTranslated(into: language)
      ? try DatasetLoader.read(files, path: datasetFolder ?? DatasetLoader.shippedName, language: language)
      : read
  }

  /// A client's report before it is written in any format.
  public func report(on profile: ClientProfile, date: CalendarDate) -> Report {
    ReportExporter(dataset: reportDataset, template: template.withEveryPart, options: .init())
      .report(on: profile, date: date)
  }

  private static func dataset(
    _ folder: String?
  ) -> Result<(CareerDataset, DatasetFiles), ExportFailure> {
    do throws(ExportFailure) {
      let files = try folder.map(DatasetLoader.files) ?? DatasetLoader.shippedFiles
      return .success((try DatasetLoader.read(files, path: folder ?? DatasetLoader.shippedName), files))
    } catch { return .failure(error) }
  }

  private static func template(_ nameOrFolder: String) -> Result<LoadedTemplate, ExportFailure> {
    do throws(ExportFailure) { return .success(try TemplateLoader.load(nameOrFolder)) } catch {
      return .failure(error)
    }
  }
}

/// Reads client profiles from files and checks them against a dataset.
public struct ProfileLoader: Sendable {
  /// A profile is a page of JSON. A larger file is something else, and could have millions of problems.
  package static let largestBytes = 1 << 20

  private let reader: ProfileReader

  public init(dataset: CareerDataset) {
    reader = ProfileReader(dataset: dataset, catalogue: CatalogueLoader.shipped())
  }

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
}
