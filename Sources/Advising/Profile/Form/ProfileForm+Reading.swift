import Tabular

extension ProfileForm {
  /// Reads what was typed as a roster's cells are read: `$46,000`, `California`, `N/A`.
  ///
  /// - Parameters:
  ///   - typed: by key. A field that is not there stays as it was, and so does one that shows what it showed before; an empty one
  ///     is not known.
  ///   - former: the stored profile; nil, the default, for a new client. What no form shows is taken from it unchanged.
  package func reading(of typed: [String: FormValue], keeping former: JSONNode? = nil) -> FormReading {
    var entry = FormEntry(former)
    let occupation: String? =
      switch typed[ProfileField.occupation.rawValue] {
      case .text(let text): text
      case .several(let texts): texts.first
      case .objects, nil: entry.former[ProfileField.occupation.rawValue]?.text
      }
    let cells = FormCells(vocabulary: profiles.vocabulary(naming: occupation))
    let shown = former.map(values) ?? [:]
    for field in ProfileField.allCases where field.declaration.form != nil {
      guard let value = typed[field.rawValue], !cells.isSame(value, shown[field.rawValue], field) else {
        continue
      }
      entry.put(field, cells.read(value, field))
    }
    return reading(&entry)
  }

  /// What holds of an entry, and what is wrong with it.
  private func reading(_ entry: inout FormEntry) -> FormReading {
    var problems = entry.unreadable
    do throws(ProfileProblems) {
      _ = try profiles.read(
        fields: entry.fields, doubtful: Set(problems.compactMap(\.field).map(FormEntry.key)))
    } catch { problems += error.problems }
    let typed = entry.fields
    entry.fields = entry.fieldsToStore
    var reading: ProfileReader.Reading?
    // Each turn takes a value away, or puts the former one in its place.
    while reading == nil {
      do throws(ProfileProblems) { reading = try profiles.read(fields: entry.fields) } catch {
        guard error.problems.reversed().contains(where: { entry.leaveOut($0) }) else { break }
      }
    }
    var messages: [String: [String]] = [:]
    for problem in problems { messages[entry.input(of: problem), default: []].append(problem.messageInForm) }
    var notices: [String: [String]] = [:]
    for notice in reading?.notices ?? [] {
      for field in notice.fields { notices[field.rawValue, default: []].append(notice.sentence) }
    }
    return FormReading(
      json: entry.json, profile: reading?.profile, problems: messages, notices: notices,
      unsaved: ProfileField.allCases.filter { field in
        let key = field.rawValue
        return entry.fields[key] != typed[key]
          || entry.unreadable.contains { $0.field.map(FormEntry.key) == key }
      })
  }
}

extension ProfileProblem {
  /// What is wrong and what to do, for somebody who has the field before him.
  fileprivate var messageInForm: String {
    var problem = self
    problem.cell = CellPlace(column: field, address: nil)
    let words = problem.words
    return "\(words.wrong); \(words.remedy)"
  }
}

/// What is typed into a field, as a value of a profile.
struct FormCells {
  let vocabulary: ProfileVocabulary

  struct Value {
    /// Nil for what is not known.
    var value: FieldValue?
    var problems: [ProfileProblem] = []
    /// Of a list of objects: the number that each has in the form, from 1. Empty ones are none.
    var numbers: [Int] = []
  }

  func read(_ value: FormValue, _ field: ProfileField) -> Value {
    switch value {
    case .text(let text):
      // No spreadsheet has made a number of it.
      if case .id = field.kind { return Value(value: text.trimmed.isEmpty ? nil : .text(text.trimmed)) }
      return cell(.text(Self.withPlainBreaks(text)), field)
    case .several(let texts):
      guard field.kind.takesSeveral else { return read(.text(texts.first ?? ""), field) }
      let items = texts.map(\.trimmed).filter { !$0.isEmpty }
      if items.isEmpty { return Value() }
      let named = items.filter { !CodedWords.isNone($0) }
      return cell(.list(named.map(RosterCell.text)), field)
    case .objects(let objects):
      guard case .objects(let members, _) = field.kind else { return Value() }
      return lines(objects, members, field)
    }
  }

  private func cell(_ cell: RosterCell, _ field: some FieldKey) -> Value {
    do throws(ProfileProblem) {
      guard case .value(let value) = try CellReader(vocabulary: vocabulary).read(cell, field) else {
        return Value()
      }
      return Value(value: plain(value, field.kind))
    } catch { return Value(problems: [error]) }
  }

  private func lines(_ objects: [[String: String]], _ members: [ObjectMember], _ field: ProfileField) -> Value
  {
    var result = Value()
    var items: [FieldValue] = []
    for (index, object) in objects.enumerated() {
      var item: [String: FieldValue] = [:]
      for member in members {
        let value = cell(.text(object[member.rawValue] ?? ""), member)
        item[member.rawValue] = value.value
        let name = FormMember.name(field.rawValue, index + 1, member.rawValue)
        result.problems += value.problems.map { ProfileProblem(field: name, reason: $0.reason) }
      }
      let isEmpty = members.allSatisfy { (object[$0.rawValue] ?? "").trimmed.isEmpty }
      if isEmpty { continue }
      items.append(.object(item))
      result.numbers.append(index + 1)
    }
    result.value = items.isEmpty ? nil : .list(items)
    return result
  }

  /// Places and areas by their codes, which are the same whatever a dataset calls them.
  private func plain(_ value: FieldValue, _ kind: FieldKind) -> FieldValue {
    switch (kind, value) {
    case (.area, .text(let text)):
      if case .one(let area) = vocabulary.areas.match(text) { return .text(area.code) }
      return value
    case (.places, .list(let items)): return .list(items.map { .text(placeCode($0.text ?? "")) })
    default: return value
    }
  }

  private func placeCode(_ text: String) -> String {
    if case .one(let area) = vocabulary.areas.match(text) { return area.code }
    let mark = ProfileVocabulary.stateMark
    return text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text
  }

  /// Browsers send each end of a line as two characters.
  private static func withPlainBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  // MARK: - The same as before

  /// Whether a value shows what was shown; then nobody has typed it, and what is stored is right as it is. What a page cannot
  /// show, such as control characters, makes no difference.
  func isSame(_ typed: FormValue, _ shown: FormValue?, _ field: ProfileField) -> Bool {
    switch (typed, shown) {
    case (.text(let typed), .text(let shown)): return folded(typed, field) == folded(shown, field)
    case (.several(let typed), .several(let shown)):
      let (typed, shown) = (typed.filter { !$0.isEmpty }, shown)
      if field.kind.codes != nil { return Set(typed) == Set(shown) }
      return typed.map { folded($0, field) } == shown.map { folded($0, field) }
    case (.objects(let typed), .objects(let shown)):
      func lines(_ objects: [[String: String]]) -> [[String: String]] {
        objects.map { $0.filter { !$0.value.trimmed.isEmpty }.mapValues { folded($0, field) } }
          .filter { !$0.isEmpty }
      }
      return lines(typed) == lines(shown)
    default: return false
    }
  }

  private func folded(_ text: String, _ field: ProfileField) -> String {
    var isOneLine = true
    if case .text(_, isOneLine: false) = field.kind { isOneLine = false }
    var result = String.UnicodeScalarView()
    for scalar in Self.withPlainBreaks(text).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" && !isOneLine: result.append(scalar)
      case .control where scalar == "\n" || scalar == "\t": result.append(" ")
      case .control, .format, .unassigned: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension FieldValue {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
