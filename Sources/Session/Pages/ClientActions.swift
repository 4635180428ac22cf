import Advising
import CareerData
import SafeFiles
import Tabular

/// What the pages change about clients. Each answers in JSON what the page needs to go on.
enum ClientActions {
  static let routes = [
    SessionRoute(.post, "end", end), SessionRoute(.post, "clients/new", create),
    SessionRoute(.post, "client/*/duplicate", duplicate),
    SessionRoute(.post, "client/*/archive", archive), SessionRoute(.post, "client/*/restore", restore),
    SessionRoute(.post, "client/*/delete", delete), SessionRoute(.post, "client/*/save", save),
    SessionRoute(.post, "client/*/versions/*", takeVersion), SessionRoute(.get, "client/*/search/*", search),
  ]

  private static func end(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    desk.askForEnd()
    return done(true)
  }

  /// `{"id": …}`; 409 for an id that is taken, 422 for one that is none.
  private static func create(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse
  {
    guard let id = request.json?["id"]?.string, ClientFolder.isID(id) else { return refused(422) }
    let profile: JSONText = ["id": .string(id)]
    return try created(desk.clients.create(id, profile.bytes, at: desk.clock()))
  }

  /// A new client with all that is known of another one but the id.
  private static func duplicate(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    guard let client = try desk.clients.client(request.path[1]) else { return refused(404) }
    guard let id = request.json?["id"]?.string, ClientFolder.isID(id) else { return refused(422) }
    let members = (try? JSONDocument(client.bytes).root.members) ?? []
    let copied = members.filter { $0.key != ProfileField.id.rawValue }.map { ($0.key, JSONText($0.node)) }
    let profile = JSONText.object([(ProfileField.id.rawValue, .string(id))] + copied)
    return try created(desk.clients.create(id, profile.bytes, at: desk.clock()))
  }

  private static func created(_ client: StoredClient?) -> SessionResponse {
    guard let client else { return refused(409) }
    return .json(["address": .string("/client/\(client.id)")])
  }

  private static func archive(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    try done(desk.clients.archive(request.path[1]))
  }

  private static func restore(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    try done(desk.clients.restore(request.path[1]))
  }

  private static func delete(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse
  {
    try done(desk.clients.deleteForGood(request.path[1]))
  }

  private static func done(_ isDone: Bool) -> SessionResponse {
    isDone ? .json(["done": true]) : refused(404)
  }

  private static func refused(_ status: Int) -> SessionResponse { .json(["done": false], status: status) }

  /// Saves what is in the form: `{"revision": …, "inputs": [[name, value], …]}`.
  ///
  /// Sound fields are saved, whatever the others hold; the others come back with their messages, and stay as a draft.
  /// 409 with what the form of the file would have where that was changed since the page read it.
  private static func save(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse {
    guard let sent = request.json, let revision = sent["revision"]?.string, let inputs = sent["inputs"] else {
      return refused(422)
    }
    guard let current = try desk.clients.client(request.path[1]) else { return refused(404) }
    var form = try ClientForm(current, desk, request.language)
    form.take(inputs)
    let time = desk.clock()
    switch try desk.clients.save(current.id, form.profile, over: revision, at: time) {
    case .saved(let client):
      try desk.clients.keepDraft(form.draft, of: client.id)
      return .json([
        "revision": .string(client.revision), "name": .string(form.shownName), "problems": form.problems,
        "notices": form.notices, "isOtherForm": .bool(form.isOfOtherOccupation),
      ])
    case .changedMeanwhile(let client):
      let theirs = try ClientForm(client, desk, request.language)
      return .json(["revision": .string(client.revision), "inputs": theirs.inputs], status: 409)
    case .gone: return refused(404)
    }
  }

  /// Makes an earlier version the present one; the one it replaces is a version too.
  private static func takeVersion(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure)
    -> SessionResponse
  {
    let id = request.path[1]
    guard let client = try desk.clients.client(id),
      let bytes = try desk.clients.version(request.path[3], of: id)
    else { return refused(404) }
    let saving = try desk.clients.save(id, bytes, over: client.revision, at: desk.clock())
    try desk.clients.keepDraft(nil, of: id)
    if case .saved = saving { return done(true) }
    return refused(409)
  }

  /// What a field of the form may mean: `[{"value": …, "title": …}]`.
  private static func search(_ request: SessionRequest, _ desk: Desk) throws(ExportFailure) -> SessionResponse
  {
    guard let client = try desk.clients.client(request.path[1]) else { return refused(404) }
    let form = try ClientForm(client, desk, request.language)
    let matches = form.matches(request.path[3], request.query["text"] ?? "")
    return .json(.array(matches.map { ["value": .string($0.value), "title": .string($0.title)] }))
  }
}
