import Calculation
import ReportModel

@testable import ReportXLSX

/// A report with every kind of block, value and chart.
enum Fixture {
  static let style = ValueStyle(
    decimalSeparator: ".", groupSeparator: ",", dollars: "${n}", percent: "{n}%",
    months: .init(one: "{n} month", other: "{n} months"), years: .init(one: "{n} year", other: "{n} years"),
    hoursPerWeek: .init(one: "{n} hour a week", other: "{n} hours a week"),
    ordinal: .init(one: "st", two: "nd", few: "rd", other: "th"),
    bounds: [
      .atLeast: "at least {n}", .atMost: "at most {n}", .below: "below {n}", .above: "above {n}",
      .about: "about {n}", .orMore: "{n} and more",
    ],
    range: .init(closed: "{low} to {high}", open: "{low} to {high} and more", floor: "{low} and more"),
    date: "{month} {day}, {year}",
    monthNames: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ], missing: "–")

  static let words = WorkbookWords(
    chartData: "Chart data", whatIfData: "What-if data", sheet: "Sheet", basis: "Basis", column: "Column",
    low: "Low", dashedLine: "dashed line", empty: "(none)", foundRows: "Rows of the choices", name: "Name",
    row: "Row", unknownPath: "(not known)", from: "from", to: "to", height: "Height", now: "Now",
    whatIf: "What if", everyResult: "Every result", contents: "What is where", more: "More",
    allFigures: "All figures", screenOnly: "For the screen.",
    figureHeaders: FigureHeaders(
      subject: "Subject", item: "Item", measure: "Measure", statistic: "Statistic", unit: "Unit",
      low: "From", value: "Value", high: "To", difference: "Difference", percent: "Difference, %",
      source: "Source", otherSources: "More sources", period: "Period", note: "Note", code: "In the CSV"),
    figureWords: FigureWords(
      measures: ["pay_range": "usual pay"], statistics: ["mean": "average"],
      units: [.dollarsPerYear: "dollars a year"]))

  static let sources = [
    SourceNote(
      id: "oews", publisher: "Bureau of Labor Statistics",
      title: "Occupational Employment and Wage Statistics",
      period: "May 2024", note: "Wages of employees; not of the self-employed.",
      link: "https://www.bls.gov/oes/current/oes292072.htm"),
    SourceNote(
      id: "survey", publisher: "AAPC", title: "Salary survey", period: "2024", note: "Members who answered.",
      link: "https://www.aapc.com/resources/salary?year=2024&by=setting#top"),
  ]

  static func quantity(_ amount: Double, _ unit: Unit = .dollarsPerYear, difference: Bool = false) -> Value {
    .quantity(plain(amount, unit, difference: difference))
  }

  static func plain(_ amount: Double, _ unit: Unit = .dollarsPerYear, difference: Bool = false) -> Quantity {
    Quantity(amount, unit, .statedByClient, isDifference: difference)
  }

  static func report(
    sections: [Section]? = nil, clientID: String = "ada", day: Int = 15, branding: Branding = Branding()
  ) -> Report {
    Report(
      clientID: clientID, clientName: "Ada Example", reportDate: ReportDate(year: 2025, month: 6, day: day),
      language: "en-US",
      title: "Advising report for Ada Example",
      heading: [
        Fact(label: "Client", value: .text("Ada Example")),
        Fact(label: "Advisor", value: .text("R&D Guidance & Coaching")),
        Fact(label: "Report date", value: .date(ReportDate(year: 2025, month: 6, day: day))),
        Fact(
          label: "About", value: .text("Medical billing and coding in California, with an aim at remote work")
        ),
      ],
      footer: "Career dataset 2024 & pathbook; published figures, not a promise.",
      sections: sections ?? [summary, settings, ladder, zoo, sourceSection], sources: sources,
      properties: DocumentProperties(
        title: "Advising report", subject: "Medical coding", author: "R. Guide",
        organization: "Guidance & Co",
        keywords: "pay, coding", comments: "Fictional <client>"),
      style: style, branding: branding)
  }

  static let summary = Section(
    id: "summary", title: "Summary", shortTitle: "Summary",
    blocks: [
      .facts([
        Fact(
          label: "Full-time pay", value: quantity(46_000),
          note: "As the client states it; 2,080 hours a year."),
        Fact(label: "The same by the hour", value: quantity(22.115, .dollarsPerHour)),
        Fact(
          label: "National percentile", value: quantity(37.7, .percentile), note: "Between the 25th and 50th."
        ),
        Fact(label: "Against the national median", value: quantity(-8.5, .percent, difference: true)),
        Fact(label: "Experience", value: quantity(1.5, .years)),
        Fact(label: "Credentials", value: quantity(1, .count)),
        Fact(label: "Certified premium", value: .missing, note: "Nothing is published for this group."),
      ]),
      .paragraph(
        Prose([
          .text("The national median is "), .value(quantity(50_250)),
          .text(
            " a year. Wages have probably risen since the figures were collected, and the figures of different "
              + "statistics are not ranked together: a mean of advertised pay is no median of wages paid."),
        ])),
      .list(
        title: "Key findings",
        items: [
          "Remote risk adjustment advertises more than any other setting.",
          Prose([
            .text("A second credential goes with "), .value(.bounded(.atLeast, plain(2_850.81))),
            .text(" more a year: an association in a survey, not a promise."),
          ]),
        ]),
      .nextSteps(
        NextSteps(
          title: "Agreed next steps", stepHeader: "Step", dateHeader: "By when",
          steps: [
            .init("Ask the employer about the risk adjustment team."),
            .init("Book the examination.", date: "by May 2027"),
          ], blankLines: 2)
      ),
      .callout(
        title: "Caveats", items: ["Advertised pay is not pay received.", "Ask for the hours per week."]),
    ])

  static let settings = Section(
    id: "settings", title: "Pay by setting", shortTitle: "By setting",
    blocks: [.table(settingsTable), .chart(settingsChart), .paragraph("What follows the chart.")])

  static let settingsTable = Table(
    id: "settings-pay", title: "What settings pay",
    columns: [
      Column(id: "setting", header: "Setting", role: .stub),
      Column(id: "pay", header: "Annual pay", role: .figure),
      Column(id: "difference", header: "Difference from pay", role: .figure),
      Column(id: "percent", header: "Difference from pay", role: .figure),
      Column(id: "source", header: "Source", role: .word),
      Column(id: "note", header: "Note", role: .detail),
    ],
    groups: [
      RowGroup(
        title: "Median wages paid, Bureau of Labor Statistics",
        rows: [
          Row(
            id: "hospital",
            cells: [
              .text("General hospital"), quantity(56_300), quantity(10_300, difference: true),
              quantity(22.4, .percent, difference: true), .source("oews"), .missing,
            ]),
          Row(
            id: "office",
            cells: [
              .text("Physician office (now)"), quantity(45_380), quantity(-620, difference: true),
              quantity(-1.3, .percent, difference: true), .source("oews"),
              .text(
                "Where the client works today; the figure covers all offices of physicians in the nation."),
            ], emphasis: .present),
        ]),
      RowGroup(
        title: "Mean advertised pay",
        rows: [
          Row(
            id: "hcc",
            cells: [
              .text("Remote HCC risk adjustment (target)"), .bounded(.about, plain(84_640)),
              quantity(38_640, difference: true), quantity(84, .percent, difference: true), .source("survey"),
              .link("https://www.aapc.com/"),
            ], emphasis: .target)
        ]),
    ],
    groupHeading: "Basis", notes: ["Figures of different bases are not ranked together."])

  static let settingsChart = Chart(
    id: "settings-chart", kind: .bars, title: "Remote risk adjustment advertises most",
    alternativeText: "Bars of pay by setting: hospital 56,300; office 45,380; remote 84,640.",
    categoryAxis: "Setting", valueAxis: "US dollars a year", unit: .dollarsPerYear,
    groups: [
      ChartGroup(
        title: "Median wages paid",
        points: [
          ChartPoint(id: "hospital", label: "General hospital", high: plain(56_300)),
          ChartPoint(
            id: "office", label: "Physician office (now)", high: plain(45_380), emphasis: .present),
        ]),
      ChartGroup(
        title: "Mean advertised pay",
        points: [
          ChartPoint(
            id: "hcc", label: "Remote HCC risk adjustment (target)", high: plain(84_640), emphasis: .target)
        ]),
    ],
    reference: ChartReference(label: "Client's pay", quantity: plain(46_000)),
    source: "Sources: [1] and [2].")

  static let ladder = Section(
    id: "ladder", title: "Career ladder", shortTitle: "Ladder",
    blocks: [
      .paragraph("Each rung has a published range."),
      .chart(ladderChart),
      .chart(
        Chart(
          id: "empty", kind: .bars, title: "Nothing is published here", alternativeText: "No bars.",
          categoryAxis: "", valueAxis: "", unit: .percent, groups: [], reference: nil, source: "")),
      .table(
        Table(
          id: "empty-table", title: "No rung above",
          columns: [
            Column(id: "rung", header: "Rung", role: .stub), Column(id: "pay", header: "Pay", role: .figure),
          ], groups: [])),
    ])

  static let ladderChart = Chart(
    id: "ladder-chart", kind: .ranges, title: "The next rung starts above the client's pay",
    alternativeText: "Floating bars of pay by rung.", categoryAxis: "Rung", valueAxis: "US dollars a year",
    unit: .dollarsPerYear,
    groups: [
      ChartGroup(
        title: "",
        points: [
          ChartPoint(
            id: "entry", label: "Entry-level coder (now)", low: plain(40_000), high: plain(48_000),
            emphasis: .present),
          ChartPoint(
            id: "certified", label: "Certified coder (next)", low: plain(55_000), high: plain(70_000)),
          ChartPoint(id: "auditor", label: "Auditor", low: plain(70_000), high: plain(95_000)),
        ])
    ],
    reference: ChartReference(label: "Client's pay", quantity: plain(46_000)), source: "Source: [2].")

  static let zoo = Section(
    id: "zoo", title: "Value zoo: [all] the nasty ones", shortTitle: "Zoo/[*]?",
    blocks: [.table(ValueZoo.table)])

  static let sourceSection = Section(
    id: "sources", title: "Sources", shortTitle: "Sources",
    blocks: [
      .table(
        Table(
          id: "sources", title: "Published sources",
          columns: [
            Column(id: "number", header: "No.", role: .stub),
            Column(id: "publisher", header: "Publisher", role: .word),
            Column(id: "title", header: "Title", role: .detail),
            Column(id: "link", header: "Link", role: .detail),
          ],
          groups: [
            RowGroup(
              rows: sources.map { source in
                Row(
                  id: source.id,
                  cells: [
                    .source(source.id), .text(source.publisher), .text(source.title),
                    source.link.map(Value.text) ?? .missing,
                  ])
              })
          ]))
    ])
}
