import Advising
import CareerData
import ReportModel

/// What a proposed credential costs, asks for and is good for, in words.
struct CandidateWords {
  private let context: SectionContext
  private var wording: Wording { context.wording }
  private var programs: ProgramWords { ProgramWords(context) }

  init(_ context: SectionContext) { self.context = context }

  // MARK: - Cost

  /// The sum of what is published; nil where nothing is.
  func priceFigure(_ candidate: CertificationPlan.Candidate) -> Figure? {
    candidate.price.map { price in
      Figure(
        itemID: candidate.credential.id, item: candidate.credential.title, measure: "cost",
        statistic: "price", unit: .dollars, price.amount, context.provenance(of: price),
        note: Prose.joined(
          [costLines(price), wording.prose(CertificationPlanPhrase.costCaveat)], separator: "; "))
    }
  }

  /// The figure of ``priceFigure(_:)`` in a cell or a sentence: about, where a part of it is.
  func price(_ candidate: CertificationPlan.Candidate) -> Value {
    guard let figure = priceFigure(candidate) else { return .missing }
    let value = figure.shown(withoutHigh: .atLeast, withoutLow: .atMost)
    if candidate.price?.isApproximate == true, case .quantity(let quantity) = value {
      return .bounded(.about, quantity)
    }
    return value
  }

  /// `$647 for exam and membership, within your budget`, with the program where its cost is known; where nothing is
  /// published, whom to ask.
  func cost(_ candidate: CertificationPlan.Candidate) -> Prose {
    let program = candidate.program.flatMap { fitting in
      programs.cost(fitting.program).map {
        ["program": programs.named(fitting.program), "program_cost": Prose($0)]
      }
    }
    guard let price = candidate.price else {
      let body = ["body": Prose(candidate.credential.body)]
      return program.map {
        wording.prose(ProgramPhrase.askExam, body.merging($0) { first, _ in first })
      } ?? wording.prose(CostPhrase.ask, body)
    }
    let items = price.lines.map(\.item).joined(separator: wording.text(CostPhrase.and))
    let exam = wording.prose(CostPhrase.of, ["cost": Prose(self.price(candidate)), "items": Prose(items)])
    let cost =
      program.map { values in
        wording.prose(
          ProgramPhrase.total,
          values.merging(["cost": exam, "total": Prose(programs.totalValue(candidate))]) { first, _ in first }
        )
      } ?? exam
    guard let budget = context.profile.certificationBudget, let fit = candidate.fits(budget: budget) else {
      return cost
    }
    let phrase: CostPhrase =
      switch fit {
      case .within: .within
      case .partly: .partly
      case .over: .over
      }
    return wording.prose(
      phrase, ["cost": cost, "budget": Prose(Quantity(budget, .dollars, .statedByClient))])
  }

  /// `$425 exam + $222 membership`
  func costLines(_ price: CredentialPrice) -> Prose {
    let lines = price.lines.map { line -> Prose in
      let provenance = Provenance.published(context.citation(line))
      let low = Quantity(line.low, .dollars, provenance)
      let amount: Value =
        line.low == line.high
        ? (line.isApproximate ? .bounded(.about, low) : .quantity(low))
        : .range(low: low, high: Quantity(line.high, .dollars, provenance), isOpen: false)
      return wording.prose(
        CertificationPlanPhrase.costLine, ["amount": Prose(amount), "item": Prose(line.item)])
    }
    return Prose.joined(lines, separator: " + ")
  }

  /// `CIC (Surgical coding, Inpatient hospital coding)`: what a credential suits, by the dataset's links.
  func suited(_ candidate: CertificationPlan.Candidate) -> Prose {
    let records = context.dataset.records
    let id = candidate.credential.id
    let specializations = records.specializationCredentials.filter { $0.credentialID == id }
      .compactMap { link in records.specializations.first { $0.id == link.specializationID }?.title }
    let settings = records.settingCredentials.filter { $0.credentialID == id }
      .compactMap { link in records.settings.first { $0.id == link.settingID }?.title }
    let isFirst = candidate.order == .first
    let titles = isFirst ? settings : specializations.isEmpty ? settings : specializations
    guard !titles.isEmpty else { return Prose(id) }
    return wording.prose(
      CostPhrase.suited,
      ["credential": Prose(id), "items": Prose(titles.joined(separator: ", "))])
  }

