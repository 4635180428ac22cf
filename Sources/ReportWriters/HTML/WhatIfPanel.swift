import Calculation
import ReportModel
import Tabular

/// The what-if as a section of a page: fields for the assumptions, and places for the results, which the script fills.
///
/// The section is hidden until the script runs: without scripts, the page is complete without it.
struct WhatIfPanel {
  private let whatIf: WhatIf
  private let blocks: HTMLBlocks
  private let style: ValueStyle

  init(_ whatIf: WhatIf, _ blocks: HTMLBlocks, _ style: ValueStyle) {
    self.whatIf = whatIf
    self.blocks = blocks
    self.style = style
  }

  var html: String {
    """
    <section id="what-if" aria-labelledby="title-what-if" hidden="hidden">
    <h2 id="title-what-if">\(blocks.escaped(whatIf.title))</h2>
    <p>\(blocks.prose(whatIf.pageIntroduction))</p>
    <fieldset>
    <legend>\(blocks.escaped(whatIf.inputTitle))</legend>
    \(whatIf.inputs.map(field).joined(separator: "\n"))
    <p><button type="button" id="what-if-reset">\(blocks.escaped(whatIf.resetLabel))</button></p>
    </fieldset>
    \(whatIf.groups.map(results).joined(separator: "\n"))
    \(whatIf.projection.map(projection) ?? "")
    <ul class="note">
    \(whatIf.notes.map { "<li>\(blocks.prose($0))</li>" }.joined(separator: "\n"))
    </ul>
    <script type="application/json" id="what-if-data">\(data)</script>
    <script>\(WhatIfScript.text)</script>
    </section>
    """
  }

  private func field(_ input: WhatIfInput) -> String {
    let id = "what-if-\(input.name)"
    let label = "<label for=\"\(id)\">\(blocks.escaped(input.label))</label>"
    switch input.kind {
    case .choice:
      let options = choices(input).map { choice in
        let text = blocks.escaped(choice)
        return "<option value=\"\(text)\">\(text)</option>"
      }.joined()
      return "<p>\(label) <select id=\"\(id)\"><option value=\"\">–</option>\(options)</select></p>"
    case .number(let range, _):
      let limits =
        "min=\"\(ValueFormatter.plain(range.lowerBound))\" max=\"\(ValueFormatter.plain(range.upperBound))\""
      return
        "<p>\(label) <input type=\"number\" id=\"\(id)\" \(limits) step=\"any\" aria-describedby=\"hint-\(input.name)\" /> "
        + "<small id=\"hint-\(input.name)\">\(blocks.escaped(input.hint))</small></p>"
    }
  }

  private func choices(_ input: WhatIfInput) -> [String] {
    guard case .choice(let column) = input.kind else { return [] }
    return whatIf.table(column.table)?.column(column.column)?.cells.compactMap(\.text) ?? []
  }

  private func results(_ group: WhatIfGroup) -> String {
    let rows = group.results.map { result in
      let name = result.formula.name
      return "<tr><th scope=\"row\">\(blocks.escaped(result.formula.label))</th>"
        + "<td class=\"figure\" id=\"result-\(name)\"></td><td class=\"detail\" id=\"note-\(name)\"></td></tr>"
    }
    return table(caption: blocks.escaped(group.title), head: "", body: rows.joined(separator: "\n"))
  }

  private func projection(_ projection: Projection) -> String {
    let headers = projection.paths.map {
      "<th scope=\"col\" class=\"figure\">\(blocks.escaped($0.label))</th>"
    }
    let head =
      "<thead><tr><th scope=\"col\">\(blocks.escaped(projection.yearHeader))</th>\(headers.joined())</tr></thead>\n"
    return table(caption: blocks.prose(projection.title), head: head, body: "", id: "what-if-years")
      + "\n<p class=\"note\">\(blocks.prose(projection.source))</p>"
  }

  private func table(caption: String, head: String, body: String, id: String? = nil) -> String {
    let id = id.map { " id=\"\($0)\"" } ?? ""
    return
      "<div class=\"table\" tabindex=\"0\" role=\"group\">\n<table>\n<caption>\(caption)</caption>\n\(head)<tbody\(id)>\n\(body)\n</tbody>\n</table>\n</div>"
  }

  // MARK: - Data

  private var data: String {
    let model = JSONText.object([
      ("style", WhatIfJSON.style(style)), ("tables", tables),
      ("inputs", .array(whatIf.inputs.map(input))),
      ("formulas", .array(whatIf.formulas.map(formula))),
      ("results", .array(whatIf.groups.flatMap(\.results).map(result))),
      ("projection", whatIf.projection.map(paths) ?? .null),
    ])
    return HTMLEscaping.script(model.compact)
  }

