import Tabular

/// The advising report: one neutral value from which every format is made.
public struct Report: Sendable, Equatable {
  /// The client's id; it names the files.
  public var clientID: String
  /// The client's name, or the id where no name is known or shown.
  public var clientName: String
  public var reportDate: ReportDate
  /// A BCP 47 language tag: `en-US`.
  public var language: String
  public var title: String
  /// The lines under the title: the client, the advisor, the occupation.
  public var heading: [Fact]
  /// Stands at the foot of each page: what the report is, the dataset, the program.
  public var footer: Prose
  public var sections: [Section]
  /// Assumptions that a reader can change, for formats that can show them live.
  public var whatIf: WhatIf?
  /// The published sources, in the order of their numbers: the first is number 1.
  public var sources: [SourceNote]
  public var properties: DocumentProperties
  public var style: ValueStyle
  public var branding: Branding
  /// Nil for a report that was not made from a dataset.
  public var origin: ReportOrigin?

  public init(
    clientID: String, clientName: String? = nil, reportDate: ReportDate, language: String, title: String,
    heading: [Fact], footer: Prose, sections: [Section], whatIf: WhatIf? = nil, sources: [SourceNote],
    properties: DocumentProperties, style: ValueStyle, branding: Branding = Branding(),
    origin: ReportOrigin? = nil
  ) {
    self.clientID = clientID
    self.clientName = clientName ?? clientID
    self.branding = branding
    self.reportDate = reportDate
    self.language = language
    self.title = title
    self.heading = heading
    self.footer = footer
    self.sections = sections
    self.whatIf = whatIf
    self.sources = sources
    self.properties = properties
    self.style = style
    self.origin = origin
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

/// A part of the report.
public struct Section: Sendable, Equatable {
  /// The word in the `section` column of the CSV: `summary`, `position`, …
  public var id: String
  public var title: String
  /// A title of at most 31 characters without `[ ] : * ? / \`, for a sheet.
  public var shortTitle: String
  /// Every figure of the section, in reading order.
  public var figures: [Figure]
  public var blocks: [Block]

  public init(id: String, title: String, shortTitle: String, figures: [Figure], blocks: [Block]) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.figures = figures
    self.blocks = blocks
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
