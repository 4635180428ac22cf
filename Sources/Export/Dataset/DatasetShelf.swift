import Advising
import CareerData
import SafeFiles
import Synchronization

/// The datasets of a run, and which of them a report on an occupation is made from: the first one that was given and
/// covers it, else one in the binary, else what the catalogue has of it: the one that was given, else the shipped one.
///
/// ```swift
/// let shelf = try DatasetShelf(["my-occupation", "datasets"])
/// let dataset = shelf.dataset(for: "29-1051")
/// ```
///
/// Those that are given are read at once, so that a mistake in them is told whoever the client is. The others are read when
/// a profile asks for them. Threads may share a shelf.
public final class DatasetShelf: Sendable {
  /// A dataset in its own words, by which profiles name what they mean, and in those of the report's language.
  struct ShelvedDataset: Sendable {
    let own: CareerDataset
    let reported: CareerDataset

    /// - Parameter language: nil for the own words alone.
    init(_ files: DatasetFiles, path: String, language: String?) throws(ExportFailure) {
      own = try DatasetLoader.read(files, path: path)
      reported = try Self.reported(own, files, path: path, language: language)
    }

    init(_ dataset: CareerDataset) { (own, reported) = (dataset, dataset) }

    init(_ own: CareerDataset, _ files: DatasetFiles, path: String, language: String?) throws(ExportFailure) {
      self.own = own
      reported = try Self.reported(own, files, path: path, language: language)
    }

    private static func reported(
      _ own: CareerDataset, _ files: DatasetFiles, path: String, language: String?
    ) throws(ExportFailure) -> CareerDataset {
      guard let language, own.isTranslated(into: language) else { return own }
      return try DatasetLoader.read(DatasetFiles(checked: files.files), path: path, language: language)
    }
  }

  /// Those that were given, in their order; never empty.
  private let given: [ShelvedDataset]
  /// The one that was given; nil for the one in the binary, whose files are read when it is first asked for.
  private let givenCatalogue: Catalogue?
  private let language: String?
  /// Of the binary, by their names.
  private let shipped = Mutex<[String: ShelvedDataset]>([:])
  private let made = Mutex(MadeDatasets())

  /// - Parameters:
  ///   - names: folders, `.zip`s and names of shipped datasets, or a folder that holds several of them; one of them may be a
  ///     catalogue. None for the dataset in the binary.
  ///   - language: of the reports; nil, the default, for the words of the datasets themselves.
  /// - Throws: every problem of every dataset.
  public convenience init(_ names: [String] = [], language: String? = nil) throws(ExportFailure) {
    try self.init(DatasetShelf.read(names), language: language)
  }

  /// A shelf with one dataset, beside those in the binary.
  public init(_ dataset: CareerDataset, language: String? = nil) {
    given = [ShelvedDataset(dataset)]
    givenCatalogue = nil
    self.language = language
  }

  /// - Parameter read: at least one dataset; see ``read(_:)``.
  init(_ read: ReadFolders, language: String?) throws(ExportFailure) {
    givenCatalogue = read.catalogue
    var given: [ShelvedDataset] = []
    for one in read.datasets {
      given.append(try ShelvedDataset(one.dataset, one.files, path: one.path, language: language))
    }
    self.given = given
    self.language = language
  }

  // MARK: - Which dataset

  /// Of the occupations that no dataset covers.
  package var catalogue: Catalogue { givenCatalogue ?? CatalogueLoader.shipped() }

  /// The dataset that is taken for a profile which names no occupation, in its own words.
  public var first: CareerDataset { given[0].own }

  /// The same in the language of the reports.
  public var firstReported: CareerDataset { given[0].reported }

  /// The dataset of a report, in the language of the reports.
  ///
  /// - Parameter socCode: nil, and a code that is none of the catalogue, for ``firstReported``.
  public func dataset(for socCode: String?) -> CareerDataset {
    guard let socCode, socCode != first.occupation.socCode else { return firstReported }
    if let dataset = covering(socCode) { return dataset.reported }
    let made = made.withLock { made in
      made.dataset(socCode) { self.catalogue.reportDataset(for: socCode, language: language) }
    }
    return made ?? firstReported
  }

  /// The dataset whose ids a profile may use: in its own words. Nil where no dataset covers the occupation.
  public func dataset(covering socCode: String) -> CareerDataset? { covering(socCode)?.own }

  /// The dataset whose ids the profile uses, in its own words.
  public func vocabulary(of profile: ClientProfile) -> CareerDataset {
    guard let code = profile.occupationCode else { return first }
    return dataset(covering: code) ?? dataset(for: code)
  }

