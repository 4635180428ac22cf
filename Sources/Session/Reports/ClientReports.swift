import Advising
import AdvisingReport
import CareerData
import Export
import ReportModel
import ReportWriters
import SafeFiles

/// The reports on a client that the pages show and hand over.
struct ClientReports: Sendable {
  /// What a tab beside the form shows.
  enum View: String, Sendable, CaseIterable {
    /// Page one and choices.
    case client
    /// The same with the advisor's page before it, which has notes and questions.
    case advisor
    /// With every figure and how it was made.
    case full
    /// For a shared screen, one idea at a time.
    case present

    fileprivate var template: String {
      switch self {
      case .client, .advisor: "standard"
      case .full: "full"
      case .present: "session"
      }
    }

    fileprivate var copy: ReportCopy { self == .advisor ? .advisor : .client }
  }

  private let desk: Desk
  private let language: SessionLanguage

  init(_ desk: Desk, _ language: SessionLanguage) { (self.desk, self.language) = (desk, language) }

  /// A client's profile as the reports are made from it.
  ///
  /// - Throws: every problem of the profile.
  func profile(_ client: StoredClient) throws(ExportFailure) -> ClientProfile {
    var profile = try ProfileLoader(datasets: desk.shelf(language))
      .read(client.bytes, path: "\(client.id).json").profile
    // A file that was copied by hand has the id of another one; what is handed over and kept is this client's.
    profile.id = client.id
    return profile
  }

  /// The page of a view, which is whole in itself.
  func page(_ view: View, of client: StoredClient) throws(ExportFailure) -> SessionResponse {
    let exporter = try exporter(view.template, [.html], view.copy)
    let report = try report(on: client, by: exporter)
    return try Self.framed(exporter.files(for: report))
  }

  /// The page of a comparison: of the occupations of the profile, or of its places alone.
  func comparison(of client: StoredClient, onlyPlaces: Bool) throws(ExportFailure) -> SessionResponse {
    let exporter = try exporter("standard", [.html], .client)
    return try Self.framed(exporter.files(for: try compared(client, onlyPlaces: onlyPlaces)))
  }

  private func compared(_ client: StoredClient, onlyPlaces: Bool) throws(ExportFailure) -> Report {
    let profile = try profile(client)
    let inputs = ComparisonInputs(try desk.inputs("standard", language))
    let date = day(of: profile)
    return onlyPlaces
      ? try inputs.report(on: profile, places: [], date: date)
      : try inputs.report(on: profile, occupations: [], places: [], date: date)
  }

  /// A file to hand over. What it says is kept, so that the next report can say what has changed since.
  func file(_ format: OutputFormat, _ copy: ReportCopy, of client: StoredClient) throws(ExportFailure)
    -> RenderedFile
  {
    let exporter = try exporter("standard", [format, .csv], copy)
    let report = try report(on: client, by: exporter)
    let files = try exporter.files(for: report)
    guard let file = files.first(where: { $0.name.hasSuffix(".\(format.id)") }) else {
      throw .notRendered(path: "\(client.id).\(format.id)", reason: "the format wrote no file")
    }
    if let csv = files.first(where: { $0.name.hasSuffix(".csv") }) {
      try desk.clients.keepReport(csv.bytes, of: client.id, on: day(of: profile(client)))
    }
    return file
  }

  /// The charts of the client's report, with their titles.
  func charts(of client: StoredClient) throws(ExportFailure) -> [(id: String, title: String)] {
    let report = try report(on: client, by: try exporter("full", [], .client))
    let formatter = ValueFormatter(for: report)
    return try ChartExporter.charts(report).map { ($0.id, formatter.text($0.title)) }
  }

  /// One of these charts as a picture; nil for an unknown id.
  func chart(_ id: String, as format: ChartFormat, of client: StoredClient) throws(ExportFailure) -> [UInt8]?
  {
    let report = try report(on: client, by: try exporter("full", [], .client))
    guard let chart = try ChartExporter.charts(report).first(where: { $0.id == id }) else { return nil }
    // Twice as many pixels as on a screen: sharp in a slide and on paper.
    return try ChartExporter(format: format, scale: 2).bytes(chart, of: report)
  }

