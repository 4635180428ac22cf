import ReportModel
import Yams

/// Reads one part of a template after another and collects what is wrong.
struct YAMLCheck {
  private let root: Node
  private(set) var problems: [TemplateProblem] = []

  init(root: Node) { self.root = root }

  /// Text at a path such as `style.dollars`; empty after a problem.
  mutating func text(_ path: String) -> String {
    guard let node = node(path) else {
      report(path, nil, .missing)
      return ""
    }
    guard let scalar = node.scalar else {
      report(path, node, .wrongType(allowed: "text"))
      return ""
    }
    return scalar.string
  }

  mutating func sections() -> [ReportTemplate.SectionTitle] {
    guard let entries = node("sections")?.sequence else {
      report("sections", node("sections"), .missing)
      return []
    }
    var titles: [ReportTemplate.SectionTitle] = []
    for (index, entry) in entries.enumerated() {
      guard let title = section(entry, path: "sections.\(index + 1)") else { continue }
      if titles.contains(where: { $0.id == title.id }) {
        report("sections.\(index + 1)", entry, .repeatedSection)
      } else {
        titles.append(title)
      }
    }
    return titles
  }

  private mutating func section(_ entry: Node, path: String) -> ReportTemplate.SectionTitle? {
    guard let mapping = entry.mapping else {
      report(path, entry, .wrongType(allowed: "id, title and sheet"))
      return nil
    }
    for (key, _) in mapping where !["id", "title", "sheet", "charts"].contains(key.string) {
      report("\(path).\(key.string ?? "")", key, .unknownKey(allowed: ["id", "title", "sheet", "charts"]))
    }
    guard let word = mapping["id"]?.string, let title = mapping["title"]?.string else {
      report(path, entry, .wrongType(allowed: "id, title and sheet"))
      return nil
    }
    guard let id = SectionID(rawValue: word) else {
      report("\(path).id", mapping["id"], .unknownSection(allowed: SectionID.allCases.map(\.rawValue)))
      return nil
    }
    let shortTitle = mapping["sheet"]?.string ?? title
    if shortTitle.utf16.count > 31 { report("\(path).sheet", entry, .tooLong(limit: 31)) }
    return .init(
      id: id, title: title, shortTitle: shortTitle, showsCharts: mapping["charts"]?.bool ?? true)
  }

  mutating func wording(standard: Wording?) -> Wording {
    var phrases: [String: Phrase] = [:]
    for path in WordingKeys.all {
      let pattern = text("wording.\(path)")
      let phrase = Phrase(pattern)
      if let allowed = standard?.phrases[path]?.slots {
        for slot in phrase.slots where !allowed.contains(slot) {
          report(
            "wording.\(path)", node("wording.\(path)"), .unknownSlot(slot, allowed: allowed))
        }
      }
      phrases[path] = phrase
    }
    for (group, keys) in WordingKeys.byGroup { refuseUnknownKeys(at: "wording.\(group)", allowed: keys) }
    refuseUnknownKeys(at: "wording", allowed: WordingKeys.byGroup.map(\.group))
    return Wording(phrases: phrases)
  }

  mutating func list(_ path: String, count: Int) -> [String] {
    let items = node(path)?.sequence?.compactMap(\.scalar?.string) ?? []
    guard items.count == count else {
      report(path, node(path), .wrongType(allowed: "a list of \(count) texts"))
      return []
    }
    return items
  }

  mutating func refuseUnknownKeys(at path: String = "", allowed: [String]) {
    let place = path.isEmpty ? root : node(path)
    for (key, _) in place?.mapping ?? [:] {
      let name = key.string ?? ""
      if !allowed.contains(name) {
        report(path.isEmpty ? name : "\(path).\(name)", key, .unknownKey(allowed: allowed))
      }
    }
  }

  private func node(_ path: String) -> Node? {
    path.split(separator: ".").reduce(root as Node?) { node, key in node?.mapping?[Node(String(key))] }
  }

  private mutating func report(_ path: String, _ node: Node?, _ reason: TemplateProblem.Reason) {
    problems.append(TemplateProblem(path: path, line: node?.mark?.line, reason: reason))
  }
}

extension YAMLCheck {
  /// The value style; nil after a problem.
  mutating func style() -> ValueStyle? {
    func counted(_ name: String, _ check: inout YAMLCheck) -> ValueStyle.Counted {
      .init(one: check.text("style.\(name).one"), other: check.text("style.\(name).other"))
    }
    let months = counted("months", &self)
    let years = counted("years", &self)
    let hours = counted("hours_per_week", &self)
    let ordinal = ValueStyle.OrdinalEndings(
      one: text("style.ordinal.one"), two: text("style.ordinal.two"), few: text("style.ordinal.few"),
      other: text("style.ordinal.other"))
    let range = ValueStyle.RangePatterns(
      closed: text("style.range.closed"), open: text("style.range.open"), floor: text("style.range.floor"))
    let bounds = Bound.allCases.map { ($0, text("style.bounds.\($0.rawValue.snakeCased)")) }
    let monthNames = list("style.month_names", count: 12)
    let texts = ["decimal_separator", "group_separator", "dollars", "percent", "date", "missing"]
      .map { text("style.\($0)") }
    guard monthNames.count == 12 else { return nil }
    return ValueStyle(
      decimalSeparator: texts[0], groupSeparator: texts[1], dollars: texts[2], percent: texts[3],
      months: months, years: years, hoursPerWeek: hours, ordinal: ordinal,
      bounds: Dictionary(uniqueKeysWithValues: bounds), range: range, date: texts[4],
      monthNames: monthNames, missing: texts[5])
  }
}

extension String {
  /// `atLeast` as `at_least`.
  fileprivate var snakeCased: String {
    reduce(into: "") { result, character in
      if character.isUppercase { result += "_" }
      result += character.lowercased()
    }
  }
}
