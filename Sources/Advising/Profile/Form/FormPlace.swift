/// A part of the form of a profile. The parts follow each other as a conversation goes.
package enum FormGroup: String, Sendable, CaseIterable {
  /// Who is here.
  case who
  /// Work and pay at present.
  case now
  /// What the client wants.
  case aim
  /// What there is for it: money and time.
  case means
  /// What was agreed on.
  case steps
  case notes
}

/// Where the form of a profile asks for a field: in which part, and there in the order of the declarations unless it comes
/// first or last.
struct FormPlace: Sendable, Equatable {
  enum Order: Int, Sendable {
    case first, declared, last
  }

  let group: FormGroup
  let order: Order

  init(in group: FormGroup, _ order: Order = .declared) {
    (self.group, self.order) = (group, order)
  }
}
