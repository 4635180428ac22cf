import Advising
import CareerData
import Export
import SafeFiles
import SampleReports
import Tabular

extension FuzzTarget {
  /// A dataset that is accepted can be advised on, whatever the client is, and reported in every format. An input is
  /// files that replace those of a small dataset, or of the shipped one after `== shipped`. What takes long is done for
  /// one input in eight: workbooks, translations, checks and comparisons.
  static let dataset = FuzzTarget("dataset", longestInput: 1 << 14) { input in
    let parts = FilesInOne.read(input)
    let base =
      parts.first?.name == "shipped" ? FuzzSamples.shortDataset : try FuzzSamples.smallDataset.get()
    let files = DatasetFiles(files: base.files.merging(parts.map { ($0.name, $0.bytes) }) { $1 })
    if FuzzSamples.isOneInEight(input) { try checkSense(files, base, about: input) }
    let dataset: CareerDataset
    do throws(DatasetErrors) { dataset = try DatasetReader.read(files) } catch {
      try Messages.check(error.description.split(separator: "\n").map(String.init), about: input)
      return .refused
    }
    var datasets = [dataset]
    if FuzzSamples.isOneInEight(input), dataset.isTranslated(into: "es") {
      datasets.append(try DatasetReader.read(files, language: "es"))
    }
    for (index, dataset) in datasets.enumerated() {
      var options = ReportExporter.Options()
      options.formats = OutputFormat.selfContained.filter {
        $0.isText || index == 0 && FuzzSamples.isOneInEight(input)
      }
      let exporter = ReportExporter(
        dataset: dataset, template: try SampleClients.template(), options: options)
      for client in clients(of: dataset) {
        _ = try exporter.files(for: exporter.report(on: client, date: try FuzzSamples.day.get()))
      }
    }
    return .accepted
  }

  /// The findings of a check have words; one that has errors is one that the reader refuses; a dataset does not differ
  /// from itself, and can be compared with another.
  private static func checkSense(_ files: DatasetFiles, _ base: DatasetFiles, about input: [UInt8]) throws {
    let check = DatasetCheck(files, asOf: try FuzzSamples.day.get())
    try Messages.check(check.findings.map { "\($0)" }, about: input)
    let difference: DatasetDifference
    do throws(DatasetErrors) {
      difference = try DatasetDifference(from: files, to: files)
      _ = try DatasetDifference(from: base, to: files)
    } catch {
      return try promise("what the reader refuses, the check finds", check.count(.error) > 0)
    }
    try promise("a dataset does not differ from itself", difference.isEmpty)
    try promise("a check has a dataset that the reader takes", check.identity != nil)
  }

  /// Of one nothing is known, of the other everything that the dataset has words for.
  private static func clients(of dataset: CareerDataset) -> [ClientProfile] {
    let records = dataset.records
    var known = ClientProfile(id: "known")
    known.stateCode = records.areas.first { $0.kind == .state }?.code
    known.areaID = records.areas.first { ![.state, .nation].contains($0.kind) }?.id
    known.pay = StatedPay(amount: 46_000, basis: .annual)
    known.isInField = true
    known.rungID = records.rungs.first?.id
    known.yearsOfExperience = 3
    known.credentialIDs = records.credentials.prefix(1).map(\.id)
    known.settingID = records.settings.first?.id
    known.targetSettingID = records.settings.last?.id
    known.specializationID = records.specializations.first?.id
    known.targetSpecializationID = records.specializations.last?.id
    known.certificationBudget = 500
    return [ClientProfile(id: "unknown"), known]
  }
}
