import Export
import Glibc
import SafeFiles
import Synchronization

/// The bytes of a roster: those of a file as often as they are wanted, those of a pipe once. The file stays open as long
/// as the value lives, so that all who read it read the same.
final class RosterSource: Sendable {
  /// Enough for the header to be among them.
  private static let startCount = 1 << 16

  private let path: String
  private let descriptor: Int32
  private let isFile: Bool
  /// What was read to find out the form.
  let start: [UInt8]
  private let isTaken = Mutex(false)

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws(ExportFailure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    var status = stat()
    isFile = path != "-" && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    do throws(SystemError) {
      // A pipe gives them in pieces of any size.
      while bytes.count < Self.startCount {
        let chunk = try Self.read(descriptor, at: isFile ? bytes.count : nil)
        if chunk.isEmpty { break }
        bytes += chunk
      }
    } catch {
      if path != "-" { close(descriptor) }
      throw .readFailed(path: ProfileLoader.name(of: path), reason: error.reason)
    }
    start = bytes
  }

  /// Whether the bytes come through a pipe or a terminal.
  var isReadOnce: Bool { !isFile }

  /// The bytes from the first on.
  ///
  /// - Throws: a failure when they came through a pipe and were read already.
  func reading() throws(ExportFailure) -> Reading {
    let isFirst = isTaken.withLock { isTaken in
      defer { isTaken = true }
      return !isTaken
    }
    guard isFile || isFirst else {
      throw .usage("\(ProfileLoader.name(of: path)) can be read once only; give a file")
    }
    return Reading(source: self)
  }

  /// One way through the bytes.
  struct Reading {
    fileprivate let source: RosterSource
    private var offset = 0

    fileprivate init(source: RosterSource) { self.source = source }

    /// The next bytes; none at the end, nil when the work is over while nothing comes.
    mutating func next(isOver: () -> Bool) throws(ExportFailure) -> [UInt8]? {
      guard let chunk = try source.bytes(at: offset, isOver) else { return nil }
      offset += chunk.count
      return chunk
    }
  }

  private func bytes(at offset: Int, _ isOver: () -> Bool) throws(ExportFailure) -> [UInt8]? {
    if offset == 0, !start.isEmpty { return start }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Whoever writes into a pipe may take an hour. A signal ends the waiting too.
    while !isFile, poll(&waiting, 1, 200) <= 0 {
      if isOver() { return nil }
    }
    do throws(SystemError) { return try Self.read(descriptor, at: isFile ? offset : nil) } catch {
      throw .readFailed(path: ProfileLoader.name(of: path), reason: error.reason)
    }
  }

  private static func read(_ descriptor: Int32, at offset: Int?) throws(SystemError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count =
        if let offset {
          pread(descriptor, &chunk, chunk.count, offset)
        } else {
          Glibc.read(descriptor, &chunk, chunk.count)
        }
      if count >= 0 { return Array(chunk[..<count]) }
      if errno != EINTR { throw .last }
    }
  }

  deinit { if path != "-" { close(descriptor) } }
}
