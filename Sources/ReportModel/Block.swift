/// A piece of a section.
public enum Block: Sendable, Equatable {
  /// Named values, one to a line.
  case facts([Fact])
  case paragraph(Prose)
  /// Sentences of equal rank, most valuable first.
  case list(title: Prose, items: [Prose])
  case table(Table)
  case chart(Chart)
  /// Caveats and questions; they stand out.
  case notes(title: Prose, items: [Prose])
  /// Steps to agree on in the session, each with a blank for a date.
  case nextSteps(NextSteps)
}

/// A named value.
public struct Fact: Sendable, Equatable {
  public var label: String
  public var value: Value
  public var note: Prose

  public init(label: String, value: Value, note: Prose = "") {
    self.label = label
    self.value = value
    self.note = note
  }
}

/// A form to fill in by hand.
public struct NextSteps: Sendable, Equatable {
  public var title: Prose
  public var stepHeader: String
  public var dateHeader: String
  public var steps: [Prose]
  /// Empty lines to add after the steps.
  public var blankLines: Int

  public init(title: Prose, stepHeader: String, dateHeader: String, steps: [Prose], blankLines: Int) {
    self.title = title
    self.stepHeader = stepHeader
    self.dateHeader = dateHeader
    self.steps = steps
    self.blankLines = blankLines
  }
}
