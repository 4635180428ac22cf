import Foundation
import Testing

/// The public declarations of the libraries, as the compiler knows them.
enum LibrarySurface {
  /// The products, and the rooms of which the product Pathbook passes types on.
  static let modules = [
    "Advising", "CareerData", "Export", "Pathbook", "ReportModel", "SafeFiles", "Tabular",
  ]

  static let missing: Comment =
    "needs swift-symbolgraph-extract of Swift 6.3, which words declarations as the records do"

  static var isReadable: Bool {
    #if compiler(>=6.3) && compiler(<6.4)
      extractor != nil
    #else
      false
    #endif
  }

  /// A line for each declaration and each conformance.
  static func declarations(of module: String) throws -> Set<String> {
    let folder = try TestFolder()
    let triple = build.deletingLastPathComponent().lastPathComponent
    let words =
      ["-module-name", module, "-target", triple, "-output-dir", folder.path]
      + ["-minimum-access-level", "public", "-skip-synthesized-members", "-omit-extension-block-symbols"]
      + ["-I", build.appendingPathComponent("Modules").path] + cModules
    let result = try Command(words: [extractor ?? "swift-symbolgraph-extract"]).run(words)
    guard result.exitCode == 0 else { throw Failure.notExtracted(result.errors) }
    var lines: Set<String> = []
    for name in try folder.names() where name.hasSuffix(".symbols.json") {
      let graph = try JSONDecoder().decode(Graph.self, from: folder.bytes(name))
      let paths = Dictionary(
        graph.symbols.map { ($0.identifier.precise, $0.path) }, uniquingKeysWith: { first, _ in first })
      for symbol in graph.symbols { lines.insert("\(symbol.path): \(symbol.declaration)") }
      for relation in graph.relationships where relation.kind == "conformsTo" {
        guard let path = paths[relation.source],
          let target = paths[relation.target] ?? relation.targetFallback,
          !impliedProtocols.contains(target)
        else { continue }
        lines.insert("\(path) conforms to \(target)")
      }
    }
    return lines
  }

  enum Failure: Error { case notExtracted([String]) }

  /// Which the compiler adds to every type.
  private static let impliedProtocols = ["Swift.Copyable", "Swift.Escapable", "Swift.SendableMetatype"]

  private struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Identifier: Decodable { let precise: String }
      struct Fragment: Decodable { let spelling: String }

      let identifier: Identifier
      let pathComponents: [String]
      let declarationFragments: [Fragment]?

      var path: String { pathComponents.joined(separator: ".") }
      var declaration: String { (declarationFragments ?? []).map(\.spelling).joined() }
    }

    struct Relationship: Decodable {
      let kind: String
      let source: String
      let target: String
      let targetFallback: String?
    }

    let symbols: [Symbol]
    let relationships: [Relationship]
  }

  /// The folder of the tests' own build.
  private static let build = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  private static let extractor: String? = {
    let name = "swift-symbolgraph-extract"
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    // The compiler on the PATH may be a link to where its tools are.
    let places = folders.flatMap { folder in
      [
        folder,
        URL(fileURLWithPath: "\(folder)/swift").resolvingSymlinksInPath().deletingLastPathComponent().path,
      ]
    }
    return places.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Where the C modules are declared that modules of Swift import.
  private static let cModules: [String] = {
    let files = FileManager.default
    let checkouts = build.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("checkouts").path
    let shims = ["swift-numerics/Sources/_NumericsShims", "Yams/Sources/CYaml"].map {
      "\(checkouts)/\($0)/include"
    }
    let rooms = (try? files.contentsOfDirectory(atPath: Repository.path("Sources"))) ?? []
    let own = rooms.sorted().map { Repository.path("Sources/\($0)") }
    let made = ((try? files.contentsOfDirectory(atPath: build.path)) ?? []).sorted()
      .map { build.appendingPathComponent($0).path }
    let maps = (own + made + shims).map { "\($0)/module.modulemap" }.filter(files.fileExists)
    let headers = own.map { "\($0)/include" }.filter(files.fileExists) + shims
    return maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] } + headers.flatMap { ["-I", $0] }
  }()
}
