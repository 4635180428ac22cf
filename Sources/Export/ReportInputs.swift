import CareerData

/// The dataset and the template of a run, read side by side.
public struct ReportInputs: Sendable {
  public let dataset: CareerDataset
  public let template: LoadedTemplate

  /// - Parameters:
  ///   - datasetFolder: nil for the dataset in the binary.
  ///   - template: the name of a template in the binary, or a folder.
  public init(datasetFolder: String?, template: String) throws(ExportFailure) {
    let (dataset, template) = InParallel.both({ Self.dataset(datasetFolder) }, { Self.template(template) })
    self.dataset = try dataset.get()
    self.template = try template.get()
  }

  private static func dataset(_ folder: String?) -> Result<CareerDataset, ExportFailure> {
    do throws(ExportFailure) {
      guard let folder else { return .success(try DatasetLoader.shipped()) }
      return .success(try DatasetLoader.load(folder: folder))
    } catch { return .failure(error) }
  }

  private static func template(_ nameOrFolder: String) -> Result<LoadedTemplate, ExportFailure> {
    do throws(ExportFailure) { return .success(try TemplateLoader.load(nameOrFolder)) } catch {
      return .failure(error)
    }
  }
}
