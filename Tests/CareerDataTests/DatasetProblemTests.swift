import CareerData
import Testing

struct DatasetProblemTests {
  /// One thing broken in the shipped dataset, and the problem that it must give.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let problem: DatasetProblem
    let words: [String]
    var testDescription: String { name }
  }

  private static func cell(
    _ name: String, _ file: String, _ old: String, _ new: String, row: Int, _ column: String,
    _ kind: DatasetProblem.Kind, found: String? = nil, allowed: [String] = [], words: [String] = []
  ) -> Case {
    let problem = DatasetProblem(
      file: file, row: row, column: column, kind: kind, found: found, allowed: allowed)
    return Case(name: name, file: file, old: old, new: new, problem: problem, words: words)
  }

  static let kinds = [
    "area", "industry", "setting", "specialization", "credential_group", "credential", "rung", "employer",
    "step",
    "occupation",
  ]

  static let cases: [Case] = [
    // Types
    cell(
      "a number with a comma", "pay.csv", ",55721,", ",\"55,721\",", row: 2, "value", .wrongType,
      found: "55,721",
      allowed: ["number"], words: ["\"55,721\" is not a number", "without commas"]),
    cell(
      "nan", "pay.csv", ",55721,", ",nan,", row: 2, "value", .wrongType, found: "nan", allowed: ["number"]),
    cell(
      "infinity", "pay.csv", ",55721,", ",inf,", row: 2, "value", .wrongType, found: "inf",
      allowed: ["number"]),
    cell(
      "a hexadecimal number", "pay.csv", ",55721,", ",0xD9A9,", row: 2, "value", .wrongType, found: "0xD9A9",
      allowed: ["number"]),
    cell(
      "an order with a point", "rungs.csv", "certified-coder,2,", "certified-coder,2.5,", row: 3, "order",
      .wrongType,
      found: "2.5", allowed: ["integer"], words: ["whole number"]),
    cell(
      "a truth value", "settings.csv", "Hospital,false", "Hospital,no", row: 2, "overlaps_others", .wrongType,
      found: "no", allowed: ["boolean"], words: ["true or false"]),
    cell(
      "a date as a spreadsheet writes it elsewhere", "sources.csv", "2024-05-31", "31/5/2024", row: 2,
      "last_day",
      .wrongType,
      found: "31/5/2024", allowed: ["date"], words: ["YYYY-MM-DD"]),
    cell(
      "a day that does not exist", "sources.csv", "2024-05-31", "2024-02-30", row: 2, "last_day", .wrongType,
      found: "2024-02-30", allowed: ["date"]),
    // What a report cannot calculate with, whatever the schema allows
    cell(
      "pay of nothing", "pay.csv", ",55721,", ",0,", row: 2, "value", .belowMinimum, found: "0",
      allowed: ["0.01"], words: ["the minimum is 0.01"]),
    cell(
      "pay without end", "pay.csv", ",55721,", ",1e307,", row: 2, "value", .aboveMaximum, found: "1e307",
      allowed: ["1000000000000"], words: ["the maximum is 1000000000000"]),
    // Constraints
    cell(
      "a required value", "populations.csv", ",career guide,", ",,", row: 7, "label",
      .valueMissing,
      words: ["no value", "fill it in"]),
    cell(
      "a statistic", "pay.csv", "none,mean", "none,average", row: 2, "statistic", .notAllowed,
      found: "average",
      allowed: ["p10", "p25", "median", "p75", "p90", "mean", "range", "top"], words: ["use p10, p25"]),
    cell(
      "a unit", "figures.csv", ",count,count (rounded),all", ",jobs,count (rounded),all", row: 2, "unit",
      .notAllowed, found: "jobs",
      allowed: ["count", "percent", "months", "years"]),
    cell(
      "pay below zero", "pay.csv", ",55721,", ",-55721,", row: 2, "value", .belowMinimum, found: "-55721",
      allowed: ["0"], words: ["the minimum is 0"]),
    cell(
      "a SOC code", "occupations.csv", "11-9111", "119111", row: 3, "soc_code", .patternMismatch,
      found: "119111",
      allowed: ["\\d{2}-\\d{4}"]),
    cell(
      "an id twice", "employers.csv", "gebbs,", "optum,", row: 6, "id", .duplicate(firstRow: 2),
      found: "optum",
      words: ["already in row 2"]),
    cell(
      "a key of two columns twice", "rung_credentials.csv", "him-manager,RHIT", "him-manager,RHIA", row: 16,
      "credential", .duplicate(firstRow: 15), found: "him-manager, RHIA"),
    cell(
      "a source that is not there", "drivers.csv", "value-based care,guide-2026", "value-based care,guide",
      row: 2,
      "source", .orphan, found: "guide", allowed: ["sources"], words: ["not an id in the table sources"]),
    cell(
      "a population that is not there", "pay.csv", "aapc-respondents", "aapc", row: 2, "population", .orphan,
      found: "aapc", allowed: ["populations"]),
    cell(
      "a rung that is not there", "specializations.csv", "certified-coder", "certified", row: 6,
      "nearest_rung",
      .orphan, found: "certified", allowed: ["rungs"]),
    cell(
      "a credential that is not there", "credentials.csv", "AAPC,CPC,2", "AAPC,CPD,2", row: 2, "becomes",
      .orphan,
      found: "CPD", allowed: ["credentials"]),
    // What Pathbook needs beyond the schema
    cell(
      "a subject that is not there", "pay.csv", "credential_group,none", "rung,none", row: 2, "subject",
      .orphan,
      found: "none", allowed: ["rungs"]),
    cell(
      "a subject of a kind that is not there", "pay.csv", "credential_group,none", "group,none", row: 2,
      "subject_kind", .notAllowed, found: "group", allowed: kinds),
    cell(
      "a group of credentials", "pay.csv", "credential_group,none", "credential_group,four", row: 2,
      "subject",
      .notAllowed, found: "four", allowed: ["none", "any", "one", "two", "three_or_more"]),
    cell(
      "a subject of a figure", "figures.csv", "step,train", "step,learn", row: 11, "subject", .orphan,
      found: "learn",
      allowed: ["start_steps"]),
    cell(
      "a subject of a disagreement", "disagreements.csv", "rung,him-director", "rung,him", row: 4, "subject",
      .orphan,
      found: "him", allowed: ["rungs"]),
    cell(
      "a row without a number", "pay.csv", ",55721,", ",,", row: 2, "value", .numberMissing,
      words: ["the row has no number", "fill in value"]),
    cell(
      "low above high", "pay.csv", "37500,,50000", "50000,,37500", row: 14, "low", .wrongOrder,
      found: "50000, 37500"),
    cell(
      "low above value", "figures.csv", "4,,9,months", "4,3,9,months", row: 11, "low", .wrongOrder,
      found: "4, 3, 9"),
    cell(
      "costs out of order", "credential_costs.csv", "199,299", "299,199", row: 4, "low", .wrongOrder,
      found: "299, 199"),
    cell(
      "years out of order", "rungs.csv", ",8,15,", ",15,8,", row: 6, "experience_low", .wrongOrder,
      found: "15, 8"),
    cell(
      "an id of both tables of figures", "figures.csv", "bls-ep-growth", "oews-national-mean", row: 3, "id",
      .idInTwoTables, found: "oews-national-mean", allowed: ["pay"], words: ["also an id in pay"]),
    cell(
      "a recalculation", "disagreements.csv", "value(pay:oews-11-9111-median)", "median(11-9111)", row: 4,
      "recalculation", .badRecalculation, found: "median(11-9111)",
      allowed: [
        "value(pay:ID)", "premium(pay:ID, pay:ID)", "share(figure:ID, figure:ID)", "sum(figure:ID, …)",
      ]),
    cell(
      "a figure of a recalculation", "disagreements.csv", "pay:oews-11-9111-median", "pay:oews-11-9111",
      row: 4,
      "recalculation", .orphan, found: "oews-11-9111", allowed: ["pay"]),
    // Files
    cell(
      "a control character", "drivers.csv", "value-based care", "value\u{1B}[31m", row: 2, "text",
      .controlCharacter, found: "\u{1B}", words: ["\\u{1B}", "remove it"]),
    cell(
      "an unclosed quote", "drivers.csv", "an ageing population", "\"an ageing population", row: 4, "text",
      .malformedCSV(.unclosedQuote), words: ["not closed", "close the field"]),
    cell(
      "a stray quote", "drivers.csv", "an ageing population", "an \"ageing\" population", row: 4, "text",
      .malformedCSV(.strayQuote), words: ["quotation mark"]),
    cell(
      "a column's name", "drivers.csv", "id,text", "id,words", row: 1, "text", .headerMismatch,
      found: "words",
      allowed: ["text"], words: ["named \"words\"", "name it text"]),
    cell(
      "a column less", "drivers.csv", "id,text,source", "id,text", row: 1, "source", .headerMismatch,
      allowed: ["source"], words: ["missing"]),
    cell(
      "a column more", "drivers.csv", "id,text,source", "id,text,source,color", row: 1, "color",
      .headerMismatch,
      found: "color", allowed: ["as a field of the schema"]),
  ]

  @Test(arguments: cases)
  func `each problem is found where it is`(_ example: Case) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(example.old, with: example.new, in: example.file)
    let problems = dataset.errors()?.problems ?? []
    #expect(problems.first { $0.file == example.file } == example.problem)
    let text = problems.first { $0.file == example.file }?.description ?? ""
    #expect(
      text.hasPrefix("\(example.file): row \(example.problem.row ?? 0), \(example.problem.column ?? ""): "))
    for word in example.words { #expect(text.contains(word), "\(text)") }
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test(arguments: [
    (
      "a field too many", "drivers.csv", "value-based care,", "value-based, care,", 2,
      DatasetProblem.Kind.malformedCSV(.fieldCount(expected: 3, found: 4))
    ),
    ("a blank line", "drivers.csv", "ageing-population", "\nageing-population", 4, .malformedCSV(.blankLine)),
  ])
  func `a problem of a whole row names no column`(
    _ name: String, _ file: String, _ old: String, _ new: String, _ row: Int, _ kind: DatasetProblem.Kind
  ) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(old, with: new, in: file)
    #expect(dataset.errors()?.problems == [DatasetProblem(file: file, row: row, kind: kind)])
  }

  @Test func `rows are counted in lines of the file`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.append("tower,Tower,maybe,,almanac,", to: "settings.csv")
    #expect(dataset.errors()?.problems.map(\.row) == [6])
  }

  @Test func `a file that is missing or not UTF-8 or empty is named`() throws {
    var dataset = try BrokenDataset("medical-coding")
    dataset.files["drivers.csv"] = nil
    #expect(dataset.errors()?.problems == [DatasetProblem(file: "drivers.csv", kind: .fileMissing)])
    dataset.files["drivers.csv"] = Array("id,text,source\na,".utf8) + [0xE9] + Array(",guide-2026\n".utf8)
    #expect(
      dataset.errors()?.problems == [
        DatasetProblem(file: "drivers.csv", row: 2, column: "text", kind: .malformedCSV(.invalidUTF8))
      ])
    dataset.files["drivers.csv"] = []
    #expect(
      dataset.errors()?.problems == [DatasetProblem(file: "drivers.csv", row: 1, kind: .malformedCSV(.empty))]
    )
  }

  @Test func `there must be a package`() {
    #expect(
      throws: DatasetErrors.self, performing: { try DatasetReader.read(DatasetFiles(files: [:])) })
  }

  @Test func `a dataset is about exactly one occupation`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace("services management,false", with: "services management,true", in: "occupations.csv")
    #expect(dataset.errors()?.problems.map(\.kind) == [.subjectOccupations])
    #expect(dataset.errors()?.problems.first?.found == "2")
    dataset = try BrokenDataset("medical-coding")
    try dataset.replace("coding,true", with: "coding,false", in: "occupations.csv")
    #expect(dataset.errors()?.problems.first?.found == "0")
  }

  @Test func `what a broken cell leads to is not said again`() throws {
    var dataset = try BrokenDataset("medical-coding")
    // Of 600 figures all but a few have this population; its row cannot be read.
    try dataset.replace(
      "oews-wage-and-salary,wage", with: "oews-wage-and-salary,\"wage\" and", in: "populations.csv")
    #expect(dataset.errors()?.problems.map(\.file) == ["populations.csv"])
  }

  @Test func `all problems of all files come in one run, in the order of files and rows`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",55721,", with: ",abc,", in: "pay.csv")
    try dataset.replace("none,mean", with: "none,average", in: "pay.csv")
    try dataset.replace("aapc-credentials-two-mean,", with: ",", in: "pay.csv")
    try dataset.replace("2024-05-31", with: "tomorrow", in: "sources.csv")
    try dataset.replace("optum,", with: ",", in: "employers.csv")
    dataset.files["drivers.csv"] = nil
    let problems = try #require(dataset.errors()?.problems)
    #expect(
      problems.map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" } == [
        "sources.csv 2 last_day", "pay.csv 2 statistic", "pay.csv 2 value", "pay.csv 4 id",
        "pay.csv 21 subject",
        "employers.csv 2 id", "drivers.csv 0 ",
      ])
  }

  @Test func `a file with very many problems lists some and counts the rest`() throws {
    var dataset = try BrokenDataset("medical-coding")
    let text = try dataset.text("pay.csv").replacing(",May 2024,", with: ",,")
    dataset.files["pay.csv"] = Array(text.utf8)
    let errors = try #require(dataset.errors())
    #expect(errors.problems.count == DatasetErrors.limitPerFile)
    #expect(errors.rest == [DatasetErrors.Rest(file: "pay.csv", count: 614 - 50)])
    #expect(errors.description.hasSuffix("\npay.csv: 564 more problems"))
  }

  @Test func `characters that turn text around do not act in messages`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",55721,", with: ",5\u{202E}1,", in: "pay.csv")
    #expect(dataset.errors()?.description.contains("\"5\\u{202E}1\" is not a number") == true)
  }

  @Test func `long texts are cut in messages`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(",55721,", with: "," + String(repeating: "9", count: 500) + "x,", in: "pay.csv")
    #expect(dataset.errors()?.problems.first?.found == String(repeating: "9", count: 60) + "…")
  }
}
