/// Where a figure of a dataset comes from: its row, its source, whom it is about, and what does not agree with it.
public struct FigureProvenance: Sendable, Equatable {
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

extension CareerDataset {
  /// What a subject is, in words: `state: California`, `industry 62: Health Care and Social Assistance`.
  public func title(of subject: Subject) -> String {
    switch subject.kind {
    case .area:
      records.areas.first { $0.id == subject.id }.map { "\($0.kind.rawValue): \($0.title)" } ?? subject.id
    case .industry:
      titled("industry \(subject.id)", records.industries.first { $0.naics == subject.id }?.title)
    case .setting: titled("setting", records.settings.first { $0.id == subject.id }?.title ?? subject.id)
    case .specialization:
      titled("specialization", records.specializations.first { $0.id == subject.id }?.title ?? subject.id)
    case .credentialGroup: "holders of credentials: \(Self.groupTitle(subject.id))"
    case .credential:
      titled("credential", records.credentials.first { $0.id == subject.id }?.title ?? subject.id)
    case .rung: titled("rung", records.rungs.first { $0.id == subject.id }?.title ?? subject.id)
    case .employer: titled("employer", records.employers.first { $0.id == subject.id }?.title ?? subject.id)
    case .step: titled("step", records.startSteps.first { $0.id == subject.id }?.title ?? subject.id)
    case .occupation:
      titled("occupation \(subject.id)", records.occupations.first { $0.socCode == subject.id }?.title)
    }
  }

  private func titled(_ kind: String, _ title: String?) -> String {
    title.map { "\(kind): \($0)" } ?? kind
  }

  private static func groupTitle(_ id: String) -> String {
    switch id {
    case "any": "one or more"
    case "three_or_more": "three or more"
    default: id
    }
  }
}
