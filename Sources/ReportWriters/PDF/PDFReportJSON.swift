import ReportModel
import Tabular

/// A report as JSON, for the template of a PDF: neutral to its arrangement. Numbers are in words already, and every word
/// can be shown with the fonts.
///
/// A sentence is a list of runs: `text`, with `link` (an address), or with `source` (the id of a row of the table
/// `sources`) where it has one.
struct PDFReportJSON {
  private let report: Report
  private let fonts: PDFFonts
  private let formatter: ValueFormatter
  private let charts = SVGChartWriter(options: ChartOptions(width: 640))
  private let narrowCharts = SVGChartWriter(options: ChartOptions(width: 340))
  /// Those that have a row in the table of sources, to which their numbers lead.
  private let linkedSources: Set<String>

  init(_ report: Report, fonts: PDFFonts) {
    self.report = report
    self.fonts = fonts
    formatter = ValueFormatter(for: report)
    linkedSources = HTMLBlocks.linkedSources(report)
  }

  /// On one line.
  var text: String { document.compact }

  private var document: JSONText {
    let language = report.language.split(separator: "-").map(String.init)
    let region = language.dropFirst().last { $0.utf8.count == 2 }
    return [
      "language": .string(language.first?.lowercased() ?? "en"),
      "region": region.map { .string($0.uppercased()) } ?? .null,
      "paper": .string(report.paper == .letter ? "us-letter" : "a4"),
      "fonts": .array(fonts.families.map(JSONText.string)),
      "title": text(report.title), "subtitle": prose(report.subtitle), "client_id": text(report.clientID),
      "client_name": text(report.clientName),
      "date": date, "branding": branding, "properties": properties,
      "heading": .array(report.heading.map(fact)), "footer": prose(report.footer),
      "sections": .array(
        report.sections.map { section in
          [
            "id": text(section.id), "part": .string(section.part.rawValue),
            "title": report.heading(of: section).map(text) ?? .null,
            "blocks": .array(section.forReading.blocks.map { block($0, of: section.part) }),
          ]
        }),
    ]
  }

  private var date: JSONText {
    let date = report.reportDate
    return [
      "year": .number(Double(date.year)), "month": .number(Double(date.month)),
      "day": .number(Double(date.day)), "text": text(formatter.text(.date(date))),
    ]
  }

  private var properties: JSONText {
    let properties = report.properties
    return [
      "title": text(properties.title), "subject": text(properties.subject), "author": text(properties.author),
      "organization": text(properties.organization), "keywords": text(properties.keywords),
    ]
  }

  private var branding: JSONText {
    let branding = report.branding
    return [
      "organization": text(branding.organization), "contact": text(branding.contact),
      "disclaimer": text(branding.disclaimer), "primary_color": .string(branding.primaryColor.hex),
      "accent_color": .string(branding.accentColor.hex),
      "logo": branding.logo.map { .string(Self.svg($0)) } ?? .null,
    ]
  }

