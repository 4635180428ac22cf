import TestValues
import Testing

@testable import Export

@Suite struct ShippedFileTests {
  @Test(arguments: ["medical-coding", "medical-coding-2025"])
  func `a shipped dataset is the one of the repository, byte for byte`(name: String) throws {
    let expected = try Repository.files(in: "Samples/datasets/\(name)")
    #expect(expected.count > 5)
    #expect(ShippedFile.folder("datasets/\(name)").keys.sorted() == expected.keys.sorted())
    #expect(ShippedFile.folder("datasets/\(name)") == expected)
  }

  @Test func `the shipped templates are those of the repository, byte for byte`() throws {
    let names = try Repository.names(in: "Templates")
    #expect(names.contains("standard"))
    #expect(ShippedFile.folders(in: "templates") == names)
    for name in names {
      let expected = try Repository.files(in: "Templates/\(name)")
      #expect(ShippedFile.folder("templates/\(name)").keys.sorted() == expected.keys.sorted())
      #expect(ShippedFile.folder("templates/\(name)") == expected)
    }
  }

  @Test func `the shipped catalogue is the one of the repository, byte for byte`() throws {
    #expect(ShippedFile.folder("catalogue") == (try Repository.files(in: "Samples/catalogue")))
    #expect(CatalogueLoader.shippedFiles.files.count == 10)
  }

  @Test func `a folder that is not in the binary is empty`() {
    #expect(ShippedFile.folders(in: "datasets") == ["medical-coding", "medical-coding-2025"])
    #expect(ShippedFile.folder("datasets/medical").isEmpty)
    #expect(ShippedFile.folders(in: "nowhere") == [])
  }
}
