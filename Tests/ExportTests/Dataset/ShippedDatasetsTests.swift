import CareerData
import Testing

@testable import Export

@Suite struct ShippedDatasetsTests {
  @Test func `the list names each dataset with the time of its wages`() throws {
    #expect(
      try ShippedDatasets.lines() == [
        "medical-coding       Medical billing and coding careers, wages of May 2024 (taken when none is named)",
        "medical-coding-2025  Medical billing and coding careers, wages of May 2025",
      ])
  }

  @Test func `each is taken by its name, and is the dataset of that name`() throws {
    for name in DatasetLoader.shippedNames {
      #expect(try DatasetLoader.load(folder: name).identity.name == name)
    }
    #expect(try DatasetLoader.shipped().identity.name == DatasetLoader.defaultName)
  }

  @Test func `the editions that reports name are those of the datasets`() throws {
    let known = try DatasetLoader.shippedNames.map { name in
      let dataset = try DatasetLoader.load(folder: name)
      let source = try #require(dataset.pay(of: .national).first.flatMap { dataset.source($0.sourceID) })
      return [name, dataset.occupation.socCode, try #require(source.lastDay).iso]
    }
    #expect(DatasetLoader.editions.map { [$0.datasetName, $0.socCode, $0.lastDay.iso] } == known)
  }

  @Test func `no shipped dataset has an error or a warning`() throws {
    let day = try #require(CalendarDate(year: 2026, month: 1, day: 1))
    for name in DatasetLoader.shippedNames {
      let findings = DatasetCheck(DatasetLoader.shippedFiles(name), asOf: day).findings
      #expect(findings.allSatisfy { $0.severity == .note }, "\(name): \(findings.map(\.found))")
    }
  }
}