  /// The same in the language of the reports.
  package func reported(covering socCode: String) -> CareerDataset? { covering(socCode)?.reported }

  /// What tells the content of the given datasets from that of others.
  package var contentHash: String {
    (given.map(\.own.identity.contentHash) + [givenCatalogue?.contentHash].compactMap(\.self))
      .joined(separator: " ")
  }

  /// Reads profiles, each by the dataset of the occupation that it names.
  package var profileReader: ProfileReader {
    ProfileReader(
      dataset: first, catalogue: self.catalogue, others: given.dropFirst().map(\.own.occupation),
      covering: { self.dataset(covering: $0) })
  }

  private func covering(_ socCode: String) -> ShelvedDataset? {
    if let dataset = given.first(where: { $0.own.occupation.socCode == socCode }) { return dataset }
    guard let name = DatasetLoader.editions.first(where: { $0.socCode == socCode })?.datasetName else {
      return nil
    }
    return shipped.withLock { shipped in
      if let known = shipped[name] { return known }
      // A test reads every shipped dataset in every language.
      let read = try? ShelvedDataset(
        DatasetLoader.shippedFiles(name), path: DatasetLoader.shippedName, language: language)
      shipped[name] = read
      return read
    }
  }
}

/// What the catalogue has of the occupations that were asked for last.
private struct MadeDatasets {
  /// About 80 KB each.
  private static let most = 64

  private var byCode: [String: CareerDataset] = [:]
  private var codes: [String] = []

  mutating func dataset(_ socCode: String, _ make: () -> CareerDataset?) -> CareerDataset? {
    if let known = byCode[socCode] { return known }
    guard let dataset = make() else { return nil }
    if codes.count == Self.most { byCode[codes.removeFirst()] = nil }
    codes.append(socCode)
    byCode[socCode] = dataset
    return dataset
  }
}

// MARK: - Reading

extension DatasetShelf {
  /// A dataset that was given.
  struct ReadDataset: Sendable {
    let path: String
    let files: DatasetFiles
    let dataset: CareerDataset
  }

  /// What was given.
  struct ReadFolders: Sendable {
    /// Never empty.
    var datasets: [ReadDataset] = []
    /// The last one; nil for the shipped one.
    var catalogue: Catalogue?
  }

  /// Reads the datasets, and the catalogue, that are given.
  ///
  /// - Parameter names: none, or a catalogue alone, for the dataset in the binary.
  /// - Throws: every problem of every dataset.
  static func read(_ names: [String]) throws(ExportFailure) -> ReadFolders {
    var read = ReadFolders()
    var failures: [ExportFailure] = []
    for path in names.flatMap(DatasetLoader.datasets) where path != CatalogueLoader.shippedName {
      do throws(ExportFailure) {
        let files = try DatasetLoader.files(folder: path)
        if Catalogue.isMade(of: files) {
          read.catalogue = try CatalogueLoader.load(folder: path)
          continue
        }
        read.datasets.append(
          ReadDataset(path: path, files: files, dataset: try DatasetLoader.read(files, path: path)))
      } catch { failures.append(error) }
    }
    if failures.count == 1 { throw failures[0] }
    guard failures.isEmpty else {
      throw .badData(path: "--dataset", problems: failures.flatMap(\.lines))
    }
    if read.datasets.isEmpty { read.datasets = [try shippedDataset()] }
    return read
  }

  private static func shippedDataset() throws(ExportFailure) -> ReadDataset {
    let files = DatasetLoader.shippedFiles
    let path = DatasetLoader.shippedName
    return ReadDataset(path: path, files: files, dataset: try DatasetLoader.read(files, path: path))
  }
}

extension DatasetLoader {
  /// The datasets that a name means: itself, or those in a folder that is no dataset but holds some, in the order of their
  /// names.
  package static func datasets(_ name: String) -> [String] {
    guard !shippedNames.contains(name), !InputFile.isFile(name),
      !InputFile.isThere("\(name)/\(DatasetFiles.packageName)"),
      let inside = try? FolderTree.names(name)
    else { return [name] }
    let datasets = inside.filter { !$0.hasPrefix(".") }.sorted().map { "\(name)/\($0)" }.filter { path in
      (path.hasSuffix(".zip") && InputFile.isFile(path))
        || InputFile.isThere("\(path)/\(DatasetFiles.packageName)")
    }
    return datasets.isEmpty ? [name] : datasets
  }
}
