import Advising
import CareerData
import SafeFiles
import Tabular

/// A line of the list of clients. It is read without the dataset, so that a list of thousands is there at once.
struct ClientEntry: Sendable, Equatable, Comparable {
  let id: String
  /// Empty where the profile has none.
  let name: String
  /// The day on which the profile last changed.
  let seen: CalendarDate?
  /// The open step that is due first; one without a day comes last.
  let nextStep: Step?
  /// False for a file that is no profile.
  let isReadable: Bool

  struct Step: Sendable, Equatable {
    let text: String
    let due: CalendarDate?
  }

  /// - Parameter bytes: nil for a file that cannot be read.
  init(id: String, stamp: PrivateFolder.Stamp, bytes: [UInt8]?) {
    self.id = id
    seen = stamp.time.date
    let root = bytes.flatMap { try? JSONDocument($0).root }
    isReadable = root?.members != nil
    name = root?[ProfileField.name.rawValue]?.string ?? ""
    let steps = (root?[ProfileField.agreedSteps.rawValue]?.elements ?? []).compactMap(Step.init(open:))
    nextStep = steps.min { ($0.due?.iso ?? "~") < ($1.due?.iso ?? "~") }
  }

  static func < (one: ClientEntry, other: ClientEntry) -> Bool {
    (one.sortKey, one.id) < (other.sortKey, other.id)
  }

  private var sortKey: String { (name.isEmpty ? id : name).lowercased() }
}

extension ClientEntry.Step {
  /// Nil for one that is done.
  fileprivate init?(open node: JSONNode) {
    guard let text = node["text"]?.string, node["done"]?.string == nil else { return nil }
    self.init(text: text, due: node["due"]?.string.flatMap(CalendarDate.init(iso:)))
  }
}
