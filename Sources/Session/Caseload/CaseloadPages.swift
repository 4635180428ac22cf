import Advising
import AdvisingReport
import CareerData
import Caseload
import Export
import ReportWriters
import SafeFiles
import Tabular

/// A roster: what was understood of it, the run over it, and the clients.
enum CaseloadPages {
  static let routes = [
    SessionRoute(.get, "caseload", page),
    SessionRoute(.get, "caseload/template/*", template),
    SessionRoute(.post, "caseload/roster", largestBody: SessionRoute.file, drop),
    SessionRoute(.post, "caseload/sheet", chooseSheet), SessionRoute(.post, "caseload/discard", discard),
    SessionRoute(.post, "caseload/run", run), SessionRoute(.get, "caseload/progress", progress),
    SessionRoute(.post, "caseload/cancel", cancel), SessionRoute(.post, "caseload/take", take),
    SessionRoute(.get, "caseload/summary", summary), SessionRoute(.get, "caseload/file/*", file),
  ]

  /// As many rows of clients as one page shows; the search finds the others.
  private static let mostShown = 500

  // MARK: - What changes it

  /// The bytes of a roster as the body; `name` is what the person's file is called.
  private static func drop(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    let name = String((request.query["name"] ?? "").prefix(200))
    let (bytes, datasets) = (request.body, try desk.shelf(request.language))
    let own = desk.caseload.folder
    let roster = try await OwnThread.run { () throws(ExportFailure) in
      try DroppedRoster(named: name.isEmpty ? "roster" : name, bytes, in: own, datasets)
    }
    return desk.caseload.replace(with: roster) ? done : busy(request)
  }

  private static func chooseSheet(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    guard let roster = desk.caseload.roster, let sheet = request.json?["sheet"]?.string else {
      return gone(request)
    }
    let datasets = try desk.shelf(request.language)
    let reread = try await OwnThread.run { () throws(ExportFailure) in
      try roster.reread(sheet: sheet, datasets)
    }
    return desk.caseload.replace(with: reread) ? done : busy(request)
  }

  private static func discard(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    desk.caseload.replace(with: nil) ? done : busy(request)
  }

  /// `{"format": [ids], "output": archive, two-sided or one-sided, "summary": ["yes"]}`.
  private static func run(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    let words = SessionWords(request.language)
    guard let sent = request.json, let output = sent["output"]?.string.flatMap(CaseloadRun.Output.init) else {
      return .refusal(422, words["no_output"])
    }
    var choices = CaseloadRun.Choices()
    choices.output = output
    let formats = (sent["format"]?.elements ?? []).compactMap(\.string)
    choices.formats = OutputFormat.all.filter { formats.contains($0.id) }
    choices.summarizes = !(sent["summary"]?.elements ?? []).isEmpty
    guard output != .archive || !choices.formats.isEmpty else { return .refusal(422, words["no_formats"]) }
    guard let roster = desk.caseload.roster else { return gone(request) }
    guard roster.overview.good > 0 else { return .refusal(422, words["no_sound_rows"]) }
    let inputs = try desk.inputs("standard", request.language)
    let isStarted = try desk.caseload.start { [choices] (roster) throws(ExportFailure) in
      try CaseloadRun(choices, over: roster, inputs, today: desk.clock().day, in: desk.caseload.folder)
    }
    return isStarted ? done : busy(request)
  }

  private static func cancel(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    desk.caseload.run?.cancel()
    return done
  }

  /// Each sound row becomes a client of the folder.
  private static func take(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    guard desk.caseload.roster != nil else { return gone(request) }
    let datasets = try desk.shelf(request.language)
    try await OwnThread.run { () throws(ExportFailure) in
      try desk.caseload.take(into: desk.clients, datasets, at: desk.clock())
    }
    return done
  }

  private static let done = SessionResponse.json(["done": true])

  private static func busy(_ request: SessionRequest) -> SessionResponse {
    .refusal(409, SessionWords(request.language)["run_goes_on"])
  }

  private static func gone(_ request: SessionRequest) -> SessionResponse {
    .refusal(404, SessionWords(request.language)["no_roster"])
  }

  // MARK: - What is asked for

