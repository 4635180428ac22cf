import Calculation
import ReportModel

extension ValueStyle {
  static let english = ValueStyle(
    decimalSeparator: ".", groupSeparator: ",", dollars: "${n}", percent: "{n}%",
    months: Counted(one: "{n} month", other: "{n} months"),
    years: Counted(one: "{n} year", other: "{n} years"),
    hoursPerWeek: Counted(one: "{n} hour a week", other: "{n} hours a week"),
    ordinal: OrdinalEndings(one: "st", two: "nd", few: "rd", other: "th"),
    bounds: [
      .atLeast: "at least {n}", .atMost: "at most {n}", .below: "below {n}", .above: "above {n}",
      .about: "about {n}", .orMore: "{n} and more",
    ],
    range: RangePatterns(
      closed: "{low} to {high}", open: "{low} to {high} and more", floor: "{low} and more"),
    date: "{month} {day}, {year}",
    monthNames: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ], missing: "—")
}

extension Provenance {
  static let bls = Provenance.published(
    Citation(sourceID: "bls", statistic: "median", population: "United States", period: "May 2024"))
  static let survey = Provenance.published(
    Citation(sourceID: "survey", statistic: "mean", population: "members, respondents", period: "2025"))
  static let both = Provenance.counted(survey.citations + bls.citations + survey.citations)
}

extension Comparison {
  /// With these numbers, whatever they were made of.
  init(_ difference: Double, percent: Double) {
    func calculation(_ number: Double) -> AppliedRule {
      AppliedRule(Rule("itself", "number") { $0 }, .init(.exactly(number), .dollarsPerYear, .stated))
    }
    self.init(difference: calculation(difference), percent: calculation(percent))
  }
}

extension Quantity {
  static func pay(_ amount: Double, _ provenance: Provenance = .survey) -> Quantity {
    Quantity(amount, .dollarsPerYear, provenance)
  }

  static func difference(_ amount: Double, _ unit: Unit = .dollarsPerYear) -> Quantity {
    Quantity(amount, unit, .both, isDifference: true)
  }
}

extension Report {
  static func sample(
    clientID: String = "client-1", title: String = "Advising report", heading: [Fact] = [],
    footer: Prose = "", sections: [Section] = [], groups: [FigureGroup] = [],
    sources: [SourceNote] = SourceNote.samples
  ) -> Report {
    Report(
      clientID: clientID, reportDate: ReportDate(year: 2026, month: 2, day: 1), language: "en-US",
      title: title,
      heading: heading, footer: footer, sections: sections, figures: groups, sources: sources,
      properties: DocumentProperties(
        title: title, subject: "", author: "", organization: "", keywords: "", comments: ""),
      style: .english)
  }

  static func sample(figures: [Figure]) -> Report {
    sample(groups: [FigureGroup(sectionID: "settings", title: "By setting", figures: figures)])
  }

  static func sample(blocks: [Block]) -> Report {
    sample(sections: [
      Section(id: "settings", title: "By setting", shortTitle: "Settings", blocks: blocks)
    ])
  }

  /// Each nasty text in each place that takes a text, and each nasty number.
  static let zoo: Report = {
    let texts = ValueZoo.texts
    let figures =
      texts.map {
        Figure(
          itemID: "item", item: $0, measure: "pay", statistic: $0, unit: .dollarsPerYear, value: 1,
          provenance: .published(Citation(sourceID: $0, statistic: $0, population: $0, period: $0)),
          note: Prose($0))
      }
      + ValueZoo.numbers.map {
        Figure(
          itemID: "item", item: "number", measure: "pay", unit: .dollarsPerYear, low: $0, value: $0, high: $0,
          comparison: Comparison($0, percent: $0), provenance: .both)
      }
    let sections = [
      Section(id: "settings", title: texts[4], shortTitle: "Settings", blocks: Block.zoo)
    ]
    return sample(
      clientID: "Zoo.1", title: texts.joined(separator: " "),
      heading: texts.map { Fact(label: $0, value: .text($0), note: Prose($0)) },
      footer: .joined(texts.map { Prose($0) }, separator: " "),
      sections: sections, groups: [FigureGroup(sectionID: "settings", title: texts[4], figures: figures)],
      sources: texts.map {
        SourceNote(id: $0, publisher: $0, title: $0, period: $0, note: $0, link: "https://example.org/")
      })
  }()
}

extension SourceNote {
  static let samples = [
    SourceNote(
      id: "bls", publisher: "BLS", title: "OEWS", period: "May 2024", note: "",
      link: "https://www.bls.gov/oes/"),
    SourceNote(id: "survey", publisher: "AAPC", title: "Salary Survey", period: "2025", note: "", link: nil),
  ]
}

extension Block {
  /// Every kind of block, with each nasty text in each of its places.
  static let zoo: [Block] =
    ValueZoo.texts.flatMap { text -> [Block] in
      let prose = Prose(text)
      let columns = [Column.Role.stub, .figure, .word, .figure, .word, .detail, .detail].enumerated().map {
        Column(id: "c\($0)", header: text, role: $1)
      }
      let rows = (1...2).map {
        Row(id: "r\($0)", cells: columns.map { _ in .text(text) }, emphasis: .present)
      }
      return [
        .facts([Fact(label: text, value: .text(text), note: prose)]),
        .paragraph(prose),
        .leadFigures([LeadFigure(role: .client, label: prose, value: .text(text), note: prose)]),
        .passage(title: prose, paragraphs: [prose, prose]),
        .smallPrint([prose]),
        .list(title: prose, items: [prose, prose]),
        .callout(title: prose, items: [prose]),
        .nextSteps(
          NextSteps(
            title: prose, stepHeader: text, dateHeader: text, steps: [.init(prose, date: prose, link: prose)],
            blankLines: 2)),
        .table(
          Table(
            id: "t", title: prose, columns: columns, groups: [RowGroup(title: prose, rows: rows)],
            groupHeading: text, notes: [prose])),
        .chart(
          Chart(
            id: "c", kind: .bars, title: prose, alternativeText: prose, categoryAxis: text, valueAxis: text,
            unit: .dollarsPerYear,
            groups: [ChartGroup(title: text, points: [ChartPoint(id: "p", label: text, high: .pay(1))])],
            reference: ChartReference(label: text, quantity: .pay(2)), source: prose)),
      ]
    } + [.chart(numbers(.bars)), .chart(numbers(.ranges))]

  private static func numbers(_ kind: Chart.Kind) -> Chart {
    let points = ValueZoo.numbers.enumerated().map { index, number in
      ChartPoint(id: "p\(index)", label: "Point", low: kind == .ranges ? .pay(-1) : nil, high: .pay(number))
    }
    return Chart(
      id: "n", kind: kind, title: "Numbers", alternativeText: "Numbers.", categoryAxis: "Point",
      valueAxis: "US dollars", unit: .dollarsPerYear, groups: [ChartGroup(title: "", points: points)],
      reference: nil, source: "")
  }
}
