import Foundation
import ReportWriters
import SafeFiles
import TestValues
import Testing

@testable import Export

/// The installer with a made-up package named typst, from a folder in place of the index: no network is used.
@Suite struct TypstInstallationTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.makeFolder("wheels")
    try folder.write(Self.wheelMaker, to: "make-wheel.py")
  }

  /// Prints the hash of the package that it makes.
  private static let wheelMaker = """
    import hashlib, sys, zipfile
    path = sys.argv[1] + "/typst-9.9-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("typst/__init__.py", "__version__ = '9.9'")
        wheel.writestr("typst-9.9.dist-info/METADATA", "Metadata-Version: 2.1\\nName: typst\\nVersion: 9.9\\n")
        wheel.writestr("typst-9.9.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("typst-9.9.dist-info/RECORD", "")
    print(hashlib.sha256(open(path, "rb").read()).hexdigest())
    """

  private func makeWheel() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [folder.path("make-wheel.py"), folder.path("wheels")]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func installation(hash: String, programs: String = "/usr/bin") -> TypstInstallation {
    TypstInstallation(
      folder: folder.path("data/pathbook/typst"),
      requirements: Array("typst==9.9 --hash=sha256:\(hash)\n".utf8),
      variables: [
        "PATH=/usr/bin:/bin", "PIP_NO_INDEX=1", "PIP_FIND_LINKS=\(folder.path("wheels"))",
        "PIP_CONFIG_FILE=/dev/null", "TMPDIR=\(folder.path)", "PIP_USER=1",
        "PIP_TARGET=\(folder.path("wrong"))",
      ], programFolders: [programs])
  }

  private func failure(of installation: TypstInstallation) throws -> ExportFailure {
    do throws(ExportFailure) { try installation.install() } catch { return error }
    throw CocoaError(.featureUnsupported)
  }

  @Test func `it is there when all is in it, makes room for itself, and is not fetched twice`() throws {
    let installation = installation(hash: try makeWheel())
    // Of a former version, and not whole.
    try folder.makeFolder("data/pathbook/typst/fonts")
    try folder.write("typst==0.1\n", to: "data/pathbook/typst/requirements.txt")
    #expect(!installation.isThere)
    try installation.install()
    #expect(installation.isThere)
    #expect(try folder.names(in: "data/pathbook") == ["typst"])
    #expect(
      try folder.names(in: "data/pathbook/typst/fonts")
        == ["DejaVuSans-Bold.ttf", "DejaVuSans.ttf", "wqy-microhei.ttc"])
    #expect(!FileManager.default.fileExists(atPath: folder.path("wrong")))
    try FileManager.default.removeItem(atPath: folder.path("wheels"))
    try installation.install()
    // An upgrade of the system takes its Python away.
    let python = folder.path("data/pathbook/typst/bin/python3")
    try FileManager.default.removeItem(atPath: python)
    #expect(!installation.isThere)
  }

  @Test func `a package of another hash is not installed`() throws {
    _ = try makeWheel()
    let failure = try failure(of: installation(hash: String(repeating: "0", count: 64)))
    #expect(failure.exitCode == 69)
    #expect(failure.lines.count == 1 && failure.lines[0].contains("by its hash"), "\(failure.lines)")
    #expect(try folder.names(in: "data/pathbook") == [])
  }

  @Test func `a Python without venv is told with the package that has it`() throws {
    try folder.makeFolder("bin")
    // It looks for no module where Debian's python3-venv puts them.
    try folder.write("#!/bin/sh\necho venv\n", to: "bin/python3")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/python3"))
    for programs in ["bin", "nowhere"] {
      let failure = try failure(
        of: installation(hash: "0", programs: folder.path(programs)))
      #expect(failure.exitCode == 66)
      #expect(failure.lines.count == 1 && failure.lines[0].contains("sudo apt-get install python3-venv"))
    }
    #expect(try folder.names(in: "data/pathbook") == [])
  }

  @Test func `each version is known by its hashes`() {
    let list = String(decoding: ShippedFile.bytes("scripts/typst-requirements.txt"), as: UTF8.self)
    let lines = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined()
    #expect(lines.firstMatch(of: /^typst==[0-9.]+( |\\|--hash=sha256:[0-9a-f]{64})+$/) != nil, "\(lines)")
  }
}
