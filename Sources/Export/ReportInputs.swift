import CareerData
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
  public init(datasetFolder: String?, template: String) throws(ExportFailure) {
    let (dataset, template) = InParallel.both({ Self.dataset(datasetFolder) }, { Self.template(template) })
    let (read, files) = try dataset.get()
    self.dataset = read
    self.template = try template.get()
    let language = self.template.report.language
    reportDataset =
      read.isTranslated(into: language)
      ? try DatasetLoader.read(files, path: datasetFolder ?? DatasetLoader.shippedName, language: language)
      : read
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
