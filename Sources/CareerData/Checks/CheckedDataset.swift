/// What the sense checks look at: a dataset without a problem of its schema, and the places of its records.
struct CheckedDataset {
  let open: OpenDataset
  let files: DatasetFiles
  /// The day for which figures are old or new; nil when that is not asked.
  let asOf: CalendarDate?

  var dataset: CareerDataset { open.dataset }
  var records: CareerDataset.Records { open.dataset.records }

  private let indexes: [String: (table: CareerDataset.Table, index: Int)]

  init(_ open: OpenDataset, files: DatasetFiles, asOf: CalendarDate?) {
    self.open = open
    self.files = files
    self.asOf = asOf
    let pay = open.dataset.records.pay.enumerated().map { ($1.id, (CareerDataset.Table.pay, $0)) }
    let figures = open.dataset.records.figures.enumerated()
      .map { ($1.id, (CareerDataset.Table.figures, $0)) }
    indexes = Dictionary(pay + figures, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a record.
  ///
  /// - Parameter index: of the record in its table.
  func place(_ table: CareerDataset.Table, _ index: Int, _ column: String? = nil) -> CheckFinding.Place {
    let place = open.place(table, index)
    return CheckFinding.Place(
      file: place?.file ?? DatasetFiles.packageName, row: place?.row, column: column)
  }

  /// The place of a figure of `pay` or `figures`.
  func place(ofFigure id: String, _ column: String? = "value") -> CheckFinding.Place {
    guard let (table, index) = indexes[id] else {
      return CheckFinding.Place(file: DatasetFiles.packageName)
    }
    return place(table, index, column)
  }
}

/// A check that makes sense of the figures; each has a file of its own.
protocol SenseCheck {
  static func findings(in checked: CheckedDataset) -> [CheckFinding]
}

/// A rule that finds figures which do not agree.
protocol ContradictionRule {
  static func contradictions(in checked: CheckedDataset) -> [Contradiction]
}
