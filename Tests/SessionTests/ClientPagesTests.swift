import Export
import Foundation
import TestValues
import Testing

@testable import Session

@Suite struct ClientPagesTests {
  @Test(arguments: ["en", "es"])
  func `a client's page offers a PDF, or says which command makes one possible`(language: String) async throws
  {
    let session = try await DeskSession()
    try session.folder.write(#"{"id": "ann", "state": "CA"}"#, to: "clients/ann.json")
    let hasCompiler = OutputFormat.hasCompilerOfPDFs
    let page = await session.page("client/ann", language: language)
    #expect(page.contains("/client/ann/file/xlsx"))
    #expect(page.contains("/client/ann/file/pdf") == hasCompiler)
    let words = SessionWords(language == "en" ? .english : .spanish)["pdf_missing"]
    #expect(words.contains("pathbook setup pdf"))
    #expect(page.contains(words) != hasCompiler)
  }
}
