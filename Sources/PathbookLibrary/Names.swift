// The values that go in and out of CareerReports, so that `import Pathbook` is all that a program needs.

import Advising
import CareerData
import Export
import ReportModel
import SafeFiles

/// A career dataset as typed records; the product `CareerData` has everything about it.
public typealias CareerDataset = CareerData.CareerDataset
/// A day of the calendar.
public typealias CalendarDate = CareerData.CalendarDate
/// What an advisor knows about a client: a value with `var` fields, of which only the id is required.
public typealias ClientProfile = Advising.ClientProfile
/// Pay as a client states it, before tax: US dollars, a year or an hour.
public typealias StatedPay = Advising.StatedPay
/// What the rules find about a client.
public typealias Advice = Advising.Advice
/// A report before it is written: sections, blocks and figures, neutral to formats.
public typealias Report = ReportModel.Report
/// A file in memory.
public typealias RenderedFile = ReportModel.RenderedFile
/// A format: `.csv`, `.xlsx`, `.txt`, `.html`, `.pdf`, or one of your own (Documentation/add-a-format.md).
public typealias ReportFormat = Export.OutputFormat
/// Why there is no report; data first, words in one place.
public typealias ReportFailure = SafeFiles.ExportFailure
