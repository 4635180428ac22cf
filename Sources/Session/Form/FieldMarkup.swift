import Advising
import ReportWriters

/// A field of the form as HTML: its label or legend, its inputs, unit, hint, problems and notices.
struct FieldMarkup {
  let field: FormField
  let language: SessionLanguage
  /// Of all inputs, by name.
  let problems: [String: [String]]
  let notices: [String]

  private var words: FormWords.Field? { FormWords.field(field.field) }
  private var key: String { field.key }

  func html(_ value: FormValue?) -> String {
    switch field.input {
    case .line, .longText, .number, .date, .choice, .word, .search: single(value?.text ?? "")
    case .yesNo: set(value, yesNo(value?.text ?? ""))
    case .several(let options): set(value, boxes(options, value?.items ?? []))
    case .searches(let search, let most): set(value, searches(search, most, value?.items ?? []))
    case .objects(let members, let most): set(value, lines(members, most, value?.objects ?? []))
    }
  }

  // MARK: - One input

  /// A label and an input.
  private func single(_ value: String) -> String {
    """
    <div class="field" id="field-\(key)">
    <label for="\(Self.id(key))">\(escaped(label))</label>
    <div class="entry">\(input(value))\(unit)</div>
    \(below)</div>

    """
  }

  private func input(_ value: String) -> String {
    switch field.input {
    case .longText:
      // The first line feed of a text area is dropped.
      return """
        <textarea \(attributes(key)) rows="6" autocomplete="off">
        \(HTMLEscaping.escapedLines(value))</textarea>
        """
    case .number(_, let isWhole):
      return line(key, value, " inputmode=\"\(isWhole ? "numeric" : "decimal")\"")
    case .date: return date(key, value)
    case .choice(let options): return select(options.map { ($0.id, $0.title) }, value)
    case .word(let words):
      return select(words.map { ($0, FormWords.word($0, of: field.field)?[language] ?? $0) }, value)
    case .search(let search): return line(key, value, " data-search=\"\(search.rawValue)\"")
    case .line, .yesNo, .several, .searches, .objects: return line(key, value)
    }
  }

  private func line(_ name: String, _ value: String, _ more: String = "", type: String = "text") -> String {
    """
    <input \(attributes(name)) type="\(type)" value="\(escaped(value))" autocomplete="off"\(more)>
    """
  }

  /// A browser's own choice of days, as long as that can show the value.
  private func date(_ name: String, _ value: String) -> String {
    let isDay = value.isEmpty || CalendarDay.isOne(value)
    return line(name, value, type: isDay ? "date" : "text")
  }

  /// A stored id that the dataset does not have is offered too, so that saving does not lose it.
  private func select(_ options: [(id: String, title: String)], _ value: String) -> String {
    var all = [(id: "", title: FormWords.notKnown[language])] + options
    if !all.contains(where: { $0.id == value }) { all.append((value, notInDataset(value))) }
    let items = all.map { option in
      let selected = option.id == value ? " selected" : ""
      return "<option value=\"\(escaped(option.id))\"\(selected)>\(escaped(option.title))</option>\n"
    }
    return "<select \(attributes(key)) autocomplete=\"off\">\n\(items.joined())</select>"
  }

  private func notInDataset(_ id: String) -> String { "\(id) (\(FormWords.notInDataset[language]))" }

  // MARK: - Several inputs

  /// A legend and inputs.
  private func set(_ value: FormValue?, _ inputs: String) -> String {
    """
    <fieldset class="field" id="field-\(key)"\(described(key))>
    <legend>\(escaped(label))</legend>
    \(inputs)\(below)</fieldset>

    """
  }

  private func yesNo(_ value: String) -> String {
    var options = [
      ("yes", FormWords.yes[language]), ("no", FormWords.no[language]), ("", FormWords.notKnown[language]),
    ]
    if !options.contains(where: { $0.0 == value }) { options.append((value, value)) }
    return options.enumerated().map { index, option in
      tick("radio", index + 1, option.0, option.1, isOn: option.0 == value)
    }.joined()
  }

  private func boxes(_ options: [FormOption], _ values: [String]) -> String {
    let known = options.map { ($0.id, $0.title) } + [(FormOption.none, FormWords.noneHeld[language])]
    let unknown = values.filter { value in !value.isEmpty && !known.contains { $0.0 == value } }
    let all = known + unknown.map { ($0, notInDataset($0)) }
    // Sent when no box is ticked, so that it is not taken for a field that was not shown.
    let empty = "<input type=\"hidden\" name=\"\(key)\" value=\"\">\n"
    return empty
      + all.enumerated().map { index, option in
        tick("checkbox", index + 1, option.0, option.1, isOn: values.contains(option.0))
      }.joined()
  }

