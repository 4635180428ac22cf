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
