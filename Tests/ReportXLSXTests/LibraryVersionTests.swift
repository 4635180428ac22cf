import Testing

@testable import ReportXLSX

struct LibraryVersionTests {
  @Test func `the library that is loaded is the one that the program knows`() throws {
    try LibraryVersion.check()
  }

  @Test func `another version is refused before it is used, with both numbers and what to do`() {
    let expected = WorkbookError(.version(found: 119, known: 114), operation: "lxw_version_id")
    #expect(throws: expected) { try LibraryVersion.check(loaded: 119) }
    #expect(
      expected.description
        == "the workbook could not be written: libxlsxwriter 1.1.9 is installed, and this pathbook needs 1.1.4; "
        + "install that version, or leave out the format xlsx")
  }
}
