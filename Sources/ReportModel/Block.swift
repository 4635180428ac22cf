/// A piece of a section, by what it is for: a writer decides how it looks.
public enum Block: Sendable, Equatable {
  /// The two or three numbers that matter most, beside each other.
  case leadFigures([LeadFigure])
  /// Named values, one to a line.
  case facts([Fact])
  case paragraph(Prose)
  /// Paragraphs under a title, most important first.
  case passage(title: Prose, paragraphs: [Prose])
  /// Sentences of equal rank, most valuable first.
  case list(title: Prose, items: [Prose])
  case table(Table)
  case chart(Chart)
  /// Caveats and questions; they stand out.
  case callout(title: Prose, items: [Prose])
  /// Steps to agree on in the session, each with its date or a blank for it.
  case nextSteps(NextSteps)
  /// Where the figures come from and what limits them, in small letters.
  case smallPrint([Prose])
}

/// A number to see first, with the words that it needs: `You earn` `$46,000` `a year, $22.12 an hour`.
public struct LeadFigure: Sendable, Equatable {
  /// Whose number it is.
  public enum Role: String, Sendable {
    case client
    /// What others are paid.
    case others
    /// What lies ahead.
    case aim
  }

  public var role: Role
  /// What the number is; stands before it.
  public var label: Prose
  public var value: Value
  /// What it means; stands after it. May be empty.
  public var note: Prose

  public init(role: Role, label: Prose, value: Value, note: Prose = "") {
    self.role = role
    self.label = label
    self.value = value
    self.note = note
  }
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

/// Steps with their dates, and lines to write on by hand.
public struct NextSteps: Sendable, Equatable {
  /// What to do, and by when.
  public struct Step: Sendable, Equatable {
    public var text: Prose
    /// `by March 2027`; empty for a blank to fill in.
    public var date: Prose
    /// Where to look; may be empty.
    public var link: Prose

    public init(_ text: Prose, date: Prose = "", link: Prose = "") {
      self.text = text
      self.date = date
      self.link = link
    }

    /// All of it as one sentence.
    public var sentence: Prose {
      Prose.joined(
        [Prose.joined([text, date].filter { !$0.isEmpty }, separator: ", "), link].filter { !$0.isEmpty },
        separator: ". ")
    }
  }

  public var title: Prose
  public var stepHeader: String
  public var dateHeader: String
  /// Stands before the blank of a step without a date: `by`.
  public var blankDate: String
  public var steps: [Step]
  /// Empty lines to add after the steps.
  public var blankLines: Int

  public init(
    title: Prose, stepHeader: String, dateHeader: String, blankDate: String = "", steps: [Step],
    blankLines: Int
  ) {
    self.title = title
    self.stepHeader = stepHeader
    self.dateHeader = dateHeader
    self.blankDate = blankDate
    self.steps = steps
    self.blankLines = blankLines
  }
}