  private func tick(_ type: String, _ number: Int, _ value: String, _ title: String, isOn: Bool) -> String {
    let id = "\(Self.id(key))-\(number)"
    return """
      <div class="tick"><input id="\(id)" name="\(key)" type="\(type)" value="\(escaped(value))" autocomplete="off"\
      \(isOn ? " checked" : "")> <label for="\(id)">\(escaped(title))</label></div>

      """
  }

  private func searches(_ search: FormSearch, _ most: Int, _ values: [String]) -> String {
    (0..<max(most, values.count)).map { index in
      let id = "\(Self.id(key))-\(index + 1)"
      let value = index < values.count ? values[index] : ""
      return """
        <div class="entry"><label for="\(id)">\(escaped(FormWords.numbered(field.field, index + 1)[language]))</label>
        <input id="\(id)" name="\(key)" type="text" value="\(escaped(value))" autocomplete="off"\
         data-search="\(search.rawValue)"></div>

        """
    }.joined()
  }

  /// A line for each object, and an empty one for the next.
  private func lines(_ members: [FormMember], _ most: Int, _ objects: [[String: String]]) -> String {
    let count = max(objects.count, min(objects.count + 1, most))
    return (1...max(count, 1)).map { number in
      let object = number <= objects.count ? objects[number - 1] : [:]
      let inputs = members.map { member in
        let name = FormMember.name(key, number, member.key)
        let value = object[member.key] ?? ""
        let label = FormWords.member(member.key, of: field.field)?[language] ?? member.key
        var isDate = false
        if case .date = member.input { isDate = true }
        return """
          <div class="entry"><label for="\(Self.id(name))">\(escaped(label))</label>
          \(isDate ? date(name, value) : line(name, value))\(problem(name))</div>

          """
      }
      return """
        <fieldset class="line" id="\(Self.id(key))-\(number)">
        <legend>\(escaped(FormWords.numbered(field.field, number)[language]))</legend>
        \(inputs.joined())</fieldset>

        """
    }.joined()
  }

  // MARK: - What stands around inputs

  private var label: String { words?.label[language] ?? key }

  private var unit: String {
    guard let words = field.unit.flatMap(FormWords.unit) else { return "" }
    return " <span class=\"unit\" id=\"\(Self.id(key))-unit\">\(escaped(words[language]))</span>"
  }

  private var below: String {
    var result = ""
    if let hint = words?.hint {
      result += "<p class=\"hint\" id=\"\(Self.id(key))-hint\">\(escaped(hint[language]))</p>\n"
    }
    result += problem(key) + "\n"
    result += "<p class=\"notice\" id=\"\(Self.id(key))-notice\" lang=\"en\">\(text(notices))</p>\n"
    return result
  }

  /// Always there, so that a script can fill it and a screen reader tells it.
  private func problem(_ name: String) -> String {
    "<p class=\"problem\" id=\"\(Self.id(name))-problem\" lang=\"en\" aria-live=\"polite\">\(text(problems[name] ?? []))</p>"
  }

  private func text(_ sentences: [String]) -> String { escaped(sentences.joined(separator: " · ")) }

  /// Id, name and what describes an input.
  private func attributes(_ name: String) -> String {
    let isRequired = name == key && field.isRequired
    return "id=\"\(Self.id(name))\" name=\"\(name)\"\(isRequired ? " required" : "")\(described(name))"
  }

  private func described(_ name: String) -> String {
    let id = Self.id(name)
    var by: [String] = []
    if name == key {
      if field.unit != nil { by.append("\(id)-unit") }
      if words?.hint != nil { by.append("\(id)-hint") }
    }
    by.append("\(id)-problem")
    if name == key { by.append("\(id)-notice") }
    let isWrong = problems[name]?.isEmpty == false
    return " aria-describedby=\"\(by.joined(separator: " "))\"\(isWrong ? " aria-invalid=\"true\"" : "")"
  }

  /// `f-agreed_steps-2-due` of `agreed_steps[2].due`.
  static func id(_ name: String) -> String {
    "f-" + name.replacing("].", with: "-").replacing("[", with: "-")
  }

  private func escaped(_ text: String) -> String { HTMLEscaping.escaped(text) }
}

/// A day as an input of the type `date` shows it.
private enum CalendarDay {
  /// Whether a text has the form `2026-11-23`.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7
          ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}

extension FormValue {
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .several(let texts): texts.first ?? ""
    case .objects: ""
    }
  }

  fileprivate var items: [String] {
    switch self {
    case .text(let text): text.isEmpty ? [] : [text]
    case .several(let texts): texts
    case .objects: []
    }
  }

  fileprivate var objects: [[String: String]] { if case .objects(let objects) = self { objects } else { [] } }
}
