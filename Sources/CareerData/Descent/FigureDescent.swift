/// Where a figure of a dataset comes from: its row, its source, whom it is about, and what does not agree with it.
public struct FigureDescent: Sendable, Equatable {
  public enum Figure: Sendable, Equatable {
    case pay(PayFigure)
    case published(PublishedFigure)
  }

  public let figure: Figure
  public let dataset: CareerDataset.Identity
  /// What the figure is about, in words.
  public let subjectTitle: String
  /// Nil for a figure that is not pay: its population is words alone.
  public let population: Population?
  public let source: Source
  /// The row of the figure.
  public let place: CheckFinding.Place
  /// The row of the source.
  public let sourcePlace: CheckFinding.Place
  /// The contradictions that touch the figure, and rows of `disagreements` that name it.
  public let disagreements: [CheckFinding]

  /// Nil when the dataset has no figure of the id.
  ///
  /// - Throws: every problem of a dataset that cannot be read.
  public init?(of id: String, in files: DatasetFiles) throws(DatasetErrors) {
    let open = try DatasetReader.open(files)
    let dataset = open.dataset
    let sourceID: String
    if let pay = dataset.records.pay.first(where: { $0.id == id }) {
      figure = .pay(pay)
      sourceID = pay.sourceID
      subjectTitle = dataset.title(of: pay.subject)
      population = dataset.population(pay.populationID)
    } else if let published = dataset.records.figures.first(where: { $0.id == id }) {
      figure = .published(published)
      sourceID = published.sourceID
      subjectTitle = dataset.title(of: published.subject)
      population = nil
    } else {
      return nil
    }
    guard let index = dataset.records.sources.firstIndex(where: { $0.id == sourceID }) else { return nil }
    let checked = CheckedDataset(open, files: files, asOf: nil)
    source = dataset.records.sources[index]
    sourcePlace = checked.place(.sources, index)
    place = checked.place(ofFigure: id, nil)
    self.dataset = dataset.identity
    disagreements = DisagreementCheck.findings(in: checked).filter { $0.figureIDs.contains(id) }
  }

  /// The ids of every figure, pay first, in the order of the tables.
  public static func ids(in files: DatasetFiles) throws(DatasetErrors) -> [String] {
    let records = try DatasetReader.read(files).records
    return records.pay.map(\.id) + records.figures.map(\.id)
  }
}