  // MARK: - Requirements

  /// What of it is met, missing or not known, in that order; a status without a requirement is left out.
  func requirements(
    _ candidate: CertificationPlan.Candidate
  ) -> [(status: CredentialRequirement.Status, words: Prose)] {
    CredentialRequirement.Status.allCases.compactMap { status in
      let words = candidate.requirements.filter { $0.status == status }.map { requirement($0, candidate) }
      return words.isEmpty ? nil : (status, Prose.joined(words, separator: "; "))
    }
  }

  /// All of them as one cell: `met: …; missing: …`.
  func requirementCell(_ candidate: CertificationPlan.Candidate) -> Value {
    let parts = requirements(candidate).map { status, words -> String in
      let key: RequirementPhrase =
        switch status {
        case .met: .met
        case .missing: .missing
        case .unknown: .unknown
        }
      return wording.prose(key, ["requirement": words]).words
    }
    return parts.isEmpty ? .missing : .text(parts.joined(separator: " "))
  }

  /// Words without values, since tables take text alone.
  private func requirement(
    _ requirement: CredentialRequirement, _ candidate: CertificationPlan.Candidate
  ) -> Prose {
    let words: Prose
    switch requirement.kind {
    case .education(let education):
      words = Prose(wording.text(RequirementPhrase(education)))
    case .accreditation(let body):
      words = wording.prose(RequirementPhrase.accreditation, ["body": Prose(body)])
    case .years(let years):
      words = wording.prose(RequirementPhrase.years, ["years": Prose(LadderSection.number(years))])
    case .experience: words = wording.prose(RequirementPhrase.experience)
    case .credential(let credential): words = Prose(credential.id)
    }
    return requirement.isEditorial
      ? wording.prose(RequirementPhrase.advised, ["requirement": words]) : words
  }

  /// What would open a credential that is out of reach; nil for one within reach.
  func opens(_ candidate: CertificationPlan.Candidate) -> Prose? {
    let missing = candidate.requirements.filter { $0.status == .missing && !$0.isEditorial }
    guard !missing.isEmpty else { return nil }
    let note = candidate.credential.requirements.note
    let words =
      note.isEmpty
      ? Prose.joined(missing.map { requirement($0, candidate) }, separator: "; ") : Prose(note)
    return wording.prose(RequirementPhrase.opens, ["requirement": words])
  }

  // MARK: - Purposes

  func purposes(_ candidate: CertificationPlan.Candidate, most: Int) -> Value {
    .text(candidate.purposes.prefix(most).map(purpose).joined(separator: "; "))
  }

  private func purpose(_ purpose: CredentialPurpose) -> String {
    let records = context.dataset.records
    func phrase(_ key: CertificationPlanPhrase, _ title: String?) -> String {
      wording.prose(key, ["title": Prose(title ?? "")]).words
    }
    func rung(_ id: String) -> String? { records.rungs.first { $0.id == id }?.title }
    func specialization(_ id: String) -> String? { records.specializations.first { $0.id == id }?.title }
    switch purpose {
    case .targetSpecialization(let id): return phrase(.forTarget, specialization(id))
    case .targetSetting(let id): return phrase(.forTarget, records.settings.first { $0.id == id }?.title)
    case .presentSpecialization(let id): return phrase(.forPresent, specialization(id))
    case .nextRung(let id, let isRequired):
      return phrase(isRequired ? .requiredNext : .typicalNext, rung(id))
    case .rungAbove(let id, let isRequired):
      return phrase(isRequired ? .requiredOther : .typicalOther, rung(id))
    case .firstPost: return wording.text(CertificationPlanPhrase.firstPost)
    }
  }
}

enum CostPhrase: String, PhraseKey {
  static let group = "cost"
  case of, and, or, ask, within, partly, over, suited
}

enum RequirementPhrase: String, PhraseKey {
  static let group = "requirement"
  case met, missing, unknown, opens, advised
  case highSchool = "high_school"
  case certificate, associate, bachelor, master
  case accreditation, years, experience
}

extension RequirementPhrase {
  init(_ education: Credential.RequiredEducation) {
    self =
      switch education {
      case .highSchool: .highSchool
      case .certificate: .certificate
      case .associate: .associate
      case .bachelor: .bachelor
      case .master: .master
      }
  }
}
