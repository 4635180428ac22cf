import CareerData
import Testing

/// What the check says of translations, and what a dataset reads as in another language.
struct TranslationCheckTests {
  private static func findings(_ dataset: BrokenDataset) throws -> [CheckFinding] {
    let day = try #require(CalendarDate(iso: BrokenDataset.freshDay))
    return DatasetCheck(DatasetFiles(files: dataset.files), asOf: day).findings.filter {
      $0.rule == "translation"
    }
  }

  @Test func `the shipped dataset is translated whole`() throws {
    #expect(try Self.findings(BrokenDataset("medical-coding")).isEmpty)
  }

  @Test func `words without a translation are named once, at their first place`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.replace("es,exam,examen\n", with: "", in: "translations.csv")
    let findings = try Self.findings(dataset)
    #expect(findings.map(\.summary) == ["warning credential_costs.csv 2 item translation"])
    #expect(findings.first?.found == "\"exam\" has no translation into \"es\"")
  }

  @Test func `a translation of words that are not there is named`() throws {
    var dataset = try BrokenDataset("medical-coding")
    try dataset.append("es,Examination,Examen", to: "translations.csv")
    #expect(try Self.findings(dataset).map(\.found) == ["no table contains the text \"Examination\""])
  }

  @Test func `words are read in the language asked for, and ids stay`() throws {
    let files = DatasetFiles(files: try BrokenDataset("medical-coding").files)
    let own = try DatasetReader.read(files)
    let spanish = try DatasetReader.read(files, language: "es-US")
    #expect(own.isTranslated(into: "es-MX") && !own.isTranslated(into: "fr"))
    #expect(spanish.records.areas.first?.title == "Estados Unidos")
    #expect(spanish.records.settings.map(\.id) == own.records.settings.map(\.id))
    #expect(spanish.records.pay.map(\.value) == own.records.pay.map(\.value))
    #expect(try DatasetReader.read(files, language: "fr").records == own.records)
  }
}
