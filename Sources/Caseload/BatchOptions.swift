import CareerData
import Export
import SafeFiles

/// What a batch writes, and how.
public struct BatchOptions: Sendable {
  public enum Layout: String, Sendable, CaseIterable {
    /// All files in one folder.
    case flat
    /// Files in 256 folders, `ab/client-id.xlsx`.
    case fanned
  }

  /// One archive in place of a folder of files.
  public enum Pack: String, Sendable, CaseIterable { case zip, tar }

  public var export = ReportExporter.Options()
  /// Clients in hand at the same time.
  public var jobs = 1
  /// Goes on with a batch that was interrupted.
  public var resumes = false
  /// Ends after so many clients; nil for all.
  public var limit: Int?
  /// Nil: fanned for a roster of ``OutputTree/fannedFrom`` rows or more, flat below and for standard input.
  public var layout: Layout?
  /// Nil for a folder.
  public var pack: Pack?
  /// Leaves out names and notes.
  public var redacts = false
  /// One tidy CSV of all clients beside the files.
  public var combinesCSV = false
  /// Counts over the caseload beside the files.
  public var summarizes = false
  /// Of every report; nil for the date of its profile, else that of the batch that is resumed, else `today`.
  public var reportDate: CalendarDate?

  public init() {}
}

/// How far a batch is.
public struct BatchCount: Sendable, Equatable {
  /// Clients whose files were written.
  public var done = 0
  /// Clients whose files were there already.
  public var kept = 0
  /// Rows that are in the list of rejects.
  public var rejected = 0
  /// Clients with values that were read and that somebody should look at.
  public var noticed = 0
  /// The bytes of the files that were written.
  public var bytes = 0

  public var rows: Int { done + kept + rejected }
}

/// How a batch ended.
public struct BatchResult: Sendable, Equatable {
  public let count: BatchCount
  /// The rows of the roster; nil when they were not counted.
  public let total: Int?
  /// The signal that ended it early.
  public let signal: Int32?
  /// Why it stopped before its end; what was finished until then stays.
  public let failure: ExportFailure?
  /// The room that the rest needs beyond what is free, when the disk was full and the rest is known.
  public let missingBytes: Int?

  /// As sysexits.h names them; 128 and the number of a signal.
  public var exitCode: Int32 {
    if let signal { return 128 + signal }
    return failure?.exitCode ?? (count.rejected > 0 ? 65 : 0)
  }
}
