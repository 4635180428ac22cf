import Yams

/// A YAML document as texts, lists and mappings with their lines: every scalar is the text that stands there.
///
/// Yams decides by regular expressions whether a scalar is a number, a date or a truth value, each time it compares
/// two; a template has texts only, and hundreds of keys to find.
indirect enum YAMLTree {
  case text(String, line: Int?)
  case list([YAMLTree], line: Int?)
  case mapping([Entry], line: Int?)

  struct Entry {
    let key: String
    /// The line of the key.
    let line: Int?
    let value: YAMLTree
  }

  /// - Throws: a `YamlError` when the text is not YAML, or a key stands twice.
  init(yaml: String) throws {
    let root = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .default)
      .singleRoot()
    self = root.map(YAMLTree.init) ?? .mapping([], line: nil)
  }

  private init(_ node: Node) {
    let line = node.mark?.line
    switch node {
    case .scalar(let scalar): self = .text(scalar.string, line: line)
    case .sequence(let sequence): self = .list(sequence.map(YAMLTree.init), line: line)
    case .mapping(let mapping):
      self = .mapping(
        mapping.map { key, value in
          Entry(key: key.scalar?.string ?? "", line: key.mark?.line, value: YAMLTree(value))
        }, line: line)
    case .alias: self = .text("", line: line)
    }
  }

  var line: Int? {
    switch self {
    case .text(_, let line), .list(_, let line), .mapping(_, let line): line
    }
  }

  var text: String? { if case .text(let text, _) = self { text } else { nil } }

  var elements: [YAMLTree]? { if case .list(let elements, _) = self { elements } else { nil } }

  var entries: [Entry] { if case .mapping(let entries, _) = self { entries } else { [] } }

  subscript(key: String) -> YAMLTree? { entries.first { $0.key == key }?.value }

  /// Every value below by its path: `style.months.one`.
  var valuesByPath: [String: YAMLTree] {
    var values: [String: YAMLTree] = [:]
    func visit(_ tree: YAMLTree, path: String) {
      for entry in tree.entries {
        let entryPath = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        values[entryPath] = entry.value
        visit(entry.value, path: entryPath)
      }
    }
    visit(self, path: "")
    return values
  }
}
