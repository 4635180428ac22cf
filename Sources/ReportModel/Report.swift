import Tabular

/// The advising report: one neutral value from which every format is made.
public struct Report: Sendable, Equatable {
  public var clientID: String
  /// Names the files, without their extension: the client's id, or that with what the report is.
  public var fileName: String
  /// The client's name, or the id where no name is known or shown.
  public var clientName: String
  public var reportDate: ReportDate
  /// A BCP 47 language tag: `en-US`.
  public var language: String
  public var title: String
  /// What the report is about, for whom and by whom, on one line.
  public var subtitle: Prose
  /// The same as lines: the client, the advisor, the occupation.
  public var heading: [Fact]
  /// Stands at the foot of each page: what the report is, the dataset, the program.
  public var footer: Prose
  /// Who is to have it.
  public var copy: ReportCopy
  /// What people read, in its order.
  public var sections: [Section]
  /// What programs read: every figure there is, in the order of the CSV, whatever of it the sections show.
  public var figures: [FigureGroup]
  /// Assumptions that a reader can change, for formats that can show them live.
  public var whatIf: WhatIf?
  /// The published sources, in the order of their numbers: the first is number 1.
  public var sources: [SourceNote]
  public var properties: DocumentProperties
  public var style: ValueStyle
  public var branding: Branding
  /// What every format that is printed is for.
  public var paper: Paper
  /// Nil for a report that was not made from a dataset.
  public var origin: ReportOrigin?

  public init(
    clientID: String, fileName: String? = nil, clientName: String? = nil, reportDate: ReportDate,
    language: String, title: String,
    subtitle: Prose = "", heading: [Fact], footer: Prose, copy: ReportCopy = .client, sections: [Section],
    figures: [FigureGroup] = [],
    whatIf: WhatIf? = nil, sources: [SourceNote],
    properties: DocumentProperties, style: ValueStyle, branding: Branding = Branding(),
    paper: Paper = .letter, origin: ReportOrigin? = nil
  ) {
    self.clientID = clientID
    self.fileName = fileName ?? clientID
    self.clientName = clientName ?? clientID
    self.branding = branding
    self.reportDate = reportDate
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.heading = heading
    self.footer = footer
    self.copy = copy
    self.figures = figures
    self.sections = sections
    self.whatIf = whatIf
    self.sources = sources
    self.properties = properties
    self.style = style
    self.paper = paper
    self.origin = origin
  }

  /// The title that stands above a section; nil where the report's own does.
  public func heading(of section: Section) -> String? {
    section.title == title && section.id == sections.first?.id ? nil : section.title
  }

  /// The number of a source in the notes, from 1; nil for an id that the report does not cite.
  public func sourceNumber(_ id: String) -> Int? {
    sources.firstIndex { $0.id == id }.map { $0 + 1 }
  }
}

/// A published source as the report names it.
public struct SourceNote: Sendable, Equatable {
  public var id: String
  public var publisher: String
  public var title: String
  public var period: String
  public var note: String
  /// An http or https address, or nil.
  public var link: String?

  public init(id: String, publisher: String, title: String, period: String, note: String, link: String?) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.period = period
    self.note = note
    self.link = link
  }
}

/// What a report was made from and with: the same origin and client give the same report.
public struct ReportOrigin: Sendable, Equatable {
  /// `medical-coding`
  public var datasetName: String
  public var datasetVersion: String
  /// The SHA-256 of the dataset's content, 64 hexadecimal digits.
  public var contentHash: String
  public var programVersion: String

  public init(datasetName: String, datasetVersion: String, contentHash: String, programVersion: String) {
    self.datasetName = datasetName
    self.datasetVersion = datasetVersion
    self.contentHash = contentHash
    self.programVersion = programVersion
  }
}

/// What a file says of itself.
public struct DocumentProperties: Sendable, Equatable {
  public var title: String
  public var subject: String
  /// The advisor, or empty.
  public var author: String
  public var organization: String
  public var keywords: String
  public var comments: String

  public init(
    title: String, subject: String, author: String, organization: String, keywords: String, comments: String
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.organization = organization
    self.keywords = keywords
    self.comments = comments
  }
}

/// Who is to have a report.
public enum ReportCopy: String, Sendable, CaseIterable {
  /// Speaks to the client, and may be given away: no notes, no open questions.
  case client
  /// The same with a page before it for the advisor alone.
  case advisor
}

/// A part of the report that people read.
public struct Section: Sendable, Equatable {
  /// What a section is for, in the order in which the parts of a report stand.
  public enum Part: String, Sendable, CaseIterable {
    /// For the advisor alone.
    case preparation
    /// What matters most, on one page.
    case pageOne = "page_one"
    /// One subject that bears on the client: a picture, a few rows, a sentence.
    case choice
    /// Where the figures come from, in short.
    case sources
    /// Everything, to look up.
    case appendix
  }

  /// The ``id`` of the section that says of each calculated number how it was made: to look up, and no prose.
  public static let calculationsID = "calculations"

  /// Unique in the report; letters, digits and `_`.
  public var id: String
  public var part: Part
  public var title: String
  /// A title of at most 31 characters without `[ ] : * ? / \`, for a sheet.
  public var shortTitle: String
  public var blocks: [Block]

  public init(id: String, part: Part = .choice, title: String, shortTitle: String, blocks: [Block]) {
    self.id = id
    self.part = part
    self.title = title
    self.shortTitle = shortTitle
    self.blocks = blocks
  }
}

/// The rows of the CSV on one subject.
public struct FigureGroup: Sendable, Equatable {
  /// The word in the `section` column of the CSV: `summary`, `position`, …
  public var sectionID: String
  /// The same for people.
  public var title: String
  /// In the order of the CSV.
  public var figures: [Figure]
  /// The SOC code of the occupation that the figures are of, where a report compares several; the CSV of such a report has a
  /// column for it.
  public var occupation: String?

  /// - Parameter occupation: nil, the default, for a report on one occupation.
  public init(sectionID: String, title: String, figures: [Figure], occupation: String? = nil) {
    self.occupation = occupation
    self.sectionID = sectionID
    self.title = title
    self.figures = figures
  }
}

/// A day of the Gregorian calendar as a report shows it.
public struct ReportDate: Sendable, Equatable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The caller has checked that the day exists.
  public init(year: Int, month: Int, day: Int) {
    precondition((1...12).contains(month) && (1...31).contains(day), "a day of the calendar")
    self.year = year
    self.month = month
    self.day = day
  }

  /// `YYYY-MM-DD`, the form of dates in files for programs.
  public var iso: String { PlainDate.text(year: year, month: month, day: day) }
}
