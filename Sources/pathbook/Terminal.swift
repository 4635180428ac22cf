import ArgumentParser
import Export
import Glibc

/// What the command says, and how it ends.
enum Terminal {
  /// A line on standard output.
  static func say(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

  /// A line on standard error.
  static func note(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  /// Runs the work; a failure is told on standard error and becomes the exit code.
  static func reporting(_ work: () throws -> Void) throws {
    do { try work() } catch let failure as ExportFailure {
      for line in failure.lines { note(line) }
      throw ExitCode(failure.exitCode)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // A closed terminal has nobody to tell.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
