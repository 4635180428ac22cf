import Advising
import CareerData
import Caseload
import Export
import SafeFiles
import Synchronization

/// The caseload of a session: one roster, and one run over it, at a time. Both lie in private folders which go when they are
/// discarded or replaced and when the session ends; what a killed session has left is removed by the next one.
final class CaseloadDesk: Sendable {
  /// What became of the clients that were taken into the folder.
  struct Taken: Sendable, Equatable {
    var created = 0
    /// Ids that clients had already, archived ones too; those clients are as they were.
    var existing: [String] = []
  }

  private struct State {
    var roster: DroppedRoster?
    var run: CaseloadRun?
    var taken: Taken?
  }

  /// What the session itself keeps.
  let folder: PrivateFolder
  private let state = Mutex(State())

  init(_ folder: PrivateFolder) {
    self.folder = folder
    UnfinishedFolder.sweep(folder.path)
  }

  var roster: DroppedRoster? { state.withLock { $0.roster } }
  var run: CaseloadRun? { state.withLock { $0.run } }
  var taken: Taken? { state.withLock { $0.taken } }

  /// Puts a roster in the place of the former one and of what was made of it.
  ///
  /// - Parameter roster: nil for none.
  /// - Returns: false while a run goes on; then nothing is changed.
  func replace(with roster: DroppedRoster?) -> Bool {
    let former = state.withLock { state -> State? in
      guard state.run.map({ $0.end != nil }) ?? true else { return nil }
      defer { state = State(roster: roster) }
      return state
    }
    guard let former else { return false }
    former.run?.discard()
    // The same file read anew stays.
    if former.roster?.file.path != roster?.file.path { former.roster?.discard() }
    return true
  }

  /// Puts the same roster, read by other datasets, in its place; what was made of it stays.
  func renew(_ roster: DroppedRoster) {
    state.withLock { state in
      if state.roster?.file.path == roster.file.path { state.roster = roster }
    }
  }

  /// Starts a run, in the place of a former one that has ended.
  ///
  /// - Returns: false while another one goes on, and without a roster.
  func start(_ make: (DroppedRoster) throws(ExportFailure) -> CaseloadRun) throws(ExportFailure) -> Bool {
    let (isStarted, former) = try state.withLock {
      (state) throws(ExportFailure) -> (Bool, CaseloadRun?) in
      guard let roster = state.roster, state.run.map({ $0.end != nil }) ?? true else { return (false, nil) }
      let former = state.run
      state.run = try make(roster)
      return (true, former)
    }
    former?.discard()
    return isStarted
  }

  /// Makes a client of each sound row.
  func take(into clients: ClientFolder, _ datasets: DatasetShelf, at time: SessionTime) throws(ExportFailure)
  {
    guard let roster else { return }
    var taken = Taken()
    _ = try RosterCheck(datasets: datasets).overview(of: roster.file) { (reading) throws(ExportFailure) in
      let id = reading.profile.id
      if try clients.create(id, reading.file, at: time) == nil {
        taken.existing.append(id)
      } else {
        taken.created += 1
      }
    }
    state.withLock { [taken] in $0.taken = taken }
  }

  /// Ends a run and removes everything.
  func end() {
    let former = state.withLock { state in
      defer { state = State() }
      return state
    }
    former.run?.discard()
    former.roster?.discard()
  }
}
