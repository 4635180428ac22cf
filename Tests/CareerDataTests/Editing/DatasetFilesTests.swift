import CareerData
import TestValues
import Testing

@Suite struct DatasetFilesTests {
  @Test(arguments: ["pay.csv", "data/pay.csv", "a b/ü.csv", "x..y"])
  func `a path in the package is inside`(path: String) { #expect(DatasetFiles.isInside(path)) }

  @Test(arguments: [
    "", "/pay.csv", "../pay.csv", "a/../pay.csv", "a//b", "a/", "./pay.csv", ".hidden", "a/.git/x",
    "a\u{0}b", "datapackage.json",
  ])
  func `a path that leads elsewhere is not`(path: String) { #expect(!DatasetFiles.isInside(path)) }

  @Test func `the files of a package are known in its order`() throws {
    let files = DatasetFiles(files: try SampleFiles.files("lighthouse-keeping"))
    #expect(files.inOrder.map(\.path).prefix(3) == ["datapackage.json", "sources.csv", "populations.csv"])
    #expect(files.inOrder.count == files.files.count)
    #expect(DatasetFiles.paths(namedBy: Array("{".utf8)) == [])
  }
}
