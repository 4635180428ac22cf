import Advising
import CareerData
import Export
import SafeFiles
import Tabular

/// The form of one client: what stands in the file, and what is typed over it.
struct ClientForm {
  private let client: StoredClient
  init(_ client: StoredClient, _ desk: Desk, _ language: SessionLanguage) throws(ExportFailure) {
    self.client = client
  }
  var shownName: String { client.id }
  var hasProblems: Bool { false }
  var markup: String { "" }
  mutating func take(_ values: JSONNode) {}
  var profile: [UInt8] { client.bytes }
  var draft: [UInt8]? { nil }
  var problems: JSONText { [:] }
  var values: JSONText { [:] }
  func matches(_ field: String, _ text: String) -> [(value: String, title: String)] { [] }
}
