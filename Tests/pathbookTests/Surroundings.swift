import Foundation

/// What this machine lets the tests do. Where something is missing the test is skipped and says so.
enum Surroundings {
  /// Runs what follows as a user whom permissions bind: root is bound by none.
  static let asOrdinaryUser: [String] =
    geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// The command's binary, where every user can run it.
  static let commandForEverybody: String = {
    guard geteuid() == 0, let folder = binaryFolder else { return Command.path }
    return folder.path("pathbook")
  }()

  private static let binaryFolder: TestFolder? = {
    guard let folder = try? TestFolder() else { return nil }
    try? Command.copyBinary(to: folder.path("pathbook"))
    atexit { Surroundings.removeBinaryFolder() }
    return folder
  }()

  private static func removeBinaryFolder() {
    if let binaryFolder { try? FileManager.default.removeItem(atPath: binaryFolder.path) }
  }

  static let canBeOrdinaryUser: Bool = {
    let result = try? Command(words: asOrdinaryUser + [commandForEverybody]).run(["--version"])
    return result?.exitCode == 0
  }()

  /// Runs what follows where it can mount a file system that nobody else sees; nil where that is not allowed.
  static let inOwnMounts: [String]? = [["unshare", "-m"], ["unshare", "-r", "-m"]].first { words in
    let mount = "mount -t tmpfs tmpfs /mnt"
    return (try? Command(words: words + ["sh", "-c"]).run([mount]))?.exitCode == 0
  }
}
