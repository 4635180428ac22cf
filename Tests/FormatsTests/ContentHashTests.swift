import CareerData
import Export
import SampleReports
import Testing

struct ContentHashTests {
  @Test(
    .enabled(if: IndependentReaders.python != nil, Comment(rawValue: IndependentReaders.missing)),
    arguments: ["medical-coding", "lighthouse-keeping"])
  func `an independent program gives the same hash for a dataset`(name: String) throws {
    let folder = SampleClients.root.appendingPathComponent("Samples/datasets/\(name)").path
    let hash = try DatasetLoader.load(folder: folder).identity.contentHash
    #expect(try IndependentReaders.contentHash(folder) == hash)
  }

  @Test func `a report states the dataset and the program that it was made by, in every format`() throws {
    let hash = try DatasetLoader.shipped().identity.contentHash
    var options = ReportExporter.Options()
    options.formats = [.csv, .txt]
    let files = try SampleClients.exporter(options).files(for: SampleClients.report("worked-example"))
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      // The text is wrapped, and has the hash's first digits.
      let shown = file.name.hasSuffix(".txt") ? String(hash.prefix(12)) : hash
      #expect(text.contains(shown), "\(file.name)")
      #expect(text.contains(ProgramVersion.current) && text.contains("medical-coding"), "\(file.name)")
    }
    let origin = try #require(try SampleClients.report("worked-example").origin)
    #expect(origin.contentHash == hash && origin.programVersion == ProgramVersion.current)
    #expect(origin.datasetName == "medical-coding" && origin.datasetVersion == "2026.3.0")
  }
}
