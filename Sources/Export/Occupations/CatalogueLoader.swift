import Advising
import CareerData
import SafeFiles

/// Finds and reads catalogues of occupations.
public enum CatalogueLoader {
  /// The catalogue in the binary. Nothing of it is read before it is asked for.
  public static func shipped() -> Catalogue { read }

  private static let read = Catalogue(shippedFiles)

  /// What stands for the catalogue in the binary where a dataset or a catalogue is named.
  public static let shippedName = "occupations-us"

  /// The files of the catalogue in the binary.
  public static var shippedFiles: DatasetFiles { DatasetFiles(files: ShippedFile.folder("catalogue")) }

  /// A catalogue in a folder, or in a `.zip` of one.
  ///
  /// - Parameter folder: nil for the one in the binary.
  /// - Throws: every problem of the files.
  public static func load(folder: String?) throws(ExportFailure) -> Catalogue {
    guard let folder, folder != shippedName else { return shipped() }
    return try read(DatasetLoader.files(folder: folder), path: folder)
  }

  static func read(_ files: DatasetFiles, path: String) throws(ExportFailure) -> Catalogue {
    do throws(DatasetErrors) { return try Catalogue(checking: files) } catch {
      throw DatasetLoader.failure(error, path: path)
    }
  }
}

extension Catalogue {
  /// The occupation that somebody names by a code or a title.
  ///
  /// - Parameter name: the option or argument, for the message: `--soc`.
  /// - Throws: a usage failure with what may have been meant.
  public func occupation(named text: String, as name: String) throws(ExportFailure) -> CatalogueOccupation {
    switch match(text) {
    case .found(let occupation): return occupation
    case .group(let group, let code):
      throw .usage(
        "\(name): \(code) has no figures of its own; it is published with others as \(group.socCode), \(group.title); use that code"
      )
    case .several(let hits):
      throw .usage(
        "\(name): '\(text)' means several occupations: \(Self.listed(hits)); use one of the codes")
    case .none(let nearest):
      let meant = nearest.isEmpty ? "" : "did you mean \(Self.listed(nearest))? "
      throw .usage(
        "\(name): no occupation has the title or code '\(text)'; \(meant)\"pathbook occupation search\" finds others"
      )
    }
  }

  /// The SOC code of an occupation that somebody names by a code or a title of the shipped catalogue; a code that the
  /// catalogue does not have stands for itself, since files of other editions may have it.
  ///
  /// - Parameter text: what was given to `--soc`.
  public static func socCode(of text: String) throws(ExportFailure) -> String {
    if text.wholeMatch(of: /[0-9]{2}-[0-9]{4}/) != nil { return text }
    return try CatalogueLoader.shipped().occupation(named: text, as: "--soc").socCode
  }

  private static func listed(_ hits: [OccupationHit]) -> String {
    hits.prefix(5).map { "\($0.socCode) (\($0.title))" }.choices
  }
}
