import ReportModel

extension Report {
  /// A small report with every kind of block and of value.
  static let everything = sample(
    title: "Career advising report",
    heading: [
      Fact(label: "Client", value: .text("Zoë Example")),
      Fact(label: "Date", value: .date(ReportDate(year: 2026, month: 2, day: 1))),
      Fact(label: "Dataset", value: .text("Medical coding"), note: "Figures are not aged."),
    ],
    footer: "Made from published figures. Not a promise of pay.",
    sections: [
      Section(
        id: "summary", part: .appendix, title: "Summary", shortTitle: "Summary", blocks: summaryBlocks),
      Section(
        id: "settings", part: .appendix, title: "What other settings pay", shortTitle: "Settings",
        blocks: [.table(settings), .chart(bars), .chart(ranges)]),
    ])

  private static let summaryBlocks: [Block] = [
    .facts([
      Fact(
        label: "Present pay", value: .quantity(.pay(46_000, .statedByClient)),
        note: "Full time, 40 hours a week."),
      Fact(label: "National percentile", value: .quantity(Quantity(37.7, .percentile, .both))),
      Fact(label: "Gain from a second credential", value: .bounded(.atLeast, .pay(2850.81))),
      Fact(label: "State pay level", value: .quantity(Quantity(1.188, .index, .bls))),
      Fact(label: "Payback", value: .missing),
      Fact(label: "Source", value: .source("bls")),
    ]),
    .paragraph(
      Prose([
        .text("The median pay in the nation is "), .value(.quantity(.pay(50_250, .bls))), .text(" "),
        .value(.source("bls")), .text(". Full-time pay is below it — by "),
        .value(.quantity(.difference(-4250))), .text(" or "), .value(.quantity(.difference(-8.5, .percent))),
        .text(".\nThe client says “{{x}}” & <more>."),
      ])),
    .list(
      title: "Key findings",
      items: [
        "A remote position in HCC risk adjustment is advertised with a mean pay that is far above the present pay.",
        "Two credentials go with a higher mean.",
      ]),
    .callout(
      title: "To ask the client",
      items: ["Wages have probably risen since May 2024, the period of the figures of the first source."]),
    .nextSteps(
      NextSteps(
        title: "Agreed next steps", stepHeader: "Step", dateHeader: "By when",
        steps: [
          .init(
            "Register for the CPC examination, and ask the employer to pay its fee before the budget is spent."
          )
        ],
        blankLines: 1)),
  ]

  private static let settings = Table(
    id: "settings", title: "Pay by setting, against the present pay of the client",
    columns: [
      Column(id: "setting", header: "Setting", role: .stub),
      Column(id: "pay", header: "Annual pay", role: .figure),
      Column(id: "difference", header: "Difference", role: .figure),
      Column(id: "percent", header: "In percent", role: .figure),
      Column(id: "mark", header: "Mark", role: .word),
      Column(id: "source", header: "Source", role: .word),
      Column(id: "note", header: "Note", role: .detail),
    ],
    groups: [
      RowGroup(
        title: "Means of a survey of members (wages)",
        rows: [
          Row(
            id: "office",
            cells: [
              .text("Physician office"), .quantity(.pay(51_000)), .quantity(.difference(5000)),
              .quantity(.difference(10.9, .percent)), .text("present setting"), .source("survey"), .missing,
            ], emphasis: .present),
          Row(
            id: "hospital",
            cells: [
              .text("Hospital outpatient department or ambulatory surgery center"), .quantity(.pay(62_120)),
              .quantity(.difference(16_120)), .quantity(.difference(35, .percent)), .text(""),
              .source("survey"),
              .text("The survey counts inpatient and outpatient departments of one hospital as one setting."),
            ]),
        ]),
      RowGroup(
        title: "Advertised pay",
        rows: [
          Row(
            id: "remote",
            cells: [
              .text("Remote"), .range(low: .pay(55_000), high: .pay(70_000), isOpen: false), .missing,
              .missing,
              .text("target"), .source("bls"), .text(""),
            ], emphasis: .target)
        ]),
    ],
    groupHeading: "Basis",
    notes: ["Means and medians are not ranked together.", "[1] BLS, OEWS, May 2024."])

  private static let bars = Chart(
    id: "settings", kind: .bars, title: "Hospitals pay most",
    alternativeText: "A hospital pays 62,120 dollars.",
    categoryAxis: "Setting", valueAxis: "Mean pay in US dollars a year", unit: .dollarsPerYear,
    groups: [
      ChartGroup(
        title: "Means of a survey of members",
        points: [
          ChartPoint(
            id: "hospital", label: "Hospital outpatient department or ambulatory surgery center",
            high: .pay(62_120)),
          ChartPoint(id: "office", label: "Physician office", high: .pay(51_000), emphasis: .present),
          ChartPoint(id: "none", label: "Nothing", high: .pay(0)),
        ])
    ],
    reference: ChartReference(label: "Your pay", quantity: .pay(46_000)), source: "Source: [2]")

  private static let ranges = Chart(
    id: "ladder", kind: .ranges, title: "The ladder", alternativeText: "Each rung pays more.",
    categoryAxis: "Rung", valueAxis: "US dollars a year", unit: .dollarsPerYear,
    groups: [
      ChartGroup(
        title: "",
        points: [
          ChartPoint(id: "entry", label: "Entry", low: .pay(40_000), high: .pay(50_000)),
          ChartPoint(id: "lead", label: "Lead", low: .pay(70_000), high: .pay(95_000)),
        ])
    ],
    reference: nil, source: "")
}
