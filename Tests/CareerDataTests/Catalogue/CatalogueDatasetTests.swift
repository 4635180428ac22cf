import Tabular
import TestValues
import Testing

@testable import CareerData

/// A dataset about one occupation, made of the catalogue.
@Suite struct CatalogueDatasetTests {
  private let catalogue: Catalogue

  init() throws { catalogue = Catalogue(DatasetFiles(files: try SampleFiles.catalogue())) }

  @Test func `every occupation makes a dataset, with a source for every figure`() throws {
    for (code, title) in catalogue.titles {
      let dataset = try #require(catalogue.dataset(for: code), "\(code)")
      #expect(dataset.occupation.socCode == code && dataset.occupation.title == title)
      #expect(!dataset.pay(of: .national).isEmpty, "\(code)")
      for pay in dataset.records.pay {
        #expect(dataset.source(pay.sourceID) != nil && dataset.population(pay.populationID) != nil)
      }
      #expect(dataset.records.figures.allSatisfy { dataset.source($0.sourceID) != nil })
      let ids = dataset.records.pay.map(\.id) + dataset.records.figures.map(\.id)
      #expect(Set(ids).count == ids.count, "\(code)")
    }
    #expect(catalogue.dataset(for: "31-1121") == nil)
  }

  /// All of them in `make test-all`.
  @Test func `the checks of datasets find no error in it`() throws {
    let step = Rounds.count(1) > 1 ? 1 : 60
    let odd = PublishedCells.oddOccupations.map { String($0.prefix(7)) }
    let catalog = TableCatalog(package: try SampleFiles.files("medical-coding")["datapackage.json"] ?? [])
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 1))
    for (index, one) in catalogue.titles.enumerated() where index % step == 0 || odd.contains(one.socCode) {
      let dataset = try #require(catalogue.dataset(for: one.socCode))
      let files = dataset.written(by: catalog)
      // A state without wages is known all the same: a client may live there.
      let findings = DatasetCheck(files, asOf: day).findings.filter {
        $0.severity != .note && $0.place.file != "areas.csv"
      }
      #expect(findings.isEmpty, "\(one.socCode): \(findings.map(\.found))")
      let read = try DatasetReader.read(files)
      #expect(read.records == dataset.records, "\(one.socCode)")
    }
  }

  @Test func `two counts of jobs are explained, and one count is not`() throws {
    let technicians = try #require(catalogue.dataset(for: "29-2052"))
    let disagreement = try #require(technicians.records.disagreements.first)
    #expect(disagreement.publishedValue == 490_400 && disagreement.recalculatedValue == 487_920)
    #expect(Recalculation(disagreement.recalculation)?.value(in: technicians) == 487_920)
  }

  @Test func `every state comes with it, and wages where the catalogue has them`() throws {
    let technicians = try #require(catalogue.dataset(for: "29-2052"))
    #expect(technicians.records.areas.count == 55)
    #expect(technicians.pay(of: Subject(.area, "state:CA")).count == 6)
    #expect(technicians.priceParity(of: "state:CA") != nil && technicians.records.priceParities.count == 51)
    let chiefs = try #require(catalogue.dataset(for: "11-1011"))
    // Of most occupations no wages of states are in the catalogue; the states are known all the same.
    #expect(chiefs.records.areas == technicians.records.areas)
    #expect(chiefs.records.pay.allSatisfy { $0.subject == .national })
  }

  @Test func `in Spanish no word of it stays English but titles`() throws {
    let english = try #require(catalogue.dataset(for: "29-2072"))
    let spanish = try #require(catalogue.dataset(for: "29-2072", language: "es-US"))
    #expect(spanish.records.pay.map(\.value) == english.records.pay.map(\.value))
    for (a, b) in zip(english.records.figures, spanish.records.figures) {
      #expect(a.label != b.label && a.statistic != b.statistic && a.population != b.population)
      #expect(a.note.isEmpty == b.note.isEmpty && (a.note.isEmpty || a.note != b.note))
    }
    #expect(spanish.records.populations.map(\.label) == ["trabajadores asalariados"])
    #expect(spanish.records.pay[0].period == "mayo de 2024")
    for (a, b) in zip(english.records.sources, spanish.records.sources) { #expect(a.title != b.title) }
    #expect(
      zip(english.records.disagreements, spanish.records.disagreements)
        .allSatisfy { $0.explanation != $1.explanation })
    #expect(english.isTranslated(into: "es"))
    // States of the catalogue too.
    #expect(spanish.records.areas.contains { $0.title == "Nueva York" })
  }
}

