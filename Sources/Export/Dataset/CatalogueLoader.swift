import CareerData
import SafeFiles

/// Finds and reads catalogues of occupations.
public enum CatalogueLoader {
  /// The catalogue in the binary. Nothing of it is read before it is asked for.
  public static func shipped() -> Catalogue { Catalogue(shippedFiles) }

  /// The files of the catalogue in the binary.
  public static var shippedFiles: DatasetFiles { DatasetFiles(files: ShippedFile.folder("catalogue")) }
}
