import CareerData
import Export
import ReportWriters

/// What a batch writes, and how.
public struct BatchOptions: Sendable {
  public enum Layout: String, Sendable, CaseIterable {
    /// All files in one folder.
    case flat
    /// Files in 256 folders, `ab/client-id.xlsx`.
    case fanned
  }

  /// One archive instead of a folder of files.
  public enum Pack: String, Sendable, CaseIterable { case zip, tar }

  public var export = ReportExporter.Options()
  /// Clients worked on at the same time.
  public var jobs = 1
  /// Continues a batch that was interrupted.
  public var resumes = false
  /// Ends after so many rows; nil for all.
  public var limit: Int?
  /// Nil: fanned for a roster of ``OutputTree/fannedFrom`` rows or more, flat below and for standard input.
  public var layout: Layout?
  /// Nil for a folder.
  public var pack: Pack?
  /// Leaves out names and notes.
  public var redacts = false
  /// One tidy CSV of all clients beside the files.
  public var combinesCSV = false
  /// Counts over the whole caseload beside the files.
  public var summarizes = false
  /// One PDF of all clients beside the files, in the roster's order, to be printed at once; nil for none.
  public var printSides: PrintSides?
  /// Of every report; nil for the date of its profile, else that of the batch that is resumed, else `today`.
  public var reportDate: CalendarDate?
  /// The share of the roster that is worked on; nil for all of it.
  public var shard: Shard?

  public init() {}

  /// Whether a file is asked for that covers the whole caseload.
  var coversCaseload: Bool { combinesCSV || summarizes || printSides != nil }
}
