/// A YAML document as texts, lists and mappings with their lines: every scalar is the text that stands there.
indirect enum YAMLTree: Equatable {
  case text(String, line: Int?)
  case list([YAMLTree], line: Int?)
  case mapping([Entry], line: Int?)

  struct Entry: Equatable {
    let key: String
    /// The line of the key.
    let line: Int?
    let value: YAMLTree
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
