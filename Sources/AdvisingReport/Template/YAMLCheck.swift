import ReportModel

/// Reads one part of a template after another and collects what is wrong.
struct YAMLCheck {
  private let root: YAMLTree
  private(set) var problems: [TemplateProblem] = []

  init(root: YAMLTree) { self.root = root }

  /// What stands at a path such as `style.dollars`.
  private func value(_ path: String) -> YAMLTree? {
    path.split(separator: ".").reduce(root as YAMLTree?) { $0?[String($1)] }
  }

  /// Text at a path; empty after a problem.
  mutating func text(_ path: String) -> String { text(value(path), at: path) }

  private mutating func text(_ value: YAMLTree?, at path: @autoclosure () -> String) -> String {
    guard let value else {
      report(path(), nil, .missing)
      return ""
    }
    guard let text = value.text else {
      report(path(), value.line, .wrongType(allowed: "text"))
      return ""
    }
    return text
  }

  /// Page one and the choices when the template does not say.
  mutating func parts() -> Set<ReportTemplate.Part> {
    guard let value = value("parts") else { return [.pageOne, .choices] }
    let names = value.elements?.map { $0.text.flatMap(ReportTemplate.Part.init) } ?? []
    let parts = names.compactMap(\.self)
    guard !parts.isEmpty, parts.count == names.count else {
      report(
        "parts", value.line,
        .wrongType(
          allowed: "a list of " + ReportTemplate.Part.allCases.map(\.rawValue).joined(separator: ", ")))
      return [.pageOne]
    }
    return Set(parts)
  }

  /// Nil when the template does not say.
  mutating func paper() -> Paper? {
    guard let value = value("paper") else { return nil }
    let paper = value.text.flatMap(Paper.init(rawValue:))
    if paper == nil {
      report(
        "paper", value.line,
        .wrongType(allowed: Paper.allCases.map(\.rawValue).joined(separator: " or ")))
    }
    return paper
  }

  mutating func sections() -> [ReportTemplate.SectionTitle] {
    guard let entries = value("sections")?.elements else {
      report("sections", value("sections")?.line, .missing)
      return []
    }
    var titles: [ReportTemplate.SectionTitle] = []
    for (index, entry) in entries.enumerated() {
      guard let title = section(entry, path: "sections.\(index + 1)") else { continue }
      if titles.contains(where: { $0.id == title.id }) {
        report("sections.\(index + 1)", entry.line, .repeatedSection)
      } else {
        titles.append(title)
      }
    }
    return titles
  }

  private mutating func section(_ section: YAMLTree, path: String) -> ReportTemplate.SectionTitle? {
    let keys = ["id", "title", "sheet", "charts"]
    for entry in section.entries where !keys.contains(entry.key) {
      report("\(path).\(entry.key)", entry.line, .unknownKey(allowed: keys))
    }
    guard let word = section["id"]?.text, let title = section["title"]?.text else {
      report(path, section.line, .wrongType(allowed: "id, title and sheet"))
      return nil
    }
    guard ReportSections.section(word) != nil else {
      report("\(path).id", section["id"]?.line, .unknownSection(word, allowed: ReportSections.ids))
      return nil
    }
    let shortTitle = section["sheet"]?.text ?? title
    if shortTitle.utf16.count > 31 { report("\(path).sheet", section.line, .tooLong(limit: 31)) }
    return .init(
      id: word, title: title, shortTitle: shortTitle, showsCharts: flag(section["charts"], "\(path).charts"))
  }

  /// - Parameter standard: what it is when the path has no value.
  mutating func flag(_ path: String, default standard: Bool = true) -> Bool {
    flag(value(path), path, default: standard)
  }

  private mutating func flag(_ value: YAMLTree?, _ path: String, default standard: Bool = true) -> Bool {
    switch value?.text {
    case nil: return standard
    case "true": return true
    case "false": return false
    default:
      report(path, value?.line, .wrongType(allowed: "true or false"))
      return standard
    }
  }

  /// - Parameters:
  ///   - standard: what places a phrase may have; nil for the standard template itself.
  ///   - isOfItsLanguage: true where a phrase that is missing is the standard's.
  mutating func wording(standard: Wording?, isOfItsLanguage: Bool) -> Wording {
    var phrases: [String: [String: Phrase]] = [:]
    for group in PhraseGroups.all {
      phrases[group.group] = self.phrases(
        of: group, standard: standard?.phrases[group.group], isOfItsLanguage: isOfItsLanguage)
    }
    refuseUnknownKeys(at: "wording", allowed: PhraseGroups.all.map { $0.group })
    return Wording(phrases: phrases)
  }

  private mutating func phrases(
    of group: any PhraseKey.Type, standard: [String: Phrase]?, isOfItsLanguage: Bool
  ) -> [String: Phrase] {
    let path = "wording.\(group.group)"
    let entries = value(path)?.entries ?? []
    if entries.isEmpty, isOfItsLanguage, let standard { return standard }
    let keys = group.keys
    var phrases = [String: Phrase](minimumCapacity: keys.count)
    // Most templates have the phrases in the order of their keys: each is looked for at its own place first.
    var (place, found) = (0, 0)
    for key in keys {
      if place >= entries.count || entries[place].key != key {
        place = entries.firstIndex { $0.key == key } ?? entries.count
      }
      let value = place < entries.count ? entries[place].value : nil
      place += 1
      found += value == nil ? 0 : 1
      if value == nil, isOfItsLanguage, let phrase = standard?[key] {
        phrases[key] = phrase
        continue
      }
      let phrase = Phrase(text(value, at: "\(path).\(key)"))
      if let allowed = standard?[key]?.slots { checkPlaces(phrase, "\(path).\(key)", allowed) }
      phrases[key] = phrase
    }
    if found < entries.count { refuseUnknownKeys(at: path, allowed: keys) }
    return phrases
  }

