import AdvisingReport
import CareerData
import Export
import SafeFiles
import Synchronization

extension SessionLanguage {
  /// The name of a shipped template in this language.
  func template(_ name: String) -> String { self == .english ? name : "\(name)-\(rawValue)" }
}

/// What the pages work on: the clients, the data and the templates.
package final class Desk: Sendable {
  let clients: ClientFolder
  let clock: @Sendable () -> SessionTime
  /// The roster that was dropped, and what became of it.
  let caseload: CaseloadDesk
  /// Files that are to renew a dataset.
  let data: DataDesk
  private let state: Mutex<State>
  private let isToEnd = Atomic(false)

  /// What is read once and asked for by every page.
  private struct State {
    /// Names or folders of datasets, as `--dataset` takes them.
    var datasetNames: [String]
    var shelves: [SessionLanguage: DatasetShelf] = [:]
    var templates: [String: LoadedTemplate] = [:]
  }

  /// - Parameters:
  ///   - datasetNames: as `--dataset` takes them; none for the shipped one.
  ///   - clock: the time and the day of every save and report.
  /// - Throws: every problem of a dataset that does not read.
  package init(
    clients: ClientFolder, datasetNames: [String], clock: @escaping @Sendable () -> SessionTime
  ) throws(ExportFailure) {
    self.clients = clients
    self.clock = clock
    caseload = CaseloadDesk(clients.ownFiles)
    data = try DataDesk(clients.ownFiles, given: datasetNames)
    let chosen = datasetNames.isEmpty ? data.choice() : datasetNames
    state = Mutex(State(datasetNames: chosen))
    do throws(ExportFailure) { _ = try shelf(.english) } catch {
      guard datasetNames.isEmpty, !chosen.isEmpty else { throw error }
      // What was chosen once may be gone: the session starts all the same, and its page on data says so.
      data.tell(error)
      try take(datasets: [])
    }
  }

  /// Ends what goes on, and removes what was only for this session.
  package func end() {
    caseload.end()
    data.discard()
  }

  /// The datasets, with reports in a language.
  func shelf(_ language: SessionLanguage) throws(ExportFailure) -> DatasetShelf {
    if let known = state.withLock({ $0.shelves[language] }) { return known }
    let template = try template("standard", language)
    let shelf = try DatasetShelf(datasetNames, language: template.report.language)
    state.withLock { $0.shelves[language] = shelf }
    return shelf
  }

  /// A shipped template in a language.
  func template(_ name: String, _ language: SessionLanguage) throws(ExportFailure) -> LoadedTemplate {
    let full = language.template(name)
    if let known = state.withLock({ $0.templates[full] }) { return known }
    let template = try TemplateLoader.load(full)
    state.withLock { $0.templates[full] = template }
    return template
  }

  func inputs(_ template: String, _ language: SessionLanguage) throws(ExportFailure) -> ReportInputs {
    ReportInputs(datasets: try shelf(language), template: try self.template(template, language))
  }

  /// Whether somebody has asked for the end of the session.
  var isAskedToEnd: Bool { isToEnd.load(ordering: .relaxed) }

  /// Ends the session once the answer to this request was sent.
  func askForEnd() { isToEnd.store(true, ordering: .relaxed) }

  /// The names of the datasets in use, as `--dataset` takes them.
  var datasetNames: [String] { state.withLock { $0.datasetNames } }

  /// Takes other datasets from now on.
  ///
  /// - Throws: every problem of a dataset that does not read; then the former ones stay.
  func take(datasets names: [String]) throws(ExportFailure) {
    let template = try template("standard", .english)
    let shelf = try DatasetShelf(names, language: template.report.language)
    state.withLock { state in
      state.datasetNames = names
      state.shelves = [.english: shelf]
    }
  }
}
