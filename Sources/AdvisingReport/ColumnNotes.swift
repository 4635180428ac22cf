import ReportModel

extension Table {
  /// The table with what the template says of its columns, where they say nothing of their own.
  func withColumnNotes(_ wording: Wording) -> Table {
    let columns = columns.map { column in
      guard column.note.isEmpty, let phrase = ColumnNotePhrase(rawValue: column.id) else { return column }
      return Column(id: column.id, header: column.header, role: column.role, note: wording.text(phrase))
    }
    return Table(
      id: id, title: title, columns: columns, groups: groups, groupHeading: groupHeading,
      groupNote: groups.count > 1 ? wording.text(ColumnNotePhrase.basis) : "", notes: notes)
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