  /// An unknown place would appear in the report as it is written.
  private mutating func checkPlaces(_ phrase: Phrase, _ path: String, _ allowed: [String]) {
    let known = allowed.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    for slot in phrase.slots.filter({ !known.contains($0) }) + phrase.misspelled(known) {
      report(path, .unknownSlot(slot, allowed: known))
    }
  }

  /// The text of the style at a path, which may have these places and no others.
  private mutating func pattern(_ path: String, _ places: String...) -> String {
    let text = text("style.\(path)")
    checkPlaces(Phrase(text), "style.\(path)", places)
    return text
  }

  mutating func list(_ path: String, count: Int) -> [String] {
    let items = value(path)?.elements?.compactMap(\.text) ?? []
    guard items.count == count else {
      report(path, value(path)?.line, .wrongType(allowed: "a list of \(count) texts"))
      return []
    }
    return items
  }

  mutating func refuseUnknownKeys(at path: String = "", allowed: [String]) {
    let place = path.isEmpty ? root : value(path)
    for entry in place?.entries ?? [] where !allowed.contains(entry.key) {
      report(
        path.isEmpty ? entry.key : "\(path).\(entry.key)", entry.line, .unknownKey(allowed: allowed))
    }
  }

  /// Text at a path, or nil.
  mutating func optionalText(_ path: String) -> String? { value(path) == nil ? nil : text(path) }

  /// A problem with what stands at a path.
  mutating func report(_ path: String, _ reason: TemplateProblem.Reason) {
    report(path, value(path)?.line, reason)
  }

  private mutating func report(_ path: String, _ line: Int?, _ reason: TemplateProblem.Reason) {
    // A file with more problems is not a template at all.
    guard problems.count <= TemplateLimits.problems else { return }
    let isLast = problems.count == TemplateLimits.problems
    problems.append(
      isLast
        ? TemplateProblem(path: "", line: nil, reason: .moreProblems)
        : TemplateProblem(path: path, line: line, reason: reason))
  }
}

extension YAMLCheck {
  /// The value style; nil after a problem.
  mutating func style() -> ValueStyle? {
    refuseUnknownStyleKeys()
    func counted(_ name: String, _ check: inout YAMLCheck) -> ValueStyle.Counted {
      .init(one: check.pattern("\(name).one", "n"), other: check.pattern("\(name).other", "n"))
    }
    let months = counted("months", &self)
    let years = counted("years", &self)
    let hours = counted("hours_per_week", &self)
    let ordinal = ValueStyle.OrdinalEndings(
      one: pattern("ordinal.one"), two: pattern("ordinal.two"), few: pattern("ordinal.few"),
      other: pattern("ordinal.other"))
    let range = ValueStyle.RangePatterns(
      closed: pattern("range.closed", "low", "high"), open: pattern("range.open", "low", "high"),
      floor: pattern("range.floor", "low"))
    let bounds = Bound.allCases.map { ($0, pattern("bounds.\($0.rawValue.snakeCased)", "n")) }
    let monthNames = list("style.month_names", count: 12)
    let (decimalSeparator, groupSeparator) = (pattern("decimal_separator"), pattern("group_separator"))
    let (dollars, percent) = (pattern("dollars", "n"), pattern("percent", "n"))
    let (date, missing) = (pattern("date", "month", "day", "year"), pattern("missing"))
    let spoken = spokenStyle()
    guard monthNames.count == 12 else { return nil }
    return ValueStyle(
      decimalSeparator: decimalSeparator, groupSeparator: groupSeparator, dollars: dollars, percent: percent,
      months: months, years: years, hoursPerWeek: hours, ordinal: ordinal,
      bounds: Dictionary(uniqueKeysWithValues: bounds), range: range, date: date,
      monthNames: monthNames, missing: missing, spoken: spoken)
  }

  /// A template may leave it out: a text for the ear then has the signs of one for the eye.
  private mutating func spokenStyle() -> ValueStyle.Spoken? {
    guard value("style.spoken") != nil else { return nil }
    return ValueStyle.Spoken(
      groupSeparator: pattern("spoken.group_separator"), less: pattern("spoken.less", "n"),
      more: pattern("spoken.more", "n"), minus: pattern("spoken.minus", "n"),
      span: pattern("spoken.span", "low", "high"), source: pattern("spoken.source", "n"))
  }

  private static let styleTexts = [
    "decimal_separator", "group_separator", "dollars", "percent", "date", "missing",
  ]

  private mutating func refuseUnknownStyleKeys() {
    let groups = [
      ("months", ["one", "other"]), ("years", ["one", "other"]), ("hours_per_week", ["one", "other"]),
      ("ordinal", ["one", "two", "few", "other"]), ("range", ["closed", "open", "floor"]),
      ("bounds", Bound.allCases.map(\.rawValue.snakeCased)),
      ("spoken", ["group_separator", "less", "more", "minus", "span", "source"]),
    ]
    refuseUnknownKeys(at: "style", allowed: Self.styleTexts + groups.map(\.0) + ["month_names"])
    for (name, keys) in groups { refuseUnknownKeys(at: "style.\(name)", allowed: keys) }
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