  /// `{"running": …, "rows": …, "total": …, "words": …}`
  private static func progress(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    guard let run = desk.caseload.run else { return .json(["running": false]) }
    let words = SessionWords(request.language)
    let rows = run.count.rows
    let text = run.total.map { words["progress_of", "\(rows)", "\($0)"] } ?? words["progress_counting"]
    return .json([
      "running": .bool(run.end == nil), "rows": .number(Double(rows)),
      "total": run.total.map { .number(Double($0)) } ?? .null, "words": .string(text),
    ])
  }

  private static func summary(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    guard let page = desk.caseload.run?.summaryPage() else { return gone(request) }
    return .framed(page)
  }

  private static func file(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    let name = request.path[2]
    guard let file = try desk.caseload.run?.file(name) else { return gone(request) }
    return .download(file, contentType: "application/octet-stream", name: name)
  }

  /// An empty roster to fill in.
  private static func template(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    let kind = request.path[2]
    guard ["xlsx", "csv"].contains(kind) else { return gone(request) }
    let scratch = try ScratchFolder()
    let path = "\(scratch.path)/\(SessionGate.random()).\(kind)"
    defer { FolderTree.removeAll(path) }
    try RosterTemplate(inputs: desk.inputs("standard", request.language)).write(to: path)
    return .download(
      try InputFile.read(path), contentType: "application/octet-stream", name: "roster.\(kind)")
  }

  // MARK: - The page

  private static func page(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    let words = SessionWords(request.language)
    let datasets = try desk.shelf(request.language)
    if let roster = desk.caseload.roster, roster.contentHash != datasets.contentHash {
      // Other datasets were taken since it was read.
      let reread = try await OwnThread.run { () throws(ExportFailure) in
        try roster.reread(sheet: nil, datasets)
      }
      desk.caseload.renew(reread)
    }
    var values: MustacheValues = ["has_roster": false]
    if let roster = desk.caseload.roster {
      let fields = try desk.template("standard", request.language).report.rosterWords
      values = understood(roster, fields, words)
      values.merge(made(desk.caseload.run, words)) { $1 }
      values.merge(taken(desk.caseload.taken, words)) { $1 }
      let list = ClientList(roster, desk.caseload.run, today: desk.clock().day)
      values.merge(list.values(request.query, most: mostShown, fields, words)) { $1 }
    }
    return SessionPage(request).response("caseload", title: words["caseload"], values)
  }

  private static func understood(_ roster: DroppedRoster, _ fields: RosterWords, _ words: SessionWords)
    -> MustacheValues
  {
    let overview = roster.overview
    let columns = overview.columns.compactMap { column in
      column.field.map { ["column": column.name, "field": fields.name(of: $0)] as MustacheValues }
    }
    func shown(_ isNotice: Bool) -> [MustacheValues] {
      overview.findings.filter { $0.isNotice == isNotice }.map { finding in
        let place =
          finding.count == 1
          ? finding.place : words["rows_of_kind", "\(finding.count)", finding.place]
        return ["place": place, "text": finding.text]
      }
    }
    let (problems, notices) = (shown(false), shown(true))
    return [
      "has_roster": true, "file": roster.name, "good": words["sound_rows", "\(overview.good)"],
      "bad": overview.bad == 0 ? words["no_bad_rows"] : words["bad_rows", "\(overview.bad)"],
      "is_bad": overview.bad > 0, "has_sound": overview.good > 0,
      "sheets": overview.sheets.map { ["name": $0, "selected": $0 == overview.sheet] as MustacheValues },
      "has_sheets": overview.sheets.count > 1,
      "columns": columns, "has_columns": !columns.isEmpty,
      "extra": overview.extraColumns.map { ["name": $0] }, "has_extra": !overview.extraColumns.isEmpty,
      "notes": overview.notes.map { ["text": $0] }, "has_notes": !overview.notes.isEmpty,
      "problems": problems, "has_problems": !problems.isEmpty,
      "notices": notices, "has_notices": !notices.isEmpty,
    ]
  }

