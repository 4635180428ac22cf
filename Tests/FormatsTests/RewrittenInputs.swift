import CareerData
import Export
import Foundation
import Yams

/// The standard template and the shipped dataset with every text made into another.
enum RewrittenInputs {
  static func template(_ rewritten: (String) -> String) throws -> LoadedTemplate {
    let folder = NSTemporaryDirectory() + "pathbook-rewritten-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try TemplateLoader.copy("standard", to: folder)
    let path = "\(folder)/template.yaml"
    guard var root = try Yams.load(yaml: String(contentsOfFile: path, encoding: .utf8)) as? [String: Any]
    else { throw CocoaError(.fileReadCorruptFile) }
    for part in ["wording", "style"] { root[part] = tree(root[part] as Any, rewritten) }
    root["sections"] = (root["sections"] as? [[String: Any]] ?? []).map { section in
      section.merging(["title", "sheet"].map { ($0, rewritten(section[$0] as? String ?? "")) }) { $1 }
    }
    try Yams.dump(object: root).write(toFile: path, atomically: true, encoding: .utf8)
    return try TemplateLoader.load(folder)
  }

  private static func tree(_ node: Any, _ rewritten: (String) -> String) -> Any {
    switch node {
    case let map as [String: Any]: map.mapValues { tree($0, rewritten) }
    case let list as [Any]: list.map { tree($0, rewritten) }
    case let text as String: rewritten(text)
    default: node
    }
  }

  /// The shipped dataset in a language of the rewritten words. What is a name or a code stays.
  static func dataset(_ rewritten: (String) -> String) throws -> CareerDataset {
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    var files = DatasetLoader.shippedFiles.files
    let translations = String(decoding: files["translations.csv"] ?? [], as: UTF8.self)
    let rows = try DatasetReader.read(DatasetFiles(files: files)).records.translations.map {
      "xx,\(quoted($0.text)),\(quoted(rewritten($0.text)))"
    }
    files["translations.csv"] = Array((translations + rows.joined(separator: "\n") + "\n").utf8)
    return try DatasetReader.read(DatasetFiles(files: files), language: "xx")
  }
}
