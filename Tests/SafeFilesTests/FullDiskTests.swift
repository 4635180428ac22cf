import Glibc
import TestValues
import Testing

@testable import SafeFiles

struct FullDiskTests {
  @Test(arguments: [(ENOSPC, true), (EDQUOT, true), (EIO, false), (EFBIG, false)])
  func `a full disk is told by the number of the error`(code: Int32, isFull: Bool) {
    #expect(SystemError(code: code).failure(of: "out").isFullDisk == isFull)
  }

  @Test func `words alone make no full disk`() {
    let words = SystemError(code: ENOSPC).reason
    #expect(!ExportFailure.writeFailed(path: "out", reason: words).isFullDisk)
    #expect(!ExportFailure.cannotCreate(path: "out", reason: words).isFullDisk)
  }

  @Test func `writing goes on until all is written, or tells why not`() throws {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    try #require(full >= 0)
    defer { close(full) }
    #expect(throws: SystemError(code: ENOSPC)) { try WholeWrite.all([1, 2, 3], to: full) }
  }

  /// The archive's own file is a link to a device that is always full.
  @Test(.enabled(if: dlopen("libarchive.so.13", RTLD_NOW) != nil), arguments: [true, false])
  func `an archive on a full disk says so`(isZip: Bool) throws {
    let folder = try TestFolder()
    try #require(symlink("/dev/full", folder.path("unfinished")) == 0)
    let archive = try PackedFile(folder.path("out"), isZip: isZip, temporary: folder.path("unfinished"))
    var failure: ExportFailure?
    do throws(ExportFailure) {
      for index in 0..<64 {
        try archive.add("\(index)", (0..<(1 << 14)).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      }
      try archive.finish()
    } catch {
      failure = error
    }
    #expect(failure?.isFullDisk == true, "\(String(describing: failure))")
  }
}
