import CareerData
import Foundation
import Pathbook
import TestValues
import Testing

/// The examples of Documentation/swift.md, each in a function of its own. `DocumentedSwiftTests` compares the two.
struct SwiftPageTests {
  private let folder: TestFolder
  private let reports: CareerReports
  private let day: CalendarDate

  init() throws {
    folder = try TestFolder()
    reports = try CareerReports()
    day = try #require(CalendarDate(iso: "2026-11-25"))
  }

  // MARK: Pathbook

  private func readProfile() {
    let json = #"{"id": "c-2041", "state": "CA", "pay_amount": 46, "pay_basis": "annual"}"#
    do {
      let profile = try reports.profile(json: Array(json.utf8))
      print(profile.id)
    } catch {
      for line in error.lines { print(line) }
    }
  }

  private func advise(_ profile: ClientProfile) -> [String] {
    var found: [String] = []
    let advice = reports.advice(on: profile, date: day)
    if let state = advice.state, let median = state.benchmarkAnnual {
      found.append("\(state.area.title): \(median) dollars a year")
    }
    if let difference = advice.state?.difference {
      found.append("\(difference.amount) dollars a year between the client and that")
    }
    found.append("\(advice.questions.count) questions to ask, \(advice.steps.count) steps to suggest")
    return found
  }

  private func readFigures(_ profile: ClientProfile) throws -> [RenderedFile] {
    let report = reports.report(on: profile, date: day)
    for section in report.sections where section.part == .pageOne { print(section.title) }
    for group in report.figures where group.sectionID == "position" {
      for figure in group.figures { print(figure.item, figure.measure, figure.value ?? 0) }
    }
    let files = try reports.files(of: report, as: [.txt, .html])
    for file in files { print(file.name, file.bytes.count) }
    return files
  }

  private func writeInSpanish(_ profile: ClientProfile, to folder: String) throws {
    let spanish = try CareerReports(template: "standard-es")
    let report = spanish.report(on: profile, date: day)
    let paths = try spanish.write(report, as: [.xlsx], to: folder)
    print(paths)
  }

  @Test func `the examples of reports hold`() throws {
    var profile = ClientProfile(id: "c-2041")
    profile.stateCode = "CA"
    profile.pay = StatedPay(amount: 46_000, basis: .annual)
    readProfile()
    let found = advise(profile)
    #expect(found.count == 3 && found[0].hasPrefix("California: 59700"))
    #expect(try readFigures(profile).map(\.name) == ["c-2041.txt", "c-2041.html"])
    try writeInSpanish(profile, to: folder.path("informes"))
    #expect(try folder.names(in: "informes") == ["c-2041.xlsx"])
  }

  // MARK: CareerData

  private func read(_ path: String) throws -> DatasetFiles {
    let package = URL(filePath: path).appending(path: DatasetFiles.packageName)
    var files = [DatasetFiles.packageName: [UInt8](try Data(contentsOf: package))]
    for name in DatasetFiles.paths(namedBy: files[DatasetFiles.packageName] ?? []) {
      files[name] = [UInt8](try Data(contentsOf: URL(filePath: path).appending(path: name)))
    }
    return DatasetFiles(files: files)
  }

  private func look(_ files: DatasetFiles) throws -> CareerDataset {
    let dataset = try DatasetReader.read(files)
    print(dataset.identity.title, dataset.occupation.title)
    for figure in dataset.pay(of: .national) where figure.statistic == .median {
      let source = dataset.source(figure.sourceID)
      print(figure.value ?? 0, figure.basis, figure.period, source?.title ?? "")
    }
    return dataset
  }

  private func refuse(_ files: DatasetFiles) throws {
    do {
      _ = try DatasetReader.read(files)
    } catch {
      for problem in error.problems { print(problem.file, problem.row ?? 0, problem.remedy) }
    }
  }

  private func check(_ files: DatasetFiles) -> Int {
    let check = DatasetCheck(files, asOf: day)
    let errors = check.findings.filter { $0.severity == .error }
    for finding in errors { print(finding.place.file, finding) }
    return errors.count
  }

  private func compare(_ lastYear: DatasetFiles, _ thisYear: DatasetFiles) throws -> Int {
    let difference = try DatasetDifference(from: lastYear, to: thisYear)
    for record in difference.records where record.change == .changed {
      print(record.table, record.key, record.greatestPercent ?? 0)
    }
    return difference.records.count
  }

  private func edit(_ files: DatasetFiles) throws -> DatasetFiles {
    var draft = try DatasetDraft(files)
    let change = try draft.renew(
      .drivers, key: "id",
      with: [["id": "remote", "text": "Remote work spreads.", "source": "guide-2026"]])
    print(change.file, change.added)
    draft.raiseVersion()
    return draft.files
  }

  private func trace(_ files: DatasetFiles) throws -> String? {
    let provenance = try FigureProvenance(of: "oews-national-median", in: files)
    return provenance.map { "\($0.subjectTitle): \($0.source.title), \($0.place.file)" }
  }

  private func lookUp(_ files: DatasetFiles) throws -> String? {
    let catalogue = try Catalogue(checking: files)
    let technicians = catalogue["29-2052"]
    print(technicians?.pay(.median, .annual)?.value ?? 0)
    for related in catalogue.relatedOccupations(to: "29-2052") { print(related.socCode, related.tier) }
    return technicians?.title
  }

  @Test func `the examples of datasets hold`() throws {
    let files = try read(Repository.path("Samples/datasets/medical-coding"))
    #expect(try look(files).occupation.title == "Medical Records Specialists")
    try refuse(DatasetFiles(files: [:]))
    #expect(check(files) == 0)
    #expect(try compare(files, files) == 0)
    #expect(try look(edit(files)).identity.version == "2026.4.0")
    #expect(try trace(files)?.hasSuffix("pay.csv") == true)
    let catalogue = try read(Repository.path("Samples/catalogue"))
    #expect(try lookUp(catalogue) == "Pharmacy Technicians")
  }
}
