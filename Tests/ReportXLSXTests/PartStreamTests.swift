import CXlsxWriter
import Foundation
import TestValues
import Testing

@testable import ReportXLSX

/// The streams that libxlsxwriter prints the parts of a workbook to.
@Suite struct PartStreamTests {
  /// Prints, in pieces of any length, and reads back.
  private static func echo(_ bytes: [UInt8], directory: String?) throws -> [UInt8] {
    let stream = try #require(directory.map { $0.withCString(openStream) } ?? lxw_tmpfile(nil))
    defer { fclose(stream) }
    var random = SplitMix64(state: 1)
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + Int.random(in: 1...70_000, using: &random))
      #expect(fwrite(Array(bytes[position..<end]), 1, end - position, stream) == end - position)
      position = end
    }
    #expect(fflush(stream) == 0)
    #expect(ftell(stream) == bytes.count)
    rewind(stream)
    var read = [UInt8](repeating: 0, count: bytes.count + 1)
    let count = fread(&read, 1, read.count, stream)
    return Array(read.prefix(count))
  }

  private static func openStream(_ directory: UnsafePointer<CChar>) -> UnsafeMutablePointer<FILE>? {
    lxw_tmpfile(UnsafeMutablePointer(mutating: directory))
  }

  @Test(arguments: [0, 1, 4_095, 16_384, 1 << 20, (1 << 20) + 1, 3_000_001])
  func `what is printed is read back, and no file has a name meanwhile or later`(count: Int) throws {
    var random = SplitMix64(state: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    try Scratch.with { (directory: String) throws in
      let (memory, file) = (try Self.echo(bytes, directory: nil), try Self.echo(bytes, directory: directory))
      #expect(memory == bytes && file == bytes)
      let left = try FileManager.default.contentsOfDirectory(atPath: directory)
      #expect(left == [])
    }
  }

  @Test func `a stream can be read from any place, and not from beyond its end`() throws {
    let stream = try #require(lxw_tmpfile(nil))
    defer { fclose(stream) }
    fputs("abcdef", stream)
    #expect(fseek(stream, 2, SEEK_SET) == 0 && fgetc(stream) == Int32(UInt8(ascii: "c")))
    #expect(fseek(stream, 1, SEEK_CUR) == 0 && fgetc(stream) == Int32(UInt8(ascii: "e")))
    #expect(fseek(stream, -6, SEEK_END) == 0 && fgetc(stream) == Int32(UInt8(ascii: "a")))
    #expect(fseek(stream, 7, SEEK_SET) != 0)
    #expect(fseek(stream, -1, SEEK_SET) != 0)
  }

  @Test func `a stream without a directory needs no disk`() async {
    await #expect(processExitsWith: .success) {
      Disk.fill()
      let bytes = [UInt8](repeating: 7, count: 5_000_000)
      exit(try Self.echo(bytes, directory: nil) == bytes ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `a stream that has failed once gives nothing back, also when there is room again`() async {
    await #expect(processExitsWith: .success) {
      try Scratch.with { directory in
        guard let stream = directory.withCString(Self.openStream) else { exit(EXIT_FAILURE) }
        let text = [UInt8](repeating: 7, count: 1_500_000)
        guard fwrite(text, 1, text.count, stream) == text.count, fflush(stream) == 0 else {
          exit(EXIT_FAILURE)
        }
        Disk.fill()
        let printed = fwrite(text, 1, 20_000, stream)
        guard fflush(stream) != 0 || printed < 20_000 else { exit(EXIT_FAILURE) }
        Disk.free()
        _ = fwrite(text, 1, 20_000, stream)
        rewind(stream)
        var read = text
        exit(fread(&read, 1, read.count, stream) == 0 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }
  }

  @Test func `a stream whose directory is missing gives nothing back`() throws {
    let stream = try #require("/nonexistent/scratch".withCString(Self.openStream))
    defer { fclose(stream) }
    let text = [UInt8](repeating: 7, count: 1_500_000)
    _ = fwrite(text, 1, text.count, stream)
    rewind(stream)
    var read = text
    #expect(fread(&read, 1, read.count, stream) == 0)
  }
}

/// A disk without room, for a process of its own: each write to a file fails, as with a limit on the length of files.
enum Disk {
  private static let kind = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)

  static func fill(after length: Int = 0) {
    signal(SIGXFSZ, SIG_IGN)
    set(rlim_t(length))
  }

  static func free() { set(rlim_t.max) }

  private static func set(_ length: rlim_t) {
    var limits = rlimit()
    guard getrlimit(kind, &limits) == 0 else { exit(EXIT_FAILURE) }
    limits.rlim_cur = min(length, limits.rlim_max)
    guard setrlimit(kind, &limits) == 0 else { exit(EXIT_FAILURE) }
  }
}
