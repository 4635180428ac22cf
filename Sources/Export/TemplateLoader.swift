import Advising
import AdvisingReport
import ReportModel
import ReportWriters
import SafeFiles
import Synchronization

/// A template, ready to use: its wording and its page of text.
public struct LoadedTemplate: Sendable {
  public private(set) var report: ReportTemplate
  public var text: TextTemplate { pages.text.part }
  public var html: HTMLTemplate { pages.html.part }
  public var pdf: TypstTemplate { pages.pdf.part }

  fileprivate struct Pages: Sendable {
    let text: OnDemand<TextTemplate>
    let html: OnDemand<HTMLTemplate>
    let pdf: OnDemand<TypstTemplate>
  }

  fileprivate let pages: Pages
  /// The SHA-256 of its files, and of the standard template's that it takes the rest from.
  package var contentHash: String { hash.part }
  fileprivate let hash: OnDemand<String>

  /// The template for another paper; as it is for nil.
  func printed(on paper: Paper?) -> LoadedTemplate {
    var template = self
    template.report.paper = paper ?? report.paper
    return template
  }

  /// The template with every part that a report can have.
  public var withEveryPart: LoadedTemplate {
    var template = self
    template.report.parts = Set(ReportTemplate.Part.allCases)
    return template
  }
}

/// What a template has and few runs need, made when it is first asked for. The page of a format in the binary is read when
/// a report is first written in the format; a test reads every one. A page in a folder is read at once, so that its mistakes
/// are told whatever is written.
private final class OnDemand<Part: Sendable>: Sendable {
  private let making: @Sendable () throws(PageTemplateError) -> Part
  private let known: Mutex<Part?>

  init(_ part: Part) {
    known = Mutex(part)
    making = { () throws(PageTemplateError) in part }
  }

  /// - Parameter making: must not fail: it reads what is in the binary, or what has been read.
  init(_ making: @escaping @Sendable () throws(PageTemplateError) -> Part) {
    known = Mutex(nil)
    self.making = making
  }

  var part: Part {
    known.withLock { known in
      if let known { return known }
      guard let part = try? making() else { preconditionFailure("a template in the binary reads") }
      known = part
      return part
    }
  }
}

/// Finds and reads templates: those in the binary by name, others by folder.
public enum TemplateLoader {
  public static let standardName = "standard"

  /// The names of the templates in the binary, sorted.
  public static var shippedNames: [String] { ShippedFile.folders(in: "templates") }

  private static let fileNames = [
    ReportTemplate.fileName, TextTemplate.fileName, HTMLTemplate.fileName, HTMLTemplate.styleFileName,
    HTMLTemplate.extraStyleFileName, TypstTemplate.fileName,
  ]

  /// What a template in the binary is for, in its own words.
  public static func purpose(_ name: String) -> String {
    let yaml = String(decoding: shippedFiles(name)[ReportTemplate.fileName] ?? [], as: UTF8.self)
    let line = yaml.prefix { $0 != "\n" }
    return String(line.drop { $0 == "#" || $0 == " " })
  }

  /// Writes a template in the binary into a folder that is missing or empty, as a start for one's own.
  ///
  /// - Returns: the paths of the files.
  public static func copy(_ name: String, to folder: String) throws(ExportFailure) -> [String] {
    guard shippedNames.contains(name) else {
      throw .missingInput(
        path: name, reason: "no template of this name; templates: \(shippedNames.joined(separator: ", "))")
    }
    if let there = try? InputFile.names(inFolder: folder), !there.isEmpty {
      throw .cannotCreate(path: folder, reason: "the folder is not empty; give a new one")
    }
    let files = shippedFiles(name).sorted { $0.key < $1.key }
    return try OutputFolder(path: folder).write(files.map { RenderedFile(name: $0.key, bytes: $0.value) })
  }

