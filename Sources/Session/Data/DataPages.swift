import AdvisingReport
import CareerData
import Export
import ReportWriters
import SafeFiles
import Tabular

/// The datasets in use, others to take, and files that renew one.
enum DataPages {
  static let routes = [
    SessionRoute(.get, "data", page), SessionRoute(.post, "data/use", use),
    SessionRoute(.post, "data/file", largestBody: SessionRoute.file, drop),
    SessionRoute(.post, "data/take-over", takeOver), SessionRoute(.post, "data/discard", discard),
    SessionRoute(.post, "data/back", back), SessionRoute(.get, "data/affected", affected),
    SessionRoute(.get, "data/changes.csv", changes),
  ]

  // MARK: - What changes it

  /// `{"dataset": name or folder}`.
  private static func use(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    let sent = [request.json?["path"], request.json?["dataset"]].compactMap { $0?.string }
    guard let name = sent.first(where: { !$0.isEmpty }) else {
      return .refusal(422, SessionWords(request.language)["no_dataset"])
    }
    let isShipped = DatasetLoader.shippedNames.contains(name)
    let place = isShipped ? name : try WholeFolder(existing: expanded(name)).path
    try await take(place == DatasetLoader.defaultName ? [] : [place], desk)
    return done
  }

  /// With the home folder for `~`, as people write it.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = UserFolders.home else { return path }
    return home + path.dropFirst()
  }

  /// The shipped data, for later sessions too.
  private static func back(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    try await take([], desk)
    return done
  }

  private static func takeOver(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    guard let names = try await OwnThread.run({ () throws(ExportFailure) in try desk.data.takeOver() }) else {
      return gone(request)
    }
    try await take(names, desk)
    return done
  }

  private static func take(_ names: [String], _ desk: Desk) async throws(ExportFailure) {
    try await OwnThread.run { () throws(ExportFailure) in
      try desk.take(datasets: names)
      try desk.data.keep(choice: names)
    }
    desk.data.discard()
    desk.data.clearNotices()
  }

  /// The bytes of a file of BLS as the body; `name` is what the person's file is called, `place` which of the datasets in
  /// use it renews.
  private static func drop(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    let (names, place) = (desk.datasetNames, Int(request.query["place"] ?? "") ?? 0)
    let (name, bytes, language) = (request.query["name"] ?? "", request.body, request.language)
    let renewal = try await OwnThread.run { () throws(ExportFailure) in
      let fresh = try DatasetRenewal(names, place: place, in: desk.data.own)
      let former = desk.data.renewal.flatMap {
        $0.names == fresh.names && $0.place == fresh.place ? $0 : nil
      }
      return try (former ?? fresh).adding(name, bytes, desk, language)
    }
    desk.data.replace(with: renewal)
    return done
  }

  private static func discard(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    desk.data.discard()
    return done
  }

  private static let done = SessionResponse.json(["done": true])

  private static func gone(_ request: SessionRequest) -> SessionResponse {
    .refusal(404, SessionWords(request.language)["no_renewal"])
  }

  // MARK: - What is asked for

  private static func affected(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    guard let page = desk.data.renewal?.affected?.page else { return gone(request) }
    return .framed(page)
  }

  private static func changes(_ request: SessionRequest, _ desk: Desk) -> SessionResponse {
    guard let renewal = desk.data.renewal else { return gone(request) }
    return .download(renewal.differenceTable, contentType: "text/csv; charset=utf-8", name: "changes.csv")
  }

  // MARK: - The page

  private static func page(_ request: SessionRequest, _ desk: Desk) async throws(ExportFailure)
    -> SessionResponse
  {
    let words = SessionWords(request.language)
    let today = desk.clock().day
    let language = try desk.template("standard", request.language).report.language
    let names = DatasetRenewal.single(desk.datasetNames)
    let used = names.filter { !DatasetFacts.isCatalogue($0) }
    var values: MustacheValues = [:]
    let facts = try await OwnThread.run { () throws(ExportFailure) -> [DatasetFacts] in
      var facts: [DatasetFacts] = []
      for name in used { facts.append(try DatasetFacts(name, language, today)) }
      return facts
    }
    values["used"] = facts.enumerated().map {
      $0.element.values(place: names.firstIndex(of: used[$0.offset]) ?? 0, words)
    }
    values["has_several"] = used.count > 1
    values["is_shipped"] = used == [DatasetLoader.defaultName]
    let others = DatasetLoader.shippedNames + desk.data.others(besides: desk.clients.path)
    values["others"] = others.enumerated().compactMap { number, name -> MustacheValues? in
      // One that does not read cannot be taken.
      guard !DatasetFacts.isCatalogue(name),
        let dataset = try? DatasetShelf([name], language: language).firstReported
      else { return nil }
      let isShipped = DatasetLoader.shippedNames.contains(name)
      return [
        "number": number, "name": name, "title": dataset.identity.title, "checked": used == [name],
        "place": isShipped ? words["shipped"] : name, "version": dataset.identity.version,
        "period": dataset.pay(of: .national).first?.period ?? "",
      ]
    }
    let notices = desk.data.notices()
    values["problems"] = notices.map { ["text": $0] }
    values["has_problems"] = !notices.isEmpty
    if let renewal = desk.data.renewal { values.merge(shown(renewal, words)) { $1 } }
    return SessionPage(request).response("data", title: words["data"], values)
  }

  private static func shown(_ renewal: DatasetRenewal, _ words: SessionWords) -> MustacheValues {
    var values: MustacheValues = [
      "has_renewal": true, "files": renewal.files.map { ["name": $0] },
      "lines": listed(renewal.lines), "is_changed": renewal.isChanged,
      "difference": listed(renewal.difference), "new_check": listed(renewal.check),
      "check_summary": renewal.check.last ?? "",
    ]
    if let affected = renewal.affected {
      values["affected"] = words["affected_clients", "\(affected.count)", "\(affected.clients)"]
      values["refused"] = listed(affected.problems)
      values["has_refused"] = !affected.problems.isEmpty
    }
    return values
  }

  /// A line each. What is shown keeps no line breaks.
  static func listed(_ lines: [String]) -> [MustacheValues] { lines.map { ["text": $0] } }
}

