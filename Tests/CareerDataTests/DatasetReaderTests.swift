import CareerData
import TestValues
import Testing

struct DatasetReaderTests {
  @Test(arguments: ["medical-coding", "lighthouse-keeping"])
  func `the datasets of the repository have no problem`(_ name: String) throws {
    #expect(try BrokenDataset(name).errors()?.description == nil)
  }

  @Test func `a small dataset has the tables of its package and no others`() throws {
    let dataset = try SampleFiles.dataset("lighthouse-keeping")
    #expect(
      dataset.tables == [.sources, .populations, .occupations, .areas, .pay, .figures, .settings, .rungs])
    #expect(dataset.occupation.socCode == "00-0001")
    #expect(dataset.records.areas.map(\.id) == ["national", "state:ME", "state:OR"])
    #expect(dataset.records.credentials.isEmpty)
    #expect(dataset.records.employers.isEmpty)
  }

  @Test func `a record holds each cell of its row`() throws {
    let dataset = try SampleFiles.dataset("lighthouse-keeping")
    #expect(
      dataset.pay(of: Subject(.area, "state:ME")).last
        == PayFigure(
          id: "census-state-ME-p90", subject: Subject(.area, "state:ME"), statistic: .percentile90,
          basis: .annual,
          low: 54000, value: nil, high: nil, isOpenEnded: true, populationID: "keepers", detail: "",
          period: "2023",
          sourceID: "census-of-lights", isEditorial: false, note: "published as at or above this amount"))
    #expect(dataset.pay(of: Subject(.area, "state:OR")).map(\.value) == [30250.5])
    #expect(dataset.figures(of: .national).map(\.value) == [640, -3.5, 12])
    #expect(dataset.records.settings[2].typicalWork == "tending the lamp\nat anchor, in all weathers")
    #expect(dataset.records.rungs[2].experienceHigh == nil)
    #expect(dataset.source("almanac")?.lastDay == nil)
    #expect(dataset.source("almanac")?.link == nil)
    #expect(dataset.source("almanac")?.isEditorial == true)
    #expect(dataset.population("keepers")?.kind == .paidWages)
  }

  @Test(arguments: CareerDataset.Table.allCases)
  func `each table but the required ones can be left out, with what refers to it`(
    _ table: CareerDataset.Table
  ) throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.removeResources { $0 == table.rawValue }
    let errors = dataset.errors()
    if CareerDataset.Table.required.contains(table) {
      let problem = try #require(errors?.problems.first { $0.kind == .tableMissing })
      #expect(problem.file == "datapackage.json")
      #expect(problem.allowed == [table.rawValue])
    } else {
      // Nothing but rows and keys that refer to the table can be wrong now.
      for problem in errors?.problems ?? [] {
        #expect([.orphan, .badKey].contains(problem.kind), "\(problem)")
      }
    }
  }

  @Test func `a table without rows is there and empty`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.append("", to: "rungs.csv")
    dataset.files["rungs.csv"] = Array(
      "id,order,title,experience_low,experience_high,experience_editorial,experience_note,work,source\n".utf8)
    let pay = try dataset.text("pay.csv").split(separator: "\n").filter { !$0.contains(",rung,") }
    dataset.files["pay.csv"] = Array((pay.joined(separator: "\n") + "\n").utf8)
    let read = try DatasetReader.read(DatasetFiles(files: dataset.files))
    #expect(read.tables.contains(.rungs))
    #expect(read.records.rungs.isEmpty)
  }

  @Test func `unknown tables and columns are checked by their schema and left out`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(
      "\"resources\": [",
      with: """
        "resources": [
          {"name": "keepsakes", "path": "keepsakes.csv", "schema": {"fields": [
            {"name": "id", "type": "integer"}, {"name": "when", "type": "yearmonth"}, {"name": "what"}]}},
        """, in: "datapackage.json")
    try dataset.replace(
      "{\"name\": \"title\", \"type\": \"string\", \"constraints\": {\"required\": true}}",
      with:
        "{\"name\": \"color\"}, {\"name\": \"title\", \"type\": \"string\", \"constraints\": {\"required\": true}}",
      in: "datapackage.json")
    try dataset.replace("id,publisher,title", with: "id,publisher,color,title", in: "sources.csv")
    try dataset.replace(
      "Office of Imaginary Coasts,", with: "Office of Imaginary Coasts,red,", in: "sources.csv")
    try dataset.replace("The Keeper's Almanac,", with: "The Keeper's Almanac,,", in: "sources.csv")
    dataset.files["keepsakes.csv"] = Array("id,when,what\n1,2020-01,a lamp\n".utf8)
    #expect(dataset.errors()?.description == nil)
    let read = try DatasetReader.read(DatasetFiles(files: dataset.files))
    #expect(read.source("census-of-lights")?.title == "Census of Lights")

    dataset.files["keepsakes.csv"] = Array("id,when,what\none,2020-01,a lamp\n".utf8)
    #expect(dataset.errors()?.problems.map(\.kind) == [.wrongType])
  }

  @Test func `files that a spreadsheet has saved read the same`() throws {
    let original = try SampleFiles.dataset("lighthouse-keeping")
    var dataset = try BrokenDataset("lighthouse-keeping")
    for (name, bytes) in dataset.files where name.hasSuffix(".csv") && name != "settings.csv" {
      let text = String(decoding: bytes, as: UTF8.self)
      let saved = "\u{FEFF}" + text.replacing("\n", with: "\r\n").replacing("true", with: "TRUE")
      dataset.files[name] = Array(saved.utf8)
    }
    let read = try DatasetReader.read(DatasetFiles(files: dataset.files))
    #expect(read.records == original.records && read.tables == original.tables)
  }

  @Test func `cells that the schema names as missing are missing`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    let text = try dataset.text("datapackage.json")
    dataset.files["datapackage.json"] = Array(
      text.replacing("\"missingValues\": [\"\"]", with: "\"missingValues\": [\"\", \"-\"]").utf8)
    try dataset.replace("annual,,21000,,false", with: "annual,-,21000,-,false", in: "pay.csv")
    let read = try DatasetReader.read(DatasetFiles(files: dataset.files))
    #expect(read.records.pay[0].low == nil)
    #expect(read.records.pay[0].value == 21000)
  }
}
