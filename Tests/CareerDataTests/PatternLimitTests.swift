import Testing

@testable import CareerData

@Suite struct PatternLimitTests {
  @Test(arguments: [
    #"\d{2}-\d{4}"#, "[a-z]+", "(a|b)", "(ab)+", "a+b*c?", #"\(a+\)+"#, "[(a+)]+", "(?:abc)*", "((a)(b))+",
    "",
    "(a+)?", ")",
  ])
  func `patterns whose time grows with the text are allowed`(pattern: String) {
    #expect(PatternLimit.isAllowed(pattern))
  }

  @Test(arguments: [
    "(a+)+b", "(a*)*", "(?:a+){2,}", "((a+))+", "(a|a)*", "(x(a{1,9})y)*", "^(([a-z])+.)+[A-Z]", "(a+|b)+",
    "(a?a?)+",
  ])
  func `patterns that repeat a group which repeats something are refused`(pattern: String) throws {
    #expect(!PatternLimit.isAllowed(pattern))
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace(#"\\d{2}-\\d{4}"#, with: pattern, in: "datapackage.json")
    let problem = try #require(dataset.errors()?.problems.first)
    #expect(problem.kind == .propertyUnsupported && problem.column?.hasSuffix("pattern") == true)
  }
}
