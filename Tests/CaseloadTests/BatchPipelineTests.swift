import CareerData
import Caseload
import Export
import Foundation
import ReportModel
import SafeFiles
import Synchronization
import TestValues
import Testing

/// Groups of rows that are rendered side by side, and written one after another.
@Suite struct BatchPipelineTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func run(_ rows: Int, jobs: Int, pack: BatchOptions.Pack? = nil, _ odd: OddWriter) throws
    -> BatchResult
  {
    try folder.write((["id"] + (0..<rows).map { "c\($0)" }).joined(separator: "\n"), to: "roster.csv")
    var options = BatchOptions()
    options.export.formats = [OutputFormat("odd") { _ in odd }]
    options.jobs = jobs
    options.pack = pack
    let inputs = try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
    let today = try #require(CalendarDate(iso: "2026-11-23"))
    return try BatchExporter(inputs: inputs, options: options, today: today)
      .run(RosterFile(folder.path("roster.csv")), to: folder.path("out"))
  }

  private func clientsInJournal() throws -> [String] {
    try folder.text("out/manifest.ndjson").split(separator: "\n").dropFirst().map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["client"] as? String)
    }
  }

  @Test func `the journal has the order of the roster, whichever client is ready first`() throws {
    // The first client is ready when most of the others are, or when nothing more comes for a while.
    let result = try run(160, jobs: 4, OddWriter(last: "c0", after: 60))
    #expect(result.count.done == 160 && result.exitCode == 0)
    #expect(try clientsInJournal() == (0..<160).map { "c\($0)" })
  }

  @Test func `a slow group keeps the others from getting far ahead`() throws {
    let odd = OddWriter(last: "c0", after: .max)
    _ = try run(400, jobs: 2, pack: .tar, odd)
    // Eight groups of 32 are at most between reading and writing.
    #expect(odd.before <= 8 * 32)
  }

  @Test(arguments: [1, 3, 16])
  func `a failure ends the batch, and what was finished before it stays`(_ jobs: Int) throws {
    let result = try run(200, jobs: jobs, OddWriter(failing: "c90"))
    #expect(result.failure == .writeFailed(path: "c90", reason: "full") && result.exitCode == 74)
    let clients = try clientsInJournal()
    #expect(result.count.done == clients.count && !clients.contains("c90") && clients.count < 200)
    for client in clients { #expect(InputFile.isFile(folder.path("out/\(client).odd"))) }
    #expect(try folder.names(in: "out").count == clients.count + 1)
  }

  @Test func `a batch that is cancelled keeps what was finished, and can be resumed`() throws {
    try folder.write((["id"] + (0..<400).map { "c\($0)" }).joined(separator: "\n"), to: "roster.csv")
    let inputs = try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
    let today = try #require(CalendarDate(iso: "2026-11-23"))
    let canceller = Canceller(at: "c40")
    var options = BatchOptions()
    options.export.formats = [OutputFormat("odd") { _ in canceller }]
    let batch = BatchExporter(inputs: inputs, options: options, today: today)
    canceller.batch.withLock { $0 = batch }
    let roster = try RosterFile(folder.path("roster.csv"))
    let result = try batch.run(roster, to: folder.path("out"))
    #expect(result.failure == nil && result.signal == nil)
    #expect((41..<400).contains(result.count.done))
    #expect(try clientsInJournal() == (0..<result.count.done).map { "c\($0)" })
    canceller.batch.withLock { $0 = nil }
    options.resumes = true
    let rest = try BatchExporter(inputs: inputs, options: options, today: today)
      .run(roster, to: folder.path("out"))
    #expect(rest.count.kept == result.count.done && rest.count.rows == 400)
  }
}

/// Cancels the batch while it writes the files of a client.
private final class Canceller: ReportWriter {
  let batch = Mutex<BatchExporter?>(nil)
  private let client: String

  init(at client: String) { self.client = client }

  func files(for report: Report) throws -> [RenderedFile] {
    if report.clientID == client { batch.withLock { $0?.cancel() } }
    return [RenderedFile(name: "\(report.clientID).odd", bytes: [0])]
  }
}

/// Fails over a client, or is ready with one when it was ready with others.
private final class OddWriter: ReportWriter {
  private let slow: String?
  private let others: Int
  private let failing: String?
  private let state = Mutex((ready: 0, before: 0))

  init(last slow: String? = nil, after others: Int = 0, failing: String? = nil) {
    self.slow = slow
    self.others = others
    self.failing = failing
  }

  /// The clients that were ready before the slow one.
  var before: Int { state.withLock(\.before) }

  func files(for report: Report) throws -> [RenderedFile] {
    if report.clientID == failing { throw ExportFailure.writeFailed(path: report.clientID, reason: "full") }
    if report.clientID == slow { wait() }
    state.withLock { $0.ready += 1 }
    return [RenderedFile(name: "\(report.clientID).odd", bytes: [0])]
  }

  /// Until so many others are ready, or none has become so for two seconds.
  private func wait() {
    var (seen, idle) = (0, 0)
    while seen < others, idle < 200 {
      usleep(10_000)
      let ready = state.withLock(\.ready)
      idle = ready == seen ? idle + 1 : 0
      seen = ready
    }
    state.withLock { $0.before = seen }
  }
}
