import Export
import ReportModel
import ReportWriters
import SafeFiles
import Tabular

/// The reports, as pages to be shown and as files to be handed over.
enum ReportRoutes {
  static let routes = [
    SessionRoute(.get, "client/*/view/*", view), SessionRoute(.get, "client/*/explain", explain),
    SessionRoute(.get, "client/*/file/*", file), SessionRoute(.get, "client/*/picture/*/*", picture),
  ]

  private static func view(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    guard let client = try desk.clients.client(request.path[1]) else { return notThere(request) }
    let reports = ClientReports(desk, request.language)
    let name = request.path[3]
    do throws(ExportFailure) {
      switch name {
      case "compare", "places": return try reports.comparison(of: client, onlyPlaces: name == "places")
      default:
        guard let view = ClientReports.View(rawValue: name) else { return notThere(request) }
        return try reports.page(view, of: client)
      }
    } catch {
      return instead(error, of: name, request)
    }
  }

  /// What stands where a report cannot be made: what to fill in, or what is wrong with the file.
  static func instead(_ failure: ExportFailure, of view: String, _ request: SessionRequest)
    -> SessionResponse
  {
    let words = SessionWords(request.language)
    let page = SessionPage(request)
    if case .usage = failure, ["compare", "places"].contains(view) {
      let values: MustacheValues = ["text": words["\(view)_hint"]]
      return page.bare("message", title: words["view_\(view)"], values)
    }
    let values: MustacheValues = ["text": words["no_report"], "lines": failure.lines]
    var response = page.bare("message", title: words["report"], values)
    response.status = 422
    return response
  }

  /// How figures were made: all, or those shown as `words`, of `section` where it has them.
  private static func explain(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    guard let client = try desk.clients.client(request.path[1]) else { return notThere(request) }
    let text = try ClientReports(desk, request.language)
      .explanations(of: client, shownAs: request.query["words"], in: request.query["section"])
    return SessionResponse(contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  private static func file(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    guard let client = try desk.clients.client(request.path[1]),
      let format = OutputFormat.named(request.path[3])
    else { return notThere(request) }
    let copy = request.query["copy"].flatMap(ReportCopy.init(rawValue:)) ?? .client
    let file = try ClientReports(desk, request.language).file(format, copy, of: client)
    guard request.query["shown"] != nil else {
      return .download(file.bytes, contentType: contentType(format), name: file.name)
    }
    return SessionResponse(contentType: contentType(format), body: file.bytes)
  }

  private static func picture(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    guard let client = try desk.clients.client(request.path[1]),
      let format = [ChartFormat.svg, .png].first(where: { $0.rawValue == request.path[4] }),
      let bytes = try ClientReports(desk, request.language).chart(request.path[3], as: format, of: client)
    else { return notThere(request) }
    return SessionResponse(contentType: format == .svg ? "image/svg+xml" : "image/png", body: bytes)
  }

  private static func contentType(_ format: OutputFormat) -> String {
    switch format {
    case .csv: "text/csv; charset=utf-8"
    case .txt: "text/plain; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .pdf: "application/pdf"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    default: "application/octet-stream"
    }
  }

  private static func notThere(_ request: SessionRequest) -> SessionResponse {
    .refusal(404, SessionWords(request.language)["not_there"])
  }
}
