import Advising
import CareerData
import Export
import Foundation
import SampleReports
import Tabular
import Testing

/// The JSON Schema of a profile says what the reader says.
@Suite struct ProfileSchemaTests {
  private let properties: [String: JSONNode]
  private let dataset: CareerDataset

  init() throws {
    let path = SampleClients.root.appendingPathComponent("Samples/profile.schema.json")
    let root = try JSONDocument(Array(Data(contentsOf: path))).root
    properties = Dictionary(
      (root["properties"]?.members ?? []).map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
    dataset = try DatasetLoader.shipped()
  }

  @Test func `it has every field, and no other`() {
    let fields = Set(ProfileField.allCases.map(\.rawValue))
    #expect(Set(properties.keys).subtracting(["$schema"]) == fields)
  }

  @Test func `its choices are the ids of the shipped dataset`() {
    let records = dataset.records
    let expected: [ProfileField: [String]] = [
      .setting: records.settings.map(\.id), .targetSetting: records.settings.map(\.id),
      .specialization: records.specializations.map(\.id),
      .targetSpecialization: records.specializations.map(\.id), .rung: records.rungs.map(\.id),
      .state: records.areas.filter { $0.kind == .state }.map(\.code),
      .education: Education.allCases.map(\.rawValue), .payBasis: PayBasis.allCases.map(\.rawValue),
    ]
    for (field, ids) in expected {
      #expect(properties[field.rawValue]?["enum"]?.elements?.compactMap(\.string) == ids, "\(field.rawValue)")
    }
    let credentials = properties[ProfileField.credentials.rawValue]?["items"]?["enum"]
    #expect(credentials?.elements?.compactMap(\.string) == records.credentials.map(\.id))
  }

  @Test(arguments: [
    (ProfileField.hoursPerWeek, "0.99"), (.hoursPerWeek, "100.5"), (.yearsOfExperience, "-1"),
    (.yearsOfExperience, "81"), (.certificationBudget, "-1"), (.certificationBudget, "1000001"),
    (.horizonYears, "0"), (.horizonYears, "51"),
  ])
  func `its limits are the reader's`(field: ProfileField, beyond: String) throws {
    let number = try #require(Double(beyond))
    let node = try #require(properties[field.rawValue])
    let minimum = try #require(node["minimum"]?.double)
    let maximum = try #require(node["maximum"]?.double)
    #expect(number < minimum || number > maximum)
    let json = { (value: String) in Array("{\"id\": \"c\", \"\(field.rawValue)\": \(value)}".utf8) }
    let reader = ProfileReader(dataset: dataset)
    #expect(throws: ProfileProblems.self) { try reader.read(json: json(beyond)) }
    for edge in [minimum, maximum] { _ = try reader.read(json: json("\(Int(edge))")) }
  }

  @Test(arguments: [ProfileField.name, .advisor, .notes])
  func `its lengths are the reader's`(field: ProfileField) throws {
    let longest = try #require(properties[field.rawValue]?["maxLength"]?.double.map { Int($0) })
    let reader = ProfileReader(dataset: dataset)
    let json = { (count: Int) in
      Array("{\"id\": \"c\", \"\(field.rawValue)\": \"\(String(repeating: "é", count: count))\"}".utf8)
    }
    _ = try reader.read(json: json(longest))
    let error = #expect(throws: ProfileProblems.self) { try reader.read(json: json(longest + 1)) }
    #expect(
      error?.problems.map(\.description) == [
        "\(field.rawValue): line 1: the text is too long; use at most \(longest) characters"
      ])
  }
}
