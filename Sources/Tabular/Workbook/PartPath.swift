/// Paths of parts, by ECMA-376 part 2.
enum PartPath {
  /// Where the relationships of a part stand: `xl/_rels/workbook.xml.rels`.
  static func relationships(of part: String) -> String {
    let (directory, name) = split(part)
    return "\(directory)_rels/\(name).rels"
  }

  /// What a target of a part means: relative to the part, or from the root when it begins with a slash.
  static func target(_ target: String, of part: String) -> String {
    var steps: [Substring] = []
    let path = target.hasPrefix("/") ? target : split(part).directory + target
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private static func split(_ part: String) -> (directory: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    let next = part.index(after: slash)
    return (String(part[..<next]), String(part[next...]))
  }
}
