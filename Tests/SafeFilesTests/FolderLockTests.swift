import Glibc
import TestValues
import Testing

@testable import SafeFiles

@Suite struct FolderLockTests {
  @Test func `a lock goes with its value, though a child that is being started still has the descriptor`()
    throws
  {
    let folder = try TestFolder()
    var lock: FolderLock? = try FolderLock(folder.path)
    let copy = dup(try #require(lock?.descriptor))
    defer { close(copy) }
    #expect(throws: SystemError.self) { try FolderLock(folder.path) }
    lock = nil
    _ = try FolderLock(folder.path)
  }
}
