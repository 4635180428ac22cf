import Tabular

/// The text of `datapackage.json`, changed only where it must be: the rest stays as its author wrote it.
package struct PackageText: Sendable, Equatable {
  package private(set) var bytes: [UInt8]

  /// - Parameter bytes: a JSON object, known to be valid.
  package init(validJSON bytes: [UInt8]) { self.bytes = bytes }

  /// The texts of the elements of a list; empty when the package has no such list.
  package func elements(_ key: String) -> [[UInt8]] {
    list(key)?.elements.map { Array(bytes[$0.range]) } ?? []
  }

  /// Writes another text as the value of a key; a key that is not there stays out.
  package mutating func set(_ key: String, to text: String) {
    guard let node = member(key) else { return }
    bytes.replaceSubrange(node.range, with: JSONText.string(text).compact.utf8)
  }

  /// Adds an element to a list, laid out as those before it; without such a list nothing is added.
  ///
  /// - Parameter index: where it will stand; the end when nil.
  package mutating func insert(_ element: [UInt8], into key: String, at index: Int? = nil) {
    guard let list = list(key) else { return }
    let places = list.elements.map(\.range)
    guard let first = places.first else {
      bytes.replaceSubrange(list.range, with: Array("[\n    ".utf8) + element + Array("\n  ]".utf8))
      return
    }
    // What stands between the bracket and the first element begins each line of the list.
    let margin = bytes[(list.range.lowerBound + 1)..<first.lowerBound]
    let comma = [UInt8(ascii: ",")]
    if let index, index < places.count {
      bytes.insert(contentsOf: element + comma + margin, at: places[index].lowerBound)
    } else {
      bytes.insert(contentsOf: comma + margin + element, at: places[places.count - 1].upperBound)
    }
  }

  /// Takes an element out of a list.
  package mutating func remove(from key: String, at index: Int) {
    guard let places = list(key)?.elements.map(\.range), places.indices.contains(index) else { return }
    if index > 0 {
      bytes.removeSubrange(places[index - 1].upperBound..<places[index].upperBound)
    } else if places.count > 1 {
      bytes.removeSubrange(places[0].lowerBound..<places[1].lowerBound)
    } else {
      bytes.removeSubrange(places[0])
    }
  }

  private func member(_ key: String) -> JSONOutline.Node? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let object = JSONOutline(validJSON: text).root.elements[0]
    return object.members.first { $0.key == key }?.node
  }

  private func list(_ key: String) -> JSONOutline.Node? {
    guard let node = member(key), bytes[node.range.lowerBound] == UInt8(ascii: "[") else { return nil }
    return node
  }
}

/// The tables that a package describes, to be described in the same words in another package.
public struct TableCatalog: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let path: String
    package let columns: [String]
    /// The resource as it stands in `datapackage.json`.
    package let text: [UInt8]
  }

  private let entries: [Entry]

  /// - Parameter package: the bytes of a `datapackage.json`; what cannot be read of it is not in the catalog.
  public init(package: [UInt8]) {
    var log = ProblemLog()
    guard let resources = DataPackage(package, log: &log), resources.isComplete else {
      entries = []
      return
    }
    let texts = PackageText(validJSON: package).elements("resources")
    entries = zip(resources.resources, texts).map { resource, text in
      Entry(name: resource.name, path: resource.path, columns: resource.fields.map(\.name), text: text)
    }
  }

  package func entry(_ table: CareerDataset.Table) -> Entry? { entries.first { $0.name == table.rawValue } }
}

extension String {
  /// The text as an id of a dataset: `Pharmacy Technicians (2025)` is `pharmacy-technicians-2025`.
  package var asID: String {
    let words = lowercased().unicodeScalars.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
  }
}
