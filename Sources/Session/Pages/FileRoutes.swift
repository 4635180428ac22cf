import Export
import ReportWriters
import SafeFiles

/// What the pages are drawn and moved with.
enum FileRoutes {
  static let routes = [SessionRoute(.get, "files/*", file)]

  private static let contentTypes = [
    "session.css": "text/css; charset=utf-8", "session.js": "text/javascript; charset=utf-8",
    "open.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml",
  ]

  private static func file(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    guard let type = contentTypes[request.path[1]] else { return .refusal(404, "There is no such file.") }
    let text = ShippedFile.text("session/\(request.path[1])")
    return SessionResponse(contentType: type, body: Array(text.utf8))
  }
}
