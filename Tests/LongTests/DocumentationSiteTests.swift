import Foundation
import Testing

/// The site that `make docs` makes, in a browser without a network.
@Suite(.enabled(if: LongTests.areWanted, LongTests.missing))
struct DocumentationSiteTests {
  private struct Found: Decodable {
    let pages: Int
    let found: [String]
  }

  @Test func `every page is accessible, wide and narrow, light and dark, and asks nothing of the network`()
    throws
  {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let site = "\(repository)/.build/long-tests/site"
    try? FileManager.default.removeItem(atPath: site)
    let built = try LongTests.run([
      "-m", "sphinx", "-q", "-W", "-b", "html", "-c", "\(repository)/Documentation/site",
      "-d", "\(repository)/.build/long-tests/doctrees", repository, site,
    ])
    #expect(built.code == 0, "\(String(decoding: built.bytes, as: UTF8.self))")
    let result = try LongTests.python("documentation_site.py", [site])
    #expect(result.code == 0, "\(result.output)")
    let seen = try JSONDecoder().decode(Found.self, from: Data(result.output.utf8))
    #expect(seen.pages >= 40)
    for problem in seen.found { Issue.record("\(problem)") }
  }
}
