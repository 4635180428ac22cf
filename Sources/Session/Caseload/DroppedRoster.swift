import Advising
import CareerData
import Caseload
import Export
import SafeFiles

/// A roster that was dropped on the page, in a private folder that goes with it, and what it was understood to be.
struct DroppedRoster: Sendable {
  /// A client of the roster, for the table of the page.
  struct Client: Sendable, Equatable {
    var id: String
    /// Empty where the roster has none.
    var name: String
    var nextStep: String?
    /// Of the open step that is due first.
    var due: CalendarDate?
  }

  /// As many clients as the page lists; all of them get reports.
  static let mostListed = 20_000
  private static let fileName = "roster"

  /// As the person's file is called.
  let name: String
  let file: RosterFile
  let overview: RosterOverview
  /// The first ones of the sound rows.
  let clients: [Client]
  /// Of the datasets by which it was read.
  let contentHash: String
  private let folder: UnfinishedFolder

  /// Keeps the bytes and reads them.
  ///
  /// - Parameter own: what the session keeps.
  /// - Throws: why the roster cannot be read at all, in words with its own name.
  init(named name: String, _ bytes: [UInt8], in own: PrivateFolder, _ datasets: DatasetShelf)
    throws(ExportFailure)
  {
    let folder: UnfinishedFolder
    do throws(SystemError) { folder = try UnfinishedFolder(in: own.path) } catch {
      throw error.creating(own.path)
    }
    try OutputFolder.write(bytes, to: "\(folder.path)/\(Self.fileName)")
    try self.init(named: name, in: folder, sheet: nil, datasets)
  }

  private init(
    named name: String, in folder: UnfinishedFolder, sheet: String?, _ datasets: DatasetShelf
  ) throws(ExportFailure) {
    self.name = name
    self.folder = folder
    contentHash = datasets.contentHash
    let path = "\(folder.path)/\(Self.fileName)"
    var clients: [Client] = []
    do throws(ExportFailure) {
      file = try RosterFile(path, sheet: sheet)
      overview = try RosterCheck(datasets: datasets).overview(of: file) { (reading) throws(ExportFailure) in
        if clients.count < Self.mostListed { clients.append(Client(reading.profile)) }
      }
    } catch { throw error.named(name, insteadOf: path) }
    self.clients = clients
  }

  /// The same file, read anew.
  ///
  /// - Parameter sheet: of a workbook; nil for the one that it is read from now.
  func reread(sheet: String?, _ datasets: DatasetShelf) throws(ExportFailure) -> DroppedRoster {
    try DroppedRoster(named: name, in: folder, sheet: sheet ?? overview.sheet, datasets)
  }

  /// Removes the file.
  func discard() { folder.remove() }
}

extension DroppedRoster.Client {
  fileprivate init(_ profile: ClientProfile) {
    let open = (profile.agreedSteps ?? []).filter { $0.done == nil }
    let next = open.min { ($0.due?.iso ?? "~") < ($1.due?.iso ?? "~") }
    self.init(id: profile.id, name: profile.name ?? "", nextStep: next?.text, due: next?.due)
  }
}

extension ExportFailure {
  /// The same about a file by the name that the person knows, and not by the one under which the session keeps it.
  func named(_ name: String, insteadOf path: String) -> ExportFailure {
    switch self {
    case .badData(path, let problems): .badData(path: name, problems: problems)
    case .missingInput(path, let reason): .missingInput(path: name, reason: reason)
    case .readFailed(path, let reason): .readFailed(path: name, reason: reason)
    default: self
    }
  }
}
