/// A career dataset: everything published about one occupation that a report can use.
///
/// The records stand in the order of their tables. A dataset may lack every table but `sources`, `populations`,
/// `occupations`, `areas` and `pay`.
public struct CareerDataset: Sendable, Equatable {
  /// The tables of a dataset; the raw value is the name of the resource in `datapackage.json`.
  public enum Table: String, Sendable, CaseIterable {
    case sources, populations, occupations, areas, pay, figures, industries, settings
    case settingIndustries = "setting_industries"
    case settingCredentials = "setting_credentials"
    case specializations
    case specializationCredentials = "specialization_credentials"
    case credentials
    case credentialCosts = "credential_costs"
    case rungs
    case rungCredentials = "rung_credentials"
    case employers
    case startSteps = "start_steps"
    case drivers, disagreements
    case priceParities = "price_parities"
    case programs, links
    case entryRequirements = "entry_requirements"
    case translations

    /// The tables that every dataset has.
    public static let required: [Table] = [.sources, .populations, .occupations, .areas, .pay]

    /// The tables of figures, whose numbers stand in `low`, `value` and `high`.
    static let ofFigures: [Table] = [.pay, .figures]
  }

  /// The package's name, title and version, as `datapackage.json` gives them, and the hash of its content.
  public struct Identity: Sendable, Equatable {
    public let name: String
    public let title: String
    public let version: String
    /// ``DatasetFiles/contentHash`` of the files; empty for a dataset that was not read from files.
    public let contentHash: String
    public init(name: String, title: String, version: String, contentHash: String = "") {
      self.name = name
      self.title = title
      self.version = version
      self.contentHash = contentHash
    }
  }

  /// The rows of every table.
  public struct Records: Sendable, Equatable {
    public var sources: [Source] = []
    public var populations: [Population] = []
    public var occupations: [Occupation] = []
    public var areas: [Area] = []
    public var pay: [PayFigure] = []
    public var figures: [PublishedFigure] = []
    public var industries: [Industry] = []
    public var settings: [Setting] = []
    public var settingIndustries: [SettingIndustry] = []
    public var settingCredentials: [SettingCredential] = []
    public var specializations: [Specialization] = []
    public var specializationCredentials: [SpecializationCredential] = []
    public var credentials: [Credential] = []
    public var credentialCosts: [CredentialCost] = []
    public var rungs: [Rung] = []
    public var rungCredentials: [RungCredential] = []
    public var employers: [Employer] = []
    public var startSteps: [StartStep] = []
    public var drivers: [Driver] = []
    public var disagreements: [Disagreement] = []
    public var priceParities: [PriceParity] = []
    public var programs: [TrainingProgram] = []
    public var links: [SearchLink] = []
    public var entryRequirements: [EntryRequirement] = []
    public var translations: [Translation] = []
    /// Nil for a dataset that was read from files.
    public var catalogue: CatalogueFacts?
    public init() {}
  }

  public let identity: Identity
  /// The tables that the package has, empty or not.
  public let tables: Set<Table>
  public let records: Records
  /// The occupation that the dataset is about.
  public let occupation: Occupation

  private let payBySubject: [Subject: [PayFigure]]
  private let figuresBySubject: [Subject: [PublishedFigure]]
  private let sourcesByID: [String: Source]
  private let populationsByID: [String: Population]
  /// What translations are of, but for those that are words of the tables too.
  private let originals: [String: String]

  /// - Precondition: `records` holds exactly one occupation that is the subject, and ids are unique in their
  ///   tables; the reader checks both.
  public init(identity: Identity, tables: Set<Table>, records: Records) {
    guard let occupation = records.occupations.first(where: \.isSubject) else {
      preconditionFailure("a dataset is about one occupation")
    }
    self.identity = identity
    self.tables = tables
    self.records = records
    self.occupation = occupation
    payBySubject = Dictionary(grouping: records.pay, by: \.subject)
    figuresBySubject = Dictionary(grouping: records.figures.filter { !$0.isClaim }, by: \.subject)
    sourcesByID = Dictionary(uniqueKeysWithValues: records.sources.map { ($0.id, $0) })
    populationsByID = Dictionary(uniqueKeysWithValues: records.populations.map { ($0.id, $0) })
    let ownWords = Set(records.translations.map(\.text))
    originals = Dictionary(
      records.translations.lazy.filter { !ownWords.contains($0.translation) }.map {
        ($0.translation, $0.text)
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// The published pay of a subject, in the order of the table.
  public func pay(of subject: Subject) -> [PayFigure] { payBySubject[subject] ?? [] }

  /// The same figure on the other basis, where that is published too: one calculated from the other may be a cent off.
  ///
  /// - Returns: nil where nothing is published on that basis.
  public func counterpart(of figure: PayFigure) -> PayFigure? {
    pay(of: figure.subject).first {
      $0.basis != figure.basis && $0.statistic == figure.statistic && PayKey($0) == PayKey(figure)
    }
  }

  /// The published figures of a subject other than pay, in the order of the table. Claims
  /// (``PublishedFigure/isClaim``) are not among them.
  public func figures(of subject: Subject) -> [PublishedFigure] { figuresBySubject[subject] ?? [] }

  /// Whether ``Records/translations`` has words in a language.
  ///
  /// - Parameter language: a language tag: `es-US`.
  public func isTranslated(into language: String) -> Bool {
    !Translation.words(in: language, records.translations).isEmpty
  }

  /// Words of a translated dataset as the tables have them; others as they are.
  package func original(_ words: String) -> String { originals[words] ?? words }

  public func source(_ id: String) -> Source? { sourcesByID[id] }

  public func population(_ id: String) -> Population? { populationsByID[id] }
}

extension CareerDataset.Table {
  /// What Pathbook knows of the table, by the records that it holds.
  var declared: TableDeclaration {
    switch self {
    case .sources: TableDeclaration(self, \.sources)
    case .populations: TableDeclaration(self, \.populations)
    case .occupations: TableDeclaration(self, \.occupations)
    case .areas: TableDeclaration(self, \.areas)
    case .pay: TableDeclaration(self, \.pay)
    case .figures: TableDeclaration(self, \.figures)
    case .industries: TableDeclaration(self, \.industries)
    case .settings: TableDeclaration(self, \.settings)
    case .settingIndustries: TableDeclaration(self, \.settingIndustries)
    case .settingCredentials: TableDeclaration(self, \.settingCredentials)
    case .specializations: TableDeclaration(self, \.specializations)
    case .specializationCredentials: TableDeclaration(self, \.specializationCredentials)
    case .credentials: TableDeclaration(self, \.credentials)
    case .credentialCosts: TableDeclaration(self, \.credentialCosts)
    case .rungs: TableDeclaration(self, \.rungs)
    case .rungCredentials: TableDeclaration(self, \.rungCredentials)
    case .employers: TableDeclaration(self, \.employers)
    case .startSteps: TableDeclaration(self, \.startSteps)
    case .drivers: TableDeclaration(self, \.drivers)
    case .disagreements: TableDeclaration(self, \.disagreements)
    case .priceParities: TableDeclaration(self, \.priceParities)
    case .programs: TableDeclaration(self, \.programs)
    case .links: TableDeclaration(self, \.links)
    case .entryRequirements: TableDeclaration(self, \.entryRequirements)
    case .translations: TableDeclaration(self, \.translations)
    }
  }
}
