import ArgumentParser
import Export

struct TemplateOption: ParsableArguments {
  @Option(
    name: .customLong("template"),
    help: ArgumentHelp("A shipped template's name, or a template folder.", valueName: "name|dir"),
    completion: .directory)
  var name = TemplateLoader.standardName
}
