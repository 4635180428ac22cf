import ArgumentParser
import CareerData
import Export
import Glibc
import SafeFiles
import Tabular

/// What the command says, and how it ends.
enum Terminal {
  /// Prepares the process. Must be called before anything else.
  static func prepare() {
    // First, since threads inherit it.
    Interruption.prepare()
    // Were standard error closed, the next file to be opened would be it, and messages would go into that file.
    // These stand-ins fail as a closed stream does.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // Whatever is made is private, the temporary files of libraries too, whatever mask was inherited.
    umask(0o077)
    // A file above the size limit of the shell is a failed write, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Refuses arguments that are not UTF-8: repaired, they would name other files.
  static func refuseUnreadableArguments() {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else {
        continue
      }
      note("argument \(index) is not UTF-8 text and cannot name a file; rename the file or the folder")
      exit(64)
    }
  }

  /// A line on standard output.
  static func say(_ line: String) throws(ExportFailure) {
    try StandardOutput.write(Array((line + "\n").utf8))
  }

  /// Lines on standard output, then what deserves a look on standard error.
  static func say(_ lines: [String], notices: [String] = []) throws(ExportFailure) {
    for line in lines { try say(line) }
    for notice in notices { note(notice) }
  }

  /// A line on standard error. The names of files in it may hold anything.
  static func note(_ line: String) {
    let visible = VisibleText.of(line.unicodeScalars) { $0.properties.generalCategory == .control }
    // On a closed terminal nobody reads it.
    try? WholeWrite.all(Array((visible + "\n").utf8), to: STDERR_FILENO)
  }

  /// Runs the work; a failure is reported on standard error and becomes the exit code.
  static func reporting(_ work: () throws -> Void) throws {
    do { try work() } catch let failure as ExportFailure {
      for line in failure.lines { note(line) }
      throw ExitCode(failure.exitCode)
    }
  }
}

enum Clock {
  /// The day on the local calendar.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    guard
      let today = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { preconditionFailure("the system's clock gives a day that exists") }
    return today
  }
}
