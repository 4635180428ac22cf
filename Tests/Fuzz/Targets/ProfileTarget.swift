import Advising
import CareerData
import Export
import SampleReports
import Tabular

extension FuzzTarget {
  /// A profile that is accepted prints and reads back equal, as JSON and as the row of a table, and gives a report in
  /// every format of text; the problems of another tell no name and no notes.
  static let profile = FuzzTarget("profile") { input in
    let dataset = try FuzzSamples.dataset.get()
    let reader = ProfileReader(dataset: dataset)
    let reading: ProfileReader.Reading
    do throws(ProfileProblems) { reading = try reader.read(json: input) } catch {
      let messages = error.problems.map(\.description)
      try Messages.check(messages, about: input)
      try Messages.checkPrivacy(messages, of: input, privateCount: privateCount(input))
      return .refused
    }
    try Messages.check(reading.notices.map(\.description), about: input)
    let printed = PrintedProfile(reading.profile, areas: dataset.records.areas)
    try promise("a profile reads back equal", try reader.read(json: printed.json).profile == reading.profile)
    var rows: [RosterRow] = []
    var roster = CSVRosterReader(.read(reader, .monthFirst), delimiter: .comma)
    try roster.read(printed.csv) { rows.append($0) }
    try roster.finish { rows.append($0) }
    // Rosters refuse dates that are mistakes of typing in all likelihood.
    let isDateOfRosters = reading.profile.reportDate.map { (1990...2100).contains($0.year) } ?? true
    try promise(
      "a profile reads back equal as a row",
      !isDateOfRosters || !printed.fitsTable || rows.map(\.profile) == [reading.profile])
    var options = ReportExporter.Options()
    options.formats = OutputFormat.all.filter(\.isText)
    let exporter = try SampleClients.exporter(options)
    let date = try reading.profile.reportDate ?? FuzzSamples.day.get()
    _ = try exporter.files(for: exporter.report(on: reading.profile, date: date))
    return .accepted
  }

  /// How often the private word stands in the private fields; of what is no JSON, everywhere.
  private static func privateCount(_ input: [UInt8]) -> Int {
    guard let members = (try? JSONDocument(input))?.root.members else { return .max }
    let fields = [ProfileField.name, .advisor, .notes].map(\.rawValue)
    return members.filter { fields.contains($0.key) }.compactMap(\.node.string)
      .reduce(0) { $0 + $1.ranges(of: Messages.privateWord).count }
  }
}
