import CareerData
import Testing

/// Problems of `datapackage.json` itself.
struct DatasetPackageProblemTests {
  @Test(
    arguments: [
      (
        "\"name\": \"lighthouse-keeping\",", "\"name\": \"lighthouse-keeping\"", 4, nil,
        DatasetProblem.Kind.invalidJSON
      ),
      ("\"version\": \"1.0.0\",", "\"version\": \"1.0.0\", \"version\": \"2\",", 5, nil, .invalidJSON),
      ("\"version\": \"1.0.0\",", "", 1, "version", .propertyMissing),
      ("\"version\": \"1.0.0\"", "\"version\": 1", 5, "version", .propertyUnsupported),
      ("\"name\": \"sources\",", "", 12, "resources[0].name", .propertyMissing),
      (
        "\"path\": \"sources.csv\",", "\"path\": [\"a.csv\", \"b.csv\"],", 15, "resources[0].path",
        .propertyUnsupported
      ),
      (
        "\"encoding\": \"utf-8\"", "\"encoding\": \"latin-1\"", 19, "resources[0].encoding",
        .propertyUnsupported
      ),
      (
        "\"encoding\": \"utf-8\"", "\"encoding\": \"utf-8\", \"dialect\": {\"delimiter\": \";\"}", 19,
        "resources[0].dialect.delimiter", .propertyUnsupported
      ),
      (
        "\"encoding\": \"utf-8\"", "\"encoding\": \"utf-8\", \"dialect\": {\"csv\": {\"delimiter\": \";\"}}",
        19,
        "resources[0].dialect.csv.delimiter", .propertyUnsupported
      ),
      (
        "\"fields\": [", "\"fields\": [{\"type\": \"string\"},", 21, "resources[0].schema.fields[0].name",
        .propertyMissing
      ),
      (
        "{\"name\": \"id\", \"type\": \"string\", \"constraints\": {\"required\": true, \"unique\": true}}",
        "{\"name\": \"id\", \"type\": \"string\", \"constraints\": {\"required\": \"yes\"}}", 22,
        "resources[0].schema.fields[0].constraints.required", .propertyUnsupported
      ),
      (
        "{\"name\": \"id\", \"type\": \"string\", \"constraints\": {\"required\": true, \"unique\": true}}",
        "{\"name\": \"id\", \"type\": \"string\", \"constraints\": {\"pattern\": \"[\"}}", 22,
        "resources[0].schema.fields[0].constraints.pattern", .propertyUnsupported
      ),
      (
        "{\"name\": \"id\", \"type\": \"string\", \"constraints\": {\"required\": true, \"unique\": true}}",
        "{\"name\": \"id\", \"type\": \"number\", \"constraints\": {\"minimum\": \"low\"}}", 22,
        "resources[0].schema.fields[0].constraints.minimum", .propertyUnsupported
      ),
      ("{\"name\": \"publisher\"", "{\"name\": \"id\"", 23, "resources[0].schema.fields[1].name", .nameTwice),
      ("\"primaryKey\": \"id\"", "\"primaryKey\": \"key\"", 12, "resources[0].schema.primaryKey", .badKey),
      ("\"name\": \"populations\"", "\"name\": \"sources\"", 35, "resources[1].name", .nameTwice),
      (
        "\"reference\": {\"resource\": \"populations\"", "\"reference\": {\"resource\": \"people\"", 119,
        "resources[4].schema.foreignKeys[0]", .badKey
      ),
      (
        "{\"fields\": \"population\"", "{\"fields\": \"people\"", 119, "resources[4].schema.foreignKeys[0]",
        .badKey
      ),
    ] as [(String, String, Int, String?, DatasetProblem.Kind)])
  func `a property is named with its place`(
    _ old: String, _ new: String, _ row: Int, _ property: String?, _ kind: DatasetProblem.Kind
  ) throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(old, with: new, in: "datapackage.json")
    let problem = try #require(dataset.errors()?.problems.first)
    #expect(problem.file == "datapackage.json")
    #expect(problem.row == row)
    #expect(problem.column == property)
    #expect(problem.kind == kind)
  }

  @Test func `an error of the JSON says line and column`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    dataset.files["datapackage.json"] = Array("{\n  \"name\": x\n}".utf8)
    #expect(
      dataset.errors()?.description
        == "datapackage.json: row 2: not valid JSON: column 11: invalid token; fix it there")
  }

  @Test func `a column that Pathbook needs must be in the schema`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace("{\"name\": \"common_name\"", with: "{\"name\": \"nickname\"", in: "datapackage.json")
    try dataset.replace("common_name", with: "nickname", in: "occupations.csv")
    #expect(
      dataset.errors()?.problems == [
        DatasetProblem(file: "occupations.csv", row: 1, column: "common_name", kind: .columnMissing)
      ])
  }

  @Test func `a column that Pathbook needs must have its type`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.replace(
      "{\"name\": \"value\", \"type\": \"number\", \"constraints\": {\"minimum\": 0}}",
      with: "{\"name\": \"value\", \"type\": \"string\"}", in: "datapackage.json")
    #expect(
      dataset.errors()?.problems == [
        DatasetProblem(
          file: "pay.csv", row: 1, column: "value", kind: .columnType, found: "string",
          allowed: ["number", "integer"])
      ])
  }

  @Test func `a schema without constraints does not let broken rows through`() throws {
    var dataset = try BrokenDataset("lighthouse-keeping")
    try dataset.editResources { resources in
      resources.map { resource in
        let schema = resource["schema"] as? [String: Any]
        let fields = schema?["fields"] as? [[String: Any]] ?? []
        let bare = fields.map { $0.filter { $0.key != "constraints" } }
        return resource.merging(["schema": ["fields": bare]]) { $1 }
      }
    }
    try #require(dataset.errors()?.description == nil)

    try dataset.replace("national,p10,annual", with: "national,p11,yearly", in: "pay.csv")
    try dataset.replace("census-national-p25,", with: "census-national-p10,", in: "pay.csv")
    try dataset.replace("false,keepers,2023", with: "false,people,", in: "pay.csv")
    try dataset.replace("keeper,2,Keeper", with: "keeper,,Keeper", in: "rungs.csv")
    let problems = try #require(dataset.errors()?.problems)
    #expect(
      problems.map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" } == [
        "pay.csv 2 statistic", "pay.csv 2 basis", "pay.csv 2 period", "pay.csv 2 population", "pay.csv 3 id",
        "rungs.csv 3 order",
      ])
  }
}