  /// The name of the shipped template with the whole report in a language.
  ///
  /// - Parameter language: a language tag; its region does not matter: `es`, `es-MX`.
  public static func name(ofLanguage language: String) throws(ExportFailure) -> String {
    func primary(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
    var languages: [String] = []
    for name in shippedNames.filter({ $0.hasPrefix(standardName) }) {
      let tag = try load(name).report.language
      if primary(tag) == primary(language) { return name }
      languages.append(tag)
    }
    throw .usage(
      "'\(language)' is not a language of a shipped template; allowed: \(languages.joined(separator: ", "))")
  }

  private static func shippedFiles(_ name: String) -> [String: [UInt8]] {
    ShippedFile.folder("templates/\(name)")
  }

  /// - Parameter nameOrFolder: a name of ``shippedNames``, or a folder.
  public static func load(_ nameOrFolder: String) throws(ExportFailure) -> LoadedTemplate {
    if shippedNames.contains(nameOrFolder) {
      let files = Files(path: nameOrFolder, shippedFiles(nameOrFolder))
      return try read(files, standard: base(of: files, named: nameOrFolder))
    }
    let files: Files
    do { files = try Files(folder: nameOrFolder) } catch .missingInput(nameOrFolder, let reason) {
      guard !nameOrFolder.contains("/") else { throw .missingInput(path: nameOrFolder, reason: reason) }
      throw .missingInput(
        path: nameOrFolder,
        reason: "no folder and no template of this name; templates: \(shippedNames.joined(separator: ", "))")
    }
    return try read(files, standard: base(of: files, named: nameOrFolder))
  }

  /// The template that has what the files leave out: the whole one of their language, else the standard one, which
  /// itself has none.
  private static func base(of files: Files, named name: String) throws(ExportFailure) -> LoadedTemplate? {
    guard name != standardName else { return nil }
    let yaml = String(decoding: files[ReportTemplate.fileName] ?? [], as: UTF8.self)
    let language = TemplateReader.language(yaml: yaml).map { "\(standardName)-\($0)" } ?? standardName
    return try load(language != name && shippedNames.contains(language) ? language : standardName)
  }

  /// The files of a template: those with a name of its own at once, a picture when the template asks for it.
  private struct Files: Sendable {
    let path: String
    let isInBinary: Bool
    private let contents: [String: [UInt8]]
    /// The names of the other files of a folder.
    private let others: Set<String>

    /// Of a template in the binary.
    init(path: String, _ contents: [String: [UInt8]]) {
      self.path = path
      self.contents = contents
      isInBinary = true
      others = []
    }

    /// The folder may hold anything else, of any size.
    init(folder: String) throws(ExportFailure) {
      path = folder
      isInBinary = false
      // A link could lead out of the folder, to what its author was not to see.
      let names = try InputFile.names(inFolder: folder).filter {
        !InputFile.isSymbolicLink("\(folder)/\($0)")
      }
      contents = try InputFile.read(names.filter(fileNames.contains), inFolder: folder)
      others = Set(names).subtracting(fileNames)
    }

    subscript(name: String) -> [UInt8]? { contents[name] }

    func contentHash(_ more: [UInt8]) -> String {
      let parts = contents.sorted { $0.key < $1.key }.flatMap {
        Array("\($0.key):\($0.value.count):".utf8) + $0.value
      }
      return SHA256.text(parts + more)
    }

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
    let text = try page(TextTemplate.fileName, of: files, standard: standard?.pages.text) {
      (mustache) throws(PageTemplateError) in
      try TextTemplate(mustache, sectionIDs: ReportTemplate.everySectionID)
    }
    let html = try htmlPage(of: files, standard: standard?.pages.html)
    let pdf = try page(TypstTemplate.fileName, of: files, standard: standard?.pages.pdf) {
      (source) throws(PageTemplateError) in
      try TypstTemplate(source)
    }
    let logo = report.branding.logo?.bytes ?? []
    return LoadedTemplate(
      report: report, pages: .init(text: text, html: html, pdf: pdf),
      hash: OnDemand { files.contentHash(Array((standard?.contentHash ?? "").utf8) + logo) })
  }

  private static func page<Page: Sendable>(
    _ name: String, of files: Files, standard: OnDemand<Page>?,
    _ read: @escaping @Sendable (String) throws(PageTemplateError) -> Page
  ) throws(ExportFailure) -> OnDemand<Page> {
    let path = "\(files.path)/\(name)"
    guard let bytes = files[name] else {
      if let standard { return standard }
      throw .missingInput(path: path, reason: "it is missing, and a template needs it")
    }
    if files.isInBinary {
      return OnDemand { () throws(PageTemplateError) in try read(String(decoding: bytes, as: UTF8.self)) }
    }
    do throws(PageTemplateError) {
      return OnDemand(try read(String(decoding: bytes, as: UTF8.self)))
    } catch { throw failure(path, error) }
  }

  /// The page with its style sheet: that of the standard template where the files have none of their own.
  private static func htmlPage(
    of files: Files, standard: OnDemand<HTMLTemplate>?
  ) throws(ExportFailure) -> OnDemand<HTMLTemplate> {
    let path = "\(files.path)/\(HTMLTemplate.fileName)"
    let bytes = files[HTMLTemplate.fileName]
    guard bytes != nil || standard != nil else {
      throw .missingInput(path: path, reason: "it is missing, and a template needs it")
    }
    let reading = { @Sendable (style: String) throws(PageTemplateError) in
      if bytes == nil, let standard { return standard.part.with(style: style) }
      return try HTMLTemplate(
        String(decoding: bytes ?? [], as: UTF8.self), style: style, sectionIDs: ReportTemplate.everySectionID)
    }
    if files.isInBinary {
      let sheets = [HTMLTemplate.styleFileName, HTMLTemplate.extraStyleFileName].map { files[$0] }
      return OnDemand { () throws(PageTemplateError) in
        let texts = sheets.map { $0.map { String(decoding: $0, as: UTF8.self) } }
        return try reading(joined(texts[0] ?? standard?.part.style, texts[1]))
      }
    }
    let style = try style(files, standard: standard?.part.style)
    do throws(PageTemplateError) { return OnDemand(try reading(style)) } catch {
      throw failure(path, error)
    }
  }

  /// A style sheet, and after it what is said besides.
  private static func joined(_ sheet: String?, _ extra: String?) -> String {
    extra == nil ? sheet ?? "" : [sheet, extra].compactMap(\.self).joined(separator: "\n")
  }

  private static func failure(_ path: String, _ error: PageTemplateError) -> ExportFailure {
    .badData(path: path, problems: error.lines { NearestName.of($0, among: $1) })
  }

  /// The style sheet, the standard one without one, and after it the extra one.
  private static func style(_ files: Files, standard: String?) throws(ExportFailure) -> String {
    func sheet(_ name: String) throws(ExportFailure) -> String? {
      guard let text = files[name].map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
      do throws(PageTemplateError) { try HTMLTemplate.checkStyle(text) } catch {
        throw failure("\(files.path)/\(name)", error)
      }
      return text
    }
    let own = try sheet(HTMLTemplate.styleFileName)
    let first = own ?? standard ?? ""
    guard let extra = try sheet(HTMLTemplate.extraStyleFileName) else { return first }
    do throws(PageTemplateError) { try HTMLTemplate.checkStyles(first, then: extra) } catch {
      throw failure("\(files.path)/\(HTMLTemplate.extraStyleFileName)", error)
    }
    return joined(own ?? standard, extra)
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
