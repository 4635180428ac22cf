import CareerData
import Caseload
import Export
import Foundation
import ReportModel
import Synchronization
import TestValues
import Testing

@Suite struct JobsTests {
  /// Also more than there are cores.
  @Test func `as many clients are in hand at the same time as --jobs says`() throws {
    let folder = try TestFolder()
    let jobs = ProcessInfo.processInfo.activeProcessorCount + 5
    let rows = (0..<16 * jobs).map { "c\($0)" }
    try folder.write((["id"] + rows).joined(separator: "\n"), to: "roster.csv")
    let meeting = Meeting(of: jobs)
    var options = BatchOptions()
    options.export.formats = [OutputFormat("probe") { _ in Probe(meeting: meeting) }]
    options.jobs = jobs
    let inputs = try ReportInputs(datasetFolder: nil, template: TemplateLoader.standardName)
    let today = try #require(CalendarDate(iso: "2026-11-23"))
    let result = try BatchExporter(inputs: inputs, options: options, today: today)
      .run(RosterFile(folder.path("roster.csv")), to: folder.path("out"))
    #expect(result.count.done == rows.count)
    #expect(meeting.most == jobs)
  }
}

/// Waits until so many have come: for ever, were it not for a limit that only a fault reaches.
private final class Meeting: Sendable {
  private let count: Int
  private let state = Mutex((inside: 0, most: 0, isOver: false))

  init(of count: Int) { self.count = count }

  var most: Int { state.withLock { $0.most } }

  func come() {
    state.withLock {
      $0.inside += 1
      $0.most = max($0.most, $0.inside)
      if $0.inside == count { $0.isOver = true }
    }
    let limit = ContinuousClock.now + .seconds(60)
    while !state.withLock(\.isOver) {
      if ContinuousClock.now > limit { state.withLock { $0.isOver = true } }
      usleep(1_000)
    }
    state.withLock { $0.inside -= 1 }
  }
}

private struct Probe: ReportWriter {
  let meeting: Meeting

  func files(for report: Report) throws -> [RenderedFile] {
    meeting.come()
    return [RenderedFile(name: report.clientID + ".probe", bytes: [0])]
  }
}
