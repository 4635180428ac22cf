import Advising
import Calculation
import CareerData
import ReportModel

/// What entry asks for, as rows of the CSV: the schooling, the experience and the training, in years, with their words as
/// notes. Missing of the schooling are the years that the client lacks.
struct EntryFigures {
  static let study = "study_to_entry"
  static let experience = "experience_asked"
  static let training = "training_on_the_job"

  let context: SectionContext
  let requirement: EntryRequirement
  /// Of the rows.
  let itemID: String
  let item: String

  /// In the order of the CSV; without what is not published.
  ///
  /// - Parameter study: years that the client lacks.
  func all(study: Amount) -> [Figure] {
    [
      figure(Self.study, study, requirement.education?.phrase),
      figure(Self.experience, requirement.experience?.years ?? .missing, requirement.experience?.phrase),
      figure(Self.training, requirement.training?.years ?? .missing, requirement.training?.phrase),
    ].compactMap(\.self)
  }

  func citation(_ measure: String) -> Citation {
    Citation(
      sourceID: requirement.sourceID, statistic: measure, population: "", period: requirement.period)
  }

  private func figure(_ measure: String, _ years: Amount, _ words: EntryPhrase?) -> Figure? {
    words.map { words in
      let isShort = years.isShort
      return Figure(
        itemID: itemID, item: item, measure: measure, unit: isShort ? .months : .years,
        isShort ? years * .exactly(12) : years, .published(citation(measure)),
        note: Prose(context.wording.text(words)))
    }
  }
}
