import Advising
import Export
import Glibc
import SafeFiles
import Synchronization

/// The bytes of a roster, which can be read more than once. The file stays open as long as the value lives, so that every
/// reading gets the same. What comes through a pipe is kept in a private file without a name and read again from there.
final class RosterSource: Sendable {
  /// Enough for the header to be among them.
  private static let startCount = 1 << 16

  private struct Kept {
    var file: Int32?
    var count = 0
  }

  private let path: String
  private let descriptor: Int32
  /// All that came through a pipe, where somebody moves about in it.
  private let whole = Mutex<Int32?>(nil)
  private let isFile: Bool
  /// What was read to find out the form.
  let start: [UInt8]
  let encoding: RosterEncoding
  private let kept = Mutex(Kept())

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws(ExportFailure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missingInput(path: path, reason: SystemError.last.reason) }
    var status = stat()
    isFile = path != "-" && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    var encoding = RosterEncoding.Evidence()
    do throws(SystemError) {
      // A pipe gives them in pieces of any size.
      while bytes.count < Self.startCount {
        let chunk = try Self.read(descriptor, at: isFile ? bytes.count : nil)
        if chunk.isEmpty { break }
        bytes += chunk
      }
      encoding.add(bytes)
      // One byte far down in a file tells that it is not UTF-8.
      var offset = bytes.count
      while isFile, encoding.isOpen {
        let chunk = try Self.read(descriptor, at: offset)
        if chunk.isEmpty { break }
        encoding.add(chunk)
        offset += chunk.count
      }
    } catch {
      if path != "-" { close(descriptor) }
      throw .readFailed(path: ProfileLoader.name(of: path), reason: error.reason)
    }
    start = bytes
    self.encoding = encoding.encoding
  }

  /// Whether the bytes come through a pipe or a terminal.
  var isPipe: Bool { !isFile }

  /// The beginning in UTF-8.
  var text: [UInt8] {
    var decoder = RosterDecoder(encoding)
    return decoder.text(of: start)
  }

  /// Whether a text is a roster as JSON: an object or a list of such.
  static func isJSON(_ text: [UInt8]) -> Bool {
    let rest = text.drop { $0 <= 0x20 }
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "{") { return true }
    guard first == UInt8(ascii: "["), let next = rest.dropFirst().first(where: { $0 > 0x20 }) else {
      return false
    }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  /// The text from the first byte on.
  func reading() throws(ExportFailure) -> Reading { Reading(source: self) }

  /// One way through the text.
  struct Reading {
    fileprivate let source: RosterSource
    private var offset = 0
    private var decoder: RosterDecoder

    fileprivate init(source: RosterSource) {
      self.source = source
      decoder = RosterDecoder(source.encoding)
    }

    /// The next bytes, in UTF-8; none at the end, nil when the work is over while nothing comes.
    mutating func next(isOver: () -> Bool) throws(ExportFailure) -> [UInt8]? {
      while true {
        guard let chunk = try source.bytes(at: offset, isOver) else { return nil }
        if chunk.isEmpty { return [] }
        offset += chunk.count
        let text = decoder.text(of: chunk)
        if !text.isEmpty { return text }
      }
    }
  }

  private func bytes(at offset: Int, _ isOver: () -> Bool) throws(ExportFailure) -> [UInt8]? {
    if offset == 0, !start.isEmpty { return start }
    do throws(SystemError) {
      if isFile { return try Self.read(descriptor, at: offset) }
      if let bytes = try keptBytes(at: offset - start.count) { return bytes }
    } catch { throw failure(error) }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // The next bytes of a pipe may take an hour to come. A signal ends the wait.
    while poll(&waiting, 1, 200) <= 0 {
      if isOver() { return nil }
    }
    do throws(SystemError) {
      let chunk = try Self.read(descriptor, at: nil)
      try keep(chunk)
      return chunk
    } catch { throw failure(error) }
  }

  /// A file with all of the bytes, in which whoever reads may move about; it stays this value's.
  func wholeFile() throws(ExportFailure) -> Int32 {
    if isFile { return descriptor }
    return try whole.withLock { (whole) throws(ExportFailure) in
      if let file = whole { return file }
      let file = NamelessFile.open()
      guard file >= 0 else { throw failure(.last) }
      var offset = 0
      do throws(ExportFailure) {
        while let chunk = try bytes(at: offset, { Interruption.signal != nil }), !chunk.isEmpty {
          offset += chunk.count
          do throws(SystemError) { try WholeWrite.all(chunk, to: file) } catch { throw failure(error) }
        }
      } catch {
        close(file)
        throw error
      }
      whole = file
      return file
    }
  }

  /// The SHA-256 of all bytes.
  func sha256() throws(ExportFailure) -> String {
    let file = try wholeFile()
    do throws(SystemError) { return try SHA256.text(of: file).sha256 } catch { throw failure(error) }
  }

  func failure(_ error: SystemError) -> ExportFailure {
    .readFailed(path: ProfileLoader.name(of: path), reason: error.reason)
  }

  /// What came through the pipe before, behind the start; nil when nothing of it is there.
  private func keptBytes(at offset: Int) throws(SystemError) -> [UInt8]? {
    try kept.withLock { (kept) throws(SystemError) in
      guard let file = kept.file, offset < kept.count else { return nil }
      return try Self.read(file, at: offset)
    }
  }

  private func keep(_ chunk: [UInt8]) throws(SystemError) {
    guard !chunk.isEmpty else { return }
    try kept.withLock { (kept) throws(SystemError) in
      let file = kept.file ?? NamelessFile.open()
      guard file >= 0 else { throw .last }
      kept.file = file
      try WholeWrite.all(chunk, to: file, at: kept.count)
      kept.count += chunk.count
    }
  }

  /// - Parameter offset: in a file; nil for what comes next through a pipe.
  private static func read(_ descriptor: Int32, at offset: Int?) throws(SystemError) -> [UInt8] {
    let bytes = FileBytes(descriptor)
    return if let offset { try bytes.bytes(1 << 16, at: offset) } else { try bytes.next(1 << 16) }
  }

  deinit {
    if path != "-" { close(descriptor) }
    whole.withLock { if let file = $0 { close(file) } }
    kept.withLock { if let file = $0.file { close(file) } }
  }
  /// What it is instead of a roster as text; nil for such a one.
  func unsupported() throws(ExportFailure) -> UnsupportedFile? {
    var failure: ExportFailure?
    let unsupported = UnsupportedFile(start) { offset, count in
      do throws(ExportFailure) { return try bytes(at: offset, count: count) } catch {
        failure = error
        return []
      }
    }
    if let failure { throw failure }
    return unsupported
  }

  /// Bytes from anywhere; fewer at the end.
  func bytes(at offset: Int, count: Int) throws(ExportFailure) -> [UInt8] {
    let file = try wholeFile()
    do throws(SystemError) { return try FileBytes(file).bytes(count, at: offset) } catch {
      throw failure(error)
    }
  }

  /// The file opened once more, for whoever moves about in it; the caller closes it.
  func reopened() throws(ExportFailure) -> Int32 {
    let file = try wholeFile()
    // proc(5), /proc/pid/fd: opening it gives the file anew, also one without a name, with a place of its own in it.
    let opened = open("/proc/self/fd/\(file)", O_RDONLY | O_CLOEXEC)
    let own = opened >= 0 ? opened : fcntl(file, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { throw failure(.last) }
    return own
  }
}
