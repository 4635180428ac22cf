import Advising
import SafeFiles
import Tabular

/// What a merge needs to know of a part and no other file of it tells, `merge.ndjson`: of each line of the journal, in their order,
/// where the row stands in the roster, and how many bytes of the combined CSV or of the list of rejects are its; then the
/// numbers of the summary.
struct PartIndex: Sendable {
  static let name = "merge.ndjson"
  /// Refused rows of a workbook with their cells, of which a list of all rows can be written.
  static let rejectsName = "merge.rejects"

  let file: AppendFile

  init(in tree: OutputTree) throws(ExportFailure) {
    file = try AppendFile("\(tree.unfinished)/\(Self.name)", shownAs: "\(tree.root)/\(Self.name)")
  }

  func add(_ rows: [IndexedRow]) throws(ExportFailure) {
    guard !rows.isEmpty else { return }
    try file.append(rows.flatMap { Array($0.line.utf8) })
  }

  /// - Parameters:
  ///   - rejects: how the list of rejects of a workbook is written; nil for other forms, and for none.
  func finish(summary: CaseloadSummary?, rejects: RejectWorkbook?) throws(ExportFailure) {
    var members: [(name: String, value: JSONText)] = []
    if let summary { members.append(("summary", summary.json)) }
    if let rejects { members.append(("workbook", rejects.json)) }
    try file.append(Array((JSONText.object([("end", .object(members))]).compact + "\n").utf8))
  }

  /// A row of the roster that is the part's.
  struct IndexedRow: Sendable, Equatable {
    /// Where it stands in the roster, from 0.
    let number: Int
    let isRejected: Bool
    /// Of the list of rejects, or of the combined CSV.
    let bytes: Int

    var line: String { "{\"row\":\(number),\"\(isRejected ? "reject" : "csv")\":\(bytes)}\n" }

    init(number: Int, isRejected: Bool, bytes: Int) {
      (self.number, self.isRejected, self.bytes) = (number, isRejected, bytes)
    }

    /// Nil for what is none.
    init?(_ node: JSONNode) {
      guard let number = node["row"]?.integer, number >= 0 else { return nil }
      let reject = node["reject"]?.integer
      guard let bytes = reject ?? node["csv"]?.integer, bytes >= 0 else { return nil }
      self.init(number: number, isRejected: reject != nil, bytes: bytes)
    }
  }
}
