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

  /// No text of it can end the element that holds it, or be taken for markup.
  private var data: String {
    let model = JSONText.object([
      ("style", WhatIfJSON.style(style)), ("tables", tables),
      ("inputs", .array(whatIf.inputs.map(input))),
      ("formulas", .array(whatIf.formulas.map(formula))),
      ("results", .array(whatIf.groups.flatMap(\.results).map(result))),
      ("projection", whatIf.projection.map(paths) ?? .null),
    ])
    return HTMLEscaping.clean(model.compact).replacing("<", with: "\\u003c").replacing("&", with: "\\u0026")
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
