import Calculation
import Export
import Foundation
import ReportModel
import SampleReports
import Testing

/// What nothing shows is named: a phrase that no report says, a field of the report that no writer reads.
@Suite struct UnusedTests {
  /// The sources of a room, by the names of their files.
  private static func sources(_ rooms: String...) throws -> [String: String] {
    var found: [String: String] = [:]
    for room in rooms {
      let folder = SampleClients.root.appendingPathComponent("Sources/\(room)")
      for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        ?? .init()
      where file.pathExtension == "swift" {
        found[file.path] = try String(contentsOf: file, encoding: .utf8)
      }
    }
    return found
  }

  /// The names after a dot, but for those that an initializer sets.
  private static func used(in text: String) -> Set<String> {
    var names: Set<String> = []
    for part in text.replacingOccurrences(of: "self.", with: "").components(separatedBy: ".").dropFirst() {
      let start = part.hasPrefix("`") ? part.dropFirst() : part[...]
      names.insert(String(start.prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
    }
    return names
  }

  @Test func `every phrase is said somewhere`() throws {
    let code = try Self.sources("AdvisingReport").values.joined(separator: "\n")
    let used = Self.used(in: code)
    var declarations = 0
    // The phrases of columns, of rules and of their numbers are found by ids (see the next tests), those of figures by
    // their codes (`WorkbookSheetsTests` holds the words to the codes of the sample reports).
    let found: Set<Substring> = [
      "ColumnNotePhrase", "RulePhrase", "ParameterPhrase", "FigureMeasurePhrase", "FigureStatisticPhrase",
    ]
    for match in code.matches(of: /enum (\w+): String, PhraseKey \{((?s:.*?))\n\}/)
    where !found.contains(match.1) {
      declarations += 1
      for line in match.2.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) })
      where line.hasPrefix("case ") {
        for name in line.dropFirst(5).split(separator: ",") {
          let word = name.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
          #expect(word.isEmpty || used.contains(word), "nothing says \(match.1).\(word)")
        }
      }
    }
    #expect(declarations > 20)
  }

  @Test func `every note of a column stands in a report`() throws {
    let yaml = try String(
      contentsOf: SampleClients.root.appendingPathComponent("Templates/standard/template.yaml"),
      encoding: .utf8)
    let group = try #require(yaml.firstMatch(of: /\n  column_note:\n((?:    .*\n)+)/)?.1)
    var left = Set(
      group.split(separator: "\n").compactMap {
        $0.split(separator: ":").first?.trimmingCharacters(in: .whitespaces)
      })
    #expect(left.contains("basis"))
    for id in SampleClients.ids {
      for table in try SampleClients.report(id).everyTable {
        left.subtract(table.columns.filter { !$0.note.isEmpty }.map(\.id))
        if table.groups.count > 1, !table.groupNote.isEmpty { left.remove("basis") }
      }
    }
    #expect(left.isEmpty, "no report has \(left.sorted())")
  }

  @Test func `every field of a report is read by a writer, or by the model for one`() throws {
    let model = try Self.sources("ReportModel")
    let writers = try Self.sources("ReportWriters", "ReportXLSX", "Export", "AdvisingReport").values
      .joined(separator: "\n")
    let used = Self.used(in: writers + model.values.joined(separator: "\n"))
    for (file, text) in model {
      for match in text.matches(of: /public (?:internal\(set\) )?(?:let|var) (\w+)/) {
        let name = String(match.1)
        #expect(used.contains(name), "nothing reads \(name) of \((file as NSString).lastPathComponent)")
      }
    }
  }

  /// The operations that a formula is made of, by name. A new case of ``Formula`` does not compile without a name here.
  private static func operations(in formula: Formula) -> Set<String> {
    func with(_ name: String, _ parts: Formula...) -> Set<String> {
      parts.reduce(into: [name]) { $0.formUnion(operations(in: $1)) }
    }
    return switch formula {
    case .number: ["number"]
    case .text: ["text"]
    case .missing: ["missing"]
    case .name: ["name"]
    case .calculation(let operation, let a, let b): with(operation.rawValue, a, b)
    case .comparison(let comparison, let a, let b): with(comparison.rawValue, a, b)
    case .isMissing(let a): with("isMissing", a)
    case .either(let a, let b): with("either", a, b)
    case .when(let condition, let a, let b): with("when", condition, a, b)
    case .row(let text, _): with("row", text)
    case .cell(_, let row): with("cell", row)
    }
  }

  private static let everyOperation: Set<String> = {
    var names: Set<String> = [
      "number", "text", "missing", "name", "isMissing", "either", "when", "row", "cell",
    ]
    names.formUnion(Formula.Operator.allCases.map { $0.rawValue })
    names.formUnion(Formula.Comparison.allCases.map { $0.rawValue })
    return names
  }()

  @Test func `every operation of formulas is part of a calculation`() throws {
    var used: Set<String> = []
    for id in SampleClients.ids {
      guard let whatIf = try SampleClients.report(id).whatIf else { continue }
      var formulas = whatIf.formulas.map(\.formula)
      formulas += whatIf.groups.flatMap { $0.results.map(\.note) }
      formulas += whatIf.projection.map { $0.paths.flatMap { [$0.start, $0.next] } } ?? []
      for formula in formulas { used.formUnion(Self.operations(in: formula)) }
    }
    let unused = Self.everyOperation.subtracting(used).sorted()
    #expect(unused.isEmpty, "no calculation needs \(unused)")
    #expect(used.isSubset(of: Self.everyOperation))
  }
}
