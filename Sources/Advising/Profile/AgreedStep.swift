import CareerData

/// What was agreed on in a session. Its text is the advisor's own and may hold names.
public struct AgreedStep: Sendable, Equatable {
  /// One line.
  public var text: String
  /// The day by which it is to be done; nil where none was set.
  public var due: CalendarDate?
  /// Nil for a step that is still open.
  public var done: CalendarDate?

  public init(text: String, due: CalendarDate? = nil, done: CalendarDate? = nil) {
    self.text = text
    self.due = due
    self.done = done
  }
}

extension AgreedStep: ProfileObject {
  private static let longest = 500
  private static let textMember = ObjectMember(
    "text", "What was agreed on, in one line.", .text(longest: longest, isOneLine: true), isRequired: true)
  private static let dueMember = ObjectMember(
    "due", "The day by which it is to be done, YYYY-MM-DD.", .date)
  private static let doneMember = ObjectMember(
    "done", "The day on which it was done, YYYY-MM-DD; leave it out while the step is open.", .date)

  static let members = [textMember, dueMember, doneMember]

  init?(_ reader: inout FieldReader) {
    let text = reader.text(Self.textMember, longest: Self.longest, isOneLine: true)
    let (due, done) = (reader.date(Self.dueMember), reader.date(Self.doneMember))
    guard let text else { return nil }
    self.init(text: text, due: due, done: done)
  }
}
