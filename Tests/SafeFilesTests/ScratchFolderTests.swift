import Foundation
import Testing

@testable import SafeFiles

@Suite struct ScratchFolderTests {
  @Test func `a scratch folder is private, and shared by those who live`() throws {
    var first: ScratchFolder? = try ScratchFolder()
    let second: ScratchFolder? = try ScratchFolder()
    let path = try #require(first?.path)
    #expect(path == second?.path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    // The sticky bit is the mark of what may be swept.
    #expect(mode == 0o1700)
    first = nil
    #expect(FileManager.default.fileExists(atPath: path) && second != nil)
  }
}
