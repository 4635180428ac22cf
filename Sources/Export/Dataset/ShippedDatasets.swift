import CareerData
import SafeFiles

/// The datasets in the binary, for a person at a terminal.
public enum ShippedDatasets {
  /// A line for each: its name, the time of its wages, and its title.
  public static func lines() throws(ExportFailure) -> [String] {
    let width = DatasetLoader.shippedNames.map(\.count).max() ?? 0
    var lines: [String] = []
    for name in DatasetLoader.shippedNames {
      let dataset = try DatasetLoader.read(DatasetLoader.shippedFiles(name), path: name)
      let period = dataset.pay(of: .national).first.map { ", wages of \($0.period)" } ?? ""
      let mark = name == DatasetLoader.defaultName ? " (taken when none is named)" : ""
      let space = String(repeating: " ", count: width - name.count + 2)
      lines.append("\(name)\(space)\(dataset.identity.title)\(period)\(mark)")
    }
    return lines
  }
}
