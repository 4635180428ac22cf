import TestValues
import Testing

@testable import CareerData

@Suite struct CatalogueTests {
  private let files: [String: [UInt8]]
  private let catalogue: Catalogue

  init() throws {
    files = try SampleFiles.catalogue()
    catalogue = Catalogue(DatasetFiles(files: files))
  }

  @Test func `all files together are under 400 kB`() {
    #expect(files.values.reduce(0) { $0 + $1.count } < 400_000)
  }

  @Test func `the shipped catalogue has no problem, and checking changes nothing`() throws {
    #expect(try Catalogue(checking: DatasetFiles(files: files)) == catalogue)
  }

  @Test func `an occupation is found by its code, and it alone`() throws {
    let titles = catalogue.titles
    #expect(titles.map(\.socCode) == titles.map(\.socCode).sorted())
    for (code, title) in titles { #expect(catalogue[code]?.title == title, "\(code)") }
    for code in ["", "00-0000", "11-0000", "29-2073", "31-1121", "99-9999", "29-207", "29-20722", "soc"] {
      #expect(catalogue[code] == nil, "\(code)")
    }
    #expect(catalogue.occupations.first == catalogue["11-1011"])
  }

  @Test func `amounts without an upper end are open, and what is not published is missing`() throws {
    let chiefs = try #require(catalogue["11-1011"])
    let top = try #require(chiefs.pay(.percentile90, .annual))
    #expect(top.isOpenEnded && top.low == 239_200 && top.value == nil && top.high == nil)
    #expect(chiefs.pay(.percentile90, .hourly)?.low == 115)
    #expect(chiefs.pay(.median, .annual)?.value == 206_420)
    let teachers = try #require(catalogue["25-2021"])
    #expect(teachers.isAnnualOnly && teachers.pay.count == 6 && !teachers.isHourlyOnly)
    let actors = try #require(catalogue["27-2011"])
    #expect(actors.isHourlyOnly && actors.pay(.median, .annual) == nil && !actors.isAnnualOnly)
    #expect(try #require(catalogue["29-2052"]).outlook(.selfEmployed) == nil)
    let all = catalogue.occupations
    #expect(all.count { $0.isAnnualOnly } == 59 && all.count { $0.isHourlyOnly } == 5)
  }

  @Test func `the outlook of medical records specialists is the published one`() throws {
    let specialists = try #require(catalogue["29-2072"])
    #expect(specialists.outlook(.employment)?.value == 194_800)
    #expect(specialists.outlook(.projectedEmployment)?.value == 208_600)
    #expect(specialists.outlook(.growth)?.value == 7.1)
    #expect(specialists.outlook(.openings)?.value == 14_200)
    #expect(specialists.outlook(.growth)?.period == "2024-2034")
    #expect(specialists.entry?.education == .certificate && specialists.entry?.training == EntryTraining.none)
    #expect(specialists.projectionCode == nil)
  }

  @Test func `a member of a group leads to the group`() {
    #expect(catalogue.group(of: "31-1121")?.socCode == "31-1120")
    #expect(catalogue.group(of: "21-1011")?.socCode == "21-1018")
    #expect(catalogue.group(of: "29-2072") == nil && catalogue.group(of: "55-1011") == nil)
  }

  @Test func `thirteen occupations have pay by state`() {
    let counts = catalogue.titles.map { catalogue.statePay(of: $0.socCode).count }.filter { $0 > 0 }
    #expect(counts.count == 13 && counts.reduce(0, +) == 694)
    let california = catalogue.statePay(of: "29-2072").first { $0.stateCode == "CA" }
    #expect(california?.pay(.median)?.value == 59_700)
    #expect(california?.pay(.median)?.subject == Subject(.area, "state:CA"))
    #expect(california?.locationQuotient == 0.9)
  }

  @Test func `related occupations are others of the catalogue, each once, the nearest first`() {
    let codes = Set(catalogue.titles.map(\.socCode))
    for code in codes {
      let related = catalogue.relatedOccupations(to: code)
      #expect(Set(related.map(\.socCode)).count == related.count, "\(code)")
      #expect(related.allSatisfy { $0.socCode != code && codes.contains($0.socCode) }, "\(code)")
    }
    let first = catalogue.relatedOccupations(to: "29-2072").prefix(5)
    #expect(first.map(\.socCode) == ["31-9094", "29-9021", "31-9092", "43-6013", "43-4071"])
    #expect(first.allSatisfy { $0.tier == .primaryShort })
  }

  @Test func `O*NET is named as its license asks`() throws {
    let source = try #require(catalogue.onetSource)
    #expect(source.title == "O*NET 29.3 Database" && source.note.contains("CC BY 4.0"))
    #expect(source.note.contains("modified"))
    #expect(source.publisher == "U.S. Department of Labor, Employment and Training Administration")
  }
}

/// A catalogue that somebody has changed.
@Suite struct CatalogueCheckTests {
  private func problems(_ old: String, _ new: String, in file: String) throws -> [String] {
    var files = try SampleFiles.catalogue()
    let text = String(decoding: try #require(files[file]), as: UTF8.self)
    #expect(text.contains(old))
    files[file] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    do throws(DatasetErrors) {
      _ = try Catalogue(checking: DatasetFiles(files: files))
      return []
    } catch { return error.description.split(separator: "\n").map(String.init) }
  }

  @Test(arguments: [
    ("29-2072,CA,", "29-2073,CA,", "state_pay.csv", "29-2073"),
    ("11-1011,Chief Executives,211850,", "11-1011,Chief Executives,many,", "occupations.csv", "many"),
    ("73710,126080", "73710,**", "occupations.csv", "**"),
    ("bachelor,5-years,none", "bachelor,ages,none", "occupations.csv", "ages"),
    ("soc,title,employment", "code,title,employment", "occupations.csv", "soc"),
  ])
  func `a mistake is told with its file`(_ old: String, _ new: String, _ file: String, _ found: String) throws
  {
    let problems = try problems(old, new, in: file)
    #expect(problems.contains { $0.hasPrefix(file) && $0.contains(found) }, "\(problems)")
  }

  @Test func `rows in another order are brought into that of the codes`() throws {
    var files = try SampleFiles.catalogue()
    let lines = String(decoding: try #require(files["occupations.csv"]), as: UTF8.self).split(separator: "\n")
    let turned = [lines[0]] + lines.dropFirst().reversed()
    files["occupations.csv"] = Array((turned.joined(separator: "\n") + "\n").utf8)
    let catalogue = try Catalogue(checking: DatasetFiles(files: files))
    #expect(catalogue["29-2072"]?.title == "Medical Records Specialists")
    #expect(catalogue == Catalogue(DatasetFiles(files: try SampleFiles.catalogue())))
  }

  @Test func `a table that is missing is told`() throws {
    var files = try SampleFiles.catalogue()
    files["factors.csv"] = nil
    #expect(throws: DatasetErrors.self) { try Catalogue(checking: DatasetFiles(files: files)) }
    #expect(throws: DatasetErrors.self) { try Catalogue(checking: DatasetFiles(files: [:])) }
  }
}

@Suite struct CatalogueTableTests {
  private func table(_ lines: String...) -> CatalogueTable {
    CatalogueTable(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  @Test func `rows of a code stand together and are found, the first and the last too`() {
    let table = table("soc,n", "a,1", "a,2", "b,3", "d,4", "d,\"5,x\"")
    #expect(table.rows(of: "a").map { $0["n"] } == ["1", "2"])
    #expect(table.rows(of: "b").map { $0["n"] } == ["3"])
    #expect(table.rows(of: "d").map { $0["n"] } == ["4", "5,x"])
    for code in ["", "c", "e", "A", "ab"] { #expect(table.rows(of: code).isEmpty, "\(code)") }
    #expect(table.rows.count == 5)
  }

  @Test
  func `a table without rows, a file without anything, and a last line without an end have no surprise`() {
    #expect(CatalogueTable([]).rows(of: "a").isEmpty && CatalogueTable([]).rows.isEmpty)
    #expect(table("soc,n").rows(of: "a").isEmpty)
    #expect(CatalogueTable(Array("soc,n\na,1".utf8)).rows(of: "a").map { $0["n"] } == ["1"])
    #expect(CatalogueTable(Array("soc,n\na,1".utf8)).rows(of: "a")[0]["m"] == "")
  }
}
