import CLibYAML

/// Reads a YAML document event by event, so that a limit ends the work before it costs anything.
///
/// Yams makes a tree of the whole document first: without a limit of depth and repeats, and it decides by regular
/// expressions whether a scalar is a number, a date or a truth value. A template has texts only.
struct YAMLReader: ~Copyable {
  /// The parser keeps its own address.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var anchors: [String: Node] = [:]
  private var valueCount = 0

  /// A value with what it costs to walk through it.
  private struct Node {
    let tree: YAMLTree
    let values: Int
    let depth: Int
  }

  /// - Returns: an empty mapping for an empty document.
  /// - Throws: the first problem: no YAML, a key that stands twice, or a limit of ``TemplateLimits``.
  static func tree(yaml: String) throws(TemplateProblem) -> YAMLTree {
    guard yaml.utf8.count <= TemplateLimits.fileBytes else {
      throw TemplateProblem(path: "", line: nil, reason: .fileTooLarge(limit: TemplateLimits.fileBytes))
    }
    // The parser keeps the address of the bytes.
    let bytes = Array(yaml.utf8)
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<YAMLTree, TemplateProblem> in
      var reader = YAMLReader(bytes)
      do throws(TemplateProblem) { return .success(try reader.document()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // yaml.h: "1 if the function succeeded, 0 on error"; the only error is a lack of memory, which the first event
    // then reports.
    _ = yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func document() throws(TemplateProblem) -> YAMLTree {
    _ = try next()
    guard try next().kind == .documentStart else { return .mapping([], line: nil) }
    let tree = try node(try next(), depth: 1).tree
    _ = try next()
    let last = try next()
    guard last.kind == .streamEnd else {
      throw problem(.notYAML("but found another document"), last.line)
    }
    return tree
  }

  private mutating func node(_ event: Event, depth: Int) throws(TemplateProblem) -> Node {
    guard depth <= TemplateLimits.depth else {
      throw problem(.tooDeep(limit: TemplateLimits.depth), event.line)
    }
    let node: Node
    switch event.kind {
    case .alias:
      guard let known = anchors[event.name] else {
        throw problem(.notYAML("found undefined alias"), event.line)
      }
      guard depth + known.depth - 1 <= TemplateLimits.depth else {
        throw problem(.tooDeep(limit: TemplateLimits.depth), event.line)
      }
      try count(known.values, event.line)
      return known
    case .scalar:
      // A text has no more characters than bytes, which take no walk to count.
      let most = TemplateLimits.textLength
      guard event.text.utf8.count <= most || event.text.count <= most else {
        throw problem(.tooLong(limit: TemplateLimits.textLength), event.line)
      }
      node = Node(tree: .text(event.text, line: event.line), values: 1, depth: 1)
    case .listStart: node = try list(event, depth: depth)
    case .mappingStart: node = try mapping(event, depth: depth)
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .listEnd, .mappingEnd:
      throw problem(.notYAML("a value is missing"), event.line)
    }
    try count(1, event.line)
    if !event.name.isEmpty { anchors[event.name] = node }
    return node
  }

  private mutating func list(_ start: Event, depth: Int) throws(TemplateProblem) -> Node {
    var elements: [YAMLTree] = []
    var (values, deepest) = (1, 0)
    var event = try next()
    while event.kind != .listEnd {
      let element = try node(event, depth: depth + 1)
      elements.append(element.tree)
      values += element.values
      deepest = max(deepest, element.depth)
      event = try next()
    }
    return Node(tree: .list(elements, line: start.line), values: values, depth: deepest + 1)
  }

  private mutating func mapping(_ start: Event, depth: Int) throws(TemplateProblem) -> Node {
    var entries: [YAMLTree.Entry] = []
    var keys: Set<String> = []
    var (values, deepest) = (1, 0)
    var event = try next()
    while event.kind != .mappingEnd {
      let key = try node(event, depth: depth + 1)
      guard let name = key.tree.text else { throw problem(.notYAML("a key is no text"), event.line) }
      guard keys.insert(name).inserted else { throw problem(.repeatedKey, event.line, path: name) }
      let value = try node(try next(), depth: depth + 1)
      entries.append(YAMLTree.Entry(key: name, line: event.line, value: value.tree))
      values += key.values + value.values
      deepest = max(deepest, value.depth)
      event = try next()
    }
    return Node(tree: .mapping(entries, line: start.line), values: values, depth: deepest + 1)
  }

  private mutating func count(_ values: Int, _ line: Int?) throws(TemplateProblem) {
    valueCount += values
    guard valueCount <= TemplateLimits.values else {
      throw problem(.tooManyValues(limit: TemplateLimits.values), line)
    }
  }

  private func problem(
    _ reason: TemplateProblem.Reason, _ line: Int?, path: String = ""
  ) -> TemplateProblem {
    TemplateProblem(path: path, line: line, reason: reason)
  }
}

extension YAMLReader {
  /// An event of the parser, in Swift's types.
  private struct Event {
    enum Kind {
      case streamStart, streamEnd, documentStart, documentEnd, alias, scalar, listStart, listEnd,
        mappingStart,
        mappingEnd
    }

    let kind: Kind
    /// From 1.
    let line: Int
    /// Of a scalar.
    var text = ""
    /// Of an anchor, or of the anchor that an alias means; else empty.
    var name = ""
  }

  private mutating func next() throws(TemplateProblem) -> Event {
    var event = yaml_event_t()
    // yaml.h: "1 if the function succeeded, 0 on error"; the parser then holds the problem.
    guard yaml_parser_parse(parser, &event) == 1 else {
      let detail = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
      // The parser looks ahead, and has a limit of its own.
      if detail.hasPrefix("Maximum nesting level") {
        throw problem(.tooDeep(limit: TemplateLimits.depth), Int(parser.pointee.problem_mark.line) + 1)
      }
      let hasPlace = parser.pointee.error == YAML_SCANNER_ERROR || parser.pointee.error == YAML_PARSER_ERROR
      throw problem(.notYAML(detail), hasPlace ? Int(parser.pointee.problem_mark.line) + 1 : nil)
    }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String {
      anchor.map { String(cString: $0) } ?? ""
    }
    switch event.type {
    case YAML_ALIAS_EVENT: return Event(kind: .alias, line: line, name: name(event.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return Event(
        kind: .scalar, line: line, text: String(decoding: bytes, as: UTF8.self), name: name(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      return Event(kind: .listStart, line: line, name: name(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .listEnd, line: line)
    case YAML_MAPPING_START_EVENT:
      return Event(kind: .mappingStart, line: line, name: name(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, line: line)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, line: line)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, line: line)
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, line: line)
    default: return Event(kind: .streamEnd, line: line)
    }
  }
}

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
}

/// What `template.yaml` may have at most. A template holds a few hundred sentences; a file far beyond that would only
/// exhaust the memory or the time of whoever checks it.
public enum TemplateLimits {
  /// Bytes of the file.
  public static let fileBytes = 256 << 10
  /// Lists and mappings inside each other.
  public static let depth = 10
  /// Texts, lists and mappings; what an alias repeats counts each time.
  public static let values = 10_000
  /// Characters of one text.
  public static let textLength = 10_000
  /// Problems reported in one run.
  public static let problems = 200
}