  /// A picture inside a text: one that JSON can hold.
  private static func svg(_ logo: PNGImage) -> String {
    let size = "width=\"\(logo.width)\" height=\"\(logo.height)\""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)><image \(size) "
      + "href=\"data:image/png;base64,\(Base64.text(logo.bytes))\"/></svg>"
  }

  private func block(_ block: Block, of part: Section.Part) -> JSONText {
    switch block {
    case .leadFigures(let figures):
      [
        "kind": "lead_figures",
        "figures": .array(
          figures.map { figure in
            [
              "role": .string(figure.role.rawValue), "label": prose(figure.label),
              "value": .array([value(figure.value)]), "note": prose(figure.note),
            ]
          }),
      ]
    case .facts(let facts): ["kind": "facts", "facts": .array(facts.map(fact))]
    case .paragraph(let text): ["kind": "paragraph", "text": prose(text)]
    case .passage(let title, let paragraphs):
      ["kind": "passage", "title": prose(title), "paragraphs": .array(paragraphs.map(prose))]
    case .smallPrint(let sentences):
      ["kind": "small_print", "sentences": .array(sentences.map(prose))]
    case .list(let title, let items):
      ["kind": "list", "title": prose(title), "items": .array(items.map(prose))]
    case .callout(let title, let items):
      ["kind": "callout", "title": prose(title), "items": .array(items.map(prose))]
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart, isNarrowToo: part == .choice)
    case .nextSteps(let steps):
      [
        "kind": "next_steps", "title": prose(steps.title), "step_header": text(steps.stepHeader),
        "date_header": text(steps.dateHeader), "blank_date": text(steps.blankDate),
        "steps": .array(
          steps.steps.map { step in
            ["text": prose(step.text), "date": prose(step.date), "link": shortened(step.link)]
          }),
        "blank_lines": .number(Double(max(0, steps.blankLines))),
      ]
    }
  }

  private func fact(_ fact: Fact) -> JSONText {
    ["label": text(fact.label), "value": .array([value(fact.value)]), "note": prose(fact.note)]
  }

  private func table(_ table: Table) -> JSONText {
    [
      "kind": "table", "id": text(table.id), "title": prose(table.title),
      "columns": .array(
        table.columns.map { column in
          [
            "id": text(column.id), "header": text(column.header), "role": .string(column.role.rawValue),
            "note": text(column.note),
          ]
        }),
      "groups": .array(
        table.groups.map { group in
          ["title": prose(group.title), "label": text(group.label), "rows": .array(group.rows.map(row))]
        }),
      "notes": .array(table.notes.map(prose)),
    ]
  }

  /// A cell is a list of runs, empty where there is nothing to show but the sign for it.
  private func row(_ row: Row) -> JSONText {
    [
      "id": text(row.id), "emphasis": .string(row.emphasis.rawValue),
      "cells": .array(
        row.cells.map { cell in
          ["text": .array([value(cell)]), "is_empty": .bool(cell.isEmpty)]
        }),
    ]
  }

  /// The picture says its source beside it, with links, and its title above it, where it can be read aloud.
  ///
  /// - Parameter isNarrowToo: whether the picture is drawn for half a page too.
  private func chart(_ chart: Chart, isNarrowToo: Bool) -> JSONText {
    var drawn = chart
    drawn.source = ""
    return [
      "kind": "chart", "id": text(chart.id), "title": prose(chart.title),
      "alternative_text": text(formatter.text(chart.alternativeText)),
      "svg": text(charts.svg(drawn, of: report)),
      "svg_narrow": isNarrowToo ? text(narrowCharts.svg(drawn, of: report)) : .null,
      "source": prose(chart.source),
    ]
  }

  private func prose(_ prose: Prose) -> JSONText {
    .array(prose.runs.map(self.prose))
  }

  private func prose(_ run: Prose.Run) -> JSONText {
    switch run {
    case .text(let text): ["text": self.text(text)]
    case .value(let value): self.value(value)
    }
  }

  /// What follows a step to be read: an address that is longer than a line shows its site, and leads to all of it.
  private func shortened(_ link: Prose) -> JSONText {
    .array(
      link.runs.map { run in
        guard case .value(.link(let address)) = run, HTMLBlocks.isAddress(address) else {
          return prose(run)
        }
        let shown = Prose.site(of: address, width: HTMLBlocks.longestAddress)
        return ["text": text(shown), "link": .string(address)]
      })
  }

  private func value(_ value: Value) -> JSONText {
    let words = text(formatter.text(value))
    switch value {
    case .source(let id) where linkedSources.contains(id): return ["text": words, "source": text(id)]
    case .link(let address) where HTMLBlocks.isAddress(address):
      return ["text": words, "link": .string(address)]
    default: return ["text": words]
    }
  }

  private func text(_ text: String) -> JSONText { .string(fonts.shown(text)) }
}
