import Foundation
import Testing

@testable import Export

@Suite struct ScratchFolderTests {
  @Test func `a scratch folder is private, new each time, and gone with its value`() throws {
    var first: ScratchFolder? = try ScratchFolder()
    let second = try ScratchFolder()
    let path = try #require(first?.path)
    #expect(path != second.path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    first = nil
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(FileManager.default.fileExists(atPath: second.path))
  }
}
