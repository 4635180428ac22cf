import AdvisingReport
import ReportWriters

/// A template, ready to use: its wording and its page of text.
public struct LoadedTemplate: Sendable {
  public let report: ReportTemplate
  public let text: TextTemplate
}

/// Finds and reads templates: those in the binary by name, others by folder.
public enum TemplateLoader {
  public static let standardName = "standard"

  /// The names of the templates in the binary, sorted.
  public static var shippedNames: [String] { ShippedFile.folders(in: "templates") }

  private static let fileNames = [ReportTemplate.fileName, TextTemplate.fileName]

  /// - Parameter nameOrFolder: a name of ``shippedNames``, or a folder.
  public static func load(_ nameOrFolder: String) throws(ExportFailure) -> LoadedTemplate {
    if shippedNames.contains(nameOrFolder) {
      return try read(ShippedFile.folder("templates/\(nameOrFolder)"), path: nameOrFolder, standard: nil)
    }
    let files: [String: [UInt8]]
    do {
      let names = try InputFile.names(inFolder: nameOrFolder)
      // The folder may hold anything else, at any length.
      files = try InputFile.read(names.filter(fileNames.contains), inFolder: nameOrFolder)
    } catch .missingInput(nameOrFolder, let reason) {
      guard !nameOrFolder.contains("/") else { throw .missingInput(path: nameOrFolder, reason: reason) }
      throw .missingInput(
        path: nameOrFolder,
        reason: "no folder and no template of this name; templates: \(shippedNames.joined(separator: ", "))")
    }
    let standard = try load(standardName)
    return try read(files, path: nameOrFolder, standard: standard)
  }

  /// A folder without a page of text uses the standard one.
  private static func read(
    _ files: [String: [UInt8]], path: String, standard: LoadedTemplate?
  ) throws(ExportFailure) -> LoadedTemplate {
    let yamlPath = "\(path)/\(ReportTemplate.fileName)"
    guard let yaml = files[ReportTemplate.fileName] else {
      throw .missingInput(path: yamlPath, reason: "it is missing, and a template needs it")
    }
    let report: ReportTemplate
    do {
      report = try TemplateReader(standard: standard?.report).read(
        yaml: String(decoding: yaml, as: UTF8.self))
    } catch {
      throw .badData(path: yamlPath, problems: error.problems.map(\.description))
    }
    guard let mustache = files[TextTemplate.fileName] else {
      if let standard { return LoadedTemplate(report: report, text: standard.text) }
      throw .missingInput(
        path: "\(path)/\(TextTemplate.fileName)", reason: "it is missing, and a template needs it")
    }
    do {
      let text = try TextTemplate(String(decoding: mustache, as: UTF8.self))
      return LoadedTemplate(report: report, text: text)
    } catch {
      throw .badData(
        path: "\(path)/\(TextTemplate.fileName)",
        problems: error.description.split(separator: "\n").map(String.init))
    }
  }
}
