import Foundation

/// The real command, run as a process of its own.
///
/// Its streams are files and never those of the tests, so that no reader can be late and nothing is waited for.
struct Command {
  struct Result: Equatable {
    /// Nil when a signal ended the process.
    var exitCode: Int32?
    var signal: Int32?
    var output: String
    /// The lines of standard error.
    var errors: [String]
  }

  enum Failure: Error {
    case cannotStart(String, reason: String)
    case tookTooLong([String])
  }

  /// The binary beside the tests' own, else the one of the debug build.
  static let path: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appendingPathComponent("pathbook").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : Repository.path(".build/debug/pathbook")
  }()

  /// The program and the words before those of ``run(_:)``.
  var words = [Command.path]
  /// What the process reads; then its input ends.
  var input = ""
  /// The working directory.
  var folder = "/"
  /// Added to the little that the environment holds.
  var environment: [String: String] = [:]
  /// After this many seconds the process is ended and the test fails. Only a process that hangs takes so long, however
  /// busy the machine is.
  var limitInSeconds = 900.0
  /// Asked again and again; when it says yes the process gets a signal in the midst of its work.
  var isTimeToKill: (() -> Bool)?
  var signalOfKill = SIGKILL

  static func run(_ arguments: String..., input: String = "", in folder: String = "/") throws -> Result {
    try Command(input: input, folder: folder).run(arguments)
  }

  /// Runs a script in which `$PATHBOOK` is the command.
  static func shell(
    _ script: String, in folder: String, through wrapper: [String] = [], pathbook: String = path
  ) throws -> Result {
    let command = Command(
      words: wrapper + ["sh", "-c"], folder: folder, environment: ["PATHBOOK": pathbook])
    return try command.run([script])
  }

  /// Copies the binary. A process of its own does it: were the copy open for writing here, another test's process
  /// could inherit that, and the system runs no file that somebody writes to.
  static func copyBinary(to destination: String) throws {
    let result = try Command(words: ["cp"]).run([path, destination])
    guard result.exitCode == 0 else { throw Failure.cannotStart("cp", reason: result.errors.joined()) }
  }

  func run(_ arguments: [String]) throws -> Result {
    let streams = try TestFolder()
    try streams.write(input, to: "input")
    let process = try start(words + arguments, streams: streams)
    let status = try wait(for: process, words: words + arguments)
    let errors = try streams.text("errors")
    let signal = status & 0x7F
    return Result(
      exitCode: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: try streams.text("output"),
      errors: errors.isEmpty
        ? [] : errors.dropLast(errors.hasSuffix("\n") ? 1 : 0).components(separatedBy: "\n")
    )
  }

  private func start(_ words: [String], streams: TestFolder) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams.path("input"), O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, streams.path(name), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    let variables = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }
    // env(1) changes the folder and then is the program itself: it has the same process id.
    let words = ["env", "-C", folder] + words
    var arguments = words.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    // A thread of the tests may block signals, and what it starts would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &settings)
    guard code == 0 else { throw Failure.cannotStart(words[0], reason: String(cString: strerror(code))) }
    return process
  }

  /// The status that waitpid(2) gives.
  private func wait(for process: pid_t, words: [String]) throws -> Int32 {
    let start = ContinuousClock.now
    var status: Int32 = 0
    var isKilled = false
    while waitpid(process, &status, WNOHANG) == 0 {
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if !isKilled, let isTimeToKill, isTimeToKill() {
        kill(process, signalOfKill)
        isKilled = true
      }
      guard seconds < limitInSeconds else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw Failure.tookTooLong(words)
      }
      usleep(isTimeToKill == nil || isKilled ? 500 : 50)
    }
    return status
  }
}
