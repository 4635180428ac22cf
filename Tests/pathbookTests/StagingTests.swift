import Export
import Foundation
import Testing

/// What `make install` and the package put where: Scripts/stage.sh. `make test` builds the generator of the manual, which it
/// needs beside the command.
@Suite struct StagingTests {
  private static let build = (Command.path as NSString).deletingLastPathComponent

  private static func stage(_ prefix: String, _ folder: TestFolder, _ name: String) throws -> [String: Data] {
    let result = try Command(words: [Repository.path("Scripts/stage.sh")]).run(
      [build, prefix, folder.path(name)])
    #expect(result == .init(exitCode: 0, output: "", errors: []))
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(name)) {
      let full = folder.path("\(name)/\(path)")
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files["/\(path)"] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }

  /// Of the command and every one below it.
  private struct Dump: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?

      func pages(above: String = "") -> [String] {
        [above + commandName] + (subcommands ?? []).flatMap { $0.pages(above: "\(above)\(commandName)-") }
      }
    }

    let command: Command
  }

  @Test func `everything is installed: command, manual, completions, desktop entry, documents and samples`()
    throws
  {
    let folder = try TestFolder()
    let files = try Self.stage("/usr", folder, "root")
    let help = try Command.run("--experimental-dump-help").output
    let pages = try JSONDecoder().decode(Dump.self, from: Data(help.utf8)).command.pages()
    #expect(pages.count > 30 && pages.contains("pathbook-setup-pdf"))
    for page in pages { #expect(files["/usr/share/man/man1/\(page).1.gz"] != nil, "\(page)") }
    for path in [
      "bin/pathbook", "share/applications/pathbook.desktop", "share/icons/hicolor/scalable/apps/pathbook.svg",
      "share/bash-completion/completions/pathbook", "share/zsh/vendor-completions/_pathbook",
      "share/fish/vendor_completions.d/pathbook.fish", "share/doc/pathbook/copyright",
      "share/doc/pathbook/CHANGELOG.md", "share/doc/pathbook/Documentation/versions.md",
      "share/doc/pathbook/Samples/clients/worked-example.json",
      "share/doc/pathbook/Templates/standard/template.yaml", "share/doc/pathbook/notices/swift-nio.txt",
    ] {
      #expect(files["/usr/\(path)"]?.isEmpty == false, "\(path)")
    }
    let entry = String(decoding: files["/usr/share/applications/pathbook.desktop"] ?? Data(), as: UTF8.self)
    #expect(entry.contains("\nExec=/usr/bin/pathbook session\n"))
    let command = Command(words: [folder.path("root/usr/bin/pathbook")])
    #expect(try command.run(["--version"]).output == "\(ProgramVersion.sentence)\n")

    // Under another prefix the same, with the same bytes; Debian's zsh looks for those of packages in a folder of their own.
    let other = try Self.stage("/opt/pathbook", folder, "other")
    let moved = Dictionary(
      uniqueKeysWithValues: other.map { path, bytes in
        let usual = path.replacing("/opt/pathbook/", with: "/usr/")
        return (usual.replacing("/zsh/site-functions/", with: "/zsh/vendor-completions/"), bytes)
      })
    #expect(Set(files.keys) == Set(moved.keys))
    let different = files.filter { moved[$0.key] != $0.value }.keys.sorted()
    #expect(different == ["/usr/share/applications/pathbook.desktop"])

    // Each page can be read, has its sections, and nothing in it is taken for a request that it is not.
    for page in pages {
      var man = Command(words: ["man"])
      man.environment = ["LC_ALL": "C.UTF-8", "MANWIDTH": "80"]
      let path = folder.path("root/usr/share/man/man1/\(page).1.gz")
      let result = try man.run(["--warnings", "--pager=cat", "--local-file", path])
      #expect(result.exitCode == 0 && result.errors == [], "\(page): \(result.errors)")
      for section in [
        "NAME\n     \(page) — ", "\nSYNOPSIS\n     pathbook", "\nEXIT STATUS\n     0 ", "\nSEE ALSO\n",
      ] {
        #expect(result.output.contains(section), "\(page): \(section)")
      }
    }
  }

  @Test func `the copyright file has every package that is linked in, and no other`() throws {
    let script = Repository.path("Scripts/linked-packages.sh")
    let result = try Command(words: [script]).run([Self.build])
    let linked = Set(
      result.output.split(separator: "\n").compactMap { $0.split(separator: "/").last.map(String.init) })
    #expect(linked.isSuperset(of: ["hummingbird", "swift-argument-parser", "swift-nio"]))
    let copyright = try String(contentsOfFile: Repository.path("Scripts/debian/copyright"), encoding: .utf8)
    let named = copyright.matches(of: /(?m)^Files: linked\/([^\/]+)\/\*$/).map { String($0.1) }
    let manifest = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
    let archives = manifest.matches(of: /linkedLibrary\(":(\w+)\.a"\)/).map { String($0.1) }
    #expect(archives == ["libdeflate"])
    let makefile = try String(contentsOfFile: Repository.path("Makefile"), encoding: .utf8)
    #expect(makefile.contains("-print-file-name=libstdc++.a"))
    // Swift's own libraries are no package.
    #expect(
      Set(named) == linked.union(archives).union(["libstdc++", "swift"]),
      "name each in Scripts/debian/copyright, with its license")
    // Each license that is named has its text.
    let licenses = Set(copyright.matches(of: /(?m)^License: (\S.*)$/).map { String($0.1) })
    for license in licenses {
      let text = copyright.matches(of: /(?m)^License: (\S.*)\n (.+)$/).map { String($0.1) }
      #expect(text.contains(license), "\(license)")
    }
  }

  /// The tests' own command needs Swift's libraries beside it.
  @Test func `no package is made of a command that needs libraries of no package`() throws {
    let folder = try TestFolder()
    let result = try Command(words: [Repository.path("Scripts/deb.sh")]).run([
      Self.build, folder.path("dist"),
    ])
    #expect(result.exitCode == 1 && result.output == "")
    #expect(result.errors.last?.hasSuffix("link it with --static-swift-stdlib") == true, "\(result.errors)")
    #expect(try folder.names() == [])
  }
}
