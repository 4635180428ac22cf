import AdvisingReport
import ReportModel
import ReportWriters

/// A template, ready to use: its wording and its page of text.
public struct LoadedTemplate: Sendable {
  public let report: ReportTemplate
  public let text: TextTemplate
  public let html: HTMLTemplate
}

/// Finds and reads templates: those in the binary by name, others by folder.
public enum TemplateLoader {
  public static let standardName = "standard"

  /// The names of the templates in the binary, sorted.
  public static var shippedNames: [String] { ShippedFile.folders(in: "templates") }

  private static let fileNames = [
    ReportTemplate.fileName, TextTemplate.fileName, HTMLTemplate.fileName, HTMLTemplate.styleFileName,
  ]

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

  /// A page that a folder does not have is the standard one.
  private static func read(
    _ files: Files, standard: LoadedTemplate?
  ) throws(ExportFailure) -> LoadedTemplate {
    let report = try report(files, standard: standard?.report)
    let text = try page(TextTemplate.fileName, of: files, standard: standard?.text) {
      (mustache) throws(PageTemplateError) in try TextTemplate(mustache)
    }
    // A folder with one of the two files takes the other from the standard template.
    let style = files[HTMLTemplate.styleFileName].map { String(decoding: $0, as: UTF8.self) }
    let html: HTMLTemplate
    if files[HTMLTemplate.fileName] == nil, let standard, let style {
      html = standard.html.with(style: style)
    } else {
      html = try page(HTMLTemplate.fileName, of: files, standard: standard?.html) {
        (mustache) throws(PageTemplateError) in
        try HTMLTemplate(mustache, style: style ?? standard?.html.style ?? "")
      }
    }
    return LoadedTemplate(report: report, text: text, html: html)
  }

  private static func page<Page>(
    _ name: String, of files: Files, standard: Page?, _ read: (String) throws(PageTemplateError) -> Page
  ) throws(ExportFailure) -> Page {
    let path = "\(files.path)/\(name)"
    guard let mustache = files[name] else {
      if let standard { return standard }
      throw .missingInput(path: path, reason: "it is missing, and a template needs it")
    }
    do throws(PageTemplateError) { return try read(String(decoding: mustache, as: UTF8.self)) } catch {
      throw .badData(path: path, problems: error.description.split(separator: "\n").map(String.init))
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
