import CFolder
import Glibc

extension NamelessFile {
  /// Where such files are made.
  package static var folder: String {
    let chosen = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return chosen.isEmpty ? "/tmp" : chosen
  }

  /// Its descriptor, to read and to write, which the caller closes; negative when there is none, and errno says why.
  package static func open() -> Int32 {
    let nameless = pathbook_open_nameless(folder)
    if nameless >= 0 { return nameless }
    var template = Array("\(folder)/pathbook-XXXXXX".utf8CString)
    // mkstemp(3) makes the file with mode 0600; without its name it goes with the process.
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return descriptor }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}
