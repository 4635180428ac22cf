/// The words on the buttons that lead through a page for a session.
public struct KeyWords: Sendable, Equatable {
  /// `Back`
  public let back: String
  /// `Next`
  public let next: String

  public init(back: String, next: String) {
    self.back = back
    self.next = next
  }
}
