import ArgumentParser
import Export
import Glibc
import SafeFiles
import Tabular

/// What the command says, and how it ends.
enum Terminal {
  /// Makes the process safe for what it does. To be called before anything else.
  static func prepare() {
    // First, since threads inherit it.
    Interruption.prepare()
    // Were standard error closed, the next file to be opened would be it, and messages would go into that file.
    // These stand-ins fail as a closed stream does.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // Whatever is made is its owner's alone, the unfinished files of libraries too; and its owner can use it.
    umask(0o077)
    // A file above the size limit of the shell is a failed write, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Refuses arguments that text cannot hold. Another name would be made of them, and files written to another place.
  static func refuseUnreadableArguments() {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else {
        continue
      }
      note("argument \(index) is no UTF-8 text, so no file can be named by it; rename the file or the folder")
      exit(64)
    }
  }

  /// A line on standard output.
  static func say(_ line: String) throws(ExportFailure) {
    try StandardOutput.write(Array((line + "\n").utf8))
  }

  /// A line on standard error. A file's name may hold anything: control characters are made visible, so that they
  /// do not act on the terminal.
  static func note(_ line: String) {
    let visible = VisibleText.of(line.unicodeScalars) { $0.properties.generalCategory == .control }
    // A closed terminal has nobody to tell.
    try? WholeWrite.all(Array((visible + "\n").utf8), to: STDERR_FILENO)
  }

  /// Runs the work; a failure is told on standard error and becomes the exit code.
  static func reporting(_ work: () throws -> Void) throws {
    do { try work() } catch let failure as ExportFailure {
      for line in failure.lines { note(line) }
      throw ExitCode(failure.exitCode)
    }
  }
}
