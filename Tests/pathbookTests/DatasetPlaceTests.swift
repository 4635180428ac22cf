import Foundation
import Testing

/// Where datasets and their files may be: links, pipes, and two runs at once.
@Suite struct DatasetPlaceTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func run(_ words: String...) throws -> Command.Result {
    try Command(folder: folder.path).run(words)
  }

  private func shell(_ script: String) throws -> Command.Result {
    try Command.shell(script, in: folder.path)
  }

  private static let national =
    "AREA,AREA_TITLE,AREA_TYPE,NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_MEDIAN\n"
    + "99,U.S.,1,000000,Cross-industry,cross-industry,29-2072,Medical Records Specialists,detailed,190010,56160,52000\n"

  private static let alaska =
    "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_MEDIAN\n"
    + "02,Alaska,2,AK,000000,Cross-industry,cross-industry,29-2072,Medical Records Specialists,detailed,1370,61000,57000\n"

  // MARK: - Links

  @Test(arguments: ["sources.csv", "datapackage.json"])
  func `a file of a dataset that is a link is refused, and nothing of it is shown or packed`(name: String)
    throws
  {
    _ = try run("dataset", "copy", "mine")
    try folder.write("the secret of somebody\n", to: "secret.txt")
    _ = try shell("rm mine/\(name) && ln -s ../secret.txt mine/\(name)")
    let client = Repository.client("worked-example")
    for words in [
      ["dataset", "check", "mine"], ["dataset", "pack", "mine", "--output", "out.zip"],
      ["report", client, "--dataset", "mine", "--format", "txt", "--output", "-"],
      ["dataset", "diff", "mine", "mine"], ["dataset", "import", "M2025.csv", "--into", "mine"],
    ] {
      let result = try Command(folder: folder.path).run(words)
      let text = result.output + result.errors.joined()
      #expect(result.exitCode == 65, "\(words): \(text)")
      #expect(text.contains("mine/\(name): a symbolic link"), "\(text)")
      #expect(!text.contains("secret of"))
    }
    #expect(try folder.names() == ["mine", "secret.txt"])
  }

  @Test func `a folder in a dataset that is a link is refused, and the dataset's own folder may be one`()
    throws
  {
    _ = try run("dataset", "copy", "mine")
    _ = try shell("ln -s mine link")
    #expect(try run("dataset", "check", "link", "--as-of", "2026-01-01").exitCode == 0)
    _ = try shell(
      "mkdir elsewhere && mv mine/sources.csv elsewhere/ && ln -s ../elsewhere mine/data"
        + " && sed -i 's#\"sources.csv\"#\"data/sources.csv\"#' mine/datapackage.json")
    let result = try run("dataset", "check", "mine")
    #expect(
      result.exitCode == 65 && result.errors.joined().contains("mine/data: a symbolic link"), "\(result)")
  }

  @Test func `a profile of a roster folder that is a link is a rejected row`() throws {
    try folder.makeFolder("clients")
    try folder.write(#"{"id": "a"}"#, to: "clients/a.json")
    try folder.write(#"{"id": "secret", "notes": "nobody's business"}"#, to: "secret.json")
    _ = try shell("ln -s ../secret.json clients/b.json")
    let result = try run("batch", "clients", "--output", "out", "--format", "csv", "--quiet")
    #expect(result.exitCode == 65, "\(result)")
    let all = try result.output + result.errors.joined() + folder.text("out/rejects.csv")
    #expect(all.contains("symbolic link") && !all.contains("nobody's"), "\(all)")
  }

  // MARK: - Pipes and devices

  @Test(arguments: ["pipe", "/dev/zero", "/dev/tty"])
  func `what is no file is refused at once`(path: String) throws {
    _ = try shell("mkfifo pipe")
    _ = try run("dataset", "copy", "mine")
    for words in [
      ["dataset", "new", "--soc", "29-2072", "--from", path, "--into", "new"],
      ["dataset", "import", path, "--into", "mine"], ["dataset", "check", path],
      ["dataset", "pack", path, "--output", "out.zip"], ["template", "check", path],
      ["report", Repository.client("worked-example"), "--dataset", path, "--output", "-", "--format", "txt"],
    ] {
      let result = try Command(folder: folder.path).run(words)
      #expect(result.exitCode == 66 && result.errors.joined().contains(path), "\(words): \(result)")
    }
  }

  @Test func `a pipe in the place of a file of a dataset is refused at once`() throws {
    _ = try run("dataset", "copy", "mine")
    _ = try shell("rm mine/pay.csv && mkfifo mine/pay.csv")
    let result = try run("dataset", "check", "mine")
    #expect(result.exitCode == 66 && result.errors.joined().contains("mine/pay.csv"), "\(result)")
  }

  // MARK: - A dataset in one file

  @Test func `an import follows a link to the file and keeps the file's permissions`() throws {
    _ = try run("dataset", "copy", "mine")
    try folder.makeFolder("store")
    #expect(try run("dataset", "pack", "mine", "--output", "store/data.zip").exitCode == 0)
    try folder.setMode(0o644, of: "store/data.zip")
    _ = try shell("ln -s store/data.zip link.zip")
    try folder.write(Self.national, to: "national_M2025.csv")
    let result = try run("dataset", "import", "national_M2025.csv", "--into", "link.zip")
    #expect(result.exitCode == 0, "\(result)")
    #expect(try shell("readlink link.zip; stat -c %a store/data.zip").output == "store/data.zip\n644\n")
    #expect(try run("dataset", "show", "--dataset", "store/data.zip").output.contains("May 2025"))
    // The same holds for packing over it.
    #expect(try run("dataset", "pack", "mine", "--output", "link.zip").exitCode == 0)
    #expect(try shell("readlink link.zip; stat -c %a store/data.zip").output == "store/data.zip\n644\n")
    #expect(try shell("ls -A store").output == "data.zip\n")
  }

  @Test func `an import waits for no other one and says so`() throws {
    _ = try run("dataset", "copy", "mine")
    _ = try run("dataset", "pack", "mine", "--output", "data.zip")
    try folder.write(Self.national, to: "national_M2025.csv")
    let before = try folder.bytes("data.zip")
    let held = try shell(
      "flock data.zip \"$PATHBOOK\" dataset import national_M2025.csv --into data.zip; echo $?")
    #expect(held.output == "73\n", "\(held)")
    #expect(held.errors.joined().contains("another run of pathbook is changing it"))
    #expect(try folder.bytes("data.zip") == before)
  }

  @Test func `of two imports at once none is lost without a word`() throws {
    _ = try run("dataset", "copy", "mine")
    _ = try run("dataset", "pack", "mine", "--output", "data.zip")
    try folder.write(Self.national, to: "national_M2025.csv")
    try folder.write(Self.alaska, to: "state_M2025.csv")
    let both = try shell(
      """
      "$PATHBOOK" dataset import national_M2025.csv --into data.zip >/dev/null 2>&1 & first=$!
      "$PATHBOOK" dataset import state_M2025.csv --into data.zip >/dev/null 2>&1; echo $?
      wait $first; echo $?
      "$PATHBOOK" dataset show --figure oews-state-AK-median --dataset data.zip | grep -c '57,000'
      "$PATHBOOK" dataset show --figure oews-national-median --dataset data.zip | grep -c '52,000'
      """)
    let lines = both.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 4, "\(both)")
    // Done is done; who was refused knows it.
    #expect((lines[0] == "0") == (lines[2] == "1") && (lines[1] == "0") == (lines[3] == "1"), "\(lines)")
    #expect(lines[0] == "0" || lines[1] == "0")
    #expect(["0", "73"].contains(lines[0]) && ["0", "73"].contains(lines[1]))
  }
}
