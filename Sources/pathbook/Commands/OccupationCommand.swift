import ArgumentParser
import CareerData
import Export
import SafeFiles

struct OccupationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "occupation", abstract: "Look up any occupation of the United States.",
    discussion: """
      What the Bureau of Labor Statistics publishes about pay, jobs and outlook of every occupation is in the binary.

      EXAMPLES
        pathbook occupation search pharmacy
        pathbook occupation show 29-2052
        pathbook occupation show "medical assistant"
        pathbook occupation related 29-2072
      """,
    subcommands: [OccupationSearchCommand.self, OccupationShowCommand.self, OccupationRelatedCommand.self])
}

struct CatalogueOption: ParsableArguments {
  /// Nil for the shipped one.
  @Option(
    name: .customLong("catalogue"),
    help: ArgumentHelp(
      "A catalogue that \"dataset import --catalogue\" made; default: the shipped one.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  func load() throws -> Catalogue { try CatalogueLoader.load(folder: folder) }
}

enum LookupFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

struct OccupationSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find occupations by words of their titles.",
    discussion: """
      Official titles and others that people use; slips of typing are forgiven. The best match comes first.

      EXAMPLES
        pathbook occupation search pharmacy
        pathbook occupation search "medical coder" --limit 3
        pathbook occupation search nurse --format csv
      """)

  @Argument(help: ArgumentHelp("Words of a title, or a SOC code.", valueName: "words"))
  var words: [String]

  @Option(help: ArgumentHelp("At most so many occupations, 1 to 1000.", valueName: "number"))
  var limit = 10

  @Option(help: "For a person, a spreadsheet or a program: text, csv, json.")
  var format = LookupFormat.text

  @OptionGroup var catalogue: CatalogueOption

  func validate() throws {
    guard (1...1000).contains(limit) else {
      throw ValidationError("'\(limit)' is no number of occupations; write 1 to 1000")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let words = words.joined(separator: " ")
      let report = OccupationSearchReport(words, in: try catalogue.load(), limit: limit)
      switch format {
      case .text: try Terminal.say(report.lines)
      case .csv: try StandardOutput.write(report.csv)
      case .json: try StandardOutput.write(report.json)
      }
    }
  }
}

struct OccupationShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "What is published about an occupation.",
    discussion: """
      Pay, jobs, growth, openings and what entry typically asks for, with the sources.

      EXAMPLES
        pathbook occupation show 29-2052
        pathbook occupation show "medical assistant"
        pathbook occupation show 29-2052 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("A SOC code or a title.", valueName: "occupation"))
  var words: [String]

  @Option(help: "For a person or for a program: text, json.")
  var format = Format.text

  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    try Terminal.reporting {
      let catalogue = try catalogue.load()
      let occupation = try catalogue.occupation(named: words.joined(separator: " "), as: "occupation")
      let style = try TemplateLoader.load(TemplateLoader.standardName).report.style
      let report = OccupationReport(occupation, in: catalogue, style: style)
      switch format {
      case .text: try Terminal.say(report.lines)
      case .json: try StandardOutput.write(report.json)
      }
    }
  }
}

struct OccupationRelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related", abstract: "The occupations related to one, the nearest first.",
    discussion: """
      From the O*NET database of the U.S. Department of Labor.

      EXAMPLES
        pathbook occupation related 29-2072
        pathbook occupation related "pharmacy technician" --format csv
      """)

  @Argument(help: ArgumentHelp("A SOC code or a title.", valueName: "occupation"))
  var words: [String]

  @Option(help: "For a person, a spreadsheet or a program: text, csv, json.")
  var format = LookupFormat.text

  @OptionGroup var catalogue: CatalogueOption

  func run() throws {
    try Terminal.reporting {
      let catalogue = try catalogue.load()
      let occupation = try catalogue.occupation(named: words.joined(separator: " "), as: "occupation")
      let report = RelatedOccupationsReport(occupation, in: catalogue)
      switch format {
      case .text: try Terminal.say(report.lines)
      case .csv: try StandardOutput.write(report.csv)
      case .json: try StandardOutput.write(report.json)
      }
    }
  }
}
