import Foundation
import SafeFiles
import Session
import TestValues
import Testing

/// A roster on the page of the caseload: understood, made into reports, taken into the folder.
@Suite struct CaseloadPagesTests {
  private static let header = "id,name,state,pay_amount,pay_basis,Cohort"

  /// Of so many rows, the first ones are bad.
  private func roster(_ count: Int, bad: Int) -> String {
    let rows = (0..<count).map { number in
      "c-\(number),Client \(number),\(number < bad ? "ZZ" : "TX"),\(40_000 + number),annual,A"
    }
    return ([Self.header] + rows).joined(separator: "\n") + "\n"
  }

  private func run(
    _ session: DeskSession, _ formats: [String] = ["csv"], output: String = "archive"
  ) async -> SessionResponse {
    let list = formats.map { "\"\($0)\"" }.joined(separator: ",")
    return await session.post(
      "caseload/run", [:], "{\"format\":[\(list)],\"output\":\"\(output)\",\"summary\":[\"yes\"]}")
  }

  @Test func `a roster is understood before anything is made of it`() async throws {
    let session = try await DeskSession()
    let answer = await session.post("caseload/roster", ["name": "my clients.csv"], roster(300, bad: 40))
    #expect(answer.status == 200, "\(answer.text)")
    let page = await session.page("caseload")
    #expect(page.contains("What was understood: my clients.csv"))
    #expect(page.contains("Clients that can be used: 260."))
    #expect(page.contains("Rows with a problem, which are left out: 40."))
    #expect(page.contains("40 rows like this, the first: line 2"))
    #expect(page.contains("<td>state: unknown state"))
    #expect(page.contains("<th scope=\"row\">pay_amount</th><td>Pay</td>"))
    #expect(page.contains("<span class=\"chip\">Cohort</span>"))
    #expect(try session.folder.names(in: "clients") == [".pathbook"])
    let kept = try #require(try session.leftovers().first)
    #expect(try session.folder.mode("clients/.pathbook/\(kept)/roster") == 0o600)
    let spanish = await session.page("caseload", language: "es")
    #expect(spanish.contains("Clientes que se pueden usar: 260."))
    session.desk.end()
    #expect(try session.leftovers() == [])
  }