/// What the page says of a dataset in use.
private struct DatasetFacts: Sendable {
  private let name: String
  private let dataset: CareerDataset
  /// The last day of the wages; nil where they are undated.
  private let lastDay: CalendarDate?
  private let check: [String]
  private let today: CalendarDate

  /// - Parameter language: of its words, as far as it has them.
  init(_ name: String, _ language: String?, _ today: CalendarDate) throws(ExportFailure) {
    self.name = name
    self.today = today
    let input = try DatasetInput(folder: name)
    let shelf = try DatasetShelf([name], language: language)
    dataset = shelf.firstReported
    // Periods are read in the words of the dataset itself.
    lastDay = shelf.first.pay(of: .national).first.flatMap { PeriodText.lastDay(of: $0.period) }
    check = DatasetCheckReport(input, asOf: today).lines
  }

  func values(place: Int, _ words: SessionWords) -> MustacheValues {
    let isShipped = DatasetLoader.shippedNames.contains(name)
    let (identity, occupation) = (dataset.identity, dataset.occupation)
    let sources = dataset.records.sources.map { source in
      [
        "title": "\(source.publisher): \(source.title)", "period": source.period,
        "age": source.lastDay.map { age($0, words) } ?? words["undated"],
      ] as MustacheValues
    }
    let pay = dataset.pay(of: .national).first
    return [
      "place": place, "title": identity.title, "name": identity.name, "version": identity.version,
      "hash": String(identity.contentHash.prefix(12)), "occupation": occupation.title,
      "soc": occupation.socCode, "from": isShipped ? words["shipped"] : name,
      "wages": pay?.period ?? words["none"], "age": lastDay.map { age($0, words) } ?? words["undated"],
      "sources": sources, "check": DataPages.listed(check), "check_summary": check.last ?? "",
      "first": place == 0,
    ]
  }

  /// Whether a name means a catalogue of all occupations and no dataset.
  static func isCatalogue(_ name: String) -> Bool {
    name == CatalogueLoader.shippedName
      || ((try? DatasetLoader.files(folder: name)).map(Catalogue.isMade) ?? false)
  }

  /// How long ago a day was, in whole years, and in months below two years.
  private func age(_ day: CalendarDate, _ words: SessionWords) -> String {
    let months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day ? 1 : 0)
    switch months {
    case ..<1: return words["age_new"]
    case 1: return words["age_month"]
    case 2..<24: return words["age_months", "\(months)"]
    default: return words["age_years", "\(months / 12)"]
    }
  }
}
