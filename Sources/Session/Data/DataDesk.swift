import CareerData
import Export
import SafeFiles
import Synchronization
import Tabular

/// Which datasets the sessions on a folder use, and files that are to renew one of them.
///
/// ```
/// FOLDER/.pathbook/data/choice.json        the datasets in use, when they are not the shipped one
/// FOLDER/.pathbook/data/NAME-HASH/         a dataset that was renewed here and taken over
/// ```
final class DataDesk: Sendable {
  private static let choiceFile = "choice.json"

  private struct State {
    var renewal: DatasetRenewal?
    var notices: [String] = []
  }

  /// What the session itself keeps.
  let own: PrivateFolder
  private let folder: PrivateFolder
  /// The datasets that the command was given.
  let given: [String]
  private let state = Mutex(State())

  init(_ own: PrivateFolder, given: [String]) throws(ExportFailure) {
    self.own = own
    self.given = given
    folder = try own.folder("data")
  }

  // MARK: - The choice

  /// The datasets that an earlier session on the folder has chosen; none for the shipped one.
  func choice() -> [String] {
    guard let bytes = try? folder.read(Self.choiceFile, largestBytes: 1 << 16),
      let names = (try? JSONDocument(bytes))?.root["datasets"]?.elements
    else { return [] }
    return names.compactMap(\.string)
  }

  /// Keeps a choice for later sessions.
  ///
  /// - Parameter names: none for the shipped dataset.
  func keep(choice names: [String]) throws(ExportFailure) {
    guard !names.isEmpty else { return folder.remove(Self.choiceFile) }
    let text: JSONText = ["datasets": .array(names.map { .string($0) })]
    try folder.write(Self.choiceFile, text.bytes)
  }

  /// The datasets that can be taken besides the shipped ones: those the command was given, those that were taken over here,
  /// and those that lie in the folder of the clients.
  func others(besides clients: String) -> [String] {
    func datasets(in path: String) -> [String] {
      ((try? FolderTree.names(path)) ?? []).filter { !$0.hasPrefix(".") }.sorted().map { "\(path)/\($0)" }
        .filter { InputFile.isThere("\($0)/\(DatasetFiles.packageName)") }
    }
    let all = given + datasets(in: folder.path) + datasets(in: clients)
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: - Renewal

  var renewal: DatasetRenewal? { state.withLock { $0.renewal } }

  func replace(with renewal: DatasetRenewal?) {
    let former = state.withLock { state in
      defer { state.renewal = renewal }
      return state.renewal
    }
    if former?.folder.path != renewal?.folder.path { former?.folder.remove() }
  }

  /// Makes the renewed dataset one that lasts.
  ///
  /// - Returns: the datasets in use with the new one in the place of the old; nil where nothing is to be taken over.
  func takeOver() throws(ExportFailure) -> [String]? {
    guard let renewal, renewal.isChanged else { return nil }
    let input = try DatasetInput(folder: renewal.draft)
    let identity = try input.dataset().identity
    let name = String(identity.name.split(separator: "/").last ?? "dataset").filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
    }
    let path = folder.place(of: "\(name)-\(identity.contentHash.prefix(12))")
    // The same content is there already.
    if !InputFile.isThere(path) { _ = try DatasetPlace.create(path, input.files) }
    return renewal.names(with: path)
  }

  /// Forgets the files that were dropped.
  func discard() { replace(with: nil) }

  // MARK: - What the page has to say

  /// Told once on the page.
  func tell(_ failure: ExportFailure) { state.withLock { $0.notices += failure.lines } }

  func notices() -> [String] { state.withLock { $0.notices } }

  func clearNotices() { state.withLock { $0.notices = [] } }
}