  private var tables: JSONText {
    .object(
      whatIf.tables.map { table in
        (table.id, .object(table.columns.map { ($0.id, .array($0.cells.map(WhatIfJSON.value))) }))
      })
  }

  private func input(_ input: WhatIfInput) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("name", .string(input.name)), ("initial", WhatIfJSON.value(input.initial)),
    ]
    switch input.kind {
    case .choice: members.append(("choices", true))
    case .number(let range, _):
      members += [("low", .number(range.lowerBound)), ("high", .number(range.upperBound))]
    }
    return .object(members)
  }

  private func formula(_ formula: WhatIfFormula) -> JSONText {
    ["name": .string(formula.name), "formula": WhatIfJSON.formula(formula.formula)]
  }

  private func result(_ result: WhatIfResult) -> JSONText {
    [
      "name": .string(result.formula.name), "unit": .string(result.unit.rawValue),
      "isDifference": .bool(result.isDifference), "note": WhatIfJSON.formula(result.note),
    ]
  }

  private func paths(_ projection: Projection) -> JSONText {
    [
      "horizon": .string(projection.horizon),
      "paths": .array(
        projection.paths.map {
          ["start": WhatIfJSON.formula($0.start), "next": WhatIfJSON.formula($0.next)]
        }),
    ]
  }
}

/// Formulas, values and the number style as `what-if.js` reads them.
enum WhatIfJSON {
  static func value(_ value: FormulaValue) -> JSONText {
    switch value {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .missing, .bounded: .null
    }
  }

  /// A number as itself, a name as a string, and an operation as a list that begins with its word.
  static func formula(_ formula: Formula) -> JSONText {
    switch formula {
    case .number(let number): .number(number)
    case .text(let text): ["text", .string(text)]
    case .missing: .null
    case .name(let name): .string(name)
    case .calculation(let operation, let a, let b): list(operation.rawValue, [a, b])
    case .comparison(.lessOrEqual, let a, let b): list("less_or_equal", [a, b])
    case .comparison(let comparison, let a, let b): list(comparison.rawValue, [a, b])
    case .isMissing(let a): list("is_missing", [a])
    case .either(let a, let b): list("either", [a, b])
    case .when(let condition, let then, let otherwise): list("when", [condition, then, otherwise])
    case .row(let text, let column): place("row", text, column)
    case .cell(let column, let row): place("cell", row, column)
    }
  }

  private static func list(_ word: String, _ parts: [Formula]) -> JSONText {
    .array([.string(word)] + parts.map(formula))
  }

  private static func place(_ word: String, _ part: Formula, _ column: Formula.TableColumn) -> JSONText {
    [.string(word), formula(part), .string(column.table), .string(column.column)]
  }

  static func style(_ style: ValueStyle) -> JSONText {
    let units = Unit.allCases.map { (name: $0.rawValue, value: unit($0, style)) }
    return [
      "decimal": .string(style.decimalSeparator), "group": .string(style.groupSeparator),
      "missing": .string(style.missing), "units": .object(units),
      "ordinal": [
        "one": .string(style.ordinal.one), "two": .string(style.ordinal.two),
        "few": .string(style.ordinal.few), "other": .string(style.ordinal.other),
      ],
    ]
  }

  /// The digits are those of ``ValueFormatter/text(_:)-quantity``.
  private static func unit(_ unit: Unit, _ style: ValueStyle) -> JSONText {
    func plain(_ pattern: String, _ digits: Double) -> [(name: String, value: JSONText)] {
      [("one", .string(pattern)), ("other", .string(pattern)), ("shown", .number(digits))]
    }
    func counted(_ words: ValueStyle.Counted, _ digits: Double) -> [(name: String, value: JSONText)] {
      [
        ("one", .string(words.one)), ("other", .string(words.other)), ("shown", .number(digits)),
        ("isCounted", true),
      ]
    }
    let members =
      switch unit {
      case .dollarsPerYear, .dollars: plain(style.dollars, 0)
      case .dollarsPerHour: plain(style.dollars, 2)
      case .percent: plain(style.percent, 1)
      case .percentile: [(name: "isOrdinal", value: JSONText.bool(true))]
      case .index: plain("{n}", 3)
      case .count: plain("{n}", 0)
      case .months: counted(style.months, 1)
      case .years: counted(style.years, 2)
      case .hoursPerWeek: counted(style.hoursPerWeek, 2)
      }
    return .object([("stored", .number(Double(unit.storedFractionDigits)))] + members)
  }
}

/// The script of the what-if, which is a file of its own: `what-if.js`.
enum WhatIfScript {
  static let text = PageScript.text("what-if.js")
}