  /// By another program.
  private static func names(inArchive path: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: unzip)
    process.arguments = ["-Z1", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static let unzip = "/usr/bin/unzip"
  private static let hasArchives =
    FileManager.default.isExecutableFile(atPath: unzip)
    && ["x86_64", "aarch64"].contains {
      FileManager.default.fileExists(atPath: "/usr/lib/\($0)-linux-gnu/libarchive.so.13")
    }

  @Test(.enabled(if: CaseloadPagesTests.hasArchives, "needs libarchive13 and unzip"))
  func `a run gives an archive, the rows to fix and the summary`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(300, bad: 40))
    #expect(await run(session, ["csv", "txt"]).status == 200)
    try await session.waitForRun()
    let page = await session.page("caseload")
    #expect(page.contains("Done. Clients with reports: 260. Rows left out: 40."), "\(page)")
    let archive = try await session.get("caseload/file/reports.zip").wholeBody()
    try Data(archive).write(to: URL(fileURLWithPath: session.folder.path("reports.zip")))
    let names = try Self.names(inArchive: session.folder.path("reports.zip"))
    #expect(names.count { $0.hasPrefix("c-") && $0.hasSuffix(".csv") } == 260)
    #expect(names.count { $0.hasPrefix("c-") && $0.hasSuffix(".txt") } == 260)
    #expect(names.contains("rejects.csv") && names.contains("summary.html"))
    let rejects = try await session.get("caseload/file/rejects.csv").wholeBody()
    #expect(String(decoding: rejects, as: UTF8.self).split(separator: "\r\n").count == 41)
    #expect(page.contains("Fix these rows and drop this file here."))
    #expect(try await session.get("caseload/file/summary.xlsx").wholeBody().starts(with: [0x50, 0x4B]))
    let summary = await session.get("caseload/summary")
    #expect(summary.text.contains("260") && summary.policy.contains("frame-ancestors 'self'"))
    // The list of rejects, fixed, is a roster again.
    let fixed = String(decoding: rejects, as: UTF8.self).replacing(",ZZ,", with: ",TX,")
    #expect(await session.post("caseload/roster", ["name": "rejects.csv"], fixed).status == 200)
    #expect(await session.page("caseload").contains("Clients that can be used: 40."))
    #expect(await session.get("caseload/file/reports.zip").status == 404)
  }

  @Test func `only files of the run are given out`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(3, bad: 0))
    _ = await run(session)
    try await session.waitForRun()
    for name in ["manifest.ndjson", "../roster", "..", "rejects.csv", "files"] {
      #expect(await session.get("caseload/file/\(PercentCoded.text(name))").status == 404, "\(name)")
    }
  }

  @Test func `a second run is refused while one goes on, and a cancelled one leaves nothing`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    // Minutes of work.
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(6_000, bad: 0))
    let formats = ["xlsx", "html", "txt", "csv"]
    #expect(await run(session, formats).status == 200)
    let refusals = [
      await run(session, formats), await session.post("caseload/discard"),
      await session.post("caseload/roster", ["name": "other.csv"], roster(3, bad: 0)),
    ]
    for refusal in refusals {
      #expect(refusal.status == 409 && refusal.text.hasPrefix("Reports are being made."))
    }
    #expect(await session.page("caseload").contains("<progress"))
    #expect(await session.post("caseload/cancel").status == 200)
    try await session.waitForRun()
    #expect(await session.page("caseload").contains("The reports that were made so far were discarded."))
    #expect(await session.get("caseload/file/reports.zip").status == 404)
    // The roster is there still.
    #expect(try session.leftovers().count == 1)
    #expect(await session.post("caseload/discard").status == 200)
    #expect(try session.leftovers() == [])
  }

  @Test func `the end of a session ends a run`() async throws {
    let session = try await DeskSession()
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(6_000, bad: 0))
    _ = await run(session, ["xlsx"])
    session.desk.end()
    #expect(try session.leftovers() == [])
  }

  @Test func `an archive needs a format, and a run a roster with clients`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    #expect(await run(session).status == 404)
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(3, bad: 3))
    let empty = await run(session)
    #expect(empty.status == 422 && empty.text.hasPrefix("No row can be used."))
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(3, bad: 0))
    #expect(await run(session, []).status == 422)
    #expect(await run(session, output: "paper").status == 422)
  }

  @Test func `what is no roster is told by the name of the person's file`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    let answer = await session.post("caseload/roster", ["name": "photo.csv"], "a,b\n1,2\n")
    #expect(answer.status == 422 && answer.text.hasPrefix("photo.csv: "), "\(answer.text)")
    #expect(!answer.text.contains(session.folder.path))
    #expect(try session.leftovers() == [])
  }

  @Test func `hostile cells, columns and names of files are shown as text`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    let hostile = "<script>alert(1)</script>"
    let text = """
      id,name,state,<img src=x onerror=alert(1)>
      c-1,"\(hostile)",TX,x
      c-2,"\(hostile)","\(hostile)",x
      """
    _ = await session.post("caseload/roster", ["name": "\"><svg onload=alert(1)>.csv"], text)
    for query in [[:], ["search": "\"><script>alert(1)</script>"]] {
      let page = await session.page("caseload", query)
      #expect(page.contains("Clients that can be used: 1."))
      #expect(!page.contains("<script>") && !page.contains("<img src=x") && !page.contains("<svg"))
    }
  }

  @Test func `another sheet of a workbook can be chosen`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    let template = await session.get("caseload/template/xlsx")
    #expect(template.status == 200)
    #expect(await session.post("caseload/roster", ["name": "r.xlsx"], bytes: template.body).status == 200)
    let page = await session.page("caseload")
    #expect(page.contains("<select id=\"sheet\"") && page.contains("the template&#39;s example"), "\(page)")
    let other = await session.post("caseload/sheet", [:], "{\"sheet\":\"no such\"}")
    #expect(other.status == 422 && other.text.hasPrefix("r.xlsx: no sheet is named"))
  }

  @Test func `sound rows become clients, and those that are there stay`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    #expect(await session.post("clients/new", [:], "{\"id\":\"C-3\"}").status == 200)
    let before = try session.folder.text("clients/C-3.json")
    _ = await session.post("caseload/roster", ["name": "roster.csv"], roster(10, bad: 2))
    #expect(await session.post("caseload/take").status == 200)
    let page = await session.page("caseload")
    #expect(
      page.contains("New clients in the folder: 7.") && page.contains("<span class=\"chip\">c-3</span>"))
    #expect(try session.folder.text("clients/C-3.json") == before)
    #expect(
      try session.folder.text("clients/c-9.json") == """
        {
          "id": "c-9",
          "name": "Client 9",
          "state": "TX",
          "pay_amount": 40009,
          "pay_basis": "annual"
        }

        """)
    #expect(try session.folder.mode("clients/c-9.json") == 0o600)
    #expect(await session.get("client/c-9/view/client").text.contains("Client 9"))
  }

  @Test func `the table of clients is searched and filtered`() async throws {
    let session = try await DeskSession()
    defer { session.desk.end() }
    let lines = [
      #"{"id":"a","name":"Ana","state":"TX","agreed_steps":[{"text":"Call the college","due":"2026-11-01"}]}"#,
      #"{"id":"b","name":"Bo","agreed_steps":[{"text":"Later","due":"2027-05-01"}]}"#,
    ]
    _ = await session.post("caseload/roster", ["name": "r.ndjson"], lines.joined(separator: "\n"))
    let due = await session.page("caseload", ["show": "due"])
    #expect(due.contains("Call the college") && !due.contains("Later") && due.contains("1 of 2 clients"))
    let found = await session.page("caseload", ["search": "BO"])
    #expect(found.contains("Later") && !found.contains("Call the college"))
    #expect(!found.contains("value=\"missing\""))
    _ = await run(session)
    try await session.waitForRun()
    let missing = await session.page("caseload", ["show": "missing"])
    #expect(missing.contains("2 of 2 clients") && missing.contains("Credentials"))
  }
}

/// A name as one part of an address.
private enum PercentCoded {
  static func text(_ name: String) -> String { name.replacing("/", with: "%2F") }
}