  /// How the figures were made that are shown as these words, those of a section first; at most a few.
  ///
  /// - Parameter words: nil for every calculated figure.
  func explanations(of client: StoredClient, shownAs words: String?, in section: String?)
    throws(ExportFailure)
    -> String
  {
    let template = try desk.template("full", language)
    let exporter = try exporter("full", [], .client)
    let profile = try profile(client)
    let report = try report(on: client, by: exporter)
    let dataset = try desk.shelf(language).dataset(for: profile.occupationCode)
    var explanations = Explanation.all(of: report, from: dataset, calculatedOnly: words == nil)
    if let words {
      let shown = ExplanationWords(template.report)
      explanations = explanations.filter { explanation in
        let differences = explanation.steps.filter { $0.part != nil }.map { ($0.calculation.value, $0.unit) }
        return ([(explanation.amount, explanation.unit)] + differences).contains { amount, unit in
          Self.isSame(shown.number(amount, unit), words)
        }
      }
      let own = explanations.filter { $0.id.hasPrefix((section ?? "") + "/") }
      explanations = Array((own.isEmpty ? explanations : own).prefix(6))
    }
    return explanations.isEmpty
      ? "" : ExplanationReport(explanations, of: report, in: template.report).text
  }

  /// Whether a figure is shown by these words; of a range one of its ends is enough.
  private static func isSame(_ shown: String, _ words: String) -> Bool {
    func plain(_ text: some StringProtocol) -> String {
      String(text.filter { $0.isNumber || $0 == "." || $0 == "%" })
    }
    let wanted = plain(words)
    guard !wanted.isEmpty else { return false }
    return plain(shown) == wanted
      || shown.split(whereSeparator: { !$0.isNumber && !",.$%".contains($0) }).contains {
        plain($0) == wanted
      }
  }

  // MARK: - Making

  private func exporter(_ template: String, _ formats: [OutputFormat], _ copy: ReportCopy)
    throws(ExportFailure)
    -> ReportExporter
  {
    var options = ReportExporter.Options()
    options.formats = formats.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    options.copy = copy
    return ReportExporter(
      datasets: try desk.shelf(language), template: try desk.template(template, language), options: options)
  }

  private func report(on client: StoredClient, by exporter: ReportExporter) throws(ExportFailure) -> Report {
    let profile = try profile(client)
    let date = day(of: profile)
    return exporter.report(on: try filled(profile, date), date: date)
  }

  /// With what the last report handed over before this day tells.
  private func filled(_ profile: ClientProfile, _ date: CalendarDate) throws(ExportFailure) -> ClientProfile {
    guard let path = try desk.clients.report(of: profile.id, before: date) else { return profile }
    let loader = EarlierReportLoader(dataset: try desk.shelf(language).vocabulary(of: profile))
    // One that another dataset no longer understands is no reason to show nothing.
    guard let earlier = try? loader.load(path, clientID: profile.id, reportDate: date) else { return profile }
    return profile.filled(from: earlier)
  }

  private func day(of profile: ClientProfile) -> CalendarDate { profile.reportDate ?? desk.clock().day }

  private static func framed(_ files: [RenderedFile]) throws(ExportFailure) -> SessionResponse {
    guard let page = files.first else { throw .notRendered(path: "report", reason: "no page was written") }
    return .framed(page.bytes)
  }
}

extension SessionResponse {
  /// A page that is whole in itself: what it may load is what it says itself, and it stands in the session's pages alone.
  static func framed(_ page: [UInt8]) -> SessionResponse {
    var response = SessionResponse(contentType: "text/html; charset=utf-8", body: page)
    response.policy = HTMLPolicy.header(of: page) + "; frame-ancestors 'self'"
    return response
  }
}
