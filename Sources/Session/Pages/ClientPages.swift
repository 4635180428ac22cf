import Advising
import CareerData
import Export
import ReportWriters
import SafeFiles

/// The list of clients, and the page of one.
enum ClientPages {
  static let routes = [
    SessionRoute(.get, "", list), SessionRoute(.get, "client/*", client),
    SessionRoute(.get, "client/*/pictures", pictures), SessionRoute(.get, "client/*/present", present),
    LanguageChoice.route,
  ]

  private static func list(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    let words = SessionWords(request.language)
    let today = desk.clock().day
    let entries = try desk.clients.list()
    let archived = try desk.clients.archived()
    let rows = entries.map { entry -> MustacheValues in
      let due = entry.nextStep?.due
      let isOverdue = due.map { $0 < today } ?? false
      return [
        "id": entry.id, "shown_name": entry.name.isEmpty ? entry.id : entry.name,
        "search": "\(entry.name) \(entry.id)", "readable": entry.isReadable, "seen": entry.seen?.iso ?? "",
        "step": entry.nextStep?.text ?? "", "due": due?.iso,
        "due_class": isOverdue ? "overdue" : "due", "due_words": words[isOverdue ? "overdue" : "due"],
      ]
    }
    return SessionPage(request).response(
      "clients", title: words["clients"],
      [
        "clients": rows, "has_clients": !rows.isEmpty, "has_archived": !archived.isEmpty,
        "archived": archived.map { ["id": $0] },
      ])
  }

  private static func client(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse
  {
    let words = SessionWords(request.language)
    guard let client = try desk.clients.client(request.path[1]) else {
      return .refusal(404, words["not_there"])
    }
    let form: ClientForm
    do throws(ExportFailure) { form = try ClientForm(client, desk, request.language) } catch {
      return ReportRoutes.instead(error, of: "client", request)
    }
    let versions = try desk.clients.versions(of: client.id).map {
      ["name": $0.name, "time": $0.time] as MustacheValues
    }
    let views = ["client", "advisor", "full", "calculations", "compare", "places"].map {
      view -> MustacheValues in
      [
        "view": view, "title": words["view_\(view)"], "selected": view == "client" ? "true" : "false",
        "tabindex": view == "client" ? "0" : "-1",
      ]
    }
    return SessionPage(request).response(
      "client", title: words["profile"],
      [
        "id": client.id, "shown_name": form.shownName, "revision": client.revision,
        "state": words[form.hasProblems ? "partly_saved" : "saved"], "form": form.markup, "views": views,
        "versions": Array(versions.prefix(100)), "has_versions": !versions.isEmpty,
        "has_pdf": OutputFormat.hasCompilerOfPDFs,
      ])
  }

  private static func pictures(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    let words = SessionWords(request.language)
    guard let client = try desk.clients.client(request.path[1]) else {
      return .refusal(404, words["not_there"])
    }
    let reports = ClientReports(desk, request.language)
    let name = try reports.profile(client).name ?? client.id
    let charts = try reports.charts(of: client).map {
      ["client": client.id, "chart": $0.id, "title": $0.title] as MustacheValues
    }
    return SessionPage(request).response(
      "pictures", title: words["pictures"], ["id": client.id, "shown_name": name, "charts": charts])
  }

  /// For a shared screen: nothing but the report, a screen at a time.
  private static func present(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    let words = SessionWords(request.language)
    guard let client = try desk.clients.client(request.path[1]) else {
      return .refusal(404, words["not_there"])
    }
    return SessionPage(request).bare("present", title: words["report"], ["id": client.id])
  }
}