  /// What became of the run; that there is none so far, where there is none.
  private static func made(_ run: CaseloadRun?, _ words: SessionWords) -> MustacheValues {
    let choices = run?.choices ?? CaseloadRun.Choices()
    let formats = ["xlsx", "pdf", "html", "txt", "csv"].map { id -> MustacheValues in
      let isMissing = id == "pdf" && !OutputFormat.hasCompilerOfPDFs
      let title = words[isMissing ? "pdf_missing" : "file_\(id)"]
      return ["id": id, "title": title, "checked": choices.formats.contains { $0.id == id }]
    }
    let outputs = CaseloadRun.Output.allCases.map { output -> MustacheValues in
      [
        "id": output.rawValue, "title": words["output_\(output.rawValue)"],
        "checked": output == choices.output,
      ]
    }
    var values: MustacheValues = [
      "formats": formats, "outputs": outputs, "summarizes": choices.summarizes, "is_running": false,
    ]
    guard let run else { return values }
    switch run.end {
    case nil:
      values["is_running"] = true
      values["rows"] = run.count.rows
      values["total"] = run.total
    case .cancelled: values["run_state"] = words["run_cancelled"]
    case .failed(let lines): values["run_problem"] = lines.map { ["text": $0] }
    case .done(let result):
      let count = result.count
      values["run_state"] = words["run_done", "\(count.done)", "\(count.rejected)"]
      values["is_done"] = true
      values["has_summary"] = run.summaryPage() != nil
      values["files"] = run.files.map { name -> MustacheValues in
        let kind = name.hasPrefix("print") ? "print" : String(name.prefix { $0 != "." })
        return ["name": name, "title": words["download_\(kind)"], "is_rejects": kind == "rejects"]
      }
    }
    return values
  }

  private static func taken(_ taken: CaseloadDesk.Taken?, _ words: SessionWords) -> MustacheValues {
    guard let taken else { return [:] }
    return [
      "taken": words["taken_clients", "\(taken.created)"], "existing": taken.existing.map { ["id": $0] },
      "has_existing": !taken.existing.isEmpty,
    ]
  }
}

/// The clients of a roster as a table that can be searched.
private struct ClientList {
  private let clients: [DroppedRoster.Client]
  private let total: Int
  private let missing: [String: [ClientQuestion]]
  private let hasSummary: Bool
  private let today: CalendarDate

  private enum Filter: String, CaseIterable { case all, due, missing }

  init(_ roster: DroppedRoster, _ run: CaseloadRun?, today: CalendarDate) {
    clients = roster.clients
    total = roster.overview.good
    missing = run?.missing ?? [:]
    hasSummary = if case .done(let result) = run?.end { result.summary != nil } else { false }
    self.today = today
  }

  func values(_ query: [String: String], most: Int, _ fields: RosterWords, _ words: SessionWords)
    -> MustacheValues
  {
    let search = query["search"] ?? ""
    let filter = query["show"].flatMap(Filter.init) ?? .all
    let wanted = SearchText(search)
    let found = clients.filter { client in
      switch filter {
      case .all: true
      case .due: client.due.map { $0 <= today } ?? false
      case .missing: missing[client.id] != nil
      }
    }
    .filter { wanted.matches("\($0.name) \($0.id)") }
    let filters = Filter.allCases.filter { $0 != .missing || hasSummary }.map { one -> MustacheValues in
      ["id": one.rawValue, "title": words["show_\(one.rawValue)"], "selected": one == filter]
    }
    return [
      "clients": found.prefix(most).map { row($0, fields, words) }, "has_found": !found.isEmpty,
      "found": words["clients_found", "\(found.count)", "\(total)"],
      "is_cut": found.count > most || clients.count < total, "cut": words["clients_cut", "\(most)"],
      "search": search, "filters": filters, "shows_missing": hasSummary, "has_clients": total > 0,
      "is_searched": !search.isEmpty || filter != .all,
    ]
  }

  private func row(_ client: DroppedRoster.Client, _ fields: RosterWords, _ words: SessionWords)
    -> MustacheValues
  {
    let isOverdue = client.due.map { $0 < today } ?? false
    let questions = missing[client.id] ?? []
    return [
      "id": client.id, "shown_name": client.name.isEmpty ? client.id : client.name,
      "step": client.nextStep ?? "", "due": client.due?.iso,
      "due_class": isOverdue ? "overdue" : "due", "due_words": words[isOverdue ? "overdue" : "due"],
      "missing": questions.map { fields.name(of: $0.field) }.joined(separator: ", "),
    ]
  }
}

/// Words that are looked for, whatever their case.
private struct SearchText {
  private let words: [String]

  init(_ text: String) { words = text.lowercased().split(separator: " ").map(String.init) }

  func matches(_ text: String) -> Bool {
    guard !words.isEmpty else { return true }
    let text = text.lowercased()
    return words.allSatisfy { text.contains($0) }
  }
}
