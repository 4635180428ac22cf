import CareerData

/// One edition of a survey: the wages of one time, from one publisher under one title.
///
/// Two editions of one survey are not compared: what lies between them is time, and no difference between the things that
/// they are about. Surveys of other titles are, as published, with their periods beside them.
struct SurveyEdition: Sendable, Equatable {
  private let sourceID: String
  private let period: String
  /// The sources of other editions.
  private let otherSourceIDs: Set<String>

  init(of figure: PayFigure, in dataset: CareerDataset) {
    sourceID = figure.sourceID
    period = figure.period
    let own = dataset.source(figure.sourceID)
    otherSourceIDs = Set(
      dataset.records.sources.filter {
        $0.id != figure.sourceID && $0.publisher == own?.publisher && $0.title == own?.title
          && $0.period != own?.period
      }.map(\.id))
  }

  /// True for a figure of another edition of the same survey.
  func isLeft(by figure: PayFigure) -> Bool {
    otherSourceIDs.contains(figure.sourceID) || (figure.sourceID == sourceID && figure.period != period)
  }
}
