import ArgumentParser

struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "Work with career datasets.",
    discussion: """
      EXAMPLES
        pathbook dataset show
        pathbook dataset show --dataset my-occupation
        pathbook dataset show --figure oews-national-median
        pathbook dataset check my-occupation
        pathbook dataset diff last-year this-year
        pathbook dataset copy my-dataset
        pathbook dataset import oesm25nat.zip oesm25st.zip --into my-dataset
        pathbook dataset new --soc 29-2052 --from oesm25nat.zip --into pharmacy
        pathbook dataset pack my-dataset
      """,
    subcommands: [
      DatasetShow.self, DatasetCheck.self, DatasetDiff.self, DatasetCopy.self, DatasetImport.self,
      DatasetNew.self, DatasetPack.self,
    ])
}
