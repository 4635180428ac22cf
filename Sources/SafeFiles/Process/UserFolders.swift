import Glibc

/// Where the user of this process keeps things, as the environment says.
public enum UserFolders {
  /// For data of programs: `XDG_DATA_HOME`, else `.local/share` in the home folder. Nil where neither is known.
  package static var data: String? {
    absolute("XDG_DATA_HOME") ?? absolute("HOME").map { "\($0)/.local/share" }
  }

  /// The user's own folder.
  public static var home: String? { absolute("HOME") }

  /// For unfinished files, where somebody has said so.
  package static var temporary: String? { absolute("TMPDIR") }

  /// The variables of this process, for a program that works for the user as one started by hand: `NAME=VALUE`.
  package static var variables: [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      variables.append(String(cString: variable))
      next += 1
    }
    return variables
  }

  /// Where programs are looked for.
  package static var path: [String] {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }

  /// The path of a program in the first folder that has one of this name.
  package static func program(_ name: String, in folders: [String]) -> String? {
    let places: [String] = folders.map { "\($0)/\(name)" }
    return places.first { access($0, X_OK) == 0 && !InputFile.isFolder($0) }
  }

  /// Relative ones are no places to keep anything: the XDG rules have them ignored.
  private static func absolute(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
