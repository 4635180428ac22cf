import CFolder
import Glibc

/// Another program at work for this one. Its standard input and output are one connection to here, so that what they
/// carry touches no disk; what it says on standard error is dropped, since it could quote what it was given.
///
/// It has no other open file of ours and none of our variables. It ends with the value, at the latest when its input ends
/// with this process, however that ends.
package final class ChildProcess: Sendable {
  package enum Failure: Error, Equatable {
    case notStarted(SystemError)
    /// It has closed the connection: as a rule it has ended.
    case ended
    /// It did not take or give anything for so long.
    case silent
  }

  private let process: pid_t
  private let connection: Int32

  /// - Parameters:
  ///   - program: a path.
  ///   - environment: all the variables it gets: `NAME=VALUE`.
  ///   - seconds: how long it may be silent while something is expected of it.
  package init(
    _ program: String, _ arguments: [String], environment: [String], patience seconds: Int
  ) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    // socketpair(2): "on success, zero is returned. On error, -1".
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { throw .notStarted(.last) }
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(ends[0], SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }
    let result = Self.start(program, arguments, environment, connection: ends[1])
    close(ends[1])
    guard case .success(let process) = result else {
      close(ends[0])
      guard case .failure(let error) = result else { throw .ended }
      throw .notStarted(error)
    }
    self.process = process
    connection = ends[0]
  }

  deinit {
    close(connection)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Gives it bytes to read.
  package func send(_ bytes: [UInt8]) throws(Failure) {
    var offset = 0
    while offset < bytes.count {
      // send(2): "the number of bytes sent. On error, -1"; MSG_NOSIGNAL: no SIGPIPE when the other end is closed.
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.send(
          connection, bytes.baseAddress?.advanced(by: offset), bytes.count - offset,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw errno == EAGAIN ? .silent : .ended
      }
      offset += count
    }
  }

  /// Its standard input ends here.
  package func endInput() { shutdown(connection, Int32(SHUT_WR)) }

  /// What it has written, up to so many bytes; empty at the end of its output.
  package func receive(atMost limit: Int) throws(Failure) -> [UInt8] {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
        // recv(2): "the number of bytes received, or -1 if an error occurred", 0 at the end.
        count = recv(connection, buffer.baseAddress, buffer.count, 0)
        filled = max(0, count)
      }
      if count >= 0 { return bytes }
      if errno == EINTR { continue }
      if errno == ECONNRESET { return [] }
      throw errno == EAGAIN ? .silent : .ended
    }
  }

  /// Waits until it has ended by itself, after the end of its output.
  ///
  /// - Returns: true when it says that all went well.
  package func hasSucceeded() -> Bool {
    var information = siginfo_t()
    // WNOWAIT leaves the status there for the one wait at the end.
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0 {
      guard errno == EINTR else { return false }
    }
    return information.si_code == CLD_EXITED && information._sifields._sigchld.si_status == 0
  }

  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String], connection: Int32
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, connection, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, connection, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // Libraries may hold files that are not marked to be closed, and a lock would be held as long as the other program
    // is there.
    pathbook_close_in_child(&actions, STDERR_FILENO + 1)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process = pid_t()
    // posix_spawn(3): "upon successful completion, … return 0 … Otherwise … an error number".
    let code = posix_spawn(&process, program, &actions, nil, &words, &variables)
    return code == 0 ? .success(process) : .failure(SystemError(code: code))
  }
}