extension CareerDataset {
  /// The files of a package with these records, as far as the catalogue makes any of them.
  fileprivate func written(by catalog: TableCatalog) -> DatasetFiles {
    var files: [String: [UInt8]] = [:]
    var resources: [[UInt8]] = []
    for (table, rows) in cells {
      guard let entry = catalog.entry(table) else { preconditionFailure("\(table) is a table of datasets") }
      resources.append(entry.text)
      files[entry.path] = CSVWriter.exact.table(
        columns: entry.columns, rows: rows.map { row in entry.columns.map { row[$0] ?? "" } })
    }
    let list = resources.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
    let head =
      #"{"profile": "tabular-data-package", "name": "a", "title": "\#(occupation.title)", "version": "1.0.0","#
    files["datapackage.json"] = Array("\(head) \"resources\": [\(list)]}".utf8)
    return DatasetFiles(files: files)
  }

  private var cells: [(Table, [DatasetDraft.Cells])] {
    func number(_ value: Double?) -> String { value.map(PlainNumber.text) ?? "" }
    let records = records
    return [
      (
        .sources,
        records.sources.map {
          [
            "id": $0.id, "publisher": $0.publisher, "title": $0.title, "period": $0.period,
            "last_day": $0.lastDay?.iso ?? "", "link": $0.link ?? "", "editorial": "\($0.isEditorial)",
            "note": $0.note,
          ]
        }
      ),
      (
        .populations,
        records.populations.map {
          ["id": $0.id, "label": $0.label, "kind": $0.kind.rawValue, "caveat": $0.caveat]
        }
      ),
      (
        .occupations,
        records.occupations.map {
          [
            "soc_code": $0.socCode, "title": $0.title, "common_name": $0.commonName,
            "is_subject": "\($0.isSubject)", "note": $0.note,
          ]
        }
      ),
      (
        .areas,
        records.areas.map {
          ["id": $0.id, "kind": $0.kind.rawValue, "code": $0.code, "fips": $0.fips, "title": $0.title]
        }
      ),
      (
        .pay,
        records.pay.map {
          [
            "id": $0.id, "subject_kind": $0.subject.kind.rawValue, "subject": $0.subject.id,
            "statistic": $0.statistic.rawValue, "basis": $0.basis.rawValue, "low": number($0.low),
            "value": number($0.value), "high": number($0.high), "open_ended": "\($0.isOpenEnded)",
            "population": $0.populationID, "detail": $0.detail, "period": $0.period, "source": $0.sourceID,
            "editorial": "\($0.isEditorial)", "note": $0.note,
          ]
        }
      ),
      (
        .figures,
        records.figures.map {
          [
            "id": $0.id, "subject_kind": $0.subject.kind.rawValue, "subject": $0.subject.id,
            "measure": $0.measure, "label": $0.label, "low": number($0.low), "value": number($0.value),
            "high": number($0.high), "unit": $0.unit.rawValue, "statistic": $0.statistic,
            "population": $0.population, "period": $0.period, "source": $0.sourceID,
            "editorial": "\($0.isEditorial)", "note": $0.note,
          ]
        }
      ),
      (
        .entryRequirements,
        records.entryRequirements.map {
          [
            "occupation": $0.occupationID, "education": $0.education?.rawValue ?? "",
            "experience": $0.experience?.rawValue ?? "", "training": $0.training?.rawValue ?? "",
            "period": $0.period, "source": $0.sourceID, "note": $0.note,
          ]
        }
      ),
      (
        .priceParities,
        records.priceParities.map {
          ["area": $0.areaID, "year": "\($0.year)", "rpp": number($0.rpp), "source": $0.sourceID]
        }
      ),
      (
        .disagreements,
        records.disagreements.map {
          [
            "id": $0.id, "subject_kind": $0.subject.kind.rawValue, "subject": $0.subject.id,
            "measure": $0.measure, "published_value": number($0.publishedValue),
            "recalculated_value": number($0.recalculatedValue), "unit": $0.unit,
            "recalculation": $0.recalculation, "source": $0.sourceID, "explanation": $0.explanation,
          ]
        }
      ),
      (
        .translations,
        records.translations.map {
          ["language": $0.language, "text": $0.text, "translation": $0.translation]
        }
      ),
    ]
  }
}
