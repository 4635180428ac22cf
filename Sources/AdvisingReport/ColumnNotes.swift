import ReportModel

extension Table {
  /// The table with what the template says of its columns, where they say nothing of their own.
  func withColumnNotes(_ wording: Wording) -> Table {
    var noted = self
    for index in columns.indices where columns[index].note.isEmpty {
      noted.columns[index].note = ColumnNotePhrase(rawValue: columns[index].id).map(wording.text) ?? ""
    }
    noted.groupNote = groups.count > 1 ? wording.text(ColumnNotePhrase.basis) : ""
    return noted
  }
}

/// What the columns of these ids hold: statistic, basis, and what is subtracted from what.
enum ColumnNotePhrase: String, PhraseKey {
  static let group = "column_note"
  case mark, basis, pay, hourly, difference, percent
  case fromNational = "from_national_median"
  case from, to
  case gapFrom = "gap_from"
  case gapTo = "gap_to"
  case hourlyFrom = "hourly_from"
  case hourlyTo = "hourly_to"
  case source, gain, payback, horizon
}
