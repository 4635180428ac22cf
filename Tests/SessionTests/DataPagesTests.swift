import Foundation
import SafeFiles
import Session
import TestValues
import Testing

/// Datasets on the page on data: looked at, renewed from files of BLS, taken over, given back.
@Suite struct DataPagesTests {
  /// A national table as BLS publishes it, with figures that nobody published.
  private static let table =
    "AREA,AREA_TITLE,AREA_TYPE,NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,"
    + "H_MEAN,A_MEAN,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY\r\n"
    + "99,U.S.,1,000000,Cross-industry,cross-industry,29-2072,Medical Records Specialists,detailed,190010,"
    + "27,56160,18,21,25,31,39,37440,43680,52000,64480,81120,,\r\n"

  private func withClient() async throws -> DeskSession {
    let session = try await DeskSession()
    try session.folder.write(
      #"{"id":"c-1","state":"TX","pay_amount":50250,"pay_basis":"annual","in_field":true}"#,
      to: "clients/c-1.json")
    return session
  }

  @Test func `the page says what is in use, how old it is and what its check finds`() async throws {
    let session = try await DeskSession()
    let page = await session.page("data")
    #expect(page.contains("Medical Records Specialists (29-2072)"))
    #expect(page.contains("May 2024, 2 years old"))
    #expect(page.contains("as of 2026-11-29: no errors"))
    #expect(page.contains("value=\"medical-coding-2025\""))
    #expect(!page.contains("Back to the shipped data"))
    let spanish = await session.page("data", language: "es")
    #expect(spanish.contains("mayo de 2024, 2 años de antigüedad") && spanish.contains("<dt>Ocupación</dt>"))
    #expect(!spanish.contains("<h3>Medical billing and coding careers</h3>"))
  }

  @Test func `new figures are compared first, taken over for later sessions, and given back`() async throws {
    let session = try await withClient()
    let answer = await session.post("data/file", ["name": "national_M2025_dl.csv"], Self.table)
    #expect(answer.status == 200, "\(answer.text)")
    var page = await session.page("data")
    #expect(page.contains("<span class=\"chip\">national_M2025_dl.csv</span>"))
    #expect(page.contains("OEWS May 2025, 29-2072"))
    #expect(page.contains("$52,000") && page.contains("Figures that changed"))
    #expect(page.contains("Advice changes for 1 of 1 clients in the folder."))
    #expect(!page.contains(session.folder.path))
    #expect(await session.get("data/affected").text.contains("c-1"))
    #expect(await session.get("data/changes.csv").text.contains("52000"))
    // Nothing has changed for the client.
    #expect(await !session.get("client/c-1/view/client").text.contains("$52,000"))
    #expect(await session.post("data/take-over").status == 200)
    page = await session.page("data")
    #expect(page.contains("May 2025") && page.contains("Back to the shipped data"))
    #expect(await session.get("client/c-1/view/client").text.contains("$52,000"))
    #expect(try session.leftovers() == [])
    session.desk.end()
    let later = try await DeskSession(session.folder)
    #expect(await later.get("client/c-1/view/client").text.contains("$52,000"))
    #expect(await later.post("data/back").status == 200)
    #expect(await !later.get("client/c-1/view/client").text.contains("$52,000"))
    let last = try await DeskSession(session.folder)
    page = await last.page("data")
    #expect(!page.contains("Back to the shipped data"))
    // What was taken over once can be chosen again.
    #expect(page.contains("clients/.pathbook/data/"))
  }

  @Test func `a file that cannot be imported is told, and what was read before stays`() async throws {
    let session = try await withClient()
    defer { session.desk.end() }
    let bad = await session.post("data/file", ["name": "../../notes.csv"], "a,b\n1,2\n")
    #expect(bad.status == 422 && bad.text.contains("notes.csv"), "\(bad.text)")
    #expect(!bad.text.contains(session.folder.path))
    #expect(try session.leftovers() == [])
    _ = await session.post("data/file", ["name": "national_M2025_dl.csv"], Self.table)
    #expect(await session.post("data/file", ["name": "notes.csv"], "a,b\n1,2\n").status == 422)
    let page = await session.page("data")
    #expect(page.contains("national_M2025_dl.csv") && !page.contains("notes.csv"))
    // The same file again changes nothing more.
    #expect(
      await session.post("data/file", ["name": "national_M2025_dl.csv"], Self.table).status == 200)
    #expect(await session.post("data/discard").status == 200)
    #expect(await session.post("data/take-over").status == 404)
    #expect(try session.leftovers() == [])
  }

  @Test func `another dataset can be used, and one that is none cannot`() async throws {
    let session = try await withClient()
    let used = await session.post("data/use", [:], #"{"dataset":"medical-coding-2025","path":""}"#)
    #expect(used.status == 200)
    #expect(await session.page("data").contains("May 2025, 1"))
    let missing = await session.post("data/use", [:], #"{"path":"/no/such/folder"}"#)
    #expect(missing.status == 404 && missing.text.hasPrefix("/no/such/folder: "), "\(missing.text)")
    #expect(await session.post("data/use").status == 422)
    #expect(await session.page("data").contains("Back to the shipped data"))
  }

  @Test func `a choice that is gone is told, and the session starts all the same`() async throws {
    let session = try await withClient()
    let folder = session.folder
    try folder.copyFolder(Repository.path("Samples/datasets/lighthouse-keeping"), to: "clients/mine")
    let path = folder.path("clients/mine")
    #expect(await session.page("data").contains(path))
    #expect(await session.post("data/use", [:], "{\"dataset\":\"\(path)\"}").status == 200)
    #expect(await session.page("data").contains("Back to the shipped data"))
    try FileManager.default.removeItem(atPath: path)
    let later = try await DeskSession(folder)
    let page = await later.page("data")
    #expect(page.contains("The data that was chosen earlier cannot be read."))
    #expect(page.contains("Medical Records Specialists (29-2072)"))
  }
}
