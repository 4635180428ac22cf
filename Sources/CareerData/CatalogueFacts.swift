/// What the catalogue tells of an occupation beside the tables of a dataset.
///
/// A dataset that has it was made of the catalogue: nobody has gathered credentials, rungs or settings of the occupation.
public struct CatalogueFacts: Sendable, Equatable {
  /// The titles of related occupations, the nearest first.
  public var relatedTitles: [String]
  /// The SOC code of the group that the projections are published for, when the occupation has none of its own.
  public var projectionGroup: String?

  public init(relatedTitles: [String] = [], projectionGroup: String? = nil) {
    self.relatedTitles = relatedTitles
    self.projectionGroup = projectionGroup
  }
}
