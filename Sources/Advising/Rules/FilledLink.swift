import CareerData

/// A link of the dataset with the client's state, area and aims filled in, for the client to follow. Nothing is fetched.
public struct FilledLink: Sendable, Equatable {
  public let title: String
  /// `https`, percent-encoded.
  public let url: String
  public let note: String

  public init(title: String, url: String, note: String = "") {
    self.title = title
    self.url = url
    self.note = note
  }
}

extension Advice {
  /// The first link of a kind for which everything that it asks for is known; nil when there is none.
  ///
  /// - Parameters:
  ///   - body: who grants the credential in question; a link about another body is passed over.
  ///   - specializationID: what the link is about; else the client's target, else the present specialization.
  public func link(
    _ kind: SearchLink.Kind, body: String? = nil, specializationID: String? = nil
  ) -> FilledLink? {
    links(kind, body: body, specializationID: specializationID).first
  }

  /// All links of a kind for which everything that they ask for is known, in the order of the dataset.
  public func links(
    _ kind: SearchLink.Kind, body: String? = nil, specializationID: String? = nil
  ) -> [FilledLink] {
    let candidates = dataset.records.links.filter {
      $0.kind == kind && (body == nil || $0.body.isEmpty || $0.body == body)
    }
    guard !candidates.isEmpty else { return [] }
    let values = linkValues(specializationID)
    return candidates.compactMap { link in
      link.filled(values).map { FilledLink(title: link.title, url: $0, note: link.note) }
    }
  }

  private func linkValues(_ specializationID: String?) -> [LinkPlace: String] {
    let wanted = specializationID ?? profile.targetSpecializationID ?? profile.specializationID
    let specialization = dataset.records.specializations.first { $0.id == wanted }
    let values: [LinkPlace: String?] = [
      .state: place.state?.title, .area: place.area?.title,
      .occupation: dataset.occupation.commonName, .specialization: specialization?.title,
    ]
    // Postings and finders are searched in the words of the field, whatever language the report is in.
    return values.compactMapValues { $0 }.mapValues(dataset.original)
  }
}
