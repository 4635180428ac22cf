import CareerData
import ReportModel
import Synchronization

/// The largest table of the what-if, which is the same for every client of a dataset: made once for a caseload.
final class AreaTable: Sendable {
  private struct Key: Equatable {
    let contentHash: String
    /// A dataset in another language has the same hash.
    let title: String
  }

  private let known = Mutex<(key: Key, table: WhatIfTable)?>(nil)

  func table(_ words: WhatIfWords) -> WhatIfTable {
    let dataset = words.context.dataset
    let key = Key(contentHash: dataset.identity.contentHash, title: dataset.identity.title)
    if let known = known.withLock({ $0 }), known.key == key, !key.contentHash.isEmpty { return known.table }
    let table = WhatIfTables(words: words).areas
    known.withLock { $0 = (key, table) }
    return table
  }
}
