import Foundation
import TestValues
import Testing

/// The session as it runs, attacked from outside. Who may ask what is in `SessionGateTests`.
@Suite(.enabled(if: PDFTools.python != nil, "needs the test environment: make test"))
struct SessionCommandTests {
  @Test func `a session withstands attacks, stays up, ends with Ctrl-C and leaves nothing`() throws {
    let folder = try TestFolder()
    let clients = try folder.copyFolder(Repository.path("Samples/clients"), to: "clients")
    let script = Repository.path("Tests/pathbookTests/session_attacks.py")
    let result = try Command(words: [PDFTools.python ?? "python3", script]).run([Command.path, clients])
    #expect(result.errors == [])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let found = try #require(object as? [String: Any])
    for (attack, status) in [
      "token again": 401, "no cookie": 401, "wrong host": 421, "no host": 421, "foreign origin": 403,
      "no origin": 403, "long header": 400, "port in use": 64, "end": 130, "arguments": 0,
    ] {
      #expect(found[attack] as? Int == status, "\(attack)")
    }
    for (attack, statuses) in [
      "traversal": [404, 404, 404, 400, 404, 404], "methods": [405, 405, 405, 405],
      "no http": [400, 400, 400],
      "large": [413, 413], "large without cookie": [401, 401],
    ] {
      #expect(found[attack] as? [Int] == statuses, "\(attack)")
    }
    for attack in ["slow", "flood", "still up"] { #expect(found[attack] as? Bool == true, "\(attack)") }
    #expect(found["said"] as? [String] == ["", ""])
    #expect(found["left"] as? [String] == [])
  }

  /// Each check of `session_browser.py` that does not hold is named in what it prints, with what it found.
  @Test func `a first session in a browser, and a second one a month later`() throws {
    let folder = try TestFolder()
    let script = Repository.path("Tests/pathbookTests/session_browser.py")
    var command = Command(words: [PDFTools.python ?? "python3", script])
    try PDFTools.install(in: folder)
    command.environment["XDG_DATA_HOME"] = folder.path("data")
    command.environment["TMPDIR"] = ProcessInfo.processInfo.environment["TMPDIR"]
    let result = try command.run([Command.path, folder.path("clients")])
    #expect(result.output == "{}\n", "\(result.errors)")
  }
}
