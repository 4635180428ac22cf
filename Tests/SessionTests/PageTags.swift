import Tabular
import Testing

/// The tags of a page, read strictly: each end closes what was begun last, values stand in quotation marks.
struct PageTags {
  struct Tag {
    let name: String
    let attributes: [String: String]
    /// What stands between it and the next tag.
    var text: String
  }

  private(set) var tags: [Tag] = []

  init(_ html: String) throws {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      let end = try #require(rest[start...].firstIndex(of: ">"))
      let inside = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("/") {
        #expect(open.popLast() == String(inside.dropFirst()))
        continue
      }
      let name = String(inside.prefix { $0.isLetter })
      if name != "input" { open.append(name) }
      let text = String(rest.prefix { $0 != "<" })
      tags.append(
        Tag(name: name, attributes: try Self.attributes(inside.dropFirst(name.count)), text: Self.plain(text))
      )
    }
    #expect(open == [])
  }

  private static func attributes(_ text: Substring) throws -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
      try #require(!name.isEmpty)
      rest = rest.dropFirst(name.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        let end = try #require(rest.firstIndex(of: "\""))
        value = plain(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      }
      #expect(result[name] == nil, "\(name)")
      result[name] = value
      rest = rest.drop(while: \.isWhitespace)
    }
    return result
  }

  /// Scalar by scalar, as browsers read: a sign with an accent on it is that sign and an accent.
  private static func plain(_ text: String) -> String {
    let signs: [(String, Unicode.Scalar)] = [("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("amp;", "&")]
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let sign = signs.first { scalar == "&" && rest.starts(with: $0.0.unicodeScalars) }
      result.append(sign?.1 ?? scalar)
      rest = rest.dropFirst(sign?.0.unicodeScalars.count ?? 0)
    }
    return String(result)
  }

  /// What a browser sends of it.
  var sent: [(String, String)] {
    var pairs: [(String, String)] = []
    var select: String?
    for tag in tags {
      let name = tag.attributes["name"] ?? ""
      switch tag.name {
      case "input" where ["radio", "checkbox"].contains(tag.attributes["type"]):
        if tag.attributes["checked"] != nil { pairs.append((name, tag.attributes["value"] ?? "")) }
      case "input": pairs.append((name, tag.attributes["value"] ?? ""))
      case "textarea": pairs.append((name, String(tag.text.dropFirst())))
      case "select": select = name
      case "option":
        if let select, tag.attributes["selected"] != nil {
          pairs.append((select, tag.attributes["value"] ?? ""))
        }
      default: break
      }
    }
    return pairs
  }
}

enum StoredJSON {
  static func root(_ json: String) throws -> JSONNode { try JSONDocument(Array(json.utf8)).root }
}

extension JSONNode {
  /// An object without members.
  static var nothing: JSONNode {
    // The text is JSON.
    try! JSONDocument(Array("{}".utf8)).root
  }
}
