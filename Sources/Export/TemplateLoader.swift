import AdvisingReport
import ReportModel
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
      return try read(
        Files(path: nameOrFolder, ShippedFile.folder("templates/\(nameOrFolder)")), standard: nil)
    }
    let files: Files
    do { files = try Files(folder: nameOrFolder) } catch .missingInput(nameOrFolder, let reason) {
      guard !nameOrFolder.contains("/") else { throw .missingInput(path: nameOrFolder, reason: reason) }
      throw .missingInput(
        path: nameOrFolder,
        reason: "no folder and no template of this name; templates: \(shippedNames.joined(separator: ", "))")
    }
    return try read(files, standard: try load(standardName))
  }

  /// The files of a template: those with a name of its own at once, a picture when the template asks for it.
  private struct Files {
    let path: String
    private let contents: [String: [UInt8]]
    /// The names of the other files of a folder.
    private let others: Set<String>

    init(path: String, _ contents: [String: [UInt8]]) {
      self.path = path
      self.contents = contents
      others = []
    }

    /// The folder may hold anything else, at any length.
    init(folder: String) throws(ExportFailure) {
      path = folder
      let names = try InputFile.names(inFolder: folder)
      contents = try InputFile.read(names.filter(fileNames.contains), inFolder: folder)
      others = Set(names).subtracting(fileNames)
    }

    subscript(name: String) -> [UInt8]? { contents[name] }

    func picture(_ name: String) throws(ExportFailure) -> [UInt8]? {
      guard others.contains(name) else { return contents[name] }
      return try InputFile.read("\(path)/\(name)", largestBytes: PNGImage.largestSize)
    }
  }

  /// A folder without a page of text uses the standard one.
  private static func read(
    _ files: Files, standard: LoadedTemplate?
  ) throws(ExportFailure) -> LoadedTemplate {
    let report = try report(files, standard: standard?.report)
    let mustachePath = "\(files.path)/\(TextTemplate.fileName)"
    guard let mustache = files[TextTemplate.fileName] else {
      if let standard { return LoadedTemplate(report: report, text: standard.text) }
      throw .missingInput(path: mustachePath, reason: "it is missing, and a template needs it")
    }
    do {
      let text = try TextTemplate(String(decoding: mustache, as: UTF8.self))
      return LoadedTemplate(report: report, text: text)
    } catch {
      throw .badData(path: mustachePath, problems: error.description.split(separator: "\n").map(String.init))
    }
  }

  private static func report(
    _ files: Files, standard: ReportTemplate?
  ) throws(ExportFailure) -> ReportTemplate {
    let path = "\(files.path)/\(ReportTemplate.fileName)"
    guard let yaml = files[ReportTemplate.fileName] else {
      throw .missingInput(path: path, reason: "it is missing, and a template needs it")
    }
    do {
      let template = try TemplateReader(standard: standard).read(yaml: String(decoding: yaml, as: UTF8.self))
      guard let logo = template.logoFile else { return template }
      return try template.withLogo(try files.picture(logo))
    } catch let problems as TemplateProblems {
      throw .badData(path: path, problems: problems.problems.map(\.description))
    } catch let failure as ExportFailure {
      throw failure
    } catch {
      preconditionFailure("a template has no other errors")
    }
  }
}
